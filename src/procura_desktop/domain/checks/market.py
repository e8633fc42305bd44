"""Demands that together leave few bidders, or that weigh more than a small purchase can bear.

The figures here are our judgement, from the market maturity and the burden that each criterion states.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from procura_desktop.domain.checks.finding import Finding, Mend
from procura_desktop.domain.checks.rules import finding
from procura_desktop.domain.procurement import Item, Procurement
from procura_desktop.domain.records import CriterionDetails, Maturity
from procura_desktop.phrases import Phrase, phrase

HURDLES: dict[Maturity, int] = {"common": 0, "growing": 1, "emerging": 3, "unknown": 1}
HEAVY = 3  # a burden of this level counts as two hurdles
MOST_HURDLES = 5
SMALL_VALUE = Decimal(40_000)
MOST_BURDEN = 3  # burdens above 1, added up, that a small purchase can bear


def hurdles(item: Item) -> int:
    """Say how much a demand narrows the market; an award criterion and an own one count nothing."""
    details = _details(item)
    if details is None or item.kind == "AC":
        return 0
    return HURDLES[details.market_maturity] + (2 if details.burden.level >= HEAVY else 0)


def check_market(procurement: Procurement) -> Iterator[Finding]:
    """Look, in each lot, for demands that together leave few bidders; lots with the same demands once."""
    seen: set[tuple[str, ...]] = set()
    for lot_id, title in [(lot.id, lot.title) for lot in procurement.lots] or [("", "")]:
        high = [
            item
            for item in procurement.items
            if (not lot_id or not item.lots or lot_id in item.lots) and hurdles(item)
        ]
        ids = tuple(item.id for item in high)
        if len(high) > 1 and sum(map(hurdles, high)) > MOST_HURDLES and ids not in seen:
            seen.add(ids)
            what = _together(len(high), title)
            yield finding("few-bidders", what, field="items", others=ids, mends=tuple(_softer(high)))


def _together(number: int, lot: str) -> Phrase:
    if not lot:
        return phrase("checks", "%n demands that few can meet or prove come together.", "", 2).of(n=number)
    return phrase("checks", "%n demands for lot “{lot}” that few can meet or prove come together.", "", 2).of(
        n=number, lot=lot
    )


def _softer(items: Sequence[Item]) -> Iterator[Mend]:
    """Offer the next lower level, the highest hurdles first."""
    for item in sorted(items, key=hurdles, reverse=True):
        details = _details(item)
        levels = [level.name for level in details.levels] if details else []
        if item.level in levels[1:]:
            yield Mend(action="take-level", item=item.id, text=levels[levels.index(item.level) - 1])


def check_small_value(procurement: Procurement) -> Iterator[Finding]:
    """Look for a small purchase with much to prove."""
    head = procurement.head
    if head.value is None or head.currency != "EUR" or head.value > SMALL_VALUE:
        return
    burdens = {
        item.id: details.burden.level
        for item in procurement.items
        if (details := _details(item)) is not None and details.burden.level > 1
    }
    extra = sum(level - 1 for level in burdens.values())
    if extra > MOST_BURDEN or HEAVY in burdens.values():
        what = phrase(
            "checks", "A purchase of {value} euro hardly bears the work that %n of its criteria make.", "", 1
        ).of(n=len(burdens), value=head.value)
        heavy = [item for item in procurement.items if item.id in burdens]
        yield finding("small-value", what, field="items", others=tuple(burdens), mends=tuple(_softer(heavy)))


def _details(item: Item) -> CriterionDetails | None:
    return item.copied.record.criterion if item.copied else None
