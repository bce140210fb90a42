"""The numbers of the review of a cycle: teams, objectives, the burn-up."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.progress.burnup import BurnUp
from okrcli.analysis.progress.outcome import Outcome, Tally, band
from okrcli.analysis.reports.cycle import CycleReview, TeamOutcomes
from okrcli.render.numbers import percent
from okrcli.render.pages.lines import BANDS, Called, line, score, team_name
from okrcli.render.pages.page import Column, Figure, Line, Meter, Section, Table, Tone, Words
from okrcli.render.pages.words import NOTHING, status_piece
from okrcli.render.reports.cycle_words import FINE


def team_table(review: CycleReview) -> Table:
    """Put the teams side by side, committed and stretch apart."""
    return _teams_ended(review) if review.over else _teams_now(review)


def _teams_ended(review: CycleReview) -> Table:
    columns = [
        Column("Team"),
        Column("Reached", right=True),
        Column("Committed", right=True),
        Column("Score", right=True),
        Column("Stretch", right=True),
        Column("Score", right=True),
    ]
    return Table(columns, [_team_ended(each) for each in review.teams])


def _teams_now(review: CycleReview) -> Table:
    columns = [
        Column("Team"),
        Column("Progress"),
        Column("Committed", right=True),
        Column("Stretch", right=True),
        Column("On track", right=True),
    ]
    return Table(columns, [_team_now(each) for each in review.teams])


def _team_now(team: TeamOutcomes) -> Sequence[Line]:
    return [
        line(team_name(team.report.team)),
        [Meter(team.report.progress, team.report.expected)],
        line(_share(team.committed.score)),
        line(_share(team.stretch.score)),
        line(_on_track(team)),
    ]


def objectives(review: CycleReview) -> Iterator[Section]:
    """Yield what was committed to and what was a stretch, each as a table."""
    every = review.outcomes()
    meant = score(review.successful)
    for title, stretch in (("What was committed to", False), (f"Stretch ({meant} is good)", True)):
        its = [each for each in every if each.report.objective.aspirational is stretch]
        if its:
            yield Section(title, [_table(its, review)])


def burn_up(review: CycleReview) -> Iterator[Section]:
    """Yield the burn-up with its numbers."""
    chart = review.burn_up
    if chart is None:
        return
    whose = "all objectives" if review.head is None else team_name(review.head.team)
    title = f"Progress of {whose}, and what was expected"
    yield Section("Burn-up", [Figure(title, chart, _by_week(chart))])


def _on_track(team: TeamOutcomes) -> str:
    counted = [each for each in team.outcomes if each.counts]
    fine = sum(each.report.status in FINE for each in counted)
    return f"{fine} of {len(counted)}"


def _team_ended(team: TeamOutcomes) -> Sequence[Line]:
    counted = team.committed.objectives + team.stretch.objectives
    reached = team.committed.reached + team.stretch.reached
    return [
        line(team_name(team.report.team)),
        line(f"{reached} of {counted}"),
        *_tally(team.committed),
        *_tally(team.stretch),
    ]


def _tally(tally: Tally) -> Sequence[Line]:
    if not tally.objectives:
        return [line(NOTHING), line(NOTHING)]
    return [line(f"{tally.reached} of {tally.objectives}"), [_score(tally.score)]]


def _table(outcomes: Sequence[Outcome], review: CycleReview) -> Table:
    """Show the objectives; those measured against first targets, where a target was moved."""
    moved = any(each.original is not None for each in outcomes)
    first = [Column("First targets", right=True)] if moved else []
    who = Column("Objective")
    if review.over:
        columns = [who, Column("Score", right=True), *first, Column("Result")]
    else:
        likely = Column("Likely", right=True)
        columns = [who, Column("Progress"), *first, likely, Column("Status")]
    numbers = _ended if review.over else _likely
    rows = [[_who(each, review), *numbers(each, moved=moved)] for each in outcomes]
    return Table(columns, rows)


def _ended(each: Outcome, *, moved: bool) -> Sequence[Line]:
    result = [status_piece(each.report.status)]
    if each.by_hand:
        measured = f" (set by hand; measured {score(each.report.progress)})"
        result.append(Words(measured, Tone.QUIET))
    first = [line(score(each.original))] if moved else []
    return [[_score(each.score)], *first, result]


def _likely(each: Outcome, *, moved: bool) -> Sequence[Line]:
    report = each.report
    first = [line(_share(each.original))] if moved else []
    return [
        [Meter(report.progress, report.expected, report.status)],
        *first,
        line(_share(each.forecast)),
        [status_piece(report.status)],
    ]


def _who(each: Outcome, review: CycleReview) -> Line:
    objective, called = each.report.objective, Called(review.organization)
    team = team_name(review.organization.team(objective.team))
    owner = called.person(objective.owner)
    return line(objective.title or objective.id, Words(f" ({owner}, {team})", Tone.QUIET))


def _score(value: float | None) -> Words:
    return Words(NOTHING) if value is None else Words(score(value), BANDS[band(value)])


def _share(value: float | None) -> str:
    return NOTHING if value is None else percent(value)


def _by_week(chart: BurnUp) -> Table:
    """Give what was reached and expected, week by week."""
    expected = dict(chart.guides[0])
    rows = [
        [line(day.isoformat()), line(percent(reached)), line(percent(expected[day]))]
        for day, reached in chart.points
    ]
    columns = [Column("Day"), Column("Progress", right=True), Column("Expected", right=True)]
    return Table(columns, rows)
