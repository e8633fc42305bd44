"""What a bidder or a contractor reads fits together, and nothing in it is meant for the buyer alone."""

from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest

from procura_desktop.domain.drafting import change_item, with_items
from procura_desktop.domain.procurement import Dates, FollowUp, PriceKind, Procurement, Share, SlotEntry
from procura_desktop.export.paper import ListBlock, Table, paragraph_text
from procura_desktop.export.papers.kinds import DocumentKind, paper_of
from procura_desktop.export.text import plain_text
from tests.factories import make_criterion
from tests.procurements import make_item, make_own_item, make_procurement
from tests.unit.export.papers import FACTS

NEW_SCORES = "The score for price or cost depends on the lowest price"
WRITE_SCORES = "Write the score of 0 to 100 of each tender"
WRITE_PRICES = "Write the price of each tender; the rank follows from the rules above."


def said(procurement: Procurement, kind: DocumentKind) -> str:
    return " ".join(plain_text(paper_of(procurement, kind, FACTS)).split())


def points(procurement: Procurement, kind: DocumentKind) -> list[str]:
    return [
        paragraph_text(item)
        for block in paper_of(procurement, kind, FACTS).blocks
        if isinstance(block, ListBlock)
        for item in block.items
    ]


def by_price_alone() -> Procurement:
    made = make_procurement()
    return replace(made, lots=(), offers=(), items=tuple(item for item in made.items if item.kind != "AC"))


@pytest.mark.parametrize("price_kind", get_args(PriceKind))
def test_a_price_that_stands_alone_is_written_down_and_not_scored(price_kind: PriceKind) -> None:
    made = by_price_alone()
    made = replace(made, award=replace(made.award, price_kind=price_kind))

    assert NEW_SCORES not in said(made, "criteria")
    matrix = said(made, "evaluation")
    assert NEW_SCORES not in matrix
    assert WRITE_SCORES not in matrix
    assert WRITE_PRICES in matrix
    assert "Total" not in matrix
    assert "Scores" not in matrix


def test_only_the_lot_by_price_alone_has_its_prices_written_down() -> None:
    made = make_procurement()
    items = tuple(replace(item, lots=("lot-1",)) if item.kind == "AC" else item for item in made.items)

    matrix = said(replace(made, items=items), "evaluation")

    assert matrix.index(WRITE_SCORES) < matrix.index(WRITE_PRICES)
    assert NEW_SCORES in matrix
    assert matrix.count("Total Tender A") == 1


def test_a_scored_procurement_says_what_it_said() -> None:
    matrix = said(make_procurement(), "evaluation")

    assert WRITE_SCORES in matrix
    assert WRITE_PRICES not in matrix
    assert "Total" in matrix


def copied_clause() -> Procurement:
    record = make_criterion("criteria/computers/cpc1-reports", title="Reports", code="CPC1", kind="CPC")
    assert record.criterion is not None
    details = replace(record.criterion, follow_up=("Publish your own rate once a year.", "Look into it."))
    clause = make_item("copied-clause", record=replace(record, criterion=details))
    return with_items(make_procurement(), (clause,))


def test_the_contractor_does_not_read_the_advice_of_the_library_to_the_buyer() -> None:
    made = copied_clause()

    assert "Publish your own rate" not in said(made, "contract")
    assert "Publish your own rate once a year." in said(made, "follow-up")
    assert said(made, "contract").count("What is checked") == 1  # of the own clause


@pytest.mark.parametrize(
    ("check", "told"),
    [
        (FollowUp(id="f", what="Publish your own rate once a year.", proof="A list"), "Proof: A list."),
        (FollowUp(id="f", what="Publish your own rate once a year.", if_not="A fee"), "If not: A fee."),
        (FollowUp(id="f", what="Show us the list."), "Show us the list (first by"),
    ],
)
def test_the_contractor_reads_the_checks_that_the_buyer_worked_out(check: FollowUp, told: str) -> None:
    made = change_item(
        copied_clause(),
        "copied-clause",
        lambda item: replace(item, follow_up=(check, item.follow_up[1])),
    )

    (found,) = (point for point in points(made, "contract") if "first by 3" in point and "take" not in point)
    assert told in found
    assert "Look into it" not in said(made, "contract")


