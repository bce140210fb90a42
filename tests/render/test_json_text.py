"""JSON that is readable, safe and complete."""

import json

from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.json_text import json_text

_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False)
    | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
)


def test_what_people_write_stays_readable() -> None:
    assert json_text({"title": "Tomás 店 🚀"}) == '{\n  "title": "Tomás 店 🚀"\n}\n'


def test_what_a_terminal_would_obey_is_escaped_and_not_lost() -> None:
    text = "\x1b[31m \x9b2J \u202e \u2028"
    written = json_text({"title": text})
    assert json.loads(written) == {"title": text}
    assert written.isascii()


def test_half_a_character_does_not_stop_a_report() -> None:
    assert json.loads(json_text({"a": ["\ud800"], "b": "é"})) == {"a": ["\ud800"], "b": "é"}


@given(st.dictionaries(st.text(), _VALUES))
def test_json_reads_back(data: dict[str, object]) -> None:
    finite = json.loads(json.dumps(data), parse_constant=lambda _: None)
    assert json.loads(json_text(data)) == finite


@given(st.dictionaries(st.text(), _VALUES | st.lists(_VALUES)))
def test_a_list_that_is_written_item_by_item_is_the_same_list(data: dict[str, object]) -> None:
    lazy = {key: iter(value) if isinstance(value, list) else value for key, value in data.items()}
    assert json_text(lazy) == json_text(data)
