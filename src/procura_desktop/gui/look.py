"""The look as the person chose it: theme and size of the text, applied at once and kept."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from procura_desktop.errors import SettingsError
from procura_desktop.gui.theme import Colours, ThemeName, apply_theme, chosen_colours
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.rules import choose, load_rules
from procura_desktop.settings.settings import LARGEST_TEXT, SMALLEST_TEXT, Settings

STEP = 10
USUAL = 100


class Look(QObject):
    """Dresses the program, and follows the desktop where the person wants that."""

    changed = Signal()
    failed = Signal(Exception)  # the choice could not be kept

    def __init__(self, places: Folders, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._settings = settings
        self._dress()
        self._follows = True
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def let_go(self) -> None:
        """Dress nothing any more: what the desktop says is no longer followed."""
        if not self._follows:
            return
        self._follows = False
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.disconnect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.disconnect(self._follow_system)

    @property
    def theme(self) -> ThemeName:
        """What was chosen; "system" follows the desktop."""
        return self._settings.theme

    @property
    def text_scale(self) -> int:
        """Size of the text in per cent."""
        return self._settings.text_scale

    @property
    def colours(self) -> Colours:
        """What is painted with now."""
        return chosen_colours(self._settings.theme)

    def set_theme(self, theme: ThemeName) -> None:
        """Take another theme, unless the organisation has set one."""
        self._keep("theme", replace(self._settings, theme=theme))

    def set_text_scale(self, percent: int) -> None:
        """Take another size of text, the nearest that there is, unless the organisation has set one."""
        nearest = max(SMALLEST_TEXT, min(LARGEST_TEXT, percent))
        self._keep("text_scale", replace(self._settings, text_scale=nearest))

    def larger(self) -> None:
        """Make the text one step larger."""
        self.set_text_scale(self.text_scale + STEP)

    def smaller(self) -> None:
        """Make the text one step smaller."""
        self.set_text_scale(self.text_scale - STEP)

    def usual_size(self) -> None:
        """Give the text its usual size."""
        self.set_text_scale(USUAL)

    def _keep(self, key: str, settings: Settings) -> None:
        if settings == self._settings or load_rules(self._places).is_locked(key):
            return
        self._settings = settings
        self._dress()
        self.changed.emit()
        try:
            choose(self._places, {key: getattr(settings, key)})
        except SettingsError as error:
            self.failed.emit(error)

    def _follow_system(self) -> None:
        if self._settings.theme == "system":
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, self.colours, self._settings.text_scale)
