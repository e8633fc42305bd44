"""The template of an office, made whole in a shell: the same as the window makes of the same steps."""

import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from procura_desktop.cli.libraries import open_books
from procura_desktop.cli.procurements.arguments import DOCUMENTS
from procura_desktop.domain.drafting import (
    change_follow_up,
    change_item,
    change_lot,
    confirmation_of,
    example_offer,
    lots_chosen,
    with_follow_up,
    with_items,
    with_lots,
    with_offer,
    with_slot,
)
from procura_desktop.domain.price_table import parse_table
from procura_desktop.domain.procurement import FollowUp, Item, Lot, Procurement, Wording
from procura_desktop.domain.what_if import scoring_at
from procura_desktop.settings.folders import folders
from procura_desktop.workspace.beginning import begin
from procura_desktop.workspace.choosing import item_of
from tests.factories import make_criterion, sample_records
from tests.shell import Shell

MANUAL = Path(__file__).resolve().parents[2] / "docs/manual/administrator.md"
BATTERY = "criteria/computers/ts6-battery-endurance"
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path / "data", capsys)


def in_the_shell(shell: Shell) -> str:
    """Make the template; give its id."""
    made = shell.says("new", "Laptops of the office", "--group", "computers")
    light, strong = shell.says("lot", made, "Light", "Strong").split()
    (battery,) = shell.tells("add", made, BATTERY, "--reason", "Batteries fail.")["items"]
    service = shell.says(
        "own", made, "Exchange", "--kind", "AC", "--reason", "Time counts.", "--lots", strong
    )
    clause = shell.says("own", made, "Take-back", "--kind", "CPC", "--reason", "The law asks.")
    check = shell.says("follow-up", made, clause, "Ask for the report.")
    offer = shell.says("offer", made, "A", "--price", "95000")
    shell.says(
        "set", made, "template=yes", "buyer=City of Example", f"lot.{light}.value=60000",
        f"item.{battery['id']}.slot.battery_cycles=600", f"item.{service}.requirement=State the days.",
        f"item.{service}.weight=40", f"item.{clause}.requirement=Take all back.", "price.weight=60",
        "price.kind=cost", "formula=table", "price.table=100:100,120:60,150:0",
        f"follow-up.{check}.every_months=12", f"offer.{offer}.score.{service}=80",
    )  # fmt: skip
    shell.says("confirm", made, battery["id"], "--by", "A. Buyer", "--page", "p. 4", "--on", "2026-11-02")
    return made


def by_the_operations(shell: Shell) -> Procurement:
    """Make the same with what the window calls."""
    with closing(open_books(folders(shell.home))) as books:
        record, group = books.record(BATTERY), books.record("groups/computers")
        info = books.info_of(record.id)
    one = with_lots(begin("Laptops of the office", now=NOW, group=group), (Lot(id="light", title="Light"),))
    one = with_lots(one, (*one.lots, Lot(id="strong", title="Strong")))
    battery = item_of(
        record,
        level="core",
        library=info.name,
        edition=info.version,
        publisher=info.publisher,
        dated=info.dated,
        reason="Batteries fail.",
    )
    service = Item(id="s", kind="AC", title="Exchange", wording=Wording(), reason="Time counts.")
    clause = Item(id="c", kind="CPC", title="Take-back", wording=Wording(), reason="The law asks.")
    one = with_items(one, (battery, replace(service, lots=lots_chosen(one, ["strong"])), clause))
    one = with_follow_up(one, "c", FollowUp(id="f", what="Ask for the report."))
    read = confirmation_of(
        record, by="A. Buyer", on="2026-11-02", document=record.sources[0].title, page="p. 4"
    )
    one = change_item(
        one, battery.id, lambda i: replace(with_slot(i, "battery_cycles", "600"), confirmed=read)
    )
    one = with_offer(
        one, scoring_at(example_offer(one, "o", name="A", price=Decimal(95000)), "s", Decimal(80))
    )
    one = change_lot(one, "light", lambda lot: replace(lot, value=Decimal(60000)))
    share = replace(service.share, weight=Decimal(40))
    one = change_item(
        one, "s", lambda i: replace(i, share=share, wording=Wording(requirement="State the days."))
    )
    one = change_item(one, "c", lambda i: replace(i, wording=Wording(requirement="Take all back.")))
    one = change_follow_up(one, "c", "f", lambda check: replace(check, every_months=12))
    award = replace(
        one.award,
        price=replace(one.award.price, weight=Decimal(60)),
        price_kind="cost",
        formula="table",
        table=parse_table("100: 100; 120: 60; 150: 0"),
    )
    head = replace(one.head, template=True, buyer="City of Example")
    return replace(one, head=head, award=award)


def without_ids(procurement: Procurement) -> str:
    """Write a procurement with its parts numbered, and without the moment when it was begun."""
    ids = [procurement.id, *(lot.id for lot in procurement.lots), *(offer.id for offer in procurement.offers)]
    for item in procurement.items:
        ids += [item.id, *(check.id for check in item.follow_up)]
    made = replace(procurement, head=replace(procurement.head, created=""))
    text = msgspec.json.encode(made).decode()
    for number, name in enumerate(ids):
        text = text.replace(f'"{name}"', f'"#{number}"')
    return text


def test_it_equals_what_the_operations_of_the_window_give(shell: Shell) -> None:
    made = shell.stored(in_the_shell(shell))

    assert made.item(made.items[0].id).confirmed is not None
    assert without_ids(made) == without_ids(by_the_operations(shell))


def test_a_procurement_is_begun_from_it_and_all_its_documents_are_written(
    shell: Shell, tmp_path: Path
) -> None:
    template = shell.stored(in_the_shell(shell))
    made = shell.says("new", "Laptops 2027", "--from", template.id)
    one = shell.stored(made)
    assert (one.head.title, one.head.template, one.offers) == ("Laptops 2027", False, ())
    assert (one.lots, one.items, one.award) == (template.lots, template.items, template.award)
    assert [event.code for event in one.events] == ["begun-from-template"]

    shell.says("set", made, "contract_start=2027-03-01")
    words = [word for name in DOCUMENTS for word in ("--document", name)]
    written = shell.tells(
        "export", made, "--to", str(tmp_path / "out"), *words, "--ocid-prefix", "ocds-a1b2c3"
    )
    assert len(written["files"]) == len(DOCUMENTS)
    assert all(Path(path).stat().st_size for path in written["files"])


@pytest.mark.skipif(sys.platform == "win32", reason="the script is for the shell of other systems")
def test_the_script_in_the_manual_makes_a_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warranty = make_criterion("criteria/computers/ts3-manufacturers-warranty", title="Warranty")
    shell = Shell(tmp_path / "data", capsys, records=(*sample_records(), warranty))
    page = MANUAL.read_text(encoding="utf-8")
    script = page.partition("    procura=procura-desktop\n")[2].partition("\n\n")[0]
    runs = (
        f"set -e; procura() {{ '{sys.executable}' -m procura_desktop --data-dir '{shell.home}' \"$@\"; }}\n"
    )
    ran = subprocess.run(
        ["sh", "-c", f"{runs}procura=procura\n{script}"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")

    (listed,) = shell.tells("list")["procurements"]
    made = shell.stored(listed["id"])
    assert (made.head.template, [item.kind for item in made.items]) == (True, ["TS", "AC"])
    assert (made.award.formula, len(made.award.table), made.lots[0].value) == ("table", 3, Decimal(60000))
    assert made.items[1].lots == (made.lots[1].id,)
    assert made.items[1].follow_up[0].every_months == 12
    assert made.items[1].id in ran.stdout
