"""When a library was last asked for and updated, and what went wrong last: for people and for inventories."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from procura_desktop.errors import UpdateError, UpdateStorageError
from procura_desktop.library.disk import write_whole
from procura_desktop.settings.logbook import note_fault
from procura_desktop.sync.places import LibraryPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Times are ISO 8601 in UTC; "" means never. `error` "" means that the last try went well."""

    checked: str = ""
    updated: str = ""
    error: str = ""


def read_history(place: LibraryPlace) -> History:
    """Read it; where there is none, or none that makes sense, nothing has happened yet."""
    try:
        return History(**json.loads(place.updates.read_bytes()))
    except (OSError, ValueError, TypeError):
        return History()


@contextmanager
def noted(place: LibraryPlace, *, updating: bool = False) -> Iterator[None]:
    """Note how it went.

    Raises:
        UpdateStorageError: it cannot be written.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        yield
    except UpdateError as error:
        note_fault(error)
        _write(place, replace(read_history(place), checked=now, error=str(error)))
        raise
    updated = now if updating else read_history(place).updated
    _write(place, History(checked=now, updated=updated))


def _write(place: LibraryPlace, history: History) -> None:
    try:
        write_whole(place.updates, json.dumps(asdict(history)).encode())
    except OSError as error:
        raise UpdateStorageError(path=place.updates, detail=error.strerror or str(error)) from error
