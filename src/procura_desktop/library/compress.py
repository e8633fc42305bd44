"""Zstandard, alone and against older text. From Python 3.14 on the standard library has it."""

import sys
from collections.abc import Iterator
from typing import BinaryIO

from procura_desktop.library.pack import PackError
from procura_desktop.phrases import phrase

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL = 19
LARGEST_WINDOW = 27  # as a power of two: 128 MB, what a decompressor allows without being told
SMALLEST_WINDOW = 17
CHUNK = 65_536


def compress(data: bytes, *, against: bytes = b"") -> bytes:
    """Compress as far as it goes; who decompresses needs the same `against`.

    Raises:
        PackError: text and older text are together larger than a window.
    """
    window = max(SMALLEST_WINDOW, (len(data) + len(against)).bit_length())
    if against and window > LARGEST_WINDOW:
        raise PackError(
            phrase("details", "{size} bytes are too many to compress against").of(size=str(len(against)))
        )
    options: dict[int, int] = {
        zstd.CompressionParameter.compression_level: LEVEL,
        zstd.CompressionParameter.window_log: min(window, LARGEST_WINDOW),
        zstd.CompressionParameter.checksum_flag: 0,  # hashes prove it
    }
    if not against:
        return zstd.compress(data, options=options)
    return zstd.compress(data, options=options, zstd_dict=zstd.ZstdDict(against, is_raw=True).as_prefix)


def decompress(data: bytes, *, most: int, against: bytes = b"") -> bytes:
    """Give back what was compressed, which must be all of `data` and at most `most` bytes long.

    Raises:
        PackError: it is broken, cut short or too long, or was compressed against something else.
    """
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: LARGEST_WINDOW}
    older = zstd.ZstdDict(against, is_raw=True).as_prefix if against else None
    reader = zstd.ZstdDecompressor(zstd_dict=older, options=options)
    try:
        text = reader.decompress(data, max_length=most + 1)
    except zstd.ZstdError as error:
        raise PackError(
            phrase("details", "the compressed text is broken: {error}").of(error=error)
        ) from error
    if len(text) > most:
        raise PackError(
            phrase("details", "the compressed text holds more than {most} bytes").of(most=str(most))
        )
    if not reader.eof or reader.unused_data:
        raise PackError(phrase("details", "the compressed text is cut short, or something follows it"))
    return text


def lines_of(file: BinaryIO, *, longest: int, most: int) -> Iterator[bytes]:
    """Give the lines of a compressed file without their ends, reading it piece by piece.

    Raises:
        PackError: it is broken or cut short, a line is longer than `longest`, or all are more than `most`.
    """
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: LARGEST_WINDOW}
    reader = zstd.ZstdDecompressor(options=options)
    rest, total = b"", 0
    while not reader.eof:
        data = file.read(CHUNK) if reader.needs_input else b""
        if not data and reader.needs_input:
            raise PackError(phrase("details", "the pack is cut short"))
        try:
            piece = reader.decompress(data, max_length=CHUNK * 8)
        except zstd.ZstdError as error:
            raise PackError(phrase("details", "the pack is broken: {error}").of(error=error)) from error
        total += len(piece)
        *lines, rest = (rest + piece).split(b"\n")
        if total > most or len(rest) > longest or any(len(line) > longest for line in lines):
            raise PackError(
                phrase(
                    "details", "the pack holds more than {most} bytes, or a line of more than {longest}"
                ).of(most=str(most), longest=str(longest))
            )
        yield from lines
    if rest or reader.unused_data or file.read(1):
        raise PackError(phrase("details", "the pack does not end where it should"))
