"""Names of files that every system takes, from what people write into a title."""

import re
import unicodedata

MOST_BYTES = 120  # of the name without its ending; paths on Windows end at 259 characters
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?", re.IGNORECASE)
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def file_name(*parts: str, ending: str) -> str:
    """Give a file name of the parts with " - " between them; the last part is never cut.

    Args:
        parts: words, at least one; such as a title and the kind of document.
        ending: without its dot.
    """
    *first, last = (_clean(part) for part in parts)
    last = _cut(last, MOST_BYTES)
    room = MOST_BYTES - len(last.encode())
    start = _cut(" - ".join(filter(None, first)), max(room, 0))
    name = " - ".join(filter(None, (start, last))) or "procurement"
    return f"{'_' if _RESERVED.fullmatch(name) else ''}{name}.{ending}"


def _clean(text: str) -> str:
    seen = "".join(
        " " if unicodedata.category(one) in _UNSEEN else one for one in unicodedata.normalize("NFC", text)
    )
    return " ".join(_FORBIDDEN.sub(" ", seen).split()).strip(". ")


def _cut(text: str, most: int) -> str:
    """Cut a text to so many bytes, never within a character, and without dots or blanks at its end."""
    return text.encode()[:most].decode(errors="ignore").rstrip(". ")
