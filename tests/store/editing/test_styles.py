"""Whatever style a document has, an edit changes what was asked for, and no other byte."""

import re
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from okrcli.store.editing.data import applied, is_same
from okrcli.store.editing.edited import edited, lifted_entry
from okrcli.store.editing.edits import Edit, Insert, Remove, Rename, Set, Wrap
from okrcli.store.yaml.source import read_strict
from tests.store.editing.documents import Sample, paths, said, samples, scalars, texts

NAME = "okrs/a.yaml"
COMMENT = re.compile(rb"#\s(?:at|above) (\S+)")
NEW = ("team", "draft", "why", "ambition", "weight", "blocker", "close", "x-new", "formerly")
new_values = st.one_of(
    scalars,
    st.lists(texts, max_size=2),
    st.fixed_dictionaries({"decision": texts, "lessons": st.lists(scalars, max_size=2)}),
    st.lists(st.fixed_dictionaries({"on": texts, "why": scalars}), min_size=1, max_size=2),
)


def _read(content: bytes) -> Any:  # noqa: ANN401 - any YAML
    return read_strict(content).value


def _ends(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """Give what is left of two texts between what they have in common at both ends."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    stop = 0
    while stop < min(len(old), len(new)) - start and old[-1 - stop] == new[-1 - stop]:
        stop += 1
    return old[start : len(old) - stop], new[start : len(new) - stop]


def _comments(content: bytes) -> list[str]:
    return [found.decode() for found in COMMENT.findall(content)]


@given(samples())
@settings(max_examples=150)
def test_the_documents_say_what_they_are_made_to_say(sample: Sample) -> None:
    assert is_same(_read(sample.content), sample.value)
    assert edited(sample.content, (), NAME) == sample.content


@given(st.data(), samples(), scalars)
@settings(max_examples=200)
def test_a_value_is_replaced_and_nothing_else(
    data: st.DataObject, sample: Sample, new: object
) -> None:
    places = [path for path, value in paths(sample.value) if not isinstance(value, dict | list)]
    path = data.draw(st.sampled_from(places))
    made = edited(sample.content, [Set(path, new)], NAME)  # type: ignore[arg-type]
    assert is_same(_read(made), applied(sample.value, Set(path, new)))  # type: ignore[arg-type]
    assert _comments(made) == _comments(sample.content)
    lost, added = _ends(sample.content, made)
    if not added.count(b"\n") and b"|" not in sample.content:
        assert lost.count(b"\n") == 0
    assert made.count(b"\r\n") == made.count(b"\n") or b"\r" not in sample.content


@given(st.data(), samples(), new_values)
@settings(max_examples=200)
def test_a_new_field_is_added_and_no_byte_taken(
    data: st.DataObject,
    sample: Sample,
    new: Any,  # noqa: ANN401 - any value
) -> None:
    holders = [((), sample.value), *paths(sample.value)]
    path, holder = data.draw(st.sampled_from([h for h in holders if isinstance(h[1], dict)]))
    name = data.draw(st.sampled_from(NEW))
    assume(name not in holder)
    made = edited(sample.content, [Set((*path, name), new)], NAME)
    assert is_same(_read(made), applied(sample.value, Set((*path, name), new)))
    lost, _ = _ends(sample.content, made)
    assert lost in {b"", b"\r"}


@given(st.data(), samples(), new_values)
@settings(max_examples=200)
def test_a_new_entry_is_added_and_no_comment_taken(
    data: st.DataObject,
    sample: Sample,
    new: Any,  # noqa: ANN401 - any value
) -> None:
    lists = [(path, value) for path, value in paths(sample.value) if isinstance(value, list)]
    path, held = data.draw(st.sampled_from(lists))
    index = data.draw(st.none() | st.integers(0, len(held)))
    edit = Insert(path, new, index)
    made = edited(sample.content, [edit], NAME)
    assert is_same(_read(made), applied(sample.value, edit))
    assert _comments(made) == _comments(sample.content)
    assert _ends(sample.content, made)[0] in {b"", b"\r", b"[]", b" []", b"[ ]"} or not held


@given(st.data(), samples())
@settings(max_examples=200)
def test_what_is_removed_takes_only_its_own_comments(data: st.DataObject, sample: Sample) -> None:
    path = data.draw(st.sampled_from([path for path, _ in paths(sample.value)]))
    made = edited(sample.content, [Remove(path)], NAME)
    assert is_same(_read(made), applied(sample.value, Remove(path)))
    left = [place for place in _comments(sample.content) if not place.startswith(said(path))]
    assert [place for place in _comments(made) if not place.startswith(said(path))] == left
    before = iter(sample.content)
    assert all(byte in before for byte in made.translate(None, b"[]{} \r\n"))


@given(st.data(), samples(), samples())
@settings(max_examples=150)
def test_an_entry_moves_to_another_file_with_its_comments(
    data: st.DataObject, sample: Sample, other: Sample
) -> None:
    entries = [path for path, _ in paths(sample.value) if isinstance(path[-1], int)]
    lists = [path for path, value in paths(other.value) if isinstance(value, list)]
    assume(entries)
    path = data.draw(st.sampled_from(entries))
    edit = Insert(data.draw(st.sampled_from(lists)), lifted_entry(sample.content, path, NAME))
    made = edited(other.content, [edit], NAME)
    assert is_same(_read(made), applied(other.value, edit))


def _random(data: st.DataObject, value: object) -> Edit:
    path, held = data.draw(st.sampled_from(list(paths(value))))
    choices: list[Edit] = [Set(path, data.draw(new_values)), Remove(path)]
    if isinstance(held, list):
        choices.append(Insert(path, data.draw(new_values)))
    if isinstance(path[-1], str):
        choices.append(Rename(path, f"x-{len(path)}"))
    elif not isinstance(held, dict | list) and "\n" not in str(held):
        choices.append(Wrap(path, "title"))
    return data.draw(st.sampled_from(choices))


@given(st.data(), samples(), st.integers(1, 5))
@settings(max_examples=200)
def test_several_edits_each_see_what_those_before_did(
    data: st.DataObject, sample: Sample, count: int
) -> None:
    value: object = sample.value
    edits: list[Edit] = []
    for _ in range(count):
        assume(value)
        edit = _random(data, value)
        assume(not (isinstance(edit, Rename) and edit.name in str(value)))
        value = applied(value, edit)
        assume(value)
        edits.append(edit)
    assert is_same(_read(edited(sample.content, edits, NAME)), value)
