from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain import drafting
from procura_desktop.domain.checks.checker import Checker, check_procurement
from procura_desktop.domain.checks.facts import Facts, facts_of
from procura_desktop.domain.checks.figures import as_number
from procura_desktop.domain.checks.finding import Finding, Mend
from procura_desktop.domain.checks.mending import mended
from procura_desktop.domain.checks.thresholds import reaches, thresholds_on
from procura_desktop.domain.date_order import ORDER
from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.procurement import (
    DOCUMENT_ORDER,
    Award,
    Dates,
    Head,
    Item,
    Lot,
    Procurement,
    Share,
    Weighting,
    Wording,
)
from procura_desktop.domain.wording import SlotState, slot_states
from tests.factories import make_label
from tests.procurements import make_item, make_own_item, make_procurement
from tests.unit.domain.checks.example_files import check_text

FACTS = Facts(today="2026-11-29")


def rules(found: tuple[Finding, ...]) -> list[str]:
    return [one.rule for one in found]


def with_text(text: str) -> Procurement:
    item = make_own_item("own", kind="TS", requirement=text)
    proven = replace(item, wording=replace(item.wording, proof_tender="A test report."))
    return Procurement(id="p", head=Head(title="P", people_use="no", no_lots="One."), items=(proven,))


def test_the_sample_is_checked_as_a_whole() -> None:
    found = check_procurement(make_procurement(), facts=FACTS)

    assert rules(found) == [
        *["proof"] * 4,  # both award criteria, the own demand and the clause have none
        "accessibility",
        "energy-efficiency",
    ]
    assert [one.item for one in found][:4] == ["spec-2", "award-1", "award-2", "clause-1"]


def test_only_official_figures_are_to_be_confirmed() -> None:
    item = make_item("one")
    assert item.copied is not None
    assert item.copied.record.criterion is not None
    (cycles,) = item.copied.record.criterion.slots
    wanted = replace(cycles, checked=False)
    ours = replace(wanted, name="days", label="Days until repair (our suggestion; ask the users)")
    details = replace(item.copied.record.criterion, slots=(wanted, ours))
    copied = replace(item.copied, record=replace(item.copied.record, criterion=details))
    text = f"[[{cycles.name}]] and [[days]]"
    item = replace(item, copied=copied, wording=Wording(requirement=text, proof_tender="A test report."))

    one = Procurement(id="p", head=Head(title="P"), items=(item,))
    [found] = [one for one in check_procurement(one, facts=FACTS) if one.rule == "unconfirmed"]
    assert cycles.label in str(found.what)
    assert "suggestion" not in str(found.what)


def test_grave_findings_come_first() -> None:
    found = check_procurement(
        with_text("The paper should be eco-friendly. Brand: HP or equivalent."), facts=FACTS
    )

    assert [one.severity for one in found] == sorted(
        (one.severity for one in found), key=["must", "should", "think"].index
    )
    assert {"may", "vague", "brand"} <= set(rules(found))


def test_only_a_changed_item_is_looked_at_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def noting(item: Item) -> tuple[SlotState, ...]:
        looked.append(item.id)
        return slot_states(item)

    monkeypatch.setattr("procura_desktop.domain.checks.checker.slot_states", noting)
    checker, first = Checker(FACTS), make_procurement()
    checker.check(first)
    assert sorted(looked) == sorted(item.id for item in first.items)

    looked.clear()
    changed = drafting.change_item(first, "spec-2", lambda item: replace(item, reason="Noise."))
    assert checker.check(changed) == check_procurement(changed, facts=FACTS)
    assert looked[:1] == ["spec-2"]
    assert len(looked) == 1 + len(first.items)  # the second checker saw all of them


