"""What people type is not always what texts say: forms, slips, synonyms, languages, codes."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain.records import GroupDetails, Translation
from procura_desktop.library.build import build_library
from procura_desktop.library.fold import SHOWN_OF_GROUP, Fold, shown_hits
from procura_desktop.library.open import open_library
from procura_desktop.library.query import FILTERS, parse_query
from procura_desktop.library.read import Library
from procura_desktop.library.search import Hit, Results
from procura_desktop.library.stems import british, stem
from procura_desktop.library.typos import Alignment, Speller
from procura_desktop.library.wordlist import WordList
from procura_desktop.progress import Silent
from tests.factories import (
    build_sample,
    make_article,
    make_case,
    make_criterion,
    make_group,
    make_label,
    make_term,
)

SYNONYMS = (("laptop", "notebook", "portable computer"), ("lorry", "truck"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Records whose words are told apart."""
    group = make_group()
    details = group.group
    assert isinstance(details, GroupDetails)
    lighting = replace(
        make_group("groups/road-lighting", title="Road lighting", text="Lamps and poles."),
        group=replace(
            details,
            cpv=("34928510-3",),
            translations=(Translation(language="nl", forms=("straatverlichting",)),),
        ),
    )
    records = (
        group,
        lighting,
        make_term(),
        make_label(),
        make_case(),
        make_criterion(labels=("labels/tco-certified",)),
        make_article("guidance/batteries", title="Batteries of a laptop", text="They last. Procuring them."),
        make_article("guidance/lorries", title="Lorries", text="A lorry on the road, colour, organisation."),
        make_article("guidance/catering", title="Street lighting", text="Sustainable catering for schools."),
    )
    path = tmp_path_factory.mktemp("meaning") / "main.sqlite"
    build_library(
        path, name="main", version="1", records=records, assets=(), synonyms=SYNONYMS, progress=Silent()
    )
    with open_library(path) as opened:
        yield opened


def results(library: Library, text: str) -> Results:
    return library.search(parse_query(text))


def found(library: Library, text: str) -> list[str]:
    return [hit.id for hit in results(library, text).hits]


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("battery ", "guidance/batteries"),
        ("procurement ", "guidance/batteries"),
        ("procured ", "guidance/batteries"),
        ("color ", "guidance/lorries"),
        ("organizations ", "guidance/lorries"),
        ("LORRY ", "guidance/lorries"),
    ],
)
def test_forms_and_spellings_of_a_word_are_one(library: Library, typed: str, record: str) -> None:
    assert record in found(library, typed)
    assert results(library, typed).corrected == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("labtop baterries ", "laptop batteries"),
        ("lapotp ", "laptop"),
        ("cattering ", "catering"),
        ("streetlighting ", "street lighting"),
        ("lap top ", "laptop"),
    ],
)
def test_a_slip_is_corrected_and_said(library: Library, typed: str, meant: str) -> None:
    answer = results(library, typed)

    assert [stem(word) for word in answer.corrected.split()] == [stem(word) for word in meant.split()]
    assert answer.hits


def test_a_word_that_the_library_has_is_never_corrected(library: Library) -> None:
    for word in ("lamps", "poles", "road", "last"):
        assert results(library, f"{word} ").corrected == ""


def test_the_words_as_typed_can_be_insisted_on(library: Library) -> None:
    answer = library.search(parse_query("labtop ", correct=False))

    assert (answer.hits, answer.corrected) == ((), "")


def test_a_synonym_leads_to_the_word_of_the_texts_and_says_so(library: Library) -> None:
    hit = next(hit for hit in results(library, "truck ").hits if hit.id == "guidance/lorries")

    assert [(one.typed, one.meant, one.why) for one in hit.reasons] == [("truck", "lorry", "synonym")]
    assert "guidance/batteries" in found(library, "portable computer ")


def test_a_word_of_another_language_leads_to_the_group_and_says_so(library: Library) -> None:
    first = results(library, "straatverlichting ").hits[0]

    assert first.id == "groups/road-lighting"
    assert [(one.meant, one.why) for one in first.reasons] == [("Road lighting", "nl")]


def test_a_translated_term_is_found(library: Library) -> None:
    assert found(library, "Lebenszykluskosten ")[0] == "terms/life-cycle-costing"


