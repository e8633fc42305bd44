"""A person sees what the checks find, and mends it."""

from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.checks.rules import RULES
from procura_desktop.domain.drafting import with_items
from procura_desktop.domain.procurement import Award, Item, Share, Wording
from procura_desktop.domain.records import Burden
from procura_desktop.gui.procurements.checks_panel import ChecksPanel, step_of
from procura_desktop.gui.procurements.criteria_panel import CriteriaPanel
from procura_desktop.gui.procurements.fields import TextField
from procura_desktop.library.open import open_library
from tests.factories import build_sample, make_criterion, sample_records
from tests.gui.procurements.screens import kept, named
from tests.gui.test_cards import overlapping
from tests.procurements import make_item, make_own_item, make_procurement
from tests.unit.domain.checks.example_files import read_examples


@pytest.fixture
def checks(qtbot: QtBot, opened: Desktop) -> ChecksPanel:
    procuring = opened.router.procuring
    wording = Wording(requirement="The devices shall have the label Blue Angel.", proof_tender="The label.")
    procuring.desk.change_item("Wording", "spec-2", lambda item: replace(item, wording=wording))
    procuring.go("laptops-2026", "checks")
    with qtbot.waitSignal(procuring.watching.checked):
        pass
    panel = procuring.page.panel("checks")
    assert isinstance(panel, ChecksPanel)
    return panel


def mark(checks: ChecksPanel, words: str) -> None:
    model = checks.view.model()
    for row in range(model.rowCount()):
        if words in str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)):
            checks.view.setCurrentIndex(model.index(row, 0))
            return
    raise AssertionError(words)


def offered(checks: ChecksPanel) -> list[QPushButton]:
    return [one for one in checks.findChildren(QPushButton) if one.isVisible()]


def chosen(name: str, title: str, *, level: str = "comprehensive") -> Item:
    """Choose a criterion that few can meet and that is heavy to prove."""
    record = make_criterion(f"criteria/computers/{name}", title=title)
    assert record.criterion is not None
    burden = Burden(level=3, why="A visit of the works.")
    details = replace(record.criterion, market_maturity="emerging", burden=burden)
    return make_item(name, record=replace(record, criterion=details), level=level)


def add_to_small(qtbot: QtBot, opened: Desktop, *items: Item) -> None:
    """Add criteria to a small purchase."""
    procuring = opened.router.procuring
    with qtbot.waitSignal(procuring.watching.checked):
        procuring.desk.apply(
            "Criteria",
            lambda one: with_items(replace(one, head=replace(one.head, value=Decimal(9000))), items),
        )


def test_a_remedy_that_needs_no_answer_is_one_click(
    qtbot: QtBot, opened: Desktop, checks: ChecksPanel
) -> None:
    mark(checks, "Blue Angel")
    remedy = next(one for one in offered(checks) if "or equivalent" in one.text())
    with qtbot.waitSignal(opened.router.procuring.watching.checked):
        remedy.click()

    assert "or equivalent" in kept(opened).item("spec-2").wording.requirement
    with pytest.raises(AssertionError):
        mark(checks, "names the label")


def test_the_place_is_shown(opened: Desktop, checks: ChecksPanel) -> None:
    mark(checks, "Blue Angel")
    next(one for one in offered(checks) if one.text() == "Show me the place").click()

    panel = opened.router.procuring.page.panel("criteria")
    assert isinstance(panel, CriteriaPanel)
    assert panel.isVisible()
    assert panel.view.current_id() == "spec-2"


def test_a_criterion_that_a_text_refers_to_is_chosen_with_one_click(
    qtbot: QtBot, opened: Desktop, checks: ChecksPanel, tmp_path: Path
) -> None:
    procuring = opened.router.procuring
    reports = make_criterion("criteria/computers/cpc2", code="CPC2", kind="CPC", title="Yearly reports")
    path = build_sample(tmp_path / "more.sqlite", records=(*sample_records(), reports))
    with closing(open_library(path)) as library:
        procuring.use_library(library)
        wording = Wording(requirement="The battery lasts.", proof_contract="The reports under CPC2.")
        procuring.desk.change_item("Wording", "item-1", lambda item: replace(item, wording=wording))
        procuring.desk.change_item("Lots", "item-1", lambda item: replace(item, lots=("lot-2",)))
        with qtbot.waitSignal(procuring.watching.checked):
            pass
        mark(checks, "Yearly reports")
        qtbot.waitUntil(lambda: bool(offered(checks)))  # they are shown with the next turn of the window
        with qtbot.waitSignal(procuring.watching.checked):
            next(one for one in offered(checks) if one.text() == "Choose that criterion too").click()

        (item,) = [one for one in kept(opened).items if one.title == "Yearly reports"]
        assert (item.kind, item.level, item.lots) == ("CPC", "core", ("lot-2",))
        assert item.reason == "“Rechargeable battery endurance” refers to it."
        assert checks.isVisible()
        with pytest.raises(AssertionError):
            mark(checks, "refers to")
        procuring.use_library(opened.library)


