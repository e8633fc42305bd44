from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from procura_desktop.workspace.bookmarks import Bookmarks, in_folder
from procura_desktop.workspace.workspace import Workspace, open_workspace

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
ONE, TWO, THREE = (f"procura:main/guidance/{name}" for name in ("one", "two", "three"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "workspace.sqlite") as opened:
        yield opened


@pytest.fixture
def store(workspace: Workspace) -> Bookmarks:
    made = Bookmarks(workspace)
    made.add(ONE, "One", when=NOON)
    made.add(TWO, "Two", folder="Laptops", when=NOON)
    made.add(THREE, "Three", folder="Laptops", when=NOON)
    return made


def listed(store: Bookmarks) -> list[tuple[str, str]]:
    return [(one.folder, one.title) for one in store.all()]


def test_they_are_listed_folder_by_folder(store: Bookmarks) -> None:
    assert listed(store) == [("", "One"), ("Laptops", "Two"), ("Laptops", "Three")]
    assert [one.title for one in in_folder(store.all(), "Laptops")] == ["Two", "Three"]


def test_they_are_kept(store: Bookmarks, workspace: Workspace) -> None:
    before = store.all()
    workspace.close()

    with open_workspace(workspace.path) as again:
        assert Bookmarks(again).all() == before
        assert again.count_kept() == 3


def test_a_record_has_one_bookmark(store: Bookmarks) -> None:
    store.add(ONE, "One", folder="Chairs")

    assert listed(store) == [("Laptops", "Two"), ("Laptops", "Three"), ("Chairs", "One")]


def test_a_folder_may_be_empty_and_is_there_once(store: Bookmarks) -> None:
    assert store.add_folder("  Later   on ") == "Later on"
    store.add_folder("Later on")

    assert store.folders() == ("Laptops", "Later on")


def test_a_folder_needs_a_name(store: Bookmarks) -> None:
    with pytest.raises(ValueError, match="name"):
        store.add_folder(" \n")


def test_a_bookmark_gets_another_name_but_not_none(store: Bookmarks) -> None:
    store.rename(ONE, "The   first")
    store.rename(TWO, "  ")

    assert [one.title for one in store.all()] == ["The first", "Two", "Three"]


def test_they_move_within_their_folder_as_far_as_it_goes(store: Bookmarks) -> None:
    store.step(THREE, -1)
    assert listed(store) == [("", "One"), ("Laptops", "Three"), ("Laptops", "Two")]

    store.step(THREE, -5)
    store.step(ONE, 1)
    store.step("procura:main/nothing", 1)
    assert listed(store) == [("", "One"), ("Laptops", "Three"), ("Laptops", "Two")]


def test_a_deleted_bookmark_comes_back_where_it_was(store: Bookmarks) -> None:
    before = store.all()
    gone = store.delete(TWO)
    assert gone is not None
    assert store.of(TWO) is None

    store.put_back(gone)

    assert store.all() == before
    assert store.delete("procura:main/nothing") is None


def test_a_renamed_folder_keeps_its_bookmarks_and_its_place(store: Bookmarks) -> None:
    store.add_folder("Chairs")

    assert store.rename_folder("Laptops", " Portable  computers ") == "Portable computers"

    assert store.folders() == ("Portable computers", "Chairs")
    assert [one.title for one in in_folder(store.all(), "Portable computers")] == ["Two", "Three"]


def test_two_folders_become_one_by_one_name(store: Bookmarks) -> None:
    store.add("procura:main/four", "Four", folder="Chairs")

    store.rename_folder("Laptops", "Chairs")

    assert store.folders() == ("Chairs",)
    assert [one.title for one in in_folder(store.all(), "Chairs")] == ["Four", "Two", "Three"]


def test_a_deleted_folder_leaves_its_bookmarks_and_comes_back(store: Bookmarks) -> None:
    store.add_folder("Chairs")
    before, folders = store.all(), store.folders()

    gone = store.delete_folder("Laptops")
    assert listed(store) == [("", "One"), ("", "Two"), ("", "Three")]
    assert store.folders() == ("Chairs",)

    store.put_folder_back(gone)
    assert (store.all(), store.folders()) == (before, folders)


def test_what_was_deleted_meanwhile_does_not_come_back_with_its_folder(store: Bookmarks) -> None:
    gone = store.delete_folder("Laptops")
    store.delete(TWO)

    store.put_folder_back(gone)

    assert listed(store) == [("", "One"), ("Laptops", "Three")]


def test_a_folder_whose_row_is_lost_is_still_a_folder(store: Bookmarks, workspace: Workspace) -> None:
    workspace.connection.execute("DELETE FROM bookmark_folders")

    assert store.folders() == ("Laptops",)
