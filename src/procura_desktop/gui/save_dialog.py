"""Asking where a file is to be saved, by the dialog of the system."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(
    parent: QWidget, usual: Path, *, title: str, kinds: str, save: Callable[[Path], object]
) -> None:
    """Propose a path, and hand the one that is chosen to `save`.

    An ending that was not typed is added first: the dialog asks before what is there gives way.
    """
    dialog = QFileDialog(parent, title, str(usual))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(usual.suffix.removeprefix("."))
    dialog.fileSelected.connect(lambda path: save(Path(path)))
    dialog.open()
