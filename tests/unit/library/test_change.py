"""A library that was led from release to release is the same as one built from the last pack."""

import random
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from procura_desktop.domain.records import Asset, Part, Record, Translation
from procura_desktop.library.arrival import cleaned
from procura_desktop.library.build import build_library
from procura_desktop.library.change import RebuildNeededError, change_library
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.delta import delta_bytes, read_delta
from procura_desktop.library.entries import Facts, hashes_of, lines_of_content
from procura_desktop.library.open import open_library
from procura_desktop.library.pack import library_digest
from procura_desktop.library.query import parse_query
from procura_desktop.library.stored import stored_line, stored_lines
from procura_desktop.progress import Silent
from tests.factories import CYCLE, make_article, make_criterion, make_group, make_term

Content = tuple[list[Record], list[Asset], tuple[tuple[str, ...], ...]]
WORDS = [
    *("of", "a", "in", "eu", "co2", "is", "to"),
    "battery",
    "laptop",
    "recycled",
    "wood",
    "paper",
    "energy",
    "organic",
    "catering",
    "cleaning",
    "repair",
    "warranty",
    "label",
    "market",
    "tender",
    "supplier",
    "colour",
    "organisation",
    "grey",
    "gray",
    "lorry",
    "school",
    "bread",
    "water",
    "lighting",
    "road",
    "furniture",
    "textile",
]


def sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize()


def first_content(chance: random.Random) -> Content:
    groups = [make_group(f"groups/{name}", title=name.capitalize()) for name in ("wood", "paper")]
    records: list[Record] = list(groups)
    records += [
        make_article(f"guidance/a{number}", title=sentence(chance, 4), text=sentence(chance, 30))
        for number in range(60)
    ]
    for number in range(12):
        group = groups[number % 2].id
        made = make_criterion(f"criteria/{group[7:]}/ts{number}-x", group=group, code=f"TS{number}")
        records.append(replace(made, title=sentence(chance, 3), product_groups=(group,)))
    records.append(make_term("terms/lorry", title="Lorry"))
    records = [cleaned(record) for record in records]  # as authors' text is
    return records, [CYCLE], (("lorry", "truck"), ("laptop", "notebook"))


def edited(content: Content, chance: random.Random) -> Content:
    """Change, remove and add a few of everything."""
    records, assets, synonyms = list(content[0]), list(content[1]), content[2]
    for _ in range(6):
        at = chance.randrange(len(records))
        record = records[at]
        choice = chance.randrange(6)
        if choice == 0 and not record.group:
            del records[at]
        elif choice == 1:
            new = f"guidance/b{chance.randrange(10**9)}"
            records.append(make_article(new, title=sentence(chance, 5), text=sentence(chance, 20)))
        elif choice == 2:
            records[at] = replace(record, title=sentence(chance, 4))
        elif choice == 3 and record.term:
            forms = (Translation(language="de", forms=(sentence(chance, 1),)),)
            records[at] = replace(record, term=replace(record.term, translations=forms))
        elif choice == 4 and record.criterion:
            code = f"TS{chance.randrange(30)}"
            records[at] = replace(record, criterion=replace(record.criterion, code=code))
        else:
            records[at] = replace(record, summary=sentence(chance, 12), keywords=(sentence(chance, 1),))
    if chance.random() < 0.3:
        assets = [replace(CYCLE, path=f"pictures/{chance.randrange(9)}.svg")]
    if chance.random() < 0.3:
        synonyms = (*synonyms[1:], (sentence(chance, 1).lower(), "thing"))
    return records, assets, synonyms


def build(content: Content, out: Path, version: str = "2026.1.1") -> Facts:
    records, assets, synonyms = content
    facts = facts_of(content, version)
    build_library(
        out,
        name="main",
        version=version,
        records=records,
        assets=assets,
        synonyms=synonyms,
        publisher="Ghent",
        published="2026-11-25",
        progress=Silent(),
    )
    return facts


def facts_of(content: Content, version: str) -> Facts:
    lines = lines_of_content(*content)
    return Facts(
        name="main",
        version=version,
        publisher="Ghent",
        published="2026-11-25",
        digest=library_digest(hashes_of(lines)),
        entries=len(lines),
        needs="0.1.0",
    )


def led(base: Path, out: Path, old: Content, new: Content, version: str) -> None:
    shutil.copyfile(base, out)
    data = delta_bytes(lines_of_content(*old), lines_of_content(*new), facts_of(new, version))
    connection = ReadConnection(base)
    delta = read_delta(data, line_of=lambda name: stored_line(connection, name))
    connection.close()
    change_library(out, delta)


