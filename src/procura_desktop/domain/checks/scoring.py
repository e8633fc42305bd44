"""How offers are scored: a rule for each award criterion, weights that add up, and a rule for the price."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procura_desktop.domain.checks.finding import Finding, Mend, Severity, called
from procura_desktop.domain.checks.prose import Hit, Passage
from procura_desktop.domain.checks.rules import finding
from procura_desktop.domain.procurement import Award, Item, Lot, PriceKind, Procurement, Share
from procura_desktop.domain.weights import AwardFault, Sum, adds_up, award_of
from procura_desktop.phrases import Phrase, Value, phrase

_ZERO, _HUNDRED = Decimal(0), Decimal(100)
# Says how a performance becomes points.
_SCORING = re.compile(
    r"\d|\[\[|\b(?:full|all|maximum|no|half) (?:of the )?points\b|\blinear(?:ly)?\b|\bstraight line\b"
    r"|[×÷]|\bdivided (?:by|equally)\b|\btimes the points\b|\b(?:half|third|quarter|fifth|sixth"
    r"|share) of the points\b"
    r"|\bin proportion\b|\bproportional(?:ly)?\b|\bpro rata\b",
    re.IGNORECASE,
)
# Leaves the points to the buyer, in sentences of a document on award.
_FREE_CHOICE = re.compile(
    r"\bat (?:the|its|their) (?:sole |own )?discretion\b|\b(?:opinion|judgement|taste) of the (?:jury"
    r"|buyer|committee|panel)\b"
    r"|\b(?:the )?(?:lower|higher|more|less|better|shorter|longer),? the better\b"
    r"|\bwill be (?:positively )?(?:assessed|valued|rewarded|taken into account|considered)\b"
    r"|\bmore points for\b|\bawards? a mark\b|\bto be decided\b",
    re.IGNORECASE,
)
_SHARE_IN_LINE = re.compile(
    r"(?:[:|(–—-]|\bcounts?|\bweight(?:s|ing)?)\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:%|per cent|percent)\)?\.?\s*$"
)
_PRICES: dict[PriceKind, Phrase] = {"price": phrase("checks", "Price"), "cost": phrase("checks", "Cost")}
_OF_ONE: dict[AwardFault, Phrase] = {
    "weights-missing": phrase("checks", "“{title}” has no weight."),
    "weights-negative": phrase("checks", "“{title}” has a weight below zero."),
    "ranges-turned": phrase("checks", "“{title}” has a range whose lower end is above the upper."),
}
_OF_SUM: dict[AwardFault, Phrase] = {
    "weights-zero": phrase("checks", "The weights add up to no points at all."),
    "weights-sum": phrase("checks", "The weights add up to {total} %, not to 100 %."),
    "ranges-apart": phrase(
        "checks", "The weights run from {least} % to {most} % together; 100 % is not between."
    ),
}
_MIDDLES = phrase(
    "checks", "The middles of the ranges, which are counted with, add up to {total} %, not to 100 %."
)
# The field of the award that each is about, and what is wrong with it.
_OF_RULES: dict[AwardFault, tuple[str, Phrase]] = {
    "order-reason": (
        "award.order_reason",
        phrase("checks", "Only the order of importance is given, without the reason why weights cannot be."),
    ),
    "zero-at": (
        "award.zero_at",
        phrase("checks", "The price that scores 0 is not above the lowest price."),
    ),
    "table-empty": ("award.table", phrase("checks", "The table of prices and scores is empty.")),
    "table-order": (
        "award.table",
        phrase("checks", "In the table of prices and scores the limits must rise and the scores fall."),
    ),
    "table-scores": (
        "award.table",
        phrase("checks", "A score in the table of prices and scores is not between 0 and 100."),
    ),
    "decimals": ("award.decimals", phrase("checks", "Scores are rounded to 0 to 6 decimals, and no other.")),
}
_TOTAL = re.compile(r"^\W*(?:total|sum)\b", re.IGNORECASE)


def check_points(item: Item) -> Iterator[Finding]:
    """Look whether an award criterion says how it is scored."""
    if item.kind != "AC" or _SCORING.search(item.wording.points):
        return
    said = item.wording.points.strip()
    what = (
        phrase("checks", "“{words}” is no rule for points.").of(words=said)
        if said
        else phrase("checks", "“{title}” has no rule for points.").of(title=called(item))
    )
    fill = Mend(action="fill", item=item.id, field="points")
    yield finding("points", what, item=item.id, field="points", words=said, mends=(fill,))


def check_free_choice(passage: Passage) -> Iterator[Hit]:
    """Look in text on award for points that are left to the buyer."""
    if passage.kind != "AC" or passage.part != "requirement" or passage.own_words:
        return
    for sentence in passage.sentences:
        found = _FREE_CHOICE.search(sentence.text)
        if found is not None and not _SCORING.search(sentence.text):
            yield Hit(
                rule="points",
                start=sentence.start + found.start(),
                words=found[0],
                what=phrase("checks", "“{words}” does not say how many points an offer gets.").of(
                    words=found[0]
                ),
            )


def share_in_line(line: str) -> Decimal | None:
    """Give the percentage that ends a line such as "Price: 60 %"; None: there is none, or it is a sum."""
    found = None if _TOTAL.search(line) else _SHARE_IN_LINE.search(line)
    return Decimal(found[1].replace(",", ".")) if found else None


def check_weights(procurement: Procurement) -> Iterator[Finding]:
    """Look whether what counts adds up, and a price can be scored: what `adds_up` finds, for each lot."""
    found = [*_scores(procurement)]
    for lot in procurement.lots or (None,):
        found.extend(_of_lot(procurement, lot))
    yield from dict.fromkeys(found)  # what several lots share is said once


def _scores(procurement: Procurement) -> Iterator[Finding]:
    """Give what asks for a score that there is not."""
    for part in _counted(procurement, ""):
        minimum = part.share.minimum
        if minimum is not None and not _ZERO <= minimum <= _HUNDRED:
            what = phrase(
                "checks", "“{title}” asks for a score of at least {minimum}; scores run from 0 to 100."
            ).of(title=part.title, minimum=minimum)
            field = "share.minimum" if part.item else "award.price"
            yield finding("weights", what, item=part.item, field=field)


def _of_lot(procurement: Procurement, lot: Lot | None) -> Iterator[Finding]:
    name = lot.id if lot else ""
    award, summed, parts = (
        award_of(procurement, name),
        adds_up(procurement, name),
        _counted(procurement, name),
    )
    for fault in summed.faults:
        if fault in _OF_RULES:
            field, what = _OF_RULES[fault]
            yield finding("weights", what, field=field, mends=(Mend(action="fill", field=field),))
        elif fault in _OF_ONE:
            yield from _of_one(fault, award, parts)
        elif not _OF_ONE.keys() & set(summed.faults):
            yield from _of_sum(fault, summed, award, lot, parts)


@dataclass(frozen=True, slots=True)
class _Part:
    """What counts: an item by its id, or the price, whose id is ""."""

    item: str
    title: Value
    share: Share


def _counted(procurement: Procurement, lot: str) -> tuple[_Part, ...]:
    price = _Part("", _PRICES[procurement.award.price_kind], award_of(procurement, lot).price)
    return price, *(_Part(item.id, called(item), item.share) for item in procurement.of_kind("AC", lot))


def _of_one(fault: AwardFault, award: Award, parts: Sequence[_Part]) -> Iterator[Finding]:
    """Give what has no weight, or one that cannot be."""
    order = award.weighting == "order"  # in which only the price has a place of its own
    what = phrase("checks", "“{title}” has no place in the order of importance.") if order else _OF_ONE[fault]
    for part in parts[:1] if order else parts:
        if order or _has(fault, part.share):
            field = "share.weight" if part.item else "award.price"
            fill = Mend(action="fill", item=part.item, field=field)
            yield finding("weights", what.of(title=part.title), item=part.item, field=field, mends=(fill,))


def _has(fault: AwardFault, share: Share) -> bool:
    if share.weight is None:
        return fault == "weights-missing"
    if fault == "weights-negative":
        return share.weight < _ZERO
    return fault == "ranges-turned" and share.most is not None and share.most < share.weight


def _of_sum(
    fault: AwardFault, summed: Sum, award: Award, lot: Lot | None, parts: Sequence[_Part]
) -> Iterator[Finding]:
    """Give what is wrong with the weights together; per cent that are nothing are no 100 either."""
    if fault == "weights-zero" and summed.wanted is not None:
        return
    middles = fault == "weights-sum" and award.weighting == "ranges"
    wrong = _MIDDLES if middles else _OF_SUM[fault]
    wrong = wrong.of(total=summed.total, least=summed.least, most=summed.most)
    what = (
        phrase("checks", "Lot “{lot}”: {wrong}").of(lot=lot.title, wrong=wrong)
        if lot and lot.title
        else wrong
    )
    others = tuple(part.item for part in parts if part.item)
    severity: Severity | None = "should" if middles else None
    yield finding("weights", what, severity=severity, field="award.price", others=others)
