"""The page "Bookmarks and notes", the way to it, and the file that it saves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.anchors import Anchor
from procura_desktop.errors import ExportError
from procura_desktop.gui.cards import CARD_ROLE
from procura_desktop.gui.link_button import LinkButton
from procura_desktop.gui.notes.left_note import LeftNote
from procura_desktop.gui.notes.notes_page import NotesPage
from procura_desktop.gui.notes.saving import markdown, write
from procura_desktop.gui.places import parse_place
from procura_desktop.workspace.bookmarks import Bookmark, Bookmarks
from procura_desktop.workspace.notes import Note, Notes
from tests.gui.notes.conftest import ADDRESS, PASSAGE
from tests.gui.procurements.screens import dialog_of, named, press

NEEDS = "procura:main/guidance/needs"
GROUP = "procura:main/groups/computers"


@pytest.fixture
def page(desktop: Desktop) -> NotesPage:
    """The page over three bookmarks in two folders and three notes."""
    workspace = desktop.router._workspace  # noqa: SLF001 - the one that the window has open
    bookmarks, notes = Bookmarks(workspace), Notes(workspace)
    bookmarks.add(ADDRESS, "Labels as proof")
    bookmarks.add(NEEDS, "Do you need it?", folder="Later")
    bookmarks.add(GROUP, "Computers", folder="Later")
    notes.add(ADDRESS, "Labels as proof", anchor=Anchor(PASSAGE), colour="green", words="Ask Müller")
    notes.add(NEEDS, "Do you need it?", words="Read again")
    notes.add(GROUP, "Computers", anchor=Anchor("Notebooks, desktop computers"), colour="pink")
    desktop.router.go(parse_place("notes"))
    return desktop.router.noting.page


def titles(page: NotesPage) -> list[str]:
    model = page.view.model()
    return [model.index(row, 0).data(CARD_ROLE).title for row in range(model.rowCount())]


def chips(page: NotesPage) -> dict[str, QPushButton]:
    return {chip.text(): chip for chip in page.chips.findChildren(QPushButton) if chip.isVisible()}


def choose(page: NotesPage, title: str) -> None:
    page.view.setFocus()
    page.view.select(titles(page).index(title))


def do(page: NotesPage, *words: str) -> None:
    """Choose an entry of the menu, and of the menu within it."""
    page.fill_menu()
    actions = page.menu.actions()
    for word in words:
        action = next(action for action in actions if action.text() == word)
        within = action.menu()
        actions = within.actions() if isinstance(within, QMenu) else []
    action.trigger()


def answer(desktop: Desktop, name: str) -> None:
    dialog = desktop.window.findChildren(QInputDialog)[-1]
    dialog.setTextValue(name)
    dialog.accept()


def bring_back(desktop: Desktop) -> None:
    buttons = desktop.window.notice.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Bring it back").click()


def test_chips_name_the_folders(page: NotesPage) -> None:
    assert list(chips(page)) == ["Bookmarks 3", "Notes 3", "Later 2"]
    assert titles(page) == ["Labels as proof", "Do you need it?", "Computers"]

    chips(page)["Later 2"].click()

    assert titles(page) == ["Do you need it?", "Computers"]


def test_a_bookmark_opens_its_record(qtbot: QtBot, desktop: Desktop, page: NotesPage) -> None:
    choose(page, "Do you need it?")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)

    assert desktop.router.pages.reader.notes.address == NEEDS


def test_a_note_opens_at_its_passage(qtbot: QtBot, desktop: Desktop, page: NotesPage) -> None:
    chips(page)["Notes 3"].click()
    choose(page, "Labels as proof")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)

    box = desktop.router.pages.reader.notes.box
    assert box.isVisible()
    assert box.field.toPlainText() == "Ask Müller"


def test_a_note_on_a_product_group_opens_its_text(qtbot: QtBot, desktop: Desktop, page: NotesPage) -> None:
    chips(page)["Notes 3"].click()
    choose(page, "Computers")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)

    reader = desktop.router.pages.group.reader
    assert reader.isVisible()
    assert reader.notes.box.isVisible()


def test_notes_are_searched_while_one_types(qtbot: QtBot, page: NotesPage) -> None:
    qtbot.keyClicks(page.field, "ASK")
    assert titles(page) == ["Labels as proof"]

    qtbot.keyClicks(page.field, " nothing of the kind")
    assert titles(page) == []


def test_a_place_can_say_what_to_look_for(desktop: Desktop, page: NotesPage) -> None:
    desktop.router.go(parse_place("notes:again"))

    assert titles(page) == ["Do you need it?"]


def test_a_bookmark_moves_to_a_folder_and_up(qtbot: QtBot, page: NotesPage) -> None:
    choose(page, "Labels as proof")
    do(page, "Move to", "Later")
    assert list(chips(page)) == ["Bookmarks 3", "Notes 3", "Later 3"]
    assert titles(page) == ["Do you need it?", "Computers", "Labels as proof"]

    choose(page, "Labels as proof")
    qtbot.keyClick(page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == ["Do you need it?", "Labels as proof", "Computers"]


def test_a_bookmark_gets_another_name(desktop: Desktop, page: NotesPage) -> None:
    choose(page, "Computers")
    do(page, "Rename…")
    answer(desktop, "For the new school")

    assert "For the new school" in titles(page)


@pytest.mark.parametrize(("chip", "title"), [("Bookmarks 3", "Computers"), ("Notes 3", "Do you need it?")])
def test_what_is_deleted_comes_back(
    qtbot: QtBot, desktop: Desktop, page: NotesPage, chip: str, title: str
) -> None:
    chips(page)[chip].click()
    before = titles(page)
    choose(page, title)
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert titles(page) == [one for one in before if one != title]

    bring_back(desktop)

    assert titles(page) == before


def test_folders_are_made_renamed_and_deleted(qtbot: QtBot, desktop: Desktop, page: NotesPage) -> None:
    next(button for button in page.findChildren(QPushButton) if button.text() == "New folder…").click()
    answer(desktop, "Cleaning & more")
    assert "Cleaning && more 0" in chips(page)

    chips(page)["Later 2"].click()
    do(page, "Rename this folder…")
    answer(desktop, "Much later")
    assert chips(page)["Much later 2"].isChecked()

    do(page, "Delete this folder")
    qtbot.waitUntil(lambda: "Much later 2" not in chips(page))
    assert len(titles(page)) == 3

    bring_back(desktop)
    assert "Much later 2" in chips(page)


def test_an_empty_page_says_how_to_begin(desktop: Desktop) -> None:
    desktop.router.go(parse_place("notes"))
    page = desktop.router.noting.page

    assert not page.view.isVisible()
    assert page.isVisible()


def test_home_leads_there_once_there_is_something(desktop: Desktop, page: NotesPage) -> None:
    desktop.router.go(parse_place("home"))
    link = next(
        link for link in desktop.router.pages.home.findChildren(LinkButton) if "(6)" in link.accessibleName()
    )
    assert link.isVisible()

    link.click()

    assert page.isVisible()


def test_a_key_leads_there(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    qtbot.keyClick(desktop.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)

    assert desktop.router.noting.page.isVisible()
    assert not any(button.isChecked() for button in desktop.window.navigation.findChildren(QPushButton))


def test_all_is_saved_as_markdown(desktop: Desktop, page: NotesPage, tmp_path: Path) -> None:
    assert page.isVisible()
    file = tmp_path / "notes.md"
    desktop.router.noting.save(file)

    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Bookmarks and notes\n\n## Bookmarks\n\n- Labels as proof – <procura:main/")
    assert "### Later\n\n- Do you need it? – <procura:main/guidance/needs>\n- Computers – " in text
    assert f"### Labels as proof\n\n<{ADDRESS}>\n\n> {PASSAGE}\n\nAsk Müller\n\n*highlighted green, " in text
    assert text.endswith(
        "## Libraries\n\n- procura:main: From the main library, edition 2026.11, publisher not named.\n"
    )
    assert str(file) in desktop.window.notice.text


def test_what_cannot_be_saved_is_told(desktop: Desktop, tmp_path: Path) -> None:
    failures: list[Exception] = []
    desktop.router.failed.disconnect()
    desktop.router.failed.connect(failures.append)

    desktop.router.noting.save(tmp_path / "no such folder" / "notes.md")

    assert [type(failure) for failure in failures] == [ExportError]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("# no heading", "\\# no heading"),
        ("- no list\n1. nor this", "\\- no list  \n\\1. nor this"),
        ("<b>[x](y) *no* `code`", "\\<b\\>\\[x\\](y) \\*no\\* \\`code\\`"),
    ],
)
def test_what_was_typed_stays_text(words: str, written: str) -> None:
    text = markdown((), [Note(id="a", address=ADDRESS, title="T", words=words)], str)

    assert f"\n\n{written}\n\n" in text


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "notes.md"
    write(file, [Bookmark(address=ADDRESS, title="Before")], [], str)

    def full(*_: object) -> Callable[[], None]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExportError, match="No space"):
        write(file, [], [], str)

    assert "Before" in file.read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == [file]


def test_the_search_tells_how_many_notes_match_and_leads_there(
    qtbot: QtBot, desktop: Desktop, page: NotesPage
) -> None:
    desktop.router.go(parse_place("search:müller"))
    search = desktop.router.pages.search
    qtbot.waitUntil(
        lambda: any("Also in your notes (1)" in link.accessibleName() for link in shown_links(search))
    )

    next(link for link in shown_links(search) if "in your notes" in link.accessibleName()).click()
    assert page.isVisible()
    assert titles(page) == ["Labels as proof"]

    desktop.router.go(parse_place("search:nobody wrote this"))
    qtbot.waitUntil(lambda: not any("in your notes" in one.accessibleName() for one in shown_links(search)))


def shown_links(within: QWidget) -> list[LinkButton]:
    return [link for link in within.findChildren(LinkButton) if link.isVisible()]


def test_a_note_on_a_text_that_is_gone_can_still_be_read(
    qtbot: QtBot, desktop: Desktop, page: NotesPage
) -> None:
    words = "Ask the lawyer. " * 100
    note = desktop.router.noting._notes.add(  # noqa: SLF001 - test data
        "procura:main/guidance/gone", "Gone", anchor=Anchor("within the law"), words=words
    )
    desktop.router.go(parse_place("notes"))
    with qtbot.assertNotEmitted(desktop.router.failed):
        page.note_chosen.emit(note.id)
    dialog = dialog_of(LeftNote)
    field = named(dialog, QPlainTextEdit, "Your note")

    assert field.toPlainText() == f"“within the law”\n\n{words}"
    assert field.isReadOnly()
    press(dialog, "Close")
    assert not dialog.isVisible()
