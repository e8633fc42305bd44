"""Records check themselves."""

from dataclasses import FrozenInstanceError, replace

import pytest

from procura_desktop.domain.records import DETAIL_FIELDS, Record, Slot, SlotValue
from tests.factories import make_article, make_case, make_term, sample_records


def test_every_kind_has_an_example() -> None:
    assert {record.kind for record in sample_records()} == set(DETAIL_FIELDS)


def test_the_details_are_those_of_the_kind() -> None:
    with pytest.raises(ValueError, match="guidance/labels"):
        replace(make_article(), kind="case")


def test_a_record_without_details_is_refused() -> None:
    with pytest.raises(ValueError, match=r"has the details \[\]"):
        replace(make_article(), article=None)


def test_a_record_with_details_of_two_kinds_is_refused() -> None:
    with pytest.raises(ValueError, match="'article', 'term'"):
        replace(make_article(), term=make_term().term)


@pytest.mark.parametrize("record", [make_article(), make_case()], ids=lambda record: record.kind)
def test_a_record_cannot_be_changed(record: Record) -> None:
    with pytest.raises(FrozenInstanceError):
        record.title = "Other"  # type: ignore[misc]  # that is what is tested


def test_equal_records_are_equal() -> None:
    assert make_article() == make_article()
    assert hash(make_article()) == hash(make_article())


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("Time to repair (our suggestion)", "Time to repair"),
        ("Share (recalled range 1 to 2)", "Share"),
        ("Years (our suggestion; more than three years needs a reason, see the note)", "Years"),
        ("Water (our suggestion), comprehensive", "Water, comprehensive"),
        ("Largest rise of resistance (ask the market)", "Largest rise of resistance (ask the market)"),
    ],
)
def test_a_bidder_does_not_read_where_the_values_of_a_slot_come_from(label: str, asked: str) -> None:
    assert Slot(name="a", label=label, values=(SlotValue(level="core", value="5"),)).asked == asked
