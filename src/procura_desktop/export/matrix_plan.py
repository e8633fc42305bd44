"""Which row of the evaluation matrix holds what, so that formulas can name cells before they are written."""

from dataclasses import dataclass

from procura_desktop.domain.procurement import Award, Item, Procurement
from procura_desktop.domain.weights import (
    PRICE,
    PRICE_STOPS,
    WEIGHT_STOPS,
    Sum,
    Weighed,
    adds_up,
    award_of,
    weighed,
)

NUMBER, NAME, PRINTED, WEIGHT, MINIMUM, FIRST = range(6)
PLACES = 8  # columns for tenders, at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The rows of one sheet, from 0; a section is its first row, with its heading in the row above.

    Attributes:
        lot: its id; "" is the whole procurement.
        places: columns for tenders.
        musts: selection criteria and technical specifications. scores: award criteria.
        award: the rules that hold for the lot. price_part: how the price counts.
        parts: how the award criteria count, as they stand.
        sum: the row of the weights together.
        results: the row that says what becomes of a tender; below it stand price score, points, total, rank.
        workings: the first row of what is worked out on the way.
        end: where the rules begin.
    """

    lot: str
    award: Award
    checked: Sum
    places: int
    must_items: tuple[Item, ...]
    score_items: tuple[Item, ...]
    price_part: Weighed
    parts: tuple[Weighed, ...]
    head: int
    names: int
    price: int
    musts: int
    scores: int
    sum: int
    results: int
    workings: int
    end: int

    @property
    def ranks(self) -> bool:
        """Whether the sheet ranks, at least once open weights are filled in."""
        faults = set(self.checked.faults)
        return self.award.weighting != "order" and not faults & (WEIGHT_STOPS | PRICE_STOPS) - {
            "weights-missing"
        }

    @property
    def price_score(self) -> int:
        """The row of the score of the price; the next has its points, then come those of each criterion."""
        return self.results + 1

    @property
    def total(self) -> int:
        """The row of the total; the next have the rank and the draw."""
        return self.price_score + 2 + len(self.score_items)


def plan_of(procurement: Procurement, lot: str, offers: int) -> Plan:
    """Plan the sheet of a lot for so many offers."""
    award = award_of(procurement, lot)
    musts = (*procurement.of_kind("SC", lot), *procurement.of_kind("TS", lot))
    scores = procurement.of_kind("AC", lot)
    by_id = {part.id: part for part in weighed(procurement, lot)}
    head = 4
    must_row = head + 4
    score_row = must_row + len(musts) + 1
    sum_row = score_row + len(scores)
    results = sum_row + 2
    workings = results + len(scores) + 7
    return Plan(
        lot=lot,
        award=award,
        checked=adds_up(procurement, lot),
        places=max(PLACES, offers),
        must_items=musts,
        score_items=scores,
        price_part=by_id[PRICE],
        parts=tuple(by_id[item.id] for item in scores),
        head=head,
        names=head + 1,
        price=head + 2,
        musts=must_row,
        scores=score_row,
        sum=sum_row,
        results=results,
        workings=workings,
        end=workings + 6 + len(award.table),
    )
