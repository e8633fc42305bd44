"""Clean HTML of the library, rewritten for QTextDocument.

Callouts become two-cell tables (a bar of colour, and the text on a soft ground), tables fill the column,
unchecked slots say so in words, pictures get their description beneath. Text is never changed.
"""

import re
from html import escape, unescape

from PySide6.QtCore import QCoreApplication

from procura_desktop.markup.clean import CALLOUTS

translate = QCoreApplication.translate
WHOLE_LETTERS = 24
_TAG = re.compile(r"""<(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*)(?P<rest>(?:"[^"]*"|'[^']*'|[^'">])*)>""")
_ATTRIBUTE = re.compile(r"""([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?""")


def body_document(html: str) -> str:
    """Rewrite cleaned HTML; what is not known passes as it is."""
    writer = _Writer()
    writer.read(html)
    return "".join(writer.parts)


class _Writer:
    """Copies what it reads, but for the elements that QTextDocument would draw badly.

    The source is clean HTML, so an expression that finds its tags is enough, and faster than a parser.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._ends: dict[str, list[str]] = {"div": [], "span": []}
        self._in_slot = False

    def read(self, html: str) -> None:
        """Read a whole source."""
        done = 0
        for found in _TAG.finditer(html):
            if done < found.start():
                self._copy(html[done : found.start()])
            done = found.end()
            if found["end"]:
                self._close(found["tag"].lower())
            else:
                self._open(found[0], found["tag"].lower(), _attributes(found["rest"]))
        self._copy(html[done:])

    def _open(self, whole: str, tag: str, given: dict[str, str]) -> None:
        classes = given.get("class", "").split()
        if tag in self._ends:
            start, end = _div(classes) if tag == "div" else _span(classes)
            self._ends[tag].append(end)
            self.parts.append(start)
            self._in_slot = self._in_slot or "slot" in classes
        elif tag == "img":
            self.parts.append(_picture(given))
        elif tag == "table":
            self.parts.append('<table class="grid" width="100%" cellspacing="0" cellpadding="0">')
        elif tag == "th":
            self.parts.append(f'<th align="{escape(given.get("align", "left"))}">')
        elif tag in ("h1", "h2", "h3", "h4"):
            level = "h2" if tag == "h1" else tag
            self.parts.append(f'<{level}><a name="{escape(given.get("id", ""))}"></a>')
        else:
            self.parts.append(_anchored(whole, tag, given))

    def _close(self, tag: str) -> None:
        if tag in self._ends:
            self.parts.append(self._ends[tag].pop() if self._ends[tag] else "")
            self._in_slot = False
        else:
            self.parts.append("</h2>" if tag == "h1" else f"</{tag}>")

    def _copy(self, text: str) -> None:
        """Copy text; a short value is kept on one line."""
        whole = self._in_slot and len(text) <= WHOLE_LETTERS
        self.parts.append(text.replace(" ", "\xa0") if whole else text)


def _attributes(text: str) -> dict[str, str]:
    found = _ATTRIBUTE.findall(text) if text else ()
    return {name.lower(): unescape("".join(value)) for name, *value in found}


def _div(classes: list[str]) -> tuple[str, str]:
    name = next((known for known in CALLOUTS if known in classes), "note")
    if "callout" not in classes:
        return "<div>", "</div>"
    start = (
        '<table class="callout" width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'<td class="bar-{name}" width="4"></td><td class="soft {name}">'
    )
    return start, "</td></tr></table>"


def _span(classes: list[str]) -> tuple[str, str]:
    if "slot" not in classes:
        return "<span>", "</span>"
    if "unchecked" not in classes:
        return '<span class="slot">', "</span>"
    flag = escape(translate("Reader", "check"))
    return '<span class="unchecked">', f'</span>&nbsp;<span class="flag">({flag})</span>'


def _picture(given: dict[str, str]) -> str:
    words = given.get("alt", "")
    caption = f'<br><span class="caption">{escape(words)}</span>' if words else ""
    return f'<img src="{escape(given.get("src", ""))}">{caption}'


def _anchored(start: str, tag: str, given: dict[str, str]) -> str:
    """Keep the tag; QTextDocument forgets the id of a list item, so a footnote gets an anchor inside."""
    if tag == "li" and given.get("id"):
        return f'<li><a name="{escape(given["id"])}"></a>'
    return start
