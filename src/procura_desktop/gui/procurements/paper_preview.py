"""A look at a paper before it is saved; a long one is written in turns, so that the window goes on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTextBrowser, QWidget

from procura_desktop.gui.procurements.paper_pdf import begun, written_on

if TYPE_CHECKING:
    from procura_desktop.gui.reader.paper import Paper

LETTERS = 2500  # written in one turn
MARGIN = 22  # pixels


class PaperPreview(QTextBrowser):
    """Shows a paper from its beginning, or the same paper, changed, at the place where it was read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._place = 0  # pixels from the top at which the next paper is shown
        self._shown: Paper | None = None
        self._next: Paper | None = None  # does not yet reach to the place at which it will be shown
        self._rest = ""  # the HTML that the newest of them still lacks
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._write_on)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Preview"))

    def show_paper(self, name: str, html: str) -> None:
        """Show a paper's HTML; `name` tells which paper it is."""
        if name != self._name:
            self._place = 0
        elif self._next is None:
            self._place = self.verticalScrollBar().value()
        self._name = name
        self._next, self._rest = begun(html, LETTERS, tables="inside")
        self._next.setDocumentMargin(MARGIN)
        self._next.setTextWidth(self.viewport().width())
        self._show_next()

    @property
    def name(self) -> str:
        """Which paper is shown."""
        return self._name

    @property
    def is_whole(self) -> bool:
        """Whether all of the newest paper is there."""
        return self._next is None and not self._rest

    def _write_on(self) -> None:
        paper = self._next or self._shown
        if paper is not None and self._rest:
            self._rest = written_on(paper, self._rest, LETTERS, tables="inside")
            self._show_next()

    def _show_next(self) -> None:
        """Show the newest paper as soon as it reaches far enough, and go on with it."""
        end = self._place + self.viewport().height()
        if self._next is not None and (not self._rest or self._next.size().height() >= end):
            old, self._shown, self._next = self._shown, self._next, None
            self._shown.setParent(self)
            self.setDocument(self._shown)
            self.verticalScrollBar().setValue(self._place)
            if old is not None:
                old.deleteLater()
        if self._rest:
            self._soon.start()
