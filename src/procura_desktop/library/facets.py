"""What filters look at, as words of the index: a record of Belgium from 2019 has the words c_be and y_2019.

The underscore never stands in a word of a text, so that typed words cannot meet these.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from procura_desktop.domain.records import Record
from procura_desktop.library.rows import cpv_of, groups_of
from procura_desktop.library.words import name_key

_YEAR = re.compile(r"\d{4}")
MOST_YEARS = 60
_CHECK_DIGIT = 8
_KNOWN = 4_096  # kinds, groups, levels, countries: the same for many records


def facet_words(record: Record) -> tuple[str, ...]:
    """Give all words of a record, each once."""
    return tuple(dict.fromkeys(_words(record)))


def _words(record: Record) -> Iterator[str]:
    yield kind_word(record.kind)
    own = (record.id,) if record.group else ()
    yield from map(group_word, (*own, *groups_of(record)))
    for code in cpv_of(record):
        yield from _cpv_words(code)
    if record.criterion:
        yield type_word(record.criterion.kind)
        yield from (level_word(level.name) for level in record.criterion.levels)
        yield from map(label_word, record.criterion.labels)
    if record.label:
        yield label_word(record.id)
    if record.case:
        yield country_word(record.case.country)
        yield from map(year_word, _years(record.case.years))
    if record.organisation and record.organisation.country:
        yield country_word(record.organisation.country)


def kind_word(kind: str) -> str:
    """Give the word of a kind of record."""
    return f"k_{_slug(kind)}"


def group_word(group: str) -> str:
    """Give the word of a product group ("groups/furniture")."""
    return f"g_{_slug(group.removeprefix('groups/'))}"


def type_word(kind: str) -> str:
    """Give the word of a kind of criterion, such as TS."""
    return f"t_{_slug(kind)}"


def level_word(level: str) -> str:
    """Give the word of an ambition level."""
    return f"l_{_slug(level)}"


def country_word(code: str) -> str:
    """Give the word of a country."""
    return f"c_{_slug(code)}"


def year_word(year: int | str) -> str:
    """Give the word of a year."""
    return f"y_{_slug(str(year))}"


def label_word(label: str) -> str:
    """Give the word of a label ("labels/eu-ecolabel")."""
    return f"b_{_slug(label.removeprefix('labels/'))}"


def cpv_word(digits: str) -> str:
    """Give the word of all codes that begin with these digits."""
    return f"p_{digits}"


def broader_cpv_words(digits: str) -> tuple[str, ...]:
    """Give the words of the codes above this one, the nearest first."""
    short = digits.rstrip("0").ljust(2, "0")
    return tuple(f"x_{short[:length]}" for length in range(len(short) - 1, 1, -1))


def _cpv_words(code: str) -> Iterator[str]:
    """Say of 30213100-6 that it is below 30, 302, 3021 ... and that it is 302131 itself."""
    short = code[:_CHECK_DIGIT].rstrip("0").ljust(2, "0")
    yield f"x_{short}"
    yield from (cpv_word(code[:length]) for length in range(2, _CHECK_DIGIT + 1))


def _years(text: str) -> Iterable[int]:
    found = [int(year) for year in _YEAR.findall(text)]
    return range(found[0], min(found[-1], found[0] + MOST_YEARS) + 1) if found else ()


@lru_cache(maxsize=_KNOWN)
def _slug(text: str) -> str:
    return name_key(text).replace(" ", "_")
