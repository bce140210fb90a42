"""`okr tree`."""

from typing import Annotated

from typer import Option

from okrcli.cli.finding_options import listed
from okrcli.cli.options import About, At, CycleName, NoCache, TreeBy, TreeFormat
from okrcli.cli.reading.cascading import TreeQuestion, organization_tree, support_tree
from okrcli.cli.reading.tree_output import TreeFile, put
from okrcli.cli.session import Session

Up = Annotated[
    str | None, Option("--up", metavar="REF", help="Show a goal's ways up to the vision.")
]
OfTeam = Annotated[
    str | None,
    Option("--team", metavar="TEAM", help="Show only what this team has, and the way to it."),
]
Statuses = Annotated[
    list[str] | None,
    Option(
        "--status",
        metavar="STATUS",
        help="Show only objectives that stand so, and the way to them; several with commas.",
    ),
]
Depth = Annotated[
    int | None, Option("--depth", metavar="N", min=1, help="Show the tree N goals or teams deep.")
]
WithKeyResults = Annotated[bool, Option("--key-results", help="Show all key results, too.")]
WithDrafts = Annotated[bool, Option("--drafts", help="Show drafts, too, also of coming cycles.")]
By = Annotated[TreeBy, Option("--by", help="Draw who supports what, or the teams.")]
TreeAs = Annotated[
    TreeFormat,
    Option("--format", help="For a terminal, as JSON, as a drawing, or as a list in Markdown."),
]


def tree(
    about: About = None,
    up: Up = None,
    team: OfTeam = None,
    status: Statuses = None,
    depth: Depth = None,
    cycle: CycleName = None,
    at: At = None,
    by: By = TreeBy.SUPPORT,
    output_format: TreeAs = TreeFormat.TABLE,
    output: TreeFile = None,
    *,
    key_results: WithKeyResults = False,
    drafts: WithDrafts = False,
    no_cache: NoCache = False,
) -> int:
    """Show who works for what, from the vision down.

    Every objective stands beneath what it supports, or beneath the key result that it supports;
    one that supports several stands beneath the first, and names the others. Beside its progress
    stands the mean of what directly supports it. Ask for an objective, a key result or a team to
    see what is beneath it. Filters leave the way from the vision in place. A tree of more than 40
    goals is shown two deep in a terminal, unless --depth says otherwise.
    """
    session = Session.here()
    question = TreeQuestion(
        about=about,
        up=up,
        team=team,
        statuses=listed(status),
        depth=depth,
        cycle=cycle,
        at=at,
        brief=output_format is TreeFormat.TABLE,
        key_results=key_results or output_format is TreeFormat.JSON,
        drafts=drafts,
        cached=not no_cache,
    )
    found = (organization_tree if by is TreeBy.ORGANIZATION else support_tree)(session, question)
    put(session, found, output_format, output)
    return 0
