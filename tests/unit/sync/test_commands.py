"""The commands that update, as a shell or an inventory sees them: documents, sentences, exit codes."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from procura_desktop.cli import main
from procura_desktop.settings.sources import fingerprint
from procura_desktop.sync.lock import only_one
from procura_desktop.workspace.workspace import open_workspace
from tests.releases import Publisher
from tests.unit.sync.computer import Computer
from tests.unit.sync.conftest import Published

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(computer: Computer, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command over the computer's data folder: exit code, standard output, standard error."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["--data-dir", str(computer.places.data), *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def document(answer: tuple[int, str, str]) -> Any:  # noqa: ANN401 - a document may hold anything
    """Give the one JSON document of a command that went well."""
    code, out, err = answer
    assert (code, err) == (0, "")
    return json.loads(out)


def test_update_says_what_it_did(run: Run, computer: Computer, publisher: Publisher) -> None:
    said = document(run("update", "--json"))
    assert said["library"] == "main"
    assert said["installed"].endswith(".1")
    assert said["offered"].endswith(".2")
    assert (said["publisher"], said["source"]) == ("City of Ghent", str(publisher.folder))
    assert said["way"] == "delta"
    assert said["bytes"] > 0
    assert said["changes"]["added"] == [["guidance/a030", "Article 30"]]
    assert Path(said["path"]).is_file()
    assert computer.version == said["offered"]


def test_update_says_it_to_people(run: Run, computer: Computer) -> None:
    code, out, err = run("update")
    assert (code, err) == (0, "")
    assert out.startswith(f"main is edition {computer.version} now: 1 added, 1 changed, 1 removed; ")
    assert out.rstrip().endswith("went over the line.")
    code, out, err = run("update")
    assert (code, out, err) == (0, f"main is current: edition {computer.version}.\n", "")


def unread(computer: Computer) -> frozenset[str]:
    with closing(open_workspace(computer.places.workspace)) as workspace:
        return workspace.unread_changes("main")


def test_update_marks_what_it_changed_for_who_reads(run: Run, computer: Computer) -> None:
    assert unread(computer) == frozenset()  # and now there is a workspace
    said = document(run("update", "--json"))
    changes = (*said["changes"]["added"], *said["changes"]["changed"])
    assert unread(computer) == {record_id for record_id, _ in changes} != set()
    document(run("library", "rollback", "--json"))
    assert unread(computer) == frozenset()


def test_update_makes_no_workspace(run: Run, computer: Computer) -> None:
    document(run("update", "--json"))
    assert not computer.places.workspace.exists()


def test_an_update_that_cannot_mark_says_so_and_is_done(run: Run, computer: Computer) -> None:
    computer.places.workspace.write_text("no database")
    code, out, err = run("update")
    assert code == 0
    assert out.startswith(f"main is edition {computer.version} now: ")
    assert err.startswith("What changed is not marked in the window: ")
    assert computer.version.endswith(".2")


def test_a_dry_run_says_what_it_costs_and_does_nothing(run: Run, computer: Computer) -> None:
    before = computer.in_use()
    said = document(run("update", "--dry-run", "--json"))
    assert (said["way"], said["offered"]) == ("delta", said["installed"].removesuffix("1") + "2")
    assert 0 < said["bytes"] < 2000
    assert "changes" not in said
    code, out, _ = run("update", "--dry-run")
    assert code == 0
    assert out.startswith(f"Edition {said['offered']} takes {said['bytes']} bytes")
    assert out.endswith("(delta).\n")
    assert computer.in_use() == before
    assert not computer.place.staging.exists()


def test_what_is_larger_than_the_limit_needs_a_yes(run: Run, computer: Computer) -> None:
    computer.places.settings.write_text("ask_above = 0\n")
    code, out, err = run("update")
    assert (code, out) == (1, "")
    assert "more than the 0 kB that need no question; say --yes" in err
    assert computer.version.endswith(".1")
    assert run("update", "--yes")[0] == 0
    assert computer.version.endswith(".2")


def test_another_source_may_be_named(run: Run, computer: Computer, published: Published) -> None:
    said = document(run("update", "--source", published.folders[2], "--json"))
    assert said["offered"].endswith(".3")
    assert computer.version == said["offered"]


@pytest.mark.parametrize("as_json", [False, True])
def test_what_goes_wrong_is_one_sentence(run: Run, computer: Computer, tmp_path: Path, as_json: bool) -> None:
    before = computer.in_use()
    code, out, err = run("update", "--source", tmp_path / "gone", *(["--json"] if as_json else []))
    assert code == 1
    sentence = json.loads(out)["error"] if as_json else err
    assert "gone: there is no such folder" in sentence
    assert (out if not as_json else err) == ""
    assert computer.in_use() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["update", "now"],
        ["update", "--to", "x"],
        ["update", "--library", "../x"],
        ["update", "--library", "Main"],
        ["mirror", "x"],
        ["library"],
        ["library", "delete"],
        ["library", "list", "more"],
        ["source", "remove", "x"],
        ["source"],
        ["library", "list", "--dry-run"],
        ["update", "--accept-expired", "x"],
    ],
)
def test_what_cannot_be_understood_is_refused(run: Run, arguments: Sequence[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("procura-desktop: ")
    code, out, err = run(*arguments, "--json")
    assert (code, err) == (2, "")
    assert json.loads(out)["error"]


def test_a_library_without_a_source_says_so(run: Run) -> None:
    code, _, err = run("update", "--library", "office")
    assert code == 1
    assert "no publisher of the library 'office' is trusted yet" in err


def test_another_update_at_the_same_time_is_told(run: Run, computer: Computer) -> None:
    with only_one(computer.place.lock):
        code, _, err = run("update")
    assert code == 1
    assert "another update is running; wait until it has ended" in err


def test_mirror_makes_a_folder_and_a_file(run: Run, tmp_path: Path, computer: Computer) -> None:
    said = document(run("mirror", "--to", tmp_path / "share", "--json"))
    assert said == {
        "library": "main",
        "version": said["version"],
        "to": str(tmp_path / "share"),
        "bytes": said["bytes"],
    }
    assert said["bytes"] == sum(one.stat().st_size for one in (tmp_path / "share").rglob("*.*"))
    code, out, err = run("mirror", "--source", tmp_path / "share", "--to", tmp_path / "x.procura")
    assert (code, err) == (0, "")
    assert out.startswith(f"{tmp_path / 'x.procura'} holds edition {said['version']}, ")
    document(run("update", "--source", tmp_path / "x.procura", "--json"))
    assert computer.version == said["version"]


def test_mirror_asks_where_to(run: Run) -> None:
    code, out, err = run("mirror")
    assert (code, out) == (1, "")
    assert "say where to: --to FOLDER, or --to FILE.procura" in err


def test_mirror_does_not_make_a_folder_of_a_zip(run: Run, tmp_path: Path) -> None:
    code, out, err = run("mirror", "--to", tmp_path / "edition.zip")
    assert (code, out) == (1, "")
    assert "edition.zip: an edition in one file ends in .procura; call it so" in err
    assert not (tmp_path / "edition.zip").exists()


def test_list_names_the_editions_and_the_history(run: Run, computer: Computer) -> None:
    document(run("update", "--json"))
    said = document(run("library", "list", "--json"))
    versions = [one["version"] for one in said["editions"]]
    assert versions == [computer.version, computer.version.removesuffix("2") + "1", "dev"]
    assert [one["in_use"] for one in said["editions"]] == [True, False, False]
    assert said["history"]["updated"]
    assert said["history"]["error"] == ""
    _, out, _ = run("library", "list")
    assert [line.split()[0] for line in out.splitlines()] == ["in", "kept", "kept"]


def test_list_names_a_damaged_edition(run: Run, computer: Computer) -> None:
    for path in computer.place.folder.glob("*.sqlite"):
        path.write_bytes(b"not a library")
    said = document(run("library", "list", "--json"))
    assert "not a sound library" in said["editions"][0]["fault"]
    assert run("library", "list")[1].splitlines()[0].split()[2] == "damaged"


def test_rollback_goes_back_and_forward(run: Run, computer: Computer) -> None:
    document(run("update", "--json"))
    new = computer.version
    said = document(run("library", "rollback", "--json"))
    assert [one["in_use"] for one in said["editions"]] == [True, False, False]
    assert computer.version != new
    document(run("library", "rollback", "--json"))
    assert computer.version == new


def test_rollback_without_an_edition_before_says_so(run: Run, computer: Computer) -> None:
    (computer.place.folder / "main.json").unlink()
    code, _, err = run("library", "rollback")
    assert code == 1
    assert "no other edition of the library 'main'" in err


def test_rollback_that_cannot_be_written_says_so(
    run: Run, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("procura_desktop.library.installed.write_whole", full)
    before = computer.in_use()
    code, _, err = run("library", "rollback")
    assert code == 1
    assert "cannot be stored (No space left on device)" in err
    assert computer.in_use() == before


def damage(computer: Computer, record_id: str) -> None:
    with computer.open() as library:
        path = library.path
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE record SET json = json || ' ' WHERE id = ?", (record_id,))


def test_verify_says_that_all_is_sound(run: Run) -> None:
    said = document(run("library", "verify", "--json"))
    assert (said["sound"], said["damaged"], said["fault"]) == (True, [], "")
    assert run("library", "verify")[1].endswith(" is sound.\n")


def test_verify_names_what_is_damaged(run: Run, computer: Computer) -> None:
    damage(computer, "guidance/a002")
    code, out, _ = run("library", "verify", "--json")
    said = json.loads(out)
    assert (code, said["sound"], said["damaged"]) == (1, False, ["guidance/a002"])
    code, out, _ = run("library", "verify")
    assert code == 1
    assert "\n  guidance/a002\n" in out
    assert out.count(f"{said['path']}: ") == 1
    assert out.endswith("procura-desktop library verify --repair\n")


def test_verify_repairs_from_what_is_here(run: Run, computer: Computer) -> None:
    damage(computer, "guidance/a002")
    said = document(run("library", "verify", "--repair", "--json"))
    assert said["sound"] is True
    assert said["damaged"] == ["guidance/a002"]
    assert "from what is sound on this computer" in said["repaired"]
    computer.verify()


def test_verify_fetches_what_is_nowhere_sound(run: Run, computer: Computer) -> None:
    damage(computer, "guidance/a020")
    code, out, err = run("library", "verify", "--repair")
    assert code == 0
    assert "the whole edition is fetched" in err
    assert out.startswith("Mended: fetched ")
    computer.verify()


def test_verify_repairs_a_file_that_cannot_even_be_opened(run: Run, computer: Computer) -> None:
    with computer.open() as library:
        path = library.path
    path.write_bytes(b"not a library")
    code, _, _ = run("library", "verify", "--repair")
    assert code == 0
    computer.verify()
    assert computer.version.endswith(".2")


def test_verify_of_a_library_that_is_not_here_says_so(run: Run) -> None:
    code, out, _ = run("library", "verify", "--library", "office", "--json")
    assert code == 1
    assert "there is no library here" in json.loads(out)["fault"]
    assert document(run("library", "list", "--library", "office", "--json"))["editions"] == []
    fetch = "etch it with: procura-desktop update --library office\n"
    assert run("library", "verify", "--library", "office")[1].endswith(fetch)
    assert run("library", "list", "--library", "office")[1].endswith(fetch)


def test_verify_of_another_library_mends_that_one(run: Run, computer: Computer) -> None:
    office = computer.place.folder / "office.sqlite"
    office.write_bytes(b"not a library")
    code, out, _ = run("library", "verify", "--library", "office")
    assert code == 1
    assert out.startswith(f"{office}: this is not a sound library")
    assert out.endswith("Mend it with: procura-desktop library verify --repair --library office\n")


def test_check_says_how_a_damaged_library_is_mended(run: Run, computer: Computer) -> None:
    damage(computer, "guidance/a002")
    _, out, _ = run("check")
    assert "guidance/a002 is not as published); mend it with: procura-desktop library verify --repair" in out


def test_a_source_is_added_with_a_fingerprint_that_fits(
    run: Run, publisher: Publisher, computer: Computer
) -> None:
    shown = fingerprint(publisher.root.read_bytes())
    base = ("source", "add", publisher.folder, "--library", "office", "--root", publisher.root)
    code, _, err = run(*base)
    assert code == 1
    assert "compare the fingerprint with what the publisher told you" in err
    code, _, err = run(*base, "--fingerprint", "00" * 32)
    assert code == 1
    assert f"its fingerprint is {shown}, not the one that you gave" in err
    assert not (computer.places.sources / "office").exists()
    said = document(run(*base, "--fingerprint", shown.upper(), "--json"))
    assert said == {"library": "office", "addresses": [str(publisher.folder)], "fingerprint": shown}
    sources = document(run("source", "list", "--json"))["sources"]
    assert {one["library"]: one["preset"] for one in sources} == {"main": False, "office": False}
    document(run("source", "remove", "--library", "office", "--json"))
    code, _, err = run("source", "remove", "--library", "office")
    assert code == 1
    assert "no source of the library 'office' was added here" in err


def test_a_source_that_leads_nowhere_is_said_to(run: Run, publisher: Publisher, tmp_path: Path) -> None:
    shown = fingerprint(publisher.root.read_bytes())
    end = ("--library", "office", "--root", publisher.root, "--fingerprint", shown)
    code, _, err = run("source", "add", "ftp://updates.example/", *end)
    assert code == 1
    assert "ftp://updates.example/: write an address that begins with https:// or http://, or" in err
    code, out, _ = run("source", "add", tmp_path / "updates.example", *end)
    assert code == 0
    assert f"{tmp_path / 'updates.example'} is not there now; an address on the web begins with https" in out
    for place in (publisher.folder, "https://updates.example/"):
        code, out, _ = run("source", "add", place, *end)
        assert (code, out) == (0, f"The library office is updated from {place}.\n")


@pytest.mark.parametrize("data", [b"", b"{}", b"[" * 100_000, b"\xff", b'{"signed": {"_type": "root"}}'])
def test_a_root_that_is_none_is_refused(run: Run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "root.json"
    path.write_bytes(data)
    code, _, err = run("source", "add", "x", "--root", path, "--fingerprint", fingerprint(data))
    assert code == 1
    assert "no root file of a publisher" in err


def test_a_root_file_is_needed(run: Run, tmp_path: Path) -> None:
    assert "give the root file of the publisher: --root FILE" in run("source", "add", "x")[2]
    assert "cannot be read" in run("source", "add", "x", "--root", tmp_path / "none.json")[2]


def test_metadata_of_another_role_is_no_root(run: Run, publisher: Publisher) -> None:
    path = publisher.folder / "metadata" / "timestamp.json"
    code, _, err = run("source", "add", "x", "--root", path, "--fingerprint", fingerprint(path.read_bytes()))
    assert code == 1
    assert "this is no root file of a publisher, but another file; give root.json" in err


def test_an_update_goes_forward_again_only_when_a_person_says_so(run: Run, computer: Computer) -> None:
    document(run("update", "--json"))
    new = computer.version
    document(run("library", "rollback", "--json"))
    old = computer.version
    said = document(run("update", "--json"))
    assert (said["held"], said["way"], computer.version) == (True, "forward", old)
    document(run("update", "--yes", "--json"))
    assert computer.version == new


def test_list_and_verify_look_at_a_library_put_there_by_hand(run: Run, computer: Computer) -> None:
    (computer.place.folder / "main.json").unlink()
    by_hand = computer.place.folder / "main.sqlite"
    by_hand.write_bytes(computer.place.bundled.read_bytes())
    said = document(run("library", "list", "--json"))
    assert (said["editions"][0]["path"], said["editions"][0]["in_use"]) == (str(by_hand), True)
    by_hand.write_bytes(b"damaged")
    code, out, _ = run("library", "verify")
    assert code == 1
    assert str(by_hand) in out
