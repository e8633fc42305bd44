"""Sentences of the rooms below, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from procura_desktop.gui.words import figure_text, reading_locale
from procura_desktop.phrases import Phrase, Value, is_decimal

MOST_FIGURES = 10


def said(text: Phrase | str) -> str:
    """Say a phrase; a text that is none stays as it is."""
    if isinstance(text, str):
        return text
    number = text.number
    words = (
        QCoreApplication.translate(text.context, text.text)
        if number is None
        else QCoreApplication.translate(text.context, text.text, "", number)
    )
    return words.format(**{name: written(value) for name, value in text.values})


def written(value: Value) -> str:
    """Write a value of a phrase as one reads it here."""
    if isinstance(value, str | Phrase):
        return said(value)
    if is_decimal(value):
        return figure_text(value)
    locale = reading_locale()
    return locale.toString(value) if isinstance(value, int) else locale.toString(value, "g", MOST_FIGURES)
