"""The rules of `domain.scoring` as formulas of a spreadsheet, for one column of the evaluation matrix.

They use only functions that Excel 2007 and LibreOffice know alike. Cells are named by `Cells`, so that the
formulas can be read without the sheet. A word in quotes is what the sheet shows, in its language.
"""

from dataclasses import dataclass

from procura_desktop.domain.procurement import Award

RANK_OF_REFUSED = -1  # what is compared in place of a total; no total is below 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The words that formulas show or look for; they hold no quotation marks."""

    no: str
    refused: str
    incomplete: str
    compared: str
    draw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Addresses of what the formulas of one offer use; ranges of an empty section are "".

    Attributes:
        name, price: of the offer.
        musts: answers to what must be met. scores: for the award criteria, and `count` of them.
        minima, weights: of the award criteria, beside the scores.
        price_minimum, price_weight: those of the price.
        lowest: the lowest price compared.
        limits, steps: the columns of the price table, with `rows` rows.
        first, price_score, points, earned, quality, result, total, key, rank: of the offer's results;
            `earned` is `points` with those of the price before them.
        prices, qualities, keys, ranks: the rows over all offers.
    """

    name: str
    price: str
    musts: str
    scores: str
    count: int
    minima: str
    weights: str
    price_minimum: str
    price_weight: str
    lowest: str
    limits: str
    steps: str
    rows: int
    first: str
    price_score: str
    points: str
    earned: str
    quality: str
    result: str
    total: str
    key: str
    rank: str
    prices: str
    qualities: str
    keys: str
    ranks: str


def first_look(cells: Cells, shown: Shown, decimals: int) -> str:
    """Say whether an offer is refused, incomplete or compared, the price not scored yet; "" for none."""
    given = [f'{cells.name}<>""', f'{cells.price}<>""']
    given += [f"COUNTA({part})>0" for part in (cells.scores, cells.musts) if part]
    steps = [f'IF(NOT(OR({",".join(given)})),"",']
    if cells.musts:
        steps.append(f'IF(COUNTIF({cells.musts},"{shown.no}")>0,"{shown.refused}",')
    steps.append(f'IF(NOT(ISNUMBER({cells.price})),"{shown.incomplete}",')
    steps.append(f'IF({cells.price}<=0,"{shown.incomplete}",')
    if cells.scores:
        outside = f"SUMPRODUCT(({cells.scores}<0)+({cells.scores}>100))>0"
        below = f'SUMPRODUCT(({cells.minima}<>"")*(ROUND({cells.scores},{decimals})<{cells.minima}))>0'
        steps.append(f'IF(COUNT({cells.scores})<{cells.count},"{shown.incomplete}",')
        steps.append(f'IF({outside},"{shown.incomplete}",')
        steps.append(f'IF({below},"{shown.refused}",')
    return f'={"".join(steps)}"{shown.compared}"{")" * len(steps)}'


def admitted_price(cells: Cells, shown: Shown) -> str:
    """Give the price where it counts for the lowest."""
    return f'=IF({cells.first}="{shown.compared}",{cells.price},"")'


def price_score(cells: Cells, shown: Shown, award: Award) -> str:
    """Score a price of 0 to 100 by the formula of the award."""
    formula = {"linear": _linear, "relative": _relative, "table": _table}[award.formula](cells, award)
    return f'=IF({cells.first}<>"{shown.compared}","",ROUND({formula},{award.decimals}))'


def points(cells: Cells, shown: Shown, *, score: str, weight: str, decimals: int) -> str:
    """Give the points that one score earns."""
    return (
        f'=IF({cells.first}<>"{shown.compared}","",ROUND({weight}*ROUND({score},{decimals})/100,{decimals}))'
    )


def result(cells: Cells, shown: Shown, *, price_minimum: bool) -> str:
    """Say what becomes of an offer once its price is scored."""
    if not price_minimum:
        return f"={cells.first}"
    low = f"{cells.price_score}<{cells.price_minimum}"
    return (
        f'=IF({cells.first}<>"{shown.compared}",{cells.first},IF({low},"{shown.refused}","{shown.compared}"))'
    )


def total(cells: Cells, shown: Shown, decimals: int) -> str:
    """Add the points up: those of the price stand first."""
    return f'=IF({cells.result}="{shown.compared}",ROUND(SUM({cells.earned}),{decimals}),"")'


def quality(cells: Cells, shown: Shown, decimals: int) -> str:
    """Add up the points without those of the price."""
    summed = f"ROUND(SUM({cells.points}),{decimals})" if cells.points else "0"
    return f'=IF({cells.result}="{shown.compared}",{summed},"")'


def key(cells: Cells, shown: Shown) -> str:
    """Give a number to compare by, also where there is no total."""
    return f'=IF({cells.result}="{shown.compared}",{cells.total},{RANK_OF_REFUSED})'


def rank(cells: Cells, award: Award) -> str:
    """Give the rank by totals and the tie rule, or by price alone; "" while a weight is missing."""
    weights = f"COUNT({cells.price_weight})=1"
    if cells.weights:
        weights += f",COUNT({cells.weights})={cells.count}"
    better = _better(cells, award) if cells.weights else _cheaper(cells)
    return f'=IF(AND({cells.key}>=0,{weights}),1+{better},"")'


def _better(cells: Cells, award: Award) -> str:
    """Count the offers before this one: with a higher total, or before it by the tie rule."""
    apart = f"ROUND({cells.keys}-{cells.key},{award.decimals})"
    ties = {
        "price": f"+SUMPRODUCT(({apart}=0)*({cells.prices}<{cells.price}))",
        "quality": f"+SUMPRODUCT(({apart}=0)*({cells.qualities}>{cells.quality}))",
        "lot": "",
    }
    return f"SUMPRODUCT(--({apart}>0)){ties[award.tie]}"


def _cheaper(cells: Cells) -> str:
    """Count the offers compared with a lower price."""
    return f"SUMPRODUCT(({cells.keys}>=0)*({cells.prices}<{cells.price}))"


def draw(cells: Cells, shown: Shown) -> str:
    """Say where only a draw can part offers."""
    return f'=IF({cells.rank}="","",IF(COUNTIF({cells.ranks},{cells.rank})>1,"{shown.draw}",""))'


def _linear(cells: Cells, award: Award) -> str:
    return f"MAX(0,100*({award.zero_at}*{cells.lowest}-{cells.price})/(({award.zero_at}-1)*{cells.lowest}))"


def _relative(cells: Cells, _: Award) -> str:
    return f"100*{cells.lowest}/{cells.price}"


def _table(cells: Cells, _: Award) -> str:
    """Count the steps that lie below the price; the next one gives the score, and beyond the last it is 0."""
    below = f"SUMPRODUCT(--(ROUND({cells.limits}*{cells.lowest},6)<ROUND({cells.price}*100,6)))"
    return f"IF({below}={cells.rows},0,INDEX({cells.steps},{below}+1))"