def test_a_large_procurement_is_looked_at_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def noting(item: Item) -> tuple[SlotState, ...]:
        looked.append(item.id)
        return slot_states(item)

    monkeypatch.setattr("procura_desktop.domain.checks.checker.slot_states", noting)
    checker, procurement = Checker(FACTS), make_procurement()

    assert [checker.prepare(procurement, most=2) for _ in range(3)] == [False, False, True]
    assert looked == [item.id for item in procurement.items]
    assert checker.prepare(procurement, most=2)
    found = checker.check(procurement)
    assert len(looked) == len(procurement.items)
    assert found == check_procurement(procurement, facts=FACTS)


def test_a_checker_forgets_an_item_that_is_gone() -> None:
    checker = Checker(FACTS)
    checker.check(make_procurement())

    found = checker.check(drafting.without_item(make_procurement(), "clause-1"))

    assert "clause-1" not in {one.item for one in found}


def test_a_mend_adds_or_equivalent_at_the_place() -> None:
    before = with_text("Desks shall meet EN 527-2, and the buyer tests one.")
    (found,) = check_procurement(before, facts=FACTS)
    (mend,) = found.mends

    after = mended(before, mend)

    assert after.item("own").wording.requirement == (
        "Desks shall meet EN 527-2 or equivalent, and the buyer tests one."
    )
    assert check_procurement(after, facts=FACTS) == ()


def test_a_mend_of_words_that_have_changed_does_nothing() -> None:
    before = with_text("Desks shall meet EN 527-2.")
    (found,) = check_procurement(before, facts=FACTS)
    changed = with_text("The desks shall meet EN 527-2.")

    assert mended(changed, found.mends[0]) == changed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The supplier should deliver on Monday.", "The supplier shall deliver on Monday."),
        ("The paint may not contain lead.", "The paint shall not contain lead."),
        ("The contractor may provide a report.", "The contractor shall provide a report."),
        ("The supplier is expected to deliver on Monday.", "The supplier shall deliver on Monday."),
        ("Vans can have at most 5 seats.", "Vans shall have at most 5 seats."),
    ],
)
def test_a_wish_becomes_a_duty(before: str, after: str) -> None:
    (found,) = check_procurement(with_text(before), facts=FACTS)

    assert mended(with_text(before), found.mends[0]).item("own").wording.requirement == after


def test_an_item_can_be_taken_out_and_other_mends_need_the_buyer() -> None:
    twice = drafting.with_items(
        replace(make_procurement(), items=()), (make_item("a"), make_item("b", level="comprehensive"))
    )
    (found,) = (one for one in check_procurement(twice, facts=FACTS) if one.rule == "level-twice")

    assert [item.id for item in mended(twice, found.mends[0]).items] == ["a"]
    with pytest.raises(ValueError, match="answer"):
        mended(twice, Mend(action="fill", field="head.no_lots"))
    with pytest.raises(KeyError):
        mended(twice, Mend(action="take-out", item="gone"))


def test_the_softer_level_is_offered() -> None:
    def emerging(item_id: str) -> Item:
        item = make_item(item_id, level="comprehensive")
        assert item.copied is not None
        assert item.copied.record.criterion is not None
        details = replace(item.copied.record.criterion, market_maturity="emerging")
        record = replace(item.copied.record, id=f"criteria/x/{item_id}", criterion=details)
        return replace(item, copied=replace(item.copied, record=record))

    procurement = replace(make_procurement(), items=(emerging("a"), emerging("b")), lots=())
    (found,) = (one for one in check_procurement(procurement, facts=FACTS) if one.rule == "few-bidders")

    assert found.others == ("a", "b")
    assert [(mend.item, mend.text) for mend in found.mends] == [("a", "core"), ("b", "core")]


def test_a_stated_link_ends_the_question() -> None:
    text = "The tenderer shall publish a sustainability report."
    item = with_text(text).items[0]
    linked = replace(with_text(text), items=(replace(item, link="It reports the waste of our sites."),))

    assert "link" in rules(check_procurement(with_text(text), facts=FACTS))
    assert "link" not in rules(check_procurement(linked, facts=FACTS))


