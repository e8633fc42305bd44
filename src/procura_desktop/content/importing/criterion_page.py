"""From one row to the file of its criterion, in the order in which authors write the fields.

Only the form of a cell is judged here. What the content asks beyond that is left to its own check, which then
reads the file: there is one set of rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from procura_desktop.content.importing.columns import CODE, COLUMNS, MOST_SOURCES, REQUIREMENT
from procura_desktop.content.importing.names import level_key
from procura_desktop.content.importing.page import Page, scalar
from procura_desktop.content.importing.prose import HEADING, as_markdown
from procura_desktop.content.importing.rows import Row
from procura_desktop.content.importing.slot_lines import write_slots
from procura_desktop.content.sections import NOTE, POINTS, PROOF_CONTRACT, PROOF_TENDER, RATIONALE
from procura_desktop.content.sections import REQUIREMENT as REQUIREMENT_HEADING

_TOGETHER = (
    ("hotspot stage", "hotspot impact"),
    ("property name", "property direction"),
    ("weight min", "weight max"),
)
_SOURCE = ("title", "publisher", "url")


@dataclass(frozen=True, slots=True)
class Dates:
    """What a row may leave open: the version of its file, and its two dates."""

    version: int
    updated: date
    review_by: date

    @classmethod
    def from_today(cls, today: date, *, version: int = 1) -> "Dates":
        """Give those of a file that is written today."""
        return cls(version, today, a_year_after(today))


def a_year_after(day: date) -> date:
    """Give the same day of the next year; the 28th after the 29th of February."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 2, 28)
    return day.replace(year=day.year + 1)


def write_criterion(row: Row, open_dates: Dates) -> Page:
    """Write the file of a row, and note every cell that cannot be read."""
    _check_filled(row)
    levels = _levels(row)
    confidence = row.choice("confidence", "check")
    page = Page()
    page.put("---")
    _write_head(row, page, open_dates, confidence)
    _write_kind(row, page, levels)
    if "levels" not in row.wrong_families:  # a slot has a value for each level
        write_slots(row, page, levels, checked=confidence != "check")
    _write_facts(row, page)
    _write_sources(row, page)
    page.put("---")
    _write_body(row, page, levels)
    return page


def _check_filled(row: Row) -> None:
    for column in COLUMNS:
        if column.must == "yes":
            row.must(column.name)
    for names in _TOGETHER:
        for name, other in (names, names[::-1]):
            if row.has(name) and not row.has(other):
                row.fault(other, "the cell is empty", f"fill it, or empty '{name}'")
    if not row.has("proof at tender") and not row.has("proof in contract"):
        row.fault("proof at tender", "there is no proof", "fill it, or 'proof in contract'")
    if row.choice("kind") == "AC":
        row.must("points")


def _levels(row: Row) -> tuple[str, ...]:
    """Give the levels of a row: those it names, or else those whose requirement is filled."""
    own = row.levels(REQUIREMENT)
    named = row.items("levels")
    if row.has(REQUIREMENT) and own:
        row.fault(
            REQUIREMENT,
            f"the cell is filled, and so is '{own[0].key}'",
            "empty one of the two: keep one form",
        )
    elif row.has(REQUIREMENT) and not named:
        instead = (
            "name the levels that share the requirement there, lowest first, such as core, comprehensive"
        )
        row.fault("levels", "'levels' is empty", instead)
    elif not row.has(REQUIREMENT) and not own:
        row.fault(REQUIREMENT, "there is no requirement", "fill it, or the column of a level")
    if not named:
        return tuple(heading.level for heading in own)
    keys = {level_key(REQUIREMENT, level): level for level in named}
    for heading in own:
        if heading.key not in keys:
            row.fault(heading.key, f"'levels' does not name the level '{heading.level}'", "add it there")
    for key, level in keys.items():
        if own and not row.has(REQUIREMENT) and not row.has(key):
            row.fault(key, f"the level '{level}' has no requirement", f"fill '{REQUIREMENT}: {level}'")
    return named


def _write_head(row: Row, page: Page, given: Dates, confidence: str) -> None:
    updated = row.day("updated")
    page.field("title", row.line("title"), "title")
    page.field("summary", row.line("summary"), "summary")
    page.put(f"version: {row.number('version') or given.version}", "version")
    page.field("updated", updated or given.updated, "updated")
    review_by = row.day("review by") or (a_year_after(updated) if updated else given.review_by)
    page.field("review_by", review_by, "review by")
    page.field("confidence", confidence, "confidence")
    page.field("confidence_note", row.line("confidence note"), "confidence note")


