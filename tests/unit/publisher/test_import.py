"""`procura-publish import`, as a shell calls it."""

import json
from pathlib import Path

import pytest

from procura_desktop.publisher import run
from tests.unit.content.importing.tables import csv_text, sound_row
from tests.unit.content.site import Site

FILE = "content/en/criteria/furniture/new/ts12-spare-parts.md"


@pytest.fixture
def table(site: Site) -> Path:
    file = site.root.parent / "criteria.csv"
    file.write_text(csv_text([sound_row()]), encoding="utf-8", newline="")
    return file


@pytest.mark.usefixtures("table")
def test_criteria_come_in_and_pass_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "criteria.csv", "--into", "content"]) == 0

    assert capsys.readouterr().out == (
        f"{FILE}: added\n"
        "criteria.csv: 1 criteria, 0 faults, 0 warnings; 1 files added, 0 replaced, 0 unchanged\n"
    )
    assert run(["check", "content"]) == 0
    assert " 0 faults, 0 warnings\n" in capsys.readouterr().out


@pytest.mark.usefixtures("table")
def test_dry_run_says_what_would_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "criteria.csv", "--dry-run"]) == 0

    assert capsys.readouterr().out.startswith(f"{FILE}: would be added\n")
    assert not Path(FILE).exists()


def test_fault_is_printed_with_its_cell(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text(csv_text([sound_row(kind="TSX")]), encoding="utf-8", newline="")

    assert run(["import", "criteria.csv"]) == 1
    assert capsys.readouterr().out == (
        'criteria.csv: row 2, column D (kind): "TSX" is none of SM, SC, TS, AC, CPC; write one of them\n'
        "criteria.csv: 1 criteria, 1 faults, 0 warnings; nothing was written\n"
    )


def test_levels_are_asked_for_by_the_name_of_their_column(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = {
        name: text for name, text in sound_row().items() if not name.startswith(("requirement:", "levels"))
    }
    row = one | {"requirement": "The chair shall be whole.", "slots": ""}
    text = csv_text([row], headings=tuple(row))
    table.write_text(text, encoding="utf-8", newline="")

    assert run(["import", "criteria.csv"]) == 1
    assert "criteria.csv: row 2: 'levels' is empty; name the levels" in capsys.readouterr().out


def test_content_may_be_the_current_folder(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text(csv_text([sound_row(code="six", part="old")]), encoding="utf-8", newline="")
    monkeypatch.chdir("content")

    assert run(["import", "../criteria.csv", "--into", "."]) == 1
    part, code, _ = capsys.readouterr().out.splitlines()
    assert part == (
        "../criteria.csv: row 2, column B (part): part 'old' is not declared in groups/furniture; "
        "declare it under 'parts' in en/groups/furniture.md"
    )
    assert code.startswith("../criteria.csv: row 2, column C (code): 'code' is 'six'; write capital letters")


def test_json_is_one_document(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "criteria.csv", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "sound": True,
        "dry_run": False,
        "criteria": 1,
        "faults": [],
        "elsewhere": [],
        "added": [FILE],
        "replaced": [],
        "unchanged": [],
    }

    table.write_text(csv_text([sound_row(note="Other.")]), encoding="utf-8", newline="")
    assert run(["--json", "import", "criteria.csv"]) == 1
    fault = json.loads(capsys.readouterr().out)["faults"][0]
    assert (fault["path"], fault["row"], fault["column"], fault["name"]) == ("criteria.csv", 2, "C", "code")

    assert run(["import", "criteria.csv", "--json", "--replace"]) == 0
    assert json.loads(capsys.readouterr().out)["replaced"] == [FILE]


@pytest.mark.parametrize("name", ["empty.xlsx", "empty.csv"])
@pytest.mark.usefixtures("site")
def test_template_is_written_once(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run(["import", "--template", name]) == 0
    assert capsys.readouterr().out == f"{name}: written; fill a row for each criterion, then import it\n"

    assert run(["import", "--template", name]) == 1
    assert "there is such a file already; choose another name" in capsys.readouterr().err

    assert run(["import", name]) == 1
    assert "there is no criterion below the first row" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("into", "error"),
    [
        ("nowhere", "nowhere: there is no such folder"),
        ("content/en", "content/en: this is a folder within the"),
    ],
)
@pytest.mark.usefixtures("table")
def test_wrong_folder_is_named(capsys: pytest.CaptureFixture[str], into: str, error: str) -> None:
    assert run(["import", "criteria.csv", "--into", into]) == 1

    assert f"procura-publish: {error}" in capsys.readouterr().err


@pytest.mark.usefixtures("table")
def test_folder_of_a_language_without_groups_is_not_taken_for_the_content(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "office" / "en" / "cases").mkdir(parents=True)
    assert run(["import", "criteria.csv", "--into", str(tmp_path / "office" / "en")]) == 1

    assert f"write --into {tmp_path / 'office'}\n" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["import"], ["import", "a.csv", "--template", "b.csv"]])
def test_table_or_template(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert run(words) == 2

    assert "--template" in capsys.readouterr().err
