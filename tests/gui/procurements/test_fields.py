"""A field whose text makes no sense: it stays to be mended, and never passes for what is kept."""

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.domain.records import Slot
from procura_desktop.domain.wording import SlotState
from procura_desktop.gui.procurements.day_calendar import DayCalendar
from procura_desktop.gui.procurements.fields import (
    CheckedField,
    ChoiceField,
    DateField,
    Labelled,
    LineField,
    TextField,
    forget_faults,
    read_day,
)
from procura_desktop.gui.procurements.slot_form import SlotForm
from procura_desktop.workspace.plain import LONGEST_TEXT


class Form(QWidget):
    """Two fields; whatever either has kept is shown in both again, as the panels of a procurement do."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = {"day": "2027-06-01", "title": ""}
        self.day, self.title = DateField("Start of the contract"), LineField("Title")
        column = QVBoxLayout(self)
        column.addWidget(self.day)
        column.addWidget(self.title)
        self.day.accepted.connect(lambda text: self.keep("day", text))
        self.title.typed.connect(lambda text: self.keep("title", text))
        self.show_all()

    def keep(self, name: str, text: str) -> None:
        self.kept[name] = text
        self.show_all()

    def show_all(self) -> None:
        self.day.show_value(self.kept["day"])
        self.title.show_value(self.kept["title"])


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def type_over(qtbot: QtBot, field: CheckedField, text: str) -> None:
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)


def told(field: CheckedField) -> str:
    return " ".join(label.text() for label in field.findChildren(QLabel) if label.isVisible())


def test_what_makes_no_sense_stays_while_another_field_is_filled(qtbot: QtBot, form: Form) -> None:
    type_over(qtbot, form.day, "2026-02-30")
    form.title.setFocus()
    qtbot.keyClicks(form.title, "Laptops")

    assert form.day.line.text() == "2026-02-30"
    assert "2027-03-01" in told(form.day)  # how to write it
    assert "“2027-06-01” stays" in told(form.day)
    assert form.kept == {"day": "2027-06-01", "title": "Laptops"}


def test_what_makes_no_sense_gives_way_to_another_value(qtbot: QtBot, form: Form) -> None:
    type_over(qtbot, form.day, "soon")
    form.keep("day", "2027-07-01")

    assert form.day.line.text() == "2027-07-01"
    assert told(form.day) == ""


def test_what_makes_no_sense_is_given_up_for_another_thing(qtbot: QtBot, form: Form) -> None:
    type_over(qtbot, form.day, "soon")
    forget_faults(form)

    assert form.day.line.text() == "2027-06-01"
    assert told(form.day) == ""


@pytest.mark.parametrize("typed", ["2027-03-01", "1.3.2027", "01.03.2027", " 1. 3. 2027 "])
def test_a_day_may_be_written_with_points(qtbot: QtBot, form: Form, typed: str) -> None:
    type_over(qtbot, form.day, typed)

    assert form.kept["day"] == "2027-03-01"
    assert form.day.line.text() == "2027-03-01"


@pytest.mark.parametrize("typed", ["1/3/2027", "1.3.27", "31.2.2027", "2027"])
def test_a_day_that_could_be_another_is_told(qtbot: QtBot, form: Form, typed: str) -> None:
    type_over(qtbot, form.day, typed)

    assert form.kept["day"] == "2027-06-01"
    assert form.day.fault


def test_a_day_can_be_taken_away(qtbot: QtBot, form: Form) -> None:
    form.day.line.setFocus()
    form.day.line.selectAll()
    qtbot.keyClick(form.day.line, Qt.Key.Key_Delete)
    qtbot.keyClick(form.day.line, Qt.Key.Key_Tab)

    assert form.kept["day"] == ""
    assert form.day.line.text() == ""


def test_the_calendar_names_its_arrows_and_colours_no_day(qtbot: QtBot) -> None:
    calendar = DayCalendar()
    qtbot.addWidget(calendar)
    with qtbot.waitExposed(calendar):
        calendar.show()

    names = [button.accessibleName() for button in calendar.findChildren(QToolButton) if button.isVisible()]
    assert {"The month before", "The next month"} <= set(names)
    assert calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().style() == Qt.BrushStyle.NoBrush


def test_the_calendar_begins_at_the_day_of_the_field(qtbot: QtBot) -> None:
    calendar = DayCalendar()
    qtbot.addWidget(calendar)
    calendar.show_day(read_day("1.3.2027"))

    assert calendar.selectedDate() == QDate(2027, 3, 1)
    calendar.show_day(read_day("soon"))
    assert calendar.selectedDate() == QDate(2027, 3, 1)


def test_a_fault_leaves_the_field_beside_it_at_its_place(qtbot: QtBot) -> None:
    page = QWidget()
    row = QHBoxLayout(page)
    first, second = DateField("Publication"), DateField("Deadline")
    for name, field in (("Publication", first), ("Deadline", second)):
        row.addWidget(Labelled(name, field))
    qtbot.addWidget(page)
    page.resize(500, 90)
    with qtbot.waitExposed(page):
        page.show()
    type_over(qtbot, first, "31.2.2027")
    qtbot.waitUntil(lambda: first.height() > second.line.height() + 10)

    assert second.line.mapTo(page, QPoint(0, 0)).y() == first.line.mapTo(page, QPoint(0, 0)).y()


def test_a_slot_that_is_called_as_one_before_has_its_own_name_and_range(qtbot: QtBot) -> None:
    form = SlotForm()
    qtbot.addWidget(form)
    share = Slot(name="share", label="Share of fibres", values=(), unit="%", maximum=100)
    years = Slot(name="share", label="Years of service", values=(), unit="years", minimum=3)
    for slot in (share, years):
        form.show_slots((SlotState(slot=slot, value="", own=False, used=True),))
        field = form.findChildren(CheckedField)[-1]

    assert field.line.accessibleName() == "Years of service, years"
    form.show_slots((SlotState(slot=years, value="2", own=True, used=True),))
    assert "at least 3 years" in field.warning
    form.show_slots((SlotState(slot=years, value="200", own=True, used=True),))
    assert not field.warning


STRANGE = "85\u00a0% after\u202f500 cycles\r\nor\u2028more,\x0bor\t\x07\u202afewer\n"


@pytest.mark.parametrize("value", [STRANGE, "l" * LONGEST_TEXT], ids=["strange signs", "the longest"])
@pytest.mark.parametrize("kind", [TextField, LineField])
def test_what_is_shown_was_not_typed(qtbot: QtBot, kind: type[TextField | LineField], value: str) -> None:
    field = kind("Wording")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.typed):
        field.show_value(value)
        field.show_value("")
        field.show_value(value)

    assert field.text() == value


def test_a_choice_that_is_shown_was_not_picked(qtbot: QtBot) -> None:
    field = ChoiceField("Kind", [("supplies", "Supplies"), ("works", "Works")])
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.picked):
        for value in ("works", "a\u00a0new one", "", "works"):
            field.show_value(value)


@pytest.mark.parametrize("kind", [TextField, LineField])
def test_a_blank_that_does_not_break_stays_where_one_types_elsewhere(
    qtbot: QtBot, kind: type[TextField | LineField]
) -> None:
    field = kind("Wording")
    qtbot.addWidget(field)
    field.show_value("85\u00a0%")
    with qtbot.waitSignal(field.typed) as typed:
        qtbot.keyClick(field, Qt.Key.Key_End)
        qtbot.keyClicks(field, "\u00a0!")

    assert typed.args == ["85\u00a0%\u00a0"]
    assert field.text() == "85\u00a0%\u00a0!"


def test_what_is_typed_and_refused_gives_way_without_being_typed_again(qtbot: QtBot) -> None:
    field = TextField("Wording")
    qtbot.addWidget(field)
    field.show_value(STRANGE)
    heard: list[str] = []
    field.typed.connect(heard.append)
    field.typed.connect(lambda _: field.show_value(STRANGE))  # as in a closed procurement
    qtbot.keyClicks(field, "x")

    assert len(heard) == 1
    assert field.text() == STRANGE


def test_a_figure_below_nought_is_kept(qtbot: QtBot) -> None:
    cold = Slot(name="cold", label="Cold", values=(), unit="°C", minimum=-40, maximum=15)
    form = SlotForm()
    qtbot.addWidget(form)
    form.show_slots((SlotState(slot=cold, value="-20", own=False, used=True),))
    filled: list[str] = []
    form.filled.connect(lambda _, value: filled.append(value))
    field = form.findChildren(LineField)[0]
    field.selectAll()
    qtbot.keyClicks(field, "-25")

    assert filled == ["-2", "-25"]  # a sign alone is no figure
