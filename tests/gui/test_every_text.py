"""The walk that looks for words past the translation finds them wherever they stand."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.gui.counted import Counted
from procura_desktop.gui.said import said
from procura_desktop.gui.words import kind_name
from procura_desktop.phrases import phrase
from tests.gui.every_text import BEGIN, END, Content, untranslated, unwrapped


@pytest.fixture
def content(library_path: Path) -> Content:
    return Content(library_path, "City of Example")


def test_our_texts_are_marked_also_with_a_number(pseudo: QTranslator) -> None:
    assert not pseudo.isEmpty()
    assert kind_name("case") == f"{BEGIN}Case{END}"
    assert unwrapped(Counted().cases(3)) == []


def test_a_value_is_marked_only_where_it_is_translated_itself(pseudo: QTranslator) -> None:
    assert not pseudo.isEmpty()
    inner = phrase("details", "the pack is cut short")
    ours = phrase("details", "what came of it is not sound: {error}")

    assert unwrapped(said(ours.of(error=inner))) == []
    assert unwrapped(said(ours.of(error=str(inner)))) == ["the pack is cut short"]


def test_words_past_the_translation_are_found(qtbot: QtBot, content: Content) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QListWidget()
    rows.addItems(["Rows are gone through", "City of Example"])
    text = QTextBrowser()
    text.setHtml(f"<p>{BEGIN}Ours{END}</p><p>Paragraphs too</p>")
    button = QPushButton(f"{BEGIN}Save{END}")
    button.setToolTip("Tips as well")
    button.setAccessibleName(f"{BEGIN}Save{END} (Ctrl+S)")
    layout = QVBoxLayout(window)
    for widget in (QLabel(f"{BEGIN}One{END}: a word outside"), rows, text, button):
        layout.addWidget(widget)
    window.show()
    qtbot.waitExposed(window)

    assert untranslated(window, content) == [
        "QLabel text: : a word outside",
        "QListWidget cell: Rows are gone through",
        "QPushButton tip: Tips as well",
        "QTextBrowser document: Paragraphs too",
    ]


def test_content_of_the_library_is_no_text_of_ours(content: Content) -> None:
    assert content.has("Labels as proof")
    assert not content.has("Nobody wrote this")
