"""What the rules on circles share: which to tell, where, and in which words."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar

from okrcli.analysis.alignment.alignment import Alignment, Circle, Counts, Link
from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source
from okrcli.rules.base import LintInput, LintRule

MOST_NAMED = 6


class CircleRule(LintRule):
    """A rule on links that lead back to where they began; each tangle is told once."""

    family = "alignment"
    severity = Severity.ERROR
    practices = (3,)
    field: ClassVar[str]

    @abstractmethod
    def circles(self, alignment: Alignment, counts: Counts) -> Sequence[Circle]:
        """Give the circles among the objectives that count."""

    @abstractmethod
    def leads_down(self, lint: LintInput, link: Link) -> bool:
        """Tell whether a link is the one that is most likely wrong."""

    @abstractmethod
    def remedy(self, lint: LintInput, link: Link) -> str:
        """Say what to do about a circle that is told at a link."""

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each circle, at the link to take out where that can be told."""
        for circle in self._told(subject.alignment):
            way = self._from_the_wrong_one(subject, circle.links)
            yield self.finding(
                self._place(subject, way[0]),
                f"'{way[0].holder.ref}' {self.field} itself{_shown(way)}",
                self.remedy(subject, way[0]),
                related=[self._place(subject, link) for link in way[1:]],
            )

    def _place(self, lint: LintInput, link: Link) -> Source:
        return lint.places[link.holder].at(self.field, link.position)

    def _told(self, alignment: Alignment) -> Iterator[Circle]:
        """Yield the circles of what is published, then those that drafts would close."""
        published = self.circles(alignment, lambda each: not (each.draft or each.dropped))
        known = {key for circle in published for key in circle.tangle}
        yield from published
        for circle in self.circles(alignment, lambda each: not each.dropped):
            if not circle.tangle & known:
                yield circle

    def _from_the_wrong_one(self, lint: LintInput, links: Sequence[Link]) -> Sequence[Link]:
        """Turn a circle so that it begins with the link to take out: of a draft, or downward."""
        objectives = lint.alignment.objectives
        doubts = [
            (objectives[link.holder.of_objective].draft, self.leads_down(lint, link))
            for link in links
        ]
        first = doubts.index(max(doubts))
        return [*links[first:], *links[:first]]


def _shown(way: Sequence[Link]) -> str:
    if len(way) == 1:
        return ""
    cycle = way[0].holder.cycle
    names = [link.holder.seen_from(cycle) for link in way]
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], "..."]
    return f": {' -> '.join((*names, names[0]))}"
