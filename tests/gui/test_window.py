"""The window, used as a person uses it."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import AddressError, ProcurementMissingError, RecordNotFoundError
from procura_desktop.gui.main_window import MainWindow
from procura_desktop.gui.navigation import SIDE
from procura_desktop.gui.places import PlaceName, parse_place
from procura_desktop.library.open import open_library
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import load_settings
from tests.factories import build_sample, sample_records
from tests.procurements import make_procurement

ARTICLE = "guidance/labels"
PLACES: tuple[PlaceName, ...] = (
    "home", "search", "guidance", "criteria", "cases", "glossary", "settings", "manual",
)  # fmt: skip


def type_in_search(qtbot: QtBot, desktop: Desktop, text: str) -> None:
    """Press Ctrl+K, type, and wait for the results."""
    desktop.window.activateWindow()
    desktop.window.top_bar.focus_field()
    with qtbot.waitSignal(desktop.router.pages.search.searched):
        qtbot.keyClicks(desktop.window.top_bar.field, text)
    qtbot.waitUntil(lambda: desktop.router.pages.search.view.model().rowCount() > 0)


def test_typing_finds_and_enter_opens(qtbot: QtBot, desktop: Desktop) -> None:
    type_in_search(qtbot, desktop, "label")

    qtbot.keyClick(desktop.window.top_bar.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(desktop.router.pages.reader.isVisible()))
    assert desktop.window.pages.currentWidget() is desktop.router.pages.browse


def test_a_pasted_address_opens_its_record(qtbot: QtBot, desktop: Desktop) -> None:
    field = desktop.window.top_bar.field
    field.setText(f"procura:{MAIN_LIBRARY}/{ARTICLE}")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: desktop.router.pages.reader.isVisible())
    assert desktop.router.pages.browse.current_list is desktop.router.pages.guidance


def test_an_address_of_nothing_is_explained(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.router.failed.disconnect()
    with qtbot.waitSignal(desktop.router.failed) as failed:
        desktop.router.open_address("procura:main/guidance/nothing")
    assert isinstance(failed.args[0], RecordNotFoundError)


def test_a_broken_address_is_explained(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.router.failed.disconnect()
    with qtbot.waitSignal(desktop.router.failed) as failed:
        desktop.router.open_address("procura:")
    assert isinstance(failed.args[0], AddressError)


@pytest.mark.parametrize("name", PLACES)
def test_every_place_of_the_navigation_opens(desktop: Desktop, name: PlaceName) -> None:
    desktop.window.place_wanted.emit(name)
    page = desktop.window.pages.currentWidget()
    assert page is not None
    assert page.isVisible()


@pytest.mark.parametrize("name", PLACES)
def test_every_control_has_a_name(desktop: Desktop, name: PlaceName) -> None:
    desktop.window.place_wanted.emit(name)
    if name == "criteria":
        desktop.router.open_record("groups/computers")
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    controls = [
        widget
        for kind in kinds
        for widget in desktop.window.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert controls
    for widget in controls:
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or words, f"{widget} in {widget.parent()}"


def test_back_and_forward_lead_along_the_way(desktop: Desktop) -> None:
    router = desktop.router
    router.go(parse_place("guidance"))
    router.open_record(ARTICLE)
    router.go(parse_place("glossary"))

    router.step(-1)
    assert router.pages.reader.isVisible()
    router.step(-1)
    assert not router.pages.reader.isVisible()
    router.step(1)
    assert router.pages.reader.isVisible()


def test_what_was_read_is_offered_at_home(desktop: Desktop) -> None:
    desktop.router.open_record(ARTICLE)
    desktop.router.go(parse_place("home"))
    names = [button.accessibleName() for button in desktop.router.pages.home.findChildren(QAbstractButton)]
    assert "Labels as proof" in names


def test_a_group_shows_its_criteria_side_by_side(desktop: Desktop) -> None:
    desktop.router.open_record("groups/computers")
    table = desktop.router.pages.group.criteria.table
    headers = [
        table.model().headerData(column, Qt.Orientation.Horizontal)
        for column in range(table.model().columnCount())
    ]
    assert headers == ["Code", "Criterion", "Core", "Comprehensive", "Proof", "How sure"]
    assert table.model().rowCount() >= 1


def test_enter_in_the_table_opens_the_criterion(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.router.open_record("groups/computers")
    table = desktop.router.pages.group.criteria.table
    table.setFocus()
    table.selectRow(0)
    with qtbot.waitSignal(desktop.router.pages.group.record_chosen):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert desktop.router.pages.reader.isVisible()
    assert desktop.router.pages.browse.current_list is desktop.router.pages.criteria


def test_larger_text_is_remembered(desktop: Desktop, places: Folders) -> None:
    desktop.window.larger_wanted.emit()
    assert load_settings(places.settings).text_scale == 110


def test_text_never_grows_past_double(desktop: Desktop, places: Folders) -> None:
    for _ in range(15):
        desktop.window.larger_wanted.emit()
    assert load_settings(places.settings).text_scale == 200


@pytest.mark.parametrize("theme", ["dark", "contrast", "light"])
def test_a_theme_is_taken_and_kept(desktop: Desktop, places: Folders, theme: str) -> None:
    desktop.router.open_record(ARTICLE)
    desktop.window.place_wanted.emit("settings")
    desktop.router.pages.settings.theme_chosen.emit(theme)
    if theme != "light":
        assert load_settings(places.settings).theme == theme


def test_the_list_folds_away_where_it_is_narrow(desktop: Desktop) -> None:
    desktop.router.open_record(ARTICLE)
    assert desktop.router.pages.guidance.isVisible()

    desktop.window.resize(700, 500)
    desktop.router.pages.browse.resize(480, 400)

    assert desktop.router.pages.reader.isVisible()
    assert not desktop.router.pages.guidance.isVisible()


def test_f6_goes_round_the_areas(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.window.activateWindow()
    desktop.window.top_bar.focus_field()
    qtbot.waitUntil(lambda: desktop.window.top_bar.field.hasFocus())
    desktop.window.focus_next_area()
    assert not desktop.window.top_bar.field.hasFocus()
    desktop.window.navigation.focus_first()
    desktop.window.focus_next_area()
    qtbot.waitUntil(lambda: desktop.window.top_bar.field.hasFocus())


class LayoutCount(QObject):
    """Counts how often somebody is asked to lay itself out."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        self.asked += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.mark.parametrize("height", [560, 900])
