"""How an export is put together: where it goes, what is on record, the tables, the files."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.options import ExportFormat
from okrcli.cli.reading.chronicle import chronicle, past_of
from okrcli.cli.reading.reporting import goals_of, no_such_cycle, warn_of_unreadable
from okrcli.cli.reading.telling import seen, since_day
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager

    from okrcli.analysis.facts.facts import Row
    from okrcli.analysis.facts.past import PastFacts
    from okrcli.analysis.facts.tables import Scope
    from okrcli.export.batches import Batches

    Writer = Callable[[Path, Batches], None]


class Wanted(NamedTuple):
    """What is exported, and how."""

    form: ExportFormat
    cycle: str | None = None
    since: str | None = None
    at: str | None = None
    with_emails: bool = False
    cached: bool = False


def export(session: Session, wanted: Wanted, output: Path) -> None:
    """Write an export in one step, and say on standard error what could not be seen."""
    from okrcli.export.batches import batches

    write = _writer(wanted.form)
    with _place(session.folder / output, wanted.form) as making:
        tables = _tables(session, wanted)
        with session.working("writing the tables"):
            write(making, batches(tables, with_emails=wanted.with_emails))


def _writer(form: ExportFormat) -> "Writer":
    match form:
        case ExportFormat.CSV:
            from okrcli.export.csv_files import write_csv

            return write_csv
        case ExportFormat.JSONL:
            from okrcli.export.jsonl_files import write_jsonl

            return write_jsonl
        case ExportFormat.PARQUET:
            from okrcli.export.parquet_files import require_pyarrow, write_parquet

            require_pyarrow()
            return write_parquet
        case ExportFormat.SQLITE:
            from okrcli.export.sqlite_file import write_sqlite

            return write_sqlite


def _place(path: Path, form: ExportFormat) -> "AbstractContextManager[Path]":
    if form is ExportFormat.SQLITE:
        from okrcli.export.sqlite_file import refuse_foreign
        from okrcli.store.replace import replacing

        refuse_foreign(path)
        return replacing(path)
    from okrcli.export.layout import belongs, mark
    from okrcli.store.replace_folder import replacing_folder

    return replacing_folder(path, partial(belongs, form=form), mark(form))


def _tables(session: Session, wanted: Wanted) -> "Mapping[str, Iterable[Row]]":
    from okrcli.analysis.facts.tables import cycle_names, fact_tables
    from okrcli.export.privacy import people_without_addresses

    told = chronicle(session, wanted.at, cached=wanted.cached)
    warn_of_unreadable(session, told.found.timeline.unreadable)
    if told.found.facts.gap is not None:
        session.warn(told.found.facts.gap)
    goals = goals_of(told.found)
    past = past_of(session, told, goals)
    known = cycle_names(goals, past)
    if wanted.cycle is not None and wanted.cycle not in known:
        raise no_such_cycle(wanted.cycle, sorted(known))
    tables = fact_tables(goals, past, _scope(session, wanted, past))
    if wanted.with_emails:
        return tables._asdict()
    return tables._replace(people=people_without_addresses(tables.people))._asdict()


def _scope(session: Session, wanted: Wanted, past: "PastFacts") -> "Scope":
    from okrcli.analysis.facts.tables import Scope

    return Scope(
        cycle=wanted.cycle,
        since=wanted.since,
        day=since_day(wanted.since),
        seen=frozenset(seen(session, wanted.since, wanted.at, past.commits)),
    )
