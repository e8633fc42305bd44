"""Office documents from elsewhere: looked at before any library opens them.

A DOCX or ODT file is a zip of XML. One that somebody else made may try to fill the memory, to reach files or
servers, or to run code; and no library for such files promises to withstand it. So a file is refused that is
too large, packed or unpacked; that has macros or embedded objects; whose parts lead out of it or come from
outside; that declares a document type or entities in its XML; or that has a password.
"""

import io
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Literal

from procura_desktop.errors import ForeignFileError
from procura_desktop.markup.office_part import PartRefusedError, check_part
from procura_desktop.markup.office_relations import MAIN_TYPE, main_part, related_part
from procura_desktop.phrases import Words, phrase

Form = Literal["docx", "odt"]

MOST_PACKED = 20_000_000  # bytes of the file
MOST_UNPACKED = 60_000_000  # bytes of all parts together
MOST_XML = 20_000_000  # bytes of one part of XML; a tree of it takes ten times as much memory
MOST_PARTS = 2_000
MOST_TIMES = 200  # a part grows by when unpacked; text seldom by more than 30
SMALL = 100_000  # bytes; a part of no more may grow by more

TYPES: dict[Form, bytes] = {
    "docx": MAIN_TYPE.encode(),
    "odt": b"application/vnd.oasis.opendocument.text",
}
# What word processors save as a template (.dotx, .ott): a document in all but this.
TEMPLATE_TYPES: dict[Form, bytes] = {
    "docx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "odt": b"application/vnd.oasis.opendocument.text-template",
}
_CODE = ("vbaproject", "vbadata", "activex", "basic/", "scripts/", "oleobject", "embeddings/", ".bin")
_OLE = b"\xd0\xcf\x11\xe0"  # how old Office files begin, and new ones under a password
_XML_NAMES = (".xml", ".rels", ".rdf")
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"  # marks of order and blanks, in any width


def read_office_file(path: Path, *, form: Form, template: bool = False) -> bytes:
    """Read a document from elsewhere.

    Args:
        path: of the file.
        form: what it has to be.
        template: whether it may also be a template of a word processor (.dotx, .ott).

    Raises:
        ForeignFileError: it cannot be read, or is refused; it says why.
    """
    try:
        size = path.stat().st_size
        if size > MOST_PACKED:
            raise _refused(
                path,
                phrase("details", "it has {size} bytes, more than {most_packed}").of(
                    size=size, most_packed=MOST_PACKED
                ),
            )
        data = path.read_bytes()
    except OSError as error:
        raise _refused(
            path, phrase("details", "it cannot be read ({error})").of(error=error.strerror or error)
        ) from error
    check_office_file(data, path=path, form=form, template=template)
    return data


def check_office_file(data: bytes, *, path: Path, form: Form, template: bool = False) -> None:
    """Check the bytes of a document, or of a template where one is taken; `path` names it in what is said.

    Raises:
        ForeignFileError: it is refused.
    """
    parts = _parts(data, path, form)
    _check_type(path, parts, form, [TYPES[form], *[TEMPLATE_TYPES[form]] * template])
    checked = [name for name, part in parts.items() if _is_xml(name, part)]
    for name in checked:
        _check_xml(path, name, parts[name])
    # Whatever they are called: these are read.
    for name in {*_of_text(parts)}.difference(checked) if form == "docx" else ():
        _check_xml(path, name, parts[name])


def _of_text(parts: dict[str, bytes]) -> list[str]:
    """Give the names of the parts that hold the text and the styles of a Word file, if they are there."""
    text = main_part(parts)
    styles = related_part(parts, text, "styles") if text else None
    return [name for name in (text, styles) if name]


def _check_xml(path: Path, name: str, part: bytes) -> None:
    if len(part) > MOST_XML:
        raise _refused(
            path,
            phrase("details", "the part {name} has more than {most_xml} bytes").of(
                name=repr(name), most_xml=MOST_XML
            ),
        )
    try:
        check_part(name, part)
    except PartRefusedError as error:
        raise _refused(path, error.detail) from error


def _parts(data: bytes, path: Path, form: Form) -> dict[str, bytes]:
    if data.startswith(_OLE):
        detail = phrase(
            "details",
            "it has a password or an old form; open it, take the password off, and save it as .{ending}",
        ).of(ending=form)
        raise _refused(path, detail)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_names(path, entries)
            _check_sizes(path, entries)
            return {entry.filename: package.read(entry) for entry in entries if not entry.is_dir()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,  # a way of packing that Python does not know
        RuntimeError,  # a password
        EOFError,
        OSError,
        ValueError,
    ) as error:
        detail = phrase(
            "details", "it is no sound {form} file ({error}); save it again in its own program"
        ).of(form=form.upper(), error=error)
        raise _refused(path, detail) from error


def _check_names(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise _refused(
            path,
            phrase("details", "it has {number} parts, more than {most_parts}").of(
                number=len(entries), most_parts=MOST_PARTS
            ),
        )
    if len({entry.filename for entry in entries}) != len(entries):
        raise _refused(path, phrase("details", "a part is in it twice"))
    for entry in entries:
        name = entry.filename.lower()
        if PurePosixPath(name).is_absolute() or ".." in name.split("/") or ":" in name or "\\" in name:
            raise _refused(
                path,
                phrase("details", "the part {filename} leads out of the file").of(
                    filename=repr(entry.filename)
                ),
            )
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise _refused(
                path, phrase("details", "the part {filename} is a link").of(filename=repr(entry.filename))
            )
        if any(mark in name for mark in _CODE):
            detail = phrase(
                "details", "it has macros or embedded objects ({filename}); save it without them"
            ).of(filename=entry.filename)
            raise _refused(path, detail)


def _check_sizes(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Check what the file says of its sizes; no part is read beyond what is said."""
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise _refused(
            path,
            phrase("details", "unpacked it has more than {most_unpacked} bytes").of(
                most_unpacked=MOST_UNPACKED
            ),
        )
    for entry in entries:
        if entry.file_size > SMALL and entry.file_size > MOST_TIMES * max(entry.compress_size, 1):
            detail = phrase(
                "details", "the part {filename} grows more than {most_times} times when unpacked"
            ).of(filename=repr(entry.filename), most_times=MOST_TIMES)
            raise _refused(path, detail)


def _check_type(path: Path, parts: dict[str, bytes], form: Form, types: list[bytes]) -> None:
    told = parts.get("[Content_Types].xml" if form == "docx" else "mimetype", b"")
    if b"macroEnabled" in told or b"vbaProject" in told:
        raise _refused(path, phrase("details", "it has macros; save it without them"))
    if not any(one in told for one in types) if form == "docx" else told.strip() not in types:
        raise _refused(
            path,
            phrase("details", "it is no {form} document; save it as .{ending}").of(
                form=form.upper(), ending=form
            ),
        )
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise _refused(path, phrase("details", "it has a password; save it without one"))


def _is_xml(name: str, part: bytes) -> bool:
    """Say whether a part is XML, by its name or by how it begins; an empty one is none."""
    return bool(part) and (name.lower().endswith(_XML_NAMES) or part.lstrip(_BEFORE_XML).startswith(b"<"))


def _refused(path: Path, detail: Words) -> ForeignFileError:
    return ForeignFileError(path=path, detail=detail)
