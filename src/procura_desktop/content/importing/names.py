"""What the name of a column says: which column it is, and of which level or source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from procura_desktop.content.importing.columns import CODE, COLUMNS, LEVEL, REQUIREMENT, Column

_SEPARATORS = re.compile(r"[\s_-]+")
_OF_LEVEL = re.compile(rf"(?P<name>{REQUIREMENT}|{CODE}) ?: ?(?P<level>.+)")
_OF_SOURCE = re.compile(r"source (?P<number>[2-9]) (?P<name>title|publisher|url|date|seen)")
# Columns that are read together: where one is wrong, what the check says of the others may not hold.
_FAMILIES = {
    "levels": "levels",
    REQUIREMENT: "levels",
    "slots": "levels",
    "kind": "kind",
    "points": "kind",
    "weight min": "kind",
    "weight max": "kind",
    "hotspot stage": "hotspot",
    "hotspot impact": "hotspot",
    "property name": "property",
    "property unit": "property",
    "property direction": "property",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column of a table holds.

    Attributes:
        key: names it in the program: "kind", "requirement: core", "source 2 title".
        level: of a column that is there for one level; else "".
    """

    key: str
    column: Column
    level: str = ""


def same(text: str) -> str:
    """Give a name as it is compared: case, and blanks, hyphens and underlines do not count."""
    return _SEPARATORS.sub(" ", text).strip().casefold()


_BY_NAME = {same(column.name): column for column in COLUMNS}


def find_heading(text: str) -> Heading | None:
    """Say what a column of this name holds; None when nothing is known of it."""
    name = same(text)
    if name in _BY_NAME and LEVEL not in name:
        return Heading(_BY_NAME[name].name, _BY_NAME[name])
    if of_level := _OF_LEVEL.fullmatch(name):
        level = " ".join(text.partition(":")[2].split()).lower()
        return Heading(level_key(of_level["name"], level), _BY_NAME[f"{of_level['name']}: {LEVEL}"], level)
    if of_source := _OF_SOURCE.fullmatch(name):
        return Heading(name, _BY_NAME[f"source {of_source['name']}"])
    return None


def level_key(name: str, level: str) -> str:
    """Give the key of the column that is there for one level."""
    return f"{name}: {same(level)}"


def is_known(text: str) -> bool:
    """Say whether a column may have this name."""
    return find_heading(text) is not None


def template_headings() -> Iterator[str]:
    """Give the first row of the template."""
    for column in COLUMNS:
        yield from column.headings


def family(key: str) -> str:
    """Name the columns that a column is read with; one that stands alone is its own."""
    return _FAMILIES.get(key.partition(":")[0], key)
