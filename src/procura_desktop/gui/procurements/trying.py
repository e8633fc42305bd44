"""Tries example offers: which criterion decides between them, and what a third offer turns.

With hundreds of criteria that takes longer than a window may be silent, and work beside the window would
slow it for as long, for only one thread runs Python: so the window does it itself, a little in each turn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from procura_desktop.domain.procurement import Procurement
from procura_desktop.domain.third_offer import ThirdOffer, warnings_so_far
from procura_desktop.domain.what_if import Influence, influences

AFTER_MS = 200  # so that the rows are there, and no slider waits for what its last step began
TURN = 0.004  # seconds
UNTRIED = ThirdOffer(depends=False, turns=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What was found by trying, of what procurement."""

    procurement: Procurement
    influences: tuple[Influence, ...]
    third: ThirdOffer


def tried_so_far(procurement: Procurement, lot: str) -> Iterator[Tried]:
    """Rank the example offers again and again, each time without a criterion or with another offer.

    What is known comes after every few rankings; what comes last is all.
    """
    offers = procurement.offers
    known: list[Influence] = []
    if len(offers) > 1:
        for one in influences(procurement, offers, lot):
            known.append(one)
            yield Tried(procurement=procurement, influences=tuple(known), third=UNTRIED)
    for third in warnings_so_far(procurement, offers, lot):
        yield Tried(procurement=procurement, influences=tuple(known), third=third)


class Trying(QObject):
    """Tries what was given last, a moment after it was given."""

    found = Signal(object)  # a Tried

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[Procurement, str] | None = None
        self._steps: Iterator[Tried] = iter(())
        self._last: Tried | None = None
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._go_on)

    def start(self, procurement: Procurement, lot: str) -> None:
        """Try the offers of a procurement for a lot; nothing new is tried where nothing changed."""
        if self._given is None or self._given[0] is not procurement or self._given[1] != lot:
            self._given, self._steps = (procurement, lot), tried_so_far(procurement, lot)
            self._next.start(AFTER_MS)

    def _go_on(self) -> None:
        end = perf_counter() + TURN
        for found in self._steps:
            self._last = found
            if perf_counter() >= end:
                self._next.start(0)
                return
        self.found.emit(self._last)
