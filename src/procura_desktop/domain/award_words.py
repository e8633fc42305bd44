"""How offers are compared, in sentences for the procurement documents: what `scoring` does, and nothing else.

The sentences are English templates with their values apart, so that a caller can give its own way of saying
them in another language (`say`) and of writing numbers (`number`).
Documents call an offer a tender, as the law does.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from procura_desktop.domain.procurement import Award, Procurement, Share, TieRule
from procura_desktop.domain.weights import award_of

Numbers = Callable[[Decimal], str]
Say = Callable[..., str]  # (template, **values) -> sentence

COST = "A life-cycle cost takes the place of the price in these rules."
PRICE_ALONE = (
    "The tender with the lowest price comes first. Between tenders with the same price lots are drawn."
)
SCORES = "Each award criterion gets a score of 0 to 100, by the rule stated with it."
BY_PER_CENT = (
    "Points for a criterion = score × weight in per cent ÷ 100."
    " The total of a tender is the sum of its points."
)
BY_POINTS = (
    "Points for a criterion = score × highest points ÷ 100. The total of a tender is the sum of its points."
)
BY_RANGES = "Where a weight is a range, its middle is used."
HIGHEST = "The tender with the highest total comes first."
BY_ORDER = "The award criteria stand in decreasing order of importance."
ORDER_REASON = "Weights cannot be given: {reason}"
NO_TOTAL = (
    "No total is computed. The contracting authority ranks the tenders in that order of importance and"
    " records its reasons."
)
RELATIVE = "Score of the price = 100 × lowest price ÷ price of the tender."
LINEAR = (
    "The lowest price scores 100. A price of {factor} times the lowest or more scores 0. Between them the"
    " score falls in a straight line: 100 × ({factor} × lowest price − price of the tender) ÷ ({less} ×"
    " lowest price)."
)
TABLE = "The score of the price depends on its percentage of the lowest price. {steps}. Above that it is 0."
NO_TABLE = (
    "The score of the price depends on its percentage of the lowest price. The table of these scores is still"
    " to be given."
)
STEP = "up to {limit} %: {score}"
LOWEST = "The lowest price is that of the tenders compared: a tender that is refused does not count."
ROUND_TO = "Scores and points are each rounded to {decimals} decimals, a half upwards."
ROUND_TO_ONE = "Scores and points are each rounded to one decimal, a half upwards."
ROUND_WHOLE = "Scores and points are each rounded to whole numbers, a half upwards."
MINIMUM = "A tender with a score below the minimum stated for a criterion is refused."
NO_PRICE = "A tender without a price above 0 is not compared."
TIES: dict[TieRule, str] = {
    "price": "Of tenders with equal totals the one with the lower price comes first. If the prices are equal"
    " too, lots are drawn.",
    "quality": "Of tenders with equal totals the one with more points for the criteria other than price comes"
    " first. If these are equal too, lots are drawn.",
    "lot": "Between tenders with equal totals lots are drawn.",
}


def plain(number: Decimal) -> str:
    """Write a number without needless zeros or exponent: 60, 12.5, 0.25."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def english(template: str, **values: str) -> str:
    """Say a template as it is."""
    return template.format(**values)


def weight_text(award: Award, share: Share, *, number: Numbers = plain) -> str:
    """Give what a criterion counts as tables print it; "" where it is open or only the order counts.

    Points come without a unit, per cent with their sign.
    """
    if share.weight is None or award.weighting == "order":
        return ""
    sign = "" if award.weighting == "points" else "\u00a0%"
    if award.weighting == "ranges" and share.most is not None and share.most != share.weight:
        return f"{number(share.weight)}–{number(share.most)}{sign}"
    return f"{number(share.weight)}{sign}"


def award_sentences(
    procurement: Procurement, lot: str = "", *, say: Say = english, number: Numbers = plain
) -> tuple[str, ...]:
    """Explain how the offers for a lot ("" is every lot) are compared, a paragraph each."""
    award, items = award_of(procurement, lot), procurement.of_kind("AC", lot)
    cost = (say(COST),) if award.price_kind == "cost" else ()
    if not items:
        return (*cost, say(PRICE_ALONE), say(NO_PRICE))
    minimum = any(share.minimum is not None for share in (award.price, *(item.share for item in items)))
    return (
        *cost,
        *_weighting(award, say),
        _formula(award, say, number),
        say(LOWEST),
        _rounding(award, say),
        *((say(MINIMUM),) if minimum else ()),
        say(NO_PRICE),
        *(() if award.weighting == "order" else (say(TIES[award.tie]),)),
    )


def _weighting(award: Award, say: Say) -> Iterator[str]:
    yield say(SCORES)
    if award.weighting == "order":
        yield say(BY_ORDER)
        if reason := award.order_reason.strip():
            yield say(ORDER_REASON, reason=reason)
        yield say(NO_TOTAL)
        return
    yield say(BY_POINTS if award.weighting == "points" else BY_PER_CENT)
    if award.weighting == "ranges":
        yield say(BY_RANGES)
    yield say(HIGHEST)


def _formula(award: Award, say: Say, number: Numbers) -> str:
    if award.formula == "linear":
        return say(LINEAR, factor=number(award.zero_at), less=number(award.zero_at - 1))
    if award.formula == "relative":
        return say(RELATIVE)
    if not award.table:
        return say(NO_TABLE)
    steps = "; ".join(say(STEP, limit=number(limit), score=number(score)) for limit, score in award.table)
    return say(TABLE, steps=steps[:1].upper() + steps[1:])  # a sentence


def _rounding(award: Award, say: Say) -> str:
    if award.decimals == 0:
        return say(ROUND_WHOLE)
    return say(ROUND_TO_ONE) if award.decimals == 1 else say(ROUND_TO, decimals=str(award.decimals))
