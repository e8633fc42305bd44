"""The lower part of the evaluation matrix: what becomes of each tender, and how it was worked out."""

from collections.abc import Iterator
from decimal import Decimal

from procura_desktop.domain.procurement import Offer
from procura_desktop.domain.scoring import Placing, rank
from procura_desktop.domain.weights import PRICE
from procura_desktop.export import matrix_formulas as formulas
from procura_desktop.export.matrix_formulas import RANK_OF_REFUSED, Cells, Shown
from procura_desktop.export.matrix_plan import FIRST, MINIMUM, NAME, NUMBER, WEIGHT, Plan
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.workbook import Page, Style, address, block

Value = Decimal | int | str | None
Line = tuple[int, str, str, str, Value, Style]  # row, number, name, formula, its value now, style
# Rows of the workings, counted from their first.
LOOK, ADMITTED, QUALITY, KEY, LOWEST, TABLE = range(6)


def write_results(page: Page, desk: Desk, plan: Plan, offers: tuple[Offer, ...]) -> None:
    """Write the results: formulas with their values for the offers given."""
    say = desk.say
    words = ("no", "refused", "incomplete", "compared", "draw lots")
    no, refused, incomplete, compared, draw = (say(word).replace('"', "”") for word in words)
    shown = Shown(no=no, refused=refused, incomplete=incomplete, compared=compared, draw=draw)
    ranking = rank(desk.procurement, offers, plan.lot)
    page.section(plan.results - 1, say("Result"))
    page.section(plan.workings - 1, say("Workings"))
    for place in range(plan.places):
        placing = ranking.placing(offers[place].id) if place < len(offers) else None
        cells = _cells(plan, FIRST + place)
        for line in _lines(desk, plan, cells, shown, placing):
            row, number, name, formula, value, style = line
            page.row = row
            if place == 0:
                page.text(NUMBER, number, "text")
                page.text(NAME, name, "label" if style == "result" else "text")
                for column in range(NAME + 1, FIRST):
                    page.blank(column, "text")
            page.formula(FIRST + place, formula, value, style, num_format=_format(plan, row))
    _lowest(page, desk, plan, ranking.lowest)
    if not plan.score_items:
        _hide_scores(page, plan)
    if plan.ranks:
        _mark_best(page, plan)
    elif plan.award.weighting == "order":
        _by_the_buyer(page, desk, plan)
    else:
        page.row = plan.total
        page.text(NAME, say("Nothing is ranked: the rules are not complete."), "label")


def _hide_scores(page: Page, plan: Plan) -> None:
    """Hide what says nothing where the price alone is compared, as it is; formulas use some of it."""
    points = range(plan.price_score, plan.total + 1)
    for row in (plan.scores - 1, plan.sum, *points, plan.workings + QUALITY, plan.workings + KEY):
        page.sheet.set_row(row, None, None, {"hidden": True})


def _lines(desk: Desk, plan: Plan, cells: Cells, shown: Shown, placing: Placing | None) -> Iterator[Line]:
    """Give the rows of one tender."""
    say, places = desk.say, plan.award.decimals
    word = _word(shown, placing)
    look = plan.workings + LOOK
    yield look, "", say("First look"), formulas.first_look(cells, shown, places), word, "faint"
    minimum = plan.price_part.minimum is not None and plan.checked.scores
    yield (
        plan.results,
        "",
        say("Status"),
        formulas.result(cells, shown, price_minimum=minimum),
        word,
        "result",
    )
    if not plan.checked.scores:
        return
    admitted = placing.offer.price if placing and word == shown.compared else ""
    yield (
        *(
            plan.workings + ADMITTED,
            "",
            say("Price compared"),
            formulas.admitted_price(cells, shown),
            admitted,
        ),
        "faint",
    )
    score = formulas.price_score(cells, shown, plan.award)
    yield plan.price_score, "", say("Score of the price"), score, _score(placing), "faint"
    if plan.ranks:
        yield from _points(desk, plan, cells, shown, placing)
        yield from _totals(desk, plan, cells, shown, placing)


def _points(desk: Desk, plan: Plan, cells: Cells, shown: Shown, placing: Placing | None) -> Iterator[Line]:
    say, decimals = desk.say, plan.award.decimals
    row = plan.price_score + 1
    earned = formulas.points(
        cells, shown, score=cells.price_score, weight=cells.price_weight, decimals=decimals
    )
    yield row, "", say("Points for the price"), earned, _points_of(placing, PRICE), "faint"
    column = cells.name.rstrip("0123456789")
    for at, item in enumerate(plan.score_items):
        weight = address(plan.scores + at, WEIGHT, fixed=True)
        score = f"{column}{plan.scores + at + 1}"
        earned = formulas.points(cells, shown, score=score, weight=weight, decimals=decimals)
        name = say("Points for {criterion}", criterion=item.title)
        yield row + 1 + at, desk.numbers[item.id], name, earned, _points_of(placing, item.id), "faint"


