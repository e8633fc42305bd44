"""How offers are scored: a rule for each award criterion, and weights that add up."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from procura_desktop.domain.checks.finding import Finding, Mend
from procura_desktop.domain.checks.prose import Hit, Passage
from procura_desktop.domain.checks.rules import finding
from procura_desktop.domain.procurement import Award, Item, PriceKind, Procurement, Share
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
_TOTAL = re.compile(r"^\W*(?:total|sum)\b", re.IGNORECASE)


def check_points(item: Item) -> Iterator[Finding]:
    """Look whether an award criterion says how it is scored."""
    if item.kind != "AC" or _SCORING.search(item.wording.points):
        return
    said = item.wording.points.strip()
    what = (
        phrase("checks", "“{words}” is no rule for points.").of(words=said)
        if said
        else phrase("checks", "“{title}” has no rule for points.").of(title=item.title)
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
    """Look whether what counts adds up, in each lot."""
    award = procurement.award
    everything = procurement.of_kind("AC")
    if not everything and award.price.weight in (None, _HUNDRED):
        return  # by price or cost alone
    yield from _scores(everything)
    if award.weighting == "order":
        if everything and not award.order_reason.strip():
            fill = Mend(action="fill", field="award.order_reason")
            what = phrase(
                "checks", "Only the order of importance is given, without the reason why weights cannot be."
            )
            yield finding("weights", what, field="award.order_reason", mends=(fill,))
        return
    missing = tuple(_missing(award, everything))
    yield from missing
    if not missing:
        yield from _sums(procurement, award)


def _scores(items: Sequence[Item]) -> Iterator[Finding]:
    for item in items:
        minimum = item.share.minimum
        if minimum is not None and not _ZERO <= minimum <= _HUNDRED:
            what = phrase(
                "checks", "“{title}” asks for a score of at least {minimum}; scores run from 0 to 100."
            ).of(title=item.title, minimum=minimum)
            yield finding("weights", what, item=item.id, field="share.minimum")


def _missing(award: Award, items: Sequence[Item]) -> Iterator[Finding]:
    """Give what has no weight, or one that cannot be."""
    counted: list[tuple[str, Value, Share]] = [
        ("", _PRICES[award.price_kind], award.price),
        *((one.id, one.title, one.share) for one in items),
    ]
    for item, title, share in counted:
        wrong = _fault(share, ranges=award.weighting == "ranges")
        if wrong is not None:
            field = "share.weight" if item else "award.price"
            fill = Mend(action="fill", item=item, field=field)
            yield finding("weights", wrong.of(title=title), item=item, field=field, mends=(fill,))


def _fault(share: Share, *, ranges: bool) -> Phrase | None:
    if share.weight is None:
        return phrase("checks", "“{title}” has no weight.")
    if share.weight < _ZERO:
        return phrase("checks", "“{title}” has a weight below zero.")
    if not ranges:
        return None
    if share.most is None:
        return phrase("checks", "“{title}” has no upper end of its range.")
    if share.weight > share.most:
        return phrase("checks", "“{title}” has a range whose lower end is above the upper.")
    return None


def _sums(procurement: Procurement, award: Award) -> Iterator[Finding]:
    lots = procurement.lots
    for lot_id, title in [(lot.id, lot.title) for lot in lots] or [("", "")]:
        shares = [award.price, *(item.share for item in procurement.of_kind("AC", lot_id))]
        wrong = _wrong_sum(award, shares)
        if wrong is not None:
            what = phrase("checks", "Lot “{lot}”: {wrong}").of(lot=title, wrong=wrong) if title else wrong
            yield finding(
                "weights", what, field="award", others=tuple(i.id for i in procurement.of_kind("AC", lot_id))
            )


def _wrong_sum(award: Award, shares: Sequence[Share]) -> Phrase | None:
    total = sum((share.weight or _ZERO for share in shares), _ZERO)
    if award.weighting == "percent":
        wrong = phrase("checks", "The weights add up to {total} %, not to 100 %.").of(total=total)
        return None if total == _HUNDRED else wrong
    if award.weighting == "points":
        return None if total > _ZERO else phrase("checks", "The weights add up to no points at all.")
    most = sum((share.most or _ZERO for share in shares), _ZERO)
    wrong = phrase("checks", "The weights run from {total} % to {most} % together; 100 % is not between.").of(
        total=total, most=most
    )
    return None if total <= _HUNDRED <= most else wrong
