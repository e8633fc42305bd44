from dataclasses import replace

from procura_desktop.domain.drafting import moved, with_items, without_item
from procura_desktop.domain.procurement import Item
from procura_desktop.domain.references import Key
from procura_desktop.export.numbering import (
    Codes,
    by_lots,
    lot_numbers,
    numbers_of,
    wording_for_readers,
)
from tests.factories import make_criterion
from tests.procurements import make_item, make_own_item, make_procurement


def test_items_are_numbered_within_their_kind_over_all_lots() -> None:
    assert numbers_of(make_procurement()) == {
        "item-1": "TS 1",
        "spec-2": "TS 2",
        "award-1": "AC 1",
        "award-2": "AC 2",
        "clause-1": "CPC 1",
    }


def test_numbers_follow_the_order_of_the_items() -> None:
    assert numbers_of(moved(make_procurement(), "award-2", -1))["award-2"] == "AC 1"
    assert numbers_of(without_item(make_procurement(), "item-1"))["spec-2"] == "TS 1"


def test_items_are_grouped_by_their_lots() -> None:
    procurement = make_procurement()
    both = replace(make_own_item("both", kind="TS"), lots=("lot-2", "lot-1"))
    first = replace(make_own_item("first", kind="TS"), lots=("lot-1", "gone"))
    procurement = with_items(procurement, (both, first))

    found = by_lots(procurement, procurement.of_kind("TS"))

    assert lot_numbers(procurement) == {"lot-1": 1, "lot-2": 2}
    assert [([lot.id for lot in lots], [item.id for item in items]) for lots, items in found] == [
        ([], ["item-1", "both"]),
        (["lot-1"], ["first"]),
        (["lot-2"], ["spec-2"]),
    ]


def of_source(key: Key, copied: bool) -> str:
    return f"{key[2]} of the source" if copied else f"{key[2]} as typed"


def test_codes_of_the_source_become_our_numbers() -> None:
    naming = make_item(
        "naming", record=make_criterion("criteria/computers/ts7", code="TS7", text="See TS6 and TS99.")
    )
    other = make_item("other", record=make_criterion("criteria/x/ts99", code="TS99", group="groups/x"))
    procurement = with_items(make_procurement(), (naming, other))

    found = wording_for_readers(naming, Codes(procurement), of_source)

    assert found.requirement == "See TS 1 and TS99 of the source. 500 cycles"


def test_a_code_that_only_the_buyer_wrote_is_told_apart() -> None:
    item = make_item("edited")
    edited = replace(item, wording=replace(item.wording, requirement="Category AC3."))

    assert (
        wording_for_readers(edited, Codes(make_procurement()), of_source).requirement
        == "Category AC3 as typed."
    )


def test_own_text_keeps_what_looks_like_a_code() -> None:
    own = make_own_item("own", requirement="Class AC4 or better.")
    procurement = with_items(make_procurement(), (own,))

    found = wording_for_readers(own, Codes(procurement), of_source)

    assert found.requirement == "Class AC4 or better."


REFERS = make_criterion("criteria/computers/ts7", code="TS7", text="See TS6.")


def read_in(*items: Item, at: int = 0) -> str:
    """Give what a reader sees of one of these items, which begins with "See"."""
    procurement = with_items(replace(make_procurement(), items=()), items)
    requirement = wording_for_readers(items[at], Codes(procurement), of_source).requirement
    return requirement.partition(".")[0]


def test_a_code_means_the_criterion_of_the_same_lot() -> None:
    naming, named = make_item("naming", record=REFERS), make_item("named")
    of_one, of_two = replace(named, lots=("lot-1",)), replace(named, id="other", lots=("lot-2",))

    assert read_in(replace(naming, lots=("lot-2",)), of_one, of_two) == "See TS 3"
    assert read_in(replace(naming, lots=("lot-2",)), of_one) == "See TS6 of the source"
    assert read_in(naming, of_one) == "See TS 2"
    assert read_in(naming, of_one, of_two) == "See TS 2, TS 3"


def test_a_code_means_nothing_of_another_library() -> None:
    naming, named = make_item("naming", record=REFERS), make_item("named")
    assert named.copied is not None
    foreign = replace(named, copied=replace(named.copied, library="city"))

    assert read_in(naming, foreign) == "See TS6 of the source"
    assert read_in(naming, foreign, replace(named, id="ours")) == "See TS 3"
