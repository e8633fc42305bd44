"""Criteria that are offered for choosing, each with a level and a reason to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.records import Record
from procura_desktop.gui.procurements.words import kinds_heading

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One criterion that can be chosen.

    Attributes:
        heading: under which it stands.
        level: that is proposed. reason: why it would be chosen; the buyer may write another.
        ticked: whether it is proposed to take it.
    """

    heading: str
    record: Record
    level: str
    reason: str = ""
    ticked: bool = False


def offered_criteria(
    records: Sequence[Record], *, ambition: str, top: Sequence[str] = (), reason: str = ""
) -> tuple[Offered, ...]:
    """Offer criteria: those that matter most first, then the others by kind."""
    first = [record for name in top for record in records if record.id == name]
    others = [record for record in records if record not in first]
    most = translate("procurement", "The three that matter most")
    return tuple(
        Offered(
            heading=most if record in first else kinds_heading(record.criterion.kind),
            record=record,
            level=level_for(record, ambition),
            reason=reason
            or (translate("procurement", "Among the three that matter most.") if record in first else ""),
            ticked=record in first,
        )
        for record in (*first, *others)
        if record.criterion is not None and record.criterion.levels
    )


def level_for(record: Record, ambition: str) -> str:
    """Give the level of a criterion that fits an ambition: its name, else the lowest."""
    levels = [level.name for level in record.criterion.levels] if record.criterion else []
    return ambition if ambition in levels else levels[0] if levels else ""
