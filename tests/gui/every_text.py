"""All words that a screen shows or speaks, and which of them no translation has reached.

A pseudo-language wraps each of our texts: “Search” becomes “«Search»”, and leaves out what is put into them:
“From {source}” becomes “«From »{source}«»”. What stands outside such marks was written into the code past the
translation, or is content: of the library, of the procurement, of the system.
"""

import re
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)

from procura_desktop.gui.card import Card
from procura_desktop.gui.cards import CARD_ROLE
from procura_desktop.resources import resource

BEGIN, END = "«", "»"
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
MOST_ROWS = 60
_PLACE = re.compile(r"({\w*})")  # of a value, which stands outside: it may be English alone
_LETTERS = re.compile(r"[^\W\d_]{2}")
_DATE = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December) \d{4}\b"
)  # as Qt writes it
_PATH = re.compile(r"/\S+|\b[A-Z]:\\\S+")
_AMOUNT = re.compile(r"[\d.,\s]+ EUR\b")
_KEYS = re.compile(r"\((?:(?:Ctrl|Shift|Alt|Meta)\+)+\w+\)")  # named by Qt, in its own translation
SHORTEST_QUOTE = 3  # words that must stand together in the content to pass as a piece of it


def pseudo_language(folder: Path) -> QTranslator:
    """Give a translator that wraps each text of ours, and no value in it; it is made once in a folder."""
    translator = QTranslator()
    if not (folder / "pseudo.qm").exists():
        _make(folder)
    assert translator.load(str(folder / "pseudo.qm"))
    return translator


def _make(folder: Path) -> None:
    tree = ET.parse(resource("translations", "procura_en.ts"))  # noqa: S314 - our own file
    for message in tree.iter("message"):
        source = _PLACE.sub(rf"{END}\1{BEGIN}", message.findtext("source", ""))
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        for form in forms or [translation]:
            form.text = f"{BEGIN}{source}{END}"
    made = folder / "pseudo.ts"
    tree.write(made, encoding="utf-8", xml_declaration=True)
    release = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(release), "-silent", str(made), "-qm", str(folder / "pseudo.qm")], check=True)


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Give (where, text) of all that is visible in a window, its tips and what a screen reader is told."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        name = type(widget).__name__
        for how, text in (
            ("tip", widget.toolTip()),
            ("name", widget.accessibleName()),
            ("description", widget.accessibleDescription()),
            ("title", widget.windowTitle() if widget.isWindow() else ""),
            *_own(widget),
        ):
            if text.strip():
                yield f"{name} {how}", _plain(text)


def _own(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QGroupBox):
        yield "text", widget.title()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield "placeholder", widget.placeholderText()
        if isinstance(widget, QTextEdit) and widget.isReadOnly():
            yield "document", widget.toPlainText()
    if isinstance(widget, QComboBox):
        yield from (("item", widget.itemText(at)) for at in range(widget.count()))
    if isinstance(widget, QTabWidget):
        yield from (("tab", widget.tabText(at)) for at in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        columns = model.columnCount() if isinstance(widget, QTreeView | QTableView) else 1
        yield from _of_model(model, QModelIndex(), columns, deep=isinstance(widget, QTreeView))
        for column in range(columns):
            yield "header", str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    if isinstance(widget, QPushButton | QToolButton) and (menu := widget.menu()) is not None:
        yield from _of_menu(menu)
    yield from (("action", text) for action in widget.actions() for text in _of_action(action))


def _of_menu(menu: QMenu) -> Iterator[tuple[str, str]]:
    for action in menu.actions():
        yield from (("menu", text) for text in _of_action(action))


def _of_action(action: QAction) -> Iterator[str]:
    yield action.text()
    if action.toolTip() != action.text().replace("&", ""):
        yield action.toolTip()


def _of_model(
    model: QAbstractItemModel, parent: QModelIndex, columns: int, *, deep: bool = False
) -> Iterator[tuple[str, str]]:
    for row in range(min(model.rowCount(parent), MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (("cell", text) for role in ROLES if isinstance(text := index.data(role), str))
            if isinstance(card := index.data(CARD_ROLE), Card):
                yield from (("card", text) for text in (card.kicker, card.title, card.text, card.detail))
        if not parent.isValid() and deep:
            yield from _of_model(model, model.index(row, 0), columns)


def _plain(text: str) -> str:
    if "<" not in text:
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


class Content:
    """What is not ours: the texts of a library and of whatever else a test brought in."""

    def __init__(self, library: Path, *more: str) -> None:
        with closing(sqlite3.connect(library)) as connection:
            told = [
                value
                for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
                for row in connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - its own names
                for value in row
                if isinstance(value, str)
            ]
        fields = (
            field for text in told for field in ((text, *text.split('"')) if '"' in text else (text,))
        )  # JSON
        plain = (_plain(text) for text in (*fields, *more))
        lines = (line for text in plain for line in text.splitlines())
        self._lines = {_bare(line) for line in lines}
        self._whole = "\n".join(sorted(self._lines))

    def has(self, piece: str) -> bool:
        """Say whether a piece of text is a line of it, or some words of one."""
        bare = _bare(piece)
        return bare in self._lines or (len(bare.split()) >= SHORTEST_QUOTE and bare in self._whole)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", " ", text).casefold().split())


def unwrapped(text: str) -> list[str]:
    """Give the pieces of a text that stand outside all marks and have letters in them."""
    depth, pieces = 0, [""]
    for char in text:
        if char == BEGIN:
            depth += 1
            pieces.append("")
        elif char == END and depth:
            depth -= 1
        elif not depth:
            pieces[-1] += char
    lines = (line.strip() for piece in pieces for line in piece.splitlines())
    return [line for line in lines if _LETTERS.search(_left(line))]


def _parts(piece: str) -> list[str]:
    """Cut a piece into what may come from several places; figures alone say nothing."""
    return [part for part in re.split(r"[·;:,()“”→×]|[.] | – ", _left(piece)) if _LETTERS.search(part)]


def _left(text: str) -> str:
    """Take out what Qt and the system write in their own way."""
    for pattern in (_KEYS, _DATE, _PATH, _AMOUNT):
        text = pattern.sub("", text)
    return text


def untranslated(root: QWidget, content: Content) -> list[str]:
    """List what a screen shows that is neither content nor reached by the translation."""
    found = {
        f"{where}: {piece[:200]}"
        for where, text in texts(root)
        for piece in unwrapped(text)
        if not content.has(piece) and not all(map(content.has, _parts(piece)))
    }
    return sorted(found)
