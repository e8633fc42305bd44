"""The system's dialogs for taking a text along: where to save it, and which printer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from procura_desktop.gui.reader.printing import set_margins, usual_paper
from procura_desktop.gui.save_dialog import ask_where_to_save

translate = QCoreApplication.translate


def ask_for_pdf(parent: QWidget, title: str, save: Callable[[Path], object]) -> None:
    """Ask for a PDF's path, proposing the title as its name, and hand it to `save`."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    words, kinds = translate("Reader", "Save as PDF"), translate("Reader", "PDF files (*.pdf)")
    ask_where_to_save(parent, Path(folder) / file_name(title), title=words, kinds=kinds, save=save)


def ask_for_printer(parent: QWidget, use: Callable[[QPrinter], object]) -> None:
    """Ask for a printer, and hand it to `use`."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if not printer.printerName():  # nobody has set up paper
        printer.setPageSize(QPageSize(usual_paper()))
    set_margins(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    dialog.accepted.connect(lambda: use(printer))
    dialog.setModal(True)
    dialog.show()


def file_name(title: str) -> str:
    """Make a name that every file system accepts."""
    kept = "".join(sign if sign.isalnum() or sign == "-" else " " for sign in title)
    return f"{' '.join(kept.split())[:100] or 'Procura'}.pdf"
