"""Whether an offer that does not win can turn the order of two others.

Each formula here measures prices against the lowest: "linear" falls to 0 at a multiple of it, "relative"
divides it, "table" takes per cent of it. So an offer with another lowest price moves the price scores of all
others, and their distance to each other. What does not move is an order by price alone.
(Shown with numbers in the library: guidance/award-and-weighting.)
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, combinations

from procura_desktop.domain.procurement import Offer, Procurement
from procura_desktop.domain.scoring import Ranking, Rules, rank_by, rules_of
from procura_desktop.domain.weights import PRICE

CHEAPER = range(99, 49, -1)  # prices tried for an invented third offer, in per cent of the lowest


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Two offers that change places because of a third.

    Attributes:
        before, after: the two, better one first, without and with the third.
        third: name of an offer that is there; "" of one invented, without merit but its price.
        price: of the third.
    """

    before: tuple[str, str]
    after: tuple[str, str]
    third: str
    price: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdOffer:
    """What a third offer may do.

    Attributes:
        depends: whether scores depend on what others offer: so it is wherever price and quality both count.
        turns: where it was seen to happen with the offers given; () proves nothing of others.
    """

    depends: bool
    turns: tuple[Turn, ...]


def warnings_so_far(
    procurement: Procurement, offers: tuple[Offer, ...], lot: str = ""
) -> Iterator[ThirdOffer]:
    """Try with the offers given: take each away in turn, and add a cheap one at 99 to 50 % of the lowest.

    What is known comes after each offer tried; what comes last is all. An order of importance ranks nothing,
    so nothing turns in it.
    """
    rules = rules_of(procurement, lot)
    price = next(part for part in rules.criteria if part.id == PRICE)
    others = [part for part in rules.criteria if part.id != PRICE and part.weight]
    whole = rank_by(rules, offers)
    if not whole.counted or not price.weight or not others:
        yield ThirdOffer(depends=False, turns=())
        return
    turns: list[Turn] = []
    yield ThirdOffer(depends=True, turns=())
    for found in chain(_taken_away(rules, offers, whole), _added(rules, whole)):
        turns.extend(found)
        yield ThirdOffer(depends=True, turns=tuple(turns))


def _taken_away(rules: Rules, offers: tuple[Offer, ...], whole: Ranking) -> Iterator[tuple[Turn, ...]]:
    for third in offers:
        rest = rank_by(rules, tuple(offer for offer in offers if offer.id != third.id))
        yield _turns(rest, whole, third.name, third.price)


def _added(rules: Rules, whole: Ranking) -> Iterator[tuple[Turn, ...]]:
    """Give, for each pair that turns, the highest price of an invented offer at which it does."""
    compared = tuple(placing.offer for placing in whole.placings if placing.rank is not None)
    if whole.lowest is None or len(compared) < 2:
        return
    known: set[frozenset[str]] = set()
    for per_cent in CHEAPER:
        third = _invented(compared[0], whole, whole.lowest * per_cent / 100)
        found = _turns(whole, rank_by(rules, (*compared, third)), "", third.price)
        yield tuple(turn for turn in found if frozenset(turn.before) not in known)
        known.update(frozenset(turn.before) for turn in found)


def _invented(like: Offer, whole: Ranking, price: Decimal) -> Offer:
    """Make an offer that only just is not refused."""
    scores = tuple((part.id, part.minimum or Decimal(0)) for part in whole.criteria if part.id != PRICE)
    return replace(like, id="", name="", price=price, scores=scores)


def _turns(without: Ranking, with_third: Ranking, third: str, price: Decimal) -> tuple[Turn, ...]:
    """Give the pairs that stand in both rankings, but the other way round."""
    ranks = {placing.offer.id: placing.rank for placing in with_third.placings}
    compared = [placing for placing in without.placings if placing.rank is not None]
    return tuple(
        Turn(
            before=(better.offer.name, worse.offer.name),
            after=(worse.offer.name, better.offer.name),
            third=third,
            price=price,
        )
        for better, worse in combinations(compared, 2)
        if better.rank != worse.rank and _before(ranks.get(worse.offer.id), ranks.get(better.offer.id))
    )


def _before(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one < other
