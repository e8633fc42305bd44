"""The reader: one text, its outline, and what people do with a text.

It opens nothing by itself: links to records and to the web leave as signals, the latter only after the full
address was shown and confirmed.
"""

from pathlib import Path

from PySide6.QtCore import QRect, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from procura_desktop.domain.records import Record
from procura_desktop.gui.reader.action_row import ActionRow
from procura_desktop.gui.reader.dialogs import ask_for_printer, ask_where_to_save
from procura_desktop.gui.reader.document import TEXT_PIXELS, DocumentContext
from procura_desktop.gui.reader.find_bar import FindBar
from procura_desktop.gui.reader.foot_bar import FootBar
from procura_desktop.gui.reader.headings import OUTLINE_LEVELS, Heading, headings_of
from procura_desktop.gui.reader.links import read_link
from procura_desktop.gui.reader.outline import Outline
from procura_desktop.gui.reader.page import Page
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.reader.pictures import FindAsset
from procura_desktop.gui.reader.printing import PRINT_PIXELS, paint_pages, pdf_bytes
from procura_desktop.gui.reader.reader_actions import ReaderActions
from procura_desktop.gui.reader.shown import ShownRecord, ShownText
from procura_desktop.gui.reader.term_popup import TermPopup
from procura_desktop.gui.theme import LIGHT, Colours, palette

WIDE = 900
OUTLINE_WIDTH = 230


