"""Finding records."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from procura_desktop.library import expression as ex
from procura_desktop.library.connection import ReadConnection, Value
from procura_desktop.library.lexicon import Lexicon
from procura_desktop.library.open import open_library
from procura_desktop.library.query import Query, parse_query
from procura_desktop.library.read import Library
from procura_desktop.library.search import Results
from tests.factories import build_sample, make_article, make_case, make_criterion, make_group, make_term

_NUMBERS = "SELECT rowid FROM record_search WHERE record_search MATCH ?"


def found(library: Library, text: str) -> list[str]:
    return [hit.id for hit in library.search(parse_query(text)).hits]


def test_what_is_typed_is_found(library: Library) -> None:
    hit = library.search(parse_query("capacity cycles ")).hits[0]

    assert hit.id == "criteria/computers/ts6-battery-endurance"
    assert (hit.kind, hit.title, hit.group) == (
        "criterion",
        "Rechargeable battery endurance",
        "groups/computers",
    )
    assert hit.detail == "TS6 · core, comprehensive"
    snippet = library.snippets(parse_query("capacity cycles "))(hit.number)
    assert snippet.text == "The battery keeps at least 80 % of its capacity after 500 cycles."
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["capacity", "cycles"]


@pytest.mark.parametrize("text", ["", " ", "-battery", '"', "*", "!!!", "🌍", "\x00", "\ud800"])
def test_nothing_to_find_gives_nothing(library: Library, text: str) -> None:
    assert library.search(parse_query(text)) == Results()


def test_filters_alone_list_what_passes_them(library: Library) -> None:
    assert {hit.kind for hit in library.search(parse_query("kind:criterion ")).hits} == {"criterion"}
    assert found(library, "kind:criterion -wood ") == found(library, "-wood kind:criterion ")
    assert len(found(library, "group:furniture -wood ")) < len(found(library, "group:furniture "))


def test_the_last_word_is_a_beginning_until_a_blank_follows(library: Library) -> None:
    assert "criteria/computers/ts6-battery-endurance" in found(library, "rechargeab")
    assert library.search(parse_query("rechargeab ", correct=False)).hits == ()


@pytest.mark.parametrize("typed", ["rechargeab", "rechargeabl", "rechargeable"])
def test_letters_that_lead_to_one_word_find_what_it_finds(library: Library, typed: str) -> None:
    whole = library.search(parse_query("rechargeable "), count=False)

    assert whole.hits
    assert library.search(parse_query(typed), count=False) is whole


def test_no_record_is_lost_where_letters_lead_to_one_word(library: Library) -> None:
    """All that the index has of the letters, it has of the word too."""
    with closing(ReadConnection(library.path)) as connection:
        lexicon = Lexicon(connection)
        words = [str(word) for (word,) in connection.rows("SELECT word FROM word")]
        begun = sorted({word[:end] for word in words for end in range(1, len(word) + 1)})
        led = {typed: whole for typed in begun if (whole := lexicon.only_word(typed))}

        def numbers(expression: str) -> set[Value]:
            return {number for (number,) in connection.rows(_NUMBERS, expression)}

        assert len(led) > len(words)
        for typed, whole in led.items():
            both = ex.any_of((ex.beginning(typed), ex.phrase(typed)))
            assert numbers(both) <= numbers(ex.phrase(whole)), (typed, whole)


def test_case_and_accents_do_not_count(library: Library) -> None:
    assert found(library, "COUT DU CYCLE DE VIE")[0] == "terms/life-cycle-costing"
    assert found(library, "cou\u0302t")[0] == "terms/life-cycle-costing"


@pytest.mark.parametrize(
    "text", ["low-carbon", "low carbon", "LOW/carbon", '"low-carbon"', "low_carbon", "low*carbon"]
)
def test_hyphens_and_signs_part_words(library: Library, text: str) -> None:
    assert found(library, text)[0] == "groups/furniture"


def test_what_has_all_words_comes_before_what_has_one(library: Library) -> None:
    assert found(library, "forests wood ") == [
        "criteria/furniture/new/ts1-wood",
        "criteria/furniture/refurbished/ts1-wood",
    ]


def test_a_long_list_has_only_what_has_both_words(tmp_path: Path) -> None:
    both = [make_article(f"guidance/a{n}", title="Wood", text="Of forests.") for n in range(12)]
    one = make_article("guidance/b", title="Wood, wood and wood", text="Nothing.")
    others = [make_article(f"guidance/c{n}", title="Other", text="Filler.") for n in range(20)]
    path = build_sample(tmp_path / "main.sqlite", records=(*both, one, *others))
    with open_library(path) as library:
        assert set(found(library, "wood forests ")) == {record.id for record in both}


def test_of_many_words_the_rare_ones_decide(tmp_path: Path) -> None:
    records = (
        make_article("guidance/a", title="Asphalt", text="How much of it is old."),
        make_article("guidance/b", title="Other", text="A buyer writes a contract for the work of a year."),
        *(make_article(f"guidance/c{n}", title="Buyers", text="A contract for work.") for n in range(30)),
    )
    with open_library(build_sample(tmp_path / "main.sqlite", records=records)) as library:
        assert found(library, "contract for asphalt work ")[0] == "guidance/a"


def test_a_word_that_names_a_product_group_is_had_by_what_belongs_to_it(tmp_path: Path) -> None:
    records = (
        replace(make_group("groups/furniture", title="Furniture"), keywords=("chair",)),
        make_criterion("criteria/furniture/new/ts1-glue", title="Glue", group="groups/furniture"),
        make_article("guidance/a", title="Glue", text="For parcels."),
        *(make_article(f"guidance/c{n}", title="Other", text="Filler.") for n in range(30)),
    )
    with open_library(build_sample(tmp_path / "main.sqlite", records=records)) as library:
        assert found(library, "glue of a chair ")[0] == "criteria/furniture/new/ts1-glue"


def test_a_question_is_answered_by_guidance_first(tmp_path: Path) -> None:
    records = (
        make_case("cases/a", title="Glue", text="Glue."),
        make_article("guidance/a", title="Glue", text="Glue."),
        make_term("terms/glue", title="Glue of bones", also=()),
        *(make_article(f"guidance/c{n}", title="Other", text="Filler.") for n in range(30)),
    )
    with open_library(build_sample(tmp_path / "main.sqlite", records=records)) as library:
        assert found(library, "how should we really pay for glue?")[0] == "guidance/a"


def test_any_word_will_do_when_no_record_has_them_all(library: Library) -> None:
    assert set(found(library, "forests tco ")) == {"criteria/furniture/new/ts1-wood", "labels/tco-certified"}


def test_a_phrase_stands_side_by_side(library: Library) -> None:
    assert found(library, '"capacity after"') == ["criteria/computers/ts6-battery-endurance"]
    assert library.search(parse_query('"after capacity"')).total == 0


def test_excluded_words_are_left_out(library: Library) -> None:
    assert found(library, "wood -forests ") == ["criteria/furniture/refurbished/ts1-wood"]
    assert found(library, "forests tco -office ") == ["criteria/furniture/new/ts1-wood"]


@pytest.mark.parametrize("text", ["TS6", "ts6 ", "TS6 battery", "kind:criterion TS6"])
def test_a_criterion_is_found_by_its_code(library: Library, text: str) -> None:
    assert found(library, text)[0] == "criteria/computers/ts6-battery-endurance"


def test_a_record_is_found_by_its_cpv_code(library: Library) -> None:
    assert found(library, "39100000-3") == ["groups/furniture"]
    assert found(library, "391") == ["groups/furniture"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("lcc", "terms/life-cycle-costing"),
        ("Lebenszykluskosten", "terms/life-cycle-costing"),
        ("life cycle costing", "terms/life-cycle-costing"),
        ('"Life-cycle costing"', "terms/life-cycle-costing"),
        ("furniture", "groups/furniture"),
        ("FURNITURE ", "groups/furniture"),
    ],
)
def test_what_is_called_so_comes_first(library: Library, text: str, first: str) -> None:
    assert found(library, text)[0] == first


def test_a_group_called_so_beats_titles_that_repeat_the_word(tmp_path: Path) -> None:
    records = (
        make_article("guidance/a", title="Furniture, furniture and furniture", text="Furniture. " * 50),
        make_group("groups/furniture", title="Furniture", text="Desks."),
        make_term("terms/furniture", title="Furnishing", also=()),
    )
    with open_library(build_sample(tmp_path / "main.sqlite", records=records)) as library:
        assert found(library, "furniture")[0] == "groups/furniture"


def test_the_title_weighs_most(tmp_path: Path) -> None:
    records = (
        make_article("guidance/a", title="One", text="Repair. Repair."),
        make_article("guidance/b", title="Repair", text="Nothing."),
        make_article("guidance/c", title="Three", text="Nothing.", keywords=("repair",)),
        *(make_article(f"guidance/d{number}", title="Other", text="Filler.") for number in range(9)),
    )
    with open_library(build_sample(tmp_path / "main.sqlite", records=records)) as library:
        hits = library.search(parse_query("repair ")).hits

    assert [hit.id for hit in hits] == ["guidance/b", "guidance/c", "guidance/a"]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("typed", ["laptop battery", "laptop batt"])
def test_words_side_by_side_count_more_than_words_apart(tmp_path: Path, typed: str) -> None:
    records = (
        make_article("guidance/a", title="Battery", text="A laptop and its battery. A laptop, a battery."),
        make_article("guidance/b", title="Battery", text="Long life.", keywords=("laptop battery",)),
        make_article("guidance/c", title="Battery", text="Nothing.", keywords=("battery", "a laptop")),
        *(make_article(f"guidance/d{number}", title="Other", text="Filler.") for number in range(9)),
    )
    with open_library(build_sample(tmp_path / "main.sqlite", records=records)) as library:
        assert found(library, typed)[0] == "guidance/b"
        assert len(found(library, typed)) == 3


def test_criteria_are_found_by_the_title_of_their_group(library: Library) -> None:
    assert found(library, "furniture forests ")[0] == "criteria/furniture/new/ts1-wood"


def test_filters_narrow_the_hits_and_not_their_own_counts(library: Library) -> None:
    everything = library.search(parse_query("wood ambition "))
    cases = library.search(parse_query("wood ambition kind:case "))
    furniture = library.search(parse_query("battery group:furniture "))

    assert everything.total == 3
    assert everything.kinds == (("criterion", 2), ("case", 1))
    assert everything.groups == (("groups/furniture", "Furniture", 3),)
    assert [hit.id for hit in cases.hits] == ["cases/ghent-workwear"]
    assert cases.kinds == everything.kinds
    assert cases.groups == (("groups/furniture", "Furniture", 1),)
    assert furniture.total == 2
    assert furniture.kinds == (("criterion", 2),)
    assert furniture.groups == (("groups/computers", "Computers", 3), ("groups/furniture", "Furniture", 2))


def test_what_a_filter_counts_is_what_it_shows(library: Library) -> None:
    results = library.search(parse_query("battery tco "))

    for kind, count in results.kinds:
        assert library.search(parse_query("battery tco ", kinds=(kind,))).total == count
    for group, _, count in results.groups:
        assert library.search(parse_query("battery tco ", groups=(group,))).total == count


def test_a_group_that_there_is_not_is_a_word(library: Library) -> None:
    assert found(library, "group:forests ") == ["criteria/furniture/new/ts1-wood"]


def test_a_group_filter_lets_the_group_itself_through(library: Library) -> None:
    assert found(library, "desks group:furniture ") == ["groups/furniture"]


@pytest.mark.parametrize(("limit", "shown"), [(0, 0), (-1, 0), (1, 1), (3, 3), (50, 5)])
def test_the_limit_is_of_hits_and_not_of_the_count(library: Library, limit: int, shown: int) -> None:
    results = library.search(parse_query("battery "), limit=limit)

    assert len(results.hits) == shown
    assert results.total == 5


def test_very_long_text_is_searched(library: Library) -> None:
    assert library.search(parse_query("battery " * 1250)).total == 5
    assert library.search(parse_query("x" * 10_000)).total == 0
    assert library.search(parse_query('"' + "battery " * 1000 + '"')).total == 0
    assert library.search(parse_query("-no" * 3000)).total == 0


@given(st.text())
@example("a" * 10_000)
@example('"a b c" ' * 100)
@example("-a " * 100)
@example('NEAR("a" "b") AND {title} : x^2 OR')
@example("\u0301 \ue000 \U0001f30d ℵ ǅ ß")
@settings(deadline=None)
def test_any_text_can_be_searched(library: Library, typed: str) -> None:
    check(library, parse_query(typed))


@given(st.text(alphabet=['"', "-", " ", "*", "(", ")", ":", "^", "+", "b", "t", "s", "6", "é", "\x00"]))
@settings(deadline=None)
def test_any_mix_of_signs_can_be_searched(library: Library, typed: str) -> None:
    check(library, parse_query(typed))


@given(st.lists(st.text(max_size=5), max_size=3).map(tuple), st.text(max_size=8).map(lambda text: (text,)))
@settings(deadline=None)
def test_a_query_made_by_hand_can_be_searched(
    library: Library, words: tuple[str, ...], others: tuple[str, ...]
) -> None:
    query = Query(words=words, phrases=(others,), excluded=others, groups=others, prefix=True)

    check(library, query)


def check(library: Library, query: Query) -> None:
    """Hold what is true of all results."""
    results = library.search(query)
    assert results.total is not None
    assert results.total >= len(results.hits) or results.nearest
    assert [hit.score for hit in results.hits] == sorted((hit.score for hit in results.hits), reverse=True)
    for hit in results.hits:
        assert library.brief(hit.id) is not None
        snippet = library.snippets(query, results.marked)(hit.number)
        assert "\n" not in snippet.text
        assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.marks)


def test_a_library_without_records_finds_nothing(tmp_path: Path) -> None:
    with open_library(build_sample(tmp_path / "main.sqlite", records=())) as library:
        assert library.search(parse_query("battery")) == Results()


def test_a_group_that_names_itself_is_counted_once(tmp_path: Path) -> None:
    group = replace(make_group(), product_groups=("groups/computers",))
    records = (group, make_criterion(), make_case())
    with open_library(build_sample(tmp_path / "main.sqlite", records=records)) as library:
        assert library.search(parse_query("computers ")).groups == (("groups/computers", "Computers", 2),)
