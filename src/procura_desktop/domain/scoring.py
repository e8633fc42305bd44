"""Ranking offers by the rules of an award, as a person with a pencil would.

1. An offer is compared if it has a price above 0 and a score for each award criterion of the lot, and no
   score below a minimum. The others are told with the reason and count for nothing, nor as the lowest price.
2. A price becomes a score of 0 to 100 by the award's formula, measured against the lowest price compared.
3. A score, rounded, times its weight, over 100, rounded, are the criterion's points. Their sum is the total.
4. The highest total is first. Equal totals follow the tie rule; what it does not part shares a rank.
   Without award criteria the lowest price is first, as it is and not as it is scored.

Everything is decimal and rounded half up, so what is printed adds up.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Literal

from procura_desktop.domain.procurement import Award, Offer, Procurement
from procura_desktop.domain.weights import PRICE, WHOLE, AwardFault, Sum, Weighed, adds_up, award_of, weighed

NOTHING = Decimal(0)
KEPT = 4096  # rounded figures: who tries many rankings meets the same ones again and again
EXACT = Context(prec=50, rounding=ROUND_HALF_UP)  # what is exactly a half stays one


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What offers for one lot are ranked by: how, by which criteria, and whether their weights add up."""

    lot: str
    award: Award
    criteria: tuple[Weighed, ...]
    checked: Sum


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one offer gets for one criterion (an item's id, or PRICE): a score of 0 to 100, and points.

    Points are None where nothing is counted.
    """

    criterion: str
    score: Decimal
    points: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why an offer is not compared.

    Attributes:
        why: "minimum" is a score below it; "score" that one is missing, or not between 0 and 100; "price"
            that it is missing or not above 0.
        score, minimum: of a score below the minimum.
    """

    why: Literal["minimum", "score", "price"]
    criterion: str
    score: Decimal | None = None
    minimum: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where one offer comes.

    Attributes:
        marks: of every criterion weighed; empty if refused, or where no price can be scored.
        total: sum of the points; None where it is not counted.
        quality: sum of the points but those of the price.
        rank: 1 is the best; None if refused, or where nothing is counted.
        tied: whether another has the same rank, so that a draw decides.
    """

    offer: Offer
    marks: tuple[Mark, ...] = ()
    total: Decimal | None = None
    quality: Decimal | None = None
    rank: int | None = None
    tied: bool = False
    refused: tuple[Refusal, ...] = ()

    def mark(self, criterion: str) -> Mark | None:
        """Give the mark for a criterion; None if the offer has none."""
        return next((mark for mark in self.marks if mark.criterion == criterion), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Offers compared for one lot ("" is the whole procurement).

    Attributes:
        criteria: what was weighed, in the order of the marks.
        placings: by rank; those without a rank last; else in the order of the offers.
        lowest: the lowest price compared; None where none was.
        counted: whether totals and ranks were. In an order of importance they are not: the buyer ranks, with
            reasons.
        faults: what is wrong with the weights or the formula.
    """

    lot: str
    criteria: tuple[Weighed, ...]
    placings: tuple[Placing, ...]
    lowest: Decimal | None
    counted: bool
    faults: tuple[AwardFault, ...]

    @property
    def winners(self) -> tuple[Offer, ...]:
        """The offers of rank 1: several where only a draw can part them."""
        return tuple(placing.offer for placing in self.placings if placing.rank == 1)

    def placing(self, offer_id: str) -> Placing:
        """Give where an offer comes.

        Raises:
            KeyError: it was not among the offers.
        """
        for placing in self.placings:
            if placing.offer.id == offer_id:
                return placing
        raise KeyError(offer_id)


@lru_cache(maxsize=KEPT)
def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round half up, away from zero; a zero has no sign."""
    return EXACT.plus(number.quantize(Decimal(1).scaleb(-decimals), context=EXACT))


def price_score(award: Award, price: Decimal, lowest: Decimal) -> Decimal:
    """Give the score of a price, 0 to 100, rounded; both amounts are above 0."""
    return rounded(FORMULAS[award.formula](award, price, lowest), award.decimals)


def points(award: Award, weight: Decimal, score: Decimal) -> Decimal:
    """Give the points that a rounded score earns, rounded."""
    return _earned(weight, score, award.decimals)


@lru_cache(maxsize=KEPT)
def _earned(weight: Decimal, score: Decimal, decimals: int) -> Decimal:
    return rounded(EXACT.divide(EXACT.multiply(weight, score), WHOLE), decimals)


def rules_of(procurement: Procurement, lot: str = "") -> Rules:
    """Read from a procurement what offers for a lot are ranked by, for ranking many times."""
    checked = adds_up(procurement, lot)
    return Rules(
        lot=lot, award=award_of(procurement, lot), criteria=weighed(procurement, lot), checked=checked
    )


def rank(procurement: Procurement, offers: tuple[Offer, ...], lot: str = "") -> Ranking:
    """Compare offers for a lot; the order in which they are given changes no rank."""
    return rank_by(rules_of(procurement, lot), offers)


def rank_by(rules: Rules, offers: tuple[Offer, ...]) -> Ranking:
    """Compare offers by rules that were read before."""
    award, criteria, checked = rules.award, rules.criteria, rules.checked
    refusals = {offer.id: _refusals(award, criteria, offer) for offer in offers}
    prices = [offer.price for offer in offers if not refusals[offer.id]]
    lowest = min(prices, default=None)
    placings = tuple(
        Placing(offer=offer, refused=refusals[offer.id])
        if refusals[offer.id] or lowest is None or not checked.scores
        else _marked(award, criteria, offer, lowest, counted=checked.counts)
        for offer in offers
    )
    if checked.counts:
        placings = _ranked(rules, placings)
    order = sorted(placings, key=lambda placing: placing.rank or len(placings) + 1)
    return Ranking(
        lot=rules.lot,
        criteria=criteria,
        placings=tuple(order),
        lowest=lowest,
        counted=checked.counts,
        faults=checked.faults,
    )


def _linear(award: Award, price: Decimal, lowest: Decimal) -> Decimal:
    zero = EXACT.multiply(award.zero_at, lowest)
    above = EXACT.multiply(WHOLE, EXACT.subtract(zero, price))
    return max(EXACT.divide(above, EXACT.subtract(zero, lowest)), NOTHING)


def _relative(_: Award, price: Decimal, lowest: Decimal) -> Decimal:
    return EXACT.divide(EXACT.multiply(WHOLE, lowest), price)


def _table(award: Award, price: Decimal, lowest: Decimal) -> Decimal:
    return next((score for limit, score in award.table if price * WHOLE <= limit * lowest), NOTHING)


FORMULAS: dict[str, Callable[[Award, Decimal, Decimal], Decimal]] = {
    "linear": _linear,
    "relative": _relative,
    "table": _table,
}


def _refusals(award: Award, criteria: tuple[Weighed, ...], offer: Offer) -> tuple[Refusal, ...]:
    scores = dict(offer.scores)
    found: list[Refusal] = []
    if not offer.price.is_finite() or offer.price <= 0:
        found.append(Refusal(why="price", criterion=PRICE))
    for part in criteria:
        if part.id == PRICE:
            continue
        score = scores.get(part.id)
        if score is None or not NOTHING <= score <= WHOLE:
            found.append(Refusal(why="score", criterion=part.id))
        else:
            found.extend(_below(part, rounded(score, award.decimals)))
    return tuple(found)


def _below(part: Weighed, score: Decimal) -> tuple[Refusal, ...]:
    if part.minimum is None or score >= part.minimum:
        return ()
    return (Refusal(why="minimum", criterion=part.id, score=score, minimum=part.minimum),)


def _marked(
    award: Award, criteria: tuple[Weighed, ...], offer: Offer, lowest: Decimal, *, counted: bool
) -> Placing:
    scores = {
        PRICE: price_score(award, offer.price, lowest),
        **{criterion: rounded(score, award.decimals) for criterion, score in offer.scores},
    }
    price = next(part for part in criteria if part.id == PRICE)
    if refused := _below(price, scores[PRICE]):
        return Placing(offer=offer, refused=refused)
    marks = tuple(
        Mark(
            criterion=part.id,
            score=scores[part.id],
            points=points(award, part.weight, scores[part.id])
            if counted and part.weight is not None
            else None,
        )
        for part in criteria
    )
    if not counted:
        return Placing(offer=offer, marks=marks)
    earned = {mark.criterion: mark.points or NOTHING for mark in marks}
    quality = sum((each for criterion, each in earned.items() if criterion != PRICE), NOTHING)
    return Placing(offer=offer, marks=marks, total=quality + earned[PRICE], quality=quality)


def _ranked(rules: Rules, placings: tuple[Placing, ...]) -> tuple[Placing, ...]:
    keys = [None if one.total is None else _key(rules, one, one.total) for one in placings]
    ranks = [None if key is None else 1 + sum(other > key for other in keys if other) for key in keys]
    return tuple(
        replace(one, rank=place, tied=place is not None and ranks.count(place) > 1)
        for one, place in zip(placings, ranks, strict=True)
    )


def _key(rules: Rules, placing: Placing, total: Decimal) -> tuple[Decimal, Decimal]:
    """What decides between two offers: more is better."""
    if len(rules.criteria) == 1:  # by price alone
        return -placing.offer.price, NOTHING
    if rules.award.tie == "price":
        return total, -placing.offer.price
    if rules.award.tie == "quality":
        return total, placing.quality or NOTHING
    return total, NOTHING
