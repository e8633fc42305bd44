"""Content of an office that names records of the library it is read beside."""

import json
from pathlib import Path

import pytest

from procura_desktop.publisher import run
from tests.factories import build_sample
from tests.unit.content.importing.tables import csv_text, sound_row

TERM = """---
title: Ghent price list
definition: The list of prices that our city agrees on with its suppliers once a year.
version: 1
updated: 2026-11-23
review_by: 2028-11-23
confidence: check
confidence_note: Our own words.
see_also: [{see_also}]
sources:
  - title: Price list
    publisher: City of Ghent
    url: https://example.org/prices
    seen: never
---
Ask the purchasing office for it.
"""


@pytest.mark.parametrize(("see_also", "code"), [("guidance/labels", 0), ("guidance/nothing-of-the-kind", 1)])
def test_records_of_the_library_beside_may_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], see_also: str, code: int
) -> None:
    beside = build_sample(tmp_path / "main.sqlite")
    term = tmp_path / "content" / "en" / "terms" / "ghent-price-list.md"
    term.parent.mkdir(parents=True)
    term.write_text(TERM.format(see_also=see_also), encoding="utf-8")

    assert run(["check", str(tmp_path / "content"), "--json"]) == 1
    capsys.readouterr()
    found = run(["check", str(tmp_path / "content"), "--beside", str(beside), "--json"])
    told = json.loads(capsys.readouterr().out)
    faults = [fault["what"] for fault in told["faults"] if not fault["warning"]]
    assert (found, len(faults)) == (code, code), faults


def test_a_library_beside_that_is_none_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "x.sqlite").write_bytes(b"no library")
    assert run(["check", str(tmp_path / "content"), "--beside", str(tmp_path / "x.sqlite")]) == 1
    assert "x.sqlite" in capsys.readouterr().err


def test_who_names_a_record_of_another_library_is_told_how(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    term = tmp_path / "content" / "en" / "terms" / "ghent-price-list.md"
    term.parent.mkdir(parents=True)
    term.write_text(TERM.format(see_also="guidance/labels"), encoding="utf-8")

    assert run(["check", str(tmp_path / "content")]) == 1
    assert "add --beside with the file of that library" in capsys.readouterr().out


def test_a_misspelt_record_of_the_library_beside_is_guessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = build_sample(tmp_path / "main.sqlite")
    term = tmp_path / "content" / "en" / "terms" / "ghent-price-list.md"
    term.parent.mkdir(parents=True)
    term.write_text(TERM.format(see_also="guidance/lables"), encoding="utf-8")

    assert run(["check", str(tmp_path / "content"), "--beside", str(beside)]) == 1
    assert "did you mean 'guidance/labels'?" in capsys.readouterr().out


def test_criteria_of_a_spreadsheet_come_into_a_group_of_the_library_beside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = build_sample(tmp_path / "main.sqlite")
    (tmp_path / "content").mkdir()
    table = tmp_path / "criteria.csv"
    table.write_text(
        csv_text([sound_row(group="Furniture", part="", labels="", see_also="")]),
        encoding="utf-8",
        newline="",
    )

    assert run(["import", str(table), "--into", str(tmp_path / "content")]) == 1
    assert "add --beside with the file of that library" in capsys.readouterr().out
    found = run(["import", str(table), "--into", str(tmp_path / "content"), "--beside", str(beside)])
    assert found == 0, capsys.readouterr().out
    assert [file.name for file in (tmp_path / "content" / "en" / "criteria" / "furniture").iterdir()] == [
        "ts12-spare-parts.md"
    ]
