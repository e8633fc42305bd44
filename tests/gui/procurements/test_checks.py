"""A person sees what the checks find, and mends it."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.procurement import Wording
from procura_desktop.gui.procurements.checks_panel import ChecksPanel
from procura_desktop.gui.procurements.criteria_panel import CriteriaPanel
from procura_desktop.library.open import open_library
from tests.factories import build_sample, make_criterion, sample_records
from tests.gui.procurements.screens import kept


@pytest.fixture
def checks(qtbot: QtBot, opened: Desktop) -> ChecksPanel:
    procuring = opened.router.procuring
    wording = Wording(requirement="The devices shall have the label Blue Angel.", proof_tender="The label.")
    procuring.desk.change_item("Wording", "spec-2", lambda item: replace(item, wording=wording))
    procuring.go("laptops-2026", "checks")
    with qtbot.waitSignal(procuring.watching.checked):
        pass
    panel = procuring.page.panel("checks")
    assert isinstance(panel, ChecksPanel)
    return panel


def mark(checks: ChecksPanel, words: str) -> None:
    model = checks.view.model()
    for row in range(model.rowCount()):
        if words in str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)):
            checks.view.setCurrentIndex(model.index(row, 0))
            return
    raise AssertionError(words)


def offered(checks: ChecksPanel) -> list[QPushButton]:
    return [one for one in checks.findChildren(QPushButton) if one.isVisible()]


def test_a_remedy_that_needs_no_answer_is_one_click(
    qtbot: QtBot, opened: Desktop, checks: ChecksPanel
) -> None:
    mark(checks, "Blue Angel")
    remedy = next(one for one in offered(checks) if "or equivalent" in one.text())
    with qtbot.waitSignal(opened.router.procuring.watching.checked):
        remedy.click()

    assert "or equivalent" in kept(opened).item("spec-2").wording.requirement
    with pytest.raises(AssertionError):
        mark(checks, "names the label")


def test_the_place_is_shown(opened: Desktop, checks: ChecksPanel) -> None:
    mark(checks, "Blue Angel")
    next(one for one in offered(checks) if one.text() == "Show me the place").click()

    panel = opened.router.procuring.page.panel("criteria")
    assert isinstance(panel, CriteriaPanel)
    assert panel.isVisible()
    assert panel.view.current_id() == "spec-2"


def test_a_criterion_that_a_text_refers_to_is_chosen_with_one_click(
    qtbot: QtBot, opened: Desktop, checks: ChecksPanel, tmp_path: Path
) -> None:
    procuring = opened.router.procuring
    reports = make_criterion("criteria/computers/cpc2", code="CPC2", kind="CPC", title="Yearly reports")
    path = build_sample(tmp_path / "more.sqlite", records=(*sample_records(), reports))
    with closing(open_library(path)) as library:
        procuring.use_library(library)
        wording = Wording(requirement="The battery lasts.", proof_contract="The reports under CPC2.")
        procuring.desk.change_item("Wording", "item-1", lambda item: replace(item, wording=wording))
        procuring.desk.change_item("Lots", "item-1", lambda item: replace(item, lots=("lot-2",)))
        with qtbot.waitSignal(procuring.watching.checked):
            pass
        mark(checks, "Yearly reports")
        qtbot.waitUntil(lambda: bool(offered(checks)))  # they are shown with the next turn of the window
        with qtbot.waitSignal(procuring.watching.checked):
            next(one for one in offered(checks) if one.text() == "Choose that criterion too").click()

        (item,) = [one for one in kept(opened).items if one.title == "Yearly reports"]
        assert (item.kind, item.level, item.lots) == ("CPC", "core", ("lot-2",))
        assert item.reason == "“Rechargeable battery endurance” refers to it."
        assert checks.isVisible()
        with pytest.raises(AssertionError):
            mark(checks, "refers to")
        procuring.use_library(opened.library)


def test_how_many_must_be_settled_stands_in_the_chip(opened: Desktop, checks: ChecksPanel) -> None:
    musts = opened.router.procuring.watching.musts

    assert musts
    chips = [one.text() for one in opened.router.procuring.page.findChildren(QPushButton)]
    assert f"Checks {musts}" in chips
    assert checks.isVisible()
