"""What of some findings comes from a branch: found in lines that it changed, or not before it."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from functools import cache
from typing import TYPE_CHECKING

from okrcli.cli.session import Opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrcli.model.finding import Finding


def changed_since(opened: Opened, base: str, findings: "Sequence[Finding]") -> "Sequence[Finding]":
    """Keep what a branch is answerable for since it left a revision, committed or not.

    That is what stands in a line that it changed, and what was not found before it, wherever that
    is: one may break a link from a file that one did not touch.
    """
    from okrcli.analysis.identity import counted, subtract
    from okrcli.analysis.line_changes import changed_lines
    from okrcli.history.plumbing.before import contents_before
    from okrcli.store.loader import load_contents
    from okrcli.store.yaml.source import text_of

    before = contents_before(opened.root, base, opened.settings)
    texts = opened.loaded.texts
    located = opened.loaded.located(findings)
    then = opened._replace(loaded=load_contents(before, opened.settings))
    new, _ = subtract(located, counted(then.findings()))
    is_new = {id(finding) for finding in new}
    known = {text_of(data) for data in before.values()}

    @cache
    def changed(path: str) -> frozenset[int]:
        if path not in before and texts[path] in known:
            return frozenset()  # the file was only moved
        return changed_lines(text_of(before.get(path, b"")), texts[path])

    def is_in_changes(finding: "Finding") -> bool:
        span, path = finding.span, finding.source.path
        return span is not None and path in texts and span.line in changed(path)

    return [each for each in located if id(each) in is_new or is_in_changes(each)]
