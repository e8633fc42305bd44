"""A procurement that somebody works on: each change is saved at once, and can be undone and redone.

Steps have names that people see ("Undo: take out Battery endurance"); keystrokes in one field become one.
What is undone is saved as well: the disk always holds what the window shows.
"""

from dataclasses import dataclass

from procura_desktop.domain.follow_up import differ_in_checks_alone
from procura_desktop.domain.procurement import Procurement
from procura_desktop.errors import ProcurementClosedError
from procura_desktop.workspace.procurements import Procurements, Stored


@dataclass(frozen=True, slots=True)
class Step:
    """A change: what people call it, the procurement before and after, and which field it belongs to."""

    name: str
    before: Procurement
    after: Procurement
    field: str = ""


class Draft:
    """One procurement, open for work."""

    def __init__(self, store: Procurements, stored: Stored) -> None:
        self._store = store
        self._stored = stored
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def stored(self) -> Stored:
        """What it knows to be on the disk."""
        return self._stored

    @property
    def procurement(self) -> Procurement:
        """The procurement as it is on the disk and on the screen."""
        return self._stored.procurement

    @property
    def to_undo(self) -> str:
        """The name of what would be undone; "" is nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def to_redo(self) -> str:
        """The name of what would be done again; "" is nothing."""
        return self._undone[-1].name if self._undone else ""

    def change(self, name: str, after: Procurement, *, field: str = "") -> bool:
        """Save a change; False means that nothing differs.

        Changes of the same `field` one after the other are one step; "" is a step of its own.

        Raises:
            ProcurementClosedError: it is closed, and the change neither opens it nor notes a check.
            ProcurementElsewhereError: it was saved elsewhere since; nothing is written.
        """
        before = self.procurement
        if after == before:
            return False
        closed = before.head.status == "closed" and after.head.status == "closed"
        if closed and not differ_in_checks_alone(before, after):
            raise ProcurementClosedError(title=before.head.title)
        self._save(after)
        if field and self._done and self._done[-1].field == field and not self._undone:
            before = self._done.pop().before
        self._done.append(Step(name, before, after, field))
        self._undone.clear()
        return True

    def end_field(self) -> None:
        """Let the next change be a step of its own, also in the same field."""
        if self._done:
            last = self._done[-1]
            self._done[-1] = Step(last.name, last.before, last.after)

    def undo(self) -> str:
        """Take back the last step and give its name; "" means that there was none."""
        return self._step(self._done, self._undone, back=True)

    def redo(self) -> str:
        """Do again what was undone last and give its name; "" means that there was none."""
        return self._step(self._undone, self._done, back=False)

    def _step(self, taken: list[Step], kept: list[Step], *, back: bool) -> str:
        if not taken:
            return ""
        step = taken[-1]
        self._save(step.before if back else step.after)
        kept.append(Step(step.name, step.before, step.after))
        taken.pop()
        return step.name

    def _save(self, procurement: Procurement) -> None:
        self._stored = self._store.save(procurement, before=self._stored)
