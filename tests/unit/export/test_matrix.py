from dataclasses import replace
from decimal import Decimal

import pytest

from procura_desktop.domain.procurement import Award, Formula, Offer, Share
from procura_desktop.export.matrix import matrix
from tests.awards import make_award, make_award_item, make_offer
from tests.procurements import make_procurement
from tests.sheets import FIRST, Line, desk_of, lines, opened, row_of, sheet_of

LOST = "Nothing is ranked: the rules are not complete."


def test_each_lot_has_its_matrix_with_the_tenders_in_it() -> None:
    made = make_procurement()
    book = opened(matrix(desk_of(made), made.offers), values=True)

    assert book.sheetnames == ["Lot 1 Light laptops", "Lot 2 Workstations", "Sources"]
    # A and C have 85 points each, and A is cheaper; see the tests of scoring.
    assert lines(sheet_of(book), 4) == [
        Line("compared", 95.83, 85.0, 1, ""),
        Line("compared", 100.0, 80.5, 3, ""),
        Line("compared", 75.0, 85.0, 2, ""),
        Line("", None, None, None, ""),
    ]


def test_a_lot_by_price_alone_prints_what_is_counted() -> None:
    made = make_procurement()
    items = tuple(replace(item, lots=("lot-1",)) if item.kind == "AC" else item for item in made.items)
    book = opened(matrix(desk_of(replace(made, items=items))), values=True)

    printed = [
        [
            sheet_of(book, at).cell(row_of(sheet_of(book, at), "Price (EUR)"), column).value
            for column in (3, 4)
        ]
        for at in (0, 1)
    ]

    assert printed == [["60\u00a0%", 60], ["100\u00a0%", 100]]


def test_totals_and_ranks_are_formulas_and_locked() -> None:
    made = make_procurement()
    sheet = sheet_of(opened(matrix(desk_of(made), made.offers)))

    for name in ("Status", "Score of the price", "Points for Longer warranty", "Total", "Rank", "Tie"):
        for place in range(8):
            cell = sheet.cell(row_of(sheet, name), FIRST + place)
            assert cell.data_type == "f"
            assert cell.protection.locked
    assert sheet.protection.sheet


def test_what_is_typed_is_checked() -> None:
    sheet = sheet_of(opened(matrix(desk_of(make_procurement()))))
    rules = {
        (str(rule.type), str(rule.operator), str(rule.formula1))
        for rule in sheet.data_validations.dataValidation
    }

    assert rules == {
        ("decimal", "greaterThan", "0"),
        ("list", "None", '"yes,no"'),
        ("decimal", "None", "0"),  # between 0 and 100
    }


def test_there_is_a_column_for_every_tender() -> None:
    offers = tuple(make_offer(f"Bidder {at}", str(100 + at)) for at in range(30))
    sheet = sheet_of(opened(matrix(desk_of(make_award(Award())), offers), values=True))

    assert [line.rank for line in lines(sheet, 30)] == list(range(1, 31))


def test_an_open_weight_can_be_filled_in_and_nothing_is_ranked_before() -> None:
    award = Award(price=Share(weight=Decimal(60)))
    offers = (make_offer("A", "100", {"a": 50}),)
    sheet = sheet_of(opened(matrix(desk_of(make_award(award, make_award_item("a", None))), offers)))

    weight = sheet.cell(row_of(sheet, "A"), 4)
    assert (weight.value, weight.protection.locked) == (None, False)
    assert "COUNT($D$" in str(sheet.cell(row_of(sheet, "Rank"), FIRST).value)


def test_weights_that_are_not_100_are_told() -> None:
    award = Award(price=Share(weight=Decimal(60)))
    sheet = sheet_of(opened(matrix(desk_of(make_award(award, make_award_item("a", "30")))), values=True))
    row = row_of(sheet, "Weights together")

    assert (sheet.cell(row, 4).value, sheet.cell(row, 5).value) == (90, "not 100")


