"""The reader: one text, its outline, and what people do with a text.

It opens nothing by itself: links to records and to the web leave as signals, the latter only after the full
address was shown and confirmed.
"""

from PySide6.QtCore import QEvent, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QVBoxLayout, QWidget

from procura_desktop.domain.records import Record
from procura_desktop.gui.reader.action_row import ActionRow
from procura_desktop.gui.reader.column import COLUMN_LETTERS
from procura_desktop.gui.reader.document import TEXT_PIXELS, DocumentContext
from procura_desktop.gui.reader.find_bar import FindBar
from procura_desktop.gui.reader.foot_bar import FootBar
from procura_desktop.gui.reader.headings import OUTLINE_LEVELS, Heading, headings_in, headings_of
from procura_desktop.gui.reader.keeper import Keeper
from procura_desktop.gui.reader.links import read_link
from procura_desktop.gui.reader.note_taking import NoteTaking
from procura_desktop.gui.reader.outline import Outline
from procura_desktop.gui.reader.page import Page
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.reader.pictures import FindAsset
from procura_desktop.gui.reader.reader_actions import ReaderActions
from procura_desktop.gui.reader.shown import Shown, ShownRecord, ShownText
from procura_desktop.gui.reader.style import LINE_EM
from procura_desktop.gui.reader.take_along import TakeAlong
from procura_desktop.gui.reader.term_popup import TermPopup
from procura_desktop.gui.theme import LIGHT, Colours, palette
from procura_desktop.gui.words import button_text

WIDE = 900
OUTLINE_WIDTH = 236
NARROW_EM = 36  # below this, two levels beside each other have too little room


