"""The files that are offered: gathered from what is here, and named by signed metadata alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.errors import NoReleaseError
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import add_source
from procura_desktop.sync.session import find, follow
from procura_desktop.sync.shelf import Shelf, gather, plan_gathering, read_shelf, shelf_folder
from tests.factories import CYCLE, sample_records
from tests.releases import Publisher, make_publisher


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    made = make_publisher(tmp_path / "publisher", name="office")
    made.release(records=sample_records(), assets=(CYCLE,))
    return made


@pytest.fixture
def places(tmp_path: Path, publisher: Publisher) -> Folders:
    made = folders(tmp_path / "data")
    add_source(made, "office", addresses=(str(publisher.folder),), root=publisher.root.read_bytes())
    return made


def update(places: Folders) -> None:
    found = find(places, Settings(), library="office", progress=Silent())
    follow(found, progress=Silent())
    found.close()


def gathered(places: Folders) -> tuple[int, Shelf]:
    gathering = plan_gathering(places, Settings(), library="office", progress=Silent())
    try:
        return gathering.size, gather(gathering, progress=Silent())
    finally:
        gathering.close()


def release_again(publisher: Publisher) -> None:
    first, *others = sample_records()
    publisher.release(records=(replace(first, summary="Ask three suppliers."), *others), assets=(CYCLE,))


def test_what_was_installed_need_not_be_fetched_again(places: Folders) -> None:
    update(places)

    size, shelf = gathered(places)

    assert size == 0
    assert (
        shelf.version
        == find(places, Settings(), library="office", progress=Silent()).plan.offer.facts.version
    )


def test_after_an_update_only_the_deltas_are_fetched(places: Folders, publisher: Publisher) -> None:
    update(places)
    gathered(places)
    release_again(publisher)
    update(places)

    size, shelf = gathered(places)

    deltas = [length for name, length in shelf.files.items() if name.endswith(".delta")]
    assert len(deltas) == 1
    assert size == sum(deltas)


def test_without_the_edition_all_of_it_is_fetched(places: Folders, publisher: Publisher) -> None:
    size, shelf = gathered(places)

    assert size == sum(length for name, length in shelf.files.items() if name.startswith("targets/"))
    assert sorted(shelf.files) == sorted(
        path.relative_to(publisher.folder).as_posix() for path in publisher.folder.rglob("*.*")
    )


def test_what_is_not_signed_is_not_on_the_shelf(places: Folders) -> None:
    _, shelf = gathered(places)
    (shelf.folder / "targets" / "letter.txt").write_text("private")
    (shelf.folder / "metadata" / "notes.json").write_text("{}")

    assert read_shelf(shelf.folder).files == shelf.files


def test_a_damaged_file_is_fetched_again(places: Folders) -> None:
    _, shelf = gathered(places)
    damaged = next(shelf.folder / name for name in shelf.files if name.endswith(".pack"))
    damaged.write_bytes(bytes(damaged.stat().st_size))
    with pytest.raises(NoReleaseError):
        read_shelf(shelf.folder)

    size, _ = gathered(places)

    assert size == damaged.stat().st_size
    assert read_shelf(shelf.folder).files == shelf.files


def test_an_empty_cache_holds_nothing_to_offer(places: Folders) -> None:
    with pytest.raises(NoReleaseError):
        read_shelf(shelf_folder(places, "office"))


@pytest.mark.parametrize("text", [b"", b"{}", b"[1]", b"\xff", b'{"signed": {}, "signatures": []}'])
def test_metadata_that_makes_no_sense_offers_nothing(places: Folders, text: bytes) -> None:
    _, shelf = gathered(places)
    (shelf.folder / "metadata" / "timestamp.json").write_bytes(text)

    with pytest.raises(NoReleaseError):
        read_shelf(shelf.folder)
