"""The page Updates over a real signed release in a folder."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QLabel, QListView
from pytestqt.qtbot import QtBot

from procura_desktop import __version__
from procura_desktop.app.desktop import Desktop
from procura_desktop.app.making import make_desktop
from procura_desktop.errors import ReleaseExpiredError
from procura_desktop.gui.changes import named
from procura_desktop.gui.places import parse_place
from procura_desktop.library.build import build_library
from procura_desktop.library.difference import record_difference
from procura_desktop.library.installed import read_pointer
from procura_desktop.progress import Silent
from procura_desktop.publish.rotation import add_program
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.settings import change_settings, load_settings
from procura_desktop.settings.sources import add_source
from tests.factories import CYCLE, make_article, sample_records
from tests.gui.every_text import BEGIN, Content, texts, untranslated
from tests.releases import PASSPHRASE, TODAY, Publisher, make_publisher, unlock

LONG = 20_000


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return make_publisher(tmp_path / "publisher")


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data")


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, places: Folders, publisher: Publisher) -> Iterator[Desktop]:
    """The window over the first edition, with a source that has a second."""
    bundled = tmp_path / "bundled.sqlite"
    facts = publisher.release(records=sample_records(), assets=(CYCLE,))
    build_library(
        bundled,
        name="main",
        version=facts.version,
        records=sample_records(),
        assets=(CYCLE,),
        publisher=facts.publisher,
        published=facts.published,
        progress=Silent(),
    )
    places.library_dir.mkdir(parents=True)
    (places.library_dir / "main.sqlite").write_bytes(bundled.read_bytes())
    first, *others = sample_records()
    changed = replace(first, summary=f"{first.summary} Ask three suppliers first.")
    publisher.release(records=(changed, *others), assets=(CYCLE,), note="One text is clearer")
    made = make_desktop(places, [places.library_dir / "main.sqlite"])
    failures: list[Exception] = []
    made.updates.failed.disconnect()
    made.updates.failed.connect(failures.append)
    qtbot.addWidget(made.window)
    made.window.show()
    made.router.go(parse_place("updates"))
    yield made
    made.window.close()
    made.close()
    assert not failures


def trust(desktop: Desktop, publisher: Publisher) -> None:
    desktop.updates.take_source((str(publisher.folder),), publisher.root.read_bytes())


def looked(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.updates.page.look.click()
    qtbot.waitUntil(lambda: desktop.updates.page.update_now.isVisible(), timeout=LONG)


def test_without_a_source_the_page_says_what_to_do(desktop: Desktop) -> None:
    page = desktop.updates.page
    assert not page.look.isEnabled()
    assert page.folder.isEnabled()


def test_an_update_says_its_cost_then_shows_what_changed(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher, places: Folders
) -> None:
    trust(desktop, publisher)
    looked(qtbot, desktop)
    page = desktop.updates.page
    assert publisher.newest in page.status
    assert "kB" in page.status or "byte" in page.status

    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        page.update_now.click()

    assert desktop.library.info.version == publisher.newest
    assert page.changes.isVisible()
    page.changes.click()
    changes = desktop.router.pages.changes.findChild(QListView)
    assert isinstance(changes, QListView)
    assert changes.model().rowCount() == 1
    record_id = sample_records()[0].id
    desktop.router.go(parse_place(f"changes:{record_id}"))
    assert "Ask three suppliers first." in desktop.router.pages.reader.page.toPlainText()
    pointer = read_pointer(places.library_dir, "main")
    assert pointer is not None


def test_every_text_of_an_update_is_translated(
    pseudo: QTranslator, qtbot: QtBot, desktop: Desktop, publisher: Publisher, places: Folders
) -> None:
    assert not pseudo.isEmpty()
    record = sample_records()[0]
    typed = ("One text is clearer", "Ask three suppliers first.", "Example City", "example-city")
    content = Content(places.library_dir / "main.sqlite", *typed)
    trust(desktop, publisher)
    looked(qtbot, desktop)
    assert untranslated(desktop.window, content) == []

    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        desktop.updates.page.update_now.click()
    assert untranslated(desktop.window, content) == []

    for place in ("changes", f"changes:{record.id}"):
        desktop.router.go(parse_place(place))
        assert sum(BEGIN in text for _, text in texts(desktop.window)) > 5
        assert untranslated(desktop.window, content) == []


def test_a_change_of_how_sure_it_is_is_told_in_words() -> None:
    before = replace(make_article(), confidence="check", confidence_note="Nobody read it.")
    (sure,) = record_difference(before, replace(before, confidence="verified", confidence_note="Check it."))
    (same,) = record_difference(before, replace(before, confidence_note="Somebody read it."))

    assert [run.text for run in named(sure.runs)][:2] == ["△ Check Nobody read", "✓ Verified Check"]
    assert [run.text for run in named(same.runs)] == ["△ Check", "Nobody", "Somebody", "read it."]


def test_the_keyboard_goes_from_looking_to_updating(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher
) -> None:
    trust(desktop, publisher)
    desktop.window.activateWindow()
    page = desktop.updates.page
    page.look.setFocus()
    looked(qtbot, desktop)

    assert desktop.window.focusWidget() is page.update_now  # and not what would be switched on by Space
    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        page.update_now.click()
    qtbot.waitUntil(lambda: page.look.isVisible(), timeout=LONG)
    assert desktop.window.focusWidget() is page.look


def test_a_changed_text_is_marked_until_it_is_read(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher
) -> None:
    trust(desktop, publisher)
    looked(qtbot, desktop)
    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        desktop.updates.page.update_now.click()
    record_id = sample_records()[0].id
    assert desktop.router.pages.unread == {record_id}

    desktop.router.open_record(record_id)

    assert desktop.router.pages.unread == frozenset()


def ghent_updated(qtbot: QtBot, desktop: Desktop, folder: Path) -> None:
    """Bring the first edition of an office's own library, then a second with three differences."""
    updates = desktop.updates
    ghent = make_publisher(folder, name="ghent")
    old = (
        make_article("guidance/walls", title="Walls", text="Ask the engineer first."),
        make_article("guidance/gone", title="Gone soon"),
    )
    new = (
        make_article("guidance/walls", title="Walls", text="Ask the city engineer first."),
        make_article("guidance/bridges", title="Bridges"),
    )
    updates.take_source((str(ghent.folder),), ghent.root.read_bytes(), library="ghent")
    for records in (old, new):
        ghent.release(records=records)
        looked(qtbot, desktop)
        with qtbot.waitSignal(updates.library_changed, timeout=LONG):
            updates.page.update_now.click()


