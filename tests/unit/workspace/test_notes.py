from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from procura_desktop.domain.anchors import Anchor
from procura_desktop.workspace.notes import LONGEST_NOTE, Notes, matching
from procura_desktop.workspace.workspace import Workspace, open_workspace

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
PAGE, OTHER = "procura:main/guidance/labels", "procura:main/guidance/other"
LATE = Anchor("or equivalent", "a label ", " must", 900)
EARLY = Anchor("Blue Angel", "the ", " label", 20)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "workspace.sqlite") as opened:
        yield opened


@pytest.fixture
def store(workspace: Workspace) -> Notes:
    made = Notes(workspace)
    made.add(PAGE, "Labels", anchor=LATE, colour="yellow", when=NOON)
    made.add(PAGE, "Labels", anchor=EARLY, words="Ask Müller", when=NOON + timedelta(seconds=1))
    made.add(PAGE, "Labels", words="Read again in spring", when=NOON + timedelta(seconds=2))
    made.add(OTHER, "Other", words="Elsewhere", when=NOON + timedelta(seconds=3))
    return made


def test_those_on_a_record_stand_in_the_order_of_its_text(store: Notes) -> None:
    assert [note.anchor for note in store.on(PAGE)] == [None, EARLY, LATE]


def test_the_one_changed_last_comes_first(store: Notes) -> None:
    first = store.all()[-1]
    store.change(first, words="At last", colour="green", when=NOON + timedelta(hours=1))

    assert [(note.words, note.colour) for note in store.all()][:2] == [
        ("At last", "green"),
        ("Elsewhere", ""),
    ]


def test_they_are_kept(store: Notes, workspace: Workspace) -> None:
    before = store.all()
    workspace.close()

    with open_workspace(workspace.path) as again:
        assert Notes(again).all() == before
        assert again.count_kept() == 4


def test_the_same_words_are_not_written_again(store: Notes) -> None:
    note = store.all()[0]

    assert store.change(note, words=note.words, colour=note.colour) is note


def test_a_deleted_note_comes_back_as_it_was(store: Notes) -> None:
    before = store.all()
    gone = store.delete(before[2].id)
    assert gone == before[2]
    assert len(store.all()) == 3

    store.put_back(gone)

    assert store.all() == before
    assert store.delete("nothing") is None


@pytest.mark.parametrize(
    ("typed", "count"), [("", 4), ("MÜLLER", 1), ("equivalent label", 1), ("labels", 3), ("chair", 0)]
)
def test_they_are_found_by_words_passage_and_title(store: Notes, typed: str, count: int) -> None:
    assert len(matching(store.all(), typed)) == count
    assert store.count(typed) == (count if typed else 0)


def test_a_note_without_end_is_cut(store: Notes) -> None:
    assert len(store.add(PAGE, "Labels", words="x" * (LONGEST_NOTE + 1)).words) == LONGEST_NOTE


def test_what_a_later_program_or_a_damage_left_is_still_read(store: Notes, workspace: Workspace) -> None:
    workspace.connection.execute("UPDATE notes SET colour = 'mauve', start = -1 WHERE words = 'Ask Müller'")

    note = next(note for note in store.all() if note.words == "Ask Müller")

    assert (note.colour, note.anchor) == ("", None)
