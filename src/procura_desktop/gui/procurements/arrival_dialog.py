"""What to do with procurements of a file that are here already and differ: each with its difference."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.boxes import row, words
from procura_desktop.gui.card import Card
from procura_desktop.gui.card_list import CardView
from procura_desktop.gui.cards import CARD_ROLE, CardModel
from procura_desktop.gui.headings import heading
from procura_desktop.gui.procurements.parcel_words import ParcelWords, difference_html
from procura_desktop.gui.theme import Colours
from procura_desktop.workspace.exchange import Arrival, Decision

USUAL_SIZE = (900, 540)


class ArrivalDialog(QDialog):
    """Mine is kept until something else is chosen; a closed procurement is never replaced."""

    def __init__(
        self, file: str, found: Sequence[Arrival], colours: Colours, parent: QWidget | None = None
    ) -> None:
        """Take the name of the file and all that it holds."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take in “{file}”").format(file=file))
        self._found = {one.theirs.id: one for one in found if one.conflicts}
        self._decisions: dict[str, Decision] = dict.fromkeys(self._found, "mine")
        self._words = ParcelWords(self)
        self._model = CardModel(self)
        self.view = CardView(self._model, self.tr("Procurements that differ"))
        self.view.set_colours(colours)
        self._title = heading("", "h2")
        self._mine = QRadioButton(self.tr("Keep mine"))
        self._theirs = QRadioButton(self.tr("Take what the file has"))
        self._both = QRadioButton(self.tr("Keep both"))
        self._choices: dict[Decision, QRadioButton] = {
            "mine": self._mine,
            "theirs": self._theirs,
            "both": self._both,
        }
        self._group = QButtonGroup(self)
        self._closed = words(self.tr("Yours is closed: it is never replaced. You can keep both."))
        self._all = QPushButton(self.tr("Do the same with all"))
        self._difference = QTextBrowser()
        self._difference.setAccessibleName(self.tr("What differs"))
        self._difference.document().setDefaultStyleSheet("p { margin: 2px 0 4px 0 }")
        self._buttons = QDialogButtonBox()
        take = self._buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setProperty("role", "primary")
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(self._summary(found))
        self._connect()
        self.resize(*USUAL_SIZE)
        self._fill()
        self.view.select(0)

    def _summary(self, found: Sequence[Arrival]) -> str:
        new = sum(one.mine is None for one in found)
        same = len(found) - new - len(self._found)
        differing = self.tr(
            "%n procurement(s) of the file is/are here already and differ.", "", len(self._found)
        )
        lines = [differing]
        lines += [self._words.new(new)] if new else []
        lines += [self._words.same(same)] if same else []
        return " ".join(lines)

    def _lay_out(self, summary: str) -> None:
        for button in self._choices.values():
            self._group.addButton(button)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        legend = words(self.tr("Underlined words are in the file only, struck words are in yours only."))
        legend.setProperty("role", "muted")
        column.addWidget(self._title)
        column.addWidget(row(*self._choices.values()))
        column.addWidget(self._closed)
        column.addWidget(row(self._all))
        column.addWidget(legend)
        column.addWidget(self._difference, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(self.view)
        splitter.addWidget(right)
        splitter.setSizes([300, 600])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(words(summary))
        layout.addWidget(splitter, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self._buttons)
        layout.addLayout(bottom)
        several = len(self._found) > 1
        self.view.setVisible(several)
        self._all.setVisible(several)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_marked())
        for decision, button in self._choices.items():
            button.clicked.connect(lambda _checked, decision=decision: self._decide(decision))
        self._all.clicked.connect(self._decide_all)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """What was decided, by id of the procurement."""
        return self._decisions

    def _current(self) -> str:
        index = self.view.currentIndex()
        return index.data(CARD_ROLE).id if index.isValid() else ""

    def _fill(self) -> None:
        self._model.renew_cards([self._card(one) for one in self._found.values()])

    def _card(self, arrival: Arrival) -> Card:
        decided = self._choices[self._decisions[arrival.theirs.id]].text()
        title = arrival.theirs.head.title or self.tr("Without a title")
        return Card(arrival.theirs.id, decided, title, self._words.differing(len(arrival.differences)))

    def _show_marked(self) -> None:
        arrival = self._found.get(self._current())
        if arrival is None:
            return
        self._title.setText(arrival.theirs.head.title or self.tr("Without a title"))
        closed = _is_closed(arrival)
        self._theirs.setEnabled(not closed)
        self._closed.setVisible(closed)
        self._choices[self._decisions[arrival.theirs.id]].setChecked(True)
        self._difference.setHtml(difference_html(arrival.differences))

    def _decide(self, decision: Decision) -> None:
        if name := self._current():
            self._decisions[name] = decision
            self._fill()

    def _decide_all(self) -> None:
        """Do with all what was chosen for the marked one, as far as it can be done."""
        if not (name := self._current()):
            return
        wanted = self._decisions[name]
        for other, arrival in self._found.items():
            if wanted != "theirs" or not _is_closed(arrival):
                self._decisions[other] = wanted
        self._fill()


def _is_closed(arrival: Arrival) -> bool:
    return arrival.mine is not None and arrival.mine.procurement.head.status == "closed"
