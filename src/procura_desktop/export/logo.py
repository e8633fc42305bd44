"""The logo at the top of the pages: read once, for every format."""

import io
from dataclasses import dataclass
from pathlib import Path
from struct import error as StructError  # noqa: N812 - an exception is named as one

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from procura_desktop.errors import ExportError
from procura_desktop.phrases import phrase

HEIGHT = 34.0  # points
MOST_BYTES = 5_000_000
MOST_WIDE = 8  # times as wide as high


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture: its bytes, media type, file ending, and how many times as wide as high it is."""

    data: bytes
    media_type: str
    ending: str
    wide: float

    def stream(self) -> io.BytesIO:
        """Give the bytes as a file."""
        return io.BytesIO(self.data)


def read_logo(path: Path) -> Logo:
    """Read a PNG, JPEG, GIF, TIFF or BMP picture.

    Raises:
        ExportError: it cannot be read, is too large or too wide, or is no picture.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ExportError(
                path=path,
                detail=phrase("details", "the logo has more than {most_bytes} bytes; take a smaller one").of(
                    most_bytes=MOST_BYTES
                ),
            )
        data = path.read_bytes()
        found = Image.from_blob(data)
        wide = found.px_width / found.px_height
    except (
        UnrecognizedImageError,
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        ArithmeticError,
        LookupError,
        ValueError,
        StructError,  # it ends in its head
        OSError,
    ) as error:
        detail = phrase(
            "details", "the logo cannot be read as a picture ({error}); take a PNG or JPEG file"
        ).of(error=error or type(error).__name__)
        raise ExportError(path=path, detail=detail) from error
    if not 1 / MOST_WIDE <= wide <= MOST_WIDE:
        raise ExportError(
            path=path, detail=phrase("details", "the logo is too long and thin for the top of a page")
        )
    return Logo(data, found.content_type, found.ext, wide)
