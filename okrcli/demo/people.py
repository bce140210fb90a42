"""Names for the people of generated teams."""

from __future__ import annotations

from okrcli.demo.company import Person

_FIRST = (
    "Ada", "Amara", "Anton", "Bao", "Bruno", "Carmen", "Chiara", "Dara", "Elif", "Emeka", "Farah",
    "Goran", "Hiro", "Ilse", "Imani", "Jonas", "Kaia", "Kwame", "Leila", "Luka", "Malik", "Marta",
    "Nadia", "Nils", "Olga", "Omar", "Paola", "Quynh", "Rania", "Rasmus", "Sana", "Selma", "Taro",
    "Tova", "Uma", "Viktor", "Wei", "Xenia", "Yara", "Zoran",
)  # fmt: skip
_LAST = (
    "Abara", "Adler", "Bakker", "Banerjee", "Castel", "Chanda", "Dimitrov", "Eklund", "Estrada",
    "Fofana", "Gallo", "Gupta", "Halim", "Hoang", "Ivarsen", "Jansen", "Kamau", "Kimura", "Laine",
    "Lombard", "Mansour", "Moreau", "Nakano", "Nwosu", "Olsen", "Otieno", "Petrov", "Pham",
    "Quintana", "Rossi", "Sato", "Sharma", "Silveira", "Toure", "Ueda", "Varga", "Weiss", "Xu",
    "Yilmaz", "Zhou", "Zupan",
)  # fmt: skip


def person(number: int) -> Person:
    """Return the n-th generated person; all have different ids."""
    row, column = divmod(number, len(_FIRST))
    first, last = _FIRST[column], _LAST[(row + column) % len(_LAST)]
    again = row // len(_LAST)
    suffix = f"-{again + 1}" if again else ""
    return Person(f"{first}-{last}{suffix}".lower(), f"{first} {last}")
