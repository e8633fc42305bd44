"""Colours and sizes, changed while the window is open."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.gui import theme
from procura_desktop.gui.icons import icon
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.theme import DARK, LIGHT
from procura_desktop.gui.tiles import GroupTile
from procura_desktop.library.open import open_library
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings
from procura_desktop.workspace.workspace import open_workspace

PLACES = (
    "home",
    "search",
    "guidance",
    "criteria",
    "groups/computers",
    "cases",
    "glossary",
    "updates",
    "settings",
    "manual",
)


@pytest.mark.parametrize("place", PLACES)
def test_double_text_does_not_widen_the_window(qtbot: QtBot, desktop: Desktop, place: str) -> None:
    desktop.window.resize(1024, 600)
    desktop.fill_settings(place)
    desktop.router.go(parse_place(place))

    desktop.look.set_text_scale(200)
    qtbot.wait(50)

    assert (desktop.window.width(), desktop.window.height()) == (1024, 600)


@pytest.mark.parametrize("meanwhile", ["nothing", "another place"])
def test_settings_say_what_is_set_and_obey_after_an_update(desktop: Desktop, meanwhile: str) -> None:
    """The pages are made anew for other editions; what is on them must not be lost."""
    desktop.router.go(parse_place("settings"))
    if meanwhile == "another place":
        desktop.router.go(parse_place("home"))
    desktop.updates.libraries_changed.emit()
    if meanwhile == "another place":
        desktop.router.step(-1)
    colours = {one.text(): one for one in desktop.router.pages.settings.findChildren(QRadioButton)}
    assert [name for name, one in colours.items() if one.isChecked()] == ["Light"]

    colours["Dark"].click()

    assert desktop.look.colours == DARK


def test_cards_grow_with_the_text(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.router.go(parse_place("glossary"))
    view = desktop.router.pages.glossary.view
    first = view.model().index(0, 0)
    before = view.visualRect(first).height()

    desktop.look.set_text_scale(200)

    qtbot.waitUntil(lambda: view.visualRect(first).height() > 1.5 * before)


def test_rows_of_the_table_grow_with_the_text(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.router.open_record("groups/computers")
    table = desktop.router.pages.group.criteria.table
    before = table.rowHeight(table.model().rowCount() - 1)

    desktop.look.set_text_scale(200)

    qtbot.waitUntil(lambda: table.rowHeight(table.model().rowCount() - 1) > 1.3 * before)


def test_headings_and_navigation_grow_with_the_text(desktop: Desktop) -> None:
    window = desktop.window
    title = next(
        label for label in window.findChildren(QLabel) if label.isVisible() and label.property("role") == "h1"
    )
    before = (title.fontMetrics().height(), window.navigation.width())

    desktop.look.set_text_scale(200)
    QApplication.processEvents()

    assert title.fontMetrics().height() > 1.7 * before[0]
    assert window.navigation.width() > 1.3 * before[1]


@pytest.fixture
def system_says(monkeypatch: pytest.MonkeyPatch) -> Callable[[Qt.ColorScheme], None]:
    """Let the desktop choose a scheme; without a screen there is no desktop that could."""
    hints = QApplication.styleHints()

    def say(scheme: Qt.ColorScheme) -> None:
        said = SimpleNamespace(colorScheme=lambda: scheme, accessibility=hints.accessibility)
        monkeypatch.setattr(theme, "QApplication", SimpleNamespace(styleHints=lambda: said))
        hints.colorSchemeChanged.emit(scheme)

    return say


def test_the_window_follows_the_desktop_where_that_is_wanted(
    desktop: Desktop, system_says: Callable[[Qt.ColorScheme], None]
) -> None:
    desktop.look.set_theme("system")

    for scheme, colours in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        system_says(scheme)
        assert desktop.window.palette().windowText().color().name() == colours.text


def test_the_window_keeps_a_chosen_look_when_the_desktop_changes(
    desktop: Desktop, system_says: Callable[[Qt.ColorScheme], None]
) -> None:
    desktop.look.set_theme("light")

    system_says(Qt.ColorScheme.Dark)

    assert desktop.window.palette().windowText().color().name() == LIGHT.text


def test_the_magnifier_grows_with_the_text(desktop: Desktop) -> None:
    field = desktop.window.top_bar.field
    before = field.magnifier.height()

    desktop.look.set_text_scale(200)

    assert field.magnifier.height() > 1.7 * before
    assert field.textMargins().left() > field.magnifier.width()


def test_the_search_field_shows_what_is_typed_with_the_largest_text(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window.resize(1016, 556)
    desktop.look.set_text_scale(200)
    field = desktop.window.top_bar.field

    qtbot.waitUntil(lambda: field.width() > field.fontMetrics().horizontalAdvance("laptop battery life"))


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK, theme.CONTRAST])
def test_the_icon_of_the_chosen_place_stands_out(colours: theme.Colours) -> None:
    drawn = icon("home", colours.nav_text, checked=colours.nav_selected_text)
    image = drawn.pixmap(40, QIcon.Mode.Normal, QIcon.State.On).toImage()
    strongest = max(
        (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())),
        key=lambda colour: colour.alpha(),
    )

    assert strongest.name() == colours.nav_selected_text


def test_a_closed_window_follows_the_desktop_no_more(
    desktop: Desktop, system_says: Callable[[Qt.ColorScheme], None], qapp: QApplication
) -> None:
    desktop.look.set_theme("system")
    system_says(Qt.ColorScheme.Light)
    desktop.window.close()
    desktop.look.let_go()
    before = qapp.styleSheet()

    system_says(Qt.ColorScheme.Dark)

    assert qapp.styleSheet() == before


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_tiles_of_home_show_all_their_words_at_once(
    qtbot: QtBot, library_path: Path, places: Folders, scale: int
) -> None:
    settings = Settings(theme="light", text_scale=scale)
    made = Desktop(places, settings, open_library(library_path), open_workspace(places.workspace))
    qtbot.addWidget(made.window)
    made.window.resize(1016, 556)
    made.start("")
    labels = [label for tile in made.window.findChildren(GroupTile) for label in tile.findChildren(QLabel)]
    assert labels
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in labels))
    made.window.close()
    made.close()
