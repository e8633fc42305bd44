import csv
import json
import re
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from procura_desktop.domain.drafting import with_items, with_slot
from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.procurement import (
    Award,
    Confirmation,
    Item,
    Procurement,
    Share,
    Weighting,
    Wording,
    YesNo,
)
from procura_desktop.domain.records import CriterionDetails, Origin
from procura_desktop.export.eforms_codes import (
    LANGUAGES,
    codes_of,
    field_info,
    label_of,
    language_id,
    shortened,
)
from procura_desktop.export.eforms_lot import lot_notices
from procura_desktop.export.eforms_table import FieldRow, eforms_csv, eforms_xlsx, field_rows
from procura_desktop.export.eforms_xml import SPACES, eforms_xml
from procura_desktop.export.green_criteria import green_criteria
from procura_desktop.resources import resource
from tests.factories import make_criterion
from tests.procurements import make_item, make_own_item, make_procurement
from tests.sheets import desk_of, opened, sheet_of

DATA = Path(__file__).parents[2] / "data" / "eforms"
OFFICIAL: dict[str, list[dict[str, str]]] = json.loads((DATA / "codelists.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((DATA / "schema.json").read_text(encoding="utf-8"))
FIELDS: dict[str, dict[str, str]] = {field["id"]: field for field in SCHEMA["fields"]}
LISTS = {name: {entry["code"] for entry in entries} for name, entries in OFFICIAL.items()}
# Not code lists that we carry: the CPV, and single codes that the SDK's own examples use.
ELSEWHERE = {
    "cpv": re.compile(r"\d{8}"),
    "selection-criteria-source": re.compile("epo-notice"),
    "conditions": re.compile("performance"),
}


def make_coded(
    item_id: str,
    *,
    kind: CriterionKind = "TS",
    origin: Origin = "eu",
    environment: tuple[str, ...] = ("clim-mitig",),
    social: tuple[str, ...] = (),
    innovation: tuple[str, ...] = (),
    confirmed: int | None = None,
) -> Item:
    """Make an item whose source names codes; `confirmed` is the version that the buyer confirmed."""
    record = make_criterion(kind=kind)
    details = record.criterion
    assert isinstance(details, CriterionDetails)
    coded = replace(
        details,
        origin=origin,
        environmental_impact=environment,
        social_objective=social,
        innovation=innovation,
    )
    item = make_item(item_id, record=replace(record, criterion=coded))
    if confirmed is None:
        return item
    read = Confirmation(
        by="A. Buyer",
        on="2026-11-29",
        document="SWD(2026) 1",
        page="7",
        record_id=record.id,
        record_version=confirmed,
    )
    return replace(item, confirmed=read)


def make_full() -> Procurement:
    """Make a procurement that fills every field it can."""
    made = make_procurement()
    head = replace(
        made.head,
        cpv=("30213100-6", "30231000-7"),
        accessibility="It stands in a locked room.",
        dates=replace(made.head.dates, contract_end="2031-02-28"),
    )
    items = (
        make_coded("env", environment=("circ-econ", "clim-mitig")),
        make_coded("soc", environment=(), social=("work-cond",), kind="CPC"),
        make_coded("new", innovation=("prod-innov",), kind="SC"),
        make_coded("odd", environment=(), kind="SC"),
    )
    return with_items(replace(made, head=head), items)


def rows(procurement: Procurement, lot: str = "LOT-0001") -> dict[str, list[FieldRow]]:
    found: dict[str, list[FieldRow]] = {}
    for row in field_rows(desk_of(procurement)):
        if row.lot == lot:
            found.setdefault(row.field, []).append(row)
    return found


def full_tag(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def short_tag(tag: str) -> str:
    space, _, local = tag[1:].partition("}")
    prefix = next(prefix for prefix, uri in SPACES.items() if uri == space)
    return f"{prefix}:{local}" if prefix else local


def codes_in(root: ET.Element) -> list[tuple[str, str]]:
    return [
        (element.get("listName", ""), element.text or "")
        for element in root.iter()
        if element.get("listName")
    ]


def test_what_we_carry_is_what_is_official() -> None:
    carried = json.loads(resource("codes", "eforms.json").read_text(encoding="utf-8"))

    for name, codes in carried["codes"].items():
        assert [{"code": code, **labels} for code, labels in codes.items()] == OFFICIAL[name], name
    for field, info in carried["fields"].items():
        official = {
            key: FIELDS[field][key] for key in ("name", "maxLength", "codeList") if key in FIELDS[field]
        }
        assert info == official, field
    assert "CC BY 4.0" in carried["licence"]


def test_every_code_is_official() -> None:
    root = ET.fromstring(eforms_xml(desk_of(make_full())))  # noqa: S314 - our own

    for codelist, code in codes_in(root):
        assert code in LISTS.get(codelist, ()) or ELSEWHERE[codelist].fullmatch(code), (codelist, code)
    for row in field_rows(desk_of(make_full())):
        if row.code:
            assert row.code in LISTS[field_info(row.field).codes], row
            assert row.value == label_of(field_info(row.field).codes, row.code)


def test_elements_stand_in_the_order_of_the_schema() -> None:
    root = ET.fromstring(eforms_xml(desk_of(make_full())))  # noqa: S314 - our own
    checked = set()

    for element in root.iter():
        parent = short_tag(element.tag)
        if parent in SCHEMA["order"]:
            order: list[str] = SCHEMA["order"][parent]
            places = [order.index(short_tag(child.tag)) for child in element]
            assert places == sorted(places), parent
            checked.add(parent)

    assert len(checked) >= 15


def test_table_and_xml_say_the_same_at_the_official_place() -> None:
    procurement = make_full()
    root = ET.fromstring(eforms_xml(desk_of(procurement)))  # noqa: S314 - our own
    lots = root.findall(full_tag("cac:ProcurementProjectLot"))
    asked = 0

    for row in field_rows(desk_of(procurement)):
        if row.open:
            continue
        lot = lots[int(row.lot[-4:]) - 1]
        wanted = (row.code or row.value).removesuffix(" EUR")
        path = FIELDS[row.field]["xpath"].partition("/cac:ProcurementProjectLot")[2].partition("]")[2]
        names = [name for name in re.sub(r"\[[^\]]*\]", "", _without_nots(path)).split("/") if name]
        found = lot.findall("/".join(full_tag(name) for name in names))
        assert wanted in [(element.text or "").removesuffix("Z") for element in found], row
        asked += 1

    assert asked > 60


def _without_nots(path: str) -> str:
    return re.sub(r"\[not\(.*?\)\](?=[\[/])", "", path)


def test_a_lot_says_what_its_criteria_name() -> None:
    found = rows(make_full())

    assert [row.code for row in found["BT-06-Lot"]] == ["env-imp", "soc-obj", "inn-pur"]
    assert [row.code for row in found["BT-774-Lot"]] == ["circ-econ", "clim-mitig"]
    assert [row.code for row in found["BT-775-Lot"]] == ["work-cond"]
    assert [row.code for row in found["BT-776-Lot"]] == ["prod-innov"]
    assert [row.value for row in found["BT-262-Lot"]] == ["30213100"]
    assert [row.value for row in found["BT-263-Lot"]] == ["30231000"]
    assert [row.code for row in found["BT-754-Lot"]] == ["n-inc-just"]
    assert [row.code for row in found["BT-809-Lot"]] == ["slc-abil-mgmt-env", ""]
    assert [row.open for row in found["BT-809-Lot"]] == [False, True]


def comments(procurement: Procurement) -> list[str]:
    return re.findall("<!-- (.*?) -->", eforms_xml(desk_of(procurement)).decode(), re.DOTALL)


def test_what_the_table_notes_stands_in_comments_too() -> None:
    own = replace(make_procurement(), items=(make_own_item("own", kind="TS"),))

    rows, told = field_rows(desk_of(own)), comments(own)

    assert "LOT-0001, BT-06-Lot, none: Own criteria name no codes: add theirs." in told
    assert "LOT-0001, BT-805-Lot, none: No criterion of this lot is known to be environmental." in told
    assert [row.note for row in rows if row.note and not any(one.endswith(row.note) for one in told)] == []


def test_texts_are_said_to_be_in_the_language_that_they_are_in() -> None:
    """A file of a colleague may want a language that the documents have no words in."""
    example = make_procurement()

    finnish, german = (
        eforms_xml(desk_of(replace(example, head=replace(example.head, language=language)))).decode()
        for language in ("fi", "de")
    )

    assert set(re.findall('languageID="(.*?)"', finnish)) == {"ENG"}
    assert set(re.findall('languageID="(.*?)"', german)) == {"DEU"}


def test_a_procurement_without_lots_is_one_lot() -> None:
    found = field_rows(desk_of(replace(make_procurement(), lots=())))

    assert {row.lot for row in found} == {"LOT-0001"}
    assert [row.value for row in found if row.field == "BT-21-Lot"] == ["Laptops for the town hall"]


@pytest.mark.parametrize(
    ("people_use", "reason", "demanded", "code"),
    [
        ("yes", "", True, "inc"),
        ("yes", "", False, ""),
        ("yes", "No screen.", False, "n-inc-just"),
        ("no", "", False, "n-inc"),
        ("", "", False, ""),
    ],
)
def test_accessibility_is_said_or_left_to_decide(
    people_use: YesNo, reason: str, demanded: bool, code: str
) -> None:
    made = make_procurement()
    procurement = replace(made, head=replace(made.head, people_use=people_use, accessibility=reason))
    if demanded:
        procurement = with_items(procurement, (make_coded("acc", environment=(), social=("acc-all",)),))

    (row,) = rows(procurement)["BT-754-Lot"]

    assert (row.code, row.open) == (code, not code)
    assert ("BT-755-Lot" in rows(procurement)) == (code == "n-inc-just")


@pytest.mark.parametrize(
    ("items", "code", "unconfirmed"),
    [
        ((make_coded("a", confirmed=1),), "eu", ()),
        ((make_coded("a", confirmed=1), make_own_item("b")), "eu", ()),
        ((make_coded("a", confirmed=1), make_coded("b")), "other", ("b",)),
        ((make_coded("a", confirmed=2),), "other", ("a",)),  # another version of it was confirmed
        ((make_coded("a"),), "other", ("a",)),
        ((make_coded("a", origin="national", confirmed=1),), "national", ()),
        ((make_coded("a", origin="national"),), "other", ("a",)),
        ((make_coded("a", confirmed=1), make_coded("b", origin="national")), "eu", ("b",)),
        ((make_coded("a", origin="model"),), "other", ()),
        ((make_coded("a", origin="model", environment=(), social=("opp",)),), "none", ()),
        ((make_coded("a", environment=(), social=("opp",)),), "none", ()),
        ((make_own_item("a"),), "none", ()),
        ((), "none", ()),
    ],
)
def test_green_criteria_of_the_eu_are_claimed_only_where_confirmed(
    items: tuple[Item, ...], code: str, unconfirmed: tuple[str, ...]
) -> None:
    found = green_criteria(items)

    assert (found.code, found.unconfirmed) == (code, unconfirmed)
    assert found.why


def test_the_reason_for_not_claiming_names_the_criteria() -> None:
    (row,) = rows(with_items(make_procurement(), (make_coded("a"),)))["BT-805-Lot"]

    assert "Not confirmed against the official text, or changed, so not claimed: TS 1, TS 3." in row.note


@pytest.mark.parametrize(
    ("weighting", "share", "code", "number"),
    [
        ("percent", Share(weight=Decimal(40)), "per-exa", "40"),
        ("points", Share(weight=Decimal(40)), "poi-exa", "40"),
        ("ranges", Share(weight=Decimal(30), most=Decimal(45)), "per-mid", "37.5"),
        ("ranges", Share(weight=Decimal(40)), "per-exa", "40"),
        ("order", Share(), "ord-imp", "2"),
    ],
)
def test_weights_come_with_the_code_of_their_kind(
    weighting: Weighting, share: Share, code: str, number: str
) -> None:
    made = make_procurement()
    award = Award(weighting=weighting, order_reason="So.", price=Share(weight=Decimal(1)))
    procurement = replace(made, award=award, items=(replace(made.item("award-1"), share=share),))
    found = rows(procurement)

    (code_row,) = [row for row in found["BT-5421-Lot"] if row.where == "Longer warranty"]
    (number_row,) = [row for row in found["BT-541-Lot-WeightNumber"] if row.where == "Longer warranty"]
    assert (code_row.code, number_row.value) == (code, number)
    assert ("BT-733-Lot" in found) == (weighting == "order")


def test_one_weight_of_a_range_makes_all_of_a_lot_middles() -> None:
    """The rules of eForms want exact weights to be 100 together, and know no mixture."""
    made = make_procurement()
    award = Award(weighting="ranges", price=Share(weight=Decimal(60)))
    ranged = replace(made.item("award-1"), share=Share(weight=Decimal(20), most=Decimal(40)), lots=("lot-1",))
    exact = replace(made.item("award-2"), share=Share(weight=Decimal(10)))
    notices = lot_notices(desk_of(replace(made, award=award, items=(ranged, exact))))

    assert [[one.code for one in notice.award] for notice in notices] == [["per-mid"] * 3, ["per-exa"] * 2]


def test_lots_keep_apart_however_long_the_reference_is() -> None:
    made = make_procurement()
    reference = "Directorate-General for procurement of information technology and services, file " + "9" * 60
    named = [
        notice.internal
        for notice in lot_notices(desk_of(replace(made, head=replace(made.head, reference=reference))))
    ]

    assert [name.rpartition(" / ")[2] for name in named] == ["LOT-0001", "LOT-0002"]
    assert all(shortened(name, field_info("BT-22-Lot").longest) == name for name in named)


def test_what_the_buyer_wrote_is_not_claimed_as_of_the_eu() -> None:
    item = make_coded("a", confirmed=1)
    edited = replace(item, wording=replace(item.wording, requirement="Any battery will do."))

    assert (green_criteria((edited,)).code, green_criteria((edited,)).unconfirmed) == ("other", ("a",))


@pytest.mark.parametrize(
    ("value", "checked", "code"),
    [
        ("400", True, "other"),
        ("500", True, "eu"),
        ("400", False, "eu"),  # nobody had read the source's figure, and the buyer did when confirming
        (None, True, "eu"),
    ],
)
def test_another_figure_than_that_of_the_source_is_not_claimed_as_of_the_eu(
    value: str | None, checked: bool, code: str
) -> None:
    item = make_coded("a", confirmed=1)
    read = item.confirmed
    assert item.copied is not None
    assert item.copied.record.criterion is not None
    (slot,) = item.copied.record.criterion.slots
    details = replace(item.copied.record.criterion, slots=(replace(slot, checked=checked),))
    copied = replace(item.copied, record=replace(item.copied.record, criterion=details))

    filled = with_slot(replace(item, copied=copied), slot.name, value)
    assert green_criteria((replace(filled, confirmed=read),)).code == code


def test_the_price_alone_is_no_middle_of_a_range() -> None:
    share = Share(weight=Decimal(40), most=Decimal(60))
    procurement = replace(make_procurement(), award=Award(weighting="ranges", price=share), items=())

    found = rows(replace(procurement, lots=()))

    assert [row.code for row in found["BT-5421-Lot"]] == ["per-exa"]
    assert [row.value for row in found["BT-541-Lot-WeightNumber"]] == ["100"]


def test_a_long_text_is_shortened_to_what_the_field_takes() -> None:
    item = make_own_item("long", kind="CPC", title="Long", requirement="word " * 3000)

    (row,) = rows(with_items(make_procurement(), (item,)))["BT-70-Lot"]

    assert len(row.value) <= 6000
    assert row.value.endswith("word …")
    assert row.note == "shortened to 6000 characters"


@pytest.mark.parametrize(
    ("text", "longest", "gives"), [("a b c", 0, "a b c"), ("abc", 3, "abc"), ("abcd", 3, "a …")]
)
def test_texts_are_shortened_at_a_blank_if_there_is_one(text: str, longest: int, gives: str) -> None:
    assert shortened(text, longest) == gives


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@A1", "\t=1"])
def test_no_cell_of_the_csv_is_a_formula(sign: str) -> None:
    item = replace(make_own_item("x", title=sign), wording=Wording(requirement=sign))
    made = make_procurement()
    head = replace(made.head, reference=sign, need=sign)
    data = eforms_csv(desk_of(with_items(replace(made, head=head), (item,))))
    cells = [cell for row in csv.reader(StringIO(data.decode("utf-8-sig"))) for cell in row]

    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert f"'{sign.strip()}" in cells


def test_the_table_is_the_same_in_every_form() -> None:
    desk = desk_of(make_full())
    wanted = [(row.field, row.code, row.value) for row in field_rows(desk)]
    read = list(csv.DictReader(StringIO(eforms_csv(desk).decode("utf-8-sig"))))
    sheet = sheet_of(opened(eforms_xlsx(desk)))
    cells = [tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(min_row=5, values_only=True)]

    assert [(row["Field"], row["Code"], row["Value"]) for row in read if row["Field"]] == wanted
    assert [(row[1], row[4], row[5]) for row in cells][: len(wanted)] == wanted


def test_labels_are_in_the_language_of_the_documents() -> None:
    made = make_full()
    (row, *_) = rows(replace(made, head=replace(made.head, language="de")))["BT-774-Lot"]

    assert row.value == "Der Übergang zu einer Kreislaufwirtschaft"
    assert label_of("accessibility", "inc", "fi") == label_of("accessibility", "inc", "en")
    assert language_id("pt-BR") == "POR"
    assert language_id("xx") == "ENG"
    assert len(LANGUAGES) == 24
    assert codes_of("cpv") == ()


def test_the_same_procurement_gives_the_same_bytes() -> None:
    assert eforms_xml(desk_of(make_full())) == eforms_xml(desk_of(make_full()))
    assert eforms_xlsx(desk_of(make_full())) == eforms_xlsx(desk_of(make_full()))


def test_the_documentation_names_the_fields_that_are_filled() -> None:
    text = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")
    table = [line.split("|")[1] for line in text.splitlines() if line.startswith("| BT-")]
    told = {number for cell in table for number in re.findall(r"\d+", cell)}

    assert told == {re.findall(r"\d+", field)[0] for field in FIELDS}
