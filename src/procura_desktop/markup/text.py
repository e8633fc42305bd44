"""Clean HTML as plain text: for searching, for hits and for the command line.

Every block stands on a line of its own, so that a sentence never runs into a heading or a table cell's row.
"""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    {
        *("p", "div", "h1", "h2", "h3", "h4", "blockquote", "pre", "hr", "br"),
        *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr"),
    }
)
_CELLS = frozenset({"td", "th"})
_SILENT_CLASSES = frozenset({"footnote-ref", "footnote-backref"})
_BLANKS = re.compile(r"\s+")


class _TextReader(HTMLParser):
    """Collects the words of one piece of clean HTML; a link of a footnote says nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break()
        elif tag in _CELLS:
            self._line.append(" ")
        elif tag == "img":
            self._line.append(f" {dict(attrs).get('alt') or ''} ")
        elif tag == "a" and _SILENT_CLASSES.intersection((dict(attrs).get("class") or "").split()):
            self._silent = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
        elif tag == "a":
            self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._line.append(data)

    def finished(self) -> str:
        """Give the text, its blocks a line each."""
        self._break()
        return "\n".join(self._lines)

    def _break(self) -> None:
        line = _BLANKS.sub(" ", "".join(self._line)).strip()
        if line:
            self._lines.append(line)
        self._line.clear()


def plain_text(html: str) -> str:
    """Give the words of clean HTML, one block a line; a picture says its description."""
    reader = _TextReader()
    reader.feed(html)
    reader.close()
    return reader.finished()
