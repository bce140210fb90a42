"""Template text: what stands in a file because nobody has replaced it yet."""

import re

_BEGINNINGS = (
    *("<", "[", "{", "..", "…", "??", "--", "__"),
    *("to", "tb", "fixme", "xxx", "placeholder", "example text", "lorem ipsum"),
    *("insert ", "enter ", "write ", "add ", "your ", "my "),
    *("objective", "key result", "milestone", "lesson"),
)
_PLACEHOLDER = r"""(?:
        to-?do | tbd | tba | tbc | fixme | x{3,} | placeholder | example\ text
      | <[^<>]+> | \[[^\[\]]+\] | \{\{.*\}\}
      | lorem\ ipsum\b.*
      | (?:\.{3,} | … | \?{2,} | -{2,} | _{2,})
      | (?:insert|enter|write|add)\ (?:an?\ |the\ |your\ )?[a-z]+(?:\ [a-z]+)?\ here
      | (?:your|my)\ (?:objective|key\ result|title|goal|name)(?:\ (?:goes\ )?here)?
      | (?:objective|key\ result|milestone|lesson)(?:\ \#?\d+)?
    )[.:!\s]*"""


def is_placeholder(value: str) -> bool:
    """Tell whether a whole value is template text; a word inside a sentence never is."""
    plain = value.strip().casefold()
    if not plain.startswith(_BEGINNINGS):
        return False
    return re.fullmatch(_PLACEHOLDER, plain, re.VERBOSE | re.DOTALL) is not None