def test_an_order_of_importance_leaves_the_rank_to_the_buyer() -> None:
    award = Award(weighting="order", order_reason="New.", price=Share(weight=Decimal(1)))
    sheet = sheet_of(opened(matrix(desk_of(make_award(award, make_award_item("a", None))))))

    for name in ("Rank given by the buyer", "Reasons for the rank"):
        assert not sheet.cell(row_of(sheet, name), FIRST).protection.locked
    with pytest.raises(AssertionError, match="no row 'Total'"):
        row_of(sheet, "Total")


@pytest.mark.parametrize(
    "award",
    [
        Award(price=Share(weight=Decimal(60)), zero_at=Decimal(1)),
        Award(price=Share(weight=Decimal(60)), formula="table"),
        Award(price=Share(weight=Decimal(-60))),
    ],
)
def test_rules_that_are_not_complete_rank_nothing(award: Award) -> None:
    sheet = sheet_of(opened(matrix(desk_of(make_award(award, make_award_item("a", "40"))))))

    assert row_of(sheet, LOST)
    with pytest.raises(AssertionError, match="no row 'Rank'"):
        row_of(sheet, "Rank")


@pytest.mark.parametrize("formula", ["linear", "relative", "table"])
def test_the_rules_are_printed_below(formula: Formula) -> None:
    table = ((Decimal(100), Decimal(100)), (Decimal(150), Decimal(20)))
    made = make_procurement()
    procurement = replace(made, award=replace(made.award, formula=formula, table=table))
    sheet = sheet_of(opened(matrix(desk_of(procurement))))
    said = [str(cell.value) for cell in sheet["A"]]

    assert any("rounded to 2 decimals" in text for text in said)
    assert any("equal totals" in text for text in said)
    if formula == "table":
        assert any("; up to 150 %: 20" in text for text in said)


@pytest.mark.parametrize("name", ["=1+1", "+A1", "-2", "@x", "\t=1", "http://example.org"])
def test_the_name_of_a_tenderer_is_text(name: str) -> None:
    offers = (Offer(id="1", name=name, price=Decimal(100)),)
    sheet = sheet_of(opened(matrix(desk_of(make_award(Award())), offers)))
    cell = sheet.cell(row_of(sheet, "Name of the tenderer"), FIRST)

    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", name, None)


def test_the_same_procurement_gives_the_same_bytes() -> None:
    made = make_procurement()

    assert matrix(desk_of(made), made.offers) == matrix(desk_of(made), made.offers)


def test_what_a_price_alone_does_not_need_is_hidden() -> None:
    sheet = sheet_of(opened(matrix(desk_of(make_award(Award())))))
    scored = sheet_of(opened(matrix(desk_of(make_award(Award(), make_award_item("a", "40"))))))

    shown = [
        sheet.cell(row, 2).value or sheet.cell(row, 1).value
        for row in range(6, sheet.max_row + 1)
        if not sheet.row_dimensions[row].hidden
    ]
    for name in ("Scores of 0 to 100", "Weights together", "Score of the price", "Total", "Compared by"):
        assert name not in shown
    assert {"Price (EUR)", "Status", "Rank", "Tie", "Lowest price compared"} <= set(shown)
    assert not any(one.hidden for one in scored.row_dimensions.values())


@pytest.mark.parametrize(
    ("award", "items", "said"),
    [
        (Award(), (), "Fill in the yellow cells: name, price, and what is met. The ranks follow."),
        (
            Award(weighting="order"),
            ("a",),
            "Fill in the yellow cells: name, price, what is met, scores, and then the ranks.",
        ),
        (
            Award(),
            ("a",),
            "Fill in the yellow cells: name, price, what is met, and scores. The ranks follow.",
        ),
    ],
)
def test_the_sheet_says_what_is_filled_in(award: Award, items: tuple[str, ...], said: str) -> None:
    sheet = sheet_of(
        opened(matrix(desk_of(make_award(award, *(make_award_item(one, "40") for one in items)))))
    )

    assert said in [sheet.cell(row, 1).value for row in (2, 3)]
