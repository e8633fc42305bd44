"""The criteria of a product group as a table: a row a criterion, a column an ambition level."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.records import CriterionDetails, Record
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.words import (
    confidence_meaning,
    confidence_name,
    criterion_kind_name,
    level_name,
    tip,
)
from procura_desktop.markup.text import plain_text

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole
TITLE_COLUMN = 1
NO_REQUIREMENT = "–"
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Row:
    """One row, in words; a heading of a part has no id and one cell."""

    id: str
    cells: tuple[str, ...]
    confidence: str = ""
    origin: str = ""


class CriteriaModel(QAbstractTableModel):
    """Criteria under the headings of their parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins: Origins | None = None
        self._library = ""
        self._headers: tuple[str, ...] = ()
        self._rows: tuple[Row, ...] = ()

    def set_origins(self, origins: Origins, library: str) -> None:
        """Take what names the libraries, and the page's own: criteria set from now on say whose they are."""
        self._origins, self._library = origins, library

    def _whose(self, record_id: str) -> tuple[str, str]:
        """Give the words of a criterion of another library than the page's, and the sentence of each."""
        if self._origins is None:
            return "", ""
        library = self._origins.name_of(record_id)
        return self._origins.mention(library, on=self._library), self._origins.sentence(library)

    def set_criteria(
        self, records: tuple[Record, ...], parts: dict[str, str], kind: CriterionKind | None
    ) -> None:
        """Show the criteria of one kind, or of all kinds (None), under the titles of their parts."""
        self.beginResetModel()
        levels = level_names(records)
        self._headers = (
            self.tr("Code"),
            self.tr("Criterion"),
            *(level_name(level) for level in levels),
            self.tr("Proof"),
            self.tr("How sure"),
        )
        self._rows = tuple(self._make_rows(records, parts, kind, levels))
        self.endResetModel()

    def _make_rows(
        self,
        records: tuple[Record, ...],
        parts: dict[str, str],
        kind: CriterionKind | None,
        levels: tuple[str, ...],
    ) -> list[Row]:
        rows: list[Row] = []
        part = ""
        for record in records:
            details = record.criterion
            if details is None or (kind is not None and details.kind != kind):
                continue
            if details.part != part:
                part = details.part
                rows.append(Row("", (parts.get(part, part),)))
            rows.append(_row(record, details, levels, self._whose(record.id)))
        return rows

    def has_codes(self) -> bool:
        """Say whether any criterion shows an official code."""
        return any(row.id and row.cells[0] for row in self._rows)

    def headings(self) -> list[int]:
        """Give the rows that are headings of parts."""
        return [number for number, row in enumerate(self._rows) if not row.id]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the columns."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == len(self._headers) - 1:
            return self.tr("Whether the wording was read in a source; what each mark means stands below")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings of parts be read but not chosen."""
        if index.isValid() and not self._rows[index.row()].id:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, the record's id, or what the mark means."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        text = row.cells[index.column()] if index.column() < len(row.cells) else ""
        if role == ID_ROLE:
            return row.id
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column(), text)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == TITLE_COLUMN:
            return row.origin
        if role == Qt.ItemDataRole.ToolTipRole and row.id and index.column() == TITLE_COLUMN:
            return tip(row.origin)
        if role == Qt.ItemDataRole.ToolTipRole and row.id and index.column() == len(self._headers) - 1:
            return row.confidence
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None

    def _spoken(self, row: Row, column: int, text: str) -> str:
        if not row.id:
            return row.cells[0]
        if text == NO_REQUIREMENT:
            text = self.tr("no requirement at this level")
        if column == len(self._headers) - 1:
            text = f"{text}. {row.confidence}"
        return f"{self._headers[column]}: {text}"


def level_names(records: tuple[Record, ...]) -> tuple[str, ...]:
    """Give the ambition levels of a set in the order in which its criteria name them."""
    names: list[str] = []
    for record in records:
        for level in record.criterion.levels if record.criterion else ():
            if level.name not in names:
                names.append(level.name)
    order = {"core": 0, "comprehensive": 1}
    return tuple(sorted(names, key=lambda name: order.get(name, -1)))


def _row(record: Record, details: CriterionDetails, levels: tuple[str, ...], whose: tuple[str, str]) -> Row:
    texts = {level.name: level.requirement_text for level in details.levels}
    proof = details.proof_tender_html or details.proof_contract_html
    code = details.code if details.code_checked else ""
    return Row(
        record.id,
        (
            code,
            "\n".join(filter(None, (record.title, criterion_kind_name(details.kind), whose[0]))),
            *_level_cells(texts, levels),
            plain_text(proof),
            confidence_name(record.confidence),
        ),
        confidence=confidence_meaning(record.confidence),
        origin=whose[1],
    )


def _level_cells(texts: dict[str, str], levels: tuple[str, ...]) -> list[str]:
    """Give the wording at each level; one that only repeats the level before says so."""
    cells: list[str] = []
    before = ""
    for level in levels:
        text = texts.get(level, NO_REQUIREMENT)
        same = bool(cells) and text == texts.get(before)
        cells.append(translate("words", "Same as {level}").format(level=level_name(before)) if same else text)
        before = level
    return cells
