"""Several libraries read as one, each with its own ids."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.domain.records import Record
from procura_desktop.errors import LibraryDamagedError, RecordNotFoundError
from procura_desktop.library.books import Books
from procura_desktop.library.build import build_library
from procura_desktop.library.open import open_library, open_shelf
from procura_desktop.library.query import parse_query
from procura_desktop.progress import Silent
from tests.factories import (
    CYCLE,
    build_sample,
    make_article,
    make_case,
    make_criterion,
    make_group,
    make_term,
)


def build(out: Path, name: str, records: tuple[Record, ...]) -> Path:
    build_library(out, name=name, version="1", records=records, assets=(CYCLE,), progress=Silent())
    return out


@pytest.fixture
def ghent(tmp_path: Path) -> Path:
    """An office's own library, with a criterion for everybody's furniture and an id of the main one."""
    oak = make_criterion("criteria/furniture/own/ts1-oak", group="groups/furniture", code="TS1")
    criterion = oak.criterion
    assert criterion is not None
    level = replace(
        criterion.levels[0],
        requirement_html='<p>See <a href="procura:guidance/labels#ask">labels</a>, '
        '<a href="procura:terms/lcc">costs</a> and <img src="pictures/cycle.svg" alt="x"></p>',
    )
    oak = replace(oak, title="Oak from our own woods", criterion=replace(criterion, levels=(level,)))
    return build(
        tmp_path / "ghent.sqlite",
        "ghent",
        (
            replace(oak, product_groups=("groups/furniture",)),
            make_article(
                "guidance/labels", title="Labels in Ghent", text="Ask Sofie about zebrawood labels."
            ),
            make_group("groups/flood-walls", title="Flood walls"),
            make_case("cases/flood-wall", title="A wall of clay"),
            make_term("terms/zebrawood", title="Zebrawood"),
        ),
    )


@pytest.fixture
def shelf(tmp_path: Path, ghent: Path) -> Iterator[Books]:
    main = open_library(build_sample(tmp_path / "main.sqlite"))
    books, wrong = open_shelf(main, [[ghent]])
    assert not wrong
    yield books
    books.close()


def test_the_main_library_keeps_its_plain_ids_and_cannot_be_replaced(shelf: Books) -> None:
    assert shelf.record("guidance/labels").title == "Labels as proof"
    assert shelf.record("ghent/guidance/labels").title == "Labels in Ghent"
    assert shelf.record("ghent/guidance/labels").id == "ghent/guidance/labels"
    with pytest.raises(RecordNotFoundError, match="ghent/guidance/none"):
        shelf.record("ghent/guidance/none")


def test_an_own_criterion_belongs_to_everybodys_product_group(shelf: Books) -> None:
    ids = [record.id for record in shelf.criteria_of("groups/furniture")]
    assert "ghent/criteria/furniture/own/ts1-oak" in ids
    listed = shelf.briefs(kind="criterion", group="groups/furniture")
    assert [brief.library for brief in listed if brief.id.startswith("ghent/")] == ["ghent"]


def test_what_an_own_record_names_is_its_own_where_there_is_such_a_record(shelf: Books) -> None:
    criterion = shelf.record("ghent/criteria/furniture/own/ts1-oak").criterion
    assert criterion is not None
    assert criterion.group == "groups/furniture"
    html = criterion.levels[0].requirement_html
    assert 'href="procura:ghent/guidance/labels#ask"' in html
    assert 'href="procura:terms/lcc"' in html
    assert 'src="ghent/pictures/cycle.svg"' in html
    assert shelf.asset("ghent/pictures/cycle.svg") == CYCLE


def test_a_search_finds_in_all_libraries_and_names_them(shelf: Books) -> None:
    results = shelf.search(parse_query("zebrawood"))
    assert {hit.library for hit in results.hits} == {"ghent"}
    assert {hit.id for hit in results.hits} == {"ghent/terms/zebrawood", "ghent/guidance/labels"}
    snippet = shelf.snippets(parse_query("zebrawood"))
    texts = [snippet(hit.number).text for hit in results.hits]
    assert any("Sofie" in text for text in texts)

    both = shelf.search(parse_query("labels"))
    assert {hit.library for hit in both.hits} >= {"", "ghent"}
    assert both.total == len(both.hits)
    assert sum(number for _, number in both.kinds) == both.total


def test_an_older_edition_is_compared_with_the_library_of_its_name(shelf: Books, tmp_path: Path) -> None:
    before = build(tmp_path / "before.sqlite", "ghent", (make_term("terms/zebrawood", title="Zebra"),))
    with open_library(before) as older:
        found = shelf.differences_to(older)
    assert found.changed == (("ghent/terms/zebrawood", "Zebrawood"),)
    assert ("ghent/guidance/labels", "Labels in Ghent") in found.added

    stranger = build(tmp_path / "stranger.sqlite", "bruges", (make_term("terms/x", title="X"),))
    with open_library(stranger) as older, pytest.raises(LibraryDamagedError, match="bruges"):
        shelf.differences_to(older)


def test_what_one_library_knows_is_not_corrected_by_another(shelf: Books) -> None:
    assert shelf.search(parse_query("zebrawood")).corrected == ""


def test_an_own_hit_has_the_title_of_everybodys_group(shelf: Books) -> None:
    (hit,) = (hit for hit in shelf.search(parse_query("oak woods")).hits if hit.library)
    assert hit.group == "groups/furniture"
    assert hit.group_title == shelf.group_titles()["groups/furniture"]


def test_counts_and_groups_are_of_all(shelf: Books) -> None:
    assert "ghent/groups/flood-walls" in shelf.group_titles()
    assert shelf.counts()["case"] == len(shelf.briefs(kind="case"))
    assert shelf.info.name == "main"
    assert shelf.info_of("ghent/terms/zebrawood").name == "ghent"


def test_a_taken_name_or_a_damaged_file_leaves_the_others_in_use(tmp_path: Path, ghent: Path) -> None:
    (tmp_path / "broken.sqlite").write_bytes(b"broken")
    taken = build(tmp_path / "taken.sqlite", "main", (make_article("guidance/x"),))
    folder = build(tmp_path / "folder.sqlite", "guidance", (make_article("guidance/x"),))
    main = open_library(build_sample(tmp_path / "main.sqlite"))
    books, wrong = open_shelf(main, [[tmp_path / "broken.sqlite"], [taken], [folder], [ghent]])
    assert len(wrong) == 3
    assert books.record("ghent/guidance/labels").title == "Labels in Ghent"
    books.close()


def test_hashes_are_those_of_the_libraries_themselves(shelf: Books, ghent: Path) -> None:
    with open_library(ghent) as own:
        oak = own.hashes(("criteria/furniture/own/ts1-oak",))

    found = shelf.hashes(("ghent/criteria/furniture/own/ts1-oak", "guidance/labels", "guidance/none"))

    assert found["ghent/criteria/furniture/own/ts1-oak"] == oak["criteria/furniture/own/ts1-oak"]
    assert set(found) == {"ghent/criteria/furniture/own/ts1-oak", "guidance/labels"}
