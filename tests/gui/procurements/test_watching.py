"""What was found in a procurement is shown whenever somebody comes to see it."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.records import Hotspot
from procura_desktop.errors import ProcurementDamagedError
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.procurements.checks_panel import ChecksPanel
from procura_desktop.gui.procurements.coverage_strip import CoverageStrip
from procura_desktop.gui.procurements.news_panel import NewsPanel
from procura_desktop.gui.procurements.procuring import Procuring
from procura_desktop.library.open import open_library
from tests.factories import build_sample, make_group, sample_records
from tests.procurements import make_procurement


def looked_through(qtbot: QtBot, desktop: Desktop, step: str) -> Procuring:
    """Open the procurement at a step, and wait until it was looked through."""
    procuring = desktop.router.procuring
    assert procuring.desk.start(make_procurement())
    with qtbot.waitSignal(procuring.watching.news_found):
        procuring.go("laptops-2026", step)
    return procuring


def test_findings_are_there_when_one_comes_from_another_page(qtbot: QtBot, desktop: Desktop) -> None:
    procuring = looked_through(qtbot, desktop, "about")
    desktop.router.go(parse_place("home"))
    procuring.go("laptops-2026", "checks")

    panel = procuring.page.panel("checks")
    assert isinstance(panel, ChecksPanel)
    assert procuring.watching.findings
    assert panel.view.model().rowCount() == len(procuring.watching.findings)


def test_news_are_there_when_one_comes_from_another_page(qtbot: QtBot, desktop: Desktop) -> None:
    procuring = looked_through(qtbot, desktop, "about")

    def newer(record_version: int) -> None:
        item = procuring.desk.read("laptops-2026").item("item-1")
        assert item.copied is not None
        copied = replace(item.copied, record=replace(item.copied.record, version=record_version))
        procuring.desk.change_item("Version", "item-1", lambda one: replace(one, copied=copied))

    with qtbot.waitSignal(procuring.watching.news_found):
        newer(9)
    desktop.router.go(parse_place("home"))
    procuring.go("laptops-2026", "news")

    panel = procuring.page.panel("news")
    assert isinstance(panel, NewsPanel)
    assert panel.view.model().rowCount() == len(procuring.watching.news) == 1


def test_one_that_is_deleted_while_all_are_looked_through_is_passed_over(
    qtbot: QtBot, desktop: Desktop
) -> None:
    desktop.router.failed.disconnect()
    procuring = looked_through(qtbot, desktop, "about")
    with qtbot.waitSignal(procuring.agenda.found), qtbot.assertNotEmitted(desktop.router.failed):
        desktop.router.go(parse_place("procurements"))
        procuring.desk.delete("laptops-2026")


def test_one_that_is_damaged_is_told_once_and_does_not_end_the_look(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.router.failed.disconnect()
    assert desktop.router.procuring.desk.start(replace(make_procurement(), id="chairs-2026"))
    procuring = looked_through(qtbot, desktop, "about")
    connection = desktop.router._workspace.connection  # noqa: SLF001 - the one that the window has open
    connection.execute("UPDATE procurement_items SET document = '{' WHERE procurement = 'chairs-2026'")
    told: list[Exception] = []
    procuring.agenda.failed.connect(told.append)
    for _ in range(2):
        with qtbot.waitSignal(procuring.agenda.found):
            procuring.agenda.start()

    assert [type(error) for error in told] == [ProcurementDamagedError]


def test_covered_impacts_are_there_when_one_comes_from_another_step(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    computers = make_group("groups/computers")
    assert computers.group is not None
    rated = replace(computers.group, hotspots=(Hotspot(stage="use", impact="climate", level="high"),))
    computers = replace(computers, group=rated)
    others = (one for one in sample_records() if one.id != computers.id)
    path = build_sample(tmp_path / "rated.sqlite", records=(*others, computers))
    with closing(open_library(path)) as library:
        desktop.router.procuring.use_library(library)
        procuring = looked_through(qtbot, desktop, "about")
        procuring.go("laptops-2026", "criteria")

        strip = procuring.page.findChild(CoverageStrip)
        assert strip is not None
        assert strip.isVisible()
        procuring.use_library(desktop.library)
