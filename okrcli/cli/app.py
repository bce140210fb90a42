"""The program: its commands, and the one place where a failure becomes words and an exit code."""

# ruff: noqa: PLC0415 - what only a failure needs is imported there

import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, cast

import typer

from okrcli import __version__
from okrcli.cli.commands import COMMANDS
from okrcli.cli.session import say
from okrcli.errors import OkrError

INTERRUPTED = 130
MINUS = "\N{MINUS SIGN}"  # which a command that takes numbers reads as one

# What typer raises for wrong use; its own name for the class is not public.
_WRONG_USE = cast("tuple[type[Exception], ...]", typer.BadParameter.__bases__)


def program(arguments: Sequence[str]) -> typer.Typer:
    """Make the program with the command that is asked for, else with the names of all."""
    app = typer.Typer(
        name="okr",
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True)(_okr)
    wanted = next((word for word in arguments if not word.startswith("-")), None)
    if wanted is not None and wanted in COMMANDS:
        command = _command(wanted)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=wanted)
        else:
            app.command(wanted)(command)
        return app
    for name, sentence in COMMANDS.items():
        app.command(name, help=sentence)(_unasked)
    return app


def _unasked() -> None:
    """Stand in for a command that is only named."""


def _command(name: str) -> Callable[..., int] | typer.Typer:
    """Import a command, or a group of them."""
    module = name.replace("-", "_")
    found = getattr(import_module(f"okrcli.cli.commands.{module}"), module)
    return cast("Callable[..., int] | typer.Typer", found)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code; nothing is raised."""
    _tolerate_any_text()
    try:
        words = _values_told(sys.argv[1:] if arguments is None else arguments)
        command = typer.main.get_command(program(words or _completed()))
        code = command.main(words, prog_name="okr", standalone_mode=False)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as stop:
        return 0 if isinstance(stop.__context__, BrokenPipeError) else _code(stop.code)
    except Exception as error:  # noqa: BLE001 - the one boundary
        return _failed(error)
    return _code(code)


def _completed() -> list[str]:
    """Give the words of a line that a shell wants completed."""
    line = os.environ.get("_TYPER_COMPLETE_ARGS") or os.environ.get("COMP_WORDS") or ""
    return line.split()[1:] if "_OKR_COMPLETE" in os.environ else []


def _values_told(words: Sequence[str]) -> list[str]:
    """Write the minus of a number so that it is not taken for the beginning of an option."""
    return [
        f"{MINUS}{word[1:]}" if word[:1] == "-" and word[1:2].isdigit() else word for word in words
    ]


def _okr(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """OKRs as code: goals are YAML in git, and every number comes from the history."""
    if version:
        typer.echo(f"okr {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _failed(error: Exception) -> int:
    """Say on standard error what stopped the run."""
    if os.environ.get("OKR_DEBUG"):
        import traceback

        traceback.print_exception(error)
    match error:
        case BrokenPipeError():
            _close_output()
            return 0
        case OkrError():
            say("error", error.message, error.hint)
            return error.exit_code
        case _ if isinstance(error, _WRONG_USE):
            say("error", *_wrong_use(error))
            return 2
    described = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    say("internal error", f"{described}, set OKR_DEBUG=1 for the traceback")
    return 3


def _wrong_use(error: Exception) -> tuple[str, str]:
    """Give typer's own sentence, and where to read on; an address in it may be a secret."""
    sentence = re.sub(
        r"https?:/[^\s'\")]*", "(an address)", getattr(error, "format_message", error.__str__)()
    )
    context = getattr(error, "ctx", None)
    return sentence.rstrip("."), f"see `{context.command_path if context else 'okr'} --help`"


def _code(result: object) -> int:
    return result if isinstance(result, int) else 0


def _close_output() -> None:
    """Leave nothing for the interpreter to write when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tolerate_any_text() -> None:
    """Show what a terminal's encoding lacks as an escape, instead of failing at it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
