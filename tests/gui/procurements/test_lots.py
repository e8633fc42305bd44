"""A person divides a procurement into lots, and takes one back."""

import pytest
from PySide6.QtWidgets import QMessageBox, QToolButton

from procura_desktop.app.desktop import Desktop
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
