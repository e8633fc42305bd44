"""The upper part of the evaluation matrix: weights, and the yellow cells for each tender."""

from procura_desktop.domain.award_words import weight_text
from procura_desktop.domain.procurement import Item, Offer, Share
from procura_desktop.domain.weights import Weighed
from procura_desktop.export.matrix_plan import FIRST, MINIMUM, NAME, NUMBER, PRINTED, WEIGHT, Plan
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.workbook import Page, address, block


def write_inputs(page: Page, desk: Desk, plan: Plan, offers: tuple[Offer, ...]) -> None:
    """Write names, prices, what must be met, and scores."""
    say, places = desk.say, range(plan.places)
    page.row = plan.names
    _labels(page, say("Name of the tenderer"))
    for at in places:
        if at < len(offers):
            page.text(FIRST + at, offers[at].name, "answer", num_format="@", bold=True)
        else:
            page.blank(FIRST + at, "answer", num_format="@", bold=True)
    page.row = plan.price
    named = "Life-cycle cost" if plan.award.price_kind == "cost" else "Price"
    _labels(page, f"{say(named)} ({desk.procurement.head.currency})")
    _weights(page, desk, plan, plan.award.price, plan.price_part)
    for at in places:
        page.blank(FIRST + at, "number", num_format="#,##0.00")
        if at < len(offers) and offers[at].price.is_finite():
            page.number(FIRST + at, offers[at].price, "number", num_format="#,##0.00")
    _rule(page, plan, plan.price, 1, {"validate": "decimal", "criteria": ">", "value": 0})
    _musts(page, desk, plan)
    _scores(page, desk, plan, offers)


def _labels(page: Page, name: str, number: str = "") -> None:
    page.text(NUMBER, number, "label")
    page.text(NAME, name, "label")
    for column in (PRINTED, WEIGHT, MINIMUM):
        page.blank(column, "text")


def _weights(page: Page, desk: Desk, plan: Plan, share: Share, part: Weighed) -> None:
    """Write the weight as printed and as counted; one that is open can be filled in."""
    page.text(PRINTED, weight_text(plan.award, share, number=desk.write.number), "faint")
    if part.weight is None:
        page.blank(WEIGHT, "number")
    else:
        page.number(WEIGHT, part.weight, "faint")
    if part.minimum is not None:
        page.number(MINIMUM, part.minimum, "faint")


def _musts(page: Page, desk: Desk, plan: Plan) -> None:
    say = desk.say
    page.section(plan.musts - 1, say("Must be met: one “no” refuses the tender"))
    for at, item in enumerate(plan.must_items):
        page.row = plan.musts + at
        _item(page, desk, item)
        for column in range(FIRST, FIRST + plan.places):
            page.blank(column, "answer")
    rule: dict[str, object] = {"validate": "list", "source": [say("yes"), say("no")]}
    _rule(page, plan, plan.musts, len(plan.must_items), rule)


def _scores(page: Page, desk: Desk, plan: Plan, offers: tuple[Offer, ...]) -> None:
    say = desk.say
    page.section(plan.scores - 1, say("Scores of 0 to 100"))
    given = [dict(offer.scores) for offer in offers]
    for at, (item, part) in enumerate(zip(plan.score_items, plan.parts, strict=True)):
        page.row = plan.scores + at
        _item(page, desk, item)
        _weights(page, desk, plan, item.share, part)
        for place in range(plan.places):
            page.blank(FIRST + place, "number")
            if place < len(given) and item.id in given[place]:
                page.number(FIRST + place, given[place][item.id], "number")
    _rule(
        page,
        plan,
        plan.scores,
        len(plan.score_items),
        {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100},
    )
    if plan.award.weighting != "order":
        _sum(page, desk, plan)


def _sum(page: Page, desk: Desk, plan: Plan) -> None:
    page.row = plan.sum
    _labels(page, desk.say("Weights together"))
    rows = block(plan.scores, WEIGHT, len(plan.score_items))
    added = f"={address(plan.price, WEIGHT)}{f'+SUM({rows})' if rows else ''}"
    page.formula(WEIGHT, added, plan.checked.total, "faint")
    if plan.checked.wanted is not None:
        wrong = desk.say("not 100")
        shown = "" if plan.checked.left == 0 else wrong
        page.formula(MINIMUM, f'=IF(ROUND({address(plan.sum, WEIGHT)}-100,6)=0,"","{wrong}")', shown, "faint")


def _item(page: Page, desk: Desk, item: Item) -> None:
    page.text(NUMBER, desk.numbers[item.id], "text")
    page.text(NAME, item.title, "text")
    for column in (PRINTED, WEIGHT, MINIMUM):
        page.blank(column, "text")


def _rule(page: Page, plan: Plan, row: int, count: int, rule: dict[str, object]) -> None:
    if count:
        page.sheet.data_validation(row, FIRST, row + count - 1, FIRST + plan.places - 1, rule)