@pytest.mark.parametrize("typed", ["34928510-3", "34928510", "34928000", "3492 "])
def test_a_cpv_code_finds_what_has_it_or_one_below_it(library: Library, typed: str) -> None:
    assert found(library, typed)[0] == "groups/road-lighting"


def test_a_code_below_all_finds_the_nearest_above(library: Library) -> None:
    assert "groups/computers" in found(library, "30213110 ")


def test_words_of_a_question_say_nothing(library: Library) -> None:
    assert found(library, "how do I ask for catering? ") == found(library, "catering ")


@pytest.mark.parametrize(
    ("typed", "record", "other"),
    [
        ("country:BE", "cases/ghent-workwear", "groups/furniture"),
        ("year:2018..2019", "cases/ghent-workwear", "groups/furniture"),
        ("type:TS", "criteria/computers/ts6-battery-endurance", "cases/ghent-workwear"),
        ("level:core", "criteria/computers/ts6-battery-endurance", "cases/ghent-workwear"),
        ("cpv:34928510", "groups/road-lighting", "groups/furniture"),
    ],
)
def test_a_filter_alone_lists_what_passes(library: Library, typed: str, record: str, other: str) -> None:
    ids = found(library, typed)

    assert record in ids
    assert other not in ids


def test_a_label_is_a_filter_by_its_name(library: Library) -> None:
    name = library.record("labels/tco-certified").title

    assert found(library, f'label:"{name}"') == [
        "labels/tco-certified",
        "criteria/computers/ts6-battery-endurance",
    ]


@pytest.mark.parametrize(
    "typed", ["kind:x", "year:soon", "country:Belgium", "cpv:abc", 'label:""', "type:", "level:,", "group:??"]
)
def test_a_filter_that_is_none_is_words(library: Library, typed: str) -> None:
    results(library, typed)  # never raises


def test_a_product_group_is_a_filter_by_any_word_of_its_name(library: Library) -> None:
    assert found(library, "group:lighting") == found(library, "group:road-lighting")


def test_filters_alone_are_sorted_too(library: Library) -> None:
    newest = library.search(parse_query("kind:criterion kind:case", sort="newest")).hits

    assert [hit.updated for hit in newest] == sorted((hit.updated for hit in newest), reverse=True)
    assert {hit.id for hit in newest} == set(found(library, "kind:criterion kind:case"))


def test_a_product_group_lists_what_is_about_many_groups_last(tmp_path: Path) -> None:
    groups = tuple(f"groups/{name}" for name in "abcd")
    records = (
        *(make_group(group, title=group[-1]) for group in groups),
        make_article("guidance/all", title="All", product_groups=groups),
        make_article("guidance/one", title="One", product_groups=groups[:1]),
    )
    with open_library(build_sample(tmp_path / "main.sqlite", records=records)) as library:
        assert found(library, "group:a") == ["groups/a", "guidance/one", "guidance/all"]


def test_sorts_change_the_order_and_not_the_hits(library: Library) -> None:
    newest = library.search(parse_query("battery ", sort="newest")).hits
    grouped = library.search(parse_query("battery ", sort="group")).hits

    assert {hit.id for hit in newest} == {hit.id for hit in grouped} == set(found(library, "battery "))
    assert [hit.updated for hit in newest] == sorted((hit.updated for hit in newest), reverse=True)


def test_hits_come_before_they_are_counted(library: Library) -> None:
    quick = library.search(parse_query("battery "), count=False)
    counted = library.search(parse_query("battery "))

    assert [hit.id for hit in quick.hits] == [hit.id for hit in counted.hits]
    assert (quick.counted, quick.kinds) == (False, ())
    assert sum(number for _, number in counted.kinds) == counted.total == quick.total


