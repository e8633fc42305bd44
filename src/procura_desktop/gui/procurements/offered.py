"""Criteria that are offered for choosing, each with a level and a reason to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.procurement import Item, Procurement
from procura_desktop.domain.proposing import Proposal, level_for, propose
from procura_desktop.domain.records import Record
from procura_desktop.gui.procurements.words import kinds_heading
from procura_desktop.gui.said import said

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


def offered_of(
    procurement: Procurement, sets: Sequence[tuple[Record, tuple[Record, ...]]], part: str | None
) -> tuple[Offered, ...]:
    """Offer what is proposed for a procurement, ticked only at first; then what was left out, unticked.

    Args:
        procurement: what is bought, and what was chosen already.
        sets: its product groups, each with its criteria.
        part: the key of what is bought of them, see `parts_of`; "" is all. None is not said yet: all are
            shown and nothing is ticked.
    """
    head = procurement.head
    chosen = {item.copied.record.id for item in procurement.items if item.copied}
    offered: list[Offered] = []
    for group, criteria in sets:
        of_group, _, name = (part or "").partition("#")
        if part and of_group != group.id:
            continue
        proposals = propose(
            group,
            criteria,
            ambition=head.ambition,
            small=head.procedure == "below-threshold",
            parts=(name,) if part else (),
            chosen=chosen,
        )
        proposed = proposed_criteria(proposals, of=group.title if len(head.groups) != 1 else "")
        unticked = bool(chosen) or part is None
        offered += (replace(one, ticked=False) for one in proposed) if unticked else proposed
        there = {one.record.id for one in proposed} | chosen
        others = [one for one in criteria if one.id not in there and (not part or _is_of(one, name))]
        offered += offered_criteria(others, ambition=head.ambition)
    return tuple(offered)


def parts_of(sets: Sequence[tuple[Record, tuple[Record, ...]]]) -> tuple[tuple[str, str], ...]:
    """Give (key, title) of what one may buy of product groups, where there is a choice."""
    found = [
        (f"{group.id}#{part.name}", part.title if len(sets) == 1 else f"{group.title}: {part.title}")
        for group, criteria in sets
        if group.group is not None
        for part in group.group.parts
        if any(_is_of(one, part.name) for one in criteria)
    ]
    return tuple(found) if len(found) > 1 else ()


def part_asked(
    items: Sequence[Item], sets: Sequence[tuple[Record, tuple[Record, ...]]], parts: Sequence[tuple[str, str]]
) -> str | None:
    """Give the part to begin with; None where the buyer has to say it.

    That is so where there is one set, and nothing was chosen yet.
    """
    if parts and len(sets) == 1 and not any(item.copied for item in items):
        return None
    return part_chosen(items, parts)


def part_chosen(items: Sequence[Item], parts: Sequence[tuple[str, str]]) -> str:
    """Give the part that all chosen criteria are of; "" where there is none, or more than one."""
    details = [item.copied.record.criterion for item in items if item.copied]
    keys = {f"{one.group}#{one.part}" for one in details if one is not None}
    return next(iter(keys)) if len(keys) == 1 and keys <= {key for key, _ in parts} else ""


def _is_of(record: Record, part: str) -> bool:
    return record.criterion is not None and record.criterion.part == part


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
    titles = {one.record.id: one.record.title for one in proposals}
    against = translate("procurement", "It contradicts “{title}”: take one of the two.")
    for one in proposals:
        conflicts = [against.format(title=titles[name]) for name in one.conflicts]
        reason = " ".join((*map(said, one.reasons), *conflicts))
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
        "high": translate("procurement", "On the heaviest impacts"),
        "medium": translate("procurement", "On medium impacts"),
        "low": translate("procurement", "On light impacts"),
    }[one.hotspot]
