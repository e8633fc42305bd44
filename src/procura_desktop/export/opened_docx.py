"""The paragraphs of a Word document (.docx): its body, without what was deleted, fields or comments.

Namespaces and names are those of ECMA-376 (Office Open XML), part 1.
"""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from procura_desktop.domain.checks.document import Paragraph
from procura_desktop.errors import ForeignFileError
from procura_desktop.export.collected import Collected
from procura_desktop.export.xml_events import Attributes, read_xml
from procura_desktop.markup.office_file import read_office_file
from procura_desktop.markup.office_relations import main_part, related_part
from procura_desktop.phrases import phrase

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
# What a reader does not see, and what Word repeats for older programs.
_SKIPPED = frozenset({"moveFrom", "del", "instrText"})
_FALLBACK = " Fallback"
_TITLE = re.compile(r"(?:heading \d|title)\b", re.IGNORECASE)
_CONTENTS = re.compile(r"toc \d", re.IGNORECASE)


def read_docx(path: Path) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a Word document.

    Raises:
        ForeignFileError: it is none, or is refused.
    """
    data = read_office_file(path, form="docx")
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = main_part(parts)
    if document is None:
        raise ForeignFileError(
            path=path, detail=phrase("details", "it holds no text; save it again in Word or LibreOffice")
        )
    styles = related_part(parts, document, "styles")
    reader = _Body(_style_names(parts[styles]) if styles else {})
    read_xml(parts[document], start=reader.start, end=reader.end, text=reader.text)
    return reader.collected.paragraphs()


def _style_names(part: bytes) -> dict[str, str]:
    """Give the name of each style by its id; names are English in every language of Word."""
    names: dict[str, str] = {}
    current = ""

    def start(name: str, attributes: Attributes) -> None:
        nonlocal current
        local = _local(name)
        if local == "style":
            current = next((attributes[key] for key in attributes if key.endswith(" styleId")), "")
        elif local == "name" and current:
            names.setdefault(current, _value(attributes))

    read_xml(part, start=start)
    return names


class _Body:
    """Follows the elements of the document."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.collected = Collected()
        self._styles = styles
        self._style: list[str] = []  # of the paragraphs that have begun
        self._skipped = 0
        self._in_text = False

    def start(self, name: str, attributes: Attributes) -> None:
        local = _local(name)
        if local in _SKIPPED or name.endswith(_FALLBACK):
            self._skipped += 1
        if local == "p":
            self.collected.begin_paragraph()
            self._style.append("")
        elif local == "pStyle" and self._style:
            self._style[-1] = self._styles.get(_value(attributes), _value(attributes))
        elif local == "tr":
            self.collected.begin_row()
        elif local == "tc":
            self.collected.begin_cell()
        elif local in {"br", "cr"}:
            self._add("\n")
        elif local == "tab":
            self._add(" ")
        elif local == "noBreakHyphen":
            self._add("-")
        self._in_text = local == "t"

    def end(self, name: str) -> None:
        local = _local(name)
        if local in _SKIPPED or name.endswith(_FALLBACK):
            self._skipped -= 1
        if local == "p":
            style = self._style.pop()
            title = _TITLE.match(style) is not None
            self.collected.end_paragraph(heading=title, keep=_CONTENTS.match(style) is None)
        elif local == "tr":
            self.collected.end_row()
        self._in_text = False

    def text(self, text: str) -> None:
        if self._in_text:
            self._add(text)

    def _add(self, text: str) -> None:
        if not self._skipped:
            self.collected.add(text)


def _local(name: str) -> str:
    for namespace in (_W, _STRICT):
        if name.startswith(namespace):
            return name.removeprefix(namespace)
    return ""


def _value(attributes: Attributes) -> str:
    return next((attributes[key] for key in attributes if key.endswith(" val")), "")
