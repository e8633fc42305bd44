"""Bookmarks, in folders and in an order that the person chose.

A bookmark names the folder it is in; a folder has a row of its own so that it may be empty and have a place.
What is deleted is given back to the caller, who can put it back where it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from procura_desktop.workspace.workspace import Workspace

LONGEST_NAME = 120  # characters of a folder or a title
_PUT = (
    "INSERT INTO bookmarks (address, title, folder, place, made) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT DO UPDATE SET title = excluded.title, folder = excluded.folder, place = excluded.place"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """One record that somebody wants to find again.

    Attributes:
        address: ``procura:library/id``.
        title: what it was called then, or the name that the person gave it.
        folder: its name; "" is none.
        place: order within the folder.
        made: ISO 8601 in UTC.
    """

    address: str
    title: str
    folder: str = ""
    place: int = 0
    made: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that was there: what it takes to put it back."""

    name: str
    place: int
    held: tuple[Bookmark, ...]


class Bookmarks:
    """The bookmarks of a workspace. Every method raises WorkspaceError if the file cannot be used."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def all(self) -> tuple[Bookmark, ...]:
        """Give all: those without a folder, then folder by folder, each in its order."""
        order = {name: number for number, name in enumerate(self.folders())}
        with self._workspace.reading():
            rows = self._workspace.connection.execute(
                "SELECT address, title, folder, place, made FROM bookmarks ORDER BY place, made, address"
            ).fetchall()
        found = [
            Bookmark(address=address, title=title, folder=folder, place=place, made=made)
            for address, title, folder, place, made in rows
        ]
        return tuple(sorted(found, key=lambda one: order.get(one.folder, -1)))

    def folders(self) -> tuple[str, ...]:
        """Give the names of all folders in their order; one whose row is lost comes last."""
        with self._workspace.reading():
            rows = self._workspace.connection.execute(
                "SELECT name FROM (SELECT name, place FROM bookmark_folders UNION ALL "
                "SELECT DISTINCT folder, 9e9 FROM bookmarks "
                "WHERE folder <> '' AND folder NOT IN (SELECT name FROM bookmark_folders)) "
                "ORDER BY place, name"
            ).fetchall()
        return tuple(name for (name,) in rows)

    def of(self, address: str) -> Bookmark | None:
        """Give the bookmark of a record."""
        with self._workspace.reading():
            row = self._workspace.connection.execute(
                "SELECT title, folder, place, made FROM bookmarks WHERE address = ?", (address,)
            ).fetchone()
        if row is None:
            return None
        title, folder, place, made = row
        return Bookmark(address=address, title=title, folder=folder, place=place, made=made)

    def add(self, address: str, title: str, *, folder: str = "", when: datetime | None = None) -> Bookmark:
        """Put a bookmark at the end of a folder, which is made if there is none; one that is there moves."""
        made = (when or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")
        with self._workspace.transaction():
            name = self.add_folder(folder) if folder.strip() else ""
            place = self._end(name)
            added = Bookmark(address=address, title=_name(title), folder=name, place=place, made=made)
            self._put(added)
        return added

    def rename(self, address: str, title: str) -> None:
        """Give a bookmark another name; an empty one changes nothing."""
        if _name(title):
            with self._workspace.transaction():
                self._workspace.connection.execute(
                    "UPDATE bookmarks SET title = ? WHERE address = ?", (_name(title), address)
                )

    def step(self, address: str, by: int) -> None:
        """Move a bookmark up (negative) or down within its folder, as far as it goes."""
        with self._workspace.transaction():
            one = self.of(address)
            if one is None:
                return
            beside = [other for other in self.all() if other.folder == one.folder]
            at = beside.index(one)
            beside.insert(max(0, min(len(beside) - 1, at + by)), beside.pop(at))
            for place, other in enumerate(beside):
                self._put(replace(other, place=place))

    def delete(self, address: str) -> Bookmark | None:
        """Take a bookmark out and give it; None: there was none."""
        with self._workspace.transaction():
            one = self.of(address)
            self._workspace.connection.execute("DELETE FROM bookmarks WHERE address = ?", (address,))
        return one

    def put_back(self, bookmark: Bookmark) -> None:
        """Put a bookmark where it was."""
        with self._workspace.transaction():
            self._put(bookmark)

    def add_folder(self, name: str) -> str:
        """Make a folder at the end, unless there is one of this name; give its name as it is kept.

        Raises:
            ValueError: the name is empty.
        """
        kept = _name(name)
        if not kept:
            raise ValueError("a folder needs a name")
        with self._workspace.transaction():
            self._workspace.connection.execute(
                "INSERT INTO bookmark_folders (name, place) "
                "SELECT ?, coalesce(max(place) + 1, 0) FROM bookmark_folders WHERE true "
                "ON CONFLICT DO NOTHING",
                (kept,),
            )
        return kept

    def rename_folder(self, name: str, new: str) -> str:
        """Rename a folder; where there is one of the new name, both become one. Give the name kept."""
        kept = _name(new)
        if not kept or kept == name:
            return name
        with self._workspace.transaction():
            connection = self._workspace.connection
            connection.execute("UPDATE OR IGNORE bookmark_folders SET name = ? WHERE name = ?", (kept, name))
            connection.execute("DELETE FROM bookmark_folders WHERE name = ?", (name,))
            connection.execute(
                "UPDATE bookmarks SET folder = ?, place = place + ? WHERE folder = ?",
                (kept, self._end(kept), name),
            )
        return kept

    def delete_folder(self, name: str) -> Folder:
        """Take a folder away; its bookmarks stay, without a folder. Give what it takes to put it back."""
        with self._workspace.transaction():
            connection = self._workspace.connection
            row = connection.execute("SELECT place FROM bookmark_folders WHERE name = ?", (name,)).fetchone()
            held = tuple(one for one in self.all() if one.folder == name)
            connection.execute("DELETE FROM bookmark_folders WHERE name = ?", (name,))
            connection.execute(
                "UPDATE bookmarks SET folder = '', place = place + ? WHERE folder = ?", (self._end(""), name)
            )
        return Folder(name, row[0] if row else 0, held)

    def put_folder_back(self, folder: Folder) -> None:
        """Put a folder back with those of its bookmarks that are still there."""
        with self._workspace.transaction():
            self._workspace.connection.execute(
                "INSERT INTO bookmark_folders (name, place) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (folder.name, folder.place),
            )
            there = {one.address for one in self.all()}
            for one in folder.held:
                if one.address in there:
                    self._put(one)

    def _put(self, one: Bookmark) -> None:
        values = (one.address, one.title, one.folder, one.place, one.made)
        self._workspace.connection.execute(_PUT, values)

    def _end(self, folder: str) -> int:
        (place,) = self._workspace.connection.execute(
            "SELECT coalesce(max(place) + 1, 0) FROM bookmarks WHERE folder = ?", (folder,)
        ).fetchone()
        return int(place)


def in_folder(bookmarks: Sequence[Bookmark], folder: str) -> tuple[Bookmark, ...]:
    """Give those of a folder; "" those of none."""
    return tuple(one for one in bookmarks if one.folder == folder)


def _name(text: str) -> str:
    return " ".join(text.split())[:LONGEST_NAME]
