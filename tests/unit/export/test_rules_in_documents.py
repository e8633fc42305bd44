"""What a bidder reads of the ranking is what the program does."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest

from procura_desktop.domain.award_words import award_sentences
from procura_desktop.domain.procurement import Award, Formula, Procurement, Share, Weighting
from procura_desktop.export.papers.kinds import DocumentKind, paper_of
from procura_desktop.export.text import plain_text
from tests.procurements import make_own_item, make_procurement
from tests.sheets import FACTS, desk_of
from tests.unit.export.papers import texts

TABLE = ((Decimal(100), Decimal(100)), (Decimal(150), Decimal(40)))


def said(procurement: Procurement, kind: DocumentKind) -> str:
    return " ".join(plain_text(paper_of(procurement, kind, FACTS)).split())


@pytest.mark.parametrize("kind", ["criteria", "evaluation"])
@pytest.mark.parametrize("weighting", ["percent", "points", "ranges", "order"])
@pytest.mark.parametrize("formula", ["linear", "relative", "table"])
def test_documents_state_the_rules_of_the_program(
    kind: DocumentKind, weighting: Weighting, formula: Formula
) -> None:
    award = Award(
        weighting=weighting,
        formula=formula,
        order_reason="It is new.",
        table=TABLE,
        price=Share(weight=Decimal(2), minimum=Decimal(10)),
    )
    procurement = replace(make_procurement(), award=award)

    text = said(procurement, kind)

    for sentence in award_sentences(procurement, number=desk_of(procurement).write.number):
        assert " ".join(sentence.split()) in text


@pytest.mark.parametrize("kind", ["criteria", "evaluation"])
def test_a_table_that_is_not_written_yet_is_still_to_be_given(kind: DocumentKind) -> None:
    award = Award(formula="table", price=Share(weight=Decimal(60)))

    text = said(replace(make_procurement(), award=award), kind)

    assert "The table of these scores is still to be given." in text
    assert ". ." not in text


@pytest.mark.parametrize("kind", ["criteria", "evaluation"])
@pytest.mark.parametrize("weighting", get_args(Weighting))
def test_a_lot_by_price_alone_counts_nothing_else(kind: DocumentKind, weighting: Weighting) -> None:
    example = make_procurement()
    items = tuple(replace(item, lots=("lot-1",)) if item.kind == "AC" else item for item in example.items)
    award = replace(example.award, weighting=weighting)

    text = said(replace(example, items=items, award=award), kind)

    (second,) = re.findall(r"Lot 2: Workstations -+ – Award criterion: Price Counts: (\S+ \w*%?)", text)
    assert second == "100 %"
    assert text.count("Price Counts: 100") == (1 if kind == "criteria" else 2)


def test_an_order_of_importance_is_printed_in_that_order() -> None:
    award = Award(weighting="order", order_reason="It is new.", price=Share(weight=Decimal(2)))

    text = said(replace(make_procurement(), award=award), "criteria")
    places = [text.index(f"{name}") for name in ("place 1", "place 2", "place 3")]

    assert places == sorted(places)
    assert text.index("Longer warranty") < text.index("place 2")
    assert "Sum" not in text


@pytest.mark.parametrize("kind", ["criteria", "answers", "specification"])
def test_a_criterion_has_the_place_that_it_has_in_its_lots(kind: DocumentKind) -> None:
    example = make_procurement()
    lots = {"a": ("lot-1",), "b": ("lot-1",), "c": ("lot-2",), "d": ()}
    items = tuple(replace(make_own_item(name), lots=held) for name, held in lots.items())
    award = Award(weighting="order", order_reason="It is new.", price=Share(weight=Decimal(1)))
    head = replace(example.head, procedure="below-threshold")

    paper = paper_of(replace(example, head=head, award=award, items=items), kind, FACTS)

    # Without a lot the criteria a to d would have the places 2 to 5.
    assert sorted(one for one in texts(paper) if one.startswith("Counts: ")) == [
        "Counts: place 2",
        "Counts: place 2",
        "Counts: place 3",
        "Counts: place 4 (Lot 1: Light laptops); place 3 (Lot 2: Workstations)",
    ]
