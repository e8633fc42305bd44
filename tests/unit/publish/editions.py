"""Editions of a small library: 30 articles, of which each edition has changed some."""

import random

from procura_desktop.domain.records import Record
from tests.factories import make_article

WORDS = [
    "buyer",
    "supplier",
    "label",
    "proof",
    "market",
    "contract",
    "clause",
    "repair",
    "battery",
    "wood",
    "energy",
]


def edition(number: int, *, size: int = 30) -> list[Record]:
    """Give the records after `number` rounds of changes, each to two of them."""
    changed = {
        place % size: number_of_round
        for number_of_round in range(number)
        for place in _places(number_of_round)
    }
    return [_record(place, changed.get(place, -1)) for place in range(size)]


def _places(number: int) -> tuple[int, int]:
    return 2 * number, 2 * number + 1


def _record(place: int, number: int) -> Record:
    words = random.Random(place).choices(WORDS, k=120)
    words += [] if number < 0 else random.Random(f"{place} {number}").choices(WORDS, k=10)
    return make_article(f"guidance/a{place:02}", title=f"Article {place}", text=" ".join(words))
