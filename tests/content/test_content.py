"""The library that we write: sound, without a warning, and as sure as docs/content-status.md says."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from procura_desktop.content.compile import Compiled, compile_content
from procura_desktop.content.status import replace_status, status_tables
from procura_desktop.domain.wording import parts_of
from procura_desktop.workspace.choosing import wording_at

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return compile_content(ROOT / "content", today=datetime.now(UTC).date())


def test_nothing_is_wrong_with_the_content(compiled: Compiled) -> None:
    wrong = [str(fault) for fault in compiled.faults if "'review_by' has passed" not in fault.what]

    assert wrong == []


def test_the_status_is_current(compiled: Compiled) -> None:
    document = (ROOT / "docs" / "content-status.md").read_text(encoding="utf-8")

    assert replace_status(document, status_tables(compiled.records)) == document, (
        "run '.venv/bin/procura-publish status content --into docs/content-status.md'"
    )


def test_the_smallest_promise_is_kept(compiled: Compiled) -> None:
    """What a buyer is told to find: every current EU set, and our own for what belongs to none."""
    groups = {record.id for record in compiled.records if record.group is not None}
    current = {
        record.criterion.group
        for record in compiled.records
        if record.criterion is not None and record.criterion.origin == "eu"
    }

    assert len(current) == 14
    assert groups - current == {"groups/social-and-general"}


def test_no_unit_stands_twice_behind_its_figure(compiled: Compiled) -> None:
    found = []
    for record in compiled.records:
        details = record.criterion
        for level in details.levels if details is not None else ():
            assert details is not None
            text = "\n".join(text for _, text in parts_of(wording_at(details, level.name)))
            found += [
                f"{record.id}: {slot.unit}"
                for slot in details.slots
                if re.search(rf"\[\[{slot.name}\]\] {re.escape(slot.unit)}(?!\w)", text) and slot.unit
            ]

    assert found == []