def test_sentences_about_a_check_do_not_run_into_each_other() -> None:
    check = FollowUp(id="f", what="Is it there?", proof="A list", if_not="A penalty", after_days=5)
    made = change_item(make_procurement(), "clause-1", lambda item: replace(item, follow_up=(check,)))
    ended = replace(check, proof="A list.", if_not="Is it paid?")
    other = change_item(make_procurement(), "clause-1", lambda item: replace(item, follow_up=(ended,)))

    assert "Is it there? (first by 6 March 2027). Proof: A list. If not: A penalty." in points(
        made, "contract"
    )
    assert "Is it there? (first by 6 March 2027). Proof: A list. If not: Is it paid?" in points(
        other, "contract"
    )


def test_what_was_promised_for_a_lot_names_the_lot() -> None:
    found = points(make_procurement(), "contract")

    assert "TS 2  Quiet workstations (lot 2)" in found
    assert "TS 1  Rechargeable battery endurance" in found


def test_a_selection_criterion_states_its_proof_during_the_contract() -> None:
    made = make_own_item("select-1", kind="SC", title="Control")
    made = replace(made, wording=replace(made.wording, proof_contract="A statement once a year."))

    text = said(with_items(make_procurement(), (made,)), "criteria")

    assert "Proof during the contract: A statement once a year." in text


def with_subject(proof: str) -> Procurement:
    made = make_own_item("subject-1", kind="SM", title="Assess the fleet", requirement="Assess it first.")
    return with_items(make_procurement(), (replace(made, wording=replace(made.wording, proof_tender=proof)),))


def test_the_form_asks_for_a_proof_that_belongs_to_the_subject_matter() -> None:
    asked = said(with_subject("A sample report."), "answers")

    assert "SM 1 Assess the fleet" in asked
    assert "Proof with the tender: A sample report." in asked
    assert asked.index("SM 1") < asked.index("TS 1")
    assert "SM 1" not in said(with_subject(""), "answers")


def small(procurement: Procurement) -> Procurement:
    return replace(procurement, head=replace(procurement.head, procedure="below-threshold"))


def test_a_small_purchase_says_what_each_lot_is() -> None:
    made = make_procurement()
    lots = (replace(made.lots[0], description="120 pieces"), made.lots[1])

    assert "120 pieces" in said(small(replace(made, lots=lots)), "specification")
    titles = [
        block.title
        for block in paper_of(small(made), "specification", FACTS).blocks
        if isinstance(block, Table)
    ]
    assert "Lots" not in titles  # their names stand above already


def test_a_small_purchase_says_why_nothing_is_asked_for_accessibility() -> None:
    made = small(make_procurement())
    made = replace(made, head=replace(made.head, accessibility="Only machines use it."))

    assert "Accessibility: Only machines use it." in said(made, "specification")
    assert "Accessibility" not in said(small(make_procurement()), "specification")


def test_nobody_says_that_ranks_follow_where_the_buyer_gives_them() -> None:
    made = make_procurement()
    made = replace(made, award=replace(made.award, weighting="order", order_reason="It is new."))

    matrix = said(made, "evaluation")

    assert "the rank follows" not in matrix
    assert "Write the score of 0 to 100 of each tender, then the ranks." in matrix


@pytest.mark.parametrize("kind", ["specification", "answers", "file-note"])
def test_one_year_is_one_year(kind: DocumentKind) -> None:
    made = make_procurement()
    item = made.item("item-1")
    assert item.copied is not None
    details = item.copied.record.criterion
    assert details is not None
    (slot, *_) = details.slots
    record = replace(item.copied.record, criterion=replace(details, slots=(replace(slot, unit="years"),)))
    one = replace(
        item, copied=replace(item.copied, record=record), slots=(SlotEntry(name=slot.name, value="1"),)
    )

    text = said(change_item(made, "item-1", lambda _: one), kind)

    assert "1 year" in text
    assert "1 years" not in text


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "first at the start of the contract"),
        (1, "first one day after the start of the contract"),
        (2, "first 2 days after the start of the contract"),
    ],
)
def test_a_check_without_a_date_is_told_in_days(days: int, told: str) -> None:
    made = make_procurement()
    made = replace(made, head=replace(made.head, dates=Dates()))
    check = FollowUp(id="f", what="Look", after_days=days)

    text = said(change_item(made, "clause-1", lambda item: replace(item, follow_up=(check,))), "follow-up")

    assert told in text


@pytest.mark.parametrize(("weight", "told"), [("1", "1 point"), ("0", "0 points"), ("1.5", "1.5 points")])
def test_one_point_is_one_point(weight: str, told: str) -> None:
    made = make_procurement()
    made = replace(made, award=replace(made.award, weighting="points", price=Share(weight=Decimal(weight))))

    assert f"Price Counts: {told} Least" in said(made, "criteria")
