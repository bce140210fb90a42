"""Ask for what a new goal still lacks; its title is judged by lint as it is typed."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.editing.asking import ask, can_ask, choose
from okrcli.cli.finding_options import TitleKind
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.cycle.promising import Promise


def title(kind: TitleKind, given: str | None, option: str) -> str:
    """Take a title, else ask for it."""
    if given is not None and given.strip():
        return given.strip()
    if not can_ask():
        raise UsageError(f"the {kind.replace('-', ' ')} has no title", f"say {option} TEXT")
    what = "What will be true?" if kind is TitleKind.OBJECTIVE else "What shows it?"
    return ask(what, check=_some, hint=lambda text: _remark(kind, text))


def completed(promise: "Promise", option: str) -> "Promise":
    """Take a key result as it is said, and ask for what it lacks where somebody can be asked."""
    from okrcli.analysis.cycle.promising import WAYS
    from okrcli.model.key_result import Kind

    promise = promise._replace(title=title(TitleKind.KEY_RESULT, promise.title, option))
    if promise.kinds() or not can_ask():
        promise.check()
        return promise
    ways = {kind.value: meaning for kind, meaning in WAYS.items()}
    kind = Kind(choose("How is it measured?", ways, Kind.METRIC.value))
    match kind:
        case Kind.METRIC:
            promise = promise._replace(unit=_unit(promise))
            return promise._replace(
                baseline=_number(
                    "Where does it stand now? (a number, or unknown)", promise, "unknown"
                ),
                target=_number("What is it to reach?", promise),
            )
        case Kind.MAINTAIN:
            promise = promise._replace(unit=_unit(promise))
            return _bounded(promise)
        case Kind.MILESTONES:
            return promise._replace(milestones=_steps())
    return promise._replace(done=True)


def _bounded(promise: "Promise") -> "Promise":
    sides = {"at least": "it must not fall below it", "at most": "it must not rise above it"}
    side = choose("Which bound?", sides, "at least")
    value = _number("What is the bound?", promise)
    return (
        promise._replace(at_least=value) if side == "at least" else promise._replace(at_most=value)
    )


def _steps() -> list[str]:
    found = [ask("The first milestone?", check=_some)]
    while text := ask("And the next? (empty: no more)"):
        found.append(text)
    return found


def _unit(promise: "Promise") -> str | None:
    return promise.unit or ask("Its unit? (%, days, ...; may be left empty)") or None


def _number(question: str, promise: "Promise", *words: str) -> str:
    from okrcli.analysis.cycle.check_in import number_of

    def wrong(text: str) -> str | None:
        try:
            number_of("0" if text.strip() in words else text, promise.unit)
        except UsageError as error:
            return error.hint or error.message
        return None

    return ask(question, check=wrong)


def _some(text: str) -> str | None:
    return None if text.strip() else "this one is needed"


def _remark(kind: TitleKind, text: str) -> str | None:
    """Say the first thing that lint would say of a title."""
    from okrcli.cli.checking.titles import Titles, judge

    found = judge(kind, Titles("", text)).findings
    return found[0].hint or found[0].message if found else None
