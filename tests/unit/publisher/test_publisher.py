"""The authors' commands, as a shell calls them."""

import json
from pathlib import Path

import pytest

from procura_desktop.publisher import main, run
from tests.unit.content.site import ARTICLE, CRITERION, Site, make_site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.chdir(tmp_path)
    return make_site(Path("content"))


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


@pytest.mark.parametrize(
    "words", [[], ["check"], ["paint", "x"], ["build", "x"], ["build", "x", "--out", "y", "--name", "A"]]
)
def test_wrong_use_is_explained(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(words)

    assert left.value.code == 2
    assert "usage: procura-publish" in capsys.readouterr().err


def test_command_leaves_with_its_exit_code(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["procura-publish", "check", str(site.root)])

    with pytest.raises(SystemExit) as left:
        main()

    assert left.value.code == 0
