"""What is nobody else's business: e-mail addresses."""

import re
from collections.abc import Iterable, Iterator

from okrcli.analysis.facts import PersonRow

HIDDEN = "[e-mail]"

# A run of letters is tried once, from its beginning, so that a long one takes no longer than it is.
_LOCAL = r"\w.!#$%&'*+/=?^`{|}~-"
_ADDRESS = re.compile(rf"(?<![{_LOCAL}])[{_LOCAL}]++@(?:\w[\w-]*+\.)*\w[\w-]*+")


def without_addresses(text: str) -> str:
    """Put a word in the place of each e-mail address."""
    return _ADDRESS.sub(HIDDEN, text) if "@" in text else text


def people_without_addresses(people: Iterable[PersonRow]) -> Iterator[PersonRow]:
    """Leave out the addresses of people; those whom only an address names become one."""
    seen: set[str] = set()
    for row in people:
        person = without_addresses(row.person)
        if person not in seen:
            seen.add(person)
            yield row._replace(person=person, emails=None)
