"""What is checked of a workbook before anything in it is parsed.

A workbook is a ZIP archive of XML. One that was made to do harm unpacks to gigabytes, or declares entities
that grow when they are read; no office program writes either, so such a file is refused.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from procura_desktop.content.importing.cells import CellLog

LARGEST_FILE = 20_000_000
LARGEST_UNPACKED = 50_000_000
MOST_MEMBERS = 2_000
_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATIONS = (b"<!doctype", b"<!entity")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_ENCODING = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-?8[\"']|us-ascii[\"'])", re.IGNORECASE
)
_STRICT = b"purl.oclc.org/ooxml"
_KEPT = len(b"<!doctype")
_AGAIN = "copy its cells into a new workbook and save that as .xlsx"
_ENCRYPTED_FLAG = 0x1


def read_bytes(path: Path, log: CellLog) -> bytes | None:
    """Read a table's file; None when it is not there or too large."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            log.fault(f"the file has {size // 1_000_000} MB", f"bring at most {LARGEST_FILE // 1_000_000} MB")
            return None
        return path.read_bytes()
    except OSError as error:
        log.fault(f"the file cannot be read: {error.strerror}", "check its name and permissions")
        return None


def is_safe_workbook(data: bytes, log: CellLog) -> bool:
    """Check that the bytes are a workbook that can be opened without harm, and note why not."""
    if data.startswith(_OLE):
        _note_ole(data, log)
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _is_sound(archive, log)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        what = f"this is not a workbook, or a damaged one ({error})"
        log.fault(what, "open it in your office program and save it as .xlsx")
        return False


def _note_ole(data: bytes, log: CellLog) -> None:
    if _ENCRYPTED in data:
        log.fault("the workbook is protected by a password", "save it without one (File, Info, Protect)")
    else:
        log.fault("this is an old workbook (.xls)", "save it as .xlsx")


def _is_sound(archive: zipfile.ZipFile, log: CellLog) -> bool:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > LARGEST_UNPACKED:
        what = f"the workbook unpacks to {unpacked // 1_000_000} MB in {len(members)} pieces"
        most = f"{LARGEST_UNPACKED // 1_000_000} MB in {MOST_MEMBERS} pieces"
        log.fault(what, f"bring at most {most}: {_AGAIN}")
    elif any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        log.fault("the workbook is protected by a password", "save it without one (File, Info, Protect)")
    elif len({member.filename for member in members}) < len(members):
        log.fault("the workbook holds two pieces of one name", _AGAIN)
    elif not {"[Content_Types].xml", "xl/workbook.xml"} <= set(archive.namelist()):
        log.fault("this is a ZIP archive, but not a workbook", "save the table as .xlsx")
    elif _STRICT in archive.read("xl/workbook.xml"):
        log.fault("the workbook is of the strict form", "save it as 'Excel Workbook (.xlsx)'")
    else:
        wrong = next((name for name in archive.namelist() if _declares(_chunks(archive, name))), None)
        if wrong is None:
            return True
        what = f"'{wrong}' in the workbook declares entities (DOCTYPE) or is not UTF-8"
        log.fault(f"{what}, as no office program writes it", _AGAIN)
    return False


def _chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as member:
        while chunk := member.read(_CHUNK):
            yield chunk


def _declares(chunks: Iterator[bytes]) -> bool:
    """Look for declarations; in another encoding they would not be found, so XML in one counts as well."""
    before = b""
    for number, chunk in enumerate(chunks):
        if number == 0 and (chunk.startswith(_WIDE) or _ENCODING.match(chunk)):
            return True
        text = before + chunk.lower()
        if any(declaration in text for declaration in _DECLARATIONS):
            return True
        before = text[-_KEPT:]
    return False
