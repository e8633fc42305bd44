"""The paragraphs of an OpenDocument text (.odt), without what was deleted, notes or comments.

Names are those of OpenDocument 1.3, part 3.
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
from procura_desktop.phrases import phrase

_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE = f"{_OPEN}text:1.0 ", f"{_OPEN}table:1.0 ", f"{_OPEN}office:1.0 "
_CONTENT = "content.xml"
_SKIPPED = frozenset(
    {
        f"{_TEXT}tracked-changes",
        f"{_TEXT}note",
        f"{_TEXT}table-of-content",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
    }
)
_MOST_BLANKS = 1_000


def read_odt(path: Path) -> tuple[Paragraph, ...]:
    """Give the paragraphs of an OpenDocument text.

    Raises:
        ForeignFileError: it is none, or is refused.
    """
    data = read_office_file(path, form="odt")
    with ZipFile(BytesIO(data)) as package:
        if _CONTENT not in package.namelist():
            raise ForeignFileError(
                path=path, detail=phrase("details", "it holds no text; save it again in LibreOffice or Word")
            )
        reader = _Body()
        read_xml(package.read(_CONTENT), start=reader.start, end=reader.end, text=reader.text)
    return reader.collected.paragraphs()


class _Body:
    """Follows the elements of the document."""

    def __init__(self) -> None:
        self.collected = Collected()
        self._skipped = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name in _SKIPPED:
            self._skipped += 1
        if self._skipped:
            return
        if name in {f"{_TEXT}p", f"{_TEXT}h"}:
            self.collected.begin_paragraph()
        elif name == f"{_TABLE}table-row":
            self.collected.begin_row()
        elif name == f"{_TABLE}table-cell":
            self.collected.begin_cell()
        elif name == f"{_TEXT}s":
            self.collected.add(" " * _blanks(attributes))
        elif name == f"{_TEXT}tab":
            self.collected.add(" ")
        elif name == f"{_TEXT}line-break":
            self.collected.add("\n")

    def end(self, name: str) -> None:
        if name in _SKIPPED:
            self._skipped -= 1
        elif self._skipped:
            return
        elif name in {f"{_TEXT}p", f"{_TEXT}h"}:
            self.collected.end_paragraph(heading=name == f"{_TEXT}h")
        elif name == f"{_TABLE}table-row":
            self.collected.end_row()

    def text(self, text: str) -> None:
        if not self._skipped:
            self.collected.add(text)


def _blanks(attributes: Attributes) -> int:
    told = attributes.get(f"{_TEXT}c", "1")
    return min(int(told), _MOST_BLANKS) if re.fullmatch(r"[0-9]{1,6}", told) else 1
