"""What the checks know of other languages than English."""

from dataclasses import replace

import pytest

from procura_desktop.domain.checks.checker import Checker, check_procurement
from procura_desktop.domain.checks.equivalents import EQUIVALENT
from procura_desktop.domain.checks.facts import Facts
from procura_desktop.domain.checks.finding import Finding
from procura_desktop.domain.checks.languages import OR_EQUIVALENT, language_of_text
from procura_desktop.domain.checks.mending import mended
from procura_desktop.domain.procurement import Head, Procurement
from procura_desktop.export.words import known_languages
from tests.procurements import make_own_item
from tests.unit.domain.checks.example_files import check_text

FACTS = Facts(today="2026-11-29")
TEXTS = {
    "en": "The tables shall comply with EN 527-2.",
    "de": "Die Tische müssen mit EN 527-2 übereinstimmen und stabil sein.",
    "es": "Las mesas deben cumplir la norma EN 527-2.",
    "fr": "Les tables sont conformes à la norme EN 527-2.",
    "nl": "De tafels voldoen aan de norm EN 527-2 en zijn van hout.",
    "pt": "As mesas devem cumprir a norma EN 527-2 e são de madeira.",
}


def asking(text: str, language: str) -> Procurement:
    item = make_own_item("own", kind="TS", title="T", requirement=text)
    return Procurement(id="p", head=Head(title="P", language=language), items=(item,))


def equivalents(found: tuple[Finding, ...]) -> list[Finding]:
    return [one for one in found if one.rule == "equivalent"]


def test_every_language_of_the_documents_is_known() -> None:
    assert set(OR_EQUIVALENT) == set(known_languages()) == set(TEXTS)


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_sentence_is_seen(language: str) -> None:
    assert language_of_text(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "EN 527-2", "Papier FSC", "12345 _ !"])
def test_a_few_words_tell_no_language(text: str) -> None:
    assert language_of_text(text) == ""


@pytest.mark.parametrize("language", TEXTS)
def test_or_equivalent_is_written_in_the_language_of_the_text(language: str) -> None:
    one = asking(TEXTS[language], "en" if language != "en" else "de")
    (found,) = equivalents(check_procurement(one, facts=FACTS))
    after = mended(one, found.mends[0])

    assert f"EN 527-2 {OR_EQUIVALENT[language]}" in after.items[0].wording.requirement
    assert not equivalents(check_procurement(after, facts=FACTS))


@pytest.mark.parametrize(("language", "equal"), [*OR_EQUIVALENT.items(), ("fi", "or equivalent")])
def test_a_short_text_is_in_the_language_of_its_procurement(language: str, equal: str) -> None:
    checker = Checker(FACTS)
    checker.check(asking("EN 527-2.", "en"))
    (found,) = equivalents(checker.check(asking("EN 527-2.", language)))

    assert [mend.text for mend in found.mends] == [f"EN 527-2 {equal}"]


def test_another_language_of_the_procurement_is_seen_by_a_checker_that_goes_on() -> None:
    checker, one = Checker(FACTS), asking("EN 527-2.", "en")
    checker.check(one)
    checker.prepare(one, most=9)
    other = replace(one, head=replace(one.head, language="fr"))

    assert not checker.prepare(other, most=0)
    (found,) = equivalents(checker.check(other))
    assert [mend.text for mend in found.mends] == ["EN 527-2 ou équivalent"]


def test_a_text_from_elsewhere_is_mended_in_its_own_language() -> None:
    (found,) = check_text("Le papier porte le label FSC.", facts=FACTS)

    assert str(found.do).endswith("For example: “FSC ou équivalent”.")


@pytest.mark.parametrize(
    "words",
    [
        "oder gleichwertig",
        "oder gleichwertiger Art",
        "ODER GLEICHWERTIGES",
        "o. glw.",
        "oder äquivalent",
        "oder ein vergleichbares Gütezeichen",
        "oder andere geeignete Nachweise",
        "ou équivalent",
        "ou équivalente",
        "ou équivalents",
        "ou équivalentes",
        "ou equivalent",
        "ou e\u0301quivalent",
        "ou tout autre moyen de preuve",
        "o equivalente",
        "o equivalentes",
        "o de calidad equivalente",
        "o similar",
        "u otro medio de prueba",
        "of gelijkwaardig",
        "of gelijkwaardige",
        "of een vergelijkbaar keurmerk",
        "of een ander passend bewijsmiddel",
        "ou equivalente",
        "ou de equivalência comprovada",
        "ou outros meios de prova",
    ],
)
def test_what_is_equal_is_accepted_in_all_usual_forms(words: str) -> None:
    assert not equivalents(check_text(f"EN 527-2 {words}", facts=FACTS))


@pytest.mark.parametrize(
    "text",
    [
        "Zu jeder Norm ist eine gleichwertige zugelassen.\nEN 527-2",
        "Pour toutes les normes, un équivalent est accepté.\nEN 527-2",
        "Se aceptan equivalentes de todas las normas, y sus pruebas equivalentes.\nEN 527-2",
        "Waar een norm staat, is een gelijkwaardige ook goed.\nEN 527-2",
        "Sempre que uma norma é indicada, aceita-se uma equivalente.\nEN 527-2",
    ],
)
def test_a_document_accepts_what_is_equal_once_for_all(text: str) -> None:
    assert not equivalents(check_text(text, facts=FACTS))


@pytest.mark.parametrize(
    "words", ["und gleich hoch", "et égal en taille", "y de igual altura", "en even hoog"]
)
def test_other_words_accept_nothing(words: str) -> None:
    assert EQUIVALENT.search(words) is None
    assert equivalents(check_text(f"EN 527-2 {words}", facts=FACTS))
