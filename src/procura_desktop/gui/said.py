"""Sentences of the rooms below, in the language of the window."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from procura_desktop.gui.words import figure_text
from procura_desktop.phrases import Phrase, Value


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
    return words.format(**{name: _written(value) for name, value in text.values})


def _written(value: Value) -> str:
    if isinstance(value, int | float | Decimal):
        return figure_text(Decimal(f"{value:.10g}") if isinstance(value, float) else Decimal(value))
    return said(value)
