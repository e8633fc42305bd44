"""The looks for updates that nobody asked for: when the user's settings and the policy say so."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.rules import Rules, load_rules
from procura_desktop.settings.schedule import is_due

TICK_MS = 600_000
FIRST_AFTER_MS = 20_000


class Schedule(QObject):
    """Says when it is time; the rules are read anew each time, since they may have changed."""

    due = Signal()

    def __init__(self, places: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._last: datetime | None = None
        self._first = QTimer(self, singleShot=True, interval=FIRST_AFTER_MS)
        self._first.timeout.connect(self.look_at_clock)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look_at_clock)

    def start(self) -> None:
        """Begin to look at the clock, for the first time a while after the start of the program."""
        self._first.start()
        self._tick.start()

    def stop(self) -> None:
        """Look at it no more."""
        self._first.stop()
        self._tick.stop()

    def look_at_clock(self, now: datetime | None = None) -> None:
        """Say that it is time, if it is; `now` stands in for the clock."""
        rules = load_rules(self._places)
        now = now or datetime.now(UTC).astimezone()
        last = self._last or self._looked(rules)
        policy = rules.policy
        if rules.settings.background and is_due(
            now, last, every=policy.look_every, between=policy.look_between
        ):
            self._last = now
            self.due.emit()

    def _looked(self, rules: Rules) -> datetime | None:
        """Give when an earlier run of the program looked, where the policy sets how often that may be."""
        if not {"look_every"} & {*rules.policy.locked, *rules.policy.defaults}:
            return None
        from procura_desktop.sync.history import read_history
        from procura_desktop.sync.places import library_place

        checked = read_history(library_place(self._places, MAIN_LIBRARY)).checked
        try:
            return datetime.fromisoformat(checked) if checked else None
        except ValueError:
            return None
