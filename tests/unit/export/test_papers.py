from dataclasses import replace
from decimal import Decimal

import pytest

from procura_desktop.domain.drafting import change_item
from procura_desktop.domain.procurement import Award, Head, Item, Procedure, Procurement, Share
from procura_desktop.export.numbering import numbers_of
from procura_desktop.export.paper import (
    Cell,
    Field,
    Heading,
    Paper,
    Paragraph,
    Run,
    Table,
    paragraph_text,
)
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.papers.kinds import ALL_KINDS, DocumentKind, paper_of
from procura_desktop.export.papers.origin import NOT_CONFIRMED
from procura_desktop.library.facts import LibraryInfo
from tests.procurements import make_procurement
from tests.unit.export.papers import FACTS, rich_procurement, texts

INFO = LibraryInfo(
    name="main",
    version="2026.11.1",
    schema=1,
    digest="",
    records=1,
    newest="2026-11-20",
    published="2026-11-25",
)


def write(kind: DocumentKind, procurement: Procurement | None = None) -> Paper:
    return paper_of(procurement or rich_procurement(), kind, FACTS)


def all_words(paper: Paper) -> str:
    return "\n".join(texts(paper))


def headings(paper: Paper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_document_names_library_source_confidence_and_the_limits(kind: DocumentKind) -> None:
    paper = paper_of(rich_procurement(), kind, replace(FACTS, libraries=(INFO,)))

    said = all_words(paper)
    assert "library “main”, edition 2026.11.1, published by Example City, as of 25 November 2026." in said
    assert "This document is no legal advice. National law" in said
    assert "below the thresholds of the European Union the national rules apply" in said
    assert "The contracting authority confirms every figure" in said
    assert "Made with Procura Desktop 0.1.0 on 29 November 2026." in said
    if kind not in {"contract", "evaluation"}:  # the sample copies no clause and no award criterion
        assert "Directive 2014/24/EU on public procurement (European Union, 2014)" in said
        assert "listed – name, kind and level were read in the source" in said


@pytest.mark.parametrize("kind", ["specification", "criteria", "answers", "follow-up", "file-note"])
def test_criterion_not_confirmed_is_marked_and_a_confirmed_one_says_who(kind: DocumentKind) -> None:
    said = all_words(write(kind))

    assert NOT_CONFIRMED in said or kind == "criteria"
    confirmed = "Confirmed by A. Buyer on 28 November 2026: EU criteria for computers, page 12."
    assert (confirmed in said) is (kind != "specification")


def test_confirmation_of_an_older_version_does_not_count() -> None:
    def age(item: Item) -> Item:
        assert item.confirmed
        return replace(item, confirmed=replace(item.confirmed, record_version=0))

    assert NOT_CONFIRMED in all_words(write("criteria", change_item(rich_procurement(), "select-1", age)))


@pytest.mark.parametrize(
    ("kind", "kinds"),
    [
        ("specification", {"SM", "TS"}),
        ("criteria", {"SC", "AC"}),
        ("contract", {"CPC"}),
        ("answers", {"SC", "TS", "AC", "CPC"}),
        ("file-note", {"SM", "SC", "TS", "AC", "CPC"}),
    ],
)
def test_each_document_has_its_kinds_with_the_numbers_of_all_others(
    kind: DocumentKind, kinds: set[str]
) -> None:
    procurement = rich_procurement()
    numbers = numbers_of(procurement)

    found = headings(write(kind))

    expected = [f"{numbers[item.id]}  {item.title}" for item in procurement.items if item.kind in kinds]
    assert sorted(one for one in found if one in expected) == sorted(expected)


def test_criteria_stand_under_their_lots() -> None:
    found = headings(write("specification"))

    assert found[found.index("For all lots") : -1] == [
        "For all lots",
        "SM 1  Reuse",
        "Technical specifications",
        "For all lots",
        "TS 1  Rechargeable battery endurance",
        "TS 3  Memory",
        "Lot 2: Workstations",
        "TS 2  Quiet workstations",
    ]


def test_procurement_without_lots_has_no_headings_of_lots() -> None:
    procurement = replace(rich_procurement(), lots=())

    assert not [
        one for kind in ALL_KINDS for one in headings(write(kind, procurement)) if "lot" in one.lower()
    ]


def test_wording_has_its_slots_filled_and_our_numbers() -> None:
    said = all_words(write("specification"))

    assert "The battery keeps at least 90 % of 500 cycles, see TS 1 and TS9." in said  # the buyer wrote it
    assert "The contracting authority changed the wording." in said


def test_a_criterion_that_was_not_chosen_is_named_by_its_title() -> None:
    missing = ((("groups/computers", "", "TS9"), "Battery \nstate of health"),)
    paper = paper_of(rich_procurement(), "specification", replace(FACTS, missing=missing))

    assert "see TS 1 and “Battery state of health” (TS9 of the source)." in all_words(paper)


def test_small_purchase_has_one_short_dense_paper_with_everything() -> None:
    procurement = rich_procurement()
    procurement = replace(procurement, head=replace(procurement.head, procedure="below-threshold"))

    paper = write("specification", procurement)

    table = next(
        block for block in paper.blocks if isinstance(block, Table) and block.title == "Requirements"
    )
    assert paper.dense
    assert len(table.rows) == len(procurement.items)
    assert "SC 1, TS 1, TS 3: Source: Directive 2014/24/EU" in all_words(paper)
    assert f"TS 1, TS 3: {NOT_CONFIRMED}" in all_words(paper)
    assert "Price or cost counts: 60\u00a0%. Each award criterion gets a score of 0 to 100" in all_words(
        paper
    )


def cells_of(procurement: Procurement) -> dict[str, list[str]]:
    """Give the lines on proof and points of a small purchase, by the number of the criterion."""
    small = replace(procurement, head=replace(procurement.head, procedure="below-threshold"))
    (table,) = (
        block
        for block in write("specification", small).blocks
        if isinstance(block, Table) and block.title == "Requirements"
    )
    return {
        paragraph_text(number.paragraphs[0]): [paragraph_text(one) for one in proof.paragraphs]
        for number, _, proof in table.rows
    }


def test_a_small_purchase_states_every_least_score() -> None:
    made = rich_procurement()
    award = replace(made.award, price=Share(weight=Decimal(60), minimum=Decimal("12.5")))
    warranty = replace(made.item("award-1"), share=Share(weight=Decimal(25), minimum=Decimal(45)))
    items = tuple(warranty if item.id == warranty.id else item for item in made.items)
    small = replace(made, award=award, items=items, head=replace(made.head, procedure="below-threshold"))

    assert cells_of(small)["AC 1"][0] == "Counts: 25\u00a0%; least score: 45"
    assert cells_of(small)["AC 2"][0] == "Counts: 15\u00a0%"
    assert "Price or cost counts: 60\u00a0%; least score: 12.5." in all_words(write("specification", small))


def test_a_small_purchase_names_the_proof_during_the_contract() -> None:
    made = rich_procurement()
    later = "A report on what was taken back."
    items = tuple(replace(item, wording=replace(item.wording, proof_contract=later)) for item in made.items)

    found = cells_of(replace(made, items=items))

    assert found["CPC 1"] == ["Proof during the contract", later]
    assert found["TS 1"] == ["A test report, or equivalent.", "Proof during the contract", later]
    assert cells_of(made)["CPC 1"] == ["–"]


def test_a_small_purchase_gives_each_lot_its_own_rules() -> None:
    made = rich_procurement()
    items = tuple(replace(item, lots=("lot-1",)) if item.kind == "AC" else item for item in made.items)
    head = replace(made.head, procedure="below-threshold")

    words = all_words(write("specification", replace(made, items=items, head=head)))

    shares = "60\u00a0% (Lot 1: Light laptops); 100\u00a0% (Lot 2: Workstations)"
    assert f"Price or cost counts: {shares}. Lot 1: Light laptops: Each award criterion gets" in words
    assert "Lot 2: Workstations: The tender with the lowest price comes first." in words


def test_form_has_a_field_for_each_question() -> None:
    paper = write("answers")
    fields = [
        run
        for block in paper.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if isinstance(run, Field)
    ]
    labels = [field.label for field in fields]

    assert {"SC 1: Met", "TS 1: Met", "AC 1: What is offered", "CPC 1: Accepted"} <= set(labels)
    assert "CPC 1: Proof: document and page" not in labels
    assert {field.kind for field in fields if field.label.endswith(("Met", "Accepted"))} == {"yes-no"}


@pytest.mark.parametrize(
    ("award", "said"),
    [
        (Award(), "100 × (2 × lowest price − price of the tender) ÷ (1 × lowest price)"),
        (Award(zero_at=Decimal("1.5")), "A price of 1.5 times the lowest or more scores 0"),
        (Award(formula="relative"), "Score of the price = 100 × lowest price ÷ price of the tender."),
        (
            Award(formula="table", table=((Decimal(110), Decimal(80)),)),
            "lowest price. Up to 110 %: 80. Above that it is 0.",
        ),
        (Award(price_kind="cost"), "A life-cycle cost takes the place of the price"),
        (Award(decimals=3), "each rounded to 3 decimals, a half upwards"),
        (Award(tie="price"), "the one with the lower price comes first"),
        (Award(tie="quality"), "more points for the criteria other than price comes first"),
        (Award(tie="lot"), "Between tenders with equal totals lots are drawn."),
        (Award(weighting="points", price=Share(weight=Decimal(60))), "60 points"),
        (Award(weighting="ranges", price=Share(weight=Decimal(40), most=Decimal(50))), "40–50\u00a0%"),
        (Award(weighting="order", order_reason="The market is new."), "cannot be given: The market is new."),
        (Award(weighting="order"), "decreasing order of importance"),
    ],
)
def test_rules_of_scoring_are_printed(award: Award, said: str) -> None:
    procurement = replace(rich_procurement(), award=award)

    for kind in ("criteria", "evaluation"):
        assert said in all_words(paper_of(procurement, kind, FACTS))


def test_weights_are_added_up() -> None:
    table = next(
        block for block in write("criteria").blocks if isinstance(block, Table) and "Weights" in block.title
    )

    assert [
        [
            "".join(run.text for one in cell.paragraphs for run in one.runs if isinstance(run, Run))
            for cell in row
        ]
        for row in table.rows
    ] == [
        ["–", "Price", "60\u00a0%", "–"],
        ["AC 1", "Longer warranty", "25\u00a0%", "–"],
        ["AC 2", "Exchange of defect devices", "15\u00a0%", "–"],
        ["", "Sum", "100\u00a0%", ""],
    ]


def test_order_of_importance_puts_the_price_in_its_place() -> None:
    procurement = replace(rich_procurement(), award=Award(weighting="order", price=Share(weight=Decimal(2))))

    (table,) = [
        one
        for one in write("criteria", procurement).blocks
        if isinstance(one, Table) and one.title == "Weights"
    ]

    assert [(first_words(row), paragraph_text(row[2].paragraphs[0])) for row in table.rows] == [
        ("AC 1", "place 1"),
        ("–", "place 2"),
        ("AC 2", "place 3"),
    ]


def test_rules_differ_where_a_lot_has_no_award_criteria() -> None:
    procurement = rich_procurement()
    for item in ("award-1", "award-2"):
        procurement = change_item(procurement, item, lambda one: replace(one, lots=("lot-2",)))

    said = all_words(write("evaluation", procurement))

    assert "The tender with the lowest price comes first." in said
    assert "The tender with the highest total comes first." in said


def first_words(row: tuple[Cell, ...]) -> str:
    return paragraph_text(row[0].paragraphs[0])


def test_lots_with_other_award_criteria_have_weights_of_their_own() -> None:
    procurement = change_item(rich_procurement(), "award-2", lambda item: replace(item, lots=("lot-2",)))

    titles = [block.title for block in write("criteria", procurement).blocks if isinstance(block, Table)]

    assert [one for one in titles if one.startswith("Weights")] == [
        "Weights: Lot 1: Light laptops",
        "Weights: Lot 2: Workstations",
    ]


def test_follow_up_counts_its_dates_from_the_start_of_the_contract() -> None:
    procurement = rich_procurement()
    open_start = replace(
        procurement, head=replace(procurement.head, dates=replace(procurement.head.dates, contract_start=""))
    )

    assert "first by 30 May 2027, then every 12 months" in all_words(write("follow-up"))
    assert "first 90 days after the start of the contract" in all_words(write("follow-up", open_start))
    assert "Checked: 30 May 2027" in all_words(write("follow-up"))


def test_a_check_after_the_end_of_the_contract_says_so_wherever_it_is_named() -> None:
    procurement = rich_procurement()
    short = replace(
        procurement,
        head=replace(procurement.head, dates=replace(procurement.head.dates, contract_end="2027-05-29")),
    )

    for kind in ("follow-up", "contract"):
        assert "30 May 2027: after the end of the contract on 29 May 2027" in all_words(write(kind, short))
        assert "first by 30 May 2027" not in all_words(write(kind, short))


def test_note_shows_reasons_and_edits_word_by_word() -> None:
    paper = write("file-note")

    assert "Batteries fail first." in all_words(paper)
    assert "no reason given" in all_words(paper)
    assert "Added three criteria" in all_words(paper)
    (edit,) = [
        block
        for block in paper.blocks
        if isinstance(block, Paragraph)
        and any(isinstance(run, Run) and run.how == "gone" for run in block.runs)
    ]
    changed = [
        (run.how, run.text.strip())
        for run in edit.runs
        if isinstance(run, Run) and run.how in {"gone", "new"}
    ]
    assert ("gone", "80") in changed
    assert ("new", "90") in changed


def test_bidders_never_see_reasons() -> None:
    for kind in ("specification", "criteria", "contract", "answers", "evaluation"):
        assert "Batteries fail first." not in all_words(paper_of(rich_procurement(), kind, FACTS))


@pytest.mark.parametrize(
    ("wanted", "said", "foreign"),
    [("fi", "en", set()), ("pt-BR", "pt-BR", {"en"}), ("EN", "EN", set()), ("de", "de", {"en"})],
)
def test_a_paper_says_the_language_that_it_is_in(wanted: str, said: str, foreign: set[str]) -> None:
    procurement = make_procurement()
    procurement = replace(procurement, head=replace(procurement.head, language=wanted))

    paper = paper_of(procurement, "specification", FACTS)

    runs = [run for block in paper.blocks if isinstance(block, Paragraph) for run in block.runs]
    assert paper.language == said
    assert {run.language for run in runs if isinstance(run, Run) and run.language} == foreign


def test_words_in_the_language_of_the_source_say_so() -> None:
    procurement = rich_procurement()
    procurement = replace(procurement, head=replace(procurement.head, language="fr"))

    languages = {
        run.language
        for block in write("specification", procurement).blocks
        if isinstance(block, Paragraph)
        for run in block.runs
        if isinstance(run, Run) and "80 %" in run.text
    }

    assert languages == {"en"}


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_empty_procurement_gives_every_document(kind: DocumentKind) -> None:
    empty = replace(make_procurement(), items=(), lots=(), offers=())

    assert "Laptops for the town hall" in all_words(write(kind, empty))


@pytest.mark.parametrize("procedure", ["open", "below-threshold"])
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_procurement_of_a_title_alone_gives_every_document(kind: DocumentKind, procedure: Procedure) -> None:
    begun = Procurement(id="small", head=Head(title="Desks", procedure=procedure))

    assert "Desks" in all_words(write(kind, begun))


def test_the_file_note_has_the_reasons_why_nothing_is_demanded() -> None:
    plain = make_procurement()
    head = replace(plain.head, clean_vehicles="No charging point.", energy_efficiency="Old lamps.")
    told = list(texts(paper_of(replace(plain, head=head), "file-note", FACTS)))

    for name, reason in (("Clean vehicles", "No charging point."), ("Energy efficiency", "Old lamps.")):
        assert told[told.index(name) + 1] == reason
    assert "Clean vehicles" not in set(texts(paper_of(plain, "file-note", FACTS)))


def test_the_file_note_calls_a_product_group_by_its_title() -> None:
    facts = replace(FACTS, groups=(("groups/computers", "Computers and monitors"),))
    head = replace(make_procurement().head, groups=("groups/computers", "groups/elsewhere"))
    note = paper_of(replace(make_procurement(), head=head), "file-note", facts)

    assert "Computers and monitors, groups/elsewhere" in set(texts(note))


def test_a_lot_without_a_title_is_named_by_its_number() -> None:
    made = rich_procurement()
    first, second = made.lots[:2]
    desk = Desk(replace(made, lots=(replace(first, title=" "), second)), FACTS)

    assert desk.lot_name(desk.procurement.lots[0]) == "Lot 1"
