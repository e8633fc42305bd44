"""The parts of a procurement from the shell: lots, criteria of one's own, offers, follow-ups, the award."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from procura_desktop.cli.procurements import entering, entering_award, entering_item, entering_parts
from procura_desktop.cli.procurements.help import HELP
from procura_desktop.domain.drafting import change_item
from procura_desktop.domain.procurement import FollowUp
from procura_desktop.domain.wording import WORDING_PARTS
from tests.procurements import make_item, make_procurement
from tests.shell import Shell

BATTERY = "criteria/computers/ts6-battery-endurance"
ID = "laptops-2026"


@pytest.fixture
def bare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path / "data", capsys)


@pytest.fixture
def shell(bare: Shell) -> Shell:
    """With the procurement of two lots, two award criteria and three offers."""
    bare.keeps(make_procurement())
    return bare


# Lots.


def test_lots_are_made_and_named(bare: Shell) -> None:
    made = bare.says("new", "Laptops")
    first, second = bare.says("lot", made, "Light laptops", "Workstations ☂").split()
    bare.says(
        "set", made, f"lot.{first}.value=180 000", f"lot.{first}.cpv=30213100", f"lot.{second}.title=Big"
    )
    bare.says("set", made, f"lot.{second}.description=For = drawing.")
    one, other = bare.stored(made).lots

    assert (one.id, one.title, one.value, one.cpv) == (
        first,
        "Light laptops",
        Decimal(180000),
        ("30213100-6",),
    )
    assert (other.id, other.title, other.description) == (second, "Big", "For = drawing.")


def test_a_criterion_holds_for_some_lots_or_for_all(shell: Shell) -> None:
    shell.says("set", ID, "item.award-1.lots=lot-2, lot-2")
    assert shell.stored(ID).item("award-1").lots == ("lot-2",)
    shell.says("set", ID, "item.award-1.lots=lot-2,lot-1", "item.spec-2.lots=")
    assert [shell.stored(ID).item(name).lots for name in ("award-1", "spec-2")] == [(), ()]

    assert "there is no lot 'lot-3'" in shell.refuses("set", ID, "item.award-1.lots=lot-3")
    assert "is a criterion, not a lot" in shell.refuses("set", ID, "item.award-1.lots=award-2")


def test_what_becomes_of_the_criteria_of_a_lot_that_goes_has_to_be_said(shell: Shell) -> None:
    said = shell.refuses("remove", ID, "lot-2")
    assert all(words in said for words in ("spec-2", "--with-criteria", "--for-all-lots"))
    assert shell.stored(ID) == make_procurement()
    assert "not both" in shell.refuses("remove", ID, "lot-2", "--with-criteria", "--for-all-lots", code=2)

    shell.says("remove", ID, "lot-2", "--for-all-lots")
    assert shell.stored(ID).item("spec-2").lots == ()
    shell.says("remove", ID, "lot-1")
    assert shell.stored(ID).lots == ()


def test_criteria_of_a_lot_go_with_it_where_that_is_said(shell: Shell) -> None:
    shell.says("remove", ID, "lot-2", "--with-criteria")

    assert [item.id for item in shell.stored(ID).items] == ["item-1", "award-1", "award-2", "clause-1"]


# Criteria.


def test_a_criterion_of_ones_own_is_written_whole(shell: Shell) -> None:
    made = shell.says(
        "own", ID, "Take-back", "--kind", "CPC", "--reason", "Law asks for it.", "--lots", "lot-1"
    )
    name = f"item.{made}"
    shell.says("set", ID, f"{name}.requirement=Take all back.", f"{name}.kind=AC", f"{name}.weight=5")
    item = shell.stored(ID).item(made)

    assert (item.kind, item.title, item.reason, item.lots) == (
        "AC",
        "Take-back",
        "Law asks for it.",
        ("lot-1",),
    )
    assert (item.copied, item.wording.requirement, item.share.weight) == (None, "Take all back.", Decimal(5))


def test_a_criterion_of_a_library_keeps_its_kind_and_ones_own_has_no_level(shell: Shell) -> None:
    assert "stays TS" in shell.refuses("set", ID, "item.item-1.kind=AC")
    assert "has no levels" in shell.refuses("set", ID, "item.award-1.level=core")
    assert "core, comprehensive" in shell.refuses("set", ID, "item.item-1.level=best")


def test_the_same_criterion_is_taken_once_for_the_same_lots(shell: Shell) -> None:
    assert "as item item-1" in shell.refuses("add", ID, BATTERY, "--reason", "Why.")
    assert "as item item-1" in shell.refuses("add", ID, BATTERY, "--reason", "Why.", "--lots", "lot-2")
    shell.says("set", ID, "item.item-1.lots=lot-1")
    assert "as item item-1" in shell.refuses("add", ID, BATTERY, "--reason", "Why.", "--lots", "lot-1")
    (made,) = shell.tells("add", ID, BATTERY, "--reason", "Why.", "--lots", "lot-2")["items"]
    assert shell.stored(ID).item(made["id"]).lots == ("lot-2",)

    again = shell.says("new", "Again")
    assert "already" in shell.refuses("add", again, BATTERY, BATTERY, "--reason", "Why.")
    assert shell.stored(again).items == ()


def test_a_criterion_moves_among_its_kind(shell: Shell) -> None:
    shell.says("move", ID, "award-2", "1")
    assert [item.id for item in shell.stored(ID).of_kind("AC")] == ["award-2", "award-1"]
    shell.says("move", ID, "award-2", "2")
    assert shell.stored(ID) == make_procurement()

    for place in ("0", "3", "-1", "first", "9" * 5000):
        assert "the place is a whole number" in shell.refuses("move", ID, "award-2", place)


def test_what_is_taken_out_leaves_nothing_behind(shell: Shell) -> None:
    shell.says("remove", ID, "clause-1", "follow-1", "award-1", "offer-3", "offer-3")
    left = shell.stored(ID)

    assert [item.id for item in left.items] == ["item-1", "spec-2", "award-2"]
    assert [(offer.id, [name for name, _ in offer.scores]) for offer in left.offers] == [
        ("offer-1", ["award-2"]),
        ("offer-2", ["award-2"]),
    ]


def test_nothing_is_taken_out_where_one_of_several_is_not_there(shell: Shell) -> None:
    assert "nothing here has the id 'x y'" in shell.refuses("remove", ID, "award-1", "x y")
    assert shell.stored(ID) == make_procurement()


def test_an_id_that_two_things_have_is_told_apart_by_what_they_are(bare: Shell) -> None:
    made = make_procurement()
    bare.keeps(replace(made, offers=(replace(made.offers[0], id="lot-1"),)))

    assert "write lot.lot-1 or offer.lot-1" in bare.refuses("remove", ID, "lot-1")
    bare.says("remove", ID, "offer.lot-1")
    assert (bare.stored(ID).offers, len(bare.stored(ID).lots)) == ((), 2)


def test_ids_of_colleagues_may_have_points(bare: Shell) -> None:
    one = make_procurement()
    first, second = make_item("a"), replace(make_item("a.b"), lots=("lot-1",))
    bare.keeps(replace(one, items=(first, second), offers=()))
    bare.says("set", ID, "item.a.b.title=Other", "item.a.b.slot.battery_cycles=700", "item.a.title=First")
    made = bare.stored(ID)

    assert (made.item("a").title, made.item("a.b").title) == ("First", "Other")
    assert [(entry.name, entry.value) for entry in made.item("a.b").slots] == [("battery_cycles", "700")]


# Figures.


def test_a_figure_has_to_be_a_number_where_its_source_has_a_range(shell: Shell) -> None:
    said = shell.refuses("set", ID, "item.item-1.slot.battery_cycles=500 cycles")
    assert "is a number without its unit (cycles), such as 500, not '500 cycles'" in said
    assert "battery_cycles" in shell.refuses("set", ID, "item.item-1.slot.none=1")


def test_a_figure_beyond_what_is_sensible_is_kept_and_told(shell: Shell) -> None:
    code, out, err = shell.run("set", ID, "item.item-1.slot.battery_cycles=7")
    assert (code, out) == (0, "")
    assert err.endswith("item.item-1.slot.battery_cycles is kept as 7; sensible is at least 100 cycles")
    assert [entry.value for entry in shell.stored(ID).item("item-1").slots] == ["7"]

    shell.says("set", ID, "item.item-1.slot.battery_cycles=")
    unread = ("item.item-1.slot.battery_cycles=600", "item.item-1.requirement=Long-lived.")
    code, out, err = shell.run("set", ID, *unread, "--json")
    assert code == 0
    assert '"warnings": [\n    "item.item-1.slot.battery_cycles is kept, but' in out
    assert "nobody will read it" in err


def test_a_level_comes_before_the_figures_that_are_set_with_it(shell: Shell) -> None:
    shell.says("set", ID, "item.item-1.slot.battery_cycles=900", "item.item-1.level=comprehensive")
    item = shell.stored(ID).item("item-1")

    assert (item.level, [entry.value for entry in item.slots]) == ("comprehensive", ["900"])


def test_figures_are_confirmed_until_the_criterion_changes(shell: Shell) -> None:
    shell.says("confirm", ID, "item-1", "--by", " A. Buyer ", "--page", "p. 4", "--on", "2026-11-02")
    read = shell.stored(ID).item("item-1").confirmed
    assert read is not None
    assert (read.by, read.on, read.page) == ("A. Buyer", "2026-11-02", "p. 4")
    assert (read.document, read.record_id, read.record_version) == (
        "Directive 2014/24/EU on public procurement",
        BATTERY,
        1,
    )

    shell.says("confirm", ID, "item-1", "--by", "B", "--page", "5", "--read-in", "Decision 7")
    again = shell.stored(ID).item("item-1").confirmed
    assert again is not None
    assert (again.document, again.on) == ("Decision 7", datetime.now(UTC).astimezone().date().isoformat())

    shell.says("set", ID, "item.item-1.level=comprehensive")
    assert shell.stored(ID).item("item-1").confirmed is None


def test_what_was_confirmed_before_is_confirmed_where_it_is_chosen_again(shell: Shell) -> None:
    first, second = (shell.says("new", title) for title in ("Laptops", "More laptops"))
    item = shell.tells("add", first, BATTERY, "--reason", "It lasts.")["items"][0]["id"]
    shell.says("confirm", first, item, "--by", "A. Buyer", "--page", "p. 4")

    shell.says("add", second, BATTERY, "--reason", "It lasts.")

    assert shell.stored(second).items[0].confirmed == shell.stored(first).items[0].confirmed is not None


def test_who_confirms_what_has_to_be_said(shell: Shell) -> None:
    assert "--by WHO" in shell.refuses("confirm", ID, "item-1", "--page", "4", code=2)
    assert "--page" in shell.refuses("confirm", ID, "item-1", "--by", "A", "--page", " ", code=2)
    words = ("confirm", ID, "item-1", "award-1", "--by", "A", "--page", "4")
    assert "no official text" in shell.refuses(*words)
    assert shell.stored(ID) == make_procurement()
    tomorrow = (datetime.now(UTC).astimezone().date() + timedelta(days=2)).isoformat()
    assert "a day until today" in shell.refuses(*words, "--on", tomorrow)
    assert "a day that exists" in shell.refuses(*words, "--on", "2026-02-30")


# The award.


def test_a_cost_is_scored_by_a_table(shell: Shell) -> None:
    shell.says("set", ID, "price.kind=cost", "formula=table", "price.table=100:100,120:80,150:0")
    award = shell.stored(ID).award

    assert (award.price_kind, award.formula) == ("cost", "table")
    assert award.table == tuple((Decimal(a), Decimal(b)) for a, b in ((100, 100), (120, 80), (150, 0)))
    assert "price.table=100:100" in shell.refuses("set", ID, "price.table=")
    shell.says("set", ID, "price.table=", "formula=linear")


def test_a_table_that_is_missing_is_asked_for(shell: Shell) -> None:
    assert "such as price.table=100:100,120:60,150:20" in shell.refuses("set", ID, "formula=table")
    made = make_procurement()
    open_table = replace(made, id="open", award=replace(made.award, formula="table"))
    shell.keeps(open_table)
    shell.says("set", "open", "buyer=Other")  # it was so before, and is another matter
    assert "limits rise" in shell.refuses("set", ID, "price.table=120:80,100:100")


def test_offers_are_made_and_scored(shell: Shell) -> None:
    made = shell.says("offer", ID, "D & Söhne", "--price", "199.000,50")
    offer = next(one for one in shell.stored(ID).offers if one.id == made)
    assert (offer.name, offer.price) == ("D & Söhne", Decimal("199000.50"))
    assert dict(offer.scores) == {"award-1": Decimal(50), "award-2": Decimal(50)}

    name = f"offer.{made}"
    shell.says(
        "set", ID, f"{name}.score.award-1=80", f"{name}.score.award-2=", f"{name}.price=5", f"{name}.name=E"
    )
    offer = next(one for one in shell.stored(ID).offers if one.id == made)
    assert (offer.name, offer.price, dict(offer.scores)) == ("E", Decimal(5), {"award-1": Decimal(80)})

    assert "no award criterion" in shell.refuses("set", ID, f"{name}.score.spec-2=80")
    assert "from 0 to 100" in shell.refuses("set", ID, f"{name}.score.award-1=101")
    assert "there is no item 'x'" in shell.refuses("set", ID, f"{name}.score.x=1")
    assert "there are: name, price, and score.ITEM" in shell.refuses("set", ID, f"{name}.colour=red")


@pytest.mark.parametrize("price", ["0", "-5", "much", "2" * 200])
def test_a_price_is_above_nothing(shell: Shell, price: str) -> None:
    assert len(shell.refuses("offer", ID, "D", "--price", price)) < 300
    assert shell.refuses("set", ID, f"offer.offer-1.price={price}")
    assert shell.stored(ID) == make_procurement()


# Follow-ups.


def test_what_to_check_is_added_and_filled_in(shell: Shell) -> None:
    made = shell.says("follow-up", ID, "award-1", "Ask for the report.")
    name = f"follow-up.{made}"
    shell.says("set", ID, f"{name}.after_days=30", f"{name}.every_months=6", f"{name}.proof=A report.")
    shell.says("set", ID, f"{name}.if_not=A penalty.", f"{name}.what=Ask.")

    assert shell.stored(ID).item("award-1").follow_up == (
        FollowUp(id=made, what="Ask.", after_days=30, every_months=6, proof="A report.", if_not="A penalty."),
    )
    assert "from 0 to 36500" in shell.refuses("set", ID, f"{name}.after_days=36501")
    assert "from 0 to 1216" in shell.refuses("set", ID, f"{name}.every_months=1.5")
    assert "there are: what, after_days" in shell.refuses("set", ID, f"{name}.when=now")
    shell.says("remove", ID, made)
    assert shell.stored(ID) == make_procurement()


def test_a_check_is_noted_in_a_closed_one_too_and_nothing_else(shell: Shell) -> None:
    shell.says("set", ID, "status=closed")
    shell.says("checked", ID, "follow-1", "--on", "2026-05-01")
    shell.says("checked", ID, "follow-1")
    today = datetime.now(UTC).astimezone().date().isoformat()
    assert shell.stored(ID).item("clause-1").follow_up[0].done == ("2026-05-01", today)

    assert "a day until today" in shell.refuses("checked", ID, "follow-1", "--on", "2999-01-01")
    before = shell.stored(ID)
    for words in (
        ("lot", ID, "More"),
        ("own", ID, "More", "--kind", "TS", "--reason", "Why."),
        ("offer", ID, "D", "--price", "1"),
        ("follow-up", ID, "award-1", "More"),
        ("confirm", ID, "item-1", "--by", "A", "--page", "1"),
        ("move", ID, "award-2", "1"),
        ("remove", ID, "follow-1"),
        ("set", ID, "template=yes"),
    ):
        assert "open it again" in shell.refuses(*words)
    assert shell.stored(ID) == before


def test_closing_and_opening_are_lines_of_the_history(shell: Shell) -> None:
    shell.says("set", ID, "status=closed")
    shell.says("set", ID, "status=draft")

    assert [event.code for event in shell.stored(ID).events] == ["closed", "opened-again"]


# Values that nobody expects.


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("set", ID, "buyer=A", "buyer=B"), 2, "buyer is given twice"),
        (("add", ID, BATTERY, "--reason", "A", "--reason", "B"), 2, "--reason is given twice"),
        (("set", ID, "=A"), 1, "'' is no name"),
        (("set", ID, "lot.none.title=A"), 1, "there is no lot 'none'"),
        (("set", ID, "lot.award-1.title=A"), 1, "is a criterion, not a lot"),
        (("set", ID, "item..title=A"), 1, "there is no item ''"),
        (("set", ID, "item.award-1=A"), 1, "'' is no part of an item"),
        (("set", ID, "lot.lot-1.colour=A"), 1, "there are: title, description"),
        (("set", ID, "template=maybe"), 1, "yes, no"),
        (("set", ID, "title=a\x1b[2J"), 1, "U+001B"),
        (("set", ID, "title=a\udcff"), 1, "U+DCFF"),
        (("set", ID, f"title={'x' * 200_001}"), 1, "200000 is the most"),
        (("set", ID, f"title={'x' * 1_000_000}"), 2, "200000 is the most of a text"),
        (("set", ID, f"value={'9' * 100_000}"), 1, "write figures"),
        (("set", ID, f"procedure={'x' * 100_000}"), 1, "not 'xxx"),
        (("set", ID, f"item.item-1.level={'x' * 100_000}"), 1, "core, comprehensive"),
        (("set", ID, f"price.table={'1:1,' * 20_000}"), 1, "write per cent"),
        (("lot", ID, "Good", " "), 1, "the title is empty"),
        (("own", ID, "\t", "--kind", "TS", "--reason", "Why."), 1, "the title is empty"),
        (("own", ID, "A", "--reason", "Why."), 2, "--kind"),
        (("own", ID, "A", "--kind", "XX", "--reason", "Why."), 2, "invalid choice"),
        (("own", ID, "A", "--kind", "TS"), 2, "--reason"),
        (("offer", ID, "D"), 2, "--price"),
        (("follow-up", ID, "lot-1", "Ask."), 1, "is a lot, not a criterion"),
        (("follow-up", ID, "clause-1", ""), 1, "what to check is empty"),
        (("checked", ID, "clause-1"), 1, "is a criterion, not a follow-up"),
        (("checked", ID, "follow-1", "--on", "yesterday"), 1, "a date such as"),
        (("move", ID, "award-1"), 2, "write: procura-desktop procurement move ID ITEM PLACE"),
        (("new", "T", "--from", ID, "--small"), 2, "--small does not go with --from"),
        (("list", "--with-criteria"), 2, "--with-criteria belongs to: remove"),
    ],
)
def test_what_makes_no_sense_is_one_clear_sentence(
    shell: Shell, words: tuple[str, ...], code: int, said: str
) -> None:
    told = shell.refuses(*words, code=code)

    assert said in told
    assert len(told) < 400
    assert shell.stored(ID) == make_procurement()


def test_texts_may_hold_whatever_can_be_read(shell: Shell) -> None:
    text = "=1+1 – “ẞ” 漢字\n\n- one = two\t,"
    shell.says("set", ID, f"purpose={text}", "buyer=", f"item.award-1.reason={text}")
    made = shell.stored(ID)

    assert (made.head.purpose, made.head.buyer, made.item("award-1").reason) == (text, "", text)


# What is shown.


def test_a_person_finds_every_id_in_what_is_shown(shell: Shell) -> None:
    shell.says("confirm", ID, "item-1", "--by", "A. Buyer", "--page", "4", "--on", "2026-11-02")
    shell.says("set", ID, "formula=table", "price.table=100:100,150:0", "price.kind=cost")
    shown = shell.says("show", ID)

    for line in (
        "lot-1  Light laptops, value 180000",
        "spec-2  TS, your own, lots lot-2: Quiet workstations",
        "item-1  TS, core: Rechargeable battery endurance",
        "    slot.battery_cycles: 500 cycles",
        "    confirmed by A. Buyer on 2026-11-02: Directive 2014/24/EU on public procurement, 4",
        "award-1  AC, your own, weight 25: Longer warranty",
        "    follow-up follow-1  after 90 days, then every 12 months: Ask for the take-back report",
        "price.kind: cost",
        "price.weight: 60",
        "price.table: 100: 100; 150: 0",
        "offer-2  B: price 240000, award-1 40, award-2 70",
    ):
        assert line in shown.splitlines()


def test_a_template_is_shown_as_one(shell: Shell) -> None:
    made = shell.says("new", "Template", "--from", ID, "--template")
    assert (shell.stored(made).head.template, shell.stored(made).events) == (True, ())
    assert shell.says("show", made).startswith("Template (draft, template)")
    shell.says("set", made, "template=no")
    assert not shell.stored(made).head.template
    assert shell.stored(shell.says("new", "Template", "--template")).head.template


def test_the_help_names_all_that_can_be_set() -> None:
    names = HELP.partition("Names for `set`")[2]
    plain = (
        *entering.TEXTS, *entering.CHOICES, *entering.DATES, *entering.CONTACT, *entering.OTHERS,
        *entering_award.CHOICES, *entering_award.OTHERS,
        *(f"price.{name}" for name in entering_award.SHARES),
    )  # fmt: skip
    dotted = (
        *entering_item.TEXTS, *entering_item.OTHERS, *WORDING_PARTS, *entering_award.SHARES,
        *entering_parts.LOT, *entering_parts.OFFER, *entering_parts.FOLLOW_UP,
    )  # fmt: skip
    assert [name for name in plain if not re.search(rf"(?<![.\w]){re.escape(name)}\b", names)] == []
    assert [name for name in dotted if not re.search(rf"\.{re.escape(name)}\b", names)] == []


def test_every_part_is_set_without_touching_another(shell: Shell) -> None:
    before = make_procurement()
    shell.says("set", ID, "item.award-1.minimum=40")
    changed = change_item(
        before, "award-1", lambda item: replace(item, share=replace(item.share, minimum=Decimal(40)))
    )

    assert shell.stored(ID) == changed
