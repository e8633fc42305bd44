"""How offers are ranked, in words: what each criterion counts, and the rules that `domain.scoring` follows.

A bidder must be able to work out the own score from these sentences and a pocket calculator
(Article 67(5) of Directive 2014/24/EU: the relative weighting is stated in the procurement documents).
"""

from collections.abc import Iterator
from decimal import Decimal

from procura_desktop.domain.award_words import award_sentences, weight_text
from procura_desktop.domain.procurement import Item, Share
from procura_desktop.domain.weights import PRICE, award_of, weighed
from procura_desktop.export.paper import Block, Column, Heading, Table
from procura_desktop.export.papers.desk import Desk, cell, text

_PRICE = {"price": "Price", "cost": "Life-cycle cost"}


def share_words(desk: Desk, item: Item | None, lot: str = "") -> str:
    """Say what an award criterion counts, as the award weighs: per cent, points, a range or a place.

    Args:
        desk: of the procurement.
        item: the criterion; None is the price.
        lot: id of the lot that is meant; "" is all.
    """
    award = award_of(desk.procurement, lot)
    if award.weighting == "order":
        name = item.id if item else PRICE
        place = next((one.weight for one in weighed(desk.procurement, lot) if one.id == name), None)
        return desk.say("place {number}", number=desk.write.number(place)) if place is not None else "…"
    told = weight_text(award, _share(desk, item, lot), number=desk.write.number)
    if not told or award.weighting != "points":
        return told or "…"
    return desk.say("1 point") if told == "1" else desk.say("{number} points", number=told)


def shares_by_lot(desk: Desk, item: Item | None) -> str:
    """Say what an award criterion counts, None is the price; its lots are named if they differ in that."""
    found: dict[str, list[str]] = {}
    for lot in desk.procurement.lots:
        if item is None or not item.lots or lot.id in item.lots:
            found.setdefault(share_words(desk, item, lot.id), []).append(desk.lot_name(lot))
    if len(found) > 1:
        return "; ".join(f"{share} ({'; '.join(names)})" for share, names in found.items())
    return next(iter(found), "") or share_words(desk, item)


def counts(desk: Desk, item: Item | None) -> str:
    """Say what an award criterion counts, None is the price, with the least score that it needs."""
    share = shares_by_lot(desk, item)
    minimum = (item.share if item else desk.procurement.award.price).minimum
    if minimum is None:
        return desk.say("Counts: {share}", share=share)
    number = desk.write.number(minimum)
    return desk.say("Counts: {share}; least score: {number}", share=share, number=number)


def _share(desk: Desk, item: Item | None, lot: str) -> Share:
    return item.share if item else award_of(desk.procurement, lot).price


def minimum_words(desk: Desk, share: Share) -> str:
    """Say the least score of 100 that a criterion needs; "–" where it needs none."""
    return desk.write.number(share.minimum) if share.minimum is not None else "–"


def price_name(desk: Desk) -> str:
    """Name what is compared beside quality: the price, or the cost over the life cycle."""
    return desk.say(_PRICE[desk.procurement.award.price_kind])


def counted(desk: Desk, lot: str = "") -> tuple[Item | None, ...]:
    """Give what is weighed for a lot ("" is all), in the order in which it stands; None is the price."""
    items = {item.id: item for item in desk.procurement.of_kind("AC", lot)}
    return tuple(items.get(one.id) for one in weighed(desk.procurement, lot))


def weights(desk: Desk, lot: str, title: str) -> Table:
    """Give the table of what counts how much, with the sum where there is one."""
    say, award = desk.say, award_of(desk.procurement, lot)
    found = counted(desk, lot)
    rows = [
        (
            cell(desk.numbers[item.id] if item else "–"),
            cell(item.title if item else price_name(desk)),
            cell(share_words(desk, item, lot)),
            cell(minimum_words(desk, _share(desk, item, lot))),
        )
        for item in found
    ]
    if award.weighting in {"percent", "points"} and len(found) > 1:
        shares = (_share(desk, item, lot) for item in found)
        total = Share(weight=sum((share.weight or Decimal(0) for share in shares), Decimal(0)))
        told = weight_text(award, total, number=desk.write.number)
        rows.append((cell(""), cell(say("Sum"), "strong"), cell(told, "strong"), cell("")))
    return Table(
        title,
        (Column(8), Column(46), Column(20, "right"), Column(26, "right")),
        (cell(say("No.")), cell(say("Award criterion")), cell(say("Counts")), cell(say("Least score"))),
        tuple(rows),
    )


def weight_tables(desk: Desk) -> Iterator[Block]:
    """Give the table of weights, one for each lot where the lots have different award criteria."""
    if not any(item.lots for item in desk.procurement.of_kind("AC")) or not desk.lots:
        yield weights(desk, "", desk.say("Weights"))
        return
    for lot in desk.procurement.lots:
        name = desk.lot_name(lot)
        yield Heading(name, 3)
        yield weights(desk, lot.id, f"{desk.say('Weights')}: {name}")


def scoring(desk: Desk) -> Iterator[Block]:
    """Say how scores are given, added and rounded, and what breaks a tie; per lot where that differs."""
    for name, said in rules_by_lot(desk):
        if name:
            yield Heading(name, 3)
        yield from map(text, said)
    if not desk.procurement.of_kind("AC"):
        return  # the price alone is compared as it is, and not scored
    yield text(
        desk.say(
            "The score for price or cost depends on the lowest price of all admitted tenders. If that tender "
            "is excluded later, the scores are calculated anew, and the order of the others can change."
        ),
        style="note",
    )


def rules_by_lot(desk: Desk) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the rules with the name of their lot, each sentence a paragraph; the name is "" for all lots."""
    lots = desk.procurement.lots
    found = [(desk.lot_name(lot), _sentences(desk, lot.id)) for lot in lots]
    if len({said for _, said in found}) > 1:
        return tuple(found)
    return (("", found[0][1] if found else _sentences(desk, "")),)


def _sentences(desk: Desk, lot: str) -> tuple[str, ...]:
    return award_sentences(desk.procurement, lot, say=desk.say, number=desk.write.number)
