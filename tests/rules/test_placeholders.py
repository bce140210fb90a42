"""Template text is recognised as a whole value, never within a sentence."""

import pytest

from okrcli.rules.placeholders import is_placeholder


@pytest.mark.parametrize(
    "value",
    [
        *("TODO", "todo", " To-do! ", "TBD", "tba.", "FIXME", "xxx", "XXXX", "placeholder"),
        *("<title>", "<your objective>", "[title]", "{{ title }}", "...", "…", "??", "---", "___"),
        *("Lorem ipsum", "lorem ipsum dolor sit amet,\nconsectetur", "Your objective here"),
        *("insert title here", "Add your text here.", "Write a key result here", "my goal"),
        *("Objective 1", "Key result #2", "objective", "Milestone 3", "Your name"),
    ],
)
def test_template_text(value: str) -> None:
    assert is_placeholder(value)


@pytest.mark.parametrize(
    "value",
    [
        *("Nobody keeps a TODO list", "TODO lists are empty by Friday", "Our todos are done"),
        *("Shops love <b>us</b>", "[Beta] is in every town", "<3 from every shop", "a <b> c"),
        *("What a week ...", "Why us?", "-", "?", "x", "xx", "Your bike is always here"),
        *("Add to cart works here and there for all", "Milestone reached", "Objective beauty"),
        *("Key results are known to all", "Lorem", "tbdx", "お店", "n/a", "We insert coins here"),
    ],
)
def test_real_text(value: str) -> None:
    assert not is_placeholder(value)
