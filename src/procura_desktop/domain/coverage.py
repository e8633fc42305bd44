"""Which hotspots of a product group the chosen criteria reach, and how.

A hotspot is a stage of the life cycle with an impact. A criterion of the library names the one that it is
about; an own criterion names none, and a criterion that names only a stage reaches nothing by itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.procurement import Item
from procura_desktop.domain.records import Hotspot, HotspotLevel, Impact, Stage

Means = Literal["minimum", "award", "clause"]
MEANS: Mapping[CriterionKind, Means] = {
    "SM": "minimum",
    "SC": "minimum",
    "TS": "minimum",
    "AC": "award",
    "CPC": "clause",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredHotspot:
    """A hotspot, and the ids of the items that reach it, in the order of the documents.

    `level` None means that items reach a place that the group does not call a hotspot.
    """

    stage: Stage
    impact: Impact
    level: HotspotLevel | None
    note: str = ""
    minimum: tuple[str, ...] = ()
    award: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()

    @property
    def covered(self) -> bool:
        """Whether any item reaches it."""
        return bool(self.minimum or self.award or self.clause)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All hotspots of a group in its order, then further places that items reach.

    Attributes:
        elsewhere: ids of items that name no hotspot.
    """

    hotspots: tuple[CoveredHotspot, ...]
    elsewhere: tuple[str, ...] = ()

    def open_at(self, level: HotspotLevel) -> tuple[CoveredHotspot, ...]:
        """Give the hotspots of one level that nothing reaches."""
        return tuple(one for one in self.hotspots if one.level == level and not one.covered)


def coverage(hotspots: Iterable[Hotspot], items: Iterable[Item], *, lot: str = "") -> Coverage:
    """Lay items over the hotspots of a product group; `lot` "" takes the items of every lot.

    A hotspot that several groups of a procurement have counts once, at its highest level.
    """
    places = _places(hotspots)
    reached: dict[tuple[Stage, Impact], dict[Means, list[str]]] = {place: {} for place in places}
    elsewhere: list[str] = []
    for item in items:
        if lot and item.lots and lot not in item.lots:
            continue
        place = place_of(item)
        if place is None:
            elsewhere.append(item.id)
        else:
            reached.setdefault(place, {}).setdefault(MEANS[item.kind], []).append(item.id)
    covered = tuple(_covered(place, places.get(place), by) for place, by in reached.items())
    return Coverage(hotspots=covered, elsewhere=tuple(elsewhere))


def place_of(item: Item) -> tuple[Stage, Impact] | None:
    """Give the stage and impact that an item is about; None where its source does not say both."""
    details = item.copied.record.criterion if item.copied else None
    if details is None or not details.hotspot_stage or not details.hotspot_impact:
        return None
    return details.hotspot_stage, details.hotspot_impact


def _places(hotspots: Iterable[Hotspot]) -> dict[tuple[Stage, Impact], Hotspot]:
    rank = {"high": 2, "medium": 1, "low": 0}
    found: dict[tuple[Stage, Impact], Hotspot] = {}
    for one in hotspots:
        known = found.get((one.stage, one.impact))
        if known is None or rank[one.level] > rank[known.level]:
            found[one.stage, one.impact] = one
    return found


def _covered(
    place: tuple[Stage, Impact], hotspot: Hotspot | None, by: Mapping[Means, list[str]]
) -> CoveredHotspot:
    stage, impact = place
    return CoveredHotspot(
        stage=stage,
        impact=impact,
        level=hotspot.level if hotspot else None,
        note=hotspot.note if hotspot else "",
        minimum=tuple(by.get("minimum", ())),
        award=tuple(by.get("award", ())),
        clause=tuple(by.get("clause", ())),
    )
