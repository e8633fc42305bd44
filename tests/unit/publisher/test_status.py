"""The tables of how sure the content is."""

from pathlib import Path

import pytest

from procura_desktop.content.status import BEGIN, END, replace_status, status_tables
from procura_desktop.publisher import run
from tests.factories import sample_records
from tests.unit.content.site import Site

DOCUMENT = f"# Before\n\n{BEGIN}\nold\n{END}\n\nAfter.\n"


def test_each_group_and_kind_has_a_row() -> None:
    tables = status_tables(sample_records())

    criteria = [record for record in sample_records() if record.criterion]
    of_groups, of_kinds = (
        line.split(" | ") for line in tables.splitlines() if line.startswith("| **all** |")
    )
    assert of_groups[1] == str(len(criteria))
    assert of_kinds[1] == str(len(sample_records()))
    for record in sample_records():
        assert f"\n| {record.kind} |" in tables
        if record.group:
            assert f"\n| {record.title} |" in tables


def test_criteria_in_groups_of_another_library_are_counted() -> None:
    criteria = [record for record in sample_records() if record.criterion]

    tables = status_tables(criteria)

    for title in ("**all**", "groups of another library"):
        assert f"\n| {title} | {len(criteria)} |" in tables


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    assert replace_status(DOCUMENT, "new") == f"# Before\n\n{BEGIN}\n\nnew\n\n{END}\n\nAfter.\n"


@pytest.mark.parametrize("document", ["", BEGIN, f"{END}{BEGIN}", f"{DOCUMENT}{BEGIN}"])
def test_a_document_without_its_marks_is_refused(document: str) -> None:
    with pytest.raises(ValueError, match="must stand there once each"):
        replace_status(document, "new")


def test_the_command_writes_them(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into = tmp_path / "status.md"
    into.write_text("nothing", encoding="utf-8")
    assert run(["status", "content", "--into", str(into)]) == 1
    assert "must stand there once each" in capsys.readouterr().err

    into.write_text(DOCUMENT, encoding="utf-8")
    assert run(["status", "content", "--into", str(into)]) == 0
    assert "| **all** |" in into.read_text(encoding="utf-8")
    capsys.readouterr()

    assert run(["status", "content"]) == 0
    assert site.compile().sound
    assert "| **all** |" in capsys.readouterr().out
