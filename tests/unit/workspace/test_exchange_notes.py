"""Bookmarks and notes on their way in a workspace's file."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from procura_desktop.domain.anchors import Anchor
from procura_desktop.progress import Silent
from procura_desktop.workspace.bookmarks import Bookmarks
from procura_desktop.workspace.exchange import arrivals, bring_in, export_workspace, read_parcel
from procura_desktop.workspace.exchange_notes import BookmarksPart, NotesPart
from procura_desktop.workspace.exchange_part import PartError
from procura_desktop.workspace.notes import Notes
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import Workspace, open_workspace

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
PAGE, OTHER = "procura:main/guidance/labels", "procura:office/guidance/other"
NOTE: dict[str, Any] = {
    "id": "a1", "address": PAGE, "title": "Labels", "words": "w", "made": "2026-11-29T12:00:00+00:00",
}  # fmt: skip
BOOKMARK: dict[str, Any] = {"address": PAGE, "title": "Labels", "folder": "F"}


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "mine.sqlite") as opened:
        bookmarks, notes = Bookmarks(opened), Notes(opened)
        bookmarks.add_folder("Empty")
        bookmarks.add(PAGE, "Labels", folder="Laptops", when=NOON)
        bookmarks.add(OTHER, "Other", when=NOON)
        notes.add(PAGE, "Labels", anchor=Anchor("the words", "a", "b", 3), colour="blue", words="Why?\nHow?")
        notes.add(OTHER, "Other", words="A page")
        yield opened


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "theirs.sqlite") as opened:
        yield opened


def taken(mine: Workspace, theirs: Workspace) -> dict[str, int]:
    file = theirs.path.with_suffix(".procurement")
    export_workspace(mine, file, now=NOON)
    parcel = read_parcel(file, Silent())
    brought = bring_in(theirs, parcel, arrivals(parcel, Procurements(theirs)), {})
    return dict(brought.parts)


def test_all_travels(mine: Workspace, theirs: Workspace) -> None:
    assert taken(mine, theirs) == {"bookmarks": 2, "notes": 2}

    assert Bookmarks(theirs).all() == Bookmarks(mine).all()
    assert Bookmarks(theirs).folders() == ("Empty", "Laptops")
    assert Notes(theirs).all() == Notes(mine).all()


def test_the_same_file_twice_changes_nothing(mine: Workspace, theirs: Workspace) -> None:
    taken(mine, theirs)
    before = Bookmarks(theirs).all(), Notes(theirs).all()

    assert taken(mine, theirs) == {"bookmarks": 0, "notes": 0}
    assert (Bookmarks(theirs).all(), Notes(theirs).all()) == before


def test_nobodys_words_are_lost(mine: Workspace, theirs: Workspace) -> None:
    taken(mine, theirs)
    note = Notes(mine).on(PAGE)[0]
    Notes(mine).change(note, words="Mine", colour="blue")
    Bookmarks(theirs).rename(PAGE, "My name for it")

    assert taken(mine, theirs) == {"bookmarks": 0, "notes": 1}
    assert taken(mine, theirs) == {"bookmarks": 0, "notes": 0}
    assert {note.words for note in Notes(theirs).on(PAGE)} == {"Why?\nHow?", "Mine"}
    assert [one.title for one in Bookmarks(theirs).all()] == ["Other", "My name for it"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"address": "https://example.org"},
        {"address": PAGE + "#section"},
        {"address": " " + PAGE},
        {"address": f"procura:main/{'x' * 500}"},
        {"id": ""},
        {"id": "a/../b"},
        {"made": "yesterday"},
        {"made": "2026-11-29T12:00:00"},
        {"colour": "mauve"},
        {"words": "x" * 20_001},
        {"words": 5},
        {"title": "x" * 1_001},
        {"anchor": {"quote": ""}},
        {"anchor": {"quote": "x" * 4_001}},
        {"anchor": {"quote": "\u0000"}},
        {"anchor": {"quote": "x", "start": -1}},
        {"anchor": {"quote": "x", "start": 10**16}},
        {"anchor": "here"},
    ],
    ids=lambda wrong: msgspec.json.encode(wrong).decode()[:40],
)
def test_a_note_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    NotesPart().checked(msgspec.json.encode([NOTE]))

    with pytest.raises(PartError):
        NotesPart().checked(msgspec.json.encode([NOTE | wrong]))


@pytest.mark.parametrize(
    "wrong",
    [{"address": "procura:"}, {"folder": "x" * 121}, {"title": "x" * 121}, {"made": "now"}, {"folder": None}],
    ids=str,
)
def test_a_bookmark_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    BookmarksPart().checked(msgspec.json.encode({"folders": [], "bookmarks": [BOOKMARK]}))

    with pytest.raises(PartError):
        BookmarksPart().checked(msgspec.json.encode({"folders": [], "bookmarks": [BOOKMARK | wrong]}))


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[1]", b"null", b"[" * 100_000, b'{"folders": ["a"]}'], ids=len
)
def test_what_is_nothing_of_the_kind_is_refused(data: bytes) -> None:
    for part in (BookmarksPart(), NotesPart()):
        with pytest.raises(PartError):
            part.checked(data)


def test_two_notes_with_one_id_are_refused() -> None:
    with pytest.raises(PartError, match="one id"):
        NotesPart().checked(msgspec.json.encode([NOTE, NOTE]))


def test_signs_that_turn_text_around_are_taken_out(theirs: Workspace) -> None:
    held = NotesPart().checked(msgspec.json.encode([NOTE | {"words": "a\u202eb\u0007\nc"}]))

    NotesPart().bring_in(theirs, held)

    assert Notes(theirs).all()[0].words == "ab\nc"
