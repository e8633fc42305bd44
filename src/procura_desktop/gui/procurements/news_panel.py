"""What the library changed in chosen criteria: the difference, and keep mine or take the new wording."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.domain.merge import Piece
from procura_desktop.domain.procurement import Item, Procurement
from procura_desktop.domain.records import Record
from procura_desktop.domain.wording import slot_states
from procura_desktop.errors import ChoiceError
from procura_desktop.gui.boxes import boxed, row, scrolling, words
from procura_desktop.gui.card import Card
from procura_desktop.gui.card_list import CardView
from procura_desktop.gui.cards import CARD_ROLE, CardModel
from procura_desktop.gui.headings import heading
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import ChoiceField, Labelled, Quietly
from procura_desktop.gui.procurements.news_words import (
    changes_html,
    collision_words,
    ids_in,
    kicker_of,
    state_sentence,
)
from procura_desktop.gui.procurements.two_panes import TwoPanes
from procura_desktop.gui.procurements.watching import Watching
from procura_desktop.gui.said import said
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import button_text, level_name
from procura_desktop.library.books import Books
from procura_desktop.workspace.deciding import Taken, take, with_new_wording, with_own_wording
from procura_desktop.workspace.news import changes_of
from procura_desktop.workspace.watch import News, successors


@dataclass(frozen=True, slots=True)
class Collision:
    """Where the buyer and the library changed the same words: the item, the part, the place in it."""

    item: str
    part: str
    at: int
    piece: Piece


class NewsPanel(QWidget):
    """A list of criteria that are not as they were chosen, and what to do about the marked one."""

    source_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(
        self, desk: Desk, watching: Watching, books: Callable[[], Books], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._watching = watching
        self._books = books
        self._news: dict[str, News] = {}
        self._theirs: set[Collision] = set()  # where the library's words were chosen
        self._model = CardModel(self)
        self.view = CardView(self._model, self.tr("Criteria that the library changed"))
        self._title = heading("", "h2")
        self._state = words()
        self._state.setProperty("role", "muted")
        self._difference = QLabel()
        self._difference.setTextFormat(Qt.TextFormat.RichText)
        self._difference.setWordWrap(True)
        self._difference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._successor = ChoiceField(self.tr("Criterion in its place"), [])
        self._successor_box = Labelled(self.tr("Criterion in its place"), self._successor)
        self._level = ChoiceField(self.tr("Ambition level to take"), [])
        self._level_box = Labelled(self.tr("Its levels are others now; take"), self._level)
        self._collisions = QWidget()
        self._collision_line = QVBoxLayout(self._collisions)
        self._collision_line.setContentsMargins(0, 0, 0, 0)
        self._collision_box = boxed(
            self.tr("Where you and the library changed the same words"), self._collisions
        )
        self._take = QPushButton(self.tr("Take the new wording"))
        self._take.setProperty("role", "primary")
        self._keep = QPushButton(self.tr("Keep mine"))
        self._out = QPushButton(self.tr("Take the criterion out"))
        self._read = QPushButton(self.tr("Read it in the library"))
        self._told = words()
        self._legend = words()
        self._legend.setProperty("role", "muted")
        self._right = self._detail()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def _detail(self) -> QScrollArea:
        return scrolling(
            self._title,
            self._state,
            row(self._take, self._keep, self._out, self._read),
            self._successor_box,
            self._level_box,
            self._told,
            self._collision_box,
            self._legend,
            self._difference,
        )

    def _lay_out(self) -> None:
        nothing = words(
            self.tr(
                "Nothing waits for you here. When a library update changes a criterion of this procurement, "
                "you will find it in this place, word by word."
            )
        )
        nothing.setProperty("role", "muted")
        self._pages.addWidget(TwoPanes(self.view, self._right, (400, 600)))
        self._pages.addWidget(scrolling(nothing))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _connect(self) -> None:
        self._watching.news_found.connect(self._show)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_marked())
        self._take.clicked.connect(self._take_new)
        self._keep.clicked.connect(self._keep_own)
        self._out.clicked.connect(lambda: self.remove_wanted.emit(self._current()))
        self._read.clicked.connect(self._read_source)
        self._successor.picked.connect(lambda _: self._show_choice())
        self._level.picked.connect(lambda _: self._show_choice())

    # What is decided.

    def _now(self, news: News) -> Record | None:
        """Give the criterion whose wording would be taken."""
        wanted = self._successor.currentData()
        found = next((one for one in successors(news, self._books()) if one.id == wanted), None)
        return found or news.now

    def _taken(self, news: News, now: Record) -> Taken | None:
        one = self._desk.procurement
        if one is None or now.criterion is None:
            return None
        info = self._books().info_of(now.id)
        try:
            return take(one.item(news.item.id), now, info, level=str(self._level.currentData() or ""))
        except ChoiceError:
            return None

    def _take_new(self) -> None:
        news = self._news.get(self._current())
        now = self._now(news) if news else None
        taken = self._taken(news, now) if news and now else None
        if news is None or now is None or taken is None:
            return
        info = self._books().info_of(now.id)
        chosen = [one for one in _collisions(taken) if one in self._theirs]
        theirs = {part: frozenset(one.at for one in chosen if one.part == part) for part in taken.merged}
        successor = now if news.now is None or now.id != news.now.id else None
        level = str(self._level.currentData() or "")
        words = (
            self.tr("Older wording of “{title}”")
            if news.state == "older"
            else self.tr("New wording of “{title}”")
        ).format(title=news.item.title)

        def change(one: Procurement) -> Procurement:
            return with_new_wording(
                one, news, info, on=_now(), level=level, theirs=theirs, successor=successor
            )

        self._desk.apply(words, change)

    def _keep_own(self) -> None:
        news = self._news.get(self._current())
        if news is None or news.item.copied is None:
            return
        info = self._books().info_of(news.item.copied.record.id)
        words = self.tr("Keep “{title}”").format(title=news.item.title)
        self._desk.apply(words, lambda one: with_own_wording(one, news, info, on=_now()))

    def _read_source(self) -> None:
        news = self._news.get(self._current())
        now = self._now(news) if news else None
        if now is not None:
            self.source_wanted.emit(now.id)

    # What is shown.

    def show_procurement(self, _procurement: Procurement) -> None:
        """Show what differs; it is looked for anew after every change."""
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was found while nobody looked."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        one = self._desk.procurement
        if one is None or not self.isVisible():
            return
        there = {item.id for item in one.items}  # what was found is a moment older than the procurement
        self._news = {news.item.id: news for news in self._watching.news if news.item.id in there}
        cards = [
            Card(name, kicker_of(news), news.item.title, news.item.reason, lines=1)
            for name, news in self._news.items()
        ]
        marked = self._current()
        before = self._model.row_of(marked) if marked else 0
        with Quietly(self.view.selectionModel()):
            self._model.renew_cards(cards)
            at = self._model.row_of(marked) if marked else 0
            self.view.select(at if at >= 0 else min(before, len(cards) - 1))
        self._show_marked()

    def _current(self) -> str:
        index = self.view.currentIndex()
        return index.data(CARD_ROLE).id if index.isValid() else ""

    def _show_marked(self) -> None:
        news = self._news.get(self._current())
        self._pages.setCurrentIndex(0 if news is not None else 1)
        if news is None:
            return
        self._title.setText(news.item.title)
        self._state.setText(state_sentence(news))
        difference = self._difference_html(news.item, news.now) if news.now else ""
        self._difference.setText(difference)
        self._legend.setText(
            self.tr("Underlined words are only in the older text, struck words only in the newer one.")
            if news.state == "older"
            else self.tr("Underlined words are new in the library, struck words are gone.")
        )
        self._legend.setVisible(bool(difference))
        self._show_successors(news)
        self._show_choice()

    def _difference_html(self, item: Item, now: Record) -> str:
        changes = changes_of(item, now, say=said)
        return changes_html(changes, self._books().titles(ids_in(changes)))

    def _show_successors(self, news: News) -> None:
        found = successors(news, self._books())
        self._successor.clear()
        for record in found:
            self._successor.addItem(record.title, record.id)
        self._successor_box.setVisible(bool(found))

    def _show_choice(self) -> None:
        """Show which buttons make sense, and where both sides changed the same words."""
        one, news = self._desk.procurement, self._news.get(self._current())
        if one is None or news is None:
            return
        now = self._now(news)
        self._show_levels(news, now)
        taken = self._taken(news, now) if now else None
        self._show_collisions(taken)
        closed = one.head.status == "closed"
        self._take.setVisible(taken is not None and not closed)
        self._take.setText(
            self.tr("Take the older wording") if news.state == "older" else self.tr("Take the new wording")
        )
        self._take.setProperty("role", "" if news.state == "older" else "primary")
        self._take.style().polish(self._take)
        self._keep.setVisible(news.waits and not closed)
        self._out.setVisible(news.state in ("withdrawn", "superseded") and not closed)
        self._read.setVisible(now is not None)
        self._told.setText(self._told_words(taken, closed=closed))
        self._told.setVisible(bool(self._told.text()))

    def _told_words(self, taken: Taken | None, *, closed: bool) -> str:
        if closed:
            return self.tr("This procurement is closed: it stays as it is.")
        if taken is None:
            return ""
        lines = []
        taken_from = self._news[self._current()].item
        if taken.lost_slots:
            labels = {state.slot.name: state.slot.label for state in slot_states(taken_from)}
            lost = ", ".join(labels.get(name, name) for name in taken.lost_slots)
            lines.append(self.tr("Figures that this wording has no place for: {names}").format(names=lost))
        if taken_from.confirmed is not None and taken.item.confirmed is None:
            lines.append(self.tr("You will have to confirm the figures again."))
        return "\n".join(lines)

    def _show_levels(self, news: News, now: Record | None) -> None:
        details = now.criterion if now else None
        names = [level.name for level in details.levels] if details else []
        needed = bool(names) and news.item.level not in names
        if [self._level.itemData(at) for at in range(self._level.count())] != (names if needed else []):
            self._level.clear()
            for name in names if needed else ():
                self._level.addItem(level_name(name), name)
        self._level_box.setVisible(needed)

    def _show_collisions(self, taken: Taken | None) -> None:
        while (old := self._collision_line.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in _collisions(taken) if taken else ():
            box = QCheckBox(button_text(collision_words(one.part, one.piece)))
            box.setChecked(one in self._theirs)
            box.toggled.connect(lambda checked, one=one: self._choose_words(one, checked=checked))
            self._collision_line.addWidget(box)
        self._collision_box.setVisible(taken is not None and taken.collisions > 0)

    def _choose_words(self, one: Collision, *, checked: bool) -> None:
        if checked:
            self._theirs.add(one)
        else:
            self._theirs.discard(one)

    def areas(self) -> list[QWidget]:
        """Give the parts between which F6 moves."""
        return [self.view, self._right]

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.view.set_colours(colours)


def _collisions(taken: Taken) -> Iterator[Collision]:
    for part, merged in taken.merged.items():
        for at, piece in enumerate(merged.collisions):
            yield Collision(taken.item.id, part, at, piece)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
