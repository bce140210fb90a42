"""The comments of a YAML text, told apart from the same signs inside its values."""

import re
from bisect import bisect_right

from okrcli.store.yaml.blocks import Blocks

_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")


def comments(text: str, held: Blocks) -> list[str]:
    """List the comments of a text, in its order; `held` are its blocks."""
    starts = [scalar.start for scalar in held.scalars]
    found = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        for match in _SIGN.finditer(line):
            place = (number, match.start() + 1)
            before = bisect_right(starts, place) - 1
            if before < 0 or not held.scalars[before].holds(*place):
                found.append(line[match.start() :].rstrip())
                break
    return found
