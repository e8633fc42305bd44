"""Bookmarks, notes and highlights of the record that a reader shows, kept by the `Keeper` it was given."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from procura_desktop.domain.anchors import LONGEST_QUOTE, Anchor
from procura_desktop.gui.reader.bookmark_menu import BookmarkMenu
from procura_desktop.gui.reader.find_bar import FindBar
from procura_desktop.gui.reader.keeper import Keeper
from procura_desktop.gui.reader.loose_box import LooseBox, note_line
from procura_desktop.gui.reader.margin import Mark
from procura_desktop.gui.reader.note_box import NoteBox
from procura_desktop.gui.reader.page import Page
from procura_desktop.gui.reader.passages import DocumentText
from procura_desktop.gui.reader.reader_actions import ReaderActions
from procura_desktop.gui.words import button_text
from procura_desktop.workspace.notes import COLOURS, Colour, Note

USUAL: Colour = "yellow"


class NoteTaking(QObject):
    """Puts the notes of a record beside its text, and hands on what is done with them."""

    told = Signal(str)  # what was done, or what is missing
    opened = Signal()  # a note was opened in the box

    def __init__(self, page: Page, do: ReaderActions, find_bar: FindBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._page = page
        self._do = do
        self._find_bar = find_bar
        self._keeper: Keeper | None = None
        self._address = self._title = ""
        self._notes: dict[str, Note] = {}
        self._marks: dict[str, Mark] = {}
        self._open: Note | None = None  # in the box
        self._anchor: Anchor | None = None  # of a note that is being begun
        self._colour = USUAL
        self.box = NoteBox()
        self.loose = LooseBox()
        self.bookmark = BookmarkMenu(do.bookmark, do.turn_bookmark, do.bookmark_menu, self)

        do.note.triggered.connect(self.write)
        do.highlight.triggered.connect(self.highlight)
        do.caret.triggered.connect(self.turn_caret)
        do.notes_menu.aboutToShow.connect(self._fill_menu)
        self.bookmark.told.connect(self.told)
        self.box.changed.connect(self._change)
        self.box.delete_wanted.connect(self._delete)
        self.box.close_wanted.connect(self._leave)
        self.loose.note_chosen.connect(self.open_note)
        self.loose.closed.connect(self._page.setFocus)
        page.mark_chosen.connect(self.open_note)

    def set_keeper(self, keeper: Keeper) -> None:
        """Begin to offer bookmarks and notes."""
        self._keeper = keeper
        keeper.changes.changed.connect(self._renew)
        self.show_for(self._address, self._title)

    @property
    def address(self) -> str:
        """Of the record that is shown; "" for a text that is none."""
        return self._address

    # Showing.

    def show_for(self, address: str, title: str) -> None:
        """Go on with another record; one without an address, such as a page of the manual, has no notes."""
        self._settle()
        self._address, self._title = address, title
        for action in (self._do.note, self._do.highlight):
            action.setVisible(self._keeper is not None and bool(address))
        self._renew()

    def _renew(self) -> None:
        """Read the notes again, and put them beside the text."""
        keeper = self._keeper if self._address else None
        self.bookmark.show_for(self._keeper, self._address, self._title)
        self._notes = {note.id: note for note in keeper.notes_on(self._address)} if keeper else {}
        if self._open is not None and self._open.id not in self._notes:
            self._open = None
            self.box.leave()
        self.place()

    def place(self) -> None:
        """Find every passage in the text as it is shown now."""
        passages = [note for note in self._notes.values() if note.anchor is not None]
        text = DocumentText(self._page.whole()) if passages else None
        found = {note.id: text.find(note.anchor) for note in passages if text and note.anchor}
        self._marks = {
            name: Mark(name, *span, self._notes[name].colour, self._notes[name].words)
            for name, span in found.items()
            if span is not None
        }
        self._page.set_marks(tuple(sorted(self._marks.values(), key=lambda mark: mark.start)))
        self._show_loose()
        self._do.notes.setVisible(bool(self._notes))
        self._do.notes.setText(self.tr("Notes (%n)", "", len(self._notes)))

    def _show_loose(self) -> None:
        loose = [note for note in self._notes.values() if note.anchor and note.id not in self._marks]
        self.loose.show_notes(loose if self.box.isHidden() else [])

    def _fill_menu(self) -> None:
        """List every note: the margin alone would be out of reach of the keyboard."""
        menu = self._do.notes_menu
        menu.clear()
        by_place = {name: mark.start for name, mark in self._marks.items()}
        for note in sorted(self._notes.values(), key=lambda note: by_place.get(note.id, -1)):
            words = button_text(note_line(note))
            if note.anchor is not None and note.id not in self._marks:
                words = self.tr("{note} (has lost its place)").format(note=words)
            menu.addAction(words).triggered.connect(partial(self._open_chosen, note.id))

    def _open_chosen(self, note_id: str, _checked: bool = False) -> None:
        self.open_note(note_id)

    # Reading and writing.

    def open_note(self, note_id: str) -> None:
        """Go to a note of this record, and open it."""
        note = self._notes.get(note_id)
        if note is None:
            return
        self._settle()
        self._open, self._anchor = note, note.anchor
        self._show_box(note.anchor, note.words, note.colour, kept=True)
        if (mark := self._marks.get(note_id)) is not None:
            self._page.bring_into_view(mark.start)

    def _show_box(self, anchor: Anchor | None, words: str, colour: Colour, *, kept: bool) -> None:
        """Open the box, and give it its room at once: what is scrolled to then stays in view."""
        self.loose.hide()  # until the box is closed: the text needs the room
        self.opened.emit()
        self.box.open_note(anchor.quote if anchor else "", words, colour, kept=kept)
        if (layout := self._parent.layout()) is not None:
            layout.activate()

    def write(self) -> None:
        """Write on what is selected or found, open the note that is there, or write on the whole text."""
        if not self._offered():
            return
        cursor = self._passage()
        if cursor is None:
            self._begin(None)
        elif (mark := self._mark_over(cursor)) is not None:
            self.open_note(mark.note)
        elif (anchor := self._anchor_of(cursor)) is not None:
            self._begin(anchor)

    def _begin(self, anchor: Anchor | None) -> None:
        self._settle()
        self._open, self._anchor = None, anchor
        self._show_box(anchor, "", "", kept=False)
        if anchor is not None:
            self._page.bring_into_view(self._page.textCursor().selectionStart())

    def highlight(self) -> None:
        """Highlight what is selected or found; open the highlight that is there."""
        if not self._offered() or self._keeper is None:
            return
        cursor = self._passage()
        if cursor is None:
            self.told.emit(
                self.tr(
                    "Select a passage first: with the mouse, or press F7 and select with Shift and the "
                    "arrows. What Find has found counts as selected."
                )
            )
        elif (mark := self._mark_over(cursor)) is not None:
            self.open_note(mark.note)
        elif (anchor := self._anchor_of(cursor)) is not None and self._keeper.add_note(
            self._address, self._title, anchor=anchor, colour=self._colour, words=""
        ):
            self._drop_selection()
            self._renew()
            self.told.emit(self.tr("Highlighted. A click on it, or the menu “Notes”, adds words."))

    def turn_caret(self) -> None:
        """Let the arrows select in the text, or scroll again."""
        shown = not self._page.has_caret
        self._page.set_caret(shown=shown)
        self._page.setFocus()
        self.told.emit(
            self.tr("The arrows now move in the text; with Shift they select. F7 ends it.")
            if shown
            else self.tr("The arrows scroll again.")
        )

    def _offered(self) -> bool:
        return self._keeper is not None and bool(self._address)

    def _passage(self) -> QTextCursor | None:
        cursor = self._page.textCursor()
        return cursor if cursor.hasSelection() else self._find_bar.hit

    def _mark_over(self, cursor: QTextCursor) -> Mark | None:
        """Give the mark that holds a whole selection."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return next((mark for mark in self._marks.values() if mark.start <= start and end <= mark.end), None)

    def _anchor_of(self, cursor: QTextCursor) -> Anchor | None:
        text = DocumentText(self._page.whole())
        anchor = text.anchor(cursor.selectionStart(), cursor.selectionEnd())
        if anchor is None:
            words = self.tr("Select at least one word, and no more than {most} characters.")
            self.told.emit(words.format(most=LONGEST_QUOTE))
        return anchor

    def _drop_selection(self) -> None:
        cursor = self._page.textCursor()
        cursor.clearSelection()
        self._page.setTextCursor(cursor)

    # What the box says.

    def _change(self, words: str, colour: str) -> None:
        chosen = next(known for known in COLOURS if known == colour)
        if self._keeper is None or (self._open is None and not words.strip() and not chosen):
            return
        before = self._open
        if before is None:
            self._open = self._keeper.add_note(
                self._address, self._title, anchor=self._anchor, colour=chosen, words=words
            )
        elif (words, chosen) != (before.words, before.colour):
            self._open = self._keeper.change_note(before, words=words, colour=chosen) or before
        if self._open is None or self._open == before:
            return
        self._colour = chosen or self._colour
        self._notes[self._open.id] = self._open
        self.box.set_kept()
        self.place()

    def _settle(self) -> None:
        """Keep what the box says, and hide it; a note that says nothing and has no colour is taken out."""
        if self.box.isHidden():
            return
        self.box.hand_on()
        self.box.leave()
        self._show_loose()
        left, self._open = self._open, None
        if left is not None and not left.words.strip() and not left.colour and self._keeper is not None:
            self._keeper.delete_note(left)

    def _leave(self) -> None:
        self._settle()
        self._drop_selection()
        self._page.setFocus()

    def _delete(self) -> None:
        gone, self._open = self._open, None
        self.box.leave()
        self._show_loose()
        if gone is not None and self._keeper is not None:
            self._keeper.delete_note(gone)
        self._page.setFocus()
