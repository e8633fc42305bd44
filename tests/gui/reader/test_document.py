from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procura_desktop.domain.records import Asset, Level, Record
from procura_desktop.gui.reader.body import body_document
from procura_desktop.gui.reader.document import reading_minutes, record_document, text_document
from procura_desktop.gui.reader.headings import headings_of
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.theme import CONTRAST, DARK, LIGHT
from tests.gui.reader.reader_samples import (
    ALL,
    ARTICLE,
    CASE,
    CRITERION,
    EVENT,
    GROUP,
    LABEL,
    ORGANISATION,
    TERM,
    context,
    find_asset,
)  # fmt: skip

CRITERION_WORDS = (
    "TS6 · Technical specification", "Core", "Comprehensive", "500 cycles (check)", "800 cycles (check)",
    "common tools", "At tender", "In contract", "EN IEC 61960-3", "or equivalent", "5 to 10 %", "Used by",
    "Makers test this", "circ-econ", "BT-774", "work-cond", "prod-innov", "30213100-6", "Read on",
    "This is not legal advice. National law prevails.", "Common: most suppliers", "One point for each",
    "Memory that can be replaced", "Ask the market first", "half of its climate impact", "Article 42",
    "Ask for the battery state of ten devices", "Not read by us: check here",
)  # fmt: skip


def paper_of(record: Record) -> Paper:
    paper = Paper(find_asset, LIGHT)
    html = record_document(record, LIGHT, context=context(record))
    paper.write(html, QFont("Noto Sans"), pixels=15)
    return paper


def text_of(record: Record) -> str:
    return paper_of(record).toPlainText().replace("\xa0", " ")


@pytest.mark.parametrize("record", ALL, ids=lambda record: record.kind)
@pytest.mark.usefixtures("qapp")
def test_every_kind_shows_title_summary_and_confidence(record: Record) -> None:
    text = text_of(record)

    assert record.title in text
    assert record.summary in text
    assert {"verified": "Verified", "listed": "Listed", "check": "Check"}[record.confidence] in text


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST])
def test_a_document_carries_the_colours_it_is_given(colours: object, qapp: QApplication) -> None:
    assert qapp
    assert colours.link in record_document(ARTICLE, colours, context=context(ARTICLE))  # type: ignore[attr-defined,arg-type]  # parametrised


@pytest.mark.usefixtures("qapp")
def test_a_criterion_says_all_that_a_buyer_needs() -> None:
    text = text_of(CRITERION)

    for words in CRITERION_WORDS:
        assert words in text, words


@pytest.mark.usefixtures("qapp")
def test_two_levels_stand_side_by_side() -> None:
    html = record_document(CRITERION, LIGHT, context=context(CRITERION))

    assert (
        '<tr><th align="left" width="50%">Core</th><th align="left" width="50%">Comprehensive</th></tr>'
        in html
    )


@pytest.mark.usefixtures("qapp")
def test_three_levels_stand_beneath_each_other() -> None:
    details = CRITERION.criterion
    assert details is not None
    levels = tuple(
        Level(name=name, requirement_html=f"<p>{name}</p>", requirement_text=name)
        for name in ("base", "advanced", "spearhead")
    )
    record = replace(CRITERION, criterion=replace(details, levels=levels))

    assert '<tr><th align="left" width="100%">Spearhead</th></tr>' in record_document(
        record, LIGHT, context=context(record)
    )


@pytest.mark.usefixtures("qapp")
def test_level_with_a_code_of_its_own_shows_it() -> None:
    details = CRITERION.criterion
    assert details is not None
    levels = tuple(replace(level, code=f"TS{n}") for n, level in enumerate(details.levels, start=5))
    html = record_document(
        replace(CRITERION, criterion=replace(details, levels=levels)), LIGHT, context=context(CRITERION)
    )

    assert "Core · TS5" in html
    assert "Comprehensive · TS6" in html


@pytest.mark.usefixtures("qapp")
def test_a_code_that_nobody_has_read_is_not_shown_as_official() -> None:
    details = CRITERION.criterion
    assert details is not None

    unsure = replace(CRITERION, criterion=replace(details, code_checked=False))
    assert "TS6 (our numbering)" in text_of(unsure)


@pytest.mark.usefixtures("qapp")
def test_a_case_shows_facts_results_and_lessons() -> None:
    text = text_of(CASE)

    for words in (
        "City of Ghent",
        "Belgium",
        "2018–2019",
        "62.5 %",
        "measured",
        "Procura+ Award 2019",
        "suppliers",
    ):
        assert words in text, words
    assert "legal advice" not in text


@pytest.mark.usefixtures("qapp")
def test_figures_of_a_case_are_written_in_groups() -> None:
    assert "1,200,000 EUR" in text_of(CASE)


@pytest.mark.usefixtures("qapp")
def test_results_without_figures_have_no_column_for_them() -> None:
    assert CASE.case is not None
    claimed = replace(CASE, case=replace(CASE.case, results=CASE.case.results[1:]))

    assert "How it is known" in text_of(claimed)
    assert "stated" in text_of(claimed)
    assert "What\nResult" not in text_of(claimed)


