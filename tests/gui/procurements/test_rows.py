"""Rows of controls of which most are made later: the keyboard and the eye must not notice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.gui.procurements.fields import CheckedField, LineField
from procura_desktop.gui.procurements.rows import Row, Rows

MANY = 60
KEYS = [f"row {at}" for at in range(MANY)]


class Form(QWidget):
    """A field above rows with two fields each, and a field below them."""

    def __init__(self) -> None:
        super().__init__()
        self.above, self.below = LineField("above"), LineField("below")
        self.kept = dict.fromkeys(KEYS, "1")
        self.fields: dict[str, CheckedField] = {}
        self.rows = Rows(self._make)
        self.rows.set_columns((5, 2, 2))
        layout = QVBoxLayout(self)
        for widget in (self.above, self.rows, self.below):
            layout.addWidget(widget)
        layout.addStretch(1)

    def _make(self, key: str) -> Row:
        weight, least = (CheckedField(f"{key}, {part}", _fault, parent=self.rows) for part in ("a", "b"))
        self.fields[key] = weight
        return (weight, least), lambda: weight.show_value(self.kept[key])

    def show_rows(self) -> None:
        long = " ".join(["words that take more than a line"] * 4)
        self.rows.set_rows({key: long if key.endswith("7") else key for key in KEYS})


def _fault(text: str) -> str:
    return "" if text.isdigit() else "Write a number."


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show_rows()
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def places(form: Form) -> list[int]:
    return [form.fields[key].y() for key in KEYS]


def press_tab(qtbot: QtBot, *, back: bool = False) -> str:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused.accessibleName()


def test_nothing_moves_when_the_rows_are_made(qtbot: QtBot, form: Form) -> None:
    assert len(form.fields) < MANY
    before = form.rows.height(), form.below.y(), form.fields["row 59"].y()
    qtbot.waitUntil(lambda: len(form.fields) == MANY)
    QApplication.processEvents()

    assert (form.rows.height(), form.below.y(), form.fields["row 59"].y()) == before
    assert places(form) == sorted(set(places(form)))


def test_the_tab_key_goes_through_rows_that_are_not_made_yet(qtbot: QtBot, form: Form) -> None:
    form.above.setFocus()
    visited = [press_tab(qtbot) for _ in range(2 * MANY)]

    assert visited == [f"{key}, {part}" for key in KEYS for part in ("a", "b")]
    assert press_tab(qtbot) == "below"


def test_the_tab_key_comes_back_from_below(qtbot: QtBot, form: Form) -> None:
    form.below.setFocus()
    visited = [press_tab(qtbot, back=True) for _ in range(2 * MANY)]

    assert visited == [f"{key}, {part}" for key in reversed(KEYS) for part in ("b", "a")]
    assert press_tab(qtbot, back=True) == "above"


def test_a_fault_makes_room_for_its_words(qtbot: QtBot, form: Form) -> None:
    qtbot.waitUntil(lambda: len(form.fields) == MANY)
    before = form.fields["row 2"].y()
    qtbot.keyClicks(form.fields["row 1"].line, "x")
    qtbot.waitUntil(lambda: form.fields["row 2"].y() > before)
    assert form.fields["row 1"].geometry().bottom() < form.fields["row 2"].y()

    form.fields["row 1"].line.selectAll()
    qtbot.keyClicks(form.fields["row 1"].line, "7")
    qtbot.waitUntil(lambda: form.fields["row 2"].y() == before)


def test_rows_show_what_is_kept_when_they_are_made_and_when_it_changes(qtbot: QtBot, form: Form) -> None:
    form.kept["row 40"] = "12"
    qtbot.waitUntil(lambda: "row 40" in form.fields)
    assert form.fields["row 40"].line.text() == "12"
    form.kept["row 40"] = "13"
    form.show_rows()
    assert form.fields["row 40"].line.text() == "13"


def test_rows_for_other_things_take_their_place(qtbot: QtBot, form: Form) -> None:
    qtbot.waitUntil(lambda: len(form.fields) == MANY)
    form.fields["row 1"].line.setFocus()
    form.rows.set_rows({"row 3": "Three", "row 5": "Five"})

    assert form.rows.heightForWidth(900) < 120
    assert press_tab(qtbot) == "row 3, a"


def test_rows_have_room_for_titles_that_break_in_a_narrow_window(qtbot: QtBot, form: Form) -> None:
    qtbot.waitUntil(lambda: len(form.fields) == MANY)
    for width in (1400, 500, 900, 420):
        form.resize(width, 9000)
        qtbot.waitUntil(lambda: form.rows.height() == form.rows.heightForWidth(form.rows.width()))
        assert form.fields["row 59"].geometry().bottom() < form.rows.height()
