"""What a reader asks of whoever keeps bookmarks and notes. A reader without one offers neither."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from procura_desktop.domain.anchors import Anchor
from procura_desktop.workspace.notes import Colour, Note


class Changes(QObject):
    """Tells readers that bookmarks or notes are not what they were."""

    changed = Signal()


class Keeper(Protocol):
    """What cannot be kept is told by the keeper; a method then gives None, or nothing."""

    @property
    def changes(self) -> Changes:
        """Tells of changes from elsewhere."""

    def notes_on(self, address: str) -> tuple[Note, ...]:
        """Give the notes on a record in the order of its text."""

    def add_note(
        self, address: str, title: str, *, anchor: Anchor | None, colour: Colour, words: str
    ) -> Note | None:
        """Keep a new note."""

    def change_note(self, note: Note, *, words: str, colour: Colour) -> Note | None:
        """Give a note other words and another colour."""

    def delete_note(self, note: Note) -> None:
        """Take a note out, and offer to bring it back."""

    def folders(self) -> tuple[str, ...]:
        """Give the folders of bookmarks."""

    def folder_of(self, address: str) -> str | None:
        """Give the folder of a record's bookmark, "" for none; None: there is no bookmark."""

    def bookmark(self, address: str, title: str, folder: str) -> None:
        """Put a bookmark into a folder."""

    def unbookmark(self, address: str) -> None:
        """Take a bookmark out, and offer to bring it back."""

    def ask_folder(self, then: Callable[[str], None]) -> None:
        """Ask for the name of a new folder."""