@pytest.mark.usefixtures("qapp")
def test_a_short_value_stays_on_one_line_and_a_long_text_wraps() -> None:
    long = "a value that is far too long for a line of its own"
    html = f'<p><span class="slot">500 full cycles</span> <span class="slot">{long}</span> a b</p>'

    assert "500\xa0full\xa0cycles" in body_document(html)
    assert long in body_document(html)
    assert " a b" in body_document(html)


@pytest.mark.parametrize("confidence", ["verified", "listed", "check"])
@pytest.mark.usefixtures("qapp")
def test_each_confidence_has_a_ground_and_a_bar_of_its_own(confidence: str) -> None:
    record = next(found for found in ALL if found.confidence == confidence)
    html = record_document(record, LIGHT, context=context(ARTICLE))

    assert f'class="bar-{confidence}"' in html
    assert f'class="trust on-{confidence}"' in html


@pytest.mark.usefixtures("qapp")
def test_sources_show_their_address_in_words() -> None:
    assert "http://data.europa.eu/eli/dir/2014/24/oj" in text_of(ARTICLE)


@pytest.mark.usefixtures("qapp")
def test_other_kinds_show_their_facts() -> None:
    assert "Lebenszykluskosten" in text_of(TERM)
    assert "type I" in text_of(LABEL)
    assert "Germany" in text_of(ORGANISATION)
    assert "every two years" in text_of(EVENT)
    assert "Notebooks, monitors and tablets." in text_of(GROUP)


@pytest.mark.usefixtures("qapp")
def test_a_definition_is_written_once() -> None:
    assert text_of(TERM).count("Adding up all costs") == 1


@pytest.mark.usefixtures("qapp")
def test_unknown_ids_are_not_linked() -> None:
    assert "not-in-this-library" not in record_document(ARTICLE, LIGHT, context=context(ARTICLE))


@pytest.mark.usefixtures("qapp")
def test_plain_text_is_escaped() -> None:
    record = replace(ARTICLE, title="<script>x</script>", summary="a < b & c")
    html = record_document(record, LIGHT, context=context(record))

    assert "<script>" not in html
    assert "a &lt; b &amp; c" in html


@pytest.mark.usefixtures("qapp")
def test_callouts_become_tables_and_lose_no_text() -> None:
    html = body_document(
        '<div class="callout tip"><p class="callout-title">T</p><div>in</div></div><p>after</p>'
    )

    assert html.count("<table") == html.count("</table>") == 1
    assert (
        '<td class="soft tip"><p class="callout-title">T</p><div>in</div></td></tr></table><p>after</p>'
        in html
    )


@pytest.mark.usefixtures("qapp")
def test_headings_are_listed_with_their_anchors() -> None:
    found = headings_of(paper_of(ARTICLE))

    assert [(heading.level, heading.anchor) for heading in found[:3]] == [
        (2, "worked-example"),
        (3, "what-the-law-says"),
        (2, "checklist"),
    ]


def test_reading_takes_a_minute_at_least() -> None:
    assert reading_minutes("") == 1
    assert reading_minutes("word " * 700) == 4


@pytest.mark.usefixtures("qapp")
def test_a_page_of_the_manual_has_its_title() -> None:
    assert "<h1>First &amp; last</h1>" in text_document("First & last", "<p>x</p>", LIGHT)


@pytest.mark.parametrize(
    "address", ["file:///etc/hosts", "/etc/hosts", "data:image/png;base64,iVBORw0KGgo=", "http://x/y.png"]
)
def test_nothing_but_library_pictures_is_loaded(address: str, qtbot: QtBot) -> None:
    asked: list[str] = []

    def asset(path: str) -> Asset | None:
        asked.append(path)
        return None

    assert qtbot
    paper = Paper(asset, LIGHT)
    for kind in QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.StyleSheetResource:
        found = paper.resource(kind.value, QUrl(address))
        assert found.isNull() or found.isEmpty() if hasattr(found, "isEmpty") else found.width() == 1
    assert asked == []


def test_a_picture_fits_the_column_and_lies_on_a_card_in_the_dark(qtbot: QtBot) -> None:
    assert qtbot
    for colours, corner in ((LIGHT, 0), (DARK, 255)):
        paper = Paper(find_asset, colours)
        paper.column = 300
        image = paper.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/cost.svg"))
        assert (image.width(), image.devicePixelRatio()) == (600, 2)
        assert image.pixelColor(0, 0).alpha() == corner


@pytest.mark.parametrize(
    ("record", "room"),
    [(TERM, "glossary"), (LABEL, "guidance"), (ORGANISATION, "guidance"), (EVENT, "guidance")],
)
@pytest.mark.usefixtures("qapp")
def test_crumbs_lead_to_the_room_where_a_record_is_listed(record: Record, room: str) -> None:
    html = record_document(record, LIGHT, context=context(record))

    assert f'<p class="crumbs"><a href="procura:{room}">' in html


@pytest.mark.usefixtures("qapp")
def test_an_address_of_mail_is_a_link_and_other_contacts_are_not() -> None:
    assert ORGANISATION.organisation is not None
    for contact, linked in (("help@iclei.org", True), ("Room 5, by mail@x or phone", False)):
        record = replace(ORGANISATION, organisation=replace(ORGANISATION.organisation, contact=contact))
        html = record_document(record, LIGHT, context=context(record))
        assert (f'href="mailto:{contact}"' in html) == linked
