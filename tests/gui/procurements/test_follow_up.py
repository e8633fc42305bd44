"""A person follows the contract up."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.procurement import Dates, FollowUp
from procura_desktop.gui.procurements.fields import ChoiceField, LineField, TextField
from procura_desktop.gui.procurements.follow_up_panel import FollowUpPanel
from tests.gui.procurements.screens import kept, named, press


@pytest.fixture
def checks(opened: Desktop) -> FollowUpPanel:
    opened.router.procuring.go("laptops-2026", "follow-up")
    panel = opened.router.procuring.page.panel("follow-up")
    assert isinstance(panel, FollowUpPanel)
    return panel


def spoken(checks: FollowUpPanel) -> list[str]:
    from PySide6.QtCore import Qt

    model = named(checks, QListView, "What to check").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_dates_follow_the_start_of_the_contract(qtbot: QtBot, opened: Desktop, checks: FollowUpPanel) -> None:
    start = named(checks, LineField, "Start of the contract")
    start.selectAll()
    qtbot.keyClicks(start, "2020-01-01")

    assert kept(opened).head.dates.contract_start == "2020-01-01"
    assert any("Overdue since" in words for words in spoken(checks))
    start.selectAll()
    qtbot.keyClicks(start, "2120-01-01")
    assert not any("Overdue since" in words for words in spoken(checks))


def test_a_check_for_which_the_contract_is_too_short_says_so(opened: Desktop, checks: FollowUpPanel) -> None:
    for end, there in (("2020-03-30", True), ("2020-03-31", False)):
        dates = Dates(contract_start="2020-01-01", contract_end=end)
        opened.router.procuring.desk.change_head("", partial(replace, dates=dates))
        assert any("After the end of the contract" in words for words in spoken(checks)) is there


def test_a_check_that_was_made_is_noted(qtbot: QtBot, opened: Desktop, checks: FollowUpPanel) -> None:
    start = named(checks, LineField, "Start of the contract")
    start.selectAll()
    qtbot.keyClicks(start, "2020-01-01")
    press(checks, "Checked today")

    (check,) = kept(opened).item("clause-1").follow_up
    assert len(check.done) == 1
    assert not any("Overdue since" in words for words in spoken(checks))


def test_a_check_is_noted_in_a_closed_procurement_and_nothing_else_changes(
    opened: Desktop, checks: FollowUpPanel
) -> None:
    desk = opened.router.procuring.desk
    desk.change_head("", lambda head: replace(head, dates=Dates(contract_start="2020-01-01")))
    desk.change_head("Close", lambda head: replace(head, status="closed"))
    before = kept(opened)
    assert not named(checks, TextField, "What to check").isEnabled()
    press(checks, "Checked today")

    (check,) = kept(opened).item("clause-1").follow_up
    assert len(check.done) == 1
    assert not any("Overdue since" in words for words in spoken(checks))
    assert desk.undo() == "Checked today"
    assert kept(opened) == before


def test_a_check_is_added_and_filled_in(qtbot: QtBot, opened: Desktop, checks: FollowUpPanel) -> None:
    criterion = named(checks, ChoiceField, "Criterion to add a check for")
    criterion.setCurrentIndex(criterion.findData("award-1"))
    press(checks, "Add a check")
    qtbot.keyClicks(named(checks, TextField, "What to check"), "Ask for the warranty cases")
    days = named(checks, LineField, "First check, days after the start")
    days.selectAll()
    qtbot.keyClicks(days, "30")
    named(checks, ChoiceField, "Then").picked.emit("6")

    (check,) = kept(opened).item("award-1").follow_up
    assert (check.what, check.after_days, check.every_months) == ("Ask for the warranty cases", 30, 6)
    press(checks, "Take this check out")
    assert kept(opened).item("award-1").follow_up == ()


def test_what_has_to_be_mended_stays_with_its_check(opened: Desktop, checks: FollowUpPanel) -> None:
    other = FollowUp(id="follow-2", what="Ask for the test report", after_days=90)
    opened.router.procuring.desk.change_item(
        "Check", "award-1", lambda item: replace(item, follow_up=(other,))
    )
    days = named(checks, LineField, "First check, days after the start")
    checks.view.select(0)
    assert days.text() == "90"
    days.selectAll()
    QGuiApplication.clipboard().setText("1" * 5000)
    days.paste()
    assert days.accessibleDescription()
    checks.view.select(1)

    assert (days.text(), days.accessibleDescription()) == ("90", "")


def test_the_first_criterion_is_offered_for_a_new_check(checks: FollowUpPanel) -> None:
    offered = named(checks, ChoiceField, "Criterion to add a check for")

    assert offered.currentIndex() == 0
    assert all(offered.itemText(at) and offered.itemData(at) for at in range(offered.count()))


def test_a_choice_that_is_gone_gives_way_to_the_first(qtbot: QtBot) -> None:
    field = ChoiceField("Lot", [("a", "Lot A"), ("b", "Lot B")])
    qtbot.addWidget(field)
    field.show_value("b")
    field.set_choices([("b", "Lot B"), ("c", "Lot C")])
    assert field.currentText() == "Lot B"

    field.set_choices([("c", "Lot C")])
    assert (field.currentText(), field.count()) == ("Lot C", 1)
