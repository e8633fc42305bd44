from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.errors import ExportError, OcidPrefixError
from procura_desktop.export.outputs import ALL_OUTPUTS, OTHER_KINDS, write_outputs
from procura_desktop.progress import Silent
from tests.procurements import make_procurement
from tests.sheets import FACTS

BEGINNINGS = {
    ".xlsx": b"PK\x03\x04",
    ".ics": b"BEGIN:VCALENDAR",
    ".csv": b"\xef\xbb\xbfLot,",
    ".xml": b"<?xml",
    ".json": b"{",
}


def test_everything_leaves_at_once_under_its_own_name(tmp_path: Path) -> None:
    paths = write_outputs(
        make_procurement(),
        kinds=ALL_OUTPUTS,
        form="docx",
        to=tmp_path,
        facts=replace(FACTS, ocid_prefix="ocds-a1b2c3"),
        progress=Silent(),
    )

    assert len({path.name for path in paths}) == len(ALL_OUTPUTS)
    others = dict(zip(OTHER_KINDS, paths[-len(OTHER_KINDS) :], strict=True))
    assert others["calendar"].name == "Laptops for the town hall - Dates.ics"
    assert all(path.read_bytes().startswith(BEGINNINGS[path.suffix]) for path in others.values())


def test_without_a_prefix_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(OcidPrefixError):
        write_outputs(
            make_procurement(),
            kinds=("calendar", "ocds"),
            form="docx",
            to=tmp_path / "out",
            facts=FACTS,
            progress=Silent(),
        )

    assert not (tmp_path / "out").exists()


def test_pdf_needs_a_writer(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="PDF is written by the window"):
        write_outputs(
            make_procurement(),
            kinds=("specification",),
            form="pdf",
            to=tmp_path,
            facts=FACTS,
            progress=Silent(),
        )
