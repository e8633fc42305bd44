"""What people keep, in the real window: files of colleagues, and a workspace that a disk has damaged."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from procura_desktop.domain.procurement import Procurement
from procura_desktop.workspace.exchange import export_procurements
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace
from tests.e2e.window import Program, Screen, until
from tests.procurements import make_procurement

NOW = datetime(2026, 11, 29, tzinfo=UTC)
PAGE = 4096
pytestmark = [pytest.mark.external("Xvfb"), pytest.mark.external("xdotool")]


@pytest.fixture
def screen(display: str, environment: dict[str, str]) -> Screen:
    environment["DISPLAY"] = display
    return Screen(display)


def written(file: Path, made: Procurement) -> str:
    export_procurements([made], file, now=NOW)
    return str(file)


def holds(workspace: Path, procurement_id: str) -> Callable[[], bool]:
    def look() -> bool:
        with open_workspace(workspace) as opened:
            return procurement_id in {entry.id for entry in Procurements(opened).entries()}

    return look


def test_a_double_click_takes_a_file_in_and_a_second_one_reaches_the_open_window(
    program: Program, data: Path, screen: Screen, tmp_path: Path
) -> None:
    workspace = data / "workspace.sqlite"
    running = program.start(written(tmp_path / "from Mia.procurement", make_procurement("first")))
    screen.wait_for("Procura Desktop")
    until(holds(workspace, "first"), "the first procurement")

    second = program.start(written(tmp_path / "from Ali.procurement", make_procurement("second")))
    assert second.wait(30) == 0
    until(holds(workspace, "second"), "the second procurement")
    screen.press("ctrl+q")
    assert running.wait(30) == 0
    assert program.complaints() == ""


def test_a_backup_of_the_day_is_made_while_the_window_is_open(
    program: Program, data: Path, screen: Screen
) -> None:
    running = program.start()
    screen.wait_for("Procura Desktop")
    until(lambda: list((data / "backups").glob("workspace-*-daily.sqlite")), "the backup of the day")
    screen.press("ctrl+q")
    assert running.wait(30) == 0
    assert program.complaints() == ""


def test_a_damaged_workspace_is_rescued_before_the_window_opens(
    program: Program, data: Path, screen: Screen
) -> None:
    workspace = data / "workspace.sqlite"
    with open_workspace(workspace) as opened:
        for number in range(30):
            Procurements(opened).add(make_procurement(f"procurement-{number}"))
    whole = bytearray(workspace.read_bytes())
    middle = len(whole) // PAGE // 2 * PAGE
    whole[middle : middle + 3 * PAGE] = b"\xa5" * 3 * PAGE
    workspace.write_bytes(whole)
    running = program.start()

    screen.wait_for("Your workspace")
    screen.press("Tab", "space")  # from Quit round to the first button
    screen.wait_for("Rescued")
    screen.press("Return")
    screen.wait_for("Procura Desktop")
    screen.press("ctrl+q")

    assert running.wait(30) == 0
    assert program.complaints() == ""
    (old,) = data.glob("workspace-damaged-*.sqlite")
    assert old.read_bytes() == whole
    with open_workspace(workspace) as opened:
        assert len(Procurements(opened).entries()) > 15
