"""The one QApplication: its name, its style, its fonts and the language of its words."""

import sys

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from procura_desktop import __version__
from procura_desktop.gui.clipboard import leave_clipboard
from procura_desktop.gui.theme import load_fonts
from procura_desktop.resources import resource, resources_root
from procura_desktop.settings.languages import carried_languages, shown_language


def make_application(language: str = "") -> QApplication:
    """Make the one QApplication, with our fonts and style.

    `language` is that of the words, such as "fr"; "", and one that we have no words in, follow the system.
    """
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("procura-desktop")
    application.setApplicationDisplayName("Procura Desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("procura-desktop")
    load_fonts()
    load_words(application, language)
    application.aboutToQuit.connect(leave_clipboard)
    return application


def show_icon(application: QApplication) -> None:
    """Give the windows the program's picture; drawing it takes some milliseconds, after the first paint."""
    application.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))


def load_words(application: QApplication, language: str) -> tuple[QTranslator, ...]:
    """Load the words of the wanted language, and before them, also for plurals, the English ones."""
    folder = str(resources_root() / "translations")
    shown = shown_language(language, carried_languages()) if language else ""
    loaded = []
    for locale in (QLocale("en"), QLocale(shown) if shown else QLocale()):
        translator = QTranslator(application)
        if translator.load(locale, "procura", "_", folder):
            application.installTranslator(translator)
            loaded.append(translator)
    return tuple(loaded)
