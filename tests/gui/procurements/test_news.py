"""After an update a person sees what changed in the chosen criteria, and decides."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.drafting import with_slot
from procura_desktop.domain.procurement import Dates, FollowUp, Item
from procura_desktop.domain.records import Record
from procura_desktop.gui.cards import CARD_ROLE
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.procurements.news_panel import NewsPanel
from procura_desktop.library.open import open_library
from tests.factories import build_sample, make_criterion, sample_records
from tests.gui.procurements.screens import kept, press

if TYPE_CHECKING:
    from procura_desktop.library.read import Library

Update = Callable[[Record | None], NewsPanel]


def changed_battery(text: str) -> Record:
    return replace(make_criterion(text=text), version=2)


@pytest.fixture
def update(qtbot: QtBot, opened: Desktop, tmp_path: Path) -> Iterator[Update]:
    """Let the library become another, in which one criterion is changed, or gone (None)."""
    procuring = opened.router.procuring
    libraries: list[Library] = []

    def to(battery: Record | None) -> NewsPanel:
        others = tuple(one for one in sample_records() if one.id != make_criterion().id)
        records = (*others, battery) if battery is not None else others
        library = open_library(
            build_sample(tmp_path / f"new-{len(libraries)}.sqlite", records=records, version="2026.12")
        )
        libraries.append(library)
        procuring.use_library(library)
        procuring.go("laptops-2026", "news")
        with qtbot.waitSignal(procuring.watching.news_found):
            pass
        panel = procuring.page.panel("news")
        assert isinstance(panel, NewsPanel)
        return panel

    yield to
    procuring.use_library(opened.library)
    for library in libraries:
        library.close()


def test_the_new_wording_is_taken_with_a_dated_line(opened: Desktop, update: Update) -> None:
    panel = update(changed_battery("The battery keeps at least 85 % of its capacity."))
    chips = [one.text() for one in opened.router.procuring.page.findChildren(QPushButton)]
    assert "Changed 1" in chips
    press(panel, "Take the new wording")

    item = kept(opened).item("item-1")
    assert "85 %" in item.wording.requirement
    assert item.copied is not None
    assert (item.copied.edition, item.copied.record.version) == ("2026.12", 2)
    assert "new wording" in kept(opened).events[-1].what


def test_mine_is_kept_and_not_asked_again(opened: Desktop, update: Update) -> None:
    panel = update(changed_battery("The battery keeps at least 85 % of its capacity."))
    press(panel, "Keep mine")

    assert "80 %" in kept(opened).item("item-1").wording.requirement
    opened.router.procuring.watching.look()
    assert opened.router.procuring.watching.open_news == 0


def test_where_both_changed_the_same_words_the_person_decides(
    qtbot: QtBot, opened: Desktop, update: Update
) -> None:
    desk = opened.router.procuring.desk
    item = desk.read("laptops-2026").item("item-1")
    own = replace(item.wording, requirement=item.wording.requirement.replace("80 %", "82 %"))
    desk.change_item("Wording", "item-1", lambda one: replace(one, wording=own))
    panel = update(changed_battery("The battery keeps at least 85 % of its capacity after 500 cycles."))

    def offered() -> list[QCheckBox]:
        return [one for one in panel.findChildren(QCheckBox) if one.isVisible()]

    qtbot.waitUntil(lambda: len(offered()) == 1)
    offered()[0].setChecked(True)
    for step in ("criteria", "news"):  # somebody looks at the criteria in between
        opened.router.procuring.go("laptops-2026", step)
    qtbot.waitUntil(lambda: len(offered()) == 1)
    assert offered()[0].isChecked()
    press(panel, "Take the new wording")
    assert "85 %" in kept(opened).item("item-1").wording.requirement


def test_a_withdrawn_criterion_is_kept_or_taken_out(opened: Desktop, update: Update) -> None:
    panel = update(None)
    assert not [
        one
        for one in panel.findChildren(QPushButton)
        if one.text() == "Take the new wording" and one.isVisible()
    ]
    press(panel, "Take the criterion out")

    assert "item-1" not in [item.id for item in kept(opened).items]


def test_a_superseded_criterion_is_taken_out_while_it_is_shown(opened: Desktop, update: Update) -> None:
    battery = changed_battery("The battery keeps at least 85 % of its capacity.")
    assert battery.criterion is not None
    gone = replace(battery.criterion, superseded_by=("criteria/computers/ts10",))
    panel = update(replace(battery, criterion=gone))
    press(panel, "Take the criterion out")

    assert "item-1" not in [item.id for item in kept(opened).items]
    said = " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "Nothing waits for you here" in said


def test_an_older_version_is_told_as_older(opened: Desktop, update: Update) -> None:
    desk = opened.router.procuring.desk
    newer = replace(make_criterion(), version=3)

    def copied(item: Item) -> Item:
        assert item.copied is not None
        return replace(item, copied=replace(item.copied, record=newer))

    desk.change_item("Version", "item-1", copied)
    panel = update(changed_battery("The battery keeps at least 75 % of its capacity."))

    said = " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "The library went back to version 2 of this criterion. You chose version 3" in said
    assert "only in the older text" in said
    visible = {one.text() for one in panel.findChildren(QPushButton) if one.isVisible()}
    assert "Take the older wording" in visible
    assert not visible & {"Take the new wording", "Keep mine"}
    chips = [one.text() for one in opened.router.procuring.page.findChildren(QPushButton)]
    assert "Changed" in chips
    press(panel, "Take the older wording")
    assert "75 %" in kept(opened).item("item-1").wording.requirement
    assert "older wording" in kept(opened).events[-1].what


def test_a_closed_procurement_is_only_told(opened: Desktop, update: Update) -> None:
    desk = opened.router.procuring.desk
    desk.change_head("Close", lambda head: replace(head, status="closed"))
    panel = update(changed_battery("The battery keeps at least 85 % of its capacity."))

    visible = {one.text() for one in panel.findChildren(QPushButton) if one.isVisible()}
    assert "Take the new wording" not in visible
    assert "Keep mine" not in visible


def test_home_says_what_waits(qtbot: QtBot, opened: Desktop, update: Update) -> None:
    desk = opened.router.procuring.desk
    desk.change_head(
        "Start", lambda head: replace(head, dates=replace(head.dates, contract_start="2020-01-01"))
    )
    update(changed_battery("The battery keeps at least 85 % of its capacity."))
    with qtbot.waitSignal(opened.router.procuring.agenda.found) as found:
        opened.router.go(parse_place("home"))

    texts = [line.text for line in found.args[0]]
    assert any("changed in the library" in text for text in texts)
    assert any("Ask for the take-back report" in text for text in texts)
    opened.router.go(parse_place(found.args[0][0].place))
    assert opened.router.procuring.page.panel("news") is not None


def test_home_names_what_has_no_title_and_no_words(qtbot: QtBot, opened: Desktop) -> None:
    desk = opened.router.procuring.desk
    desk.change_head("", lambda head: replace(head, title="", dates=Dates(contract_start="2020-01-01")))
    check = FollowUp(id="f", what=" ")
    desk.apply("", lambda one: replace(one, items=(replace(one.item("item-1"), follow_up=(check,)),)))
    with qtbot.waitSignal(opened.router.procuring.agenda.found) as found:
        opened.router.go(parse_place("home"))

    (line,) = (one for one in found.args[0] if one.since)
    assert line.text.endswith(": … (Without a title)")


def test_when_all_is_decided_a_sentence_says_so(qtbot: QtBot, update: Update) -> None:
    panel = update(changed_battery("The battery keeps at least 85 % of its capacity."))

    def said() -> str:
        return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())

    assert "Underlined words are new" in said()
    assert "Nothing waits for you here" not in said()
    press(panel, "Take the new wording")

    qtbot.waitUntil(lambda: "Nothing waits for you here" in said())
    assert "Underlined words are new" not in said()


def test_no_legend_without_a_difference(update: Update) -> None:
    panel = update(None)
    visible = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]

    assert make_criterion().title in visible
    assert not any("Underlined words are new" in text for text in visible)


def test_the_list_says_of_which_the_library_changed_criteria(
    qtbot: QtBot, opened: Desktop, update: Update
) -> None:
    update(changed_battery("The battery keeps at least 85 % of its capacity."))
    page = opened.router.procuring.list_page
    opened.router.go(parse_place("procurements"))

    def said() -> str:
        card = page.view.model().index(0, 0).data(CARD_ROLE)
        return str(card.text)

    qtbot.waitUntil(lambda: said().endswith("changed in the library"))


def test_labels_and_figures_are_called_as_people_call_them(opened: Desktop, update: Update) -> None:
    opened.router.procuring.desk.change_item(
        "", "item-1", lambda item: with_slot(item, "battery_cycles", "700")
    )
    battery = changed_battery("The battery keeps at least 85 % of its capacity.")
    assert battery.criterion is not None
    fewer = replace(battery, criterion=replace(battery.criterion, slots=(), labels=("labels/tco-certified",)))
    panel = update(fewer)
    said = " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())

    assert "Figures that this wording has no place for: Full charge cycles" in said
    assert "TCO Certified" in said
    assert "labels/tco-certified" not in said
