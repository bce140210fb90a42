"""What is nobody else's business: the e-mail addresses of people."""

from collections.abc import Iterable, Iterator

from okrcli.analysis.facts.facts import PersonRow
from okrcli.render.addresses import without_addresses


def people_without_addresses(people: Iterable[PersonRow]) -> Iterator[PersonRow]:
    """Leave out the addresses of people; those whom only an address names become one."""
    seen: set[str] = set()
    for row in people:
        person = without_addresses(row.person)
        if person not in seen:
            seen.add(person)
            yield row._replace(person=person, emails=None)
