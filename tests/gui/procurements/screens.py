"""Finding what a person sees and presses."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.procurement import Procurement
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace

Dialog = TypeVar("Dialog", bound=QDialog)
Field = TypeVar("Field", bound=QWidget)


def dialog_of(kind: type[Dialog]) -> Dialog:
    """Give the dialog that is open."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    assert len(found) == 1
    return found[0]


def named(parent: QWidget, kind: type[Field], name: str) -> Field:
    """Give the field that a screen reader calls by this name."""
    found = [one for one in parent.findChildren(kind) if one.accessibleName() == name]
    assert found, name
    return found[0]


def press(parent: QWidget, text: str) -> None:
    """Click the button with these words."""
    found = [one for one in parent.findChildren(QPushButton) if one.text() == text and one.isVisible()]
    assert found, text
    found[0].click()


def kept(desktop: Desktop) -> Procurement:
    """Read the open procurement from the disk, by another connection."""
    one = desktop.router.procuring.desk.procurement
    assert one is not None
    with open_workspace(desktop.router.procuring.desk.workspace_path) as workspace:
        return Procurements(workspace).read(one.id).procurement