def test_what_comes_nearest_says_so(library: Library) -> None:
    answer = results(library, "catering zeppelin lorry ")

    assert answer.hits
    assert answer.nearest


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ('"lorry catering"', "words"),
        ('"road catering lamps"', "words"),
        ("catering -catering ", "filters"),
        ("catering kind:event ", "filters"),
        ("catererereng ", "spelling"),
        ("zzzzzzzz ", ""),
        ("catering ", ""),
    ],
)
def test_where_nothing_matches_the_nearest_is_offered(library: Library, typed: str, nearest: str) -> None:
    answer = results(library, typed)

    assert answer.nearest == nearest
    assert bool(answer.hits) == bool(nearest) or answer.total


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("sustainable cate", "sustainable catering "),
        ("kin", "kind: "),
        ("kind:ca", "kind:case "),
        ("group:road", "group:road-lighting "),
        ("country:", "country:BE "),
        ("year:20", "year:2019 "),
        ('label:"tco cer', 'label:"TCO Certified" '),
    ],
)
def test_what_a_text_may_become(library: Library, typed: str, completed: str) -> None:
    assert completed in library.completions(typed)


@pytest.mark.parametrize(
    "typed", ["", " ", "a ", '"', "kind:", "year:2", "\x00", "x" * 5000, 'label:"', "((("]
)
def test_completing_never_fails(library: Library, typed: str) -> None:
    assert all(text.endswith(" ") for text in library.completions(typed))


def test_every_filter_can_be_completed_by_its_name(library: Library) -> None:
    for name in FILTERS:
        assert f"{name}: " in library.completions(name[:3]) or name[:3] == name


def hit(number: int, group: str, kind: str = "criterion") -> Hit:
    return Hit(
        number=number, id=f"x/{number}", kind=kind, title="", group=group, group_title="", detail="",  # type: ignore[arg-type]  # a kind
        updated="", reasons=(), score=1.0,
    )  # fmt: skip


def test_criteria_that_would_flood_the_list_fold() -> None:
    hits = [hit(number, "groups/a") for number in range(10)] + [hit(99, "", "article")]

    shown = shown_hits(hits, {"groups/a": "A"})

    assert shown[:SHOWN_OF_GROUP] == hits[:SHOWN_OF_GROUP]
    assert shown[SHOWN_OF_GROUP] == Fold("groups/a", "A", 10 - SHOWN_OF_GROUP)
    assert shown[-1] == hits[-1]
    assert len(shown) == SHOWN_OF_GROUP + 2


def test_criteria_alone_do_not_fold() -> None:
    hits = [hit(number, "groups/a") for number in range(10)]

    assert shown_hits(hits, {}) == hits


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("laptop", "laptop", 0),
        ("labtop", "laptop", 1),
        ("lapotp", "laptop", 1),
        ("lptop", "laptop", 1),
        ("", "ab", 2),
    ],
)
def test_the_distance_counts_slips(one: str, other: str, distance: int) -> None:
    assert Alignment(one).distances(other)[-1] == distance
    assert Alignment(other).distances(one)[-1] == distance


@given(st.text("abc", max_size=9), st.text("abc", max_size=9))
def test_the_distance_is_that_of_the_table(one: str, other: str) -> None:
    table = {(i, -1): i + 1 for i in range(-1, len(one))} | {(-1, j): j + 1 for j in range(-1, len(other))}
    for i, j in product(range(len(one)), range(len(other))):
        steps = [table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (one[i] != other[j])]
        if i and j and (one[i], one[i - 1]) == (other[j - 1], other[j]):
            steps.append(table[i - 2, j - 2] + 1)
        table[i, j] = min(steps)

    assert Alignment(one).distances(other) == [table[len(one) - 1, j] for j in range(-1, len(other))]


def test_a_doubled_letter_is_the_likeliest_slip() -> None:
    speller = Speller(WordList("toner\ntonnes", (3, 90)))

    assert speller.correct("tonner") == "toner"


@pytest.mark.parametrize("typed", ["abc", "2014x", "zzzzzzzz"])
def test_what_is_too_short_or_far_is_left(typed: str) -> None:
    assert Speller(WordList("abcd", (1,))).correct(typed) == ""


@pytest.mark.parametrize(
    ("word", "spelt"),
    [("organize", "organise"), ("analyzed", "analysed"), ("size", "size"), ("tires", "tyres")],
)
def test_spelling_is_british(word: str, spelt: str) -> None:
    assert british(word) == spelt


def test_another_thread_can_stop_a_search(library: Library) -> None:
    library.interrupt()  # nothing runs: nothing happens

    assert found(library, "battery ")
