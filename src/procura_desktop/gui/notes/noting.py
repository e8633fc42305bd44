"""Keeps bookmarks and notes for readers and for their own page, and brings back what was deleted.

Errors of the workspace leave as a signal, once for each thing that was asked for.
"""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from procura_desktop.domain.anchors import Anchor
from procura_desktop.errors import ProcuraError
from procura_desktop.gui.notice_bar import NoticeBar
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.reader.keeper import Changes
from procura_desktop.gui.reader.reader import Reader
from procura_desktop.gui.theme import Colours
from procura_desktop.workspace.bookmarks import Bookmarks
from procura_desktop.workspace.notes import Colour, Note, Notes
from procura_desktop.workspace.workspace import Workspace

if TYPE_CHECKING:
    from procura_desktop.gui.notes.notes_page import NotesPage

AT_NOTES = "#notes"  # a section that no text has: the text of a product group is shown, not its table
_Given = TypeVar("_Given")


class Noting(QObject):
    """The `Keeper` of every reader, and the page "Bookmarks and notes"."""

    address_wanted = Signal(str)
    failed = Signal(Exception)

    def __init__(
        self,
        workspace: Workspace,
        notice: NoticeBar,
        colours: Colours,
        origins: Callable[[], Origins],
        window: QWidget,
        *,
        is_here: Callable[[str], bool],
    ) -> None:
        """Keep in a workspace.

        `origins` says which edition of a library is here and whose it is, `is_here` whether an address leads
        to a text of it.
        """
        super().__init__(window)
        self._window = window
        self._notice = notice
        self._colours = colours
        self._bookmarks = Bookmarks(workspace)
        self._notes = Notes(workspace)
        self._readers: list[Reader] = []
        self._failing = False
        self._origins = origins
        self._is_here = is_here
        self.changes = Changes(self)

    def serve(self, reader: Reader) -> None:
        """Keep for a reader, as long as it lives."""
        self._readers.append(reader)
        reader.destroyed.connect(partial(self._forget, reader))
        reader.set_keeper(self)

    def _forget(self, reader: Reader) -> None:
        self._readers.remove(reader)

    def _try(self, do: Callable[[], _Given], otherwise: _Given) -> _Given:
        try:
            return do()
        except ProcuraError as error:
            self.failed.emit(error)
            return otherwise

    def _write(self, do: Callable[[], Note]) -> Note | None:
        """Write while somebody types: what stands in the way is told once, until it is gone."""
        try:
            made = do()
        except ProcuraError as error:
            if not self._failing:
                self.failed.emit(error)
            self._failing = True
            return None
        self._failing = False
        return made

    # For readers.

    def notes_on(self, address: str) -> tuple[Note, ...]:
        """Give the notes on a record in the order of its text."""
        return self._try(lambda: self._notes.on(address), ())

    def add_note(
        self, address: str, title: str, *, anchor: Anchor | None, colour: Colour, words: str
    ) -> Note | None:
        """Keep a new note."""
        return self._write(lambda: self._notes.add(address, title, anchor=anchor, colour=colour, words=words))

    def change_note(self, note: Note, *, words: str, colour: Colour) -> Note | None:
        """Give a note other words and another colour."""
        return self._write(lambda: self._notes.change(note, words=words, colour=colour))

    def delete_note(self, note: Note) -> None:
        """Take a note out, and offer to bring it back."""
        gone = self._try(lambda: self._notes.delete(note.id), None)
        if gone is not None:
            words = (
                self.tr("The note was deleted.") if gone.words else self.tr("The highlight was taken out.")
            )
            self._offer_back(words, lambda: self._notes.put_back(gone))

    def folders(self) -> tuple[str, ...]:
        """Give the folders of bookmarks."""
        return self._try(self._bookmarks.folders, ())

    def folder_of(self, address: str) -> str | None:
        """Give the folder of a record's bookmark; None: there is none."""
        found = self._try(lambda: self._bookmarks.of(address), None)
        return found.folder if found else None

    def bookmark(self, address: str, title: str, folder: str) -> None:
        """Put a bookmark into a folder; one that is there keeps the name it was given."""

        def put() -> None:
            there = self._bookmarks.of(address)
            self._bookmarks.add(address, there.title if there else title, folder=folder)

        self._change(put)

    def unbookmark(self, address: str) -> None:
        """Take a bookmark out, and offer to bring it back."""
        gone = self._try(lambda: self._bookmarks.delete(address), None)
        if gone is not None:
            words = self.tr("The bookmark “{title}” was taken out.").format(title=gone.title)
            self._offer_back(words, lambda: self._bookmarks.put_back(gone))

    def ask_folder(self, then: Callable[[str], None]) -> None:
        """Ask for the name of a new folder."""
        self.ask_name(self.tr("New folder"), "", then)

    def ask_name(self, title: str, name: str, then: Callable[[str], None]) -> None:
        """Ask for a name; an empty one is none."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(lambda given: then(given) if given.strip() else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _offer_back(self, words: str, back: Callable[[], None]) -> None:
        self.changes.changed.emit()
        self._notice.offer(words, self.tr("Bring it back"), lambda: self._change(back))

    def _change(self, do: Callable[[], object]) -> None:
        self._try(do, None)
        self.changes.changed.emit()

    # The page.

    @cached_property
    def page(self) -> "NotesPage":
        """Bookmarks and notes."""
        from procura_desktop.gui.notes.notes_page import NotesPage

        page = NotesPage(self._origins)
        page.set_colours(self._colours)
        page.bookmark_chosen.connect(self.address_wanted)
        page.note_chosen.connect(self._go_to_note)
        page.bookmark_moved.connect(self._move)
        page.bookmark_stepped.connect(
            lambda address, by: self._change(lambda: self._bookmarks.step(address, by))
        )
        page.bookmark_to_name.connect(self._rename)
        page.bookmark_to_delete.connect(self.unbookmark)
        page.note_to_delete.connect(self._delete)
        page.folder_wanted.connect(lambda: self.ask_folder(self._add_folder))
        page.folder_to_name.connect(self._rename_folder)
        page.folder_to_delete.connect(self._delete_folder)
        page.save_wanted.connect(self._ask_where_to_save)
        self.changes.changed.connect(self._fill)
        return page

    def show(self, typed: str) -> "NotesPage":
        """Give the page as it is now; `typed` is looked for in the notes."""
        self._fill()
        if typed:
            self.page.search(typed)
        return self.page

    def _fill(self) -> None:
        self.page.show_kept(self._try(self._bookmarks.all, ()), self.folders(), self._all_notes())

    def _note(self, note_id: str) -> Note | None:
        return next((note for note in self._all_notes() if note.id == note_id), None)

    def _all_notes(self) -> tuple[Note, ...]:
        return self._try(lambda: self._notes.all(), ())

    def _go_to_note(self, note_id: str) -> None:
        note = self._note(note_id)
        if note is None:
            return
        if not self._is_here(note.address):
            self._show_left(note)
            return
        self.address_wanted.emit(f"{note.address}{AT_NOTES}")
        for reader in self._readers:
            if reader.isVisible() and reader.notes.address == note.address:
                reader.notes.open_note(note_id)

    def _show_left(self, note: Note) -> None:
        from procura_desktop.gui.notes.left_note import LeftNote

        dialog = LeftNote(note, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _delete(self, note_id: str) -> None:
        if (note := self._note(note_id)) is not None:
            self.delete_note(note)

    def _move(self, address: str, folder: str) -> None:
        if (one := self._try(lambda: self._bookmarks.of(address), None)) is not None:
            self.bookmark(address, one.title, folder)

    def _rename(self, address: str) -> None:
        one = self._try(lambda: self._bookmarks.of(address), None)
        if one is not None:
            self.ask_name(
                self.tr("Rename the bookmark"),
                one.title,
                lambda name: self._change(lambda: self._bookmarks.rename(address, name)),
            )

    def _add_folder(self, name: str) -> None:
        self._change(lambda: self._bookmarks.add_folder(name))

    def _rename_folder(self, name: str) -> None:
        def rename(new: str) -> None:
            kept = self._try(lambda: self._bookmarks.rename_folder(name, new), name)
            self.page.show_folder(kept)
            self.changes.changed.emit()

        self.ask_name(self.tr("Rename the folder"), name, rename)

    def _delete_folder(self, name: str) -> None:
        gone = self._try(lambda: self._bookmarks.delete_folder(name), None)
        if gone is not None:
            words = self.tr("The folder “{name}” was deleted; its bookmarks stay.").format(name=name)
            self._offer_back(words, lambda: self._bookmarks.put_folder_back(gone))

    def _ask_where_to_save(self) -> None:
        from procura_desktop.gui.notes.saving import ask_for_path

        ask_for_path(self._window, self.save)

    def save(self, path: Path) -> None:
        """Write all bookmarks and notes into a file of Markdown, and say so."""
        from procura_desktop.gui.notes.saving import write

        def written() -> bool:
            write(path, self._bookmarks.all(), self._notes.all(), self._origins().sentence_at)
            return True

        if self._try(written, otherwise=False):
            self._notice.tell(self.tr("Saved {path}").format(path=path))

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self._colours = colours
        if "page" in self.__dict__:
            self.page.set_colours(colours)
