"""What the checks found: a list at the left, the reason and the remedies of the marked one at the right."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from procura_desktop.domain.checks.finding import Finding, Mend
from procura_desktop.domain.checks.mending import APPLICABLE, mended
from procura_desktop.domain.checks.rules import RULES
from procura_desktop.domain.procurement import Procurement
from procura_desktop.gui.boxes import row, scrolling, words
from procura_desktop.gui.card import Card
from procura_desktop.gui.card_list import CardView
from procura_desktop.gui.cards import CARD_ROLE, CardModel
from procura_desktop.gui.elided_button import ElidedButton
from procura_desktop.gui.headings import heading
from procura_desktop.gui.procurements.check_words import (
    english_only,
    mend_words,
    mended_names,
    severity_name,
    where_words,
)
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import Quietly
from procura_desktop.gui.procurements.two_panes import TwoPanes
from procura_desktop.gui.procurements.watching import Watching
from procura_desktop.gui.procurements.words import item_title
from procura_desktop.gui.said import said
from procura_desktop.gui.theme import Colours
from procura_desktop.workspace.choosing import at_level


class ChecksPanel(QWidget):
    """Shows the findings; a remedy that needs no answer is one click."""

    place_wanted = Signal(str, str)  # a step of the page, and an item, where the person has to answer
    confirm_wanted = Signal(str)
    add_wanted = Signal(str, str)  # a criterion of the library, and the item that refers to it
    source_wanted = Signal(str)  # a page of the library on the law behind a rule

    def __init__(self, desk: Desk, watching: Watching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._watching = watching
        self._findings: dict[str, Finding] = {}
        self._titles: dict[str, str] = {}  # of the criteria, by item
        self._shown: tuple[Procurement | None, tuple[Finding, ...]] = (None, ())
        self._model = CardModel(self)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._count.setWordWrap(True)
        self._english = words()
        self._english.setProperty("role", "muted")
        self.view = CardView(self._model, self.tr("What the checks found"))
        self._what = heading("", "h2")
        self._where = words()
        self._where.setProperty("role", "muted")
        self._said = words()
        self._why = words()
        self._do = words()
        self._law = words()
        self._law.setProperty("role", "muted")
        self._buttons = QWidget()
        self._button_line = QVBoxLayout(self._buttons)
        self._button_line.setContentsMargins(0, 0, 0, 0)
        self._right = self._detail()
        self._lay_out()

        watching.checked.connect(self._show)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_marked())
        self.view.opened.connect(lambda _: self._show_marked())

    def _detail(self) -> QScrollArea:
        return scrolling(self._what, self._where, self._said, self._why, self._do, self._buttons, self._law)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._count)
        column.addWidget(self._english)
        column.addWidget(self.view, 1)
        splitter = TwoPanes(left, self._right, (460, 540))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def show_procurement(self, _procurement: Procurement) -> None:
        """Show what was found in it; it is looked at anew after every change."""
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was found while nobody looked."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        one = self._desk.procurement
        findings = self._watching.findings
        if one is None or not self.isVisible() or (one is self._shown[0] and findings is self._shown[1]):
            return
        self._shown = (one, findings)
        self._titles = {item.id: item_title(item) for item in one.items}
        keys = _keys(findings)
        self._findings = dict(zip(keys, findings, strict=True))
        cards = [
            Card(
                key,
                severity_name(finding.severity),
                said(finding.what),
                where_words(finding, self._titles),
                lines=1,
            )
            for key, finding in self._findings.items()
        ]
        marked = self._current()
        before = self._model.row_of(marked) if marked else 0
        with Quietly(self.view.selectionModel()):
            self._model.renew_cards(cards)
            at = self._model.row_of(marked) if marked else 0
            self.view.select(at if at >= 0 else min(before, len(cards) - 1))
        self._count.setText(self._count_words(findings))
        self._english.setText(english_only(one.head.language))
        self._english.setVisible(bool(self._english.text()))
        self._show_marked()

    def _count_words(self, findings: tuple[Finding, ...]) -> str:
        if not findings:
            return self.tr("Nothing was found. The checks are ours and cannot replace a lawyer.")
        must = sum(finding.severity == "must" for finding in findings)
        all_of_them = self.tr("%n thing(s) to look at", "", len(findings))
        musts = self.tr("%n of them must be settled", "", must)
        return f"{all_of_them}; {musts}." if must else f"{all_of_them}."

    def _current(self) -> str:
        index = self.view.currentIndex()
        return index.data(CARD_ROLE).id if index.isValid() else ""

    def _show_marked(self) -> None:
        one, finding = self._desk.procurement, self._findings.get(self._current())
        self._right.setVisible(finding is not None)
        if one is None or finding is None:
            return
        rule = RULES.get(finding.rule)
        self._what.setText(said(finding.what))
        self._where.setText(where_words(finding, self._titles))
        self._said.setText(self.tr("It says: “{words}”").format(words=finding.sentence or finding.words))
        self._said.setVisible(bool(finding.words))
        self._why.setText(said(finding.why))
        self._do.setText(said(finding.do))
        law = rule.law if rule else None
        self._law.setText(said(law) if law else "")
        self._law.setVisible(law is not None)
        self._fill_buttons(finding, rule.page if rule else "")

    def _fill_buttons(self, finding: Finding, page: str) -> None:
        while (old := self._button_line.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        editable = self._desk.procurement is not None and self._desk.procurement.head.status == "draft"
        buttons: list[QPushButton] = [self._remedy(*told) for told in self._told(finding.mends)]
        for button in buttons:
            button.setEnabled(editable)
        if not any(mend.action == "fill" for mend in finding.mends):
            there = QPushButton(self.tr("Show me the place"))
            there.clicked.connect(lambda: self._go_to(finding.item, finding.field))
            buttons.append(there)
        if page:
            law = QPushButton(self.tr("Read about the law"))
            law.clicked.connect(lambda: self.source_wanted.emit(page))
            buttons.append(law)
        if editable and finding.mends:
            buttons[0].setProperty("role", "primary")
        self._button_line.addWidget(row(*buttons))

    def _told(self, mends: tuple[Mend, ...]) -> list[tuple[Mend, str]]:
        """Give remedies with the words for each."""
        one = self._desk.procurement
        names = mended_names(mends, one.items if one else ())
        return [(mend, mend_words(mend, names.get(mend.item, ""))) for mend in mends]

    def _remedy(self, mend: Mend, words: str) -> QPushButton:
        button = ElidedButton(words)
        button.clicked.connect(lambda: self._mend(mend, words))
        return button

    def _mend(self, mend: Mend, name: str) -> None:
        if mend.action in APPLICABLE:
            self._desk.apply(name, lambda one: mended(one, mend))
        elif mend.action == "take-level":
            self._desk.change_item(name, mend.item, lambda item: at_level(item, mend.text))
        elif mend.action == "confirm":
            self.confirm_wanted.emit(mend.item)
        elif mend.action == "add":
            self.add_wanted.emit(mend.text, mend.item)
        else:
            self._go_to(mend.item, mend.field)

    def _go_to(self, item: str, field: str) -> None:
        step = step_of(item, field)
        self.place_wanted.emit(step, item if step == "criteria" else "")

    def areas(self) -> list[QWidget]:
        """Give the parts between which F6 moves."""
        return [self.view, self._right]

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.view.set_colours(colours)


def step_of(item: str, field: str) -> str:
    """Give the step of the page where one answers a finding, or a remedy, that names this item and field."""
    if field.startswith(("award", "share.")):
        return "award"
    return "criteria" if item or field == "items" else "about"


def _keys(findings: tuple[Finding, ...]) -> list[str]:
    """Give each finding a name that stays while it stays."""
    seen: dict[str, int] = {}
    keys = []
    for finding in findings:
        name = f"{finding.rule}|{finding.item}|{finding.field}|{finding.words}"
        seen[name] = seen.get(name, 0) + 1
        keys.append(f"{name}|{seen[name]}")
    return keys
