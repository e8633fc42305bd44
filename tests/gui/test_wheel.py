"""The wheel over a control scrolls the page and leaves the control's value as it is."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QSlider, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.wheel import WheelToPage


def choice_box() -> ChoiceBox:
    box = ChoiceBox("Kind of contract")
    box.addItems(["Goods", "Services", "Works"])
    return box


def spin_box() -> QSpinBox:
    box = QSpinBox()
    WheelToPage(box)
    return box


def slider() -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    WheelToPage(made)
    return made


def turn_wheel(over: QWidget) -> None:
    """Turn it one notch towards the person, as the system sends it."""
    window = over.window()
    middle = over.mapTo(window, over.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(middle), QPoint(0, -120))


@pytest.mark.parametrize("make", [choice_box, spin_box, slider])
@pytest.mark.parametrize("focused", [True, False])
def test_wheel_over_a_control_scrolls_the_page(qtbot: QtBot, make: type[QWidget], focused: bool) -> None:
    control, page, area = make(), QWidget(), QScrollArea()
    column = QVBoxLayout(page)
    column.addWidget(control)
    column.addSpacing(2000)
    area.setWidget(page)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    if focused:
        control.setFocus()
    value = control.property("currentIndex"), control.property("value")

    turn_wheel(control)

    assert (control.property("currentIndex"), control.property("value")) == value
    assert area.verticalScrollBar().value() > 0