def _write_kind(row: Row, page: Page, levels: Sequence[str]) -> None:
    page.field("origin", row.choice("origin"), "origin")
    page.field("kind", row.choice("kind"), "kind")
    page.field("code", row.line("code"), "code")
    if row.truth("code checked") is False:
        page.field("code_checked", False, "code checked")
    by_level = {heading.key: heading for heading in row.levels(CODE)}
    if by_level:
        page.put("level_codes:", next(iter(by_level)))
    for level in levels:
        key = level_key(CODE, level)
        if key in by_level:
            page.field(level, row.line(key), key, indent="  ")
    for key, heading in by_level.items():
        if key not in {level_key(CODE, level) for level in levels}:
            row.fault(key, f"the criterion has no level '{heading.level}'", "empty the cell")
    page.texts("levels", levels, "levels")


def _write_facts(row: Row, page: Page) -> None:
    if row.has("hotspot stage"):
        page.put("hotspot:", "hotspot stage")
        page.field("stage", row.choice("hotspot stage"), "hotspot stage", indent="  ")
        page.field("impact", row.choice("hotspot impact"), "hotspot impact", indent="  ")
    page.texts("labels", _ids(row, "labels", "labels/"), "labels")
    page.texts("legal_basis", row.lines("legal basis", also=";"), "legal basis")
    page.field("market_maturity", row.choice("market maturity", "unknown"), "market maturity")
    for name in ("environmental impact", "social objective", "innovation", "cpv"):
        page.texts(name.replace(" ", "_"), row.items(name), name)
    if row.has("property name"):
        page.put("property:", "property name")
        page.field("name", row.line("property name"), "property name", indent="  ")
        page.field("unit", row.line("property unit"), "property unit", indent="  ")
        page.field("direction", row.choice("property direction"), "property direction", indent="  ")
    page.put("burden:", "burden")
    page.put(f"  level: {row.choice('burden')}", "burden")
    page.field("why", row.line("burden why"), "burden why", indent="  ")
    if row.has("weight min") or row.has("weight max"):
        page.put("weight:", "weight min")
        page.put(f"  min: {row.number('weight min')}", "weight min")
        page.put(f"  max: {row.number('weight max')}", "weight max")
    page.texts("conflicts_with", row.items("conflicts with"), "conflicts with")
    page.texts("follow_up", row.lines("follow-up"), "follow-up")
    page.texts("keywords", row.items("keywords"), "keywords")
    page.texts("product_groups", _ids(row, "product groups", "groups/"), "product groups")
    page.texts("see_also", row.items("see also"), "see also")


def _ids(row: Row, key: str, folder: str) -> tuple[str, ...]:
    """Give ids that may stand without the folder that they all are in."""
    return tuple(one if "/" in one else f"{folder}{one}" for one in row.items(key))


def _write_sources(row: Row, page: Page) -> None:
    page.put("sources:", "source title")
    for start in ("source ", *(f"source {number} " for number in range(2, MOST_SOURCES + 1))):
        filled = [name for name in (*_SOURCE, "date", "seen") if row.has(start + name)]
        if not filled:
            continue
        for name in _SOURCE:
            if start != "source " and not row.has(start + name):
                row.fault(start + name, "the cell is empty", f"fill it, or empty '{start}{filled[0]}'")
        page.put(f"- title: {scalar(row.line(f'{start}title'))}", f"{start}title")
        page.field("  publisher", row.line(f"{start}publisher"), f"{start}publisher")
        page.field("  url", row.line(f"{start}url"), f"{start}url")
        page.field("  date", row.published(f"{start}date"), f"{start}date")
        page.field("  seen", row.seen(f"{start}seen"), f"{start}seen")


def _write_body(row: Row, page: Page, levels: Sequence[str]) -> None:
    _write_section(row, page, REQUIREMENT_HEADING, REQUIREMENT)
    for level in levels:
        _write_section(row, page, f"{REQUIREMENT_HEADING}: {level}", level_key(REQUIREMENT, level))
    for title in (PROOF_TENDER, PROOF_CONTRACT, RATIONALE, POINTS, NOTE):
        _write_section(row, page, title, title.casefold())


def _write_section(row: Row, page: Page, title: str, key: str) -> None:
    text = row.text(key)
    if text and HEADING.search(text):
        row.fault(
            key, "a line begins with '#', which makes a heading", "every heading is a column of its own"
        )
        return
    page.section(title, as_markdown(text) if text else "", key)
