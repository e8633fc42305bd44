"""Bookmarks and notes as parts of a workspace's file.

What is here already stays as it is. A note that both have, but with other words, comes in beside the one that
is here: nobody's words are lost, and the same file brought in twice changes nothing the second time.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from procura_desktop.domain.addresses import parse_address
from procura_desktop.errors import AddressError, ForeignFileError
from procura_desktop.phrases import Words, phrase, words_of
from procura_desktop.workspace.bookmarks import LONGEST_NAME, Bookmark, Bookmarks
from procura_desktop.workspace.choosing import new_id
from procura_desktop.workspace.exchange_part import PartError
from procura_desktop.workspace.notes import LONGEST_NOTE, Note, Notes
from procura_desktop.workspace.plain import plain

if TYPE_CHECKING:
    from procura_desktop.workspace.workspace import Workspace

MOST_BOOKMARKS = 20_000
MOST_NOTES = 50_000
LONGEST_ADDRESS = 500
LONGEST_ID = 64
LONGEST_TITLE = 1_000
_Held = TypeVar("_Held")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBookmarks:
    """The part "bookmarks": folders in their order, and the bookmarks in theirs."""

    folders: tuple[str, ...]
    bookmarks: tuple[Bookmark, ...]


class BookmarksPart:
    """Bookmarks and their folders."""

    name = "bookmarks"

    def written(self, workspace: "Workspace") -> bytes:
        """Give folders and bookmarks."""
        store = Bookmarks(workspace)
        kept = KeptBookmarks(folders=store.folders(), bookmarks=store.all())
        return msgspec.json.encode(kept) if kept.folders or kept.bookmarks else b""

    def checked(self, data: bytes) -> object:
        """Understand them.

        Raises:
            PartError: they make no sense.
        """
        kept = _decoded(data, KeptBookmarks)
        if len(kept.bookmarks) > MOST_BOOKMARKS or len(kept.folders) > MOST_BOOKMARKS:
            raise PartError(phrase("details", "there are more bookmarks than anybody keeps"))
        for one in kept.bookmarks:
            _check_address(one.address)
            _check_time(one.made)
        names = [
            *kept.folders,
            *(one.folder for one in kept.bookmarks),
            *(one.title for one in kept.bookmarks),
        ]
        if any(len(name) > LONGEST_NAME for name in names):
            raise PartError(
                phrase("details", "a name in it is longer than {longest_name} characters").of(
                    longest_name=LONGEST_NAME
                )
            )
        return kept

    def bring_in(self, workspace: "Workspace", held: object) -> int:
        """Add those of records that have none here, at the end of their folders."""
        if not isinstance(held, KeptBookmarks):
            return 0
        store = Bookmarks(workspace)
        for name in filter(str.strip, held.folders):
            store.add_folder(name)
        there = {one.address for one in store.all()}
        new = {one.address: one for one in held.bookmarks if one.address not in there}
        for one in new.values():
            when = datetime.fromisoformat(one.made) if one.made else None
            store.add(one.address, one.title, folder=one.folder, when=when)
        return len(new)


class NotesPart:
    """Notes and highlights."""

    name = "notes"

    def written(self, workspace: "Workspace") -> bytes:
        """Give them as a list."""
        notes = Notes(workspace).all()
        return msgspec.json.encode(notes) if notes else b""

    def checked(self, data: bytes) -> object:
        """Understand them.

        Raises:
            PartError: they make no sense.
        """
        notes = _decoded(data, tuple[Note, ...])
        if len(notes) > MOST_NOTES or len({note.id for note in notes}) != len(notes):
            raise PartError(phrase("details", "there are more notes than anybody writes, or two with one id"))
        for note in notes:
            _check_address(note.address)
            _check_time(note.made)
            _check_time(note.changed)
            if not 0 < len(note.id) <= LONGEST_ID or not note.id.isalnum():
                raise PartError(phrase("details", "{id} is no id of a note").of(id=repr(note.id[:80])))
            if len(note.words) > LONGEST_NOTE or len(note.title) > LONGEST_TITLE:
                raise PartError(phrase("details", "a note in it is longer than one may be"))
        return notes

    def bring_in(self, workspace: "Workspace", held: object) -> int:
        """Add those that are not here; one that was changed here stays, and theirs comes beside it."""
        notes = [note for note in held if isinstance(note, Note)] if isinstance(held, tuple) else []
        store = Notes(workspace)
        here = {note.id for note in store.all()}
        said = set(map(_said, store.all()))
        new = [note for note in notes if _said(note) not in said]
        for note in new:
            store.put_back(replace(note, id=new_id()) if note.id in here else note)
        return len(new)


def _said(note: Note) -> tuple[object, ...]:
    return note.address, note.anchor, note.colour, note.words


def _decoded(data: bytes, kind: type[_Held]) -> _Held:
    """Read JSON into a record, without signs that no text may have."""

    def refused(detail: Words) -> ForeignFileError:
        return ForeignFileError(path=Path(), detail=detail)

    try:
        made, _ = plain(msgspec.json.decode(data, type=kind), refused)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise PartError(words_of(error)) from error
    except ForeignFileError as error:
        raise PartError(error.detail) from error
    return made


def _check_address(address: str) -> None:
    try:
        found = parse_address(address)
    except AddressError as error:
        raise PartError(
            phrase("details", "{address} is no address").of(address=repr(address[:80]))
        ) from error
    if str(found) != address or found.section or len(address) > LONGEST_ADDRESS:
        raise PartError(
            phrase("details", "{address} is no address of a record").of(address=repr(address[:80]))
        )


def _check_time(text: str) -> None:
    try:
        if text and datetime.fromisoformat(text).tzinfo is None:
            raise PartError(phrase("details", "{text} has no time zone").of(text=repr(text[:80])))
    except ValueError as error:
        raise PartError(phrase("details", "{text} is no time").of(text=repr(text[:80]))) from error
