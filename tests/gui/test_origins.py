"""Every hit, list and page names library and publisher, in one line or on each entry."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.gui.criteria_model import TITLE_COLUMN
from procura_desktop.gui.link_button import LinkButton
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.tiles import GroupTile
from procura_desktop.library.build import build_library
from procura_desktop.library.open import open_library, open_shelf
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings
from procura_desktop.workspace.bookmarks import Bookmarks
from procura_desktop.workspace.notes import Notes
from procura_desktop.workspace.workspace import open_workspace
from tests.factories import CYCLE, make_article, make_case, make_criterion, make_group

ROLES = Qt.ItemDataRole
MAIN_LINE = "Main library 2026.11 · publisher not named"
MAIN = "From the main library, edition 2026.11, publisher not named."
GHENT = "From the library “ghent”, edition 7, published by City of Ghent."
GHENT_SHORT = "“ghent” · City of Ghent"
MAIN_SHORT = "Main library · publisher not named"


@pytest.fixture
def two(qtbot: QtBot, library_path: Path, places: Folders, tmp_path: Path) -> Iterator[Desktop]:
    """The desktop over the main library and an office's own."""
    oak = make_criterion("criteria/furniture/own/ts1-oak", group="groups/furniture", code="TS1")
    walls = make_group("groups/flood-walls", title="Flood walls")
    assert walls.group is not None
    records = (
        replace(oak, title="Oak from our own woods", product_groups=("groups/furniture",)),
        make_article("guidance/zebrawood", title="Zebrawood in Ghent"),
        make_case("cases/flood-wall", title="A wall of clay"),
        walls,
    )
    file = tmp_path / "ghent.sqlite"
    build_library(
        file,
        name="ghent",
        version="7",
        records=records,
        assets=(CYCLE,),
        progress=Silent(),
        publisher="City of Ghent",
    )
    books, wrong = open_shelf(open_library(library_path), [[file]])
    assert not wrong
    made = Desktop(places, Settings(theme="light"), books, open_workspace(places.workspace))
    qtbot.addWidget(made.window)
    made.window.resize(1240, 800)
    made.start("")
    qtbot.waitExposed(made.window)
    yield made
    made.window.close()
    made.close()


def found(qtbot: QtBot, desktop: Desktop, text: str) -> QAbstractItemModel:
    search = desktop.router.pages.search
    with qtbot.waitSignal(search.searched):
        desktop.router.type_search(text)
    return search.view.model()


def said(model: QAbstractItemModel, row: int, role: ROLES = ROLES.AccessibleTextRole) -> str:
    return str(model.index(row, 0).data(role) or "")


