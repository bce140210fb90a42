"""The tree of teams, also where nobody has drawn it."""

from okrcli.analysis.teams import TeamTree
from okrcli.model.organization import Organization, Team

TREE = Organization(
    teams=[Team("a"), Team("b", parent="a"), Team("c", parent="b"), Team("d", parent="b")]
)


def test_above_and_below_the_nearest_come_first() -> None:
    tree = TeamTree(TREE, [])
    assert list(tree.below("a")) == ["b", "c", "d"]
    assert list(tree.above("c")) == ["b", "a"]
    assert not list(tree.below("d"))
    assert not list(tree.above("a"))
    assert [team for team in "abcd" if tree.is_root(team)] == ["a"]


def test_a_team_that_nobody_lists_is_not_known() -> None:
    tree = TeamTree(TREE, ["z"])
    assert tree.knows("a")
    assert not tree.knows("z")
    assert not tree.is_root("z")


def test_without_a_list_the_only_team_is_the_root_and_among_several_none() -> None:
    assert TeamTree(Organization(), ["x", "x"]).is_root("x")
    several = TeamTree(Organization(), ["x", "y"])
    assert several.knows("x")
    assert not several.is_root("x")
    assert not TeamTree(Organization(), []).is_root("x")


def test_teams_above_themselves_end() -> None:
    tree = TeamTree(Organization(teams=[Team("a", parent="b"), Team("b", parent="a")]), [])
    assert list(tree.above("a")) == ["b"]
    assert list(tree.below("a")) == ["b"]
