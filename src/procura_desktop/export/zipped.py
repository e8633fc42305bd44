"""Zip files that are the same for the same parts: a fixed order, one time for every part."""

import io
import zipfile
from datetime import UTC, datetime

_OLDEST = datetime(1980, 1, 1, tzinfo=UTC)  # zip knows no earlier time


def zipped(parts: list[tuple[str, bytes]], made: datetime, *, stored: frozenset[str] = frozenset()) -> bytes:
    """Give a zip file of parts in their order; the names in `stored` are not compressed."""
    when = max(made.astimezone(UTC), _OLDEST).timetuple()[:6]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, date_time=when)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same bytes on every system
            package.writestr(entry, data)
    return file.getvalue()


def same_again(package: bytes, made: datetime, *, first: tuple[str, ...] = ()) -> bytes:
    """Write a zip file anew with its parts in the order of their names, those in `first` before them."""
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    names = [*(name for name in first if name in parts), *sorted(set(parts) - set(first))]
    stored = frozenset({"mimetype"} & set(names))  # OpenDocument wants to read its type without unpacking
    return zipped([(name, parts[name]) for name in names], made, stored=stored)
