"""What one person owned and contributed, as a page."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.progress.outcome import Outcome
from okrcli.analysis.progress.report import Status
from okrcli.analysis.reports.person import Contribution, CycleShare, PersonReport, Share
from okrcli.analysis.story.log_entry import LogEntry
from okrcli.render.glyphs import glyphs
from okrcli.render.goalpost_words import promise_words
from okrcli.render.log.words import value_words
from okrcli.render.numbers import number
from okrcli.render.pages.lines import bullets, line, notices, subtitle, team_name
from okrcli.render.pages.page import (
    Block,
    Bullets,
    Column,
    Item,
    Line,
    Meter,
    Page,
    Paragraph,
    Section,
    Table,
    Tone,
    Words,
)
from okrcli.render.pages.words import status_piece
from okrcli.render.words import count, open_blocker, status_word

_GLYPHS = glyphs(ascii_only=False)
_SHORT = 10
NO_RATING = (
    "This page is no rating. A stretch goal that is always reached was no stretch, and the score of"
    " a goal says nothing of the work, the luck and the other people behind it."
)
_ONLY_HERE = "It holds only what is in this repository, and only of {name}."


def person_page(report: PersonReport) -> Page:
    """Say what somebody did, before any number."""
    names = ", ".join(each.cycle.name for each in report.cycles if not each.empty)
    blocks = list(_blocks(report))
    whose = report.name
    if report.about is not None:
        whose = f"{whose} in {team_name(report.about)}"
    title = f"{whose}: {names}" if names else whose
    return Page(title, subtitle(report.moment), notices(report.moment), blocks)


def _blocks(report: PersonReport) -> Iterator[Block]:
    yield Paragraph(line(Words(_lead(report), Tone.STRONG)))
    yield Paragraph(line(NO_RATING, " ", _ONLY_HERE.format(name=report.name)))
    if report.teams:
        names = ", ".join(team_name(each) for each in report.teams)
        yield Paragraph(line(Words("In the teams ", Tone.QUIET), names))
    reached = list(_reached(report))
    if reached:
        yield Section("Reached", [bullets(reached)])
    for each in report.cycles:
        if not each.empty:
            yield Section(each.cycle.name, list(_cycle(each, report)))


def _lead(report: PersonReport) -> str:
    objectives = sum(len(each.objectives) for each in report.cycles)
    key_results = sum(len(each.key_results) for each in report.cycles)
    written = sum(len(each.check_ins()) for each in report.cycles)
    if not (objectives or key_results or written):
        return f"{report.name} owns nothing in these cycles, and wrote no check-in."
    owned = f"{count(objectives, 'objective')} and {count(key_results, 'key result')}"
    return f"{report.name} answers for {owned}, and wrote {count(written, 'check-in')}."


def _reached(report: PersonReport) -> Iterator[Line]:
    for cycle in report.cycles:
        whole = {
            each.report.key for each in cycle.objectives if each.report.status is Status.ACHIEVED
        }
        for each in cycle.objectives:
            if each.report.key in whole:
                yield line(Words(_title_of(each), Tone.GOOD))
        for share in cycle.key_results:
            part = share.key_result
            if part.status is Status.ACHIEVED and share.objective.key not in whole:
                of = share.objective.objective.title
                yield line(
                    Words(part.key_result.title or part.key_result.id, Tone.GOOD),
                    Words(f" (a key result of: {of})", Tone.QUIET),
                )


def _cycle(cycle: CycleShare, report: PersonReport) -> Iterator[Block]:
    if cycle.objectives:
        entries = [_objective(each, report) for each in cycle.objectives]
        yield Section("Objectives", [Bullets(entries)])
    if cycle.key_results:
        yield Section("Key results", [_key_results(cycle.key_results)])
    yield from _contributed(cycle)
    on_time, over = cycle.on_time
    if over:
        words = (
            f"{on_time} of {count(over, 'check-in')} due on what {report.name} owns were in time."
        )
        yield Section("Rhythm", [Paragraph(line(words))])
    notes = [each for each in cycle.check_ins() if each.said is not None and each.said.note]
    if notes:
        told = bullets(_note(each) for each in notes)
        yield Section("In their own words", [told], folded=len(notes) > _SHORT)


def _objective(each: Outcome, report: PersonReport) -> Item:
    its = each.report
    ambition = "a stretch" if its.objective.aspirational else "committed"
    head = line(Words(_title_of(each), Tone.STRONG), f" ({ambition}): {status_word(its.status)}, ")
    return Item([*head, Meter(its.progress, its.expected)], list(_context(each, report)))


def _context(each: Outcome, report: PersonReport) -> Iterator[Item]:
    """Say what has to be known to read the outcome."""
    objective = each.report.objective
    if objective.aspirational:
        share = f"{report.successful:.0%} of a stretch is a success"
        yield Item(line(Words("How to read it: ", Tone.QUIET), share))
    if each.original is not None:
        yield Item(line("Targets changed on the way; this is measured by those of today."))
    for part in each.report.key_results:
        blocker = open_blocker(part)
        if blocker is not None:
            yield Item(line(Words("Blocked: ", Tone.WARNING), blocker))
    close = objective.close
    if close is not None:
        why = f": {close.why}" if close.why else ""
        yield Item(line(Words("Closed: ", Tone.QUIET), f"{close.decision}{why}"))
        for text in close.lessons:
            yield Item(line(Words("Lesson: ", Tone.QUIET), text))


def _key_results(shares: Sequence[Share]) -> Table:
    columns = [Column("Key result"), Column("Promise"), Column("Progress"), Column("Status")]
    return Table(columns, [_key_result(each) for each in shares])


def _key_result(share: Share) -> Sequence[Line]:
    part = share.key_result
    return [
        line(part.key_result.title or part.key_result.id),
        line(promise_words(part.key_result, _GLYPHS)),
        [Meter(part.progress, part.expected, part.status)],
        [status_piece(part.status)],
    ]


def _contributed(cycle: CycleShare) -> Iterator[Section]:
    if not cycle.contributions:
        return
    columns = [
        Column("Check-ins on"),
        Column("Whose"),
        Column("Check-ins", right=True),
        Column("Value"),
    ]
    rows = [_contribution(each) for each in cycle.contributions]
    yield Section("Contributed by check-ins", [Table(columns, rows)])


def _contribution(each: Contribution) -> Sequence[Line]:
    return [
        line(each.title),
        line("own" if each.own else "another's"),
        line(str(len(each.check_ins))),
        line(_moved(each)),
    ]


def _moved(each: Contribution) -> str:
    """Say from which value to which their check-ins went."""
    newest, oldest = each.check_ins[0], each.check_ins[-1]
    if newest.said is None or oldest.said is None or newest.key_result is None:
        return ""
    last = value_words(newest.said, newest.key_result)
    was = oldest.said.was
    first = newest.key_result.baseline if was is None else was
    numbers = newest.key_result.kind.value in {"metric", "maintain"}
    if first is None or not numbers:
        return last
    return f"{number(first)} {_GLYPHS.arrow} {last}"


def _note(entry: LogEntry) -> Line:
    note = "" if entry.said is None else entry.said.note or ""
    return line(Words(f"{entry.commit.dated} {entry.title}: ", Tone.QUIET), note)


def _title_of(each: Outcome) -> str:
    return each.report.objective.title or each.report.key.objective
