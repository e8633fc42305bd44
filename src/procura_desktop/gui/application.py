"""The one QApplication: its name, its style, its fonts and the language of its words."""

import sys

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from procura_desktop import __version__
from procura_desktop.gui.clipboard import leave_clipboard
from procura_desktop.gui.theme import load_fonts
from procura_desktop.resources import resource, resources_root


def make_application() -> QApplication:
    """Make the one QApplication, with our fonts and style."""
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("procura-desktop")
    application.setApplicationDisplayName("Procura Desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("procura-desktop")
    load_fonts()
    _load_words(application)
    application.aboutToQuit.connect(leave_clipboard)
    return application


def show_icon(application: QApplication) -> None:
    """Give the windows the program's picture; drawing it takes some milliseconds, after the first paint."""
    application.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))


def _load_words(application: QApplication) -> None:
    """Load the words of the user's language; without them, and for plurals, the English ones."""
    folder = str(resources_root() / "translations")
    for locale in (QLocale("en"), QLocale()):
        translator = QTranslator(application)
        if translator.load(locale, "procura", "_", folder):
            application.installTranslator(translator)
