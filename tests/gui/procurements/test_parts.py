"""A set may have parts, such as new and refurbished furniture: who buys one is offered that one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from procura_desktop.domain.procurement import Head, Procurement
from procura_desktop.domain.records import Part, Record
from procura_desktop.gui.procurements.chooser import Chooser
from procura_desktop.gui.procurements.fields import ChoiceField, LineField, TextField
from procura_desktop.gui.procurements.offered import offered_of, part_asked, part_chosen, parts_of
from tests.factories import make_criterion, make_group
from tests.gui.procurements.screens import named, press
from tests.procurements import make_item, make_own_item

GROUP = "groups/furniture"
USED, NEW = f"{GROUP}#refurbished", f"{GROUP}#new"


def criterion(name: str, part: str) -> Record:
    return make_criterion(f"criteria/furniture/{part}/{name}", title=name, group=GROUP, part=part)


REFURBISHED, TIMBER, WARRANTY = (
    criterion("refurbishment", "refurbished"),
    criterion("timber", "new"),
    criterion("warranty", "new"),
)
FURNITURE = make_group(
    GROUP,
    title="Furniture",
    parts=(Part(name="refurbished", title="Refurbishing"), Part(name="new", title="New furniture")),
    top_criteria=(REFURBISHED.id, TIMBER.id),
)
SETS = ((FURNITURE, (REFURBISHED, TIMBER, WARRANTY)),)
DESKS = Procurement(id="desks", head=Head(title="Desks", groups=(GROUP,)))


@pytest.fixture
def chooser(qtbot: QtBot) -> Chooser:
    """The dialog over all parts of furniture."""
    return dialog(qtbot, "")


def dialog(qtbot: QtBot, part: str | None) -> Chooser:
    made = Chooser("Choose", offered_of(DESKS, SETS, part), frozenset(), parts=parts_of(SETS), part=part)
    made.part_picked.connect(lambda part: made.offer(offered_of(DESKS, SETS, part)))
    qtbot.addWidget(made)
    made.show()
    return made


def pick(chooser: Chooser, title: str) -> None:
    field = named(chooser, ChoiceField, "What exactly do you buy?")
    field.setCurrentIndex(field.findText(title))
    field.activated.emit(field.currentIndex())


def rows(chooser: Chooser) -> dict[str, QTreeWidgetItem]:
    tree = chooser.findChild(QTreeWidget)
    assert tree is not None
    tops = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    found = [top.child(at) for top in tops if top is not None for at in range(top.childCount())]
    return {row.text(0).partition("\n")[0]: row for row in found if row is not None}


def test_the_parts_of_a_set_are_offered() -> None:
    assert parts_of(SETS) == ((USED, "Refurbishing"), (NEW, "New furniture"))
    assert parts_of(((FURNITURE, (TIMBER,)),)) == ()  # where there is one only, nothing is asked


def test_who_buys_one_part_is_proposed_no_other(chooser: Chooser) -> None:
    assert [one.record for one in chooser.chosen] == [REFURBISHED, TIMBER]
    pick(chooser, "New furniture")

    assert [one.record for one in chooser.chosen] == [TIMBER]
    assert set(rows(chooser)) == {"timber", "warranty"}


def test_what_is_bought_is_asked_before_anything_is_ticked(qtbot: QtBot) -> None:
    asking = dialog(qtbot, None)
    field = named(asking, ChoiceField, "What exactly do you buy?")

    assert (field.currentIndex(), field.placeholderText()) == (-1, "Please choose…")
    assert [field.itemText(at) for at in range(field.count())] == [
        "Refurbishing",
        "New furniture",
        "All of it",
    ]
    assert [one.record for one in asking.chosen] == []
    assert set(rows(asking)) == {"refurbishment", "timber", "warranty"}
    hint = "Say at the top what exactly you buy"
    assert any(label.text().startswith(hint) for label in asking.findChildren(QLabel))

    pick(asking, "New furniture")
    assert [one.record for one in asking.chosen] == [TIMBER]
    assert not any(label.text().startswith(hint) for label in asking.findChildren(QLabel))
    pick(asking, "All of it")
    assert [one.record for one in asking.chosen] == [REFURBISHED, TIMBER]


def test_the_keyboard_answers_what_is_bought(qtbot: QtBot) -> None:
    asking = dialog(qtbot, None)
    asking.activateWindow()
    field = named(asking, ChoiceField, "What exactly do you buy?")
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)

    assert [one.record for one in asking.chosen] == [TIMBER]


def test_only_who_has_chosen_nothing_of_one_set_is_asked() -> None:
    parts = parts_of(SETS)
    timber = make_item("item-1", record=TIMBER)

    assert part_asked((), SETS, parts) is None
    assert part_asked((make_own_item("own"),), SETS, parts) is None
    assert part_asked((timber,), SETS, parts) == NEW
    assert part_asked((), (*SETS, *SETS), parts) == ""
    assert part_asked((), SETS, ()) == ""


def test_what_was_ticked_and_written_is_kept(qtbot: QtBot, chooser: Chooser) -> None:
    rows(chooser)["warranty"].setCheckState(0, Qt.CheckState.Checked)
    rows(chooser)["timber"].setCheckState(0, Qt.CheckState.Unchecked)
    tree = chooser.findChild(QTreeWidget)
    assert tree is not None
    tree.setCurrentItem(rows(chooser)["warranty"])
    reason = named(chooser, TextField, "Why you ask for it")
    reason.selectAll()
    qtbot.keyClicks(reason, "Desks shall last.")
    pick(chooser, "New furniture")

    assert [(one.record, one.reason) for one in chooser.chosen] == [(WARRANTY, "Desks shall last.")]


def shown(chooser: Chooser) -> list[str]:
    tree = chooser.findChild(QTreeWidget)
    assert tree is not None
    tops = [top for at in range(tree.topLevelItemCount()) if (top := tree.topLevelItem(at)) is not None]
    return [top.text(0) for top in tops if not top.isHidden()]


def test_a_heading_without_a_hit_is_not_shown(qtbot: QtBot, chooser: Chooser) -> None:
    assert shown(chooser) == ["What matters most", "Others"]
    qtbot.keyClicks(named(chooser, LineField, "Find among these"), "warranty")

    assert shown(chooser) == ["Others"]
    tree = chooser.findChild(QTreeWidget)
    assert tree is not None
    assert tree.currentItem() is rows(chooser)["warranty"]  # what is shown at the right is among the hits


def test_a_criterion_is_found_by_its_kind(qtbot: QtBot, chooser: Chooser) -> None:
    qtbot.keyClicks(named(chooser, LineField, "Find among these"), "technical specification")

    assert not any(row.isHidden() for row in rows(chooser).values())


def test_words_that_no_criterion_has_are_told(qtbot: QtBot, chooser: Chooser) -> None:
    words = "No criterion here has these words."
    assert not any(label.text().startswith(words) for label in chooser.findChildren(QLabel))
    qtbot.keyClicks(named(chooser, LineField, "Find among these"), "locomotive")

    assert any(label.text().startswith(words) for label in chooser.findChildren(QLabel))
    assert shown(chooser) == []


def test_a_tick_shows_what_was_ticked(chooser: Chooser) -> None:
    rows(chooser)["warranty"].setCheckState(0, Qt.CheckState.Checked)

    assert any(label.text() == "warranty" for label in chooser.findChildren(QLabel))


def test_taking_leads_to_the_criterion_without_a_reason(qtbot: QtBot, chooser: Chooser) -> None:
    tree, reason = chooser.findChild(QTreeWidget), named(chooser, TextField, "Why you ask for it")
    assert tree is not None
    tree.setCurrentItem(rows(chooser)["timber"])
    reason.selectAll()
    qtbot.keyClick(reason, Qt.Key.Key_Delete)
    qtbot.keyClicks(named(chooser, LineField, "Find among these"), "warranty")
    press(chooser, "Take these")

    assert not chooser.result()
    assert tree.currentItem() is rows(chooser)["timber"]
    assert chooser.focusWidget() is reason
    qtbot.keyClicks(reason, "It lasts.")
    press(chooser, "Take these")
    assert chooser.result() == Chooser.DialogCode.Accepted


def test_the_part_that_was_chosen_from_is_offered_first() -> None:
    parts = parts_of(SETS)
    timber, refurbished = make_item("item-1", record=TIMBER), make_item("item-2", record=REFURBISHED)

    assert part_chosen((), parts) == ""
    assert part_chosen((timber,), parts) == NEW
    assert part_chosen((timber, refurbished), parts) == ""