def weights_said(procurement: Procurement) -> list[str]:
    found = check_procurement(procurement, facts=FACTS)
    return [str(one.what) for one in found if one.rule == "weights"]


def test_a_lot_of_wrong_weights_is_named() -> None:
    lots = (Lot(id="a", title="North"), Lot(id="b", title="South"))
    north = replace(make_own_item("north", weight=Decimal(40)), lots=("a",))
    south = replace(make_own_item("south", weight=Decimal(30)), lots=("b",))

    said = weights_said(replace(make_procurement(), lots=lots, items=(north, south)))

    assert said == ["Lot “South”: The weights add up to 90 %, not to 100 %."]


@pytest.mark.parametrize("weighting", ["percent", "points", "ranges"])
def test_a_lot_by_price_alone_adds_up(weighting: Weighting) -> None:
    """Whatever the price counts beside the award criteria of another lot."""
    mine = replace(make_own_item("mine", weight=Decimal(40)), lots=("lot-1",))
    award = Award(weighting=weighting, price=Share(weight=Decimal(60)))

    assert weights_said(replace(make_procurement(), award=award, items=(mine,))) == []
    assert weights_said(replace(make_procurement(), award=award, items=())) == []


@pytest.mark.parametrize(
    ("award", "said"),
    [
        (Award(formula="table"), "The table of prices and scores is empty."),
        (
            Award(formula="table", table=((Decimal(110), Decimal(50)), (Decimal(100), Decimal(100)))),
            "In the table of prices and scores the limits must rise and the scores fall.",
        ),
        (
            Award(formula="table", table=((Decimal(100), Decimal(101)),)),
            "A score in the table of prices and scores is not between 0 and 100.",
        ),
        (Award(zero_at=Decimal(1)), "The price that scores 0 is not above the lowest price."),
        (Award(decimals=7), "Scores are rounded to 0 to 6 decimals, and no other."),
        (
            Award(price=Share(weight=Decimal(60), minimum=Decimal(150))),
            "“Price” asks for a score of at least 150; scores run from 0 to 100.",
        ),
    ],
)
def test_what_no_price_can_be_scored_by_is_said_once(award: Award, said: str) -> None:
    award = replace(award, price=replace(award.price, weight=Decimal(60)))

    assert weights_said(replace(make_procurement(), award=award)) == [said]


def test_the_price_needs_a_place_in_an_order_of_importance() -> None:
    award = Award(weighting="order", order_reason="The market is new.")

    said = weights_said(replace(make_procurement(), award=award))

    assert said == ["“Price” has no place in the order of importance."]


def test_ranges_whose_middles_are_no_hundred_should_be_looked_at() -> None:
    """They can make 100, but the middles 50 and 40 are what is counted with."""
    award = Award(weighting="ranges", price=Share(weight=Decimal(40), most=Decimal(60)))
    quality = replace(make_own_item("quality"), share=Share(weight=Decimal(30), most=Decimal(50)))

    (found,) = (
        one
        for one in check_procurement(
            replace(make_procurement(), award=award, lots=(), items=(quality,)), facts=FACTS
        )
        if one.rule == "weights"
    )

    assert (found.severity, found.field) == ("should", "award.price")
    assert "add up to 90 %" in str(found.what)


def test_names_come_from_the_library_by_title_and_short_form() -> None:
    label = make_label("labels/gws", title="Global Wool Standard (GWS)")
    facts = facts_of([label], today="2026-11-29")

    for name in ("Global Wool Standard", "GWS"):
        (found,) = check_text(f"Coats shall have the {name} label.", facts=facts)
        assert (found.rule, found.words) == ("equivalent", name)
    assert not check_text("Coats shall have the GWS label.", facts=FACTS)


def test_what_a_law_prescribes_is_no_label() -> None:
    facts = facts_of([make_label("labels/eu-energy-label", title="EU energy label")])

    assert not check_text("Fridges shall be in class C of the EU energy label.", facts=facts)


