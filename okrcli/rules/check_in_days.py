"""What the rules about the days and authors of check-ins share: one finding a commit and team."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from okrcli.rules.audit_steps import Said


def together(
    found: Iterable[Said], also: Callable[[Said], object] = lambda _: None
) -> Iterator[Sequence[Said]]:
    """Group check-ins that one commit made for one team in one cycle, and what they share."""
    groups: dict[tuple[object, ...], list[Said]] = {}
    for said in found:
        about = (said.version.commit.id, said.key.cycle, said.key.team, also(said))
        groups.setdefault(about, []).append(said)
    yield from groups.values()


def others(group: Sequence[object]) -> str:
    """Say how many more there are beside the first."""
    more = len(group) - 1
    return f" (and {more} more)" if more else ""
