"""A person sees what the checks find, and mends it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.drafting import with_wording
from procura_desktop.domain.procurement import Wording
from procura_desktop.gui.procurements.checks_panel import ChecksPanel
from procura_desktop.gui.procurements.criteria_panel import CriteriaPanel
from tests.gui.procurements.screens import kept


@pytest.fixture
def checks(qtbot: QtBot, opened: Desktop) -> ChecksPanel:
    procuring = opened.router.procuring
    wording = Wording(requirement="The devices shall have the label Blue Angel.", proof_tender="The label.")
    procuring.desk.change_item("Wording", "spec-2", lambda item: with_wording(item, wording))
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


def test_how_many_must_be_settled_stands_in_the_chip(opened: Desktop, checks: ChecksPanel) -> None:
    musts = opened.router.procuring.watching.musts

    assert musts
    chips = [one.text() for one in opened.router.procuring.page.findChildren(QPushButton)]
    assert f"Checks {musts}" in chips
    assert checks.isVisible()