def tables(path: Path) -> dict[str, object]:
    """Everything in the file that does not depend on the numbers, and what depends on them by id."""
    db = Database(path)
    ids = dict(db.execute("SELECT number, id FROM record").fetchall())
    plain = ("library", "word", "meaning", "synonym", "record_group", "record_source", "record_name", "link")
    found: dict[str, object] = {
        name: sorted(db.execute(f"SELECT * FROM {name}").fetchall())  # noqa: S608
        for name in (*plain, "criterion", "cpv", "asset", "original")
    }
    found["record"] = [row[1:] for row in db.execute("SELECT * FROM record ORDER BY number")]
    found["facet"] = [(ids[row[0]], *row[1:]) for row in db.execute("SELECT * FROM facet ORDER BY number")]
    beginnings = db.execute("SELECT letters, numbers FROM beginning ORDER BY letters").fetchall()
    found["beginning"] = [
        (letters, [ids[int(n)] for n in numbers[1:-1].split(",")]) for letters, numbers in beginnings
    ]
    db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, record_search, instance)")
    index = db.execute("SELECT term, doc, col, offset FROM temp.terms").fetchall()
    found["index"] = sorted((term, ids[doc], col, offset) for term, doc, col, offset in index)
    db.close()
    return found


@pytest.mark.parametrize("seed", range(12))
def test_a_file_led_through_deltas_is_as_one_built_from_the_pack(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = first_content(chance)
    at = tmp_path / "0.sqlite"
    build(content, at)
    for step in range(1, 5):
        later = edited(content, chance)
        led_to, built = tmp_path / f"{step}.sqlite", tmp_path / f"{step}-built.sqlite"
        led(at, led_to, content, later, f"2026.1.{step}")
        build(later, built, f"2026.1.{step}")
        assert tables(led_to) == tables(built)
        with open_library(led_to) as library:
            library.verify(Silent())
        content, at = later, led_to


@pytest.mark.parametrize("seed", range(3))
def test_lists_of_first_letters_that_are_full_stay_right(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    articles = [make_article(f"guidance/a{number}", title=sentence(chance, 4)) for number in range(420)]
    old: Content = ([cleaned(record) for record in articles], [], ())
    build(old, tmp_path / "0.sqlite")
    records = list(old[0])
    for at in chance.sample(range(len(records)), 200):
        records[at] = replace(records[at], title=sentence(chance, 4))
    records = [record for record in records if chance.random() > 0.1]
    new: Content = (records, [], ())
    led(tmp_path / "0.sqlite", tmp_path / "led.sqlite", old, new, "2026.1.1")
    build(new, tmp_path / "built.sqlite", "2026.1.1")
    assert tables(tmp_path / "led.sqlite") == tables(tmp_path / "built.sqlite")


def found_by(path: Path, typed: Sequence[str]) -> list[list[str]]:
    with open_library(path) as library:
        return [[hit.id for hit in library.search(parse_query(text)).hits] for text in typed]


def test_a_file_led_through_deltas_finds_the_same(tmp_path: Path) -> None:
    chance = random.Random(5)
    old = first_content(chance)
    new = edited(edited(old, chance), chance)
    build(old, tmp_path / "old.sqlite")
    led(tmp_path / "old.sqlite", tmp_path / "led.sqlite", old, new, "2026.1.1")
    build(new, tmp_path / "built.sqlite")
    typed = [*WORDS, "b", "la", "truck", "notebook", "bat", "labtop"]
    assert found_by(tmp_path / "led.sqlite", typed) == found_by(tmp_path / "built.sqlite", typed)
    assert any(found_by(tmp_path / "led.sqlite", typed))


def test_lines_read_back_are_those_that_were_written(tmp_path: Path) -> None:
    content = first_content(random.Random(1))
    build(content, tmp_path / "a.sqlite")
    connection = ReadConnection(tmp_path / "a.sqlite")
    lines = lines_of_content(*content)
    assert stored_lines(connection) == lines
    assert {name: stored_line(connection, name) for name in lines} == lines
    assert stored_line(connection, "guidance/none") is None
    connection.close()


def test_html_that_is_not_allowed_is_cleaned_and_the_published_line_kept(tmp_path: Path) -> None:
    chance = random.Random(2)
    old = first_content(chance)
    hostile = make_article("guidance/bad", html='<p onclick="x()">Hello<script>alert(1)</script></p>')
    new = ([*old[0], hostile], old[1], old[2])
    build(old, tmp_path / "old.sqlite")
    led(tmp_path / "old.sqlite", tmp_path / "new.sqlite", old, new, "2026.1.2")
    with open_library(tmp_path / "new.sqlite") as library:
        assert library.record("guidance/bad").html == "<p>Hello</p>"
        assert library.info.digest == facts_of(new, "2026.1.2").digest
        library.verify(Silent())
    # A group's new title makes the row of a record anew, and still does not lose what was published.
    renamed = [replace(one, title="Timber") if one.id == "groups/wood" else one for one in new[0]]
    last = (renamed, new[1], new[2])
    led(tmp_path / "new.sqlite", tmp_path / "last.sqlite", new, last, "2026.1.3")
    with open_library(tmp_path / "last.sqlite") as library:
        library.verify(Silent())


def test_an_index_of_another_version_of_the_program_is_built_anew(tmp_path: Path) -> None:
    content = first_content(random.Random(3))
    build(content, tmp_path / "a.sqlite")
    db = Database(tmp_path / "a.sqlite")
    with db.conn:
        db.execute("UPDATE library SET value = 'Procura Desktop 0.0.1' WHERE key = 'built_by'")
    db.close()
    with pytest.raises(RebuildNeededError):
        led(tmp_path / "a.sqlite", tmp_path / "b.sqlite", content, content, "2026.1.2")


def test_a_file_of_other_tables_is_built_anew(tmp_path: Path) -> None:
    content = first_content(random.Random(4))
    build(content, tmp_path / "a.sqlite")
    db = Database(tmp_path / "a.sqlite")
    db.execute("ALTER TABLE record ADD COLUMN html TEXT NOT NULL DEFAULT ''")
    db.close()
    with pytest.raises(RebuildNeededError, match="tables"):
        led(tmp_path / "a.sqlite", tmp_path / "b.sqlite", content, content, "2026.1.2")


def test_without_room_between_two_records_the_file_is_built_anew(tmp_path: Path) -> None:
    content = first_content(random.Random(4))
    build(content, tmp_path / "a.sqlite")
    more = [make_article(f"guidance/c{number}", title=f"Same {number}") for number in range(40)]
    first = make_article("guidance/zz", title="Zz")
    old = ([*content[0], first], content[1], content[2])
    build(old, tmp_path / "a.sqlite")
    with pytest.raises(RebuildNeededError):
        led(tmp_path / "a.sqlite", tmp_path / "b.sqlite", old, ([*old[0], *more], old[1], old[2]), "2026.1.2")


def in_parts(*names: str, translations: tuple[Translation, ...] = ()) -> Record:
    group = make_group(parts=tuple(Part(name=name, title=name.title()) for name in names))
    assert group.group is not None
    return cleaned(replace(group, group=replace(group.group, translations=translations)))


def in_part(number: int, part: str, *, group: str = "groups/computers") -> Record:
    made = make_criterion(f"criteria/computers/ts{number}-x", group=group, code=f"TS{number}")
    assert made.criterion is not None
    return replace(made, criterion=replace(made.criterion, part=part))


@pytest.mark.parametrize(
    "later",
    [
        [in_parts("new", "used"), in_part(1, "used"), in_part(2, "new"), in_part(3, "new")],
        [in_parts("used", "new"), in_part(1, "new"), in_part(2, "new"), in_part(3, "new")],
        [in_parts("used", "new"), in_part(1, "", group="groups/paper"), in_part(2, "new"), in_part(3, "new")],
        [in_parts("used", "new"), in_part(2, "new"), in_part(3, "new")],
        [in_parts("used", "new", translations=(Translation(language="de", forms=("Rechner",)),)),
         in_part(1, "used"), in_part(2, "new"), replace(in_part(3, "new"), summary="Other words.")],
    ],
    ids=["parts in another order", "into another part", "into another group", "gone", "words alone"],
)  # fmt: skip
def test_sets_and_meanings_are_as_built_from_the_pack(tmp_path: Path, later: list[Record]) -> None:
    paper = make_group("groups/paper", title="Paper")
    first = [in_parts("used", "new"), in_part(1, "used"), in_part(2, "new"), in_part(3, "new"), paper]
    old: Content = (first, [], ())
    new: Content = ([*later, paper], [], ())
    build(old, tmp_path / "old.sqlite")
    led(tmp_path / "old.sqlite", tmp_path / "led.sqlite", old, new, "2026.1.1")
    build(new, tmp_path / "built.sqlite")
    assert tables(tmp_path / "led.sqlite") == tables(tmp_path / "built.sqlite")
