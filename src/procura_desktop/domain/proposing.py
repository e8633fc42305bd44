"""The guided way: which criteria to look at first for a product group, and why.

First come the three that matter most, then the rest by what they work on: the heaviest hotspots first, what
most of the market offers before what few do, what is easy to prove before what is hard. Each stands by itself
with its reason; nothing here adds them all.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from procura_desktop.domain.procurement import Ambition
from procura_desktop.domain.records import (
    Basis,
    CriterionDetails,
    GroupDetails,
    HotspotLevel,
    Impact,
    Maturity,
    Record,
    Stage,
)
from procura_desktop.phrases import Phrase, phrase

SMALL_MOST = 6  # of a small purchase, the three that matter most among them
SMALL_BURDEN = 2

_WEIGHT: dict[HotspotLevel | None, int] = {"high": 0, "medium": 1, "low": 2, None: 3}
_MATURITY: dict[Maturity, int] = {"common": 0, "growing": 1, "emerging": 2, "unknown": 3}
_STAGES: dict[Stage, Phrase] = {
    "materials": phrase("proposals", "materials"),
    "production": phrase("proposals", "production"),
    "transport": phrase("proposals", "transport"),
    "use": phrase("proposals", "use"),
    "end-of-life": phrase("proposals", "the end of life"),
}
_IMPACTS: dict[Impact, Phrase] = {
    "climate": phrase("proposals", "climate"),
    "resources": phrase("proposals", "resources"),
    "pollution": phrase("proposals", "pollution"),
    "water": phrase("proposals", "water"),
    "biodiversity": phrase("proposals", "nature"),
    "health": phrase("proposals", "health"),
    "social": phrase("proposals", "working conditions"),
}
_ON: dict[HotspotLevel | None, Phrase] = {
    "high": phrase("proposals", "It works on a hotspot of high weight: {impact} in {stage}."),
    "medium": phrase("proposals", "It works on a hotspot of medium weight: {impact} in {stage}."),
    "low": phrase("proposals", "It works on a hotspot of low weight: {impact} in {stage}."),
    None: phrase("proposals", "It works on {impact} in {stage}."),
}
_TOP: dict[Basis, Phrase] = {
    "source": phrase("proposals", "One of the three that matter most for this product group, by the source."),
    "judgement": phrase(
        "proposals",
        "One of the three that matter most for this product group, by the judgement of the library.",
    ),
}
_MARKET: dict[Maturity, Phrase] = {
    "common": phrase("proposals", "Most suppliers can meet it."),
    "growing": phrase("proposals", "A growing share of suppliers can meet it."),
    "emerging": phrase("proposals", "Few suppliers can meet it yet."),
    "unknown": phrase("proposals", "How many suppliers can meet it is not known."),
}
_WORK = {
    1: phrase("proposals", "Its proof is easy."),
    2: phrase("proposals", "Its proof takes some work."),
    3: phrase("proposals", "Its proof is heavy work."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One criterion that is worth a look.

    Attributes:
        level: the one that fits the ambition wished.
        beyond: whether even its lowest level goes beyond that ambition.
        top: on what it is one of the three that matter most; None is not among them.
        hotspot: how heavy what it works on is for the group; None is not rated.
        stage, impact: what it works on; "" is not told.
        conflicts: ids of criteria proposed before it that contradict it.
    """

    record: Record
    level: str
    beyond: bool
    top: Basis | None
    hotspot: HotspotLevel | None
    stage: Stage | Literal[""]
    impact: Impact | Literal[""]
    maturity: Maturity
    burden: int
    conflicts: tuple[str, ...] = ()

    @property
    def reasons(self) -> tuple[Phrase, ...]:
        """Say in whole sentences why it is proposed, for the buyer to rewrite.

        Once taken they are the buyer's own words in the procurement file, in the language that the buyer saw,
        so they speak of nothing that only the window shows, and "we" never stands for the program.
        """
        work = _WORK.get(self.burden)
        return (self._why(), _MARKET[self.maturity], *((work,) if work else ()))

    def _why(self) -> Phrase:
        if self.top is not None:
            return _TOP[self.top]
        if not self.stage or not self.impact:
            return phrase("proposals", "It belongs to the criteria of this product group.")
        return _ON[self.hotspot].of(impact=_IMPACTS[self.impact], stage=_STAGES[self.stage])


