"""Criteria that are offered for choosing, each with a level and a reason to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.proposing import Proposal
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


def offered_criteria(records: Sequence[Record], *, ambition: str) -> tuple[Offered, ...]:
    """Offer criteria by their kind, without a reason: that is the buyer's."""
    return tuple(
        Offered(
            heading=kinds_heading(record.criterion.kind), record=record, level=level_for(record, ambition)
        )
        for record in records
        if record.criterion is not None and record.criterion.levels
    )


def proposed_criteria(proposals: Sequence[Proposal], *, of: str = "") -> tuple[Offered, ...]:
    """Offer what is proposed: what matters most, then by the weight of its hotspot; `of` names the group."""
    offered = []
    for one in proposals:
        reason = one.reason
        if one.conflicts:
            against = translate("procurement", "It contradicts one above.")
            reason = f"{reason} {against}"
        offered.append(
            Offered(
                heading=" · ".join(filter(None, (_heading(one), of))),
                record=one.record,
                level=one.level,
                reason=reason,
                ticked=one.top is not None,
            )
        )
    return tuple(offered)


def _heading(one: Proposal) -> str:
    if one.top is not None:
        return translate("procurement", "What matters most")
    if one.hotspot is None:
        return translate("procurement", "Others")
    return {
        "high": translate("procurement", "On heavy hotspots"),
        "medium": translate("procurement", "On medium hotspots"),
        "low": translate("procurement", "On light hotspots"),
    }[one.hotspot]


def level_for(record: Record, ambition: str) -> str:
    """Give the level of a criterion that fits an ambition: its name, else the lowest."""
    levels = [level.name for level in record.criterion.levels] if record.criterion else []
    return ambition if ambition in levels else levels[0] if levels else ""
