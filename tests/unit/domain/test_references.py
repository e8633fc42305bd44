"""Codes by which the text of one criterion names another."""

from dataclasses import replace

from procura_desktop.domain.drafting import with_items
from procura_desktop.domain.procurement import Head, Procurement
from procura_desktop.domain.records import Record
from procura_desktop.domain.references import by_key, keys_of, references, titles_of_missing
from tests.factories import make_criterion
from tests.procurements import make_item, make_own_item

GROUP = "groups/computers"
REPORTS = make_criterion("criteria/computers/cpc2", code="CPC2", title="Yearly reports", text="A report.")
REFERS = make_criterion("criteria/computers/ts23", code="TS23", text="The reports under CPC2, see TS99.")


def procurement(*records: Record) -> Procurement:
    items = [make_item(f"item-{at}", record=record) for at, record in enumerate(records)]
    return with_items(Procurement(id="p", head=Head(title="P")), items)


def test_a_code_is_found_with_its_place() -> None:
    (item,) = procurement(REFERS).items
    first, second = references(item)

    assert (first.key, first.part, first.copied) == ((GROUP, "", "CPC2"), "requirement", True)
    assert item.wording.requirement[first.start :].startswith("CPC2, ")
    assert second.code == "TS99"


def test_a_code_that_the_buyer_wrote_is_told_apart() -> None:
    (item,) = procurement(REPORTS).items
    edited = replace(item, wording=replace(item.wording, requirement="Category AC3."))

    assert [(one.code, one.copied) for one in references(edited)] == [("AC3", False)]
    assert references(make_own_item("own", requirement="Category AC3.")) == ()


def test_a_criterion_answers_to_its_code() -> None:
    assert list(keys_of(procurement(REPORTS).items[0])) == [(GROUP, "", "CPC2")]
    assert list(keys_of(make_own_item("own"))) == []


def test_a_code_of_two_criteria_names_none() -> None:
    double = replace(REPORTS, id="criteria/computers/other")

    assert by_key((REPORTS, REFERS, REPORTS)) == {
        (GROUP, "", "CPC2"): REPORTS,
        (GROUP, "", "TS23"): REFERS,
    }
    assert (GROUP, "", "CPC2") not in by_key((REPORTS, double))


def test_titles_are_read_only_where_something_is_missing() -> None:
    asked: list[str] = []

    def read(group: str) -> tuple[Record, ...]:
        asked.append(group)
        return (REPORTS, REFERS)

    assert titles_of_missing(procurement(REPORTS), read) == ()
    assert asked == []
    assert titles_of_missing(procurement(REFERS), read) == (((GROUP, "", "CPC2"), "Yearly reports"),)
    assert asked == [GROUP]


def test_the_title_of_what_was_chosen_for_other_lots_only_is_read_too() -> None:
    refers, reports = procurement(REFERS, REPORTS).items
    apart = with_items(
        Procurement(id="p", head=Head(title="P")),
        [replace(refers, lots=("lot-1",)), replace(reports, lots=("lot-2",))],
    )

    assert titles_of_missing(apart, lambda _group: (REPORTS, REFERS)) == (
        ((GROUP, "", "CPC2"), "Yearly reports"),
    )
