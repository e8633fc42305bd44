"""The parts of pages that are boxes below each other: words, rows of controls, a box with a title."""

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.chips import FlowLayout

Inside = TypeVar("Inside", bound=QWidget)
FRAME_ROOM = QSize(16, 56)  # pixels that the title bar and the edges of a dialog take, with some air


def words(text: str = "") -> QLabel:
    """Make a text that breaks into lines and can be copied."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def row(*widgets: QWidget) -> QWidget:
    """Put controls beside each other, at the left; buttons break into lines where there is no room."""
    line = QWidget()
    if all(isinstance(widget, QPushButton) for widget in widgets):
        flow = FlowLayout(line, gap=10)
        for widget in widgets:
            flow.addWidget(widget)
        return line
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 2, 0, 0)
    layout.setSpacing(10)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return line


def scrolled(area: QScrollArea, page: QWidget) -> None:
    """Let an area scroll a page.

    A page is best made inside its window, and filled afterwards: with each new parent, a widget and all that
    it holds takes on its looks anew.
    """
    page.setObjectName("centre")
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def boxed(title: str, *widgets: QWidget) -> QGroupBox:
    """Put widgets below each other in a box with a title."""
    box = QGroupBox(title)
    column = QVBoxLayout(box)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    return box


def scrolling(*widgets: QWidget, name: str = "") -> QScrollArea:
    """Put widgets below each other in a part that scrolls where they are too long for it.

    With a `name`, for screen readers, the keyboard reaches the part itself and scrolls it: for text alone.
    """
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(4, 0, 8, 8)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidget(page)
    page.setAutoFillBackground(False)  # what it stands on shows: a page or a dialog
    area.viewport().setAutoFillBackground(False)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.TabFocus if name else Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setProperty("role", "text")
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def fit_on_screen(dialog: QWidget) -> None:
    """Be as large as what is inside asks for, and never larger than the screen leaves room for."""
    dialog.resize(dialog.sizeHint().boundedTo(dialog.screen().availableSize() - FRAME_ROOM))


def put_into(box: QGroupBox, widget: Inside) -> Inside:
    """Put one more widget into a box, and give it."""
    if (column := box.layout()) is not None:
        column.addWidget(widget)
    return widget