def seen(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def named(page: QWidget) -> list[str]:
    return [label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible()]


def row_of(model: QAbstractItemModel, title: str) -> int:
    rows = range(model.rowCount(QModelIndex()))
    return next(row for row in rows if said(model, row, ROLES.DisplayRole) == title)


def test_one_line_names_library_and_publisher_of_all_hits(qtbot: QtBot, desktop: Desktop) -> None:
    model = found(qtbot, desktop, "labels")

    assert MAIN_LINE in seen(desktop.router.pages.search)
    assert MAIN in named(desktop.router.pages.search)
    for row in range(model.rowCount()):
        assert said(model, row, ROLES.AccessibleDescriptionRole) == MAIN
        assert said(model, row, ROLES.ToolTipRole) == MAIN
        assert "Main library" not in said(model, row)


def test_earlier_searches_are_of_no_library(qtbot: QtBot, desktop: Desktop) -> None:
    found(qtbot, desktop, "labels")
    found(qtbot, desktop, "")

    assert MAIN_LINE not in seen(desktop.router.pages.search)


def test_of_several_libraries_each_hit_names_its_own(qtbot: QtBot, two: Desktop) -> None:
    model = found(qtbot, two, "zebrawood")
    row = row_of(model, "Zebrawood in Ghent")

    assert GHENT_SHORT in said(model, row)
    assert said(model, row, ROLES.ToolTipRole) == GHENT
    model = found(qtbot, two, "labels")
    assert MAIN_SHORT in said(model, row_of(model, "Labels as proof"))
    assert not [text for text in seen(two.router.pages.search) if text.startswith("From the ")]


def test_the_line_of_a_card_is_painted_and_has_room(qtbot: QtBot, two: Desktop) -> None:
    model = found(qtbot, two, "zebrawood")
    view = two.router.pages.search.view
    index = model.index(row_of(model, "Zebrawood in Ghent"), 0)
    with_line = view.visualRect(index).height()
    card = index.data(ROLES.UserRole)
    model.set_cards([replace(card, whose="")])  # type: ignore[attr-defined] # it is a CardModel

    assert view.visualRect(model.index(0, 0)).height() < with_line


@pytest.mark.parametrize("place", ["guidance", "cases", "glossary"])
def test_every_list_names_library_and_publisher(desktop: Desktop, place: str) -> None:
    desktop.router.go(parse_place(place))
    page = getattr(desktop.router.pages, place)

    assert MAIN_LINE in seen(page)
    assert MAIN in named(page)
    assert said(page.view.model(), 0, ROLES.AccessibleDescriptionRole) == MAIN


def test_lists_of_several_libraries_name_them_on_each_card(two: Desktop) -> None:
    two.router.go(parse_place("cases"))
    model = two.router.pages.cases.view.model()
    assert GHENT_SHORT in said(model, row_of(model, "A wall of clay"))
    assert MAIN_SHORT in said(model, 1 - row_of(model, "A wall of clay"))
    two.router.open_record("ghent/criteria/furniture/own/ts1-oak")
    model = two.router.pages.criteria.view.model()
    assert GHENT_SHORT in said(model, row_of(model, "Oak from our own woods"))


def test_the_page_of_a_product_group_names_its_library_and_those_of_its_criteria(two: Desktop) -> None:
    two.router.open_record("groups/furniture")
    group = two.router.pages.group
    assert f"{MAIN} What is of another library says so." in seen(group)
    model = group.criteria.table.model()
    cells = [model.index(row, TITLE_COLUMN) for row in range(model.rowCount())]
    oak = next(cell for cell in cells if str(cell.data()).startswith("Oak from"))
    assert str(oak.data()).endswith(f"\n{GHENT_SHORT}")
    assert oak.data(ROLES.ToolTipRole) == GHENT
    assert oak.data(ROLES.AccessibleDescriptionRole) == GHENT

    others = [cell for cell in cells if cell.data(ROLES.ToolTipRole) and cell is not oak]
    assert others
    assert {cell.data(ROLES.ToolTipRole) for cell in others} == {MAIN}
    assert not [cell for cell in others if MAIN_SHORT in str(cell.data())]

    two.router.open_record("ghent/groups/flood-walls")
    assert f"{GHENT} What is of another library says so." in seen(group)


def test_what_matters_at_a_glance_names_whose_it_is(two: Desktop) -> None:
    two.router.open_record("groups/computers")
    group = two.router.pages.group
    group.show_view("facts")
    links = [one for one in group.facts.findChildren(LinkButton) if one.accessibleDescription()]
    assert links
    assert {one.accessibleDescription() for one in links} == {MAIN}
    assert not [one for one in links if MAIN_SHORT in one.accessibleName()]
    two.router.open_record("groups/furniture")
    group.show_view("facts")
    cases = two.library.briefs(kind="case")
    details = two.library.record("groups/furniture").group
    assert details is not None
    group.facts.show_group(details, {}, cases, library="")
    names = [one.accessibleName() for one in group.facts.findChildren(LinkButton)]
    assert f"A wall of clay · {GHENT_SHORT}" in names


@pytest.mark.parametrize("chip", ["Bookmarks 2", "Notes 2"])
def test_what_was_kept_names_whose_it_is(two: Desktop, chip: str) -> None:
    workspace = two.router._workspace  # noqa: SLF001 - the one that the window has open
    for address, title in (
        ("procura:ghent/cases/flood-wall", "A wall of clay"),
        ("procura:main/guidance/labels", "Labels as proof"),
    ):
        Bookmarks(workspace).add(address, title)
        Notes(workspace).add(address, title, words="Read again")
    two.router.go(parse_place("notes"))
    page = two.router.noting.page
    next(one for one in page.chips.findChildren(QPushButton) if one.text() == chip).click()
    model = page.view.model()
    row = row_of(model, "A wall of clay")

    assert GHENT_SHORT in said(model, row)
    assert said(model, row, ROLES.ToolTipRole) == GHENT
    assert MAIN_SHORT in said(model, 1 - row)


def test_what_was_kept_of_a_library_that_is_gone_names_it(desktop: Desktop) -> None:
    workspace = desktop.router._workspace  # noqa: SLF001 - the one that the window has open
    Bookmarks(workspace).add("procura:ghent/cases/flood-wall", "A wall of clay")
    desktop.router.go(parse_place("notes"))
    model = desktop.router.noting.page.view.model()

    assert said(model, 0).endswith("“ghent”")
    assert said(model, 0, ROLES.ToolTipRole) == "From the library “ghent”, which is not here."


def test_what_was_read_last_names_whose_it_is(two: Desktop) -> None:
    two.router.open_record("ghent/cases/flood-wall")
    two.router.go(parse_place("home"))
    links = {one.accessibleName(): one for one in two.router.pages.home.findChildren(LinkButton)}

    assert links[f"A wall of clay · {GHENT_SHORT}"].accessibleDescription() == GHENT
    assert MAIN in {one.accessibleDescription() for one in links.values()}
    assert not [name for name in links if MAIN_SHORT in name]


def test_tiles_of_product_groups_name_whose_they_are(desktop: Desktop, two: Desktop) -> None:
    tiles = two.router.pages.home.findChildren(GroupTile)
    assert {tile.accessibleDescription() for tile in tiles} == {MAIN, GHENT}
    own = [tile for tile in tiles if GHENT_SHORT in tile.accessibleName()]
    assert [tile.accessibleDescription() for tile in own] == [GHENT]
    two.router.go(parse_place("criteria"))
    assert f"{MAIN} What is of another library says so." in seen(two.router.pages.groups)
    desktop.router.go(parse_place("criteria"))
    assert MAIN in seen(desktop.router.pages.groups)
    alone = desktop.router.pages.home.findChildren(GroupTile)
    assert {tile.accessibleDescription() for tile in alone} == {MAIN}
    assert not [tile for tile in alone if "Main library" in tile.accessibleName()]


def test_home_names_every_library_and_its_publisher(two: Desktop) -> None:
    said_at_home = "\n".join(seen(two.router.pages.home))
    assert "Publisher not named." in said_at_home
    assert "Beside it: “ghent”, edition 7, City of Ghent." in said_at_home


def test_a_page_names_library_and_publisher_also_where_nobody_is_named(two: Desktop) -> None:
    two.router.open_record("guidance/labels")
    page = two.router.pages.reader.page
    assert "From the library main 2026.11 (publisher not named)." in page.toPlainText()
    two.router.open_record("ghent/guidance/zebrawood")
    assert "From the library ghent 7 (City of Ghent)." in page.toPlainText()


def test_an_explained_word_names_whose_explanation_it_is(two: Desktop) -> None:
    two.router.open_record("guidance/labels")
    reader = two.router.pages.reader
    term = two.library.glossary()[0]
    assert reader._shown.origin_of(term.id) == MAIN  # noqa: SLF001 - what the popup is given
    reader.popup.explain(term, reader.rect(), origin=MAIN, focus=False)
    assert MAIN in [label.text() for label in reader.popup.findChildren(QLabel)]
    assert MAIN in reader.popup.accessibleDescription()


def test_no_list_reads_the_facts_of_a_library_again(
    qtbot: QtBot, two: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(qtbot, two, "zebrawood")

    def read(*_: object) -> None:
        raise AssertionError("the facts of a library are read once, when it is opened")

    monkeypatch.setattr("procura_desktop.library.facts.read_facts", read)
    monkeypatch.setattr(type(two.library), "info_of", read)
    assert found(qtbot, two, "labels").rowCount() > 1


def test_a_library_that_is_not_here_is_said_to_be_away(library_path: Path) -> None:
    with open_library(library_path) as library:
        origins = Origins(library)
        assert origins.sentence_at("main") == MAIN
        assert origins.sentence_at("ghent") == "From the library “ghent”, which is not here."
        assert origins.name_of("guidance/labels") == ""
