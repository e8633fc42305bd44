"""A document from elsewhere as paragraphs, for review: .docx, .odt, .txt and .md.

A file is refused, with what to do, where it looks hostile (see `markup.office_file`) or is not what its
ending says. Nothing in it is run, fetched or written. Headers, footers, footnotes and comments are not read.
"""

import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from procura_desktop.domain.checks.document import Paragraph, paragraphs_of
from procura_desktop.errors import ForeignFileError
from procura_desktop.phrases import phrase

MAX_TEXT = 10_000_000  # bytes
_INSTEAD = {
    ".doc": phrase("details", "save it as .docx"),
    ".docm": phrase("details", "save it as .docx"),
    ".dotx": phrase("details", "save it as .docx"),
    ".rtf": phrase("details", "save it as .docx or .odt"),
    ".pdf": phrase(
        "details", "open its source and save that as .docx or .odt, or copy its text into a .txt file"
    ),
    ".ott": phrase("details", "save it as .odt"),
}
_OFFICE = (".docx", ".odt")
# How files begin: packed ones, old Office files and new ones under a password, and what is no text.
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_NO_TEXT = (b"%PDF", b"{\\rtf", b"\x7fELF", b"MZ\x90", _OLE)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?P<title>.*?)\s*#*$")
_MARKDOWN_SIGNS = re.compile(
    r"^(?:[-*+]|\d+[.)])\s+|^>\s*|\*\*|`|\\(?=[\[\]_*#.-])|(?<!_)__(?=[^\W_])|(?<=[^\W_])__(?!_)"
)


def open_document(path: Path) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a document; each row of a table is one.

    Raises:
        ForeignFileError: it cannot be read, or is refused.
    """
    ending, readers = path.suffix.lower(), _readers()
    if ending in readers:
        _check_begin(path, office=ending in _OFFICE)
        return readers[ending](path)
    instead = _INSTEAD.get(ending) or phrase("details", "there are {endings}").of(endings=", ".join(readers))
    raise ForeignFileError(
        path=path, detail=phrase("details", "cannot be reviewed; {instead}").of(instead=instead)
    )


def text_of(path: Path, raw: bytes) -> str:
    """Read bytes as text: UTF-8, UTF-16 with its mark, else the code page of Windows in the West.

    Raises:
        ForeignFileError: it is no text.
    """
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in raw and not marked:
        raise ForeignFileError(
            path=path, detail=phrase("details", "is no text; save it as plain text in UTF-8")
        )
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue  # the next one, or refused below
    raise ForeignFileError(
        path=path, detail=phrase("details", "is in an unknown encoding; save it as plain text in UTF-8")
    )


def _readers() -> Mapping[str, Callable[[Path], tuple[Paragraph, ...]]]:
    from procura_desktop.export.opened_docx import read_docx
    from procura_desktop.export.opened_odt import read_odt

    return {".docx": read_docx, ".odt": read_odt, ".txt": _read_text, ".md": _read_markdown}


def _read_text(path: Path) -> tuple[Paragraph, ...]:
    return paragraphs_of(text_of(path, _bytes(path)))


def _read_markdown(path: Path) -> tuple[Paragraph, ...]:
    return tuple(_plain(paragraph) for paragraph in _read_text(path))


def _plain(paragraph: Paragraph) -> Paragraph:
    found = _MARKDOWN_HEADING.match(paragraph.text)
    text = found["title"] if found else paragraph.text
    return Paragraph(text=_MARKDOWN_SIGNS.sub("", text), heading=found is not None)


def _check_begin(path: Path, *, office: bool) -> None:
    """Look at a file from outside: whether it is one, and whether it begins as its ending says."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # reading a pipe could wait for ever
            raise ForeignFileError(
                path=path, detail=phrase("details", "is no ordinary file; name a document")
            )
        with path.open("rb") as file:
            begin = file.read(8)
    except OSError as error:
        raise ForeignFileError(
            path=path,
            detail=phrase("details", "cannot be read ({error})").of(error=error.strerror or error),
        ) from error
    if office and begin.startswith(_OLE):
        detail = phrase(
            "details", "has a password or an old form; open it, take the password off, and save it anew"
        )
        raise ForeignFileError(path=path, detail=detail)
    if begin.startswith(_ZIP) != office or (not office and begin.startswith(_NO_TEXT)):
        detail = phrase(
            "details", "is not what its ending says; open it in the program that made it, and save it anew"
        )
        raise ForeignFileError(path=path, detail=detail)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_TEXT + 1)
    except OSError as error:
        raise ForeignFileError(
            path=path,
            detail=phrase("details", "cannot be read ({error})").of(error=error.strerror or error),
        ) from error
    if len(raw) > MAX_TEXT:
        detail = phrase("details", "is larger than {most} MB; split it").of(most=MAX_TEXT // 1000000)
        raise ForeignFileError(path=path, detail=detail)
    return raw
