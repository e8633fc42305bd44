"""The hotspots of the product group, called impacts in the window, as small fields: filled where covered."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from procura_desktop.domain.coverage import Coverage, CoveredHotspot
from procura_desktop.gui.theme import LIGHT, Colours
from procura_desktop.gui.words import hotspot_level_name, impact_name, stage_name

translate = QCoreApplication.translate
GAP = 4
MOST_NAMED = 2


class CoverageStrip(QWidget):
    """A sentence, and a field for each hotspot: the heavier, the higher; the sentence names what is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("role", "muted")
        self._fields = _Fields()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._fields)
        layout.addWidget(self._words)
        self.hide()

    def show_coverage(self, found: Coverage) -> None:
        """Show what is covered."""
        rated = tuple(one for one in found.hotspots if one.level is not None)
        self.setVisible(bool(rated))
        self._fields.show_hotspots(rated)
        covered = sum(one.covered for one in rated)
        words = self.tr("{covered} of {all} impacts are covered.").format(covered=covered, all=len(rated))
        open_ones = found.open_at("high")
        if open_ones:
            named = "; ".join(_name(one) for one in open_ones[:MOST_NAMED])
            words += " " + self.tr("Heaviest impacts not covered yet: {named}").format(named=named)
            words += "…" if len(open_ones) > MOST_NAMED else "."
        self._words.setText(words)
        self._fields.setAccessibleName(words)
        self._fields.setAccessibleDescription("; ".join(self._spoken(one) for one in rated))

    def _spoken(self, one: CoveredHotspot) -> str:
        return f"{_name(one)}: {means_words(one)}"

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._fields.colours = colours
        self._fields.update()


def _name(one: CoveredHotspot) -> str:
    return f"{stage_name(one.stage)} · {impact_name(one.impact)}"


def means_words(one: CoveredHotspot) -> str:
    """Say by what a hotspot is covered."""
    means = [
        words
        for words, there in (
            (translate("coverage", "covered by a minimum"), one.minimum),
            (translate("coverage", "covered by an award criterion"), one.award),
            (translate("coverage", "covered by a clause"), one.clause),
        )
        if there
    ]
    return ", ".join(means) or translate("coverage", "not covered yet")


class _Fields(QWidget):
    """Paints the fields; a tip names the one under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = LIGHT
        self._hotspots: tuple[CoveredHotspot, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hotspots(self, hotspots: tuple[CoveredHotspot, ...]) -> None:
        """Show these."""
        self._hotspots = hotspots
        self.update()

    def sizeHint(self) -> QSize:
        """Be a line and a half high."""
        return QSize(160, round(1.6 * self.fontMetrics().height()))

    def _box(self, at: int) -> QRectF:
        heights = {"high": 1.0, "medium": 0.7, "low": 0.45}
        width = min(28.0, (self.width() + GAP) / max(1, len(self._hotspots)) - GAP)
        height = self.height() * heights[self._hotspots[at].level or "low"] - 2
        return QRectF(at * (width + GAP) + 1, self.height() - height - 1, width - 1, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a minimum full, an award criterion half, a clause at the foot; nothing leaves a frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, one in enumerate(self._hotspots):
            box = self._box(at)
            heavy = one.level == "high" and not one.covered
            painter.setPen(QPen(QColor(self.colours.danger if heavy else self.colours.control), 1.4))
            painter.setBrush(QColor(self.colours.surface))
            painter.drawRoundedRect(box, 3, 3)
            share = 1.0 if one.minimum else 0.6 if one.award else 0.3 if one.clause else 0.0
            if share:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self.colours.accent))
                filled = QRectF(
                    box.left(), box.bottom() - box.height() * share, box.width(), box.height() * share
                )
                painter.drawRoundedRect(filled.adjusted(1, 1, -1, -1), 2, 2)

    def _at(self, place: QPoint) -> CoveredHotspot | None:
        for at, one in enumerate(self._hotspots):
            box = self._box(at)
            if box.left() <= place.x() <= box.right():
                return one
        return None

    def event(self, event: QEvent) -> bool:
        """Name the hotspot under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            if found is not None:
                level = hotspot_level_name(found.level) if found.level else ""
                QToolTip.showText(event.globalPos(), f"{_name(found)} ({level}): {means_words(found)}", self)
            return True
        return super().event(event)
