"""`okr new team`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import DryRun
from okrcli.cli.promise_options import Commit
from okrcli.cli.session import Session
from okrcli.errors import UsageError

Id = Annotated[str, Argument(metavar="ID", help="What OKR files name it by.")]
Name = Annotated[str | None, Option("--name", metavar="NAME", help="What people call it.")]
Parent = Annotated[
    str | None, Option("--parent", metavar="TEAM", help="The team it belongs to; else the root.")
]
Lead = Annotated[str | None, Option("--lead", metavar="PERSON", help="Who leads it.")]
Members = Annotated[
    list[str] | None, Option("--member", metavar="PERSON", help="Who is in it; several are fine.")
]


def team(
    identifier: Id,
    name: Name = None,
    parent: Parent = None,
    lead: Lead = None,
    member: Members = None,
    *,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> int:
    """Add a team to organization.yaml.

    Its lead and members have to be known there.
    """
    from okrcli.cli.editing.writing import How, carry_out, edit_files, refuse_errors
    from okrcli.store.editing.edits import Insert

    session = Session.here()
    opened = session.open()
    workspace = opened.loaded.workspace
    if workspace.organization_source is None:
        raise UsageError(
            "there is no organization here to add a team to",
            f"begin one: a file {opened.settings.okrs}/organization.yaml with `organization: NAME`",
        )
    root = workspace.organization.root
    above = parent or (root.id if root else None)
    fields = {"id": identifier, "name": name, "parent": above, "lead": lead, "members": member}
    entry = Insert(("teams",), {key: value for key, value in fields.items() if value})
    made = edit_files(opened, {workspace.organization_source.path: [entry]})
    refuse_errors(session, opened, made)
    carry_out(session, opened, made, How(dry_run, commit), f"okrs: team {identifier} added")
    if not dry_run:
        session.say(f"{identifier} added{f' below {above}' if above else ''}")
    return 0