class Reader(QWidget):
    """Shows a record or a page of text. Without an asset finder there are no pictures."""

    address_requested = Signal(str)  # id of a record with "#section", or the bare name of a room
    web_requested = Signal(str)  # the user has confirmed this address
    choose_wanted = Signal(str)  # the record shown is to be taken into a procurement
    position_changed = Signal(float)  # how far down the text is, 0 to 1

    def __init__(self, colours: Colours, *, asset: FindAsset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._find_asset = asset
        self._scale = 1.0
        self._narrow = False
        self._shown: Shown = ShownText("", "")
        self._headings: tuple[Heading, ...] = ()
        self.page = Page()
        self.outline = Outline()
        self._side = QWidget(self)
        self.find_bar = FindBar(self.page, colours)
        self.foot = FootBar()
        self._contents = QMenu(self)
        self.what_to_do = ReaderActions(self._contents, self)
        self.row = ActionRow(self.what_to_do.in_row)
        self.popup = TermPopup(self)
        self.take_along = TakeAlong(self.page, self._for_paper, self._shown, self)
        self.notes = NoteTaking(self.page, self.what_to_do, self.find_bar, self)
        self._place_children()
        self._connect()
        self._dress()

    def set_keeper(self, keeper: Keeper) -> None:
        """Offer bookmarks and notes."""
        self.notes.set_keeper(keeper)

    # Building.

    def _place_children(self) -> None:
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self._side.setFixedWidth(OUTLINE_WIDTH)
        self.page.set_side(self._side)
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 4, 2, 2)
        layout.setSpacing(0)
        layout.addWidget(self.row)
        layout.addWidget(rule)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.notes.loose)
        layout.addWidget(self.page, 1)
        layout.addWidget(self.notes.box)
        layout.addWidget(self.foot)
        self.setFocusProxy(self.page)

    def _connect(self) -> None:
        do = self.what_to_do
        do.choose.triggered.connect(lambda: self.choose_wanted.emit(self._shown.to_choose[0]))
        do.find.triggered.connect(self.find_bar.open_bar)
        do.find_next.triggered.connect(self.find_bar.go_next_or_open)
        do.find_previous.triggered.connect(self.find_bar.go_back_or_open)
        do.copy_with_source.triggered.connect(self.take_along.copy_with_source)
        do.copy_address.triggered.connect(self.take_along.copy_address)
        do.print.triggered.connect(self.take_along.print_document)
        do.save_pdf.triggered.connect(self.take_along.choose_pdf_path)
        self.take_along.told.connect(self.foot.tell)
        self.notes.told.connect(self.foot.tell)
        self.notes.opened.connect(self.foot.hide)
        self.page.link_activated.connect(self._follow)
        self.page.link_hovered.connect(self._hover)
        self.page.link_left.connect(self.popup.leave)
        self.page.position_changed.connect(self.position_changed)
        self.page.scrolled.connect(self._follow_scrolling)
        self.page.completed.connect(self._complete)
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
        self._show_again()

    def set_text_scale(self, percent: int) -> None:
        """Set the size of the text in per cent, keeping the place."""
        if percent / 100 == self._scale:
            return
        self._scale = percent / 100
        self._show_again()

    def _show(self, shown: Shown, *, section: str = "", position: float = 0.0) -> None:
        self._shown = shown
        self._narrow = self._is_narrow()
        self.take_along.set_shown(shown)
        self.popup.hide()
        self.foot.hide()
        self.page.setAccessibleName(shown.title)
        begun = None if section or position else self._letters_in_view()
        paper = self._paper(self._colours, self._text_pixels(), narrow=self._narrow, letters=begun)
        self._show_headings(headings_of(paper) + headings_in(paper.rest))
        self.page.show_paper(paper, section=section, position=position)
        self.notes.show_for(shown.address, shown.title)
        self.what_to_do.copy_address.setVisible(bool(shown.address))
        record_id, words = shown.to_choose
        self.what_to_do.choose.setVisible(bool(record_id))
        if record_id:
            self.what_to_do.choose.setText(words)
        self._refresh()

    def _show_again(self) -> None:
        """Show the same text where it was read, in other colours, another size or another width."""
        self._narrow = self._is_narrow()
        paper = self._paper(self._colours, self._text_pixels(), narrow=self._narrow)
        self._show_headings(headings_of(paper))
        self.page.replace_paper(paper)
        self._refresh()

    def _complete(self) -> None:
        """Learn where the headings are of a text that was only begun when it was shown."""
        self._headings = headings_of(self.page.document())
        self._follow_scrolling()

    def _refresh(self) -> None:
        self.page.setExtraSelections([])
        self.notes.place()
        self._follow_scrolling()
        self.find_bar.refresh(self._colours)

    def _text_pixels(self) -> float:
        return self._scale * TEXT_PIXELS * self.logicalDpiY() / 96

    def _letters_in_view(self) -> int:
        """Say how many letters fit on the screen."""
        lines = self.page.viewport().height() / (LINE_EM * self._text_pixels())
        return round(lines * COLUMN_LETTERS)

    def _is_narrow(self) -> bool:
        return self.width() < NARROW_EM * self._text_pixels()

    def _paper(self, colours: Colours, pixels: float, *, narrow: bool, letters: int | None = None) -> Paper:
        paper = Paper(self._find_asset, colours)
        html = self._shown.document(colours, pixels=pixels, narrow=narrow)
        paper.write(html, self.font(), pixels=pixels, letters=letters)
        return paper

    def _for_paper(self, pixels: float | None) -> Paper:
        """Write for white paper; None asks for the text as it stands on the screen."""
        narrow = self._narrow and pixels is None
        return self._paper(LIGHT, pixels or self._text_pixels(), narrow=narrow)

    def _dress(self) -> None:
        made = palette(self._colours)
        made.setColor(made.ColorRole.Window, made.color(made.ColorRole.Base))
        self.setPalette(made)
        self.page.setPalette(made)
        self.page.set_colours(self._colours)
        self.outline.set_colours(self._colours)

    # Headings.

    def _show_headings(self, headings: tuple[Heading, ...]) -> None:
        """List the headings of a text that is about to be shown: after it, it would be laid out again."""
        self._headings = headings
        self.outline.set_headings(headings)
        self._contents.clear()
        for number, heading in enumerate(headings):
            words = button_text(heading.title)
            action = self._contents.addAction(
                words if heading.level == OUTLINE_LEVELS[0] else f"      {words}"
            )
            action.triggered.connect(lambda _=False, number=number: self._go_to_heading(number))
        self._arrange()

    def _arrange(self) -> None:
        """Show the outline where there is room, else the button with its menu."""
        several = len(self._contents.actions()) > 1
        wide = self.width() > WIDE
        self.page.show_side(shown=several and wide)
        self.what_to_do.contents.setVisible(several and not wide)
        self._follow_scrolling()

    def _follow_scrolling(self) -> None:
        if not self.outline.isVisible():
            return
        top = self.page.document().characterCount() if self.page.at_end() else self.page.top_position()
        passed = [
            at for at in (heading.position for heading in self._headings) if at is not None and at <= top
        ]
        self.outline.follow(len(passed) - 1)

    def _go_to_heading(self, number: int) -> None:
        self.page.whole()
        position = self._headings[number].position
        if position is not None:
            self.page.go_to_text(position)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show or hide the outline."""
        super().resizeEvent(event)
        self.popup.hide()
        self._arrange()
        if self._shown.adapts and self._is_narrow() != self._narrow:
            self._show_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Mark where the text is once it can be seen."""
        super().showEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Claim the reader's own keys, or a window that binds them too would take them first."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self.what_to_do.meant_by(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means; close on Escape what lies over the text."""
        action = self.what_to_do.meant_by(event)
        if action is not None:
            action.trigger()
        elif event.key() == Qt.Key.Key_Escape and self.popup.isVisible():
            self.popup.hide()
        elif event.key() == Qt.Key.Key_Escape and self.foot.isVisible():
            self.foot.close_bar()
        else:
            super().keyPressEvent(event)

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
        origin = self._shown.origin_of(term)
        self.popup.explain(word, QRect(here, beside.size()), origin=origin, focus=focus)

    # Taking text along.

    def copy_with_source(self) -> None:
        """Copy what is selected, or the whole text, with its source."""
        self.take_along.copy_with_source()

    def print_document(self) -> None:
        """Ask for a printer and print."""
        self.take_along.print_document()
