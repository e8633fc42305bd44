"""What would change a ranking: which criterion decides, and which cannot.

All of it is said of the offers given, such as examples that a buyer made up before publishing; nothing here
is true of every offer that may come.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from procura_desktop.domain.procurement import Offer, Procurement, Share
from procura_desktop.domain.scoring import Ranking, Rules, rank, rank_by, rules_of
from procura_desktop.domain.weights import PRICE, WHOLE

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


def influences(procurement: Procurement, offers: tuple[Offer, ...], lot: str = "") -> Iterator[Influence]:
    """Say of each criterion, one at a time, whether it decides who is first.

    Nothing comes where nothing is counted or compared.
    """
    rules = rules_of(procurement, lot)
    base = rank_by(rules, offers)
    if not base.counted or not base.winners:
        return
    if len(base.criteria) == 1:
        several = sum(placing.rank is not None for placing in base.placings) > 1
        yield Influence(criterion=PRICE, decides=several, can=several)
        return
    for part in base.criteria:
        yield Influence(
            criterion=part.id,
            decides=_winners(_without(procurement, offers, lot, part.id)) != _winners(base),
            can=_can_decide(rules, offers, base, part.id),
        )


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
