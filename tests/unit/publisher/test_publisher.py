"""The authors' commands, as a shell calls them."""

import json
from pathlib import Path

import pytest

from procura_desktop.publisher import main, run
from tests.unit.content.site import ARTICLE, CRITERION, Site


@pytest.mark.parametrize(
    "words",
    [
        ["check", "content"],
        ["--data-dir", "elsewhere", "check", "content"],
        ["check", "content", "--data-dir", "elsewhere"],
        ["check", "--", "content"],
        ["--", "check", "content"],
        ["--data-dir", "elsewhere", "--", "check", "--", "content"],
    ],
)
def test_sound_content_passes(site: Site, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert run(words) == 0

    records = len(site.compile().records)
    assert capsys.readouterr().out == f"content: {records} sound records, 0 pictures, 0 faults, 0 warnings\n"
    assert not Path("elsewhere").exists()


def test_fault_is_printed_with_its_path_and_line(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.change(ARTICLE, "version: 1", "version: x")

    assert run(["check", "content"]) == 1
    first, _ = capsys.readouterr().out.splitlines()
    assert first == f"content/en/{ARTICLE}.md:4: 'version' is 'x'; write a whole number, such as 1"


def test_warning_is_printed_and_passes(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.change(CRITERION, "[[battery_cycles]]", "500")

    assert run(["check", "content"]) == 0
    assert f"content/en/{CRITERION}.md:13: warning: slot 'battery_cycles'" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--json", "check", "content"], ["check", "content", "--json"]])
def test_json_is_one_document(site: Site, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    site.change(ARTICLE, "version: 1", "version: x")

    assert run(words) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["sound"] is False
    assert document["faults"][0]["path"] == f"content/en/{ARTICLE}.md"
    assert document["faults"][0]["line"] == 4


def test_build_makes_a_library(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "content", "--out", "a.sqlite", "--version", "2026.11"]) == 0
    assert run(["build", "content", "--out", "b.sqlite", "--version", "2026.11"]) == 0

    assert Path("a.sqlite").read_bytes() == Path("b.sqlite").read_bytes()
    assert "; built a.sqlite" in capsys.readouterr().out
    assert site.compile().sound


def test_build_refuses_content_with_faults(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.change(ARTICLE, "version: 1", "version: x")

    assert run(["build", "content", "--out", "a.sqlite"]) == 1
    assert not Path("a.sqlite").exists()
    assert ":4: 'version' is 'x'" in capsys.readouterr().out


def test_build_says_why_it_cannot_write(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert site.compile().sound
    Path("file").write_text("", encoding="utf-8")

    assert run(["build", "content", "--out", "file/a.sqlite"]) == 1
    assert "the library was not built" in capsys.readouterr().err


def test_missing_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(tmp_path / "nothing")]) == 1
    assert "there is no such folder" in capsys.readouterr().err


def test_file_is_not_called_a_missing_folder(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(site.root / "en" / f"{ARTICLE}.md")]) == 1
    assert "this is a file; name the folder that holds en/" in capsys.readouterr().err


WRONG = pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "required: command"),
        (["check"], "required: DIR"),
        (["paint", "x"], "'check', 'build'"),
        (["build", "x"], "required: --out"),
        (["build", "x", "--out", "y", "--name", "A"], "use small letters, digits and hyphens"),
        (["check", "--js", "x"], "--js"),
        (["check", "--data-dir"], "--data-dir"),
        (["check", "--", "--data-dir", "x"], "unrecognized arguments: x"),
    ],
)


@WRONG
def test_wrong_use_is_explained(capsys: pytest.CaptureFixture[str], words: list[str], says: str) -> None:
    assert run(words) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("usage: procura-publish")
    assert says in said.err


@WRONG
def test_wrong_use_is_one_document_where_json_is_wanted(
    capsys: pytest.CaptureFixture[str], words: list[str], says: str
) -> None:
    assert run(["--json", *words]) == 2

    said = capsys.readouterr()
    assert said.err == ""
    assert says in json.loads(said.out)["error"]


@pytest.mark.parametrize("before", [True, False])
def test_a_build_is_one_document_and_touches_no_data_folder(
    site: Site, capsys: pytest.CaptureFixture[str], before: bool
) -> None:
    records = len(site.compile().records)
    shared = ["--json", "--data-dir", "elsewhere"]
    command = ["build", "content", "--out", "a.sqlite"]

    assert run([*shared, *command] if before else [*command, *shared]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["sound"], document["records"], document["out"]) == (True, records, "a.sqlite")
    assert not Path("elsewhere").exists()


def test_what_follows_two_hyphens_is_a_folder(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.root.rename("--json")

    assert run(["check", "--", "--json"]) == 0
    assert capsys.readouterr().out.startswith("--json: ")


def test_command_leaves_with_its_exit_code(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["procura-publish", "check", str(site.root)])

    with pytest.raises(SystemExit) as left:
        main()

    assert left.value.code == 0
