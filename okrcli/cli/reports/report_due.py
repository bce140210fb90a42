"""The reminder of `okr announce due`: who owes a check-in."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from functools import partial

from okrcli.cli.reading.peopling import Scope, Whose, dues_of, owing
from okrcli.cli.reports.reports import Made, Wanted
from okrcli.cli.session import Session


def report_due(session: Session, wanted: Wanted) -> Made:
    """Remind those who owe a check-in; where nobody does, there is nothing to send."""
    from okrcli.render.due.json import due_json
    from okrcli.render.due.words import shown
    from okrcli.render.reports.due_page import due_page

    scope = Scope(wanted.cycle, wanted.at, wanted.cached)
    found = owing(session, Whose(wanted.about, wanted.owner), scope)
    facts = dues_of(found, everything=False)
    nothing = None if shown(facts) else "nobody owes a check-in"
    return Made(partial(due_page, facts, found.organization), partial(due_json, facts), nothing)
