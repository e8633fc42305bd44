"""A procurement from a stranger: what looks like HTML in it is shown as text, wherever it is shown."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.procurement import Confirmation, Event, Procurement, Share
from procura_desktop.gui.procurements.criteria_panel import CriteriaPanel
from tests.gui.procurements.every_screen import STEPS
from tests.gui.procurements.screens import dialog_of
from tests.procurements import make_procurement

HOSTILE = "<img src='//stranger/share/x.png'>"


def hostile() -> Procurement:
    """Make a procurement that says something hostile wherever it can."""
    one = make_procurement()
    items = []
    for item in one.items:
        confirmed = None
        if item.copied is not None:
            record = item.copied.record
            assert record.criterion is not None
            slots = tuple(replace(slot, label=HOSTILE, unit=HOSTILE) for slot in record.criterion.slots)
            record = replace(record, criterion=replace(record.criterion, slots=slots))
            item = replace(item, copied=replace(item.copied, record=record))
            confirmed = Confirmation(
                by=HOSTILE,
                on="2026-11-29",
                document=HOSTILE,
                page=HOSTILE,
                record_id=record.id,
                record_version=record.version,
            )
        follow_up = tuple(replace(check, what=HOSTILE) for check in item.follow_up)
        items.append(replace(item, title=HOSTILE, confirmed=confirmed, follow_up=follow_up))
    head = replace(one.head, title=HOSTILE, buyer=HOSTILE, reference=HOSTILE, created=HOSTILE)
    return replace(
        one,
        id="hostile",
        head=head,
        items=tuple(items),
        award=replace(one.award, price=Share(weight=Decimal(70))),  # so that each lot is named for its sum
        lots=tuple(replace(lot, title=HOSTILE) for lot in one.lots),
        offers=tuple(replace(offer, name=f"{HOSTILE}{offer.name}") for offer in one.offers),
        events=(Event(on="2026-11-29T10:00:00+00:00", what=HOSTILE),),
    )


def markup_in(screen: QWidget) -> list[str]:
    """Give what Qt would read as HTML."""
    forms = Qt.TextFormat
    found = [
        f"{type(label.parentWidget()).__name__}: {label.text()}"
        for label in screen.findChildren(QLabel)
        if HOSTILE in label.text() and label.textFormat() != forms.PlainText
    ]
    tips = (widget.toolTip() for widget in screen.findChildren(QWidget))
    return found + [f"tip: {tip}" for tip in tips if HOSTILE in tip]


@pytest.mark.parametrize("step", STEPS)
def test_no_step_reads_it_as_html(qtbot: QtBot, desktop: Desktop, step: str) -> None:
    procuring = desktop.router.procuring
    assert procuring.desk.start(hostile())
    with qtbot.waitSignal(procuring.watching.checked):
        procuring.go("hostile", step)
    if step == "award":  # example offers are tried beside the window
        said = desktop.window.findChildren(QLabel)
        qtbot.waitUntil(lambda: any("Careful: whether" in one.text() for one in said))
    assert not markup_in(desktop.window)


def test_what_was_taken_out_is_named_as_text(desktop: Desktop) -> None:
    procuring = desktop.router.procuring
    assert procuring.desk.start(hostile())
    procuring.go("hostile", "criteria")
    criteria = procuring.page.panel("criteria")
    assert isinstance(criteria, CriteriaPanel)
    criteria.take_out("award-1")
    assert HOSTILE in procuring.desk.to_undo
    desktop.window.resize(760, 420)
    assert not markup_in(desktop.window)

    procuring.beginning.delete("hostile")
    box = dialog_of(QMessageBox)
    assert HOSTILE in box.text()
    assert box.textFormat() == Qt.TextFormat.PlainText
    box.reject()