def test_a_window_at_rest_does_not_lay_itself_out(qtbot: QtBot, desktop: Desktop, height: int) -> None:
    desktop.window.resize(1024, height)
    counting = LayoutCount()
    for widget in desktop.window.findChildren(QWidget):
        widget.installEventFilter(counting)

    def rests() -> bool:
        counting.asked = 0
        for _ in range(20):
            QApplication.processEvents()
        return counting.asked == 0

    qtbot.waitUntil(rests)


@pytest.mark.parametrize("height", [480, 900])
def test_the_places_have_room_on_both_sides(qtbot: QtBot, desktop: Desktop, height: int) -> None:
    desktop.window.resize(1024, height)
    navigation = desktop.window.navigation
    view = navigation.viewport()

    def margins() -> set[tuple[int, int]]:
        buttons = [one for one in navigation.findChildren(QAbstractButton) if one.isVisible()]
        lefts = [one.mapTo(view, one.rect().topLeft()).x() for one in buttons]
        rights = [view.width() - one.width() - left for one, left in zip(buttons, lefts, strict=True)]
        return set(zip(lefts, rights, strict=True))

    qtbot.waitUntil(lambda: margins() == {(SIDE, SIDE)})


def test_the_window_comes_back_where_it_was(desktop: Desktop) -> None:
    desktop.window.resize(781, 611)
    desktop.window.close()
    state = desktop._workspace.window_state("main")  # noqa: SLF001 - what the next start reads
    other = MainWindow()
    assert state is not None
    other.restore(state)
    assert (other.width(), other.height()) == (781, 611)


@pytest.mark.parametrize(
    "typed", ['"', "NEAR(a", "kind:case", "-", "*" * 50, "é ß ü", "a AND OR NOT", "^col:x"]
)
def test_no_typed_text_is_an_error(qtbot: QtBot, desktop: Desktop, typed: str) -> None:
    with (
        qtbot.assertNotEmitted(desktop.router.failed),
        qtbot.waitSignal(desktop.router.pages.search.searched),
    ):
        desktop.router.type_search(typed)


def test_the_way_back_leads_past_what_is_gone(desktop: Desktop) -> None:
    failures: list[Exception] = []
    desktop.router.failed.disconnect()
    desktop.router.failed.connect(failures.append)
    procuring = desktop.router.procuring
    assert procuring.desk.start(make_procurement())
    procuring.go("laptops-2026")
    desktop.router.go(parse_place("procurements"))
    procuring.desk.delete("laptops-2026")

    desktop.router.step(-1)
    assert [type(one) for one in failures] == [ProcurementMissingError]
    desktop.router.step(-1)
    assert desktop.router.pages.home.isVisible()


def test_an_edition_without_what_is_read_shows_home_and_says_why(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    desktop.router.failed.disconnect()
    desktop.router.open_record(ARTICLE)
    records = tuple(one for one in sample_records() if one.id != ARTICLE)
    path = build_sample(tmp_path / "new.sqlite", records=records, version="2026.12")
    look = desktop.look.colours, desktop.look.text_scale
    with closing(open_library(path)) as library, qtbot.waitSignal(desktop.router.failed) as failed:
        desktop.router.use_library(library, {}, look)
        assert desktop.router.pages.home.isVisible()
        desktop.router.use_library(desktop.library, {}, look)

    assert isinstance(failed.args[0], RecordNotFoundError)
