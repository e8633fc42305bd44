"""Taking a text along: to the clipboard, to paper, into a PDF. Always on white, always with its source."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from procura_desktop.gui.clipboard import put_on_clipboard
from procura_desktop.gui.reader.dialogs import ask_for_pdf, ask_for_printer
from procura_desktop.gui.reader.page import Page
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.reader.printing import PRINT_PIXELS, paint_pages, pdf_bytes
from procura_desktop.gui.reader.quotation import quotation
from procura_desktop.gui.reader.shown import Shown
from procura_desktop.library.disk import write_whole


class TakeAlong(QObject):
    """Does it for what `text` shows; `paper` writes the same document in the colours of paper."""

    told = Signal(str)  # what was done, or why not

    def __init__(
        self, text: Page, paper: Callable[[float | None], Paper], shown: Shown, parent: QWidget
    ) -> None:
        """Take the parts; `paper` gets the height of the text, None for that on the screen."""
        super().__init__(parent)
        self._parent = parent
        self._text = text
        self._paper = paper
        self._shown = shown

    def set_shown(self, shown: Shown) -> None:
        """Go on with another text."""
        self._shown = shown

    def copy_with_source(self) -> None:
        """Copy what is selected, or the whole text, with title, confidence, address and sources."""
        self._text.whole()
        cursor = QTextCursor(self._text.textCursor())
        some = cursor.hasSelection()
        if not some:
            cursor.select(QTextCursor.SelectionType.Document)
        span = cursor.selectionStart(), cursor.selectionEnd()
        paper = self._paper(None)
        put_on_clipboard(quotation(paper, span, origin=self._shown.origin()))
        done = self.tr("Copied the selection with its source.")
        self.told.emit(done if some else self.tr("Copied the whole text with its source."))

    def copy_address(self) -> None:
        """Copy the address of the record shown."""
        QGuiApplication.clipboard().setText(self._shown.address)
        self.told.emit(self.tr("Copied {address}").format(address=self._shown.address))

    def print_document(self) -> None:
        """Ask for a printer and print."""
        ask_for_printer(self._parent, self._print_on)

    def choose_pdf_path(self) -> None:
        """Ask where to save a PDF, and save it."""
        ask_for_pdf(self._parent, self._shown.title, self.save_pdf)

    def save_pdf(self, path: Path) -> None:
        """Save the text as a PDF, and say whether it worked."""
        paper = self._paper(PRINT_PIXELS)
        try:
            write_whole(path, pdf_bytes(paper, title=self._shown.title, foot=self._foot_words()))
        except OSError as error:
            words = self.tr("Could not save {path}: {reason}")
            self.told.emit(words.format(path=path, reason=error.strerror or error))
        else:
            self.told.emit(self.tr("Saved {path}").format(path=path))

    def _print_on(self, printer: QPrinter) -> None:
        try:
            paint_pages(self._paper(PRINT_PIXELS), printer, foot=self._foot_words())
        except OSError:
            self.told.emit(self.tr("The printer could not be used."))

    def _foot_words(self) -> str:
        return self._shown.address or self._shown.title
