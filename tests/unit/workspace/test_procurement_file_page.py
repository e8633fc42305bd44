"""docs/procurement-file.md names every field and every word of a procurement."""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from procura_desktop.domain import procurement as records
from procura_desktop.domain.anchors import AROUND, LONGEST_QUOTE, Anchor
from procura_desktop.domain.history import LINES
from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.workspace import admission, exchange_file
from procura_desktop.workspace.bookmarks import LONGEST_NAME, Bookmark
from procura_desktop.workspace.exchange_notes import KeptBookmarks
from procura_desktop.workspace.exchange_parts import PARTS
from procura_desktop.workspace.notes import COLOURS, LONGEST_NOTE, Note

PAGE = Path(__file__).resolve().parents[3] / "docs" / "procurement-file.md"
NAMED = set(re.findall(r"`([^`]+)`", PAGE.read_text(encoding="utf-8")))
RECORDS = (
    records.Procurement,
    records.Head,
    records.Dates,
    records.Contact,
    records.Lot,
    records.Item,
    records.Wording,
    records.Copied,
    records.SlotEntry,
    records.Confirmation,
    records.Share,
    records.FollowUp,
    records.Award,
    records.Offer,
    records.Event,
)
WORDS = (
    records.Status,
    records.Nature,
    records.Procedure,
    records.Ambition,
    records.Weighting,
    records.Formula,
    records.PriceKind,
    records.TieRule,
    CriterionKind,
    exchange_file.Kind,
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_named(record: type) -> None:
    assert {field.name for field in fields(record)} - NAMED == set()


def test_every_word_is_named() -> None:
    assert {word for words in WORDS for word in get_args(words)} - NAMED == set()


def test_every_line_of_the_history_is_named() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = {
        code: set(re.findall(r"`([^`]+)`", row.split("|")[2]))
        for row in page.partition("### Lines of the history")[2].splitlines()
        if row.startswith("| `")
        for code in re.findall(r"`([^`]+)`", row.split("|")[1])
    }
    del rows["code"]  # the head of the table

    assert rows == {code: set(re.findall(r"{(\w+)}", line.text)) for code, line in LINES.items()}


def test_the_manifest_and_the_parts_are_named() -> None:
    assert {field.name for field in msgspec.structs.fields(exchange_file.Manifest)} - NAMED == set()
    assert {part.name for part in PARTS} - NAMED == set()


@pytest.mark.parametrize(
    "record", [Bookmark, Note, Anchor, KeptBookmarks], ids=lambda record: record.__name__
)
def test_every_field_of_the_parts_is_named(record: type) -> None:
    assert {field.name for field in fields(record)} - NAMED == set()
    assert set(COLOURS) - {""} - NAMED == set()


def test_the_limits_are_those_of_the_program() -> None:
    page = PAGE.read_text(encoding="utf-8")

    for number in (exchange_file.MOST_ENTRIES, admission.MOST_ITEMS, 200_000, LONGEST_QUOTE, LONGEST_NOTE):
        assert f"{number:,}" in page
    for limit in (exchange_file.LARGEST_FILE, exchange_file.LARGEST_ENTRY, exchange_file.LARGEST_WHOLE):
        assert f"{limit // 1024**2} MB" in page
    assert f"up to {LONGEST_NAME} characters" in page
    assert f"up to {AROUND} characters" in page
    assert f"{exchange_file.MOST_RATIO} times" in page
