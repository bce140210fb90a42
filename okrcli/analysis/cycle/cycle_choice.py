"""Which cycle a report is of, where nobody says which."""

from collections.abc import Iterable, Sequence

from okrcli.model.cycle import Cycle

_ALIKE = 1.25  # quarters are of 90 to 92 days, and a named cycle of ten weeks is none


def ending_first(cycles: Iterable[Cycle]) -> Cycle | None:
    """Choose what is looked back at: the cycle that ends first, of equals the shortest."""
    return min(cycles, key=lambda each: (each.end, each.period.days, each.name), default=None)


def begun_last(cycles: Iterable[Cycle]) -> Cycle | None:
    """Choose what is announced: the cycle that began last, of equals the shortest."""
    return max(cycles, key=lambda each: (each.start, -each.period.days, each.name), default=None)


def up_to(cycle: Cycle, cycles: Iterable[Cycle]) -> Sequence[Cycle]:
    """Give a cycle and those before it that are about as long, the oldest first."""
    days = cycle.period.days
    found = [
        each
        for each in cycles
        if each.end <= cycle.start and days / _ALIKE <= each.period.days <= days * _ALIKE
    ]
    return [*sorted(found, key=lambda each: (each.start, each.name)), cycle]
