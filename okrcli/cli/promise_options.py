"""The options that say how a new key result is measured."""

from typing import Annotated

from typer import Option

KeyResultOwner = Annotated[
    str | None,
    Option("--key-result-owner", metavar="PERSON", help="Who owns it; else the objective's owner."),
]
Unit = Annotated[str | None, Option("--unit", metavar="UNIT", help="The unit of its numbers.")]
Baseline = Annotated[
    str | None, Option("--baseline", metavar="N", help="Where a metric stands now, or `unknown`.")
]
Target = Annotated[str | None, Option("--target", metavar="N", help="What a metric is to reach.")]
AtLeast = Annotated[
    str | None, Option("--at-least", metavar="N", help="A bound: the lowest value it may have.")
]
AtMost = Annotated[
    str | None, Option("--at-most", metavar="N", help="A bound: the highest value it may have.")
]
Milestones = Annotated[
    list[str] | None,
    Option("--milestone", metavar="TEXT", help="A step of it; as often as there are steps."),
]
Done = Annotated[bool, Option("--done", help="It is done or not, and not done yet.")]
Due = Annotated[
    str | None, Option("--due", metavar="DATE", help="Its last day; else that of the cycle.")
]
Commit = Annotated[bool, Option("--commit/--no-commit", help="Commit the file, and only that.")]
Id = Annotated[str | None, Option("--id", metavar="ID", help="Its id; else made from the title.")]
