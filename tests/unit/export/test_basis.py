"""Every export says what it rests on: library, edition, date, source, confidence, confirmation, notices."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from procura_desktop.domain.drafting import with_item
from procura_desktop.domain.procurement import Confirmation, FollowUp, Procurement
from procura_desktop.export.calendar import calendar
from procura_desktop.export.eforms_table import eforms_csv, eforms_xlsx
from procura_desktop.export.eforms_xml import eforms_xml
from procura_desktop.export.export import document_bytes
from procura_desktop.export.ocds import ocds
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.papers.kinds import ALL_KINDS, DocumentKind, paper_of
from procura_desktop.export.papers.opening import origins
from procura_desktop.library.facts import LibraryInfo
from tests.procurements import make_procurement
from tests.sheets import FACTS, opened


def words_of_calendar(desk: Desk) -> str:
    found = Calendar.from_ical(calendar(desk))
    return str(found["DESCRIPTION"])


def words_of_csv(desk: Desk) -> str:
    rows = csv.DictReader(StringIO(eforms_csv(desk).decode("utf-8-sig")))
    return "\n".join(row["Note"] for row in rows if not row["Field"])


def words_of_table(desk: Desk) -> str:
    last = opened(eforms_xlsx(desk)).worksheets[-1]
    return "\n".join(" ".join(str(cell or "") for cell in row) for row in last.iter_rows(values_only=True))


def words_of_xml(desk: Desk) -> str:
    parser = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True))  # noqa: S314 - our own file
    root = ET.fromstring(eforms_xml(desk), parser)  # noqa: S314
    return "\n".join(one.text or "" for one in root.iter() if not isinstance(one.tag, str))


def words_of_ocds(desk: Desk) -> str:
    tender = json.loads(ocds(desk, prefix="ocds-a1b2c3"))["releases"][0]["tender"]
    (about,) = (one for one in tender["documents"] if one["id"] == "about")
    return "\n".join((*(one["description"] for one in tender["criteria"]), about["description"]))


FILES: dict[str, Callable[[Desk], str]] = {
    "calendar": words_of_calendar,
    "csv": words_of_csv,
    "table": words_of_table,
    "xml": words_of_xml,
    "ocds": words_of_ocds,
}


def faulty(words: str, *, confirmed: bool = False) -> list[str]:
    """Give what is missing of what an export has to say."""
    wanted = (
        "library “main”, edition 2026.11.1",
        "published by Example City",
        "as of 25 November 2026",
        "Source: ",
        "Confidence: ",
        "Confirmed by A. Buyer on 28 November 2026: Criteria document, page 7."
        if confirmed
        else "Not yet confirmed by the contracting authority.",
        "no legal advice",
        "confirms every figure",
        "national rules apply",
    )
    return [one for one in wanted if one not in words]


def a_confirmed(made: Procurement) -> Procurement:
    item = made.item("item-1")
    assert item.copied is not None
    record = item.copied.record
    told = Confirmation(
        by="A. Buyer",
        on="2026-11-28",
        document="Criteria document",
        page="7",
        record_id=record.id,
        record_version=record.version,
    )
    return with_item(made, replace(item, confirmed=told))


@pytest.mark.parametrize("name", FILES)
def test_tables_and_data_say_what_they_rest_on(name: str) -> None:
    words = FILES[name](Desk(procurement=make_procurement(), facts=FACTS))

    assert faulty(words) == []
    assert "Own criterion of the contracting authority." in words


@pytest.mark.parametrize("name", FILES)
def test_tables_and_data_say_who_confirmed(name: str) -> None:
    made = a_confirmed(make_procurement())

    assert faulty(FILES[name](Desk(procurement=made, facts=FACTS)), confirmed=True) == []


@pytest.mark.parametrize("kind", [kind for kind in ALL_KINDS if kind in ("specification", "file-note")])
def test_documents_say_what_they_rest_on(kind: DocumentKind) -> None:
    words = document_bytes(paper_of(make_procurement(), kind, FACTS), "txt", FACTS).decode()

    assert [one for one in faulty(words) if one not in ("Source: ", "Confidence: ")] == []


def test_a_check_in_the_calendar_says_it_by_itself() -> None:
    made = make_procurement()
    check = FollowUp(id="own", what="Look at the batteries")
    made = with_item(made, replace(made.item("item-1"), follow_up=(check,)))
    events = Calendar.from_ical(calendar(Desk(procurement=made, facts=FACTS))).walk("VEVENT")
    (found,) = (one for one in events if str(one["UID"]).startswith("laptops-2026-own"))

    assert faulty(str(found["DESCRIPTION"])) == []


def test_hyphens_do_not_break_the_comments_of_the_xml() -> None:
    made = make_procurement()
    made = with_item(made, replace(made.item("award-1"), title="Quiet --- at night -- always -"))

    assert "Quiet - - - at night - - always -" in words_of_xml(Desk(procurement=made, facts=FACTS))


def test_the_date_of_an_edition_comes_from_the_copy_or_else_from_the_library_at_hand() -> None:
    made = make_procurement()
    copied = made.item("item-1").copied
    assert copied is not None
    undated = with_item(made, replace(made.item("item-1"), copied=replace(copied, dated="")))
    at_hand = LibraryInfo(
        name="main", version="2026.11.1", schema=2, digest="", records=1, newest="2026-10-02"
    )

    def line(procurement: Procurement, *libraries: LibraryInfo) -> str:
        return origins(Desk(procurement=procurement, facts=replace(FACTS, libraries=libraries)))[0]

    assert line(made, at_hand).endswith("published by Example City, as of 25 November 2026.")
    assert line(undated, at_hand).endswith("published by Example City, as of 2 October 2026.")
    assert line(undated).endswith("published by Example City.")
