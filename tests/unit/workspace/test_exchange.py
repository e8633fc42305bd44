import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procura_desktop.domain.history import line
from procura_desktop.domain.procurement import Event, Lot, Offer, Procurement, Share
from procura_desktop.errors import (
    ExportError,
    ForeignFileError,
    ProcurementClosedError,
    ProcurementElsewhereError,
)
from procura_desktop.progress import Silent
from procura_desktop.workspace import exchange_file
from procura_desktop.workspace.exchange import (
    Decision,
    Parcel,
    arrivals,
    bring_in,
    export_procurements,
    export_workspace,
    read_parcel,
)
from procura_desktop.workspace.exchange_file import FORMAT, MANIFEST
from procura_desktop.workspace.procurements import Procurements, Stored
from procura_desktop.workspace.workspace import Workspace, open_workspace
from tests.procurement_samples import procurements
from tests.procurements import make_procurement

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
Json = dict[str, Any]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "workspace.sqlite") as opened:
        yield opened


@pytest.fixture
def store(workspace: Workspace) -> Procurements:
    return Procurements(workspace)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "laptops.procurement"


def exported(file: Path, *held: Procurement) -> Path:
    export_procurements(held or (make_procurement(),), file, now=NOON)
    return file


def read(file: Path) -> Parcel:
    return read_parcel(file, Silent())


def take(workspace: Workspace, file: Path, decision: Decision = "mine") -> None:
    parcel = read(file)
    found = arrivals(parcel, Procurements(workspace))
    bring_in(workspace, parcel, found, {one.theirs.id: decision for one in found})


def titled(title: str) -> Procurement:
    made = make_procurement()
    return replace(made, head=replace(made.head, title=title))


def rewritten(file: Path, change: Callable[[Json], None]) -> Path:
    """Let somebody change the JSON of a procurement in a file."""
    entries = entries_of(exported(file))
    value = msgspec.json.decode(entries["procurements/0001.json"])
    change(value)
    entries["procurements/0001.json"] = msgspec.json.encode(value)
    return packed(file, entries.items())


