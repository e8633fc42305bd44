"""Clean HTML as text that a buyer edits: paragraphs, list items, and slots by their names.

What a criterion's HTML can hold is little: paragraphs, lists, seldom a table. A row of a table becomes a line
with bars between its cells.
"""

import re
from html.parser import HTMLParser

_BLANKS = re.compile(r"\s+")
_PARAGRAPHS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "blockquote", "pre", "ul", "ol", "table"})
_LINES = frozenset({"li", "tr", "br", "dt", "dd"})


class _WordingReader(HTMLParser):
    """Collects paragraphs; what stands in a slot gives way to its name."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._paragraphs: list[list[str]] = [[]]
        self._line: list[str] = []
        self._mark = ""
        self._numbers: list[int] = []  # one for each open list; 0 is a list without numbers
        self._in_slot = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LINES:
            self._break_line()
        elif tag in _PARAGRAPHS and not self._numbers:
            self._break_paragraph()
        if tag in {"ul", "ol"}:
            self._break_line()
            self._numbers.append(1 if tag == "ol" else 0)
        elif tag == "li":
            self._begin_item()
        elif tag in {"td", "th"} and "".join(self._line).strip():
            self._line.append(" | ")
        elif tag == "span" and (name := dict(attrs).get("data-slot")):
            self._line.append(f"[[{name}]]")
            self._in_slot = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self._in_slot = False
        elif tag in {"ul", "ol"} and self._numbers:
            self._break_line()
            self._numbers.pop()
            if not self._numbers:
                self._break_paragraph()
        elif tag in _LINES:
            self._break_line()
        elif tag in _PARAGRAPHS and not self._numbers:
            self._break_paragraph()

    def handle_data(self, data: str) -> None:
        if not self._in_slot:
            self._line.append(data)

    def finished(self) -> str:
        """Give the text."""
        self._break_paragraph()
        return "\n\n".join("\n".join(lines) for lines in self._paragraphs if lines)

    def _begin_item(self) -> None:
        deep = "  " * (len(self._numbers) - 1)
        number = self._numbers[-1] if self._numbers else 0
        self._mark = f"{deep}{number}. " if number else f"{deep}- "
        if number:
            self._numbers[-1] += 1

    def _break_line(self) -> None:
        line = _BLANKS.sub(" ", "".join(self._line)).strip()
        if line:
            self._paragraphs[-1].append(self._mark + line)
            self._mark = ""
        self._line.clear()

    def _break_paragraph(self) -> None:
        self._break_line()
        self._mark = ""
        if self._paragraphs[-1]:
            self._paragraphs.append([])


def wording_of(html: str) -> str:
    """Give clean HTML as text for editing; a slot is written ``[[name]]``."""
    reader = _WordingReader()
    reader.feed(html)
    reader.close()
    return reader.finished()
