"""Texts of the language that the organisation prefers come first where libraries have several."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.domain.records import Record
from procura_desktop.library.books import Books
from procura_desktop.library.build import build_library
from procura_desktop.library.open import open_library, open_shelf
from procura_desktop.library.query import parse_query
from procura_desktop.progress import Silent
from tests.factories import make_article

TEXT = "Paper cups and papier recyclé for every office."


def article(record_id: str, language: str, order: int) -> Record:
    made = make_article(f"guidance/{record_id}", title=f"Paper {record_id}", text=TEXT, order=order)
    return replace(made, language=language)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of an office of two languages, and a little of a third."""
    records = (article("a", "nl", 1), article("b", "fr", 2), article("c", "nl", 3), article("d", "pt-br", 4))
    out = tmp_path / "main.sqlite"
    build_library(out, name="main", version="1", records=records, assets=(), progress=Silent())
    return out


@pytest.fixture
def both(path: Path, tmp_path: Path) -> Iterator[Books]:
    """The same with an office's own library beside it, where Portuguese comes first."""
    out = tmp_path / "ghent.sqlite"
    records = (article("a", "en", 1), article("e", "pt", 2))
    build_library(out, name="ghent", version="1", records=records, assets=(), progress=Silent())
    books, wrong = open_shelf(open_library(path), [[out]], prefer="pt-BR")
    assert not wrong
    yield books
    books.close()


def listed(books: Books) -> str:
    return "".join(brief.id[-1] for brief in books.briefs(kind="article"))


def found(books: Books, typed: str) -> str:
    return "".join(hit.id[-1] for hit in books.search(parse_query(typed)).hits)


@pytest.mark.parametrize(
    ("prefer", "order"), [("", "abcd"), ("fr", "bacd"), ("NL-be", "acbd"), ("pt", "dabc"), ("de", "abcd")]
)
@pytest.mark.parametrize("typed", ["paper", "paper cups", "p"])
def test_lists_and_searches_begin_with_the_preferred_language(
    path: Path, prefer: str, order: str, typed: str
) -> None:
    books, _ = open_shelf(open_library(path), [], prefer=prefer)
    assert listed(books) == order
    assert found(books, typed) == order
    books.close()


def test_a_better_match_of_another_language_stays_in_the_list(path: Path) -> None:
    books, _ = open_shelf(open_library(path), [], prefer="fr")
    assert set(found(books, "paper a")) >= {"a", "b"}
    books.close()


def test_the_preference_is_for_all_libraries(both: Books) -> None:
    assert both.preferred == "pt"
    assert listed(both) == "deabca"
    assert set(found(both, "paper cups")[:2]) == {"d", "e"}


def test_a_library_tells_its_languages(path: Path) -> None:
    with open_library(path) as library:
        assert library.languages() == ("fr", "nl", "pt-br")
