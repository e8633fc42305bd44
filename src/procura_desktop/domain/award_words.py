"""How offers are compared, in sentences for the procurement documents: what `scoring` does, and nothing else.

The caller may give its own way of writing numbers, such as with a comma in a French document.
"""

from collections.abc import Callable
from decimal import Decimal

from procura_desktop.domain.procurement import Award, Procurement, Share

Numbers = Callable[[Decimal], str]

PRICE_NAMES = {"price": "price", "cost": "life-cycle cost"}


def plain(number: Decimal) -> str:
    """Write a number without needless zeros or exponent: 60, 12.5, 0.25."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def weight_text(award: Award, share: Share, *, number: Numbers = plain) -> str:
    """Give what a criterion counts as documents print it; "" where it is open or only the order counts."""
    if share.weight is None or award.weighting == "order":
        return ""
    unit = "points" if award.weighting == "points" else "%"
    if award.weighting == "ranges" and share.most is not None and share.most != share.weight:
        return f"{number(share.weight)}–{number(share.most)} {unit}"
    return f"{number(share.weight)} {unit}"


def award_sentences(procurement: Procurement, lot: str = "", *, number: Numbers = plain) -> tuple[str, ...]:
    """Explain how the offers for a lot ("" is every lot) are compared, a sentence or two each."""
    award = procurement.award
    if not procurement.of_kind("AC", lot):
        return (f"The offer with the lowest {PRICE_NAMES[award.price_kind]} comes first.", *_refusals(award))
    shares = (award.price, *(item.share for item in procurement.of_kind("AC", lot)))
    minimum = any(share.minimum is not None for share in shares)
    return (
        *_weighting(award),
        _formula(award, number),
        _lowest(award),
        *_rounding(award),
        *_refusals(award, minimum=minimum),
        *_tie(award),
    )


def _weighting(award: Award) -> tuple[str, ...]:
    scores = "Each award criterion gets a score of 0 to 100, by the rule stated with it."
    if award.weighting == "order":
        reason = award.order_reason.strip()
        why = f" Weights cannot be given: {reason}" if reason else ""
        return (
            scores,
            f"The award criteria stand in decreasing order of importance.{why}",
            "No total is computed. The contracting authority ranks the offers in that order of importance"
            " and records its reasons.",
        )
    share = "points that a criterion is worth" if award.weighting == "points" else "weight in per cent"
    counted = f"Its points are the score × the {share} ÷ 100; the total of an offer is the sum of its points."
    middle = ("Where a weight is a range, its middle is used.",) if award.weighting == "ranges" else ()
    return (scores, counted, *middle, "The offer with the highest total comes first.")


def _formula(award: Award, number: Numbers) -> str:
    name = PRICE_NAMES[award.price_kind]
    if award.formula == "relative":
        return f"Score of the {name} = 100 × lowest {name} ÷ {name} of the offer."
    if award.formula == "linear":
        zero = number(award.zero_at)
        return (
            f"The lowest {name} scores 100, and a {name} of {zero} times the lowest or more scores 0."
            f" Between them the score falls in a straight line: 100 × ({zero} × lowest {name} −"
            f" {name} of the offer) ÷ ({zero} × lowest {name} − lowest {name})."
        )
    steps = "; ".join(f"up to {number(limit)} %: {number(score)}" for limit, score in award.table)
    return f"Score of the {name} by its per cent of the lowest {name}: {steps}; above that: 0."


def _lowest(award: Award) -> str:
    name = PRICE_NAMES[award.price_kind]
    return f"The lowest {name} is that of the offers compared: an offer that is refused does not count."


def _rounding(award: Award) -> tuple[str, ...]:
    places = "whole numbers" if award.decimals == 0 else f"{award.decimals} decimals"
    what = "Scores are" if award.weighting == "order" else "Scores and points are each"
    return (f"{what} rounded to {places.replace('1 decimals', '1 decimal')}, a half upwards.",)


def _refusals(award: Award, *, minimum: bool = False) -> tuple[str, ...]:
    name = PRICE_NAMES[award.price_kind]
    low = ("An offer with a score below the minimum stated for a criterion is refused.",) if minimum else ()
    return (*low, f"An offer without a {name} above 0 is not compared.")


def _tie(award: Award) -> tuple[str, ...]:
    if award.weighting == "order":
        return ()
    name = PRICE_NAMES[award.price_kind]
    first = {
        "price": f"Of offers with equal totals the one with the lower {name} comes first."
        " If these are equal too, lots are drawn.",
        "quality": f"Of offers with equal totals the one with more points for the criteria other than {name}"
        " comes first. If these are equal too, lots are drawn.",
        "lot": "Between offers with equal totals lots are drawn.",
    }
    return (first[award.tie],)