def propose(
    group: Record,
    criteria: Sequence[Record],
    *,
    ambition: Ambition,
    small: bool = False,
    parts: Collection[str] = (),
    chosen: Collection[str] = (),
) -> tuple[Proposal, ...]:
    """Put the criteria of a product group in the order in which they are worth a look.

    Where core is wished, criteria that have no core level are left out unless they matter most. A small
    purchase sees few: what most suppliers meet and proof that is no burden. `parts` are those of the group
    that are bought, empty is all; `chosen` are ids that are not proposed again.

    Raises:
        ValueError: `group` is no product group.
    """
    if group.group is None:
        raise ValueError(f"{group.id} is no product group")
    wanted = [
        _proposal(record, record.criterion, group.group, ambition)
        for record in criteria
        if record.criterion is not None
        and record.criterion.levels
        and record.id not in chosen
        and (not parts or record.criterion.part in parts)
    ]
    ordered = sorted(
        (one for one in wanted if _fits(one, small=small)), key=lambda one: _rank(one, group.group)
    )
    return _told_of_conflicts(ordered[:SMALL_MOST] if small else ordered)


def level_for(record: Record, wished: str) -> str:
    """Give the level of a criterion that fits an ambition, or the level of another criterion.

    It is the one of that name; else the highest where all is wished, and the lowest otherwise. "" is none.
    """
    names = [level.name for level in record.criterion.levels] if record.criterion else []
    if not names:
        return ""
    if wished in names:
        return wished
    return names[-1] if wished == "comprehensive" else names[0]


def _proposal(record: Record, details: CriterionDetails, group: GroupDetails, ambition: Ambition) -> Proposal:
    level = level_for(record, ambition)
    return Proposal(
        record=record,
        level=level,
        beyond=level == "comprehensive" and ambition == "core",
        top=group.top_criteria_basis if record.id in group.top_criteria else None,
        hotspot=_hotspot(details, group),
        stage=details.hotspot_stage,
        impact=details.hotspot_impact,
        maturity=details.market_maturity,
        burden=details.burden.level,
    )


def _hotspot(details: CriterionDetails, group: GroupDetails) -> HotspotLevel | None:
    """Give the weight of the hotspot that a criterion works on; of several the heaviest."""
    found = [
        hotspot.level
        for hotspot in group.hotspots
        if (hotspot.stage, hotspot.impact) == (details.hotspot_stage, details.hotspot_impact)
    ]
    return min(found, key=lambda level: _WEIGHT[level], default=None)


def _fits(proposal: Proposal, *, small: bool) -> bool:
    if proposal.top is not None:
        return True
    if small and (proposal.maturity not in ("common", "growing") or proposal.burden > SMALL_BURDEN):
        return False
    return not proposal.beyond


def _rank(proposal: Proposal, group: GroupDetails | None) -> tuple[int, int, int, int, int]:
    """Give what sorts it; Python keeps the group's own order among equals."""
    top = group.top_criteria.index(proposal.record.id) if group and proposal.top else 0
    return (
        proposal.top is None,
        top,
        _WEIGHT[proposal.hotspot],
        _MATURITY[proposal.maturity],
        proposal.burden,
    )


def _told_of_conflicts(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    told: list[Proposal] = []
    for proposal in proposals:
        against = _conflicts(proposal.record)
        found = tuple(
            one.record.id
            for one in told
            if one.record.id in against or proposal.record.id in _conflicts(one.record)
        )
        told.append(replace(proposal, conflicts=found))
    return tuple(told)


def _conflicts(record: Record) -> tuple[str, ...]:
    return record.criterion.conflicts_with if record.criterion else ()
