"""What a screen reader is told, asked of Qt's own accessibility tree."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.gui.places import parse_place

PLACES = (
    "home", "search", "guidance", "criteria", "groups/computers", "guidance/labels", "cases", "glossary",
    "updates", "settings", "manual", "notes",
)  # fmt: skip
NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}


def controls(desktop: Desktop) -> list[QWidget]:
    return [
        widget
        for widget in desktop.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parent(), QAbstractSpinBox)  # the box itself stands for its field
    ]


@pytest.mark.parametrize("place", PLACES)
def test_every_control_has_a_name_and_a_role(desktop: Desktop, place: str) -> None:
    desktop.fill_settings(place)
    desktop.router.go(parse_place(place))
    found = controls(desktop)
    assert found
    for widget in found:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told.text(QAccessible.Text.Name), f"{widget} in {widget.parent()}"
        assert told.role() not in NO_ROLE, f"{widget} in {widget.parent()}"


def test_the_glance_has_names_too(desktop: Desktop) -> None:
    desktop.router.open_record("groups/computers")
    desktop.router.pages.group.show_view("facts")
    for widget in controls(desktop):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_cells_of_the_table_name_their_column(desktop: Desktop) -> None:
    desktop.router.open_record("groups/computers")
    table = desktop.router.pages.group.criteria.table
    told = QAccessible.queryAccessibleInterface(table)
    assert told.role() == QAccessible.Role.Table
    model = table.model()
    for row in range(model.rowCount()):
        spoken = model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith("Criterion: ") or not model.index(row, 1).data(Qt.ItemDataRole.UserRole)


def test_how_sure_is_spoken_with_its_meaning(desktop: Desktop) -> None:
    desktop.router.open_record("groups/computers")
    model = desktop.router.pages.group.criteria.table.model()
    rows = [row for row in range(model.rowCount()) if model.index(row, 0).data(Qt.ItemDataRole.UserRole)]
    last = model.index(rows[0], model.columnCount() - 1)
    meaning = last.data(Qt.ItemDataRole.ToolTipRole)
    assert meaning
    assert meaning in last.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_number_of_results_is_announced(qtbot: QtBot, desktop: Desktop) -> None:
    with qtbot.waitSignal(desktop.router.pages.search.searched):
        desktop.router.type_search("label")
    status = desktop.router.pages.search._status  # noqa: SLF001 - the label that speaks
    told = QAccessible.queryAccessibleInterface(status)
    assert "result" in told.text(QAccessible.Text.Name)
