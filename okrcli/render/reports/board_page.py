"""The board as a page, one slide: a sentence, a number and a forecast for each objective."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.progress.report import KeyResultReport, Status
from okrcli.analysis.reports.board import Board, Outlook
from okrcli.render.numbers import percent
from okrcli.render.pages.lines import Called, line, notices, say, subtitle
from okrcli.render.pages.page import (
    Block,
    Column,
    Line,
    Meter,
    Page,
    Paragraph,
    Section,
    Table,
    Tone,
    Words,
)
from okrcli.render.pages.words import SIGNS, status_piece
from okrcli.render.reports.burn_up_figure import burn_up_figure
from okrcli.render.words import count, status_word

_GOOD = frozenset({Status.ON_TRACK, Status.ACHIEVED})
_BAD = (Status.AT_RISK, Status.MISSED, Status.BEHIND, Status.PARTIAL, Status.OUTDATED)
_MOST_NAMED = 3


def board_page(board: Board) -> Page:
    """Say how the objectives stand, the sentence that matters first."""
    organization = board.organization
    team = None if board.team is None else board.team.team.name or board.team.team.id
    name = team or organization.name
    return Page(
        title=f"Objectives of {name}" if name else "Objectives",
        subtitle=subtitle(board.moment),
        notices=notices(board.moment),
        blocks=list(_blocks(board)),
        slide=True,
    )


def _blocks(board: Board) -> Iterator[Block]:
    if not board.outlooks:
        yield say("No team is the topmost one, or it has no objectives in these cycles.")
        return
    yield Paragraph(list(_lead(board)))
    yield from _first(board)
    yield _table(board)
    figures = [burn_up_figure(each.report.objective.title, each.burn_up) for each in board.outlooks]
    yield Section("How each moved", figures, folded=True)


def _lead(board: Board) -> Iterator[Words]:
    good = sum(each.report.status in _GOOD for each in board.outlooks)
    total = len(board.outlooks)
    verb = "is" if good == 1 else "are"
    yield Words(f"{good} of {count(total, 'objective')} {verb} on track.", Tone.STRONG)
    if board.team is not None and board.team.progress is not None:
        planned = board.team.expected
        where = "" if planned is None else f" where {percent(planned)} was planned"
        yield Words(f" Together they are at {percent(board.team.progress)}{where}.")


def _first(board: Board) -> Iterator[Paragraph]:
    """Name the objectives that need attention most."""
    bad = sorted((each for each in board.outlooks if each.report.status in _BAD), key=_gravity)
    if bad:
        titles = [each.report.objective.title or each.report.key.ref for each in bad[:_MOST_NAMED]]
        yield Paragraph(line(Words("Look at first: ", Tone.STRONG), f"{'; '.join(titles)}."))


def _gravity(outlook: Outlook) -> tuple[int, float]:
    report = outlook.report
    return _BAD.index(report.status), (report.progress or 0.0) - (report.expected or 0.0)


def _table(board: Board) -> Table:
    last = {each.report.cycle.period.last_day for each in board.outlooks}
    forecast = f"Forecast for {last.pop()}" if len(last) == 1 else "Forecast"
    columns = [Column("Objective"), Column("Progress"), Column(forecast), Column("In short")]
    return Table(columns, [_row(each, board) for each in board.outlooks])


def _row(outlook: Outlook, board: Board) -> Sequence[Line]:
    report = outlook.report
    owner = Called(board.organization).person(report.objective.owner)
    title = report.objective.title or report.key.ref
    return [
        line(Words(title, Tone.STRONG), Words(f" ({owner})", Tone.QUIET)),
        [Meter(report.progress, report.expected, report.status)],
        _forecast(outlook, dated=len(board.moment.cycles) > 1),
        _sentence(outlook),
    ]


def _forecast(outlook: Outlook, *, dated: bool) -> Line:
    if outlook.forecast is None:
        return line(Words("none yet" if outlook.report.progress is not None else "", Tone.QUIET))
    heading = percent(min(max(outlook.forecast, 0.0), 1.0))
    tone = Tone.GOOD if outlook.on_course else Tone.WARNING
    sign = SIGNS.status[Status.ON_TRACK if outlook.on_course else Status.BEHIND]
    day = f" by {outlook.report.cycle.period.last_day}" if dated else ""
    needed = f" ({percent(outlook.enough)} needed)" if outlook.enough < 1 else ""
    return line(Words(f"{sign} {heading}{day}", tone), Words(needed, Tone.QUIET))


def _sentence(outlook: Outlook) -> Line:
    """Say how it stands, and what holds it back most."""
    status = status_piece(outlook.report.status)
    if outlook.drag is None:
        return line(status)
    return line(status, f": {_drag(outlook.drag)}")


def _drag(report: KeyResultReport) -> str:
    title = report.key_result.title or report.key.ref
    match report.status:
        case Status.OUTDATED:
            return f"nothing new of: {title}"
        case Status.MISSED | Status.PARTIAL:
            return f"{status_word(report.status)} with {percent(report.progress or 0.0)}: {title}"
    done, planned = percent(report.progress or 0.0), percent(report.expected)
    return f"{title} ({done} of {planned} planned)"
