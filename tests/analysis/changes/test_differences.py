"""Where two documents of plain data differ."""

from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.changes.differences import differences

_DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from(["a", "b"]),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.sampled_from("xyz"), below, max_size=3)
    ),
)


@given(_DATA, _DATA)
def test_there_are_some_exactly_where_the_documents_differ(one: object, other: object) -> None:
    found = list(differences(one, other))
    assert bool(found) == (_exact(one) != _exact(other))
    assert sorted(map(str, found)) == sorted(map(str, differences(other, one)))


def _exact(value: object) -> object:
    """Tell true from 1."""
    if isinstance(value, dict):
        return {name: _exact(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_exact(each) for each in value]
    return isinstance(value, bool), value


def test_numbers_are_compared_by_value_and_lists_by_their_length() -> None:
    assert not list(differences({"a": 5, "b": 1}, {"b": 1, "a": 5.0}))
    assert list(differences({"a": [1, 2]}, {"a": [1]})) == [("a",)]
    assert list(differences([{"a": 1}, {}], [{"a": 2}, {"b": None}])) == [(0, "a"), (1, "b")]
