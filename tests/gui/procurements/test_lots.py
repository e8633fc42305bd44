"""A person divides a procurement into lots, and takes one back."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.drafting import change_lot, with_lots, without_lot
from procura_desktop.domain.procurement import Status
from procura_desktop.gui.cards import CARD_ROLE
from procura_desktop.gui.procurements.criteria_panel import CriteriaPanel
from procura_desktop.gui.procurements.fields import ChoiceField, TextField
from procura_desktop.gui.procurements.lots_form import LotsForm
from tests.gui.procurements.screens import dialog_of, kept, named, press


@pytest.fixture
def lots(opened: Desktop) -> LotsForm:
    opened.router.procuring.go("laptops-2026", "about")
    (form,) = opened.window.findChildren(LotsForm)
    return form


@pytest.mark.parametrize(
    ("answer", "items", "left"),
    [
        ("Take them out too", None, 1),
        ("Keep them for all lots", (), 1),
        ("Cancel", ("lot-2",), 2),
    ],
)
def test_what_becomes_of_the_criteria_of_a_lot_that_goes_is_asked(
    opened: Desktop, lots: LotsForm, answer: str, items: tuple[str, ...] | None, left: int
) -> None:
    before = kept(opened)
    named(lots, QToolButton, "Take out Lot 2").click()
    box = dialog_of(QMessageBox)
    assert before.item("spec-2").title in box.informativeText()
    assert kept(opened) == before
    press(box, answer)

    assert next((one.lots for one in kept(opened).items if one.id == "spec-2"), None) == items
    assert len(kept(opened).lots) == left
    opened.router.procuring.desk.undo()
    assert kept(opened) == before


def test_a_lot_without_criteria_of_its_own_goes_without_a_question(opened: Desktop, lots: LotsForm) -> None:
    named(lots, QToolButton, "Take out Lot 1").click()

    assert [lot.id for lot in kept(opened).lots] == ["lot-2"]


@pytest.mark.parametrize(
    ("titles", "status", "asked"),
    [
        (("Light laptops", "Workstations"), "draft", False),
        ((), "draft", True),
        ((), "closed", False),
    ],
)
def test_why_there_are_no_lots_is_asked_where_there_are_none(
    opened: Desktop, lots: LotsForm, titles: tuple[str, ...], status: Status, asked: bool
) -> None:
    desk = opened.router.procuring.desk
    desk.apply("", lambda one: with_lots(one, tuple(lot for lot in one.lots if lot.title in titles)))
    desk.change_head("", lambda head: replace(head, status=status))

    assert named(opened.window, TextField, "Why it is not divided into lots").isEnabled() is asked
    assert lots.isEnabled() is (status == "draft")


@pytest.fixture
def criteria(opened: Desktop) -> CriteriaPanel:
    opened.router.procuring.go("laptops-2026", "criteria")
    panel = opened.router.procuring.page.panel("criteria")
    assert isinstance(panel, CriteriaPanel)
    return panel


def ticked(criteria: CriteriaPanel) -> dict[str, QCheckBox]:
    """Give the ticks for the lots of the marked criterion, by their names."""
    return {box.text(): box for box in criteria.editor.findChildren(QCheckBox) if box.isVisible()}


def test_a_criterion_holds_for_the_lots_that_are_ticked(opened: Desktop, criteria: CriteriaPanel) -> None:
    criteria.select("item-1")
    held = []
    for title in ("Workstations", "Workstations", "Light laptops", "Workstations"):
        ticked(criteria)[title].click()
        held.append(kept(opened).item("item-1").lots)

    assert held == [("lot-1",), (), ("lot-2",), ()]  # all and none are both every lot
    assert all(box.isChecked() for box in ticked(criteria).values())


def test_of_one_lot_there_is_nothing_to_choose(opened: Desktop, criteria: CriteriaPanel) -> None:
    criteria.select("item-1")
    (heading,) = (one for one in criteria.editor.findChildren(QLabel) if one.text() == "For which lots")
    assert heading.isVisible()
    opened.router.procuring.desk.apply("", lambda one: without_lot(one, "lot-2", own=False))

    assert not heading.isVisible()


def test_a_lot_without_a_title_is_named_by_its_number(
    qtbot: QtBot, opened: Desktop, criteria: CriteriaPanel
) -> None:
    desk = opened.router.procuring.desk
    desk.apply("", lambda one: change_lot(one, "lot-2", lambda lot: replace(lot, title=" ")))
    desk.change_item("", "item-1", lambda item: replace(item, lots=("lot-2",)))
    criteria.select("item-1")
    card = criteria.view.currentIndex().data(CARD_ROLE)

    assert card.detail == "Lot 2"
    qtbot.waitUntil(lambda: "Lot 2" in ticked(criteria))
    opened.router.procuring.go("laptops-2026", "award")
    lot = named(opened.window, ChoiceField, "Lot")
    assert [lot.itemText(at) for at in range(lot.count())] == ["Lot 1: Light laptops", "Lot 2"]


def test_a_lot_in_which_the_price_stands_alone_is_told_apart(opened: Desktop) -> None:
    desk = opened.router.procuring.desk
    for item_id in ("award-1", "award-2"):
        desk.change_item("", item_id, lambda item: replace(item, lots=("lot-1",)))
    opened.router.procuring.go("laptops-2026", "award")
    lot = named(opened.window, ChoiceField, "Lot")
    lot.setCurrentIndex(1)
    lot.activated.emit(1)
    said = [one.text() for one in opened.window.findChildren(QLabel) if one.isVisible()]

    assert "No award criterion holds for this lot: the lowest price wins in it." in said
    assert not any("is chosen yet" in words for words in said)
