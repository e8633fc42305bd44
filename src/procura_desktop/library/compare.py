"""What differs between two editions of a library."""

from dataclasses import dataclass

from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.namespace import id_beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Records by (id, title), each list in the order of its library.

    `changed` has the titles of the later edition.
    """

    added: tuple[tuple[str, str], ...]
    changed: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]

    def __len__(self) -> int:
        """Give how many records differ."""
        return len(self.added) + len(self.changed) + len(self.removed)


def ids_to_read(found: Differences, library: str) -> tuple[str, ...]:
    """Give the ids of what is new or changed, as the records have them beside those of other libraries."""
    return tuple(id_beside(library, record_id) for record_id, _ in (*found.added, *found.changed))


def prefixed(found: Differences, library: str) -> Differences:
    """Give differences with the ids that the records have beside those of other libraries."""

    def named(records: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        return tuple((f"{library}/{record_id}", title) for record_id, title in records)

    return Differences(added=named(found.added), changed=named(found.changed), removed=named(found.removed))


def compare(old: ReadConnection, new: ReadConnection) -> Differences:
    """Compare two library files by the hashes of their records.

    Raises:
        LibraryDamagedError: one cannot be read.
    """
    before, after = _hashes(old), _hashes(new)
    added = [name for name in after if name not in before]
    removed = [name for name in before if name not in after]
    changed = [name for name in after if name in before and before[name] != after[name]]
    return Differences(
        added=_titled(new, added), changed=_titled(new, changed), removed=_titled(old, removed)
    )


def _hashes(connection: ReadConnection) -> dict[str, str]:
    return {str(name): str(found) for name, found in connection.rows("SELECT id, hash FROM record")}


def _titled(connection: ReadConnection, names: list[str]) -> tuple[tuple[str, str], ...]:
    found = []
    for name in names:
        number, title = connection.row("SELECT number, title FROM record WHERE id = ?", name)
        found.append((int(str(number)), name, str(title)))
    return tuple((name, title) for _, name, title in sorted(found))
