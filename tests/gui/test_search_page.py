"""The page of search results, used as a person uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.gui.link_button import LinkButton
from procura_desktop.gui.search_page import NOTES_AFTER_MS, SearchPage
from procura_desktop.gui.searcher import Answer, Searcher, Wanted
from procura_desktop.gui.words import cut
from procura_desktop.library.open import open_library
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings
from procura_desktop.workspace.workspace import Search, open_workspace

LETTERS = "label criteria battery furniture cases and words of all kinds"


@pytest.fixture
def page(desktop: Desktop) -> SearchPage:
    """The page, with nothing typed."""
    return desktop.router.pages.search


def search(qtbot: QtBot, desktop: Desktop, text: str) -> None:
    with qtbot.waitSignal(desktop.router.pages.search.searched):
        desktop.router.type_search(text)


def titles(page: SearchPage) -> list[str]:
    model = page.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_slip_is_told_and_can_be_insisted_on(qtbot: QtBot, desktop: Desktop, page: SearchPage) -> None:
    search(qtbot, desktop, "battrey ")
    assert "“battery”" in page._status.text()  # noqa: SLF001 - the label that speaks
    assert page._instead.isVisible()  # noqa: SLF001
    found = titles(page)
    assert found

    with qtbot.waitSignal(page.searched):
        page._instead.click()  # noqa: SLF001

    assert titles(page) != found
    assert not page._instead.isVisible()  # noqa: SLF001


def test_counts_come_after_the_hits(qtbot: QtBot, desktop: Desktop, page: SearchPage) -> None:
    search(qtbot, desktop, "battery ")
    assert titles(page)

    qtbot.waitUntil(lambda: "result" in page._status.text())  # noqa: SLF001
    qtbot.waitUntil(page._chips.isVisible)  # noqa: SLF001


def test_a_completion_is_searched_for(qtbot: QtBot, desktop: Desktop, page: SearchPage) -> None:
    search(qtbot, desktop, "batt")
    with qtbot.waitSignal(page.searched):
        page._completions.chosen.emit("battery ")  # noqa: SLF001

    assert desktop.window.top_bar.field.text() == "battery "


def test_a_saved_search_is_offered_when_nothing_is_typed(
    qtbot: QtBot, desktop: Desktop, page: SearchPage
) -> None:
    search(qtbot, desktop, "battery ")
    page._save.click()  # noqa: SLF001
    search(qtbot, desktop, "")
    assert titles(page) == ["battery"]

    with qtbot.waitSignal(page.searched):
        page.view.activated.emit(page.view.model().index(0, 0))
    assert desktop.window.top_bar.field.text() == "battery"

    page._save.click()  # noqa: SLF001
    search(qtbot, desktop, "")
    assert titles(page) == ["battery"]  # searched before, no longer saved


def test_opening_a_hit_remembers_the_search(
    qtbot: QtBot, desktop: Desktop, page: SearchPage, tmp_path: Path
) -> None:
    search(qtbot, desktop, "label")
    page.open_first()

    with open_workspace(tmp_path / "workspace.sqlite") as workspace:
        assert workspace.searches() == (Search("label", saved=False),)


def test_sixty_letters_in_a_second_never_wait(
    qtbot: QtBot, desktop: Desktop, page: SearchPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    interrupted: list[int] = []
    painted: list[int] = []
    real = page._search  # noqa: SLF001

    def search_and_note(wanted: Wanted) -> Answer:
        begun.append(wanted.text)
        return real(wanted)

    monkeypatch.setattr(page, "_search", search_and_note)
    monkeypatch.setattr(page._newest, "_stop", lambda: interrupted.append(1))  # noqa: SLF001
    page.searched.connect(lambda: painted.append(1))
    typed = [LETTERS[:end] for end in range(1, 61)]

    keys = QTimer(interval=16)
    keys.timeout.connect(lambda: desktop.router.type_search(typed.pop(0)) if typed else keys.stop())
    keys.start()
    qtbot.waitUntil(lambda: not typed and bool(begun) and begun[-1] == LETTERS[:60])
    qtbot.waitUntil(lambda: not page._awaited)  # noqa: SLF001

    without_counts = len(dict.fromkeys(begun))
    assert desktop.window.top_bar.field.text() == LETTERS[:60]
    assert 1 <= len(painted) <= without_counts <= 60
    assert len(interrupted) >= 60 - without_counts  # whatever was not begun came while another search ran


def test_the_library_is_opened_before_anybody_types(desktop: Desktop) -> None:
    searcher = Searcher(desktop.library.paths, limit=1)
    searcher.prepare()

    assert searcher._library is not None  # noqa: SLF001
    searcher.close()


def test_a_preparation_that_fails_hinders_no_search(qtbot: QtBot, page: SearchPage, tmp_path: Path) -> None:
    told: list[Exception] = []
    page.failed.disconnect()
    page.failed.connect(told.append)
    page._open_library = Searcher([tmp_path / "none.sqlite"], limit=1).prepare  # noqa: SLF001

    page.prepare()
    with qtbot.waitSignal(page.searched):
        page.search("battery ")

    assert told == []


def test_stopping_before_anything_runs_does_nothing(page: SearchPage) -> None:
    searcher = Searcher(page._library.paths, limit=5)  # noqa: SLF001
    searcher.stop()
    searcher.close()

    wanted = page._wanted(count=True)  # noqa: SLF001
    assert searcher.search(wanted).results.counted
    searcher.close()


def test_a_group_names_its_cases(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.router.open_record("groups/furniture")
    group = desktop.router.pages.group
    group.show_view("facts")

    [case, *_] = desktop.library.cases_of("groups/furniture")
    with qtbot.waitSignal(group.record_chosen) as chosen:
        links = group.facts.findChildren(LinkButton)
        next(link for link in links if link.accessibleName() == case.title).click()
    assert chosen.args == [case.id]


def test_after_a_close_no_search_asks_the_workspace(
    qtbot: QtBot, library_path: Path, places: Folders
) -> None:
    """It looked for notes a moment later, in a workspace that was closed, and told of an error."""
    made = Desktop(
        places, Settings(theme="light"), open_library(library_path), open_workspace(places.workspace)
    )
    qtbot.addWidget(made.window)
    made.start("")
    failures: list[Exception] = []
    made.router.failed.disconnect()
    made.router.failed.connect(failures.append)
    made.router.type_search("paper")
    qtbot.wait(100)

    made.window.close()
    made.close()
    qtbot.wait(2 * NOTES_AFTER_MS)

    assert failures == []


def test_a_huge_paste_leaves_room_for_the_results(qtbot: QtBot, desktop: Desktop, page: SearchPage) -> None:
    search(qtbot, desktop, "battrey " * 2000)

    assert page._instead.isVisible()  # noqa: SLF001 - the label that repeats what was typed
    assert page._instead.accessibleName().endswith("…”")  # noqa: SLF001
    assert page._instead.height() < page.height() / 4  # noqa: SLF001


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("battery", "battery"),
        ("  two\n words ", "two words"),
        ("a" * 10, "a" * 10),
        ("a" * 11, "a" * 10 + "…"),
        ("a " * 5, "a a a a a"),
        (" " * 50 + "a", "…"),
        ("", ""),
    ],
)
def test_long_words_are_cut(text: str, shown: str) -> None:
    assert cut(text, 10) == shown