def test_how_many_must_be_settled_stands_in_the_chip(opened: Desktop, checks: ChecksPanel) -> None:
    musts = opened.router.procuring.watching.musts

    assert musts
    chips = [one.text() for one in opened.router.procuring.page.findChildren(QPushButton)]
    assert f"Checks {musts}" in chips
    assert checks.isVisible()


@pytest.mark.parametrize(
    ("words", "step"), [("add up to", "award"), ("few can meet", "criteria"), ("hardly bears", "criteria")]
)
def test_what_concerns_several_criteria_leads_to_their_step(
    qtbot: QtBot, opened: Desktop, checks: ChecksPanel, words: str, step: str
) -> None:
    half = Award(price=Share(weight=Decimal(50)))
    opened.router.procuring.desk.apply("Award", lambda one: replace(one, award=half))
    add_to_small(qtbot, opened, chosen("one", "Repair"), chosen("two", "Reuse"))
    mark(checks, words)
    qtbot.waitUntil(lambda: bool(offered(checks)))
    next(one for one in offered(checks) if one.text() == "Show me the place").click()

    panel = opened.router.procuring.page.panel(step)
    assert panel is not None
    assert panel.isVisible()


def test_each_finding_leads_to_the_step_that_has_its_field() -> None:
    procurements = [one for one in read_examples() if not isinstance(one.told, str)]
    steps: dict[str, set[str]] = {}
    for finding in (finding for example in procurements for finding in example.findings()):
        steps.setdefault(finding.rule, set()).add(step_of(finding.item, finding.field))
        for mend in finding.mends:
            if mend.action == "fill":
                steps[finding.rule].add(step_of(mend.item, mend.field))

    about = ("accessibility", "lots", "date-order", "clean-vehicles", "energy-efficiency")
    places = {**dict.fromkeys(RULES, "criteria"), **dict.fromkeys(about, "about"), "weights": "award"}
    assert steps == {rule: {places[rule]} for rule in steps}
    assert set(RULES) - set(steps) == {"brand", "link", "may", "whole-label"}  # their examples are texts


def remedies(checks: ChecksPanel) -> list[str]:
    others = ("Show me the place", "Read about the law")
    return [one.accessibleName() for one in offered(checks) if one.text() not in others]


def test_remedies_for_several_criteria_name_each(qtbot: QtBot, opened: Desktop, checks: ChecksPanel) -> None:
    add_to_small(qtbot, opened, chosen("one", "Repair & reuse"), chosen("two", "Heat"))
    mark(checks, "few can meet")
    qtbot.waitUntil(lambda: bool(remedies(checks)))

    assert remedies(checks) == ["Take the level Core of “Repair & reuse”", "Take the level Core of “Heat”"]
    with qtbot.waitSignal(opened.router.procuring.watching.checked):
        next(one for one in offered(checks) if "Heat" in one.text()).click()
    assert [kept(opened).item(name).level for name in ("one", "two")] == ["comprehensive", "core"]


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        (("core", "comprehensive"), ["“Repair”, Comprehensive", "“Repair”, Core"]),
        (
            ("core", "core"),
            ["“Repair”, Core, number {1} in the list", "“Repair”, Core, number {0} in the list"],
        ),
    ],
)
def test_of_a_criterion_that_stands_twice_each_is_named(
    qtbot: QtBot, opened: Desktop, checks: ChecksPanel, levels: tuple[str, str], told: list[str]
) -> None:
    one, other = (chosen("one", "Repair", level=level) for level in levels)
    add_to_small(qtbot, opened, one, replace(other, id="two"))
    mark(checks, "stands twice")
    qtbot.waitUntil(lambda: bool(remedies(checks)))

    numbers = [number for number, item in enumerate(kept(opened).items, start=1) if item.title == "Repair"]
    assert remedies(checks) == [f"Take out {name}".format(*numbers) for name in told]


