"""What a person answers for, in words."""

from collections.abc import Iterator

from okrcli.analysis.loads.owner_loads import OwnerLoad, OwnerLoads
from okrcli.analysis.owners import Named, names_in
from okrcli.analysis.progress.rhythm import kept
from okrcli.render.words import count, home_cycle

NOBODY = "nobody"
_MOST_NAMED = 6


def summary_words(loads: OwnerLoads) -> str:
    """Say how many own something, and how many need a look."""
    owners = [each for each in loads.owners if each.owner is not None]
    facts = [
        (sum(each.over for each in owners), f"over the limit of {count(loads.limit, 'objective')}"),
        (sum(bool(each.overdue) for each in owners), "with overdue check-ins"),
        (sum(each.known is False for each in owners), "that no organization file knows"),
    ]
    told = [
        count(len(owners), "owner"),
        *(f"{number} {words}" for number, words in facts if number),
    ]
    return ", ".join(told)


def title_words(loads: OwnerLoads) -> str:
    """Head a document: everybody in short, or the one person that it is about."""
    if loads.detailed and loads.owners:
        return owner_words(loads.owners[0])
    return f"Owners: {summary_words(loads)}"


def owner_words(load: OwnerLoad) -> str:
    """Say who it is."""
    if load.owner is None:
        return NOBODY
    return f"{load.name} ({load.owner})" if load.name and load.name != load.owner else load.owner


def objectives_words(load: OwnerLoad) -> str:
    """Say how many objectives somebody owns at the most in one cycle, of how many."""
    return f"{load.most} of {load.limit}" if load.owner is not None else str(load.most)


def overdue_words(load: OwnerLoad) -> str:
    """Say how many check-ins are overdue."""
    return f"{len(load.overdue)} overdue" if load.overdue else ""


def rhythm_words(load: OwnerLoad) -> str:
    """Say how many of somebody's check-ins came in time."""
    counts = [kept(each.rhythm) for each in load.owed]
    on_time, over = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0)
    return f"{on_time} of {over}" if over else ""


def remarks(load: OwnerLoad) -> Iterator[str]:
    """Say what is wrong with an owner, or with what they own."""
    if load.owner is None:
        refs = [key.ref for key in load.keys]
        more = f" and {len(refs) - _MOST_NAMED} more" if len(refs) > _MOST_NAMED else ""
        yield f"no owner: {', '.join(refs[:_MOST_NAMED])}{more}"
        return
    match load.named:
        case Named.SEVERAL:
            yield f"{len(names_in(load.owner))} people, and one has to answer for it"
        case Named.TEAM:
            yield "a team, and one person has to answer for it"
        case Named.CROWD:
            yield "nobody in particular, and one person has to answer for it"
        case Named.PERSON if load.known is False:
            yield "not in organization.yaml"
    for cycle, number in load.by_cycle.items():
        if number > load.limit:
            yield f"{number} objectives in {cycle}, the limit is {load.limit}"


def home(load: OwnerLoad) -> str:
    """Name the cycle from which the references of what somebody owns are written."""
    return home_cycle(load.keys)


def idle_words(loads: OwnerLoads) -> str | None:
    """Name the people who own nothing; None where everybody does, or one person is asked for."""
    if not loads.idle or loads.detailed:
        return None
    return f"own nothing in these cycles: {', '.join(loads.idle)}"