@pytest.mark.parametrize(
    ("value", "nature", "day", "answer"),
    [
        ("216000", "supplies", "2026-11-29", "yes"),
        ("215999", "services", "2026-11-29", "perhaps"),
        ("139999", "supplies", "2026-11-29", "no"),
        ("216000", "supplies", "2025-11-29", "perhaps"),
        ("5404000", "works", "2026-11-29", "yes"),
        ("5403999", "works", "2026-11-29", "no"),
    ],
)
def test_thresholds_hold_by_value_nature_and_day(value: str, nature: str, day: str, answer: str) -> None:
    head = Head(title="P", value=Decimal(value), nature="works" if nature == "works" else "supplies")

    assert reaches(head, day) == answer


def test_days_beyond_the_table_take_what_is_nearest() -> None:
    assert thresholds_on("2031-01-01") == thresholds_on("") == thresholds_on("2026-01-01")
    assert thresholds_on("2019-01-01") == thresholds_on("2024-01-01")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12.0), ("12.5", 12.5), ("12,5", 12.5), (" 1 000 ", 1000.0), ("1,250", 1.25), ("1.250", 1.25),
        ("0,125", 0.125),
        ("1.000.000", 1000000.0), ("-5", -5.0), ("−5", -5.0), ("about 5", None), ("", None), ("1.2.3", None),
        ("٣", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(text: str, number: float | None) -> None:
    assert as_number(text) == number


@given(st.text(alphabet="The shalmyotEN [_]x.50%\n|-"), st.sampled_from(DOCUMENT_ORDER))
def test_the_words_of_a_finding_stand_at_its_place(text: str, kind: CriterionKind) -> None:
    wording = Wording(requirement=text, proof_tender="Yes.")
    item = replace(with_text("").items[0], kind=kind, wording=wording)
    for found in check_procurement(replace(with_text(""), items=(item,)), facts=FACTS):
        if found.words and found.field == "requirement":
            assert text[found.start : found.start + len(found.words)] == found.words


def with_dates(**days: str) -> list[tuple[str, str, str]]:
    head = Head(title="P", people_use="no", no_lots="One.", dates=Dates(**days))
    found = check_procurement(Procurement(id="p", head=head), facts=FACTS)
    return [(str(one.what), one.severity, one.field) for one in found if one.rule == "date-order"]


def test_each_pair_of_dates_has_its_sentence_and_leads_to_the_later_one() -> None:
    days = ("2027-04-01", "2027-03-01")
    for at, earlier in enumerate(ORDER):
        for later in ORDER[at + 1 :]:
            [(what, severity, field)] = with_dates(**dict(zip((earlier, later), days, strict=True)))
            assert (severity, field) == ("must", f"head.dates.{later}")
            assert what.endswith(".")

    assert with_dates(contract_start=days[0], contract_end=days[1]) == [
        ("The contract ends before it starts.", "must", "head.dates.contract_end")
    ]


def test_days_that_leave_no_time_are_only_doubtful() -> None:
    day = "2027-03-01"

    assert [one[1] for one in with_dates(publication=day, deadline=day)] == ["should"]
    assert [one[1] for one in with_dates(deadline=day, contract_start=day)] == ["should"]
    assert with_dates(contract_start=day, contract_end=day) == []
    assert with_dates(publication=day, contract_start=day) == []


def test_an_own_criterion_without_a_title_is_called_so() -> None:
    item = make_own_item("own", title=" ")
    bare = replace(item, wording=replace(item.wording, points=""))
    found = check_procurement(Procurement(id="p", head=Head(title="P"), items=(bare,)), facts=FACTS)

    assert {str(one.what) for one in found if one.item == "own"} >= {
        "“Own criterion” has no proof.",
        "“Own criterion” has no rule for points.",
        "“Own criterion” has no weight.",
    }
