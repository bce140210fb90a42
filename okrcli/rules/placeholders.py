"""Template text: what stands in a file because nobody has replaced it yet."""

import re

_PLACEHOLDER = re.compile(
    r"""(?:
        to-?do | tbd | tba | tbc | fixme | x{3,} | placeholder | example\ text
      | <[^<>]+> | \[[^\[\]]+\] | \{\{.*\}\}
      | lorem\ ipsum\b.*
      | (?:\.{3,} | … | \?{2,} | -{2,} | _{2,})
      | (?:insert|enter|write|add)\ (?:an?\ |the\ |your\ )?[a-z]+(?:\ [a-z]+)?\ here
      | (?:your|my)\ (?:objective|key\ result|title|goal|name)(?:\ (?:goes\ )?here)?
      | (?:objective|key\ result|milestone|lesson)(?:\ \#?\d+)?
    )[.:!\s]*""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


def is_placeholder(value: str) -> bool:
    """Tell whether a whole value is template text; a word inside a sentence never is."""
    return _PLACEHOLDER.fullmatch(value.strip()) is not None
