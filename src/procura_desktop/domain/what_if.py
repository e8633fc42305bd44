"""What would change a ranking: which criterion decides, which cannot, and at which score or price.

All of it is said of the offers given, such as examples that a buyer made up before publishing; nothing here
is true of every offer that may come.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal

from procura_desktop.domain.procurement import Offer, Procurement, Share
from procura_desktop.domain.scoring import Ranking, Rules, rank, rank_by, rules_of
from procura_desktop.domain.weights import PRICE, WHOLE

CENT = Decimal("0.01")
FAR = Decimal(10) ** 6  # times the highest price: a score of 0, or next to it, by every formula


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """What one criterion does to the first place.

    Attributes:
        criterion: id of an item, or PRICE.
        decides: another offer (or a draw) is first without it.
        can: some scores from 0 to 100 in it, of all offers, would change who is first. Where this is False
            its weight is too small for these offers: it can never decide between them.
    """

    criterion: str
    decides: bool
    can: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven:
    """From where on an offer that is not first would be first alone, all else being as it is.

    Attributes:
        price: the highest with which it is first, to a cent; None if no price above 0 does it.
        scores: (criterion, the lowest score with which it is first; None if not even 100 does it).
    """

    offer: str
    price: Decimal | None
    scores: tuple[tuple[str, Decimal | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """How far the first offer may fall and still be first alone, all else being as it is.

    Attributes:
        price: the highest, to a cent; None if any price at all keeps it first.
        scores: (criterion, the lowest score with which it still is).
    """

    offer: str
    price: Decimal | None
    scores: tuple[tuple[str, Decimal], ...]


def influences(procurement: Procurement, offers: tuple[Offer, ...], lot: str = "") -> tuple[Influence, ...]:
    """Say of each criterion whether it decides who is first; () where nothing is counted or compared."""
    rules = rules_of(procurement, lot)
    base = rank_by(rules, offers)
    if not base.counted or not base.winners:
        return ()
    if len(base.criteria) == 1:
        several = sum(placing.rank is not None for placing in base.placings) > 1
        return (Influence(criterion=PRICE, decides=several, can=several),)
    return tuple(
        Influence(
            criterion=part.id,
            decides=_winners(_without(procurement, offers, lot, part.id)) != _winners(base),
            can=_can_decide(rules, offers, base, part.id),
        )
        for part in base.criteria
    )


def break_even(
    procurement: Procurement, offers: tuple[Offer, ...], offer_id: str, lot: str = ""
) -> BreakEven | None:
    """Say what would make an offer the first; None if it is, or where nothing is counted.

    Scores are looked for in steps of what the award rounds to.
    """
    rules = rules_of(procurement, lot)
    base = rank_by(rules, offers)
    if not base.counted or base.winners == (base.placing(offer_id).offer,):
        return None
    offer = base.placing(offer_id).offer

    def first_with(changed: Offer) -> bool:
        return rank_by(rules, _put(offers, changed)).winners == (changed,)

    scores = tuple(
        (part.id, _lowest_score(rules, offer, part.id, first_with))
        for part in base.criteria
        if part.id != PRICE
    )
    top = _cents(max(one.price for one in offers))
    found = _highest(lambda cents: first_with(replace(offer, price=cents * CENT)), max(top, 1))
    return BreakEven(offer=offer_id, price=None if found is None else found * CENT, scores=scores)


def margin(procurement: Procurement, offers: tuple[Offer, ...], lot: str = "") -> Margin | None:
    """Say how far the first may fall; None if it is not alone there, or where nothing is counted."""
    rules = rules_of(procurement, lot)
    base = rank_by(rules, offers)
    if len(base.winners) != 1:
        return None
    offer = base.winners[0]

    def first_with(changed: Offer) -> bool:
        return rank_by(rules, _put(offers, changed)).winners == (changed,)

    scores = tuple(
        (part.id, found)
        for part in base.criteria
        if part.id != PRICE and (found := _lowest_score(rules, offer, part.id, first_with)) is not None
    )
    far = _cents(max(one.price for one in offers) * FAR)
    cents = _highest(lambda cents: first_with(replace(offer, price=cents * CENT)), far)
    price = None if cents is None or cents == far else cents * CENT
    return Margin(offer=offer.id, price=price, scores=scores)


def _without(procurement: Procurement, offers: tuple[Offer, ...], lot: str, criterion: str) -> Ranking:
    """Rank as if there were no such criterion; the weights of the others stay what they are."""
    if criterion == PRICE:
        award = replace(procurement.award, price=Share(weight=Decimal(0)))
        return rank(replace(procurement, award=award), offers, lot)
    items = tuple(item for item in procurement.items if item.id != criterion)
    return rank(replace(procurement, items=items), offers, lot)


def scoring_at(offer: Offer, criterion: str, score: Decimal) -> Offer:
    """Give an offer with another score for one criterion."""
    kept = tuple(one for one in offer.scores if one[0] != criterion)
    return replace(offer, scores=(*kept, (criterion, score)))


def _can_decide(rules: Rules, offers: tuple[Offer, ...], base: Ranking, criterion: str) -> bool:
    """Try the worst for the one that is first against the best for each other, the rest being as it is."""
    first = base.winners[0]
    worst = _put(offers, scoring_at(first, criterion, Decimal(0)))
    if len(base.winners) > 1 or _winners(rank_by(rules, worst)) != _winners(base):
        return True  # also where a minimum refuses it and nobody is left
    others = (placing for placing in base.placings if placing.offer is not first)
    return any(
        _winners(rank_by(rules, _extreme(offers, first, placing.offer, criterion))) != _winners(base)
        for placing in others
        if placing.rank is not None or _may_win(rules, placing.offer, criterion)
    )


def _may_win(rules: Rules, offer: Offer, criterion: str) -> bool:
    """Whether an offer that is not compared would be with another score in this criterion."""
    return rank_by(rules, (_best_in(offer, criterion),)).placings[0].rank is not None


def _best_in(offer: Offer, criterion: str) -> Offer:
    return offer if criterion == PRICE else scoring_at(offer, criterion, WHOLE)


def _extreme(offers: tuple[Offer, ...], first: Offer, other: Offer, criterion: str) -> tuple[Offer, ...]:
    if criterion != PRICE:
        worst = scoring_at(first, criterion, Decimal(0))
        return _put(_put(offers, worst), _best_in(other, criterion))
    high = max(offer.price for offer in offers) * FAR
    low = min(offer.price for offer in offers if offer.price > 0)
    return _put(_put(offers, replace(first, price=high)), replace(other, price=low))


def _winners(ranking: Ranking) -> frozenset[str]:
    return frozenset(offer.id for offer in ranking.winners)


def _put(offers: tuple[Offer, ...], changed: Offer) -> tuple[Offer, ...]:
    return tuple(changed if offer.id == changed.id else offer for offer in offers)


def _cents(amount: Decimal) -> int:
    return int((amount / CENT).to_integral_value(rounding=ROUND_FLOOR))


def _lowest_score(
    rules: Rules, offer: Offer, criterion: str, first_with: Callable[[Offer], bool]
) -> Decimal | None:
    """Look for the lowest score that makes an offer first: more never makes it worse, so halving finds it."""
    step = Decimal(1).scaleb(-rules.award.decimals)
    steps = int(WHOLE / step)
    found = _highest(
        lambda down: first_with(scoring_at(offer, criterion, WHOLE - down * step)), steps, least=0
    )
    return None if found is None else WHOLE - found * step


def _highest(holds: Callable[[int], bool], most: int, *, least: int = 1) -> int | None:
    """Give the highest number from `least` to `most` for which something holds that holds for all below.

    None if it does not hold for the least.
    """
    if not holds(least):
        return None
    low, high = least, most
    while low < high:
        half = (low + high + 1) // 2
        low, high = (half, high) if holds(half) else (low, half - 1)
    return low
