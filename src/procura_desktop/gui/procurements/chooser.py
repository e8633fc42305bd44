"""Choosing criteria: a list with ticks at the left, and at the right what the marked one asks and why."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.domain.records import Record
from procura_desktop.gui.boxes import scrolling
from procura_desktop.gui.headings import heading
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.procurements.fields import ChoiceField, Labelled, LineField, Quietly, TextField
from procura_desktop.gui.procurements.offered import Offered
from procura_desktop.gui.procurements.tick_delegate import TickDelegate
from procura_desktop.gui.procurements.words import kinds_heading
from procura_desktop.gui.words import confidence_name, criterion_kind_name, level_name, tip
from procura_desktop.workspace.choosing import wording_as_read

AT = Qt.ItemDataRole.UserRole
SIZE = (940, 540)


class Chooser(QDialog):
    """A dialog; `chosen` has what was ticked, with level and reason, once it is accepted."""

    part_picked = Signal(str)  # the part of a set that is bought, "" is all; others are to be offered

    def __init__(
        self,
        title: str,
        offered: Sequence[Offered],
        there: frozenset[str],
        *,
        parts: Sequence[tuple[str, str]] = (),
        part: str | None = "",
        origins: Origins | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take what can be chosen.

        Args:
            title: of the dialog.
            offered: what can be chosen at first.
            there: ids of the criteria that are in the procurement already.
            parts: (key, title) of what one may buy of the set.
            part: the key of those that are offered; "" is all, None asks for it first.
            origins: names library and publisher of each.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*SIZE)
        self._there = there
        self._origins = origins
        self._part = ChoiceField(self.tr("What exactly do you buy?"), [*parts, ("", self.tr("All of it"))])
        self._part.setPlaceholderText(self.tr("Please choose…"))
        if part is None:
            self._part.setCurrentIndex(-1)
        else:
            self._part.show_value(part)
        self._part_box = Labelled(self.tr("What exactly do you buy?"), self._part)
        self._part_box.setVisible(bool(parts))
        self._find = LineField(self.tr("Find among these"), hint=self.tr("Find among these"))
        self._tree = QTreeWidget()
        self._title = heading("", "h2")
        self._sort = QLabel()
        self._origin = QLabel()
        self._level = ChoiceField(self.tr("Ambition level"), [])
        self._asks = QLabel()
        self._why_source = QLabel()
        self._reason = TextField(self.tr("Why you ask for it"), lines=2)
        self._count = QLabel()
        self._buttons = QDialogButtonBox()
        self._accept = self._buttons.addButton(self.tr("Take these"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setProperty("role", "primary")
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(title)
        self._set_offered(offered)

        self._part.picked.connect(self.part_picked)
        self._find.typed.connect(self._filter)
        self._tree.currentItemChanged.connect(lambda item, _: self._show(item))
        self._tree.itemChanged.connect(lambda item, _: self._note_tick(item))
        self._level.picked.connect(self._pick_level)
        self._reason.typed.connect(self._note_reason)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        self._judge()
        if part is None:
            self._part.setFocus()

    def _lay_out(self, title: str) -> None:
        self._tree.setHeaderHidden(True)
        self._tree.setAccessibleName(title)
        self._tree.setAccessibleDescription(self.tr("Space ticks a criterion."))
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(10)
        self._tree.setItemDelegate(TickDelegate(self._tree))
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._part_box)
        column.addWidget(self._find)
        column.addWidget(self._tree, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(left)
        splitter.addWidget(self._detail())
        splitter.setSizes([420, 500])
        splitter.splitterMoved.connect(self._tree.scheduleDelayedItemsLayout)
        self._count.setProperty("role", "muted")
        self._count.setWordWrap(True)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(splitter, 1)
        layout.addLayout(foot)

    def _detail(self) -> QWidget:
        self._sort.setProperty("role", "muted")
        self._why_source.setProperty("role", "muted")
        self._origin.setProperty("role", "muted")
        for label in (self._sort, self._asks, self._why_source, self._origin):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._level_box = Labelled(self.tr("Ambition level"), self._level)
        area = scrolling(
            self._title,
            self._sort,
            self._level_box,
            self._asks,
            self._why_source,
            self._origin,
            name=self.tr("What the marked criterion asks for"),
        )
        reason = Labelled(
            self.tr("Why you ask for it"),
            self._reason,
            why=self.tr("Every criterion needs a reason; it goes into the file note."),
        )
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(area, 1)
        column.addWidget(reason)
        return right

    def offer(self, offered: Sequence[Offered]) -> None:
        """Offer others; what the person ticked, wrote or chose at those that stay is kept."""
        before = {one.record.id: at for at, one in enumerate(self._offered)}
        ticked, levels, reasons, old = set(self._ticked()), self._levels, self._reasons, self._offered

        def as_left(one: Offered) -> Offered:
            at = before.get(one.record.id)
            if at is None:
                return one
            touched = (at in ticked) != old[at].ticked
            return replace(
                one,
                level=levels[at],
                reason=one.reason if reasons[at] == old[at].reason else reasons[at],
                ticked=at in ticked if touched else one.ticked,
            )

        self._set_offered([as_left(one) for one in offered])
        self._filter(self._find.text())
        self._judge()

    def _set_offered(self, offered: Sequence[Offered]) -> None:
        self._offered = list(offered)
        self._levels = [one.level for one in offered]
        self._reasons = [one.reason for one in offered]
        self._marked = -1
        with Quietly(self._tree):
            self._tree.clear()
            self._fill()
        if (first := self._first_row()) is not None:
            self._tree.setCurrentItem(first)
            self._show(first)

    def _fill(self) -> None:
        parents: dict[str, QTreeWidgetItem] = {}
        for at, one in enumerate(self._offered):
            if one.heading not in parents:
                parents[one.heading] = self._add_heading(one.heading)
            row = QTreeWidgetItem(parents[one.heading], [self._row_words(at)])
            row.setData(0, AT, at)
            known = one.record.id in self._there
            row.setFlags(
                Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
            )
            row.setCheckState(
                0, Qt.CheckState.Checked if one.ticked and not known else Qt.CheckState.Unchecked
            )
            row.setDisabled(known)
            why = self.tr("It is in this procurement already.") if known else one.record.summary
            row.setToolTip(0, tip(f"{one.record.title}\n{why}"))
            row.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, self._origin_words(one.record))
        self._tree.expandAll()

    def _add_heading(self, words: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self._tree, [words])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self._tree.font()
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _first_row(self) -> QTreeWidgetItem | None:
        rows = self._rows()
        return rows[0] if rows else None

    def _headings(self) -> list[QTreeWidgetItem]:
        tops = (self._tree.topLevelItem(at) for at in range(self._tree.topLevelItemCount()))
        return [top for top in tops if top is not None]

    def _rows(self) -> list[QTreeWidgetItem]:
        return [child for top in self._headings() for child in _children(top)]

    def _row_words(self, at: int) -> str:
        offered, details = self._offered[at], self._offered[at].record.criterion
        if details is None:
            return offered.record.title
        kind = "" if offered.heading == kinds_heading(details.kind) else criterion_kind_name(details.kind)
        level = level_name(self._levels[at]) if len(details.levels) > 1 else ""
        quiet = " · ".join(filter(None, (kind, level, confidence_name(offered.record.confidence))))
        origins = self._origins
        whose = origins.mention(origins.name_of(offered.record.id)) if origins else ""
        return "\n".join(filter(None, (offered.record.title, quiet, whose)))

    def _origin_words(self, record: Record) -> str:
        return self._origins.sentence(self._origins.name_of(record.id)) if self._origins else ""

    # What happens in the dialog.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each row the lines that its title needs now."""
        super().resizeEvent(event)
        self._tree.scheduleDelayedItemsLayout()

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        for row in self._rows():
            row.setHidden(not all(word in self._said(row.data(0, AT)) for word in words))
        for top in self._headings():
            top.setHidden(all(row.isHidden() for row in _children(top)))
        seen = [row for row in self._rows() if not row.isHidden()]
        if seen and self._tree.currentItem() not in seen:
            self._tree.setCurrentItem(seen[0])
        self._judge()

    def _said(self, at: int) -> str:
        """Give all that is said about a criterion, in small letters."""
        record = self._offered[at].record
        details = record.criterion
        sort = f"{details.code} {criterion_kind_name(details.kind)}" if details else ""
        return f"{record.title} {sort} {record.summary} {record.text}".lower()

    def _show(self, row: QTreeWidgetItem | None) -> None:
        at = row.data(0, AT) if row is not None else None
        if at is None:
            return
        self._marked = at
        record, details = self._offered[at].record, self._offered[at].record.criterion
        if details is None:
            return
        self._title.setText(record.title)
        self._sort.setText(f"{criterion_kind_name(details.kind)} · {confidence_name(record.confidence)}")
        self._origin.setText(self._origin_words(record))
        self._level.clear()
        for level in details.levels:
            self._level.addItem(level_name(level.name), level.name)
        self._level.show_value(self._levels[at])
        self._level_box.setVisible(len(details.levels) > 1)
        self._show_words(record)
        self._reason.show_value(self._reasons[at])

    def _show_words(self, record: Record) -> None:
        read = wording_as_read(record, self._levels[self._marked])
        proof = self.tr("Proof: {proof}").format(proof=read.proof_tender) if read.proof_tender else ""
        if read.proof_tender.startswith("- "):  # else its first point would stand behind the word
            proof = "\n".join((self.tr("Proof: {proof}").format(proof="").rstrip(), read.proof_tender))
        self._asks.setText("\n\n".join(filter(None, (read.requirement, proof))))
        self._why_source.setText(record.summary)

    def _pick_level(self, level: str) -> None:
        self._levels[self._marked] = level
        self._show_words(self._offered[self._marked].record)
        for row in self._rows():
            if row.data(0, AT) == self._marked:
                row.setText(0, self._row_words(self._marked))

    def _note_reason(self, text: str) -> None:
        self._reasons[self._marked] = text
        self._judge()

    def _ticked(self) -> list[int]:
        return [
            int(row.data(0, AT))
            for row in self._rows()
            if row.checkState(0) == Qt.CheckState.Checked and not row.isDisabled()
        ]

    def _bare(self) -> list[int]:
        """Give what is ticked and has no reason."""
        return [at for at in self._ticked() if not self._reasons[at].strip()]

    def _note_tick(self, row: QTreeWidgetItem) -> None:
        self._tree.setCurrentItem(row)  # what is read and reasoned at the right is what was ticked
        self._judge()

    def _take(self) -> None:
        """Accept, or lead to the first criterion that needs a reason."""
        bare = self._bare()
        if not bare:
            self.accept()
            return
        row = next(row for row in self._rows() if row.data(0, AT) == bare[0])
        if row.isHidden():
            self._find.clear()
            self._filter("")
        self._tree.setCurrentItem(row)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self) -> None:
        ticked, bare = self._ticked(), self._bare()
        words = self.tr("%n criterion/criteria ticked.", "", len(ticked))
        if bare:
            missing = self.tr("Say why for: {title}").format(title=self._offered[bare[0]].record.title)
            words = f"{words} {missing}"
        if self._find.text().strip() and all(row.isHidden() for row in self._rows()):
            words = " ".join((self.tr("No criterion here has these words."), words))
        if self._part.currentIndex() < 0:
            first = self.tr("Say at the top what exactly you buy: then what matters most for it is ticked.")
            words = " ".join((first, words))
        self._count.setText(words)
        self._accept.setEnabled(bool(ticked))

    @property
    def chosen(self) -> tuple[Offered, ...]:
        """What was ticked, in the order of the list."""
        return tuple(
            Offered(
                heading=self._offered[at].heading,
                record=self._offered[at].record,
                level=self._levels[at],
                reason=self._reasons[at].strip(),
                ticked=True,
            )
            for at in self._ticked()
        )


def _children(top: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (top.child(at) for at in range(top.childCount()))
    return [child for child in children if child is not None]
