"""What a good signature does not make harmless: records that are too large, broken or hostile."""

from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from procura_desktop.domain.records import Asset, OfficialDocument
from procura_desktop.errors import (
    ReleaseRejectedError,
)
from procura_desktop.library.entries import SYNONYMS, lines_of_content
from procura_desktop.library.pack import encode_record
from tests.factories import make_article, make_criterion, make_group, make_label
from tests.releases import Publisher
from tests.unit.sync.computer import Computer, refused
from tests.unit.sync.editions import (
    records,
    sign_lines,
    today,
)

REJECTED = ReleaseRejectedError
MEGABYTE = 1024 * 1024


def test_an_oversized_record_is_refused(computer: Computer, publisher: Publisher) -> None:
    line = encode_record(make_article("guidance/large", text="x" * (17 * MEGABYTE)))
    sign_lines(publisher, {"guidance/large": line})
    with refused(computer, "a line of more than", kind=REJECTED):
        computer.update()


@pytest.mark.parametrize(
    "line",
    [
        b'{"id":"guidance/x","kind":"article"}',
        b"[" * 100_000,
        encode_record(make_article("guidance/x")).replace(b'"version":1', b'"version":-1e999'),
        encode_record(make_article("guidance/x")).replace(b"Labels as proof", b"\\ud800"),
        encode_record(make_article("guidance/x")).replace(b"Labels as proof", b"\xff"),
        b"",
    ],
    ids=["missing", "nested", "number", "surrogate", "bytes", "empty"],
)
def test_a_line_that_is_no_record_is_refused(computer: Computer, publisher: Publisher, line: bytes) -> None:
    sign_lines(publisher, {"guidance/x": line})
    with refused(
        computer, "no record|not those that were published|other lines|lines and says", kind=REJECTED
    ):
        computer.update()


def test_what_no_database_can_hold_is_refused(computer: Computer, publisher: Publisher) -> None:
    record = make_article("guidance/x")
    sign_lines(
        publisher,
        {"guidance/x": encode_record(replace(record, article=replace(record.article, order=2**62)))},  # type: ignore[type-var] # it has them
    )
    computer.update()
    computer.verify()


HOSTILE = (
    '<h2 id="a" onclick="x()">Read</h2><script>alert(1)</script><p style="background:url(http://x)">Text '
    '<a href="javascript:alert(1)">one</a> <a href="file:///etc/passwd">two</a> '
    '<a href="https://example.org">three</a> <img src="http://tracker/x.png"><img src="../x.png">'
    "<iframe src='x'></iframe><svg onload='x()'></svg><form action='x'><input></form><style>*{}</style></p>"
)
HARMLESS = (
    '<h2 id="a">Read</h2><p>Text <a>one</a> <a>two</a> <a href="https://example.org">three</a> '
    "<img><img></p><p></p>"
)


@pytest.mark.parametrize("way", ["pack", "delta"])
def test_hostile_html_in_a_signed_record_is_cleaned_on_arrival(
    computer: Computer, publisher: Publisher, way: str
) -> None:
    criterion = make_criterion()
    assert criterion.criterion is not None
    levels = tuple(replace(one, requirement_html=HOSTILE) for one in criterion.criterion.levels)
    fields = ("proof_tender_html", "proof_contract_html", "rationale_html", "points_html", "note_html")
    hostile_fields: dict[str, Any] = dict.fromkeys(fields, HOSTILE)
    hostile = replace(
        criterion,
        criterion=replace(criterion.criterion, levels=levels, **hostile_fields),
    )
    content = [*records(edition=2), make_article("guidance/bad", html=HOSTILE), make_group(), hostile]
    if way == "pack":
        (computer.place.folder / "main.json").unlink()
    publisher.release(records=content, on=today())
    with closing(computer.find()) as found:
        assert found.plan.way == way
    computer.update()
    computer.verify()
    with computer.open() as library:
        assert library.record("guidance/bad").html == HARMLESS
        details = library.record(hostile.id).criterion
        assert details is not None
        assert {one.requirement_html for one in details.levels} == {HARMLESS}
        assert {getattr(details, name) for name in fields} == {HARMLESS}
    publisher.release(records=[*content, make_article("guidance/more")], on=today())
    computer.update()  # a delta over what was cleaned still fits
    computer.verify()


def test_hostile_addresses_and_pictures_travel_and_are_shown_as_text(
    computer: Computer, publisher: Publisher
) -> None:
    """They are data; tests/gui/test_hostile.py shows that nothing opens them and nothing is loaded."""
    group = make_group()
    assert group.group is not None
    document = OfficialDocument(title="Set", url="file:///etc/passwd", status="current")
    label = make_label()
    assert label.label is not None
    content = [
        *records(edition=2),
        replace(group, group=replace(group.group, official_document=document)),
        replace(label, label=replace(label.label, address="javascript:alert(1)")),
    ]
    picture = Asset(
        path="pictures/bad.svg",
        media_type="image/svg+xml",
        data=b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    )
    publisher.release(records=content, assets=[picture], on=today())
    computer.update()
    computer.verify()
    with computer.open() as library:
        found = library.asset("pictures/bad.svg")
        assert found is not None
        assert found.data == picture.data


def test_synonyms_are_words_and_nothing_else(computer: Computer, publisher: Publisher) -> None:
    lines = lines_of_content(records(edition=2), (), (('"; DROP TABLE record; --', "NEAR(", "*"), ("", " ")))
    assert SYNONYMS in lines
    sign_lines(publisher, lines)
    computer.update()
    computer.verify()
