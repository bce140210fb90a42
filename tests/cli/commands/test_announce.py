"""`okr announce` through the real binary, to a real webhook on the loopback."""

import json
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ask
from tests.cli.hostile import hostile
from tests.cli.weeks import TODAY, weeks
from tests.connect.webhook import (
    CLOSE,
    CLOSE_AT_ONCE,
    SECRET,
    Reply,
    Webhook,
    answer,
    hang,
    raw,
    trickle,
    webhook,
)
from tests.history.repositories import CLEAN, Repo, git
from tests.running import Golden, Okr, Run

_ENV = {**CLEAN, "OKR_TODAY": TODAY}
_VARIABLE = "OKR_WEBHOOK_URL"
_BY_INPUT = ("--to", "slack", "--url-file", "-")
_SERVICES = ("slack", "teams", "mattermost", "json")


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Give a company of a few weeks; no test may change it."""
    return weeks(tmp_path_factory.mktemp("weeks") / "acme")


@pytest.fixture
def hook() -> Iterator[Webhook]:
    """Give a webhook on this machine."""
    with webhook() as server:
        yield server


def _announce(okr: Okr, cwd: Path, *arguments: str, env: Mapping[str, str] | None = None) -> Run:
    return okr("announce", *arguments, cwd=cwd, env={**_ENV, **(env or {})})


def _to(hook: Webhook) -> dict[str, str]:
    return {_VARIABLE: hook.url}


@pytest.mark.parametrize(
    ("name", "service"),
    [("board", "json"), *product(["board", "due", "week"], _SERVICES[:3])],
)
def test_what_each_service_is_sent(
    name: str, service: str, demo_company: Path, ask: Ask, golden: Golden
) -> None:
    shown = ask("announce", name, "--to", service, "--dry-run", cwd=demo_company)
    golden(f"announce/{name}-to-{service}.json", shown)


@pytest.mark.parametrize("name", ["cycle", "plan", "health", "person"])
def test_every_report_can_be_announced(name: str, demo_company: Path, ask: Ask) -> None:
    about = ["noor"] if name == "person" else []
    arguments = ("announce", name, *about, "--to", "mattermost", "--dry-run")
    (found,) = _parsed(ask(*arguments, cwd=demo_company))
    shown = ask("report", name, *about, "--format", "markdown", cwd=demo_company)
    assert found["text"].splitlines()[:5] == shown.splitlines()[:5]


def _parsed(text: str) -> list[Any]:
    """Read one JSON object after the other."""
    found, at = [], 0
    while at < len(text):
        value, at = json.JSONDecoder().raw_decode(text, at)
        found.append(value)
        at += 1
    return found


@pytest.mark.parametrize(
    ("service", "name"),
    [
        ("slack", "Slack"),
        ("teams", "Microsoft Teams"),
        ("mattermost", "Mattermost"),
        ("json", "the webhook"),
    ],
)
def test_what_is_sent_is_what_the_dry_run_shows(
    service: str, name: str, acme: Repo, hook: Webhook, okr: Okr
) -> None:
    shown = _announce(okr, acme.folder, "week", "--to", service, "-n")
    assert (shown.code, shown.stderr, hook.connections) == (0, "", 0)
    run = _announce(okr, acme.folder, "week", "--to", service, env=_to(hook))
    assert run == (0, f"sent week to {name}\n", "")
    assert [json.loads(each.body) for each in hook.requests] == _parsed(shown.stdout)


def test_a_long_report_is_sent_in_several_messages(
    demo_company: Path, hook: Webhook, okr: Okr
) -> None:
    arguments = ("plan", "--to", "teams")
    run = _announce(okr, demo_company, *arguments, env=_to(hook))
    assert run == (0, f"sent plan to Microsoft Teams in {len(hook.requests)} messages\n", "")
    assert len(hook.requests) > 1
    shown = _announce(okr, demo_company, *arguments, "-n").stdout
    assert [json.loads(each.body) for each in hook.requests] == _parsed(shown)


def test_a_channel_is_not_flooded(tmp_path: Path, hook: Webhook, okr: Okr) -> None:
    repo = Repo(tmp_path / "acme")
    title = "We get better at this " * 400
    goals = "".join(
        f"  - {{id: goal{each}, title: {title}, owner: ana, key_results:"
        f" [{{id: one, title: One, baseline: 0, target: 9, current: 4}}]}}\n"
        for each in range(25)
    )
    files = {
        f"okrs/{each}.yaml": f"team: t{each}\ncycle: 2026-Q4\nobjectives:\n{goals}"
        for each in range(4)
    }
    teams = "teams: [{id: acme}, {id: t0}, {id: t1}, {id: t2}, {id: t3}]\n"
    repo.commit(
        {"okr.toml": "", "okrs/o.yaml": f"organization: A\n{teams}", **files}, date="2026-10-01"
    )
    run = _announce(okr, repo.checkout().folder, "plan", "--to", "slack", env=_to(hook))
    assert run.code == 2
    assert "messages, and 30 are the most" in run.stderr
    assert hook.connections == 0


def test_the_same_report_is_the_same_message(acme: Repo, okr: Okr) -> None:
    arguments = ("week", "--to", "json", "-n", "--at", "2026-11-20")
    assert _announce(okr, acme.folder, *arguments) == _announce(okr, acme.folder, *arguments)


def test_options_of_reports_are_followed(acme: Repo, okr: Okr) -> None:
    def facts(*arguments: str) -> dict[str, object]:
        shown = _announce(okr, acme.folder, *arguments, "--to", "json", "-n").stdout
        return dict(json.loads(shown)["facts"])

    assert facts("week", "growth", "--since", "2026-11-06")["since"] == "2026-11-06"
    assert facts("week", "--at", "2026-11-15")["as_of"] == "2026-11-15"
    assert facts("due", "platform") == facts("due", "--team", "platform")
    assert _announce(okr, acme.folder, "due", "growth", "--to", "json", "-n") == (
        0,
        "",
        "nothing sent: nobody owes a check-in\n",
    )


def test_where_nobody_owes_a_check_in_nothing_is_sent(acme: Repo, hook: Webhook, okr: Okr) -> None:
    arguments = ("due", "--to", "slack", "--at", "2026-10-02")
    run = _announce(okr, acme.folder, *arguments, env=_to(hook))
    assert run == (0, "nothing sent: nobody owes a check-in\n", "")
    assert hook.connections == 0


def test_a_busy_service_is_asked_again(acme: Repo, hook: Webhook, okr: Okr) -> None:
    hook.replies = [
        answer("429 Too Many Requests", "", "Retry-After: 0"),
        answer("503 Service Unavailable", "", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"),
        answer(),
    ]
    run = _announce(okr, acme.folder, "board", "--to", "slack", env=_to(hook))
    assert run == (0, "sent board to Slack\n", "")
    assert len({each.body for each in hook.requests}) == 1
    assert len(hook.requests) == 3


_FAILURES: Mapping[str, tuple[Reply, str]] = {
    "no such webhook": (answer("404 Not Found", "no_service"), "(404: no_service)"),
    "it echoes the address": (answer("400 Bad", f"no hook {SECRET}"), "refused the message (400)"),
    "it leads to another host": (
        answer("302 Found", "", f"Location: https://evil.example{SECRET}"),
        "refused the message (302)",
    ),
    "for ever busy": (answer("429 Slow", "x", "Retry-After: 0"), "after 2 tries"),
    "busy for an hour": (answer("429 Slow", "", "Retry-After: 3600"), "asks to wait 3600 s"),
    "broken": (answer("500 Oops", "Traceback"), "out of order (500: Traceback), after 2 tries"),
    "silent": (hang(4), "did not answer in time"),
    "drop by drop": (trickle(b"HTTP/1.1 200 OK\r\n" * 99, 0.2), "did not answer in time"),
    "closes": (CLOSE, "closed the connection"),
    "closes at once": (CLOSE_AT_ONCE, "may not have taken the message"),
    "garbage": (raw(b"\xff\xfe garbage \x1b[31m"), "may not have taken the message"),
    "huge": (answer("400 Bad Request", "x" * 3_000_000), "(400: xxx"),
    "another's page": (answer("200 OK", f"<a href='{SECRET}'>"), "did not say that it took it"),
}


@pytest.mark.parametrize("failure", _FAILURES)
@pytest.mark.parametrize("debug", ["", "1"])
def test_a_failure_is_told_and_the_address_is_not(
    failure: str, debug: str, acme: Repo, hook: Webhook, okr: Okr
) -> None:
    reply, told = _FAILURES[failure]
    hook.replies = [reply]
    run = _announce(
        *(okr, acme.folder, "board", "--to", "slack", "--timeout", "1", "--retries", "1"),
        env={**_to(hook), "OKR_DEBUG": debug},
    )
    assert (run.code, run.stdout) == (3, "")
    assert told in run.stderr
    _assert_nothing_is_told(run, hook)
    if not debug:
        assert run.stderr.startswith("okr: error: Slack ")
        assert len(run.stderr.splitlines()) <= 2


def _assert_nothing_is_told(run: Run, hook: Webhook) -> None:
    for word in ("SECRET", "secret", "127.0.0.1", str(hook.port), "evil", "services", "\x1b"):
        assert word not in run.stdout + run.stderr


def test_an_interrupt_ends_it_at_once(
    acme: Repo, hook: Webhook, plain_env: Mapping[str, str]
) -> None:
    hook.replies = [hang(20)]
    arguments = ("announce", "board", "--to", "slack", "--timeout", "30")
    with subprocess.Popen(
        [sys.executable, "-m", "okrcli", *arguments],
        cwd=acme.folder,
        env={**plain_env, **_ENV, **_to(hook)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        while not hook.requests:
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=10)
    assert (process.returncode, *told) == (130, "", "")


def test_where_nobody_listens_it_is_tried_again_and_told(acme: Repo, okr: Okr) -> None:
    with webhook() as gone:
        url = gone.url
    run = _announce(
        *(okr, acme.folder, "board", "--to", "teams", "--retries", "1"), env={_VARIABLE: url}
    )
    assert run == (
        3,
        "",
        (
            "okr: error: Microsoft Teams could not be reached: there is no connection to it,"
            " after 2 tries\n"
            "  hint: check the address, and whether this machine may reach the network\n"
        ),
    )


def test_the_address_may_be_in_another_variable_or_a_file(
    acme: Repo, hook: Webhook, tmp_path: Path, okr: Okr
) -> None:
    arguments = ("board", "--to", "slack")
    other = {"TEAM_HOOK": hook.url, _VARIABLE: "https://127.0.0.1:1/x"}
    run = _announce(okr, acme.folder, *arguments, "--url-env", "TEAM_HOOK", env=other)
    assert run.code == 0
    file = tmp_path / "hook"
    file.write_bytes(b"\xef\xbb\xbf" + hook.url.encode() + b"\r\n")
    assert _announce(okr, acme.folder, *arguments, "--url-file", str(file)).code == 0
    assert len(hook.requests) == 2


def test_the_address_may_come_by_standard_input(
    acme: Repo, hook: Webhook, plain_env: Mapping[str, str]
) -> None:
    def run(said: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "okrcli", "announce", "board", *_BY_INPUT],
            cwd=acme.folder,
            env={**plain_env, **_ENV},
            input=said,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    assert run(f"{hook.url}\n").stdout == "sent board to Slack\n"
    assert "standard input does not hold the address of a webhook: it is" in run("").stderr


@pytest.mark.parametrize("link", [False, True])
def test_a_file_that_git_has_is_refused(
    *, link: bool, acme: Repo, hook: Webhook, tmp_path: Path, okr: Okr
) -> None:
    folder = shutil.copytree(acme.folder, tmp_path / "acme")
    file = folder / "kept" / "hook"
    file.parent.mkdir()
    (tmp_path / "outside").write_text(hook.url)
    if link:
        file.symlink_to(tmp_path / "outside")
    else:
        file.write_text(hook.url)
    arguments = ("board", "--to", "slack", "--url-file")
    assert _announce(okr, folder, *arguments, "kept/hook").code == 0
    git(folder, "add", "kept/hook")
    (tmp_path / "link").symlink_to(file)
    for name in ("kept/hook", "kept/../kept/hook", str(file), *([] if link else ["../link"])):
        run = _announce(okr, folder, *arguments, name)
        assert run.code == 2
        assert run.stderr.startswith(f"okr: error: {name} is in a git repository, where")
        assert "SECRET" not in run.stderr
    git(folder, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x")
    assert _announce(okr, folder, *arguments, "kept/hook").code == 2
    assert len(hook.requests) == 1


def test_a_file_of_gits_own_is_in_no_repository(
    acme: Repo, hook: Webhook, tmp_path: Path, okr: Okr
) -> None:
    folder = shutil.copytree(acme.folder, tmp_path / "acme")
    (folder / ".git" / "hook").write_text(hook.url)
    run = _announce(okr, folder, "board", "--to", "slack", "--url-file", ".git/hook")
    assert run == (0, "sent board to Slack\n", "")


def test_no_setting_of_the_repository_says_where_to_send(
    acme: Repo, hook: Webhook, tmp_path: Path, okr: Okr
) -> None:
    folder = shutil.copytree(acme.folder, tmp_path / "acme")
    settings = folder / "okr.toml"
    settings.write_text(f'{settings.read_text()}\nwebhook = "{hook.url}"\n')
    run = _announce(okr, folder, "board", "--to", "slack")
    assert run.code == 2
    assert hook.connections == 0


def test_an_address_on_the_command_line_is_refused_and_not_repeated(
    acme: Repo, hook: Webhook, okr: Okr
) -> None:
    for arguments in (
        (hook.url, "--to", "slack"),
        ("week", "--to", hook.url),
        ("week", hook.url, "--to", "slack"),
        ("week", "--to", "slack", "--url-env", hook.url),
        ("week", "--to", "slack", "--url-file", hook.url),
        ("week", "--to", "slack", "--team", hook.url, "-n"),
        ("week", hook.url),
        ("week", "growth", hook.url, "--to", "slack"),
        ("week", "--to", "slack", f"--url={hook.url}"),
        ("week", "--to", "slack", "--timeout", hook.url),
    ):
        run = _announce(okr, acme.folder, *arguments)
        assert (run.code, run.stdout) == (2, "")
        assert len(run.stderr.splitlines()) == 2
        _assert_nothing_is_told(run, hook)
    assert (
        "an address has no place on the command line"
        in _announce(*(okr, acme.folder, hook.url, "--to", "slack")).stderr
    )
    assert hook.connections == 0


@pytest.mark.parametrize(
    ("arguments", "value", "message"),
    [
        ("board --to slack", None, "OKR_WEBHOOK_URL is not set"),
        ("board --to slack", "", "it is empty"),
        ("board --to slack", "http://x.example/SECRET", "only https://"),
        ("board --to slack", "SECRET", "it names no host"),
        ("board --to slack --url-env NOT_SET", "x", "NOT_SET is not set"),
        ("board --to slack --url-env A-B", "x", "takes the name of a variable"),
        ("board --to slack --url-file none", "x", "none cannot be read"),
        ("board --to slack --url-file .", "x", ". cannot be read"),
        ("board --to slack --url-file a --url-env B", "x", "are two addresses"),
        ("board --to slak -n", None, "no service slak\n  hint: did you mean slack?"),
        ("weak --to slack -n", None, "no report weak\n  hint: did you mean week?"),
        ("zzz --to slack -n", None, "no report zzz\n  hint: there are: week, board"),
        ("board", None, "Missing option '--to'"),
        ("board --to slack --timeout 0", None, "Invalid value for '--timeout'"),
        ("board --to slack --timeout nan", None, "nan is no time"),
        ("due --to slack --since 2026-11-01 -n", None, "--since goes with week and person"),
        ("plan --to slack --owner ana -n", None, "--owner goes with week and person"),
        ("week grwth --to slack -n", None, "did you mean growth?"),
        ("due grwth --to slack -n", None, "did you mean growth?"),
    ],
)
def test_wrong_use(arguments: str, value: str | None, message: str, acme: Repo, okr: Okr) -> None:
    env = {} if value is None else {_VARIABLE: value}
    run = _announce(okr, acme.folder, *arguments.split(), env=env)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert "SECRET" not in run.stderr


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Give a repository that was made to do harm; no test may change it."""
    return hostile(tmp_path_factory.mktemp("hostile") / "acme")


_CALLS = {
    "slack": r"<(?!\\u200b|…)",
    "mattermost": r"@\w|<[!@#]|<script|<img|(?<!\\)\]\(javascript",
    "teams": r"entities|</?at\b|TextBlock(?<!RichTextBlock)",
    "json": "\0",
}


@pytest.mark.parametrize("service", _SERVICES)
@pytest.mark.parametrize("name", ["week", "due", "plan", "person bo"])
def test_texts_of_a_hostile_repository_call_nobody(
    name: str, service: str, evil: Repo, okr: Okr
) -> None:
    run = _announce(okr, evil.folder, *name.split(), "--to", service, "-n")
    assert (run.code, bool(run.stdout)) == (0, True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066]", run.stdout)
    assert re.findall(_CALLS[service], run.stdout) == []
    if service != "json":
        assert "@acme.example" not in run.stdout
