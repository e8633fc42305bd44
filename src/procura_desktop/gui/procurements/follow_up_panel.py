"""What to check while the contract runs: a list by date at the left, the marked check at the right."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from procura_desktop.domain.drafting import change_follow_up, with_follow_up, without_follow_up
from procura_desktop.domain.follow_up import MOST_DAYS, checked, next_checks
from procura_desktop.domain.procurement import FollowUp, Item, Procurement
from procura_desktop.gui.boxes import row, scrolled, words
from procura_desktop.gui.card import Card
from procura_desktop.gui.card_list import CardView
from procura_desktop.gui.cards import CARD_ROLE, CardModel
from procura_desktop.gui.headings import heading
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import (
    CheckedField,
    ChoiceField,
    DateField,
    Labelled,
    Quietly,
    TextField,
)
from procura_desktop.gui.procurements.two_panes import TwoPanes
from procura_desktop.gui.procurements.words import item_title
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import date_text
from procura_desktop.workspace.choosing import new_id


class FollowUpPanel(QWidget):
    """Dates count from the start of the contract; a check that is made covers all that was due."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = ""  # the check whose fields are shown
        self._model = CardModel(self)
        self._start = DateField(self.tr("Start of the contract"))
        self._hint = words()
        self._hint.setProperty("role", "muted")
        self._criterion = ChoiceField(self.tr("Criterion to add a check for"), [])
        self._add = QPushButton(self.tr("Add a check"))
        self.view = CardView(self._model, self.tr("What to check"))
        self._title = heading("", "h3")
        self._what = self._text("what", self.tr("What to check"))
        self._proof = self._text("proof", self.tr("With which proof"))
        self._if_not = self._text("if_not", self.tr("And if not"))
        self._after = CheckedField(self.tr("First check, days after the start"), self._days_fault)
        self._every = ChoiceField(
            self.tr("Then"),
            [
                ("0", self.tr("not again")),
                ("1", self.tr("every month")),
                ("3", self.tr("every three months")),
                ("6", self.tr("every six months")),
                ("12", self.tr("every year")),
            ],
        )
        self._done = QPushButton(self.tr("Checked today"))
        self._done.setProperty("role", "primary")
        self._out = QPushButton(self.tr("Take this check out"))
        self._planned = (self._out, self._what, self._after, self._every, self._proof, self._if_not)
        self._record = words()
        self._record.setProperty("role", "muted")
        self._right = QScrollArea()
        self._lay_out()
        self._connect()

    def _text(self, name: str, said: str) -> TextField:
        field = TextField(said, lines=2)
        field.typed.connect(lambda text: self._change(said, name, **{name: text}))
        field.finished.connect(self._desk.end_field)
        return field

    def _lay_out(self) -> None:
        left, page = QWidget(), QWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(TwoPanes(left, self._right, (440, 560), self))
        scrolled(self._right, page)
        self._right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill_left(QVBoxLayout(left))
        self._fill_right(QVBoxLayout(page))

    def _fill_left(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Labelled(self.tr("Start of the contract"), self._start))
        column.addWidget(self._hint)
        column.addWidget(self.view, 1)
        line = QHBoxLayout()
        line.addWidget(self._criterion, 1)
        line.addWidget(self._add)
        column.addLayout(line)

    def _fill_right(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(4, 0, 8, 8)
        column.setSpacing(10)
        for widget in (
            self._title,
            row(self._done, self._out),
            Labelled(self.tr("What to check"), self._what),
            Labelled(self.tr("First check, days after the start"), self._after),
            Labelled(self.tr("Then"), self._every),
            Labelled(self.tr("With which proof"), self._proof),
            Labelled(self.tr("And if not"), self._if_not),
            self._record,
        ):
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        self._start.accepted.connect(self._change_start)
        self._start.finished.connect(self._desk.end_field)
        self._after.accepted.connect(
            lambda text: self._change(self.tr("First check"), "after", after_days=int(text or 0))
        )
        self._after.finished.connect(self._desk.end_field)
        self._every.picked.connect(lambda months: self._change(self.tr("Then"), "", every_months=int(months)))
        self._done.clicked.connect(self._note_done)
        self._out.clicked.connect(self._take_out)
        self._add.clicked.connect(self._add_check)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_marked())

    # What is changed.

    def _change_start(self, day: str) -> None:
        self._desk.change_head(
            self.tr("Start of the contract"),
            lambda head: replace(head, dates=replace(head.dates, contract_start=day.strip())),
            field="dates.contract_start",
        )

    def _days_fault(self, text: str) -> str:
        whole = text.isascii() and text.isdigit() and len(text) <= len(str(MOST_DAYS))
        fine = whole and int(text) <= MOST_DAYS
        return "" if fine else self.tr("Write a whole number of days, such as 90.")

    def _marked(self) -> tuple[Item, FollowUp] | None:
        index = self.view.currentIndex()
        name = index.data(CARD_ROLE).id if index.isValid() else ""
        one = self._desk.procurement
        found = ((item, check) for item, check in _checks(one) if check.id == name) if one else iter(())
        return next(found, None)

    def _change(self, said: str, field: str, **values: object) -> None:
        marked = self._marked()
        if marked is not None:
            item, check = marked
            self._desk.apply(
                said,
                lambda one: change_follow_up(one, item.id, check.id, lambda old: replace(old, **values)),  # type: ignore[arg-type] # names and types are given above
                field=f"{check.id}.{field}" if field else "",
            )

    def _note_done(self) -> None:
        marked = self._marked()
        if marked is not None:
            item, check = marked
            self._desk.apply(
                self.tr("Checked today"),
                lambda one: change_follow_up(one, item.id, check.id, lambda old: checked(old, _today())),
            )

    def _take_out(self) -> None:
        marked = self._marked()
        if marked is not None:
            item, check = marked
            self._desk.apply(
                self.tr("Take a check out"), lambda one: without_follow_up(one, item.id, check.id)
            )

    def _add_check(self) -> None:
        item_id = str(self._criterion.currentData() or "")
        check = FollowUp(id=new_id(), what="")
        if item_id and self._desk.apply(
            self.tr("Add a check"), lambda one: with_follow_up(one, item_id, check)
        ):
            self.view.select(self._model.row_of(check.id))
            self._what.setFocus()

    # What is shown.

    def show_procurement(self, procurement: Procurement) -> None:
        """Show the checks, the next due first."""
        self._start.show_value(procurement.head.dates.contract_start)
        self._show_criteria(procurement)
        index = self.view.currentIndex()
        marked = index.data(CARD_ROLE).id if index.isValid() else ""
        cards = tuple(self._cards(procurement))
        with Quietly(self.view.selectionModel()):
            self._model.renew_cards(cards)
            at = self._model.row_of(marked) if marked else 0
            self.view.select(max(at, 0) if cards else -1)
        self._hint.setText(self._hint_words(procurement, cards))
        editable = procurement.head.status == "draft"
        for widget in (self._start, self._criterion, self._add, *self._planned):
            widget.setEnabled(editable)  # checks are noted as made in a closed one too
        self._show_marked()

    def _hint_words(self, procurement: Procurement, cards: tuple[Card, ...]) -> str:
        if not cards:
            return self.tr(
                "Nothing to check yet. Many criteria bring their checks along; add your own below."
            )
        if not procurement.head.dates.contract_start:
            return self.tr("Say when the contract starts, and each check gets its date.")
        return self.tr("%n thing(s) to check", "", len(cards))

    def _show_criteria(self, procurement: Procurement) -> None:
        wanted = [(item.id, item_title(item)) for item in procurement.items]
        box = self._criterion
        if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] != wanted:
            box.set_choices(wanted)

    def _cards(self, procurement: Procurement) -> Iterator[Card]:
        today = _today()
        due = {one.follow_up.id: one.on for one in next_checks(procurement)}
        far = date.max
        for item, check in sorted(_checks(procurement), key=lambda pair: due.get(pair[1].id, far)):
            on = due.get(check.id)
            if on is None and not procurement.head.dates.contract_start:
                kicker = self.tr("No date yet")
            elif on is None:
                kicker = self.tr("Done") if check.done else self.tr("After the end of the contract")
            elif on < today:
                kicker = self.tr("Overdue since {date}").format(date=date_text(on.isoformat()))
            else:
                kicker = date_text(on.isoformat())
            yield Card(check.id, kicker, check.what.strip() or "…", item_title(item), lines=1)

    def _show_marked(self) -> None:
        marked = self._marked()
        self._right.setVisible(marked is not None)
        if marked is None:
            return
        item, check = marked
        if check.id != self._shown:
            self._shown = check.id
            self._after.forget()
        self._title.setText(item_title(item))
        for field, value in (
            (self._what, check.what),
            (self._proof, check.proof),
            (self._if_not, check.if_not),
        ):
            field.show_value(value)
        self._after.show_value(str(check.after_days))
        self._every.show_value(str(check.every_months))
        days = ", ".join(date_text(on) for on in check.done)
        self._record.setText(self.tr("Checked on {days}").format(days=days) if days else "")
        self._record.setVisible(bool(days))

    def areas(self) -> list[QWidget]:
        """Give the parts between which F6 moves."""
        return [self.view, self._right]

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.view.set_colours(colours)


def _checks(procurement: Procurement) -> Iterator[tuple[Item, FollowUp]]:
    for item in procurement.items:
        for check in item.follow_up:
            yield item, check


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
