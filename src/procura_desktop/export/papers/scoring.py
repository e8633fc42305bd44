"""How offers are ranked, in words: shares, formula, rounding, ties.

A bidder must be able to work out the own score from these sentences and a pocket calculator
(Article 67(5) of Directive 2014/24/EU: the relative weighting is stated in the procurement documents).
"""

from collections.abc import Iterator
from decimal import Decimal

from procura_desktop.domain.procurement import Award, Item, Share, TieRule
from procura_desktop.export.paper import Block, Column, ListBlock, ListItem, Run, Table
from procura_desktop.export.papers.desk import Desk, cell, text

TIES: dict[TieRule, str] = {
    "price": "If two tenders have the same total, the one with the lower price or cost is ranked first.",
    "quality": "If two tenders have the same total, the one with the higher sum of weighted scores "
    "without price or "
    "cost is ranked first.",
    "lot": "If two tenders have the same total, their order is drawn by lot in the presence of a witness.",
}
_LAST = Decimal("Infinity")
_PRICE = {"price": "Price", "cost": "Life-cycle cost"}


def share_words(desk: Desk, share: Share) -> str:
    """Say what an award criterion counts, as the award weighs: per cent, points, a range or a place."""
    award, write = desk.procurement.award, desk.write
    if share.weight is None:
        return "…"
    if award.weighting == "points":
        return desk.say("{number} points", number=write.number(share.weight))
    if award.weighting == "ranges" and share.most is not None:
        return desk.say("{least} to {most}", least=write.number(share.weight), most=write.percent(share.most))
    if award.weighting == "order":
        return desk.say("place {number}", number=write.number(share.weight))
    return write.percent(share.weight)


def minimum_words(desk: Desk, share: Share) -> str:
    """Say the least score of 100 that a criterion needs; "–" where it needs none."""
    return desk.write.number(share.minimum) if share.minimum is not None else "–"


def price_name(desk: Desk) -> str:
    """Name what is compared beside quality: the price, or the cost over the life cycle."""
    return desk.say(_PRICE[desk.procurement.award.price_kind])


def weights(desk: Desk, items: tuple[Item, ...], title: str) -> Table:
    """Give the table of what counts how much: price or cost first, then the criteria, then the sum.

    Where only an order is given, a weight is the place in it, and the rows follow it.
    """
    say, award = desk.say, desk.procurement.award
    counted = [("–", price_name(desk), award.price)]
    counted += [(desk.numbers[item.id], item.title, item.share) for item in items]
    if award.weighting == "order":
        counted.sort(key=lambda row: row[2].weight if row[2].weight is not None else _LAST)
    rows = [
        (cell(number), cell(name), cell(share_words(desk, share)), cell(minimum_words(desk, share)))
        for number, name, share in counted
    ]
    if award.weighting in {"percent", "points"}:
        total = Share(weight=sum((share.weight or Decimal(0) for _, _, share in counted), Decimal(0)))
        rows.append(
            (cell(""), cell(say("Sum"), "strong"), cell(share_words(desk, total), "strong"), cell(""))
        )
    return Table(
        title,
        (Column(12), Column(52), Column(18, "right"), Column(18, "right")),
        (cell(say("No.")), cell(say("Award criterion")), cell(say("Counts")), cell(say("Least score"))),
        tuple(rows),
    )


def weighting_words(desk: Desk) -> Iterator[Block]:
    """Say how the shares are meant."""
    say, award = desk.say, desk.procurement.award
    if award.weighting == "percent":
        yield text(say("The weights are percentages of the total score."))
    elif award.weighting == "points":
        yield text(say("The weights are the most points that a tender can get for a criterion."))
    elif award.weighting == "ranges":
        yield text(
            say("The weights are ranges; the weight within the range is fixed before the tenders are opened.")
        )
    else:
        yield text(
            say(
                "No weights are given; the criteria are listed in descending order of importance "
                "(Article 67(5) of "
                "Directive 2014/24/EU)."
            )
        )
        yield text(say("Reason: {reason}", reason=award.order_reason or "…"))


def scoring(desk: Desk) -> Iterator[Block]:
    """Say how scores are given, added, rounded, and what breaks a tie."""
    say, award = desk.say, desk.procurement.award
    yield text(
        say(
            "Every award criterion is scored from 0 to 100 by the rule for its points: a share of the "
            "points is that "
            "share of 100."
        )
    )
    yield from _price(desk, award)
    if award.weighting != "order":
        yield text(
            say(
                "Weighted score = score × weight ÷ sum of all weights. The total of a tender is the sum "
                "of its weighted "
                "scores; the tender with the highest total is ranked first."
            )
        )
    yield text(
        say(
            "Each score and each total is rounded to {number} decimals; a digit of 5 or more is rounded up.",
            number=str(award.decimals),
        )
    )
    yield text(say(TIES[award.tie]))
    if any(
        share.minimum is not None
        for share in (award.price, *(item.share for item in desk.procurement.of_kind("AC")))
    ):
        yield text(say("A tender that stays below the least score of a criterion is refused."))


def _price(desk: Desk, award: Award) -> Iterator[Block]:
    say, write = desk.say, desk.write
    name = price_name(desk)
    if award.formula == "table":
        yield text(
            say(
                "{price}: the score follows from the price as a percentage of the lowest price of all "
                "admitted tenders.",
                price=name,
            )
        )
        yield _table(desk, award)
    elif award.formula == "relative":
        yield text(say("{price}: score = 100 × lowest price ÷ price of the tender.", price=name))
    else:
        yield text(
            say(
                "{price}: the lowest price gets 100. A price of {factor} times the lowest or more gets "
                "0. Between them the "
                "score falls in a straight line: score = 100 × ({factor} × lowest price − price of the "
                "tender) ÷ ({less} × "
                "lowest price).",
                price=name,
                factor=write.number(award.zero_at),
                less=write.number(award.zero_at - 1),
            )
        )
    yield text(
        say(
            "The score for price or cost depends on the lowest price of all admitted tenders. If that "
            "tender is excluded "
            "later, the scores are calculated anew, and the order of the others can change."
        ),
        style="note",
    )


def _table(desk: Desk, award: Award) -> Block:
    say, write = desk.say, desk.write
    if not award.table:
        return ListBlock((ListItem((Run("…"),)),))
    rows = [(cell(write.percent(most)), cell(write.number(score))) for most, score in award.table]
    rows.append((cell(say("above")), cell("0")))
    return Table(
        say("Score for price or cost"),
        (Column(60), Column(40, "right")),
        (cell(say("Price of the tender, up to this share of the lowest")), cell(say("Score"))),
        tuple(rows),
    )
