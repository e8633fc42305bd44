"""LibreOffice ranks what is filled into the matrix as the program does."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from procura_desktop.domain.procurement import Award, Offer, Procurement, TieRule
from procura_desktop.domain.scoring import Placing, rank
from procura_desktop.domain.weights import PRICE
from procura_desktop.export.matrix import matrix
from tests.awards import awards, make_award, make_award_item, make_offer, offers_for
from tests.procurements import make_procurement
from tests.sheets import FIRST, Line, desk_of, fill_in, lines, opened, recalculated, row_of, sheet_of

pytestmark = pytest.mark.external("soffice")
Case = tuple[Procurement, tuple[Offer, ...]]


def expected(placing: Placing) -> Line:
    status = "compared"
    if placing.refused:
        status = "refused" if all(one.why == "minimum" for one in placing.refused) else "incomplete"
    mark = placing.mark(PRICE)
    return Line(
        status=status,
        price_score=float(mark.score) if mark else None,
        total=None if placing.total is None else float(placing.total),
        rank=placing.rank,
        tie="draw lots" if placing.tied else "",
    )


def in_columns(sheet: Worksheet, case: Case) -> list[tuple[Line, Line]]:
    """Pair what the sheet says with what the program says, but for the price score of a refused offer."""
    procurement, offers = case
    ranking = rank(procurement, offers, procurement.lots[0].id if procurement.lots else "")
    wanted = [expected(ranking.placing(offer.id)) for offer in offers]
    found = lines(sheet, len(offers))
    return [
        (one if other.status == "compared" else Line(one.status, None, one.total, one.rank, one.tie), other)
        for one, other in zip(found, wanted, strict=True)
    ]


def differences(cases: list[Case], folder: Path) -> list[tuple[int, Line, Line]]:
    files = {
        str(at): fill_in(matrix(desk_of(procurement)), procurement, offers)
        for at, (procurement, offers) in enumerate(cases)
    }
    calculated = recalculated(files, folder)
    return [
        (at, found, wanted)
        for at, case in enumerate(cases)
        for found, wanted in in_columns(sheet_of(calculated[str(at)]), case)
        if found != wanted
    ]


def test_the_example_of_two_lots(tmp_path: Path) -> None:
    procurement = make_procurement()

    assert differences([(procurement, procurement.offers)], tmp_path) == []


def test_price_alone_and_an_empty_sheet(tmp_path: Path) -> None:
    alone = make_award(Award())
    offers = (make_offer("A", "120"), make_offer("B", "100"), make_offer("C", "100"))

    assert (
        differences([(alone, offers), (make_award(Award(), make_award_item("a", "40")), ())], tmp_path) == []
    )


@pytest.mark.parametrize("tie", ["price", "quality", "lot"])
def test_price_alone_is_not_rounded(tie: TieRule, tmp_path: Path) -> None:
    """All that is compared scores 100; an offer without a price counts for nothing."""
    table = make_award(Award(tie=tie, formula="table", table=((Decimal(110), Decimal(100)),)))
    rounded = make_award(Award(tie=tie, decimals=0))
    offers = (
        make_offer("A", "100400"),
        make_offer("B", "0"),
        make_offer("C", "100000"),
        make_offer("D", "100400"),
    )

    assert [placing.rank for placing in rank(rounded, offers).placings] == [1, 2, 2, None]
    assert differences([(table, offers), (rounded, offers)], tmp_path) == []


def test_a_must_that_is_not_met_refuses(tmp_path: Path) -> None:
    procurement = make_procurement()
    book = fill_in(matrix(desk_of(procurement)), procurement, procurement.offers)
    filled = opened(book)
    sheet = sheet_of(filled)
    sheet.cell(row_of(sheet, "Rechargeable battery endurance"), FIRST + 1).value = "no"  # B, the lowest price
    out = BytesIO()
    filled.save(out)

    found = lines(sheet_of(recalculated({"one": out.getvalue()}, tmp_path)["one"]), 3)

    assert [line.status for line in found] == ["compared", "refused", "compared"]
    assert found[0].price_score == 100  # A is the lowest now
    # C: (2 × 250 − 300) ÷ 250 = 80 → 48 + 25 + 15 = 88; A: 60 + 20 + 7.5 = 87.5
    assert [(line.total, line.rank) for line in found] == [(87.5, 2), (None, None), (88, 1)]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    procurement = draw(awards())
    return procurement, draw(offers_for(procurement))


@settings(max_examples=2)
@given(st.lists(cases(), min_size=12, max_size=12))
def test_any_award_ranks_alike(drawn: list[Case]) -> None:
    with TemporaryDirectory() as folder:
        assert differences(drawn, Path(folder)) == []
