"""The table by which a price becomes a score, as people write it: 100: 100; 120: 60; 150: 20.

Each pair is a price in per cent of the lowest and the score up to there. Where no semicolon stands in it, the
pairs may be divided by commas: in a shell a semicolon would end the command.
"""

import itertools
import re
from decimal import Decimal

from procura_desktop.domain.amounts import parse_number
from procura_desktop.domain.award_words import plain
from procura_desktop.domain.weights import HIGHEST_SCORE

Table = tuple[tuple[Decimal, Decimal], ...]

_PAIR = re.compile(r"\s*(?P<limit>[^:;]+):(?P<score>[^:;]+)\s*")


def parse_table(text: str) -> Table:
    """Read pairs of limit and score; an empty text is an empty table.

    Raises:
        BeyondLimitsError: a number in it cannot be kept.
        ValueError: it is no such table, or limits do not rise and scores not fall.
    """
    found = tuple(map(_pair, filter(str.strip, _parts(text))))
    if any(later[0] <= one[0] or later[1] > one[1] for one, later in itertools.pairwise(found)):
        raise ValueError("the limits rise from pair to pair, and the scores do not")
    return found


def table_text(table: Table) -> str:
    """Write a table as one types it."""
    return "; ".join(f"{plain(limit)}: {plain(score)}" for limit, score in table)


def _parts(text: str) -> list[str]:
    """Divide pairs by semicolons, or by commas where each part is a pair; else a comma is one of a number."""
    parts = text.split(",")
    return parts if ";" not in text and all(part.count(":") == 1 for part in parts) else text.split(";")


def _pair(text: str) -> tuple[Decimal, Decimal]:
    found = _PAIR.fullmatch(text)
    limit, score = (parse_number(found["limit"]), parse_number(found["score"])) if found else (None, None)
    if limit is None or score is None or score > HIGHEST_SCORE:
        raise ValueError(f"{text.strip()!r} is no pair of limit and score, such as 120:60")
    return limit, score
