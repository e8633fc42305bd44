"""What is deleted or changed elsewhere, or cannot be written, is told, and nothing of it is lost."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMessageBox

from procura_desktop.app.desktop import Desktop
from procura_desktop.errors import ProcurementElsewhereError, ProcurementMissingError
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace
from tests.gui.procurements.screens import dialog_of, kept, press
from tests.procurements import make_procurement


@pytest.fixture
def failures(opened: Desktop) -> list[Exception]:
    """What goes wrong, instead of a dialog for each."""
    found: list[Exception] = []
    opened.router.failed.disconnect()
    opened.router.failed.connect(found.append)
    return found


@pytest.fixture
def elsewhere(opened: Desktop) -> Iterator[Procurements]:
    """The procurements as another program has them open."""
    with open_workspace(opened.router.procuring.desk.workspace_path) as workspace:
        yield Procurements(workspace)


def rename(opened: Desktop, title: str) -> bool:
    return opened.router.procuring.desk.change_head("Title", lambda head: replace(head, title=title))


def test_one_without_a_title_can_be_brought_back_too(opened: Desktop) -> None:
    rename(opened, "")
    opened.router.procuring.beginning.delete("laptops-2026")
    press(dialog_of(QMessageBox), "Bring it back")

    assert [entry.id for entry in opened.router.procuring.desk.entries()] == ["laptops-2026"]


def test_what_could_not_be_brought_back_can_be_later(
    opened: Desktop, failures: list[Exception], elsewhere: Procurements
) -> None:
    desk = opened.router.procuring.desk
    desk.delete("laptops-2026")
    elsewhere.add(replace(make_procurement(), items=()))
    desk.bring_back()
    assert [type(one) for one in failures] == [ProcurementElsewhereError]

    elsewhere.delete("laptops-2026")
    desk.bring_back()
    assert desk.read("laptops-2026") == make_procurement()


def test_what_was_deleted_elsewhere_gives_way_to_the_list(
    opened: Desktop, failures: list[Exception], elsewhere: Procurements
) -> None:
    procuring = opened.router.procuring
    elsewhere.delete("laptops-2026")
    assert not rename(opened, "Tablets")

    assert [type(one) for one in failures] == [ProcurementMissingError]
    assert procuring.desk.procurement is None
    assert procuring.list_page.isVisible()


@pytest.mark.parametrize("back", [True, False])
def test_a_step_that_cannot_be_taken_is_told(
    opened: Desktop, failures: list[Exception], elsewhere: Procurements, back: bool
) -> None:
    desk = opened.router.procuring.desk
    rename(opened, "Tablets")
    if not back:
        desk.undo()
    elsewhere.delete("laptops-2026")

    assert (desk.undo() if back else desk.redo()) == ""
    assert [type(one) for one in failures] == [ProcurementMissingError]


def test_what_was_changed_elsewhere_is_shown(
    opened: Desktop, failures: list[Exception], elsewhere: Procurements
) -> None:
    stored = elsewhere.read("laptops-2026")
    one = stored.procurement
    elsewhere.save(replace(one, head=replace(one.head, title="Servers")), before=stored)
    assert not rename(opened, "Tablets")

    assert [type(one) for one in failures] == [ProcurementElsewhereError]
    assert opened.router.procuring.desk.procurement == kept(opened)
    assert kept(opened).head.title == "Servers"


def test_steps_are_undone_after_another_procurement_was_looked_at(opened: Desktop) -> None:
    desk = opened.router.procuring.desk
    rename(opened, "Tablets")
    assert desk.start(replace(make_procurement(), id="another"))
    rename(opened, "Phones")
    desk.open("laptops-2026")
    assert desk.to_undo == "Title"
    rename(opened, "Screens")  # of the same field, and a step of its own all the same
    desk.undo()

    assert kept(opened).head.title == "Tablets"
    desk.undo()
    assert kept(opened) == make_procurement()
    desk.open("another")
    assert (desk.to_undo, desk.to_redo) == ("Title", "")


@pytest.mark.parametrize("how", ["saved", "deleted and made again"])
def test_nothing_is_undone_over_what_was_saved_elsewhere(
    opened: Desktop, elsewhere: Procurements, how: str
) -> None:
    desk = opened.router.procuring.desk
    rename(opened, "Tablets")
    assert desk.start(replace(make_procurement(), id="another"))
    before = elsewhere.read("laptops-2026")
    if how == "saved":
        elsewhere.save(replace(before.procurement, items=()), before=before)
    else:
        elsewhere.delete("laptops-2026")
        again = elsewhere.add(make_procurement())
        elsewhere.save(replace(before.procurement, items=()), before=again)
    desk.open("laptops-2026")

    assert desk.to_undo == ""
    assert desk.procurement == elsewhere.read("laptops-2026").procurement