def test_a_long_title_does_not_widen_the_window(qtbot: QtBot, opened: Desktop, checks: ChecksPanel) -> None:
    narrowest = checks.minimumSizeHint().width()
    long = "Quality of the process of repair " * 8
    add_to_small(qtbot, opened, chosen("one", long), chosen("two", "Heat"))
    mark(checks, "few can meet")
    qtbot.waitUntil(lambda: bool(remedies(checks)))

    button = next(one for one in offered(checks) if long in one.text())
    qtbot.waitUntil(lambda: button.toolTip() == f"Take the level Core of “{long}”")
    assert button.width() <= checks.width() // 2 + 100
    assert checks.minimumSizeHint().width() <= narrowest


def test_cards_do_not_overlap_once_the_findings_are_there(qtbot: QtBot, opened: Desktop) -> None:
    procuring = opened.router.procuring
    long = "Quality of the process of repair, of refurbishment and of remanufacture"
    items = [make_own_item(f"own-{at}", kind="TS", title=f"{long} {at}") for at in range(8)]
    procuring.desk.start(with_items(make_procurement("many"), items))
    procuring.go("many", "checks")
    panel = procuring.page.panel("checks")
    assert isinstance(panel, ChecksPanel)
    with qtbot.waitSignal(procuring.watching.checked):
        pass

    qtbot.waitUntil(lambda: not overlapping(panel.view))
    assert panel.view.model().rowCount() > 8


@pytest.mark.parametrize(
    ("code", "words", "name"),
    [
        ("34110000-1", "Clean Vehicles Directive", "If no clean vehicles are asked for: why"),
        ("34993000-4", "no demand is about energy", "If nothing is asked for energy: why"),
    ],
)
def test_a_reason_why_a_duty_does_not_hold_settles_it(
    qtbot: QtBot, opened: Desktop, checks: ChecksPanel, code: str, words: str, name: str
) -> None:
    procuring = opened.router.procuring
    with qtbot.waitSignal(procuring.watching.checked):
        procuring.desk.change_head("CPV codes", lambda head: replace(head, cpv=(code,)))
    mark(checks, words)
    qtbot.waitUntil(lambda: bool(remedies(checks)))
    assert remedies(checks) == ["Fill it in"]
    next(one for one in offered(checks) if one.text() == "Fill it in").click()

    about = procuring.page.panel("about")
    assert about is not None
    shown = [
        one
        for one in about.findChildren(TextField)
        if one.isVisible() and "asked for" in one.accessibleName()
    ]
    assert [one.accessibleName() for one in shown] == ["If nothing is asked for accessibility: why", name]
    with qtbot.waitSignal(procuring.watching.checked):
        qtbot.keyClicks(shown[1], "Not feasible here.")
    procuring.go("laptops-2026", "checks")
    with pytest.raises(AssertionError):
        mark(checks, words)


def test_a_reason_stays_in_sight_where_its_code_is_gone(opened: Desktop) -> None:
    procuring = opened.router.procuring
    procuring.go("laptops-2026", "about")
    about = procuring.page.panel("about")
    assert about is not None
    reason = named(about, TextField, "If no clean vehicles are asked for: why")
    assert not reason.isVisible()
    procuring.desk.change_head("Reason", lambda head: replace(head, clean_vehicles="No charging point."))

    assert reason.isVisible()
    assert reason.toPlainText() == "No charging point."


def test_a_procurement_in_another_language_says_what_is_read_in_english_only(
    qtbot: QtBot, opened: Desktop, checks: ChecksPanel
) -> None:
    def lines() -> list[str]:
        return [one.text() for one in checks.findChildren(QLabel) if one.isVisible()]

    assert not [line for line in lines() if "English" in line]
    with qtbot.waitSignal(opened.router.procuring.watching.checked):
        opened.router.procuring.desk.change_head("Language", lambda head: replace(head, language="de"))

    (line,) = [line for line in lines() if "English" in line]
    assert line.startswith("This procurement is in German, and these checks read English only:")
