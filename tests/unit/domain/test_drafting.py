from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from procura_desktop.domain import drafting
from procura_desktop.domain.procurement import FollowUp
from procura_desktop.domain.wording import filled_wording, slot_states
from tests.procurements import make_item, make_own_item, make_procurement


def ids(items: tuple[object, ...]) -> list[str]:
    return [getattr(item, "id", "") for item in items]


def test_items_stand_in_the_order_of_the_documents() -> None:
    made = make_procurement()

    assert [item.kind for item in made.items] == ["TS", "TS", "AC", "AC", "CPC"]
    more = drafting.with_items(made, (make_own_item("subject", kind="SM"),))
    assert more.items[0].id == "subject"


def test_an_item_moves_among_its_kind_and_stops_at_the_ends() -> None:
    made = make_procurement()

    assert ids(drafting.moved(made, "spec-2", -1).items)[:2] == ["spec-2", "item-1"]
    assert drafting.moved(made, "spec-2", -9) == drafting.moved(made, "spec-2", -1)
    assert drafting.moved(made, "spec-2", 1) == made


def test_an_item_that_is_taken_out_leaves_no_scores() -> None:
    made = drafting.without_item(make_procurement(), "award-1")

    assert "award-1" not in ids(made.items)
    assert all(name != "award-1" for offer in made.offers for name, _ in offer.scores)


def test_the_same_item_cannot_be_put_in_twice() -> None:
    with pytest.raises(ValueError, match="same id"):
        drafting.with_items(make_procurement(), (make_own_item("award-1"),))


def test_a_slot_is_filled_and_given_back_to_the_source() -> None:
    item = make_item()
    assert filled_wording(item).requirement.endswith("500 cycles")

    filled = drafting.with_slot(item, "battery_cycles", "650")
    assert filled_wording(filled).requirement.endswith("650 cycles")
    assert slot_states(filled)[0].own

    emptied = drafting.with_slot(filled, "battery_cycles", "")
    assert filled_wording(emptied).requirement.endswith("… cycles")
    assert drafting.with_slot(emptied, "battery_cycles", None) == item


def test_an_edited_wording_goes_back_to_the_source() -> None:
    item = make_item()
    edited = replace(item, wording=replace(item.wording, requirement="The battery lasts."))

    assert edited.edited
    assert not slot_states(edited)[0].used
    assert drafting.with_source_wording(edited) == item


def test_a_lot_that_is_gone_is_gone_from_the_items() -> None:
    made = make_procurement()
    fewer = drafting.with_lots(made, made.lots[:1])

    assert fewer.item("spec-2").lots == ()


def test_what_holds_for_a_lot_alone_goes_with_it_or_holds_for_all() -> None:
    made = make_procurement()
    assert [item.id for item in drafting.of_lot_alone(made, "lot-2")] == ["spec-2"]

    assert drafting.without_lot(made, "lot-2", own=False).item("spec-2").lots == ()
    gone = drafting.without_lot(made, "lot-2", own=True)
    assert gone.items == tuple(item for item in made.items if item.id != "spec-2")
    assert drafting.of_lot_alone(drafting.without_lot(made, "lot-1", own=False), "lot-2") == ()


def test_an_offer_takes_the_place_of_the_one_with_its_id() -> None:
    made = make_procurement()
    changed = drafting.with_offer(made, replace(made.offers[0], name="Z"))

    assert [offer.name for offer in changed.offers] == ["Z", "B", "C"]
    assert drafting.without_offer(changed, "offer-1").offers == made.offers[1:]


def test_all_lots_or_none_are_kept_as_every_lot() -> None:
    made = make_procurement()

    assert drafting.lots_chosen(made, ("lot-2",)) == ("lot-2",)
    assert drafting.lots_chosen(made, ("lot-2", "lot-1")) == ()
    assert drafting.lots_chosen(made, ()) == ()


def test_a_criterion_is_there_already_for_lots_that_it_holds_for() -> None:
    made = make_procurement()
    record_id = make_item().copied.record.id  # type: ignore[union-attr] # it is copied
    in_one = drafting.change_item(made, "item-1", lambda item: replace(item, lots=("lot-1",)))

    assert drafting.chosen_already(made, record_id, ("lot-2",)) == made.item("item-1")
    assert drafting.chosen_already(in_one, record_id) == in_one.item("item-1")
    assert drafting.chosen_already(in_one, record_id, ("lot-1", "lot-2")) == in_one.item("item-1")
    assert drafting.chosen_already(in_one, record_id, ("lot-2",)) is None
    assert drafting.chosen_already(made, "criteria/other") is None


def test_an_example_offer_scores_in_the_middle_for_each_award_criterion() -> None:
    offer = drafting.example_offer(make_procurement(), "new", name="D", price=Decimal(1))

    assert offer.scores == (("award-1", Decimal(50)), ("award-2", Decimal(50)))


def test_a_follow_up_comes_changes_and_goes() -> None:
    made = drafting.with_follow_up(make_procurement(), "award-1", FollowUp(id="new", what="Ask."))
    changed = drafting.change_follow_up(made, "award-1", "new", lambda one: replace(one, what="Look."))

    assert [one.what for one in changed.item("award-1").follow_up] == ["Look."]
    assert changed.item("clause-1") == made.item("clause-1")
    assert drafting.without_follow_up(changed, "award-1", "new") == make_procurement()


def test_closing_is_a_line_of_the_history_and_so_is_opening_again() -> None:
    now = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
    closed = drafting.with_status(make_procurement(), "closed", now)
    opened = drafting.with_status(closed, "draft", now)

    assert drafting.with_status(closed, "closed", now) == closed
    assert [(event.on, event.code) for event in opened.events] == [
        ("2026-11-30T09:00:00+00:00", "closed"),
        ("2026-11-30T09:00:00+00:00", "opened-again"),
    ]
    assert (closed.head.status, opened.head.status) == ("closed", "draft")


@pytest.mark.parametrize(("value", "stays"), [("450", False), ("500", True), (" 500 ", True), (None, True)])
def test_another_figure_than_the_confirmed_one_is_not_confirmed(value: str | None, stays: bool) -> None:
    item = make_item()
    assert item.copied is not None
    read = drafting.confirmation_of(
        item.copied.record, by="A", on="2026-11-30", document="SWD(2026) 1", page="7"
    )

    found = drafting.with_slot(replace(item, confirmed=read), "battery_cycles", value)

    assert (found.confirmed == read) is stays
