"""Prepares what a first click needs, after the first paint: imports modules, then makes pages.

Every step is short, so that typing and clicking go on between the steps.
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from time import monotonic
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal

FIRST_AFTER_MS = 300
NEXT_AFTER_MS = 20
REST = 0.005  # seconds between two steps in which keys and clicks are heard
# What others import stands before them, or it would be imported with them in one long step.
MODULES = (
    "procura_desktop.domain.records",
    "msgspec",
    "procura_desktop.library.pack",
    "procura_desktop.gui.cards",
    "procura_desktop.gui.card_list",
    "procura_desktop.gui.focus",
    "procura_desktop.gui.placard_words",
    "concurrent.futures.thread",
    "procura_desktop.gui.lists",
    "json",
    "snowballstemmer",
    "procura_desktop.library.query",
    "procura_desktop.library.index",
    "procura_desktop.library.plan",
    "procura_desktop.library.search",
    "procura_desktop.gui.search_page",
    "PySide6.QtPrintSupport",
    "procura_desktop.gui.reader.document",
    "procura_desktop.gui.reader.context",
    "procura_desktop.gui.reader.find_bar",
    "procura_desktop.gui.reader.page",
    "procura_desktop.gui.reader.take_along",
    "procura_desktop.workspace.notes",
    "procura_desktop.gui.reader.note_taking",
    "procura_desktop.gui.reader.reader",
    "procura_desktop.gui.notes.noting",
    "procura_desktop.gui.browse_page",
    "procura_desktop.gui.groups_page",
    "procura_desktop.gui.criteria_table",
    "procura_desktop.gui.group_page",
)
# Where somebody has procurements, the first click may be on one.
PROCUREMENT_MODULES = (
    "procura_desktop.domain.records",
    "procura_desktop.domain.procurement",
    "msgspec",
    "hashlib",
    "procura_desktop.domain.follow_up",
    "procura_desktop.markup.wording",
    "procura_desktop.workspace.drafts",
    "procura_desktop.library.difference",
    "procura_desktop.workspace.watch",
    "procura_desktop.gui.procurements.agenda",
    "procura_desktop.domain.checks.rules",
    "procura_desktop.domain.checks.prose",
    "procura_desktop.domain.checks.facts",
    "procura_desktop.domain.checks.subject",
    "procura_desktop.domain.checks.vagueness",
    "procura_desktop.domain.checks.duties",
    "procura_desktop.domain.checks.equivalents",
    "procura_desktop.domain.checks.scoring",
    "procura_desktop.domain.checks.checker",
    "procura_desktop.domain.coverage",
    "procura_desktop.gui.choice_box",
    "procura_desktop.gui.procurements.fields",
    "procura_desktop.gui.procurements.beginning",
    "procura_desktop.gui.cards",
    "procura_desktop.gui.procurements.chooser",
    "procura_desktop.gui.procurements.item_editor",
    "procura_desktop.gui.procurements.criteria_panel",
    "procura_desktop.gui.procurements.procuring",
    "procura_desktop.gui.procurements.about_panel",
    "procura_desktop.domain.what_if",
    "procura_desktop.gui.procurements.award_panel",
    "procura_desktop.gui.procurements.checks_panel",
    "procura_desktop.gui.procurements.follow_up_panel",
)


class Preload(QObject):
    """Works through modules that are not imported yet, and then through other steps.

    Begun again, it only has to do what it had not done, and tells that it is done. Several that are at work
    wait for each other, or the window would wait for a step of each.
    """

    done = Signal()
    _ended: ClassVar = 0.0  # when the last step of any of them did

    def __init__(
        self,
        then: Sequence[Callable[[], object]] = (),
        parent: QObject | None = None,
        *,
        modules: Sequence[str] = MODULES,
    ) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = [
            partial(import_module, name) for name in modules if name not in sys.modules
        ]
        self._waiting += then
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin soon."""
        self._timer.start(FIRST_AFTER_MS)

    def stop(self) -> None:
        """Prepare nothing more."""
        self._timer.stop()

    def _step(self) -> None:
        if not self._waiting:
            self._timer.stop()
            self.done.emit()
            return
        self._timer.setInterval(NEXT_AFTER_MS)
        if monotonic() - Preload._ended < REST:
            return
        self._waiting.pop(0)()
        Preload._ended = monotonic()
