"""Ask on a terminal: a text that is checked as it is typed, one of some choices, yes or no.

Questions are written to standard error, so that standard output stays data. Ctrl-C and Ctrl-D end
the run, as everywhere.
"""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from okrcli.errors import UsageError

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.validation import Validator

Check = Callable[[str], str | None]


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def must_ask(missing: str) -> None:
    """Refuse to ask where nobody would answer; `missing` says what to give instead."""
    if not can_ask():
        raise UsageError("there is no terminal to ask on", missing)


def ask(
    question: str, *, default: str = "", check: Check | None = None, hint: Check | None = None
) -> str:
    """Ask for a text, which stands there to be edited where there is a default.

    `check` says what is wrong with an answer, which is not taken then. `hint` says what could be
    better about it. A terminal that can do nothing is given plain lines.
    """
    if os.environ.get("TERM") == "dumb":
        return _ask_plainly(question, default, check, hint)
    session = _session()
    try:
        answer = session.prompt(
            _message(question, session, check, hint),
            default=default,
            validator=_validator(check),
            validate_while_typing=False,
        )
    except EOFError:
        raise KeyboardInterrupt from None
    return answer.strip()


def choose(question: str, choices: Mapping[str, str], default: str) -> str:
    """Ask for one of some choices, by its name or as much of it as tells it from the others."""
    for name, meaning in choices.items():
        sys.stderr.write(f"  {name:<{max(map(len, choices))}}  {meaning}\n")

    def unknown(answer: str) -> str | None:
        if _meant(answer.strip() or default, choices) is None:
            return f"say one of: {', '.join(choices)}"
        return None

    answer = ask(f"{question} [{default}]", check=unknown)
    return _meant(answer or default, choices) or default


def confirm(question: str, *, default: bool) -> bool:
    """Ask for yes or no."""
    answers = {"yes": "", "no": ""}
    usual = "yes" if default else "no"

    def unknown(answer: str) -> str | None:
        known = _meant(answer.strip().casefold() or usual, answers)
        return "say yes or no" if known is None else None

    answer = ask(f"{question} [{'Y/n' if default else 'y/N'}]", check=unknown)
    return _meant(answer.casefold() or usual, answers) == "yes"


def _meant(answer: str, choices: Mapping[str, str]) -> str | None:
    fitting = [name for name in choices if name.startswith(answer)]
    return answer if answer in choices else fitting[0] if len(fitting) == 1 else None


def _ask_plainly(question: str, default: str, check: Check | None, hint: Check | None) -> str:
    """Ask without moving the cursor; an empty line takes the default."""
    while True:
        sys.stderr.write(f"{question}{f' [{default}]' if default else ''}\n> ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        answer = line.strip() or default
        wrong = None if check is None else check(answer)
        better = hint(answer) if wrong is None and hint is not None and answer else None
        if wrong is not None or better is not None:
            sys.stderr.write(f"  {wrong or better}\n")
        if wrong is None:
            return answer


def _session() -> "PromptSession[str]":
    from prompt_toolkit import PromptSession
    from prompt_toolkit.output import ColorDepth
    from prompt_toolkit.output.defaults import create_output

    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")  # some terminals print the answer instead
    return PromptSession(
        output=create_output(stdout=sys.stderr),
        color_depth=ColorDepth.DEPTH_1_BIT
        if os.environ.get("NO_COLOR")
        else ColorDepth.DEPTH_4_BIT,
    )


def _validator(check: Check | None) -> "Validator | None":
    from prompt_toolkit.document import Document
    from prompt_toolkit.validation import ValidationError, Validator

    if check is None:
        return None

    class Checked(Validator):
        """Refuses what the check finds wrong."""

        def validate(self, document: Document) -> None:
            """Raise what is wrong with a text."""
            wrong = check and check(document.text)
            if wrong is not None:
                raise ValidationError(len(document.text), wrong)

    return Checked()


def _message(
    question: str, session: "PromptSession[str]", check: Check | None, hint: Check | None
) -> "Callable[[], StyleAndTextTuples]":
    """Show beside the question what is wrong with what is typed, else what could be better."""

    def message() -> "StyleAndTextTuples":
        text = session.default_buffer.text
        wrong = check(text) if check is not None and text else None
        better = hint(text) if hint is not None and text else None
        remark = ("ansired", wrong) if wrong is not None else ("ansiyellow", better or "")
        return [("bold", question), ("", "  "), remark, ("", "\n> ")]

    return message
