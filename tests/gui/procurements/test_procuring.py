"""A person makes a procurement: begins, chooses, fills in, undoes; everything is on the disk at once."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QTreeWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.checks.figures import check_slots
from procura_desktop.domain.drafting import with_items, with_slot, with_status
from procura_desktop.domain.follow_up import checked
from procura_desktop.domain.procurement import Procurement, Status
from procura_desktop.domain.wording import slot_states
from procura_desktop.errors import ProcurementMissingError
from procura_desktop.gui.cards import CARD_ROLE
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.procurements.add_dialog import AddDialog
from procura_desktop.gui.procurements.award_words import criterion_titles
from procura_desktop.gui.procurements.chooser import Chooser
from procura_desktop.gui.procurements.confirm_dialog import ConfirmDialog
from procura_desktop.gui.procurements.criteria_panel import CriteriaPanel
from procura_desktop.gui.procurements.fields import CheckedField, ChoiceField, DateField, LineField, TextField
from procura_desktop.gui.procurements.items_view import ItemsModel
from procura_desktop.gui.procurements.offered import offered_criteria
from procura_desktop.gui.procurements.start_dialog import StartDialog
from procura_desktop.gui.procurements.where_dialog import WhereDialog
from procura_desktop.gui.said import said
from procura_desktop.workspace.choosing import wording_as_read
from tests.factories import make_criterion
from tests.gui.procurements.screens import dialog_of, kept, named, press
from tests.procurements import make_own_item, make_procurement

GROUP = "groups/computers"
BATTERY = "criteria/computers/ts6-battery-endurance"


def tick_first(chooser: Chooser) -> None:
    """Tick the first criterion that is offered."""
    tree = chooser.findChild(QTreeWidget)
    assert tree is not None
    heading = tree.topLevelItem(0)
    assert heading is not None
    first = heading.child(0)
    assert first is not None
    first.setCheckState(0, Qt.CheckState.Checked)


def criteria_panel(desktop: Desktop) -> CriteriaPanel:
    panel = desktop.router.procuring.page.panel("criteria")
    assert isinstance(panel, CriteriaPanel)
    return panel


def test_beginning_with_a_product_group_proposes_what_matters_most(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.router.go(parse_place("procurements"))
    press(desktop.router.procuring.list_page, "Begin your first procurement…")
    start = dialog_of(StartDialog)
    title = named(start, LineField, "Title")
    title.clear()
    qtbot.keyClicks(title, "Laptops")
    press(start, "Begin")

    chooser = dialog_of(Chooser)
    assert [one.record.id for one in chooser.chosen] == [BATTERY]
    press(chooser, "Take these")

    made = kept(desktop)
    assert (made.head.title, made.head.groups) == ("Laptops", (GROUP,))
    assert [item.copied.record.id for item in made.items if item.copied] == [BATTERY]
    assert made.items[0].reason


def test_nothing_is_taken_without_a_reason(qtbot: QtBot, opened: Desktop) -> None:
    opened.router.procuring.desk.start(Procurement(id="empty", head=make_procurement().head))
    opened.router.procuring.choosing.choose()
    chooser = dialog_of(Chooser)
    reason = named(chooser, TextField, "Why you ask for it")
    reason.clear()
    tick_first(chooser)
    press(chooser, "Take these")

    assert chooser.isVisible()
    assert not kept(opened).items
    qtbot.keyClicks(reason, "Batteries fail.")
    press(chooser, "Take these")
    assert [item.reason for item in kept(opened).items] == ["Batteries fail."]


def test_what_is_typed_is_on_the_disk_at_once_and_undone_by_name(qtbot: QtBot, opened: Desktop) -> None:
    panel = criteria_panel(opened)
    panel.select("award-1")
    qtbot.keyClicks(named(panel, LineField, "Title"), " of years")
    assert kept(opened).item("award-1").title == "Longer warranty of years"

    qtbot.keyClick(named(panel, LineField, "Title"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    opened.router.procuring.desk.undo()
    assert kept(opened).item("award-1").title == "Longer warranty"
    assert named(panel, LineField, "Title").text() == "Longer warranty"


def with_unbroken_blanks(procurement_id: str, *, status: Status = "draft") -> Procurement:
    made = make_procurement(procurement_id)
    items = [
        replace(item, wording=replace(item.wording, requirement="At least 85\u00a0%\u2028of all."))
        for item in made.items
    ]
    return replace(made, items=tuple(items), head=replace(made.head, status=status, need="300\u00a0laptops"))


def test_who_only_looks_changes_nothing_and_can_redo(opened: Desktop) -> None:
    procuring = opened.router.procuring
    made = with_unbroken_blanks("unbroken")
    procuring.desk.start(made)
    procuring.desk.change_head("Buyer", lambda head: replace(head, buyer="Another"))
    procuring.desk.undo()
    for step in ("about", "criteria"):
        procuring.go("unbroken", step)
    for item in made.items:
        criteria_panel(opened).select(item.id)

    assert (procuring.desk.to_undo, procuring.desk.to_redo) == ("", "Buyer")
    assert kept(opened) == made


def test_a_closed_procurement_is_looked_at_without_a_word(qtbot: QtBot, opened: Desktop) -> None:
    procuring = opened.router.procuring
    made = with_unbroken_blanks("closed", status="closed")
    procuring.desk.failed.disconnect()
    with qtbot.assertNotEmitted(procuring.desk.failed):
        procuring.desk.start(made)
        for step in ("about", "criteria"):
            procuring.go("closed", step)
        for item in made.items:
            criteria_panel(opened).select(item.id)

    assert kept(opened) == made


def test_a_number_that_no_file_may_hold_is_told_and_not_kept(qtbot: QtBot, opened: Desktop) -> None:
    opened.router.procuring.go("laptops-2026", "about")
    value = named(opened.router.procuring.page, LineField, "Estimated value, without VAT")
    value.selectAll()
    qtbot.keyClicks(value, "2000000000000000")
    box = value.parentWidget()
    assert isinstance(box, CheckedField)

    assert box.fault == "No number above 1,000,000,000,000,000 and no more than 12 decimals can be kept."
    assert kept(opened).head.value == Decimal(200_000_000_000_000)  # what stood there before the last key


@pytest.mark.parametrize(
    ("typed", "codes", "told"),
    [
        ("30231000", ("30213100-6", "30231000-7"), ""),
        ("30213199-4", ("30213100-6", "30213199-4"), ""),
        ("30213199", ("30213100-6",), "Write it with its check digit"),
        ("3021319", ("30213100-6",), "has eight figures"),
    ],
)
def test_a_code_is_kept_with_its_check_digit_or_asked_for_it(
    qtbot: QtBot, opened: Desktop, typed: str, codes: tuple[str, ...], told: str
) -> None:
    opened.router.procuring.go("laptops-2026", "about")
    field = named(opened.router.procuring.page, QLineEdit, "CPV codes")
    field.setText(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    box = field.parentWidget()
    assert box is not None
    said = " ".join(label.text() for label in box.findChildren(QLabel) if label.isVisible())

    assert kept(opened).head.cpv == codes
    assert told in said
    assert bool(told) == bool(said)


@pytest.mark.parametrize(("typed", "read"), [("50", "50"), ("1.250", "1.25"), ("-5", "-5")])
def test_a_figure_out_of_its_range_is_kept_and_told(
    qtbot: QtBot, opened: Desktop, typed: str, read: str
) -> None:
    panel = criteria_panel(opened)
    panel.select("item-1")
    field = named(panel, LineField, "Full charge cycles, cycles")
    box = field.parentWidget()
    assert isinstance(box, CheckedField)
    assert not box.warning
    field.selectAll()
    qtbot.keyClicks(field, typed)
    told = [label.text() for label in box.findChildren(QLabel) if label.isVisible()]
    item = kept(opened).item("item-1")
    found = list(check_slots(item, slot_states(item)))

    assert [entry.value for entry in kept(opened).item("item-1").slots] == [typed]
    assert told == [f"Read as {read}; sensible is at least 100 cycles."]
    assert [one.rule for one in found] == ["slot-range"]
    assert told[0].removeprefix("Read as ") in said(found[0].what)  # the check reads the same

    field.selectAll()
    qtbot.keyClicks(field, "500")
    assert not any(label.isVisible() for label in box.findChildren(QLabel))


def test_own_words_show_what_differs_and_go_back(opened: Desktop) -> None:
    panel = criteria_panel(opened)
    panel.select("item-1")
    requirement = named(panel, TextField, "Requirement")
    requirement.setPlainText("The battery lasts [[battery_cycles]].")

    assert kept(opened).item("item-1").edited
    press(panel, "Take the source's words again")
    assert not kept(opened).item("item-1").edited
    assert requirement.toPlainText() == kept(opened).item("item-1").wording.requirement


def test_criteria_are_moved_by_keyboard_and_by_mouse(qtbot: QtBot, opened: Desktop) -> None:
    panel = criteria_panel(opened)
    panel.select("spec-2")
    qtbot.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [item.id for item in kept(opened).items][:2] == ["spec-2", "item-1"]
    assert panel.view.current_id() == "spec-2"

    model = panel.view.model()
    assert isinstance(model, ItemsModel)
    data: QMimeData = model.mimeData([model.index(0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    assert [item.id for item in kept(opened).items][:2] == ["item-1", "spec-2"]


def test_what_is_taken_out_comes_back(qtbot: QtBot, opened: Desktop) -> None:
    panel = criteria_panel(opened)
    panel.select("award-2")
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert "award-2" not in [item.id for item in kept(opened).items]

    opened.router.procuring.desk.undo()
    assert kept(opened) == make_procurement()


def test_figures_are_confirmed_with_name_document_and_page(qtbot: QtBot, opened: Desktop) -> None:
    panel = criteria_panel(opened)
    panel.select("item-1")
    press(panel, "I read the official figures…")
    dialog = dialog_of(ConfirmDialog)
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "Full charge cycles: 500 cycles" in said  # what is confirmed is in sight
    qtbot.keyClicks(named(dialog, LineField, "Page or section"), "p. 12")
    press(dialog, "Confirm")

    confirmed = kept(opened).item("item-1").confirmed
    assert confirmed is not None
    assert (confirmed.by, confirmed.page, confirmed.record_id) == ("A. Buyer", "p. 12", BATTERY)


def test_a_confirmation_can_be_corrected_and_ends_with_another_figure(qtbot: QtBot, opened: Desktop) -> None:
    panel = criteria_panel(opened)
    panel.select("item-1")
    press(panel, "I read the official figures…")
    qtbot.keyClicks(named(dialog_of(ConfirmDialog), LineField, "Page or section"), "p. 12")
    press(dialog_of(ConfirmDialog), "Confirm")

    press(panel, "Correct the confirmation…")
    dialog = dialog_of(ConfirmDialog)
    page = named(dialog, LineField, "Page or section")
    assert page.text() == "p. 12"
    page.selectAll()
    qtbot.keyClicks(page, "p. 13")
    press(dialog, "Confirm")
    confirmed = kept(opened).item("item-1").confirmed
    assert confirmed is not None
    assert confirmed.page == "p. 13"

    desk = opened.router.procuring.desk
    desk.change_item("", "item-1", lambda item: with_slot(item, "battery_cycles", "450"))
    assert kept(opened).item("item-1").confirmed is None
    press(panel, "I read the official figures…")
    dialog_of(ConfirmDialog).reject()


def test_what_was_confirmed_elsewhere_is_confirmed_when_it_is_chosen(qtbot: QtBot, opened: Desktop) -> None:
    desk = opened.router.procuring.desk
    opened.router.procuring.choosing.confirm("item-1")
    dialog = dialog_of(ConfirmDialog)
    qtbot.keyClicks(named(dialog, LineField, "Page or section"), "p. 12")
    press(dialog, "Confirm")
    confirmed = kept(opened).item("item-1").confirmed
    assert desk.start(Procurement(id="empty", head=make_procurement().head))
    opened.router.procuring.choosing.add_record(BATTERY)
    press(dialog_of(AddDialog), "Add")

    (item,) = kept(opened).items
    assert kept(opened).id == "empty"
    assert item.confirmed == confirmed is not None


def test_what_is_confirmed_belongs_to_the_procurement_that_was_asked_for(
    qtbot: QtBot, opened: Desktop
) -> None:
    procuring = opened.router.procuring
    procuring.choosing.confirm("item-1")
    dialog = dialog_of(ConfirmDialog)
    assert procuring.desk.start(make_procurement("another"))  # such as from a file
    qtbot.keyClicks(named(dialog, LineField, "Page or section"), "p. 12")
    press(dialog, "Confirm")

    assert kept(opened).id == "laptops-2026"
    assert kept(opened).item("item-1").confirmed is not None
    assert procuring.desk.read("another").item("item-1").confirmed is None


def test_what_is_confirmed_of_a_deleted_procurement_is_told(qtbot: QtBot, opened: Desktop) -> None:
    procuring = opened.router.procuring
    procuring.choosing.confirm("item-1")
    dialog = dialog_of(ConfirmDialog)
    assert procuring.desk.start(make_procurement("another"))
    procuring.desk.delete("laptops-2026")
    failed: list[Exception] = []
    procuring.choosing.failed.disconnect()
    procuring.choosing.failed.connect(failed.append)
    qtbot.keyClicks(named(dialog, LineField, "Page or section"), "p. 12")
    press(dialog, "Confirm")

    assert [type(error) for error in failed] == [ProcurementMissingError]
    assert procuring.desk.read("another").item("item-1").confirmed is None


def test_criteria_go_to_the_procurement_for_which_they_were_chosen(opened: Desktop) -> None:
    desk = opened.router.procuring.desk
    assert desk.start(Procurement(id="empty", head=make_procurement().head))
    opened.router.procuring.choosing.choose()
    chooser = dialog_of(Chooser)
    tick_first(chooser)
    desk.open("laptops-2026")
    press(chooser, "Take these")

    assert kept(opened).id == "empty"
    assert len(kept(opened).items) == 1
    assert desk.read("laptops-2026") == make_procurement()


def test_a_criterion_that_is_read_is_added(opened: Desktop) -> None:
    other = next(record for record in opened.library.criteria_of(GROUP) if record.id != BATTERY)
    opened.router.open_record(other.id)
    opened.router.pages.reader.what_to_do.choose.trigger()
    dialog = dialog_of(AddDialog)
    assert dialog.procurement == "laptops-2026"
    asked = named(dialog, QScrollArea, "What the criterion asks for")
    assert [label.text() for label in asked.findChildren(QLabel)] == [
        wording_as_read(other, dialog.level).requirement
    ]
    press(dialog, "Add")

    assert other.id in [item.copied.record.id for item in kept(opened).items if item.copied]
    assert "Laptops for the town hall" in opened.window.notice.text


def test_a_criterion_that_is_there_already_is_not_added_again(opened: Desktop) -> None:
    desk = opened.router.procuring.desk
    other = desk.copy("laptops-2026", "Tablets")
    record = next(record for record in opened.library.criteria_of(GROUP) if record.id != BATTERY)
    opened.router.procuring.choosing.add_record(record.id)
    dialog = dialog_of(AddDialog)
    press(dialog, "Add")
    before = kept(opened)
    opened.router.procuring.choosing.add_record(record.id)
    dialog = dialog_of(AddDialog)
    add = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Add")
    said = next(one for one in dialog.findChildren(QLabel) if one.text().startswith("It is in this"))

    assert (add.isEnabled(), said.isVisible()) == (False, True)
    where = named(dialog, ChoiceField, "Procurement")
    where.setCurrentIndex(where.findData(other))
    where.picked.emit(other)
    assert (add.isEnabled(), said.isVisible()) == (True, False)
    press(dialog, "Add")
    assert desk.read("laptops-2026") == before
    assert record.id in [item.copied.record.id for item in desk.read(other).items if item.copied]


def test_what_came_in_while_it_was_offered_is_not_taken_twice(opened: Desktop) -> None:
    procuring = opened.router.procuring
    record = next(record for record in opened.library.criteria_of(GROUP) if record.id != BATTERY)
    offered = offered_criteria([record], ambition="core")
    procuring.choosing.take(offered)
    before = kept(opened)
    procuring.choosing.take(offered)

    assert kept(opened) == before
    assert procuring.desk.to_undo == f"Add “{record.title}”"


def test_templates_come_last_and_are_called_so_where_a_criterion_is_added(opened: Desktop) -> None:
    desk = opened.router.procuring.desk
    desk.copy("laptops-2026", "Laptops again")
    desk.copy("laptops-2026", "Laptops, as always", template=True)
    opened.router.procuring.choosing.add_record(BATTERY)
    dialog = dialog_of(AddDialog)
    where = named(dialog, ChoiceField, "Procurement")
    said = [where.itemText(at) for at in range(where.count())]
    dialog.reject()

    assert said == [
        "Laptops for the town hall",
        "Laptops again",
        "Template: Laptops, as always",
        "A new procurement",
    ]


def test_the_form_keeps_amounts_and_dates_and_refuses_nonsense(qtbot: QtBot, opened: Desktop) -> None:
    opened.router.procuring.go("laptops-2026", "about")
    page = opened.router.procuring.page
    value = named(page, LineField, "Estimated value, without VAT")
    value.selectAll()
    qtbot.keyClicks(value, "1 250,50")
    assert kept(opened).head.value == Decimal("1250.50")
    assert value.text() == "1 250,50"
    value.selectAll()
    qtbot.keyClicks(value, "much")
    assert kept(opened).head.value == Decimal("1250.50")

    start = named(page, LineField, "Start of the contract")
    start.selectAll()
    qtbot.keyClicks(start, "2027-02-30")
    box = start.parentWidget()
    assert isinstance(box, DateField)
    assert box.fault
    assert kept(opened).head.dates.contract_start != "2027-02-30"


def test_a_contract_that_ends_before_it_starts_is_told(qtbot: QtBot, opened: Desktop) -> None:
    opened.router.procuring.go("laptops-2026", "about")
    page = opened.router.procuring.page
    words = "“End of the contract” is before “Start of the contract”."
    for name, day in (("Start of the contract", "2027-06-01"), ("End of the contract", "2027-01-01")):
        field = named(page, LineField, name)
        field.selectAll()
        qtbot.keyClicks(field, day)

    fault = next(label for label in page.findChildren(QLabel) if label.text() == words)
    assert fault.isVisible()
    field = named(page, LineField, "End of the contract")
    field.selectAll()
    qtbot.keyClicks(field, "2029-01-01")
    assert not fault.isVisible()


def test_a_closed_procurement_cannot_be_edited(opened: Desktop) -> None:
    opened.router.procuring.go("laptops-2026", "about")
    page = opened.router.procuring.page
    press(page, "Close this procurement")

    assert kept(opened).head.status == "closed"
    about = page.panel("about")
    assert about is not None
    assert not named(about, LineField, "Title").isEnabled()
    press(page, "Open it again")
    assert kept(opened).head.status == "draft"
    assert [(event.what, event.code) for event in kept(opened).events] == [
        ("Closed", "closed"),
        ("Opened again", "opened-again"),
    ]


def test_one_is_copied_made_a_template_and_deleted(opened: Desktop) -> None:
    desk = opened.router.procuring.desk
    copy = desk.copy("laptops-2026", "Again")
    template = desk.copy("laptops-2026", "Laptops, as always", template=True)
    opened.router.go(parse_place("procurements"))

    assert {entry.title for entry in desk.entries()} == {
        "Laptops for the town hall", "Again", "Laptops, as always",
    }  # fmt: skip
    assert desk.read(copy).items == make_procurement().items
    assert not desk.read(copy).offers
    assert desk.read(template).head.template
    assert desk.delete(copy) == "Again"
    desk.bring_back()
    assert desk.read(copy).head.title == "Again"


def test_what_was_checked_in_a_contract_is_open_again_in_what_begins_from_it(opened: Desktop) -> None:
    desk = opened.router.procuring.desk
    done = tuple(checked(one, date(2027, 6, 1)) for one in kept(opened).item("clause-1").follow_up)
    assert done
    assert desk.change_item("Checked", "clause-1", lambda item: replace(item, follow_up=done))

    copy = desk.read(desk.copy("laptops-2026", "Again"))
    template = desk.read(desk.copy("laptops-2026", "As always", template=True))
    other = desk.read(desk.copy(template.id, "Another"))

    for made in (copy, template, other):
        assert [one.done for one in made.item("clause-1").follow_up] == [()] * len(done)
    assert [[event.code for event in made.events] for made in (copy, template, other)] == [
        ["begun-from-earlier"], [], ["begun-from-template"],
    ]  # fmt: skip


def test_criteria_of_a_group_are_chosen_from_its_page(opened: Desktop) -> None:
    opened.router.open_record(GROUP)
    press(opened.router.pages.group, "Choose for a procurement…")
    press(dialog_of(WhereDialog), "Go on")

    chooser = dialog_of(Chooser)
    assert opened.router.procuring.desk.procurement is not None
    assert opened.router.procuring.desk.procurement.id == "laptops-2026"
    chooser.reject()


def test_a_group_that_the_library_no_longer_has_is_told_and_left_out(opened: Desktop) -> None:
    procuring = opened.router.procuring
    told: list[str] = []
    procuring.choosing.told.connect(told.append)
    procuring.desk.change_head("Groups", lambda head: replace(head, groups=("groups/gone", GROUP)))
    procuring.choosing.choose()

    assert told == ["Your library no longer has these product groups: groups/gone."]
    tree = dialog_of(Chooser).findChild(QTreeWidget)
    assert tree is not None
    assert tree.topLevelItemCount() > 0


@pytest.mark.parametrize("title", ["Furniture: desks", ""])
def test_beginning_takes_the_whole_title_of_what_it_begins_from(
    qtbot: QtBot, opened: Desktop, title: str
) -> None:
    desk = opened.router.procuring.desk
    desk.change_head("Title", lambda head: replace(head, title=title))
    dialog = StartDialog([("groups/furniture", "Furniture: new and refurbished")], desk.entries())
    qtbot.addWidget(dialog)
    assert dialog.start.title == "Furniture: new and refurbished"
    origin = named(dialog, ChoiceField, "What do you buy?")
    origin.show_value("from:laptops-2026")
    origin.picked.emit("from:laptops-2026")
    assert dialog.start.title == title


def test_beginning_keeps_its_buttons_on_a_small_screen_with_the_largest_text(
    qtbot: QtBot, desktop: Desktop
) -> None:
    desktop.look.set_text_scale(200)
    dialog = StartDialog([("groups/computers", "Computers, monitors, tablets and smartphones")], [])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()

    assert dialog.height() <= dialog.screen().availableSize().height()
    assert dialog.minimumSizeHint().height() < 600 - 56  # with the title bar of a beamer's 1024 x 600
    begin = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Begin")
    assert dialog.rect().contains(begin.mapTo(dialog, begin.rect().bottomRight()))


def test_a_huge_title_leaves_room_for_the_steps(opened: Desktop) -> None:
    page = opened.router.procuring.page
    opened.router.procuring.desk.change_head(
        "Title", lambda head: replace(head, title="<b>Laptops</b> & bags\n" * 4000)
    )

    shown = next(label for label in page.findChildren(QLabel) if label.property("role") == "h2")
    assert shown.text().startswith("<b>Laptops</b> & bags <b>")
    assert shown.text().endswith("…")
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert shown.height() < page.height() / 3


def test_of_a_closed_procurement_a_criterion_can_only_be_read(qtbot: QtBot, opened: Desktop) -> None:
    panel = criteria_panel(opened)
    panel.select("item-1")
    editor = panel.editor
    asked = named(editor, TextField, "Requirement")
    desk = opened.router.procuring.desk
    desk.apply("Close", lambda one: with_status(one, "closed", datetime.now(UTC)))
    before = kept(opened)
    with qtbot.assertNotEmitted(desk.failed):
        qtbot.keyClicks(asked, "More")
        qtbot.keyClicks(named(editor, TextField, "Why you ask for it"), "More")

    assert kept(opened) == before
    assert "More" not in asked.text()
    assert {one.text(): one.isEnabled() for one in editor.findChildren(QPushButton) if one.isVisible()} == {
        "Read the source": True,
        "I read the official figures…": False,
        "Take out": False,
    }
    assert not named(editor, ChoiceField, "Ambition level").isEnabled()
    desk.undo()
    qtbot.keyClicks(asked, "More")
    assert "More" in kept(opened).item("item-1").wording.requirement


def test_what_gives_way_to_another_level_is_told(qtbot: QtBot, opened: Desktop) -> None:
    panel = criteria_panel(opened)
    panel.select("item-1")
    level = named(panel.editor, ChoiceField, "Ambition level")
    told: list[str] = []
    opened.router.procuring.told.connect(told.append)

    def pick(name: str) -> None:
        level.show_value(name)
        level.picked.emit(name)

    pick("comprehensive")
    assert told == []
    qtbot.keyClicks(named(panel.editor, TextField, "Requirement"), "Mine. ")
    pick("core")

    assert told == ["Your own words and figures gave way to those of this level. Undo brings them back."]
    opened.router.procuring.desk.undo()
    assert "Mine. " in kept(opened).item("item-1").wording.requirement


def test_one_without_a_title_is_named_where_one_begins(opened: Desktop) -> None:
    opened.router.procuring.desk.change_head("", lambda head: replace(head, title=""))
    opened.router.procuring.beginning.ask_for_new()
    origin = named(dialog_of(StartDialog), ChoiceField, "What do you buy?")

    assert origin.itemText(origin.count() - 1) == "Like: Without a title"
    dialog_of(StartDialog).reject()


def test_a_criterion_that_goes_into_one_without_a_title_is_told(opened: Desktop) -> None:
    opened.router.procuring.desk.change_head("", lambda head: replace(head, title=""))
    other = next(record for record in opened.library.criteria_of(GROUP) if record.id != BATTERY)
    opened.router.procuring.choosing.add_record(other.id)
    press(dialog_of(AddDialog), "Add")

    assert "Added to “Without a title”." in opened.window.notice.text


def test_a_proof_in_points_begins_on_a_line_of_its_own(opened: Desktop) -> None:
    record = make_criterion("criteria/computers/ts7-repair", title="Repair")
    assert record.criterion is not None
    proof = "<ul><li>A report.</li><li>A photograph.</li></ul>"
    listed = replace(record, criterion=replace(record.criterion, proof_tender_html=proof))
    chooser = Chooser(
        "Choose", offered_criteria([listed], ambition="core"), frozenset(), parent=opened.window
    )

    assert any("Proof:\n- A report.\n- A photograph." in one.text() for one in chooser.findChildren(QLabel))


def test_what_is_added_to_a_long_list_comes_in_sight(qtbot: QtBot, opened: Desktop) -> None:
    desk = opened.router.procuring.desk
    others = [make_own_item(f"own-{at}", kind="TS") for at in range(60)]
    desk.apply("Many", lambda one: with_items(one, others))
    panel = criteria_panel(opened)
    view = panel.view
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(0, 0)).isValid())
    press(panel, "Add your own")

    def in_sight() -> bool:
        return view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())

    assert view.currentIndex().data(CARD_ROLE).title == "Own criterion"
    assert in_sight()
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert in_sight()


def test_an_own_criterion_without_a_title_is_called_so_everywhere(opened: Desktop) -> None:
    procuring = opened.router.procuring
    procuring.desk.change_item("", "award-1", lambda item: replace(item, title=" "))
    panel = criteria_panel(opened)
    panel.select("award-1")

    assert panel.view.currentIndex().data(CARD_ROLE).title == "Own criterion"
    assert criterion_titles(kept(opened))["award-1"] == "Own criterion"
    procuring.go("laptops-2026", "follow-up")
    criterion = named(opened.window, ChoiceField, "Criterion to add a check for")
    assert "Own criterion" in [criterion.itemText(at) for at in range(criterion.count())]
    panel.take_out("award-1")
    assert procuring.desk.to_undo == "Take out “Own criterion”"