class Reader(QWidget):
    """Shows a record or a page of text. Without an asset finder there are no pictures."""

    address_requested = Signal(str)  # id of a record with "#section", or the bare name of a room
    web_requested = Signal(str)  # the user has confirmed this address
    position_changed = Signal(float)  # how far down the text is, 0 to 1

    def __init__(self, colours: Colours, *, asset: FindAsset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._find_asset = asset
        self._scale = 1.0
        self._shown: ShownRecord | ShownText = ShownText("", "")
        self.page = Page()
        self.outline = Outline()
        self._side = QWidget()
        self.find_bar = FindBar(self.page, colours)
        self.foot = FootBar()
        self._contents = QMenu(self)
        self.what_to_do = ReaderActions(self._contents, self)
        self.row = ActionRow(self.what_to_do.in_row)
        self.popup = TermPopup(self)
        self._place_children()
        self._connect()
        self._dress()

    # Building.

    def _place_children(self) -> None:
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self._side.setFixedWidth(OUTLINE_WIDTH)
        title = QLabel(self.tr("On this page"))
        title.setProperty("role", "title")
        title.setBuddy(self.outline)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(10, 22, 10, 12)
        side.addWidget(title)
        side.addWidget(self.outline, 1)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.page, 1)
        middle.addWidget(self._side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 4, 2, 2)
        layout.setSpacing(0)
        layout.addWidget(self.row)
        layout.addWidget(rule)
        layout.addWidget(self.find_bar)
        layout.addLayout(middle, 1)
        layout.addWidget(self.foot)
        self.setFocusProxy(self.page)
        self.addActions(self.what_to_do.keyed)

    def _connect(self) -> None:
        do = self.what_to_do
        do.find.triggered.connect(self.find_bar.open_bar)
        do.find_next.triggered.connect(self._find_next)
        do.find_previous.triggered.connect(self.find_bar.go_back)
        do.copy_with_source.triggered.connect(self.copy_with_source)
        do.copy_address.triggered.connect(self.copy_address)
        do.print.triggered.connect(self.print_document)
        do.save_pdf.triggered.connect(self.choose_pdf_path)
        self.page.link_activated.connect(self._follow)
        self.page.link_hovered.connect(self._hover)
        self.page.link_left.connect(self.popup.leave)
        self.page.position_changed.connect(self.position_changed)
        self.page.scrolled.connect(self._follow_scrolling)
        self.outline.heading_chosen.connect(self._go_to_heading)
        self.find_bar.closed.connect(self.page.setFocus)
        self.popup.open_chosen.connect(self.address_requested)
        self.popup.closed.connect(self.page.setFocus)
        self.foot.web_requested.connect(self.web_requested)
        self.foot.closed.connect(self.page.setFocus)

    # Showing.

    def show_record(
        self, record: Record, *, context: DocumentContext, section: str = "", position: float = 0.0
    ) -> None:
        """Show a record from its beginning, at a section, or at a fraction of its length."""
        self._show(ShownRecord(record, context), section=section, position=position)

    def show_html(self, title: str, html: str) -> None:
        """Show a page of cleaned HTML under a title."""
        self._show(ShownText(title, html))

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours, keeping the place."""
        if colours == self._colours:
            return
        self._colours = colours
        self._dress()
        self._show(self._shown, position=self.page.position)

    def set_text_scale(self, percent: int) -> None:
        """Set the size of the text in per cent, keeping the place."""
        if percent / 100 == self._scale:
            return
        self._scale = percent / 100
        self._show(self._shown, position=self.page.position)

    def _show(self, shown: ShownRecord | ShownText, *, section: str = "", position: float = 0.0) -> None:
        self._shown = shown
        self.popup.hide()
        self.foot.hide()
        self.page.setExtraSelections([])
        self.page.setAccessibleName(shown.title)
        paper = self._paper(self._colours, self._scale * self._text_pixels(), self.page)
        self.page.show_paper(paper, section=section, position=position)
        self.what_to_do.copy_address.setVisible(bool(shown.address))
        self._show_headings(headings_of(paper))
        self.find_bar.refresh(self._colours)

    def _text_pixels(self) -> float:
        return TEXT_PIXELS * self.logicalDpiY() / 96

    def _paper(self, colours: Colours, pixels: float, parent: QWidget | None = None) -> Paper:
        paper = Paper(self._find_asset, colours, parent)
        paper.write(self._shown.document(colours, pixels=pixels), self.font(), pixels=pixels)
        return paper

    def _dress(self) -> None:
        made = palette(self._colours)
        made.setColor(made.ColorRole.Window, made.color(made.ColorRole.Base))
        self.setPalette(made)
        self.page.setPalette(made)
        self.outline.set_colours(self._colours)

    # Headings.

    def _show_headings(self, headings: tuple[Heading, ...]) -> None:
        self.outline.set_headings(headings)
        self._contents.clear()
        for heading in headings:
            words = heading.title.replace("&", "&&")
            action = self._contents.addAction(
                words if heading.level == OUTLINE_LEVELS[0] else f"      {words}"
            )
            action.triggered.connect(lambda _=False, at=heading.position: self._go_to_heading(at))
        self._arrange()

    def _arrange(self) -> None:
        """Show the outline where there is room, else the button with its menu."""
        several = len(self._contents.actions()) > 1
        wide = self.width() > WIDE
        self._side.setVisible(several and wide)
        self.what_to_do.contents.setVisible(several and not wide)
        self._follow_scrolling()

    def _follow_scrolling(self) -> None:
        if self.outline.isVisible():
            end = self.page.document().characterCount()
            self.outline.follow(end if self.page.at_end() else self.page.top_position())

    def _go_to_heading(self, position: int) -> None:
        self.page.go_to_text(position)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show or hide the outline."""
        super().resizeEvent(event)
        self.popup.hide()
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Mark where the text is once it can be seen."""
        super().showEvent(event)
        self._arrange()

    # Links.

    def _follow(self, url: QUrl, beside: QRect) -> None:
        link = read_link(url)
        if link.kind == "section":
            self._go_to_section(link.target)
        elif link.kind == "record":
            self.address_requested.emit(link.target)
        elif link.kind == "term":
            self._explain(link.target, beside, focus=True)
        elif link.kind == "web":
            self.foot.ask(url)
        else:
            self.foot.tell(self.tr("This link leads nowhere: {address}").format(address=link.target))

    def _go_to_section(self, anchor: str) -> None:
        if not self.page.go_to_section(anchor):
            self.foot.tell(self.tr("This page has no section “{name}”.").format(name=anchor))

    def _hover(self, url: QUrl, beside: QRect) -> None:
        link = read_link(url)
        if link.kind == "term":
            self._explain(link.target, beside, focus=False)

    def _explain(self, term: str, beside: QRect, *, focus: bool) -> None:
        word = self._shown.word(term)
        if word is None:
            self.foot.tell(self.tr("The glossary does not explain this word."))
            return
        here = self.page.mapTo(self, beside.topLeft())
        self.popup.explain(word, QRect(here, beside.size()), focus=focus)

    # Finding.

    def _find_next(self) -> None:
        if self.find_bar.isVisible():
            self.find_bar.go_next()
        else:
            self.find_bar.open_bar()

    # Taking text along.

    def copy_with_source(self) -> None:
        """Copy what is selected, or the whole text, with title, address and sources."""
        selected = self.page.textCursor().selection().toPlainText()
        text = selected or self.page.document().toPlainText()
        QGuiApplication.clipboard().setText(self._shown.quoted(_without_marks(text)))
        done = self.tr("Copied the selection with its source.")
        self.foot.tell(done if selected else self.tr("Copied the whole text with its source."))

    def copy_address(self) -> None:
        """Copy the address of the record shown."""
        QGuiApplication.clipboard().setText(self._shown.address)
        self.foot.tell(self.tr("Copied {address}").format(address=self._shown.address))

    def print_document(self) -> None:
        """Ask for a printer and print."""
        ask_for_printer(self, self._print_on)

    def choose_pdf_path(self) -> None:
        """Ask where to save a PDF, and save it."""
        ask_where_to_save(self, self._shown.title, self.save_pdf)

    def save_pdf(self, path: Path) -> None:
        """Save the text as a PDF, and say whether it worked."""
        paper = self._paper(LIGHT, PRINT_PIXELS)
        try:
            path.write_bytes(pdf_bytes(paper, title=self._shown.title, foot=self._foot_words()))
        except OSError as error:
            words = self.tr("Could not save {path}: {reason}")
            self.foot.tell(words.format(path=path, reason=error.strerror or error))
        else:
            self.foot.tell(self.tr("Saved {path}").format(path=path))

    def _print_on(self, printer: QPrinter) -> None:
        try:
            paint_pages(self._paper(LIGHT, PRINT_PIXELS), printer, foot=self._foot_words())
        except OSError:
            self.foot.tell(self.tr("The printer could not be used."))

    def _foot_words(self) -> str:
        return self._shown.address or self._shown.title


def _without_marks(text: str) -> str:
    """Leave out what stands for pictures, and make every blank a plain one."""
    return text.replace("\ufffc", "").replace("\xa0", " ")
