"""How the tree is put together: sections by standing, and the links between what is shown."""

from collections.abc import Iterator, Mapping, Sequence

from okrcli.analysis.landscape.branches import Branches
from okrcli.analysis.landscape.cascade import Cascade
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.landscape.tree import Edge, Section, Standing, Tree
from okrcli.analysis.landscape.tree_selection import Wanted, cascade, members, visible
from okrcli.model.cycle import Cycle
from okrcli.model.organization import Pillar
from okrcli.model.reference import Key


def tree(landscape: Landscape, cycles: Sequence[Cycle], wanted: Wanted) -> Tree:
    """Draw who works for what: down from the vision, or beneath or above what is asked for."""
    goals = landscape.goals
    placed = cascade(landscape, members(landscape, wanted), wanted.about)
    shown = visible(landscape, placed, wanted)
    branches = Branches(landscape, placed, shown, wanted)
    sections = list(_sections(landscape, placed, shown, branches, wanted))
    drawn = {line.key for section in sections for line in section.lines}
    return Tree(
        now=goals.now,
        revision=goals.revision,
        history=goals.history,
        cycles=cycles,
        organization=goals.organization,
        sections=sections,
        edges=[edge for edge in _edges(placed) if edge.link.holder in drawn],
        circles=placed.circles,
        about=wanted.about,
        up=wanted.up,
        filtered=wanted.filters,
    )


def standing(landscape: Landscape, key: Key) -> Standing:
    """Tell what an objective that hangs on nothing is to the vision.

    Without a list of teams nobody knows the root among several: what another team supports then
    has its place.
    """
    objective = landscape.alignment.objectives[key]
    if landscape.teams.is_root(key.team):
        return Standing.ALIGNED
    if objective.standalone:
        return Standing.STANDALONE
    supporters = landscape.alignment.children(key)
    listed = landscape.goals.organization.teams
    if not listed and any(low.team != key.team for low in supporters):
        return Standing.ALIGNED
    return Standing.ORPHAN


def _sections(
    landscape: Landscape,
    placed: Cascade,
    shown: Mapping[Key, bool],
    branches: Branches,
    wanted: Wanted,
) -> Iterator[Section]:
    tops = [key for key in placed.tops if key in shown]
    if wanted.about is not None:
        level = 0 if isinstance(wanted.about, Key) else 1
        yield Section(Standing.ASKED, list(branches.lines(tops, level)))
        return
    by_standing: dict[Standing, list[Key]] = {each: [] for each in Standing}
    for key in tops:
        by_standing[standing(landscape, key)].append(key)
    aligned = by_standing.pop(Standing.ALIGNED)
    whole = wanted.up is None and not wanted.filters
    for pillar, keys in _by_pillar(landscape, aligned):
        if keys or (whole and pillar is not None):
            yield Section(Standing.ALIGNED, list(branches.lines(keys, 1)), pillar)
    for each, keys in by_standing.items():
        if keys:
            yield Section(each, list(branches.lines(keys, 1)))


def _by_pillar(
    landscape: Landscape, keys: Sequence[Key]
) -> Iterator[tuple[Pillar | None, Sequence[Key]]]:
    """Yield the pillars with their objectives, and last what serves none of them."""
    objectives = landscape.alignment.objectives
    pillars = {pillar.id: pillar for pillar in landscape.goals.organization.pillars}
    for name, pillar in pillars.items():
        yield pillar, [key for key in keys if objectives[key].pillar == name]
    yield None, [key for key in keys if objectives[key].pillar not in pillars]


def _edges(placed: Cascade) -> Iterator[Edge]:
    for key, links in placed.links.items():
        for link in links:
            yield Edge(link, drawn=link == placed.places[key], around=link in placed.cut)
