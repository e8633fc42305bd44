"""References to criteria that were not chosen: what is told, and the remedy."""

from dataclasses import replace

from procura_desktop.domain.checks.checker import Checker, check_procurement
from procura_desktop.domain.checks.facts import Facts
from procura_desktop.domain.checks.finding import Finding
from procura_desktop.domain.drafting import with_items
from procura_desktop.domain.procurement import Head, Procurement
from procura_desktop.domain.records import Record
from tests.factories import make_criterion
from tests.procurements import make_item

REPORTS = make_criterion("criteria/computers/cpc2", code="CPC2", title="Yearly reports", text="A report.")
REFERS = make_criterion("criteria/computers/ts23", code="TS23", text="As CPC2 says. See CPC2, and TS99.")
EMPTY = Procurement(id="p", head=Head(title="P", people_use="no", no_lots="One."))


def having(*records: Record) -> Procurement:
    return with_items(EMPTY, [make_item(f"item-{at}", record=record) for at, record in enumerate(records)])


def found(procurement: Procurement, *known: Record) -> list[Finding]:
    facts = Facts(today="2026-11-29", criteria=lambda _: known)
    return [one for one in check_procurement(procurement, facts=facts) if one.rule == "reference"]


def test_the_criterion_is_named_and_can_be_chosen() -> None:
    first, second = found(having(REFERS), REPORTS, REFERS)

    assert str(first.what) == (
        "It refers to “Yearly reports” (CPC2 of its source), which is not in this procurement."
    )
    assert (first.item, first.field, first.sentence, first.start) == (
        "item-0",
        "requirement",
        "As CPC2 says.",
        3,
    )
    assert [(mend.action, mend.text) for mend in first.mends] == [("add", REPORTS.id)]
    assert str(second.what) == "It refers to TS99 of its source, which is not in this procurement."
    assert (second.mends, second.sentence) == ((), "See CPC2, and TS99. [[battery_cycles]]")


def test_what_was_chosen_is_not_missing() -> None:
    assert [one.words for one in found(having(REFERS, REPORTS), REPORTS, REFERS)] == ["TS99"]


def test_a_code_of_the_buyer_counts_only_where_the_library_has_it() -> None:
    item = make_item("item-0", record=replace(REPORTS, id="criteria/computers/other"))
    written = replace(item, wording=replace(item.wording, requirement="As TS23 says, of category AC3."))

    assert [one.words for one in found(with_items(EMPTY, [written]), REFERS)] == ["TS23"]


def test_a_group_is_read_once_and_only_where_something_is_missing() -> None:
    asked: list[str] = []

    def read(group: str) -> tuple[Record, ...]:
        asked.append(group)
        return (REPORTS,)

    checker = Checker(Facts(today="2026-11-29", criteria=read))
    checker.check(having(REPORTS))
    assert asked == []
    checker.check(having(REFERS))
    checker.check(having(REFERS, REPORTS))
    assert asked == ["groups/computers"]


def test_what_is_there_for_other_lots_only_is_told() -> None:
    refers, reports = having(REFERS, REPORTS).items
    apart = with_items(EMPTY, [replace(refers, lots=("lot-1",)), replace(reports, lots=("lot-2",))])

    first, _second = found(apart, REPORTS, REFERS)

    assert str(first.what) == (
        "It refers to CPC2 of its source, which this procurement has for other lots only."
    )
    assert first.mends == ()
