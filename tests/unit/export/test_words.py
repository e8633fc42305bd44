"""Every sentence of the documents is there in every language that has words at all."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from procura_desktop.domain.history import LINES
from procura_desktop.domain.procurement import Award, Procurement, Share
from procura_desktop.export.answer_form import answer_form
from procura_desktop.export.eforms_table import eforms_csv
from procura_desktop.export.eforms_xml import eforms_xml
from procura_desktop.export.matrix import matrix
from procura_desktop.export.ocds import ocds
from procura_desktop.export.paper import Table, paragraph_text
from procura_desktop.export.papers import desk as desk_module
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.papers.kinds import ALL_KINDS, paper_of
from procura_desktop.export.words import Words, known_languages, words_of
from procura_desktop.resources import resource
from tests.awards import award_templates
from tests.unit.export.papers import FACTS, rich_procurement, texts

OTHERS = [language for language in known_languages() if language != "en"]
SOURCE = Path(__file__).resolve().parents[3] / "src" / "procura_desktop"
FILES = [
    SOURCE / "domain" / "award_words.py",
    SOURCE / "domain" / "history.py",
    *(SOURCE / "export").rglob("*.py"),
]
OF_RECORDS = {"core", "comprehensive"}


def known(language: str) -> dict[str, str]:
    found = json.loads(resource("documents", f"words.{language}.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def calls_of_code() -> Iterator[ast.Call]:
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def said_in_code() -> set[str]:
    """Give the sentences that the documents say, as they stand in the code."""
    return {
        str(node.args[0].value)
        for node in calls_of_code()
        if getattr(node.func, "id", getattr(node.func, "attr", "")) == "say"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


def constants_of_code() -> set[str]:
    return {
        str(node.value)
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }


def variants() -> list[Procurement]:
    """Make procurements that reach the sentences which one alone does not."""
    rich = rich_procurement()
    short = replace(rich, head=replace(rich.head, procedure="below-threshold", people_use=""))
    bare = replace(
        rich, lots=(), head=replace(rich.head, no_lots="One system", accessibility="None", nature="works")
    )
    awards = (
        Award(weighting="points", formula="relative", tie="quality", price_kind="cost"),
        Award(weighting="ranges", formula="table", table=((Decimal(110), Decimal(80)),), tie="lot"),
        Award(weighting="order", order_reason="New"),
    )
    share = Share(weight=Decimal(60), minimum=Decimal(10))
    least = replace(
        short,
        award=Award(formula="table", price=share),
        items=tuple(replace(i, share=share) if i.kind == "AC" else i for i in short.items),
    )
    return [
        rich,
        short,
        least,
        bare,
        replace(rich, items=()),
        *(replace(rich, award=award) for award in awards),
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_there_with_the_same_places(language: str) -> None:
    found = known(language)

    assert said_in_code() - set(found) == set()
    assert set(award_templates()) - set(found) == set()
    assert {line.text for line in LINES.values()} - set(found) == set()
    assert set(found) - constants_of_code() == OF_RECORDS
    for english, other in found.items():
        assert sorted(re.findall(r"{\w+}", other)) == sorted(re.findall(r"{\w+}", english))
        assert other.strip() == other
        assert other


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_that_is_said_is_missing(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = []

    class Listening(Words):
        def __call__(self, text: str, **values: str) -> str:
            if text not in self.known:
                missing.append(text)
            return Words.__call__(self, text, **values)

    monkeypatch.setattr(desk_module, "words_of", lambda _: Listening(language, known(language)))
    for procurement in variants():
        for kind in ALL_KINDS:
            paper_of(procurement, kind, FACTS)
        answer_form(Desk(procurement, FACTS))
        matrix(Desk(procurement, FACTS))
        eforms_csv(Desk(procurement, FACTS))
        eforms_xml(Desk(procurement, FACTS))
        ocds(Desk(procurement, FACTS), prefix="ocds-a1b2c3")

    assert set(missing) == set()


def test_language_without_words_gets_english() -> None:
    assert words_of("xx")("Subject matter") == "Subject matter"
    assert words_of("../x")("Subject matter") == "Subject matter"
    assert words_of("de-AT")("Subject matter") == "Auftragsgegenstand"
    assert words_of("DE").language == "de"


def test_paper_speaks_its_language() -> None:
    rich = rich_procurement()

    paper = paper_of(replace(rich, head=replace(rich.head, language="de")), "criteria", FACTS)

    assert paper.title == "Eignungs- und Zuschlagskriterien"
    assert paper.page == "Seite {page} von {pages}"
    said = "\n".join(texts(paper))
    assert "Bestätigt von A. Buyer am 28. November 2026: EU criteria for computers, Seite 12." in said
    assert "keine Rechtsberatung" in said


def test_the_table_of_the_notice_speaks_the_language_of_the_documents() -> None:
    rich = rich_procurement()
    bare = replace(rich, head=replace(rich.head, language="de", cpv=()))
    desk = Desk(bare, FACTS)

    head, *_ = eforms_csv(desk).decode("utf-8-sig").splitlines()
    assert head == "Los,Feld,Name,Wo,Code,Wert,Hinweis"
    assert "Die Beschaffung hat keinen CPV-Code." in eforms_csv(desk).decode("utf-8-sig")
    assert "LOT-0001, noch zu entscheiden: BT-262-Lot" in eforms_xml(desk).decode()


def test_french_marks_do_not_begin_a_line() -> None:
    assert [words for words in known("fr").values() if re.search(" [:;?!»]|« ", words)] == []


@pytest.mark.parametrize("language", known_languages())
def test_no_word_of_a_head_of_the_weights_is_broken(language: str) -> None:
    """A letter of a head is 1.6 % of the width of a page in the widest of the usual fonts."""
    rich = rich_procurement()
    paper = paper_of(replace(rich, head=replace(rich.head, language=language)), "criteria", FACTS)
    table = next(block for block in paper.blocks if isinstance(block, Table) and len(block.columns) == 4)

    for column, head in zip(table.columns, table.header, strict=True):
        longest = max(map(len, paragraph_text(head.paragraphs[0]).split()))
        assert longest * 1.6 <= column.share
