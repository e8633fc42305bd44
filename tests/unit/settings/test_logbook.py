"""The log: what stands in it, what never does, and that it neither grows nor stops the work."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from procura_desktop.errors import AddressError, RecordNotFoundError, SettingsError, SourceUnreachableError
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.logbook import FILE, KEPT, LARGEST, LOG, close_log, note_fault, open_log

PLANTED = "the price that Wendelin offered"


@pytest.fixture
def places(tmp_path: Path) -> Iterator[Folders]:
    made = folders(tmp_path / "data")
    open_log(made)
    yield made
    close_log()


def written(places: Folders) -> str:
    return (places.log / FILE).read_text(encoding="utf-8")


def test_a_note_is_a_line_with_its_time_in_utc(places: Folders) -> None:
    LOG.info("start %s", "0.1.0")
    LOG.debug("not noted")

    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ INFO \d+ start 0\.1\.0\n", written(places))


def test_opening_it_writes_nothing_and_twice_changes_nothing(places: Folders) -> None:
    open_log(places)

    assert not places.data.exists()
    LOG.info("once")
    assert written(places).count("once") == 1


def test_an_unexpected_fault_is_noted_with_its_places_and_without_its_words(places: Folders) -> None:
    def deep() -> None:
        raise KeyError(PLANTED)

    try:
        try:
            deep()
        except KeyError as error:
            raise ValueError(f"no {PLANTED}") from error
    except ValueError as error:
        note_fault(error)

    text = written(places)
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "test_logbook.py" in text
    assert "in deep" in text
    assert "Wendelin" not in text


@pytest.mark.parametrize(
    "error",
    [
        RecordNotFoundError(record_id=PLANTED),
        AddressError(text=PLANTED),
        SettingsError(path=Path("settings.toml"), detail=PLANTED),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_may_quote_a_person_is_named_alone(places: Folders, error: Exception) -> None:
    note_fault(error)

    assert type(error).__name__ in written(places)
    assert "Wendelin" not in written(places)


def test_what_an_update_met_is_noted_without_passwords_on_lines_of_its_own(places: Folders) -> None:
    note_fault(SourceUnreachableError(source="https://anna:geheim@host/x", detail="no answer\n2030 INFO"))

    text = written(places)
    assert "SourceUnreachableError: https://…@host/x: no answer\n  2030 INFO\n" in text
    assert "geheim" not in text


def test_it_stays_small(places: Folders) -> None:
    for number in range(6 * LARGEST // 1000):
        LOG.info("%d %s", number, "x" * 1000)

    files = sorted(places.log.iterdir())
    assert len(files) == KEPT + 1
    assert all(file.stat().st_size <= LARGEST for file in files)


@pytest.mark.parametrize("obstacle", ["folder", "file"])
def test_a_log_that_cannot_be_written_stops_nothing(
    places: Folders, capsys: pytest.CaptureFixture[str], obstacle: str
) -> None:
    if obstacle == "folder":
        places.data.write_text("a file in the way", encoding="utf-8")
    else:
        (places.log / FILE).mkdir(parents=True)

    LOG.info("lost")

    assert capsys.readouterr().err == ""


def test_other_libraries_do_not_write_there(places: Folders) -> None:
    logging.getLogger("urllib3").error("of another")
    LOG.info("ours")

    assert "of another" not in written(places)