def entries_of(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(file: Path, entries: Iterable[tuple[str, bytes]]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return file


def refused(file: Path) -> str:
    with pytest.raises(ForeignFileError) as caught:
        read(file)
    return str(caught.value.detail)


# What goes out comes in.


def test_what_was_exported_comes_in_as_it_was(workspace: Workspace, store: Procurements, file: Path) -> None:
    take(workspace, exported(file))

    assert store.read("laptops-2026").procurement == make_procurement()


@given(procurements())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_procurement_is_the_same_after_export_and_import(tmp_path: Path, made: Procurement) -> None:
    parcel = read(exported(tmp_path / "any.procurement", made))

    assert parcel.procurements == (made,)
    assert parcel.mended == ()


@given(
    procurements(), st.decimals(allow_nan=False, allow_infinity=False) | st.just(Decimal("1e15")), st.data()
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_is_written_is_read_whatever_number_stands_in_it(
    tmp_path: Path, made: Procurement, number: Decimal, data: st.DataObject
) -> None:
    share = Share(weight=number)
    made = data.draw(
        st.sampled_from(
            (
                replace(made, head=replace(made.head, value=number)),
                replace(made, lots=(Lot(id="lot", title="", value=number),), items=(), offers=()),
                replace(made, offers=(Offer(id="offer", name="", price=number),)),
                replace(made, award=replace(made.award, price=share)),
                replace(made, award=replace(made.award, zero_at=number)),
                replace(made, award=replace(made.award, table=((number, Decimal(100)),))),
            )
        )
    )
    file = tmp_path / "any.procurement"
    file.unlink(missing_ok=True)
    try:
        exported(file, made)
    except ExportError:
        assert not file.exists()
    else:
        assert read(file).procurements == (made,)


def test_what_could_not_be_read_again_is_not_written(workspace: Workspace, file: Path) -> None:
    exported(file)
    before = file.read_bytes()
    head = replace(make_procurement().head, title="Much", value=Decimal(2 * 10**15))
    for one in (make_procurement("a"), replace(make_procurement("b"), head=head)):
        Procurements(workspace).add(one)
    with pytest.raises(ExportError) as caught:
        export_workspace(workspace, file, now=NOON)

    assert str(caught.value.detail) == (
        "“Much” could not be read from it again: a number in it is larger than anything that can be bought;"
        " correct that first"
    )
    assert file.read_bytes() == before


def test_a_code_that_was_kept_without_its_check_digit_comes_in_as_it_was(
    store: Procurements, file: Path
) -> None:
    made = replace(make_procurement(), head=replace(make_procurement().head, cpv=("30213199", "30213100")))
    store.add(made)
    parcel = read(exported(file, made))

    assert not arrivals(parcel, store)[0].conflicts
    assert parcel.mended == ()


def test_an_own_file_is_the_same_whatever_signs_were_pasted(store: Procurements, file: Path) -> None:
    made = replace(make_procurement(), head=replace(make_procurement().head, need="300\x0b\u202alaptops\r\n"))
    store.add(made)
    (arrival,) = arrivals(read(exported(file, made)), store)

    assert arrival.theirs.head.need == "300laptops\n"
    assert not arrival.conflicts
    assert arrival.differences == ()


def test_the_same_content_is_the_same_file(tmp_path: Path) -> None:
    first, second = (exported(tmp_path / name).read_bytes() for name in ("a.procurement", "b.procurement"))

    assert first == second


def test_a_whole_workspace_travels_as_it_is_at_one_moment(
    workspace: Workspace, store: Procurements, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window goes on meanwhile: it deletes one after the list of them was read."""
    store.add(make_procurement())
    store.add(make_procurement("other"))
    read_one = Procurements.read

    def read_after_a_deletion(self: Procurements, procurement_id: str) -> Stored:
        with open_workspace(workspace.path) as window:
            window.connection.execute("DELETE FROM procurements")
        return read_one(self, procurement_id)

    monkeypatch.setattr(Procurements, "read", read_after_a_deletion)
    export_workspace(workspace, file, now=NOON)

    assert {one.id for one in read(file).procurements} == {"laptops-2026", "other"}


def test_a_whole_workspace_travels_with_its_saved_searches(
    workspace: Workspace, store: Procurements, file: Path, tmp_path: Path
) -> None:
    store.add(make_procurement())
    store.add(make_procurement("other"))
    workspace.save_search("laptops", NOON, saved=True)
    workspace.note_search("typed once", NOON)
    export_workspace(workspace, file, now=NOON)

    with open_workspace(tmp_path / "elsewhere.sqlite") as elsewhere:
        parcel = read(file)
        brought = bring_in(elsewhere, parcel, arrivals(parcel, Procurements(elsewhere)), {})

        assert {one.id for one in Procurements(elsewhere).all()} == {"laptops-2026", "other"}
        assert [(search.text, search.saved) for search in elsewhere.searches()] == [("laptops", True)]
    assert (parcel.kind, len(brought.procurements), brought.parts) == ("workspace", 2, {"saved-searches": 1})


def test_a_part_that_is_not_known_is_told_and_left(file: Path, workspace: Workspace) -> None:
    entries = entries_of(exported(file))
    manifest = msgspec.json.decode(entries[MANIFEST])
    entries[MANIFEST] = msgspec.json.encode({**manifest, "parts": ["postcards"]})
    packed(file, [*entries.items(), ("parts/postcards.json", b"[1]")])

    assert read(file).unknown == ("postcards",)
    take(workspace, file)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        exported(tmp_path / "no such folder" / "a.procurement")


# What is there already.


def test_what_is_the_same_needs_no_decision(workspace: Workspace, store: Procurements, file: Path) -> None:
    store.add(make_procurement())
    (found,) = arrivals(read(exported(file)), store)

    assert not found.conflicts
    assert bring_in(workspace, read(file), [found], {"laptops-2026": "both"}).procurements == ()


def test_a_conflict_shows_what_differs_word_by_word(store: Procurements, file: Path) -> None:
    store.add(make_procurement())
    made = titled("Laptops for the library")
    changed = replace(made.items[0], reason="Batteries fail before screens.")
    events = (Event(on=NOON.isoformat(), what="Asked the market"),)
    exported(file, replace(made, items=(changed, *made.items[2:]), events=events))

    (found,) = arrivals(read(file), store)

    assert found.conflicts
    told = {(one.place, one.name, one.field): one.runs for one in found.differences}
    assert set(told) == {
        ("head", "", "title"),
        ("item", "Rechargeable battery endurance", "reason"),
        ("item", "Quiet workstations", ""),
        ("event", "Asked the market", ""),
        ("order", "", "order"),
    }
    assert [(run.how, run.text) for run in told["head", "", "title"]] == [
        ("same", "Laptops for the"),
        ("gone", "town hall"),
        ("new", "library"),
    ]


@pytest.mark.parametrize(
    ("decision", "titles"),
    [("mine", ["Mine"]), ("theirs", ["Theirs"]), ("both", ["Mine", "Theirs (2)"])],
)
def test_somebody_decides(
    workspace: Workspace, store: Procurements, file: Path, decision: Decision, titles: list[str]
) -> None:
    store.add(titled("Mine"))
    take(workspace, exported(file, titled("Theirs")), decision)

    assert sorted(one.head.title for one in store.all()) == titles
    assert len({one.id for one in store.all()}) == len(titles)


def test_without_a_decision_mine_is_kept(workspace: Workspace, store: Procurements, file: Path) -> None:
    store.add(titled("Mine"))
    parcel = read(exported(file, titled("Theirs")))

    bring_in(workspace, parcel, arrivals(parcel, store), {})

    assert store.read("laptops-2026").procurement == titled("Mine")


def test_what_theirs_replaced_is_given_back_to_undo(
    workspace: Workspace, store: Procurements, file: Path
) -> None:
    store.add(titled("Mine"))
    parcel = read(exported(file, titled("Theirs")))
    brought = bring_in(workspace, parcel, arrivals(parcel, store), {"laptops-2026": "theirs"})

    assert brought.procurements == ((titled("Mine"), titled("Theirs")),)


def test_a_closed_procurement_is_not_replaced_and_nothing_else_comes_in(
    workspace: Workspace, store: Procurements, file: Path
) -> None:
    mine = titled("Mine")
    store.add(replace(mine, head=replace(mine.head, status="closed")))
    exported(file, make_procurement("new"), titled("Theirs"))

    with pytest.raises(ProcurementClosedError):
        take(workspace, file, "theirs")
    assert [one.head.title for one in store.all()] == ["Mine"]


def test_what_was_saved_since_the_question_is_not_overwritten(
    workspace: Workspace, store: Procurements, file: Path
) -> None:
    stored = store.add(titled("Mine"))
    parcel = read(exported(file, make_procurement("new"), titled("Theirs")))
    found = arrivals(parcel, store)
    store.save(titled("Mine, later"), before=stored)

    with pytest.raises(ProcurementElsewhereError):
        bring_in(workspace, parcel, found, {"laptops-2026": "theirs"})
    assert [one.head.title for one in store.all()] == ["Mine, later"]


# What is mended.


def mended(file: Path) -> tuple[Procurement, dict[str, int]]:
    parcel = read(file)
    return parcel.procurements[0], {one.what: one.count for one in parcel.mended}


def first_item(value: Json) -> Json:
    item: Json = value["items"][0]
    return item


def test_a_file_of_before_has_no_reasons_for_vehicles_and_energy(file: Path) -> None:
    def change(value: Json) -> None:
        for name in ("clean_vehicles", "energy_efficiency"):
            value["head"].pop(name, None)

    made, told = mended(rewritten(file, change))

    assert (made.head.clean_vehicles, made.head.energy_efficiency, told) == ("", "", {})


def test_hostile_html_of_a_copied_criterion_does_not_come_in(file: Path) -> None:
    evil = '<p onclick="x()">Battery</p><script>x()</script><img src="http://evil.example/a.png"><iframe>'

    def change(value: Json) -> None:
        record = first_item(value)["copied"]["record"]
        record["html"] = evil
        record["criterion"]["rationale_html"] = evil
        record["criterion"]["levels"][0]["requirement_html"] = evil

    made, told = mended(rewritten(file, change))

    text = msgspec.json.encode(made).decode()
    assert told == {"html": 1}
    assert "Battery" in text
    assert not any(word in text for word in ("onclick", "<script", "evil.example", "iframe"))


def test_a_hash_that_is_not_that_of_the_criterion_is_made_anew(file: Path) -> None:
    def change(value: Json) -> None:
        first_item(value)["copied"]["record"]["title"] = "Another title"

    made, told = mended(rewritten(file, change))

    copied, original = made.items[0].copied, make_procurement().items[0].copied
    assert copied is not None
    assert original is not None
    assert copied.hash not in ("", original.hash)
    assert told == {}


def test_control_characters_and_reversed_text_are_taken_out(file: Path) -> None:
    def change(value: Json) -> None:
        value["head"]["title"] = "Lap\x00tops\x1b[31m \u202esdrawkcab"
        first_item(value)["wording"]["requirement"] = "Line\r\nline\ttab\x07"

    made, told = mended(rewritten(file, change))

    assert made.head.title == "Laptops[31m sdrawkcab"
    assert made.items[0].wording.requirement == "Line\nline\ttab"
    assert told == {"characters": 2}


def test_things_with_one_id_get_their_own(file: Path) -> None:
    def change(value: Json) -> None:
        value["items"][1]["id"] = value["items"][0]["id"]
        value["offers"][1]["id"] = "../../etc/passwd"

    made, told = mended(rewritten(file, change))

    assert len({item.id for item in made.items}) == 5
    assert told["ids"] == 2


def test_what_points_nowhere_is_taken_out(file: Path) -> None:
    def change(value: Json) -> None:
        first_item(value)["lots"] = ["lot-1", "lot-99"]
        value["offers"][0]["scores"].append(["nothing", "50"])
        value["head"]["cpv"].append("laptops")
        value["head"]["dates"]["deadline"] = "soon"
        value["head"]["dates"]["publication"] = "2026-02-30"
        value["items"][-1]["follow_up"][0]["done"] = ["20270601", "2027-06-01"]
        value["events"].append({"on": "yesterday", "what": "Asked"})

    made, told = mended(rewritten(file, change))

    assert made.items[0].lots == ("lot-1",)
    assert (made.head.cpv, made.head.dates.deadline) == (("30213100-6",), "")
    assert made.items[-1].follow_up[0].done == ("2027-06-01",)
    assert made.events == (Event(on="", what="Asked"),)
    assert told == {"lots": 1, "scores": 1, "codes": 1, "dates": 4}


def test_a_line_of_the_history_says_what_its_code_says(file: Path) -> None:
    def change(value: Json) -> None:
        value["events"] = [
            {"on": "", "what": "Opened again", "code": "closed"},
            {"on": "", "what": "Asked", "code": "later", "values": [["whom", "the market"]]},
            {"on": "", "what": "Closed"},
        ]

    made, _ = mended(rewritten(file, change))

    assert [(one.what, one.code) for one in made.events] == [
        ("Closed", "closed"),
        ("Asked", "later"),
        ("Closed", ""),
    ]


def test_a_history_differs_in_the_language_of_the_window(store: Procurements, file: Path) -> None:
    made = make_procurement()
    store.add(made)
    exported(file, replace(made, events=(line(NOON.isoformat(), "closed"),)))

    (arrival,) = arrivals(read(file), store, say=lambda words: f"«{words}»")

    assert [(one.place, one.name) for one in arrival.differences] == [("event", "«Closed»")]


def test_a_line_that_an_earlier_program_left_without_its_code_is_the_same(
    store: Procurements, file: Path
) -> None:
    made = replace(make_procurement(), events=(line(NOON.isoformat(), "closed"),))
    store.add(made)
    exported(file, replace(made, events=(Event(on=NOON.isoformat(), what="Closed"),)))

    (arrival,) = arrivals(read(file), store)

    assert not arrival.conflicts


def test_criteria_in_another_order_are_put_right(file: Path) -> None:
    made, told = mended(rewritten(file, lambda value: value["items"].reverse()))

    assert [item.kind for item in made.items] == ["TS", "TS", "AC", "AC", "CPC"]
    assert told == {"order": 1}


# What is refused.

HOSTILE: dict[str, Callable[[Json], None]] = {
    "NaN": lambda value: value["award"]["price"].update(weight="NaN"),
    "infinite": lambda value: value["offers"][0].update(price="Infinity"),
    "negative weight": lambda value: value["award"]["price"].update(weight="-1"),
    "negative price": lambda value: value["offers"][0].update(price="-1"),
    "huge": lambda value: value["head"].update(value="1E+999999"),
    "beyond what can be computed": lambda value: value["head"].update(value="1E+999999999"),
    "tiny": lambda value: value["head"].update(value="1E-999999"),
    "score": lambda value: value["offers"][0]["scores"][0].__setitem__(1, "101"),
    "decimals": lambda value: value["award"].update(decimals=10**9),
    "zero": lambda value: value["award"].update(zero_at="1"),
    "days": lambda value: value["items"][-1]["follow_up"][0].update(after_days=10**12),
    "months": lambda value: value["items"][-1]["follow_up"][0].update(every_months=-1),
    "currency": lambda value: value["head"].update(currency="gold"),
    "language": lambda value: value["head"].update(language="../x"),
    "id": lambda value: value.update(id="../../workspace"),
    "lots": lambda value: value["lots"][1].update(id="lot-1"),
    "level": lambda value: first_item(value).update(level="gold"),
    "no criterion": lambda value: first_item(value)["copied"]["record"].update(
        kind="label", criterion=None, label={"type": "type-i", "owner": "", "scope": "", "address": ""}
    ),
    "record id": lambda value: first_item(value)["copied"]["record"].update(id="../x"),
    "library": lambda value: first_item(value)["copied"].update(library="../x"),
    "burden": lambda value: first_item(value)["copied"]["record"]["criterion"]["burden"].update(level=99),
    "no source": lambda value: first_item(value).update(copied=None),
    "unknown word": lambda value: value["head"].update(status="deleted"),
    "wrong type": lambda value: value["head"].update(title=["x"]),
    "missing": lambda value: value.pop("head"),
    "long text": lambda value: value["head"].update(need="x" * 200_001),
    "many items": lambda value: value.update(items=value["items"] * 500),
    "many events": lambda value: value.update(events=[{"on": "", "what": "x"}] * 50_001),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_makes_no_sense_is_refused(file: Path, workspace: Workspace, what: str) -> None:
    rewritten(file, HOSTILE[what])

    assert refused(file)
    with pytest.raises(ForeignFileError):
        take(workspace, file)
    assert Procurements(workspace).entries() == ()


def entries_with(file: Path, *more: tuple[str, bytes]) -> Path:
    return packed(file, [*entries_of(exported(file)).items(), *more])


@pytest.mark.parametrize(
    "name",
    [
        "../evil.json",
        "/etc/passwd",
        "procurements/../../evil.json",
        "procurements\\0002.json",
        "C:\\evil.json",
        "procurements/0002.zip",
        "inner.procurement",
        "procurements/",
        "PROCURA.JSON",
    ],
)
def test_a_name_that_is_not_ours_is_refused(file: Path, name: str) -> None:
    assert "does not belong" in refused(entries_with(file, (name, b"{}")))


def test_an_archive_in_the_archive_is_refused(file: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("procura.json", "{}")
    entries = entries_of(exported(file)) | {"procurements/0001.json": inner.getvalue()}

    assert "makes no sense" in refused(packed(file, entries.items()))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_that_stands_there_twice_is_refused(file: Path) -> None:
    assert "twice" in refused(entries_with(file, ("procurements/0001.json", b"{}")))


def test_an_entry_that_unpacks_to_too_much_is_refused(file: Path) -> None:
    bomb = b'"' + b" " * 20_000_000 + b'"'

    assert "far more" in refused(entries_with(file, ("parts/bomb.json", bomb)))


def test_entries_that_unpack_to_too_much_together_are_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported(file)
    monkeypatch.setattr(exchange_file, "LARGEST_WHOLE", 4_000)

    assert "more than a procurement" in refused(file)


@pytest.mark.parametrize("limit", ["LARGEST_FILE", "LARGEST_ENTRY", "LARGEST_WHOLE", "MOST_ENTRIES"])
def test_what_nobody_could_take_in_is_not_written(
    file: Path, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = exported(file).read_bytes()
    monkeypatch.setattr(exchange_file, limit, 1)
    with pytest.raises(ExportError, match="more than one file can hold"):
        exported(file)

    assert file.read_bytes() == before


def test_a_text_that_repeats_itself_comes_in_as_it_was(file: Path) -> None:
    same = "a" * 190_000
    made = make_procurement()
    made = replace(made, head=replace(made.head, need=same, purpose=same, accessibility=same, no_lots=same))

    assert read(exported(file, made)).procurements == (made,)


def test_a_size_that_lies_is_found_out(file: Path) -> None:
    data = bytearray(exported(file).read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")  # the size that the directory promises
    file.write_bytes(data)

    refused(file)


def test_too_many_entries_and_too_large_a_file_are_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported(file)
    with monkeypatch.context() as patch:
        patch.setattr(exchange_file, "MOST_ENTRIES", 1)
        assert "entries" in refused(file)
    monkeypatch.setattr(exchange_file, "LARGEST_FILE", 100)
    assert "larger" in refused(file)


def test_an_encrypted_file_is_refused(file: Path) -> None:
    data = bytearray(exported(file).read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark)
        data[at + flags] |= 1
    file.write_bytes(data)

    assert "encrypted" in refused(file)


def test_a_later_format_is_refused_with_the_program_that_reads_it(file: Path) -> None:
    entries = entries_of(exported(file))
    entries[MANIFEST] = msgspec.json.encode({"format": FORMAT + 1, "program": "9.1", "other": True})

    assert "later version of the program wrote it (9.1" in refused(packed(file, entries.items()))


@pytest.mark.parametrize(
    "manifest", [b"", b"{}", b"[]", b"null", b'{"format": "1"}', b'{"format": 0}', b"[" * 100_000, b"\xff"]
)
def test_a_manifest_that_makes_no_sense_is_refused(file: Path, manifest: bytes) -> None:
    entries = entries_of(exported(file)) | {MANIFEST: manifest}

    refused(packed(file, entries.items()))


def test_what_the_manifest_promises_must_be_there(file: Path) -> None:
    entries = entries_of(exported(file))
    del entries["procurements/0001.json"]

    assert "missing" in refused(packed(file, entries.items()))


def test_two_procurements_with_one_id_are_refused(file: Path) -> None:
    assert "same id" in refused(exported(file, make_procurement(), make_procurement()))


@pytest.mark.parametrize("cut", [0, 3, 50, 400, 1_000])
def test_a_file_cut_short_is_refused(file: Path, cut: int) -> None:
    file.write_bytes(exported(file).read_bytes()[:cut])

    refused(file)


def test_a_broken_entry_is_refused(file: Path) -> None:
    data = bytearray(exported(file).read_bytes())
    at = data.index(b"procurements/0001.json") + 200
    data[at : at + 8] = b"\x00" * 8
    file.write_bytes(data)

    refused(file)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    refused(tmp_path)
    refused(tmp_path / "none.procurement")


def test_saved_searches_that_make_no_sense_are_refused(file: Path, workspace: Workspace) -> None:
    workspace.save_search("laptops", NOON, saved=True)
    export_workspace(workspace, file, now=NOON)
    entries = entries_of(file)
    for wrong in (b"{}", b'["' + b"x" * 501 + b'"]', b"[1]"):
        packed(file, (entries | {"parts/saved-searches.json": wrong}).items())
        assert "saved-searches" in refused(file)


def test_each_of_several_that_are_kept_beside_mine_has_a_name_of_its_own(
    workspace: Workspace, store: Procurements, file: Path
) -> None:
    store.add(titled("Mine"))
    for _ in range(3):
        take(workspace, exported(file, titled("Theirs")), "both")

    assert sorted(one.head.title for one in store.all()) == ["Mine", "Theirs (2)", "Theirs (3)", "Theirs (4)"]