def _totals(desk: Desk, plan: Plan, cells: Cells, shown: Shown, placing: Placing | None) -> Iterator[Line]:
    say, decimals = desk.say, plan.award.decimals
    total, quality = (placing.total, placing.quality) if placing else (None, None)
    yield plan.total, "", say("Total"), formulas.total(cells, shown, decimals), total, "result"
    place = placing.rank if placing else None
    yield plan.total + 1, "", say("Rank"), formulas.rank(cells, plan.award), place, "result"
    drawn = shown.draw if placing and placing.tied else ""
    yield plan.total + 2, "", say("Tie"), formulas.draw(cells, shown), drawn, "result"
    row = plan.workings
    yield (
        row + QUALITY,
        "",
        say("Points without the price"),
        formulas.quality(cells, shown, decimals),
        quality,
        "faint",
    )
    key = RANK_OF_REFUSED if total is None else total
    yield row + KEY, "", say("Compared by"), formulas.key(cells, shown), key, "faint"


def _cells(plan: Plan, column: int) -> Cells:
    """Name the cells that the formulas of one tender use."""
    last = FIRST + plan.places - 1
    work, criteria, steps = plan.workings, len(plan.score_items), len(plan.award.table)

    def here(row: int) -> str:
        return address(row, column)

    def over(row: int) -> str:
        return f"{address(row, FIRST, fixed=True)}:{address(row, last, fixed=True)}"

    return Cells(
        name=here(plan.names),
        price=here(plan.price),
        musts=block(plan.musts, column, len(plan.must_items)),
        scores=block(plan.scores, column, criteria),
        count=criteria,
        minima=block(plan.scores, MINIMUM, criteria, fixed=True),
        weights=block(plan.scores, WEIGHT, criteria, fixed=True),
        price_minimum=address(plan.price, MINIMUM, fixed=True),
        price_weight=address(plan.price, WEIGHT, fixed=True),
        lowest=address(work + LOWEST, WEIGHT, fixed=True),
        limits=block(work + TABLE, WEIGHT, steps, fixed=True),
        steps=block(work + TABLE, MINIMUM, steps, fixed=True),
        rows=steps,
        first=here(work + LOOK),
        price_score=here(plan.price_score),
        points=block(plan.price_score + 2, column, criteria),
        earned=block(plan.price_score + 1, column, criteria + 1),
        quality=here(work + QUALITY),
        result=here(plan.results),
        total=here(plan.total),
        key=here(work + KEY),
        rank=here(plan.total + 1),
        prices=over(plan.price),
        qualities=over(work + QUALITY),
        keys=over(work + KEY),
        ranks=over(plan.total + 1),
    )


def _lowest(page: Page, desk: Desk, plan: Plan, lowest: Decimal | None) -> None:
    """Write the lowest price compared, and the table of prices and scores."""
    row = plan.workings
    prices = f"{address(row + ADMITTED, FIRST)}:{address(row + ADMITTED, FIRST + plan.places - 1)}"
    page.row = row + LOWEST
    page.text(NAME, desk.say("Lowest price compared"), "text")
    page.formula(WEIGHT, f'=IF(COUNT({prices})=0,"",MIN({prices}))', lowest, "faint", num_format="#,##0.00")
    for at, (limit, score) in enumerate(plan.award.table):
        page.row = row + TABLE + at
        page.text(NAME, desk.say("Up to this percentage of the lowest price: score"), "text")
        page.number(WEIGHT, limit, "faint")
        page.number(MINIMUM, score, "faint")


def _by_the_buyer(page: Page, desk: Desk, plan: Plan) -> None:
    """Leave ranks and reasons to the buyer, where only the order of importance is known."""
    for at, name in enumerate((desk.say("Rank given by the buyer"), desk.say("Reasons for the rank"))):
        page.row = plan.total + at
        page.text(NAME, name, "label")
        for place in range(plan.places):
            page.blank(FIRST + place, "answer")


def _mark_best(page: Page, plan: Plan) -> None:
    last = FIRST + plan.places - 1
    rule = {
        "type": "formula",
        "criteria": f"={address(plan.total + 1, FIRST)}=1".replace("$", ""),
        "format": page.book.made.add_format({"bold": True, "bg_color": "#CFEBD6", "font_color": "#0B3D1E"}),
    }
    page.sheet.conditional_format(plan.total + 1, FIRST, plan.total + 1, last, rule)


def _format(plan: Plan, row: int) -> str:
    if row == plan.total + 1:
        return "0"
    if row == plan.workings + ADMITTED:
        return "#,##0.00"
    digits = "0." + "0" * plan.award.decimals if plan.award.decimals > 0 else "0"
    return f"{digits};;{digits}" if row == plan.workings + KEY else digits  # what is refused shows nothing


def _word(shown: Shown, placing: Placing | None) -> str:
    if placing is None:
        return ""
    if not placing.refused:
        return shown.compared
    return shown.refused if all(one.why == "minimum" for one in placing.refused) else shown.incomplete


def _score(placing: Placing | None) -> Value:
    mark = placing.mark(PRICE) if placing else None
    return mark.score if mark else ""


def _points_of(placing: Placing | None, criterion: str) -> Value:
    mark = placing.mark(criterion) if placing else None
    return mark.points if mark else ""
