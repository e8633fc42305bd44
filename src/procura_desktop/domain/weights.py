"""What the award criteria of a lot count, and whether that adds up.

Ranges count with their middle. In an order of importance nothing has a number: the criteria stand in their
order, and the weight of the price is its place among them, 1 the first.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from procura_desktop.domain.procurement import Award, Item, Procurement, Share

PRICE = "price"  # stands for the price or cost where others have the id of an item
WHOLE = Decimal(100)
HIGHEST_SCORE = Decimal(100)

AwardFault = Literal[
    "weights-missing",  # a criterion has none, or the price has no place in the order
    "weights-negative",
    "weights-zero",  # nothing counts anything
    "weights-sum",  # per cent that are not 100 together
    "ranges-turned",  # a range ends below its beginning
    "ranges-apart",  # no choice within the ranges makes 100
    "order-reason",  # Article 67(5) wants a reason where no weights can be given
    "zero-at",  # the price with a score of 0 is not above the lowest
    "table-empty",
    "table-order",  # limits do not rise, or scores do not fall
    "table-scores",  # a score is not between 0 and 100
    "decimals",
]
# With these no points can be counted, or not even prices scored; the others are only told.
WEIGHT_STOPS: frozenset[AwardFault] = frozenset(
    {"weights-missing", "weights-negative", "weights-zero", "ranges-turned"}
)
PRICE_STOPS: frozenset[AwardFault] = frozenset(
    {"zero-at", "table-empty", "table-order", "table-scores", "decimals"}
)
WEIGHT_FAULTS = WEIGHT_STOPS | {"weights-sum", "ranges-apart"}  # a lot may have them, and another not


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One criterion of an award as it counts: an item, or the price.

    Attributes:
        id: of the item, or PRICE.
        weight: what is counted with; None is open. In an order of importance its place.
        minimum: score below which an offer is refused.
    """

    id: str
    weight: Decimal | None
    minimum: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What the weights of a lot come to.

    Attributes:
        total: of those that are there, ranges with their middle; None in an order of importance.
        least, most: what the lower and the upper ends of ranges come to; the total where there are none.
        wanted: what the total has to be; None where any will do.
        faults: what does not hold, in the order of AwardFault.
    """

    total: Decimal | None
    least: Decimal | None
    most: Decimal | None
    wanted: Decimal | None
    faults: tuple[AwardFault, ...]

    @property
    def left(self) -> Decimal | None:
        """What is still to be given; below 0 where too much is."""
        return None if self.total is None or self.wanted is None else self.wanted - self.total

    @property
    def scores(self) -> bool:
        """Whether a price can be scored with it."""
        return not PRICE_STOPS & set(self.faults)

    @property
    def counts(self) -> bool:
        """Whether a ranking can be counted with it."""
        return self.total is not None and not (WEIGHT_STOPS | PRICE_STOPS) & set(self.faults)


def middle(share: Share) -> Decimal | None:
    """Give the weight that is counted with: of a range its middle."""
    if share.weight is None or share.most is None:
        return share.weight
    return (share.weight + share.most) / 2


def award_of(procurement: Procurement, lot: str = "") -> Award:
    """Give the rules that hold for a lot: those of the procurement, but none where the price stands alone.

    There the lowest price wins. It needs no weight, no formula and no order, and no minimum score refuses it.
    """
    if procurement.of_kind("AC", lot):
        return procurement.award
    return Award(price_kind=procurement.award.price_kind, price=Share(weight=WHOLE))


def weighed(procurement: Procurement, lot: str = "") -> tuple[Weighed, ...]:
    """Give what is weighed for a lot ("" is all items): the price, then the award criteria in their order.

    Without award criteria the price alone decides. In an order of importance they stand in that order.
    """
    award, items = award_of(procurement, lot), procurement.of_kind("AC", lot)
    if award.weighting == "order":
        return _in_order(award.price, items)
    return (
        Weighed(id=PRICE, weight=_counted(award, award.price), minimum=award.price.minimum),
        *(Weighed(id=i.id, weight=_counted(award, i.share), minimum=i.share.minimum) for i in items),
    )


def adds_up(procurement: Procurement, lot: str = "") -> Sum:
    """Say what the weights of a lot come to, and what is missing or wrong."""
    award = award_of(procurement, lot)
    parts = weighed(procurement, lot)
    missing = any(part.weight is None for part in parts)
    faults = {*_price_faults(award), *(("weights-missing",) if missing else ())}
    if award.weighting == "order":
        if not award.order_reason.strip():
            faults.add("order-reason")
        return Sum(total=None, least=None, most=None, wanted=None, faults=_in_turn(faults))
    lows = [part.weight or Decimal(0) for part in parts]
    highs = lows
    if award.weighting == "ranges":
        every = (award.price, *(item.share for item in procurement.of_kind("AC", lot)))
        lows = [share.weight or Decimal(0) for share in every]
        highs = [low if share.most is None else share.most for low, share in zip(lows, every, strict=True)]
    total = sum((part.weight or Decimal(0) for part in parts), Decimal(0))
    least, most = sum(lows, Decimal(0)), sum(highs, Decimal(0))
    wanted = None if award.weighting == "points" else WHOLE
    faults |= _weight_faults(lows, highs)
    if not missing and wanted is not None:
        if not least <= wanted <= most:
            faults.add("ranges-apart" if award.weighting == "ranges" else "weights-sum")
        elif total != wanted:
            faults.add("weights-sum")
    return Sum(total=total, least=least, most=most, wanted=wanted, faults=_in_turn(faults))


def _counted(award: Award, share: Share) -> Decimal | None:
    return middle(share) if award.weighting == "ranges" else share.weight


def _in_order(price: Share, items: tuple[Item, ...]) -> tuple[Weighed, ...]:
    place = price.weight
    if place is None or place != int(place) or not 1 <= place <= len(items) + 1:
        place = None
    ids = [item.id for item in items]
    ids.insert(0 if place is None else int(place) - 1, PRICE)
    minima = {PRICE: price.minimum, **{item.id: item.share.minimum for item in items}}
    return tuple(
        Weighed(
            id=name,
            weight=None if name == PRICE and place is None else Decimal(at),
            minimum=minima[name],
        )
        for at, name in enumerate(ids, 1)
    )


def _price_faults(award: Award) -> set[AwardFault]:
    faults: set[AwardFault] = set()
    if not 0 <= award.decimals <= 6:
        faults.add("decimals")
    if award.formula == "linear" and award.zero_at <= 1:
        faults.add("zero-at")
    if award.formula == "table":
        if not award.table:
            faults.add("table-empty")
        steps = list(zip(award.table, award.table[1:], strict=False))
        if any(later[0] <= earlier[0] or later[1] > earlier[1] for earlier, later in steps):
            faults.add("table-order")
        if any(not 0 <= score <= WHOLE for _, score in award.table):
            faults.add("table-scores")
    return faults


def _weight_faults(lows: list[Decimal], highs: list[Decimal]) -> set[AwardFault]:
    faults: set[AwardFault] = set()
    if any(weight < 0 for weight in (*lows, *highs)):
        faults.add("weights-negative")
    if not any(weight > 0 for weight in highs):
        faults.add("weights-zero")
    if any(high < low for low, high in zip(lows, highs, strict=True)):
        faults.add("ranges-turned")
    return faults


def _in_turn(faults: set[AwardFault]) -> tuple[AwardFault, ...]:
    order: tuple[AwardFault, ...] = get_args(AwardFault)
    return tuple(fault for fault in order if fault in faults)
