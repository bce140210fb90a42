"""Did you mean: which known words are near to a misspelt one."""

from collections.abc import Iterable

_LETTERS_PER_SLIP = 3
_MOST_SLIPS = 4
_LEAST_LETTERS = 5  # in a shorter word, one slip makes any name of any other


def near(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Give the known words that fewest slips make of a word, in their alphabet's order.

    A slip is a letter too many, too few, wrong or swapped with the next; one in three letters of
    the word may be one, four at most, and one always may. Case does not count.
    """
    slips = min(max(1, len(word) // _LETTERS_PER_SLIP), _MOST_SLIPS)
    asked = word.casefold()
    nearest: list[str] = []
    for candidate in sorted(set(known)):
        distance = _distance(asked, candidate.casefold(), slips)
        if distance <= slips:
            nearest = [*nearest, candidate] if distance == slips and nearest else [candidate]
            slips = distance
    return tuple(nearest[:most])


def surely(word: str, known: Iterable[str]) -> str | None:
    """Give the one known word that a misspelt one must stand for; None where that is a guess."""
    found = near(word, known)
    if len(found) != 1:
        return None
    is_long = len(word) >= _LEAST_LETTERS
    return found[0] if is_long or found[0].casefold() == word.casefold() else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Ask for the nearest known words; None where none is near."""
    return question(near(word, known))


def question(words: Iterable[str]) -> str | None:
    """Ask whether one of some words was meant; None where there are none."""
    quoted = [f"'{word}'" for word in words]
    if not quoted:
        return None
    listed = " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
    return f"did you mean {listed}?"


def _distance(one: str, other: str, most: int) -> int:
    """Count the slips between two words, as far as `most`; beyond it the number means nothing."""
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, against in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != against))
            if row > 1 < column and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return last[-1]