def test_what_an_update_of_another_library_changed_is_listed_and_marked(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher, tmp_path: Path
) -> None:
    trust(desktop, publisher)
    looked(qtbot, desktop)
    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        desktop.updates.page.update_now.click()
    ghent_updated(qtbot, desktop, tmp_path / "ghent")
    pages, own = desktop.router.pages, sample_records()[0].id

    assert pages.unread == {own, "ghent/guidance/walls", "ghent/guidance/bridges"}
    desktop.router.go(parse_place("updates"))
    assert "3 text(s)" in desktop.updates.page.changes.text()
    desktop.router.go(parse_place("changes"))
    model = pages.changes.view.model()
    cards = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    assert {card.id for card in cards} == {
        *(own, "ghent/guidance/walls", "ghent/guidance/bridges", "ghent/guidance/gone"),
    }
    assert {card.whose for card in cards if card.id.startswith("ghent/")} == {"“ghent” · City of Ghent"}


def test_each_word_that_another_library_changed_is_shown_and_reading_it_takes_the_mark_off(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    ghent_updated(qtbot, desktop, tmp_path / "ghent")
    page = desktop.router.pages.reader.page

    desktop.router.go(parse_place("changes:ghent/guidance/walls"))
    assert "Ask the city engineer first." in page.toPlainText()
    assert desktop.router.pages.unread == {"ghent/guidance/bridges"}
    desktop.router.go(parse_place("changes:ghent/guidance/gone"))
    assert "This text is no longer in the library." in page.toPlainText()
    desktop.router.go(parse_place("changes:ghent/guidance/bridges"))
    assert "This text is new in the library." in page.toPlainText()
    assert desktop.router.pages.unread == frozenset()


def test_marks_stay_when_a_library_is_switched_off_and_on_or_another_is_updated(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher, tmp_path: Path
) -> None:
    ghent_updated(qtbot, desktop, tmp_path / "ghent")
    ours = {"ghent/guidance/walls", "ghent/guidance/bridges"}
    desktop.updates.show_or_hide(False)
    assert desktop.router.pages.unread == frozenset()
    desktop.updates.show_or_hide(True)
    assert desktop.router.pages.unread == ours

    trust(desktop, publisher)
    looked(qtbot, desktop)
    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        desktop.updates.page.update_now.click()
    assert desktop.router.pages.unread == {*ours, sample_records()[0].id}


def test_going_back_shows_the_edition_before_until_one_goes_forward(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher, places: Folders
) -> None:
    trust(desktop, publisher)
    looked(qtbot, desktop)
    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        desktop.updates.page.update_now.click()
    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        desktop.updates.page.back.click()
    pointer = read_pointer(places.library_dir, "main")
    assert pointer is not None
    assert pointer.held

    desktop.updates.look_quietly()  # of its own accord it does not go forward
    assert not desktop.updates.page.cancel.isVisible()


def test_a_source_that_cannot_be_read_is_said_on_the_page_and_in_no_dialog(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher, tmp_path: Path
) -> None:
    desktop.updates.take_source((str(tmp_path / "gone"),), publisher.root.read_bytes())
    desktop.updates.page.look.click()
    qtbot.waitUntil(lambda: "gone" in desktop.updates.page.status, timeout=LONG)
    assert desktop.updates.page.look.isVisible()


def test_a_folder_serves_where_the_source_has_no_address(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher
) -> None:
    desktop.updates.take_source((), publisher.root.read_bytes())
    assert not desktop.updates.page.look.isEnabled()
    desktop.updates.look(str(publisher.folder))
    qtbot.waitUntil(lambda: desktop.updates.page.update_now.isVisible(), timeout=LONG)


def test_what_is_chosen_is_kept(qtbot: QtBot, desktop: Desktop, places: Folders) -> None:
    page = desktop.updates.page
    page._offline.click()  # noqa: SLF001
    qtbot.waitUntil(lambda: not load_settings(places.settings).network)
    desktop.look.set_text_scale(120)  # another part of the program does not lose it
    assert not load_settings(places.settings).network


def test_a_copy_is_written_for_others(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher, tmp_path: Path
) -> None:
    trust(desktop, publisher)
    desktop.updates.write_copy(tmp_path / "stick")
    qtbot.waitUntil(lambda: (tmp_path / "stick" / "metadata" / "timestamp.json").exists(), timeout=LONG)
    qtbot.waitUntil(lambda: desktop.updates.page.look.isVisible(), timeout=LONG)
    add_source(folders(tmp_path / "other"), "main", addresses=(), root=publisher.root.read_bytes())


def test_another_library_is_read_beside_the_main_one_and_can_be_switched_off(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    ghent = make_publisher(tmp_path / "ghent", name="ghent")
    ghent.release(records=(make_article("guidance/zebrawood", title="Zebrawood in Ghent"),))
    updates, page = desktop.updates, desktop.updates.page
    updates.take_source((str(ghent.folder),), ghent.root.read_bytes(), library="ghent")
    looked(qtbot, desktop)
    with qtbot.waitSignal(updates.library_changed, timeout=LONG):
        page.update_now.click()

    assert desktop.library.info.name == "main"
    desktop.router.open_address("procura:ghent/guidance/zebrawood")
    text = desktop.router.pages.reader.page.toPlainText()
    assert "Zebrawood in Ghent" in text
    assert f"From the library ghent {ghent.newest} (City of Ghent)." in text

    desktop.router.go(parse_place("updates"))
    with qtbot.waitSignal(updates.libraries_changed, timeout=LONG):
        updates.show_or_hide(False)
    assert desktop.library.brief("ghent/guidance/zebrawood") is None


def test_an_update_file_that_is_opened_shows_what_it_holds(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher, tmp_path: Path
) -> None:
    desktop.updates.take_source((), publisher.root.read_bytes())
    file = tmp_path / "edition.procura"
    with zipfile.ZipFile(file, "w") as packed:
        for path in sorted(publisher.folder.rglob("*")):
            if path.is_file():
                packed.write(path, path.relative_to(publisher.folder))

    desktop.open(str(file))

    qtbot.waitUntil(lambda: desktop.updates.page.update_now.isVisible(), timeout=LONG)
    assert publisher.newest in desktop.updates.page.status


def test_a_small_update_is_fetched_by_itself_where_that_was_chosen(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher, places: Folders
) -> None:
    trust(desktop, publisher)
    change_settings(places.settings, {"background": True})
    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        desktop.updates.look_quietly()
    assert desktop.library.info.version == publisher.newest


def test_an_update_that_was_cut_off_goes_on_by_itself(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher, places: Folders
) -> None:
    trust(desktop, publisher)
    staging = places.library_dir / "staging" / "main"
    staging.mkdir(parents=True)
    delta = next((publisher.folder / "targets").glob("*.delta"))
    sha256 = delta.name.partition(".")[0]
    (staging / f"{sha256}.part").write_bytes(delta.read_bytes()[:100])
    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        desktop.updates.look_quietly()
    assert desktop.library.info.version == publisher.newest


def test_an_edition_that_should_have_been_renewed_is_used_when_a_person_agrees(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = date(2025, 12, 20)
    old = make_publisher(tmp_path / "old", name="ghent", on=long_ago)
    old.release(records=(make_article("guidance/x", title="Old but new here"),), on=long_ago)
    desktop.updates.take_source((str(old.folder),), old.root.read_bytes(), library="ghent")
    asked: list[str] = []

    def agree(error: ReleaseExpiredError) -> bool:
        asked.append(error.version)
        return True

    monkeypatch.setattr(desktop.updates, "_accepts_expired", agree)
    desktop.updates.page.look.click()
    qtbot.waitUntil(lambda: desktop.updates.page.update_now.isVisible(), timeout=LONG)
    assert asked == ["2025.12.1"]


def test_a_newer_program_is_told_in_one_line_and_never_installed(
    desktop: Desktop, publisher: Publisher, qtbot: QtBot, tmp_path: Path
) -> None:
    program = desktop.updates.page.findChild(QLabel, "program")
    assert program is not None
    assert not program.isVisible()
    publisher.keys = add_program(
        publisher.keys, number=1, threshold=1, on=TODAY, unlock=unlock, passphrase=PASSPHRASE
    )
    (tmp_path / "setup.exe").write_bytes(b"MZ")
    publisher.publish_program(tmp_path / "setup.exe", version="9.1")
    trust(desktop, publisher)
    looked(qtbot, desktop)

    assert program.isVisible()
    assert program.text() == (
        f"Version 9.1 of the program is there too; you use {__version__}. "
        "Whoever looks after your computer installs it."
    )
    assert "setup.exe" not in str(list(tmp_path.glob("data/**/*")))
