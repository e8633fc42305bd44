"""A title takes the lines that it needs, at most two; the quiet line keeps its own."""

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from procura_desktop.gui.procurements.tick_delegate import PADDING, TickDelegate


@pytest.mark.parametrize(
    ("words", "lines"), [("Short", 2), ("A title of some words " * 3, 3), ("Long " * 60, 3)]
)
def test_a_row_is_as_high_as_its_lines(qtbot: QtBot, words: str, lines: int) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.resize(320, 200)
    tree.setItemDelegate(delegate := TickDelegate(tree))
    top = QTreeWidgetItem(tree, ["A heading"])
    row = QTreeWidgetItem(top, [f"{words}\nquiet"])
    tree.show()
    option = QStyleOptionViewItem()
    option.initFrom(tree)

    height = delegate.sizeHint(option, tree.indexFromItem(row)).height()
    assert height == lines * option.fontMetrics.lineSpacing() + 2 * PADDING
    heading = delegate.sizeHint(option, tree.indexFromItem(top)).height()
    assert heading == option.fontMetrics.lineSpacing() + 2 * PADDING
