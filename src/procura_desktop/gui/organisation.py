"""How a control looks that the organisation has set: it cannot be changed, and says why to eyes and ears."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from procura_desktop.gui.boxes import words

translate = QCoreApplication.translate


def set_by_organisation() -> str:
    """Give the words."""
    return translate("organisation", "Set by your organisation")


class LockMark:
    """The words below one or more controls that are locked together.

    A control that is switched off is skipped by the keyboard, so a screen reader finds the reason in two
    places: in the description of the control, and as a text of its own.
    """

    def __init__(self, *controls: QWidget) -> None:
        self._controls = controls
        self._descriptions = [control.accessibleDescription() for control in controls]
        self.label: QLabel = words(set_by_organisation())
        self.label.setProperty("role", "muted")
        self.label.setContentsMargins(34, 0, 0, 4)
        self.label.hide()

    def show_locked(self, *, locked: bool, enabled: bool = True) -> None:
        """Lock the controls, or let them be changed as far as they are `enabled`."""
        self.label.setVisible(locked)
        for control, description in zip(self._controls, self._descriptions, strict=True):
            control.setEnabled(enabled and not locked)
            control.setAccessibleDescription(set_by_organisation() if locked else description)
