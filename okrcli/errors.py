"""What stops a run: one class per failure, each with its own message and exit code.

Wrong data of the user is never one of these: it is a finding, and all findings are reported.
"""


class OkrError(Exception):
    """Say in one line why the run cannot go on and what to do next."""

    exit_code = 3

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Keep the sentence and, where there is one, the remedy."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(OkrError):
    """What was asked for does not exist or does not fit."""

    exit_code = 2


class SettingsError(UsageError):
    """okr.toml cannot be used."""


class MissingExtraError(UsageError):
    """What was asked for needs a library that is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        """Name what needs it, and the extra that brings it."""
        super().__init__(
            f"{what} needs a library that is not installed", f"pip install 'okrcli[{extra}]'"
        )


class NoWorkspaceError(UsageError):
    """There is no okr.toml and no okrs/ folder to work on."""

    def __init__(self, where: str) -> None:
        """Name the folder that was searched from."""
        super().__init__(
            f"no OKR workspace in {where} or above it (no okr.toml, no okrs/ folder)",
            "run `okr init` to start one here",
        )


class NoRepositoryError(OkrError):
    """The question needs a git history and there is no repository."""

    def __init__(self, where: str) -> None:
        """Name the folder that is in no repository."""
        super().__init__(
            f"{where} is not in a git repository, so it has no history",
            "run `git init` and commit the OKR files",
        )


class GitError(OkrError):
    """Git failed; the message is git's own."""


class SendError(OkrError):
    """A message could not be sent."""


class UnknownRevisionError(UsageError):
    """A revision names no commit of this repository."""

    def __init__(self, revision: str) -> None:
        """Name the revision as it was given."""
        super().__init__(
            f"{revision!r} is neither a date (YYYY-MM-DD) nor a commit of this repository",
            "try a date, a tag, a branch or a commit id",
        )


class NotEditableError(OkrError):
    """A file cannot be edited without changing more than was asked for."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        """Name the line that a person has to edit."""
        super().__init__(
            f"{file}:{line} cannot be edited safely: {reason}",
            f"nothing was written; edit line {line} by hand",
        )
