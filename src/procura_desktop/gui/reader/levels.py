"""What a criterion asks for at each level of ambition, as one table.

Two levels stand side by side where there is room, so that they can be compared; in a narrow column, or where
there are more, they stand beneath each other. Levels that ask for the same are written once.
"""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.records import Level
from procura_desktop.gui.reader.body import body_document
from procura_desktop.gui.words import level_name

translate = QCoreApplication.translate
MOST_COLUMNS = 2


def levels_table(levels: Sequence[Level], *, narrow: bool) -> str:
    """Write the table; `narrow` puts every level into a row of its own."""
    asked: dict[str, list[str]] = {}
    for level in levels:
        asked.setdefault(level.requirement_html, []).append(_name(level))
    beneath = narrow or len(asked) > MOST_COLUMNS
    columns = 1 if beneath else max(len(asked), 1)
    share = f'width="{100 // columns}%"'
    heads = [f'<th align="left" {share}>{escape(_names(names))}</th>' for names in asked.values()]
    texts = [f"<td {share}>{body_document(html)}</td>" for html in asked]
    starts = range(0, len(heads), columns)
    rows = "".join(_row(heads[at : at + columns]) + _row(texts[at : at + columns]) for at in starts)
    return f'<table class="levels" width="100%" cellspacing="0" cellpadding="0">{rows}</table>'


def _row(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _name(level: Level) -> str:
    name = level_name(level.name)
    return f"{name} · {level.code}" if level.code else name


def _names(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    *before, last = names
    words = translate("Reader", "{levels} and {last}: the same text")
    return words.format(levels=", ".join(before), last=last)
