"""One criterion of a procurement: its level, figures, words, reasons, and how sure it is."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from procura_desktop.domain.drafting import change_item, lots_chosen, with_slot, with_source_wording
from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.procurement import Item, Procurement
from procura_desktop.domain.wording import slot_states
from procura_desktop.gui.boxes import boxed, row, scrolled
from procura_desktop.gui.chips import FlowLayout
from procura_desktop.gui.headings import heading
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import ChoiceField, Labelled, LineField, TextField, forget_faults
from procura_desktop.gui.procurements.slot_form import SlotForm
from procura_desktop.gui.procurements.wording_form import WordingForm
from procura_desktop.gui.procurements.words import item_title, kinds_heading, lot_name
from procura_desktop.gui.words import (
    button_text,
    confidence_meaning,
    confidence_name,
    date_text,
    level_name,
    library_name,
)
from procura_desktop.workspace.choosing import at_level

KINDS: tuple[CriterionKind, ...] = ("SM", "SC", "TS", "AC", "CPC")


class ItemEditor(QScrollArea):
    """Shows an item and hands every change to the desk."""

    source_wanted = Signal(str)  # a record that is to be read
    confirm_wanted = Signal(str)  # the id of an item whose figures somebody has read
    remove_wanted = Signal(str)
    told = Signal(str)  # what a change took along

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item: Item | None = None
        self._lots_shown: tuple[tuple[str, str], ...] = ()
        self._title = heading("", "h2")
        self._own_title = LineField(self.tr("Title"))
        self._kind = ChoiceField(self.tr("Kind"), [(kind, kinds_heading(kind)) for kind in KINDS])
        self._level = ChoiceField(self.tr("Ambition level"), [])
        self._sure = QLabel()
        self._sure.setWordWrap(True)
        self._sure.setTextFormat(Qt.TextFormat.PlainText)
        self._source = QPushButton(self.tr("Read the source"))
        self._confirm = QPushButton()
        self._remove = QPushButton(self.tr("Take out"))
        self._lots = QWidget()
        self._lots_flow = FlowLayout(self._lots, gap=10)
        self._slots = SlotForm()
        self._wording = WordingForm()
        self._reason = self._text("reason", self.tr("Why you ask for it"))
        self._level_reason = self._text("level_reason", self.tr("Why this level"))
        self._link = self._text("link", self.tr("What it has to do with what you buy"))
        self._level_box = Labelled(self.tr("Ambition level"), self._level)
        self._lay_out()
        self._connect()

    def _text(self, name: str, words: str) -> TextField:
        field = TextField(words, lines=2)
        field.typed.connect(lambda text: self._change(words, name, **{name: text}))
        field.finished.connect(self._desk.end_field)
        return field

    def _lay_out(self) -> None:
        page = QWidget(self)
        scrolled(self, page)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 8, 16)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        self._own_box = Labelled(self.tr("Title"), self._own_title)
        self._kind_box = Labelled(self.tr("Kind"), self._kind)
        for widget in (self._own_box, self._kind_box, self._sure, self._level_box):
            layout.addWidget(widget)
        layout.addWidget(row(self._source, self._confirm, self._remove))
        self._lots_box = Labelled(self.tr("For which lots"), self._lots)
        layout.addWidget(self._lots_box)
        self._slots_box = boxed(self.tr("Your figures"), self._slots)
        layout.addWidget(self._slots_box)
        layout.addWidget(boxed(self.tr("Words"), self._wording))
        layout.addWidget(
            boxed(
                self.tr("Reasons"),
                Labelled(
                    self.tr("Why you ask for it"), self._reason, why=self.tr("Goes into the file note only.")
                ),
                Labelled(self.tr("Why this level"), self._level_reason),
                Labelled(
                    self.tr("What it has to do with what you buy"),
                    self._link,
                    why=self.tr("Only where it is not plain. The law asks for a link to the subject matter."),
                ),
            )
        )
        layout.addStretch(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self._own_title.typed.connect(lambda text: self._change(self.tr("Title"), "title", title=text))
        self._own_title.finished.connect(self._desk.end_field)
        self._kind.picked.connect(lambda kind: self._change(self.tr("Kind"), "", kind=kind))
        self._level.picked.connect(self._change_level)
        self._slots.filled.connect(self._fill_slot)
        self._slots.reset.connect(lambda name: self._fill_slot(name, None))
        self._slots.finished.connect(self._desk.end_field)
        self._wording.typed.connect(self._change_wording)
        self._wording.finished.connect(self._desk.end_field)
        self._wording.source_wanted.connect(self._take_source)
        self._source.clicked.connect(self._open_source)
        self._confirm.clicked.connect(lambda: self.confirm_wanted.emit(self.item_id))
        self._remove.clicked.connect(lambda: self.remove_wanted.emit(self.item_id))

    # What is changed.

    def _change(self, words: str, field: str, **values: object) -> None:
        if self._item is None:
            return
        item_id = self._item.id
        name = f"{item_id}.{field}" if field else ""
        self._desk.change_item(words, item_id, lambda item: replace(item, **values), field=name)  # type: ignore[arg-type] # the names are given by the callers above

    def _change_level(self, level: str) -> None:
        if self._item is None:
            return
        own = self._item.edited or bool(self._item.slots)
        done = self._desk.change_item(
            self.tr("Ambition level"), self._item.id, lambda item: at_level(item, level)
        )
        if done and own:
            self.told.emit(
                self.tr("Your own words and figures gave way to those of this level. Undo brings them back.")
            )

    def _fill_slot(self, name: str, value: str | None) -> None:
        if self._item is not None:
            field = f"{self._item.id}.slot.{name}" if value is not None else ""
            self._desk.change_item(
                self.tr("Figure"), self._item.id, lambda item: with_slot(item, name, value), field=field
            )

    def _change_wording(self, part: str, text: str) -> None:
        if self._item is not None:
            self._desk.change_item(
                self.tr("Wording"),
                self._item.id,
                lambda item: replace(item, wording=replace(item.wording, **{part: text})),
                field=f"{self._item.id}.{part}",
            )

    def _take_source(self) -> None:
        if self._item is not None:
            self._desk.change_item(self.tr("The source's words"), self._item.id, with_source_wording)

    def _open_source(self) -> None:
        if self._item is not None and self._item.copied is not None:
            self.source_wanted.emit(self._item.copied.record.id)

    # What is shown.

    @property
    def item_id(self) -> str:
        """The item that is shown; "" is none."""
        return self._item.id if self._item else ""

    def show_item(self, procurement: Procurement, item: Item) -> None:
        """Show an item of a procurement; another one than before is shown from its top."""
        if self._item is None or self._item.id != item.id:
            self.verticalScrollBar().setValue(0)
            forget_faults(self._slots)
        self._item = item
        own = item.copied is None
        self._title.setText(item_title(item))
        self._own_box.setVisible(own)
        self._own_title.show_value(item.title)
        self._kind_box.setVisible(own)
        self._kind.show_value(item.kind)
        self._source.setVisible(not own)
        self._show_level(item)
        self._show_confidence(item)
        self._show_lots(procurement, item)
        states = slot_states(item)
        self._slots.show_slots(states)
        self._slots_box.setVisible(any(state.used for state in states))
        self._wording.show_item(item)
        for field, value in (
            (self._reason, item.reason),
            (self._level_reason, item.level_reason),
            (self._link, item.link),
        ):
            field.show_value(value)
        self._set_editable(editable=procurement.head.status == "draft")

    def _set_editable(self, *, editable: bool) -> None:
        """Let a closed procurement be read: its texts can be scrolled and copied."""
        for widget in (
            self._own_box, self._kind_box, self._level_box, self._confirm, self._remove, self._lots_box,
            self._slots,
        ):  # fmt: skip
            widget.setEnabled(editable)
        for field in (self._reason, self._level_reason, self._link):
            field.setReadOnly(not editable)
        self._wording.set_editable(editable=editable)

    def _show_level(self, item: Item) -> None:
        details = item.copied.record.criterion if item.copied else None
        levels = [level.name for level in details.levels] if details else []
        if [self._level.itemData(at) for at in range(self._level.count())] != levels:
            self._level.clear()
            for level in levels:
                self._level.addItem(level_name(level), level)
        self._level.show_value(item.level)
        self._level_box.setVisible(len(levels) > 1)

    def _show_confidence(self, item: Item) -> None:
        if item.copied is None:
            self._sure.setText(self.tr("Your own criterion."))
            self._confirm.hide()
            return
        record, done = item.copied.record, item.confirmed
        words = f"{confidence_name(record.confidence)}: {confidence_meaning(record.confidence)}"
        if done is not None and item.is_confirmed:
            words = self.tr("Confirmed by {who} on {date}: {document}, {page}").format(
                who=done.by, date=date_text(done.on), document=done.document, page=done.page
            )
        edition = self.tr("Source: {library}, edition {edition}.").format(
            library=library_name(item.copied.library), edition=item.copied.edition
        )
        self._sure.setText(f"{words}\n{edition}")
        self._confirm.setText(
            self.tr("Correct the confirmation…")
            if item.is_confirmed
            else self.tr("I read the official figures…")
        )
        self._confirm.show()

    def _show_lots(self, procurement: Procurement, item: Item) -> None:
        lots = tuple((lot.id, lot.title) for lot in procurement.lots)
        self._lots_box.setVisible(len(lots) > 1)  # of one there is nothing to choose
        if lots != self._lots_shown:
            self._lots_shown = lots
            while (old := self._lots_flow.takeAt(0)) is not None:
                if (gone := old.widget()) is not None:
                    gone.hide()
                    gone.deleteLater()
            for number, (lot_id, title) in enumerate(lots, start=1):
                self._lots_flow.addWidget(self._lot_box(lot_id, title.strip() or lot_name(number, "")))
        for box in self._lots.findChildren(QCheckBox):
            box.blockSignals(True)
            box.setChecked(not item.lots or box.property("lot") in item.lots)
            box.blockSignals(False)

    def _lot_box(self, lot_id: str, title: str) -> QCheckBox:
        box = QCheckBox(button_text(title))
        box.setProperty("lot", lot_id)
        box.toggled.connect(self._change_lots)
        return box

    def _change_lots(self) -> None:
        boxes = [box for box in self._lots.findChildren(QCheckBox) if box.isVisibleTo(self._lots)]
        chosen = [str(box.property("lot")) for box in boxes if box.isChecked()]
        if self._item is not None:
            item_id = self._item.id
            self._desk.apply(
                self.tr("For which lots"),
                lambda one: change_item(one, item_id, lambda i: replace(i, lots=lots_chosen(one, chosen))),
            )
