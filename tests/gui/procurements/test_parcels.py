"""Procurements in files: taken in from the window, asked about, undone, handed on."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QRadioButton, QTextBrowser
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.app.making import make_desktop
from procura_desktop.domain import procurement as records
from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.procurement import Procurement
from procura_desktop.errors import PolicyForbidsError
from procura_desktop.gui.card_list import CardView
from procura_desktop.gui.procurements.arrival_dialog import ArrivalDialog
from procura_desktop.gui.procurements.code_words import code_words
from procura_desktop.gui.procurements.parcel_words import ParcelWords, field_name, mended_words
from procura_desktop.gui.waiting import Waiting
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.admission import Mended, What
from procura_desktop.workspace.exchange import export_procurements, read_parcel
from procura_desktop.workspace.exchange_parts import PARTS
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import empty_workspace, open_workspace
from tests.gui.procurements.screens import dialog_of, press
from tests.procurements import make_procurement

NOW = datetime(2026, 11, 29, tzinfo=UTC)


def from_buyer(made: Procurement, buyer: str) -> Procurement:
    return replace(made, head=replace(made.head, buyer=buyer))


def written(file: Path, *held: Procurement) -> str:
    export_procurements(held, file, now=NOW)
    return str(file)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "from Mia.procurement"


def on_disk(desktop: Desktop) -> dict[str, Procurement]:
    with open_workspace(desktop.router.procuring.desk.workspace_path) as workspace:
        return {one.id: one for one in Procurements(workspace).all()}


def until_told(qtbot: QtBot, desktop: Desktop, words: str) -> None:
    qtbot.waitUntil(lambda: words in desktop.window.notice.text and not desktop.window.notice.isHidden())


def until_asked(qtbot: QtBot, desktop: Desktop) -> ArrivalDialog:
    def asked() -> list[ArrivalDialog]:
        return [one for one in desktop.window.findChildren(ArrivalDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()))
    return dialog_of(ArrivalDialog)


def test_what_is_new_is_taken_in_shown_and_can_be_undone(qtbot: QtBot, desktop: Desktop, file: Path) -> None:
    made = make_procurement()
    desktop.open(written(file, made))
    until_told(qtbot, desktop, f"“{made.head.title}” was taken in.")

    assert on_disk(desktop) == {made.id: made}
    assert desktop.router.procuring.desk.procurement == made

    press(desktop.window.notice, "Undo")
    until_told(qtbot, desktop, "Your procurements are as they were")
    assert on_disk(desktop) == {}
    assert desktop.router.procuring.desk.procurement is None


def test_theirs_takes_the_place_of_the_open_one_and_mine_comes_back(
    qtbot: QtBot, opened: Desktop, file: Path
) -> None:
    mine = on_disk(opened)["laptops-2026"]
    theirs = from_buyer(mine, "Town of Example")
    opened.open(written(file, theirs))
    dialog = until_asked(qtbot, opened)
    browser = dialog.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    assert "Town" in browser.toPlainText()
    assert "<s>" not in browser.toPlainText()

    choose(dialog, "Take what the file has")
    press(dialog, "Go on")
    until_told(qtbot, opened, "was taken in")
    assert on_disk(opened) == {mine.id: theirs}
    assert opened.router.procuring.desk.procurement == theirs

    press(opened.window.notice, "Undo")
    until_told(qtbot, opened, "Your procurements are as they were")
    assert on_disk(opened) == {mine.id: mine}


def choose(dialog: ArrivalDialog, text: str) -> None:
    (button,) = (one for one in dialog.findChildren(QRadioButton) if one.text() == text)
    button.click()


def test_mine_is_kept_unless_something_else_is_chosen(qtbot: QtBot, opened: Desktop, file: Path) -> None:
    before = on_disk(opened)
    opened.open(written(file, from_buyer(before["laptops-2026"], "Town of Example")))
    press(until_asked(qtbot, opened), "Go on")
    until_told(qtbot, opened, "kept as you have it")
    assert on_disk(opened) == before


def test_a_question_that_is_left_changes_nothing(qtbot: QtBot, opened: Desktop, file: Path) -> None:
    before = on_disk(opened)
    new = replace(before["laptops-2026"], id="another")
    opened.open(written(file, from_buyer(before["laptops-2026"], "Town of Example"), new))
    dialog = until_asked(qtbot, opened)
    with qtbot.waitSignal(dialog.finished):
        press(dialog, "Cancel")
    assert on_disk(opened) == before


def test_of_several_each_is_decided_and_a_closed_one_is_never_replaced(
    qtbot: QtBot, opened: Desktop, file: Path
) -> None:
    store = opened.router.procuring.desk
    mine = on_disk(opened)["laptops-2026"]
    closed = replace(mine, id="closed", head=replace(mine.head, title="Closed", status="closed"))
    assert store.start(closed)
    opened.open(written(file, from_buyer(mine, "Town"), from_buyer(closed, "Town")))
    dialog = until_asked(qtbot, opened)
    view = dialog.findChild(CardView)
    assert isinstance(view, CardView)

    choose(dialog, "Take what the file has")
    press(dialog, "Do the same with all")
    view.select(1)
    (theirs,) = (one for one in dialog.findChildren(QRadioButton) if one.text() == "Take what the file has")
    assert not theirs.isEnabled()
    assert dialog.decisions == {"laptops-2026": "theirs", "closed": "mine"}
    choose(dialog, "Keep both")
    press(dialog, "Go on")
    until_told(qtbot, opened, "taken in")

    found = on_disk(opened)
    assert found["laptops-2026"].head.buyer == "Town"
    assert found["closed"] == closed
    assert sorted(one.head.title for one in found.values()) == sorted(
        [mine.head.title, "Closed", "Closed (2)"]
    )


def test_what_was_worked_on_since_is_not_undone(qtbot: QtBot, desktop: Desktop, file: Path) -> None:
    desktop.router.failed.disconnect()
    desktop.open(written(file, make_procurement()))
    until_told(qtbot, desktop, "was taken in")
    desk = desktop.router.procuring.desk
    assert desk.change_head("Buyer", lambda head: replace(head, buyer="Ghent"))

    with qtbot.waitSignal(desktop.router.failed) as failed:
        press(desktop.window.notice, "Undo")
    assert "was changed since" in str(failed.args[0])
    assert on_disk(desktop)["laptops-2026"].head.buyer == "Ghent"


def test_a_file_that_is_none_changes_nothing_and_is_explained(
    qtbot: QtBot, opened: Desktop, file: Path
) -> None:
    before = on_disk(opened)
    opened.router.failed.disconnect()
    file.write_bytes(b"no zip")
    with qtbot.waitSignal(opened.router.failed) as failed:
        opened.open(str(file))
    assert "not a whole procurement file" in str(failed.args[0])
    assert on_disk(opened) == before


def test_the_buttons_of_the_list_save_and_open_a_file(
    qtbot: QtBot, opened: Desktop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    procuring = opened.router.procuring
    procuring.go("")
    procuring.list_page.save_wanted.emit("laptops-2026")
    dialog = opened.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(file).removesuffix(".procurement"))
    assert dialog.selectedFiles() == [str(file)]  # this is what it asks about, where it is there
    dialog.accept()
    until_told(qtbot, opened, "Send this file to your colleague")
    assert read_parcel(file, Silent()).procurements == (procuring.desk.read("laptops-2026"),)

    assert procuring.desk.delete("laptops-2026")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    press(procuring.list_page, "Open a file…")
    until_told(qtbot, opened, "was taken in")
    assert set(on_disk(opened)) == {"laptops-2026"}


def test_a_workspace_in_memory_takes_a_file_in_too(
    qtbot: QtBot, places: Folders, library_path: Path, file: Path
) -> None:
    desktop = make_desktop(places, [library_path], workspace=empty_workspace(places.workspace))
    qtbot.addWidget(desktop.window)
    desktop.start(written(file, make_procurement()))
    until_told(qtbot, desktop, "was taken in")
    assert [entry.id for entry in desktop.router.procuring.desk.entries()] == ["laptops-2026"]
    assert not places.workspace.exists()
    desktop.window.close()
    desktop.close()


def test_a_file_is_refused_where_the_organisation_hides_procurements(
    qtbot: QtBot, places: Folders, library_path: Path, file: Path, tmp_path: Path
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[locked]\nfeatures_hidden = ['procurements']\n")
    desktop = make_desktop(replace(places, policy=policy), [library_path])
    qtbot.addWidget(desktop.window)
    desktop.router.failed.disconnect()
    with qtbot.waitSignal(desktop.router.failed) as failed:
        desktop.start(written(file, make_procurement()))
    desktop.fill_settings("settings")
    desktop.window.close()
    desktop.close()
    assert isinstance(failed.args[0], PolicyForbidsError)
    with open_workspace(places.workspace) as workspace:
        assert Procurements(workspace).entries() == ()
    buttons = desktop.router.pages.settings.data.findChildren(QPushButton)
    (save,) = (one for one in buttons if one.text() == "Save everything to a file…")
    assert not save.isVisibleTo(desktop.router.pages.settings)


def test_everything_is_saved_in_one_file(qtbot: QtBot, opened: Desktop, file: Path) -> None:
    opened.router.procuring.parcels.save_all(file)
    until_told(qtbot, opened, "Everything is saved")
    parcel = read_parcel(file, Silent())
    assert (parcel.kind, [one.id for one in parcel.procurements]) == ("workspace", ["laptops-2026"])


def test_the_waiting_goes_when_the_work_has_ended(qtbot: QtBot, opened: Desktop, file: Path) -> None:
    opened.router.procuring.parcels.save_all(file)
    until_told(qtbot, opened, "Everything is saved")
    assert [one for one in opened.window.findChildren(Waiting) if one.isVisible()] == []


@pytest.mark.parametrize(
    "record",
    [
        records.Head,
        records.Dates,
        records.Contact,
        records.Lot,
        records.Item,
        records.Wording,
        records.Confirmation,
        records.Share,
        records.Award,
        records.Offer,
        records.Event,
    ],
    ids=lambda record: record.__name__,
)
def test_every_field_has_words(record: type) -> None:
    groups = {"dates", "contact", "wording", "share"}  # of which each field is named by itself
    prefix = "contact." if record is records.Contact else ""
    names = [
        f"{prefix}{field.name}" for field in fields(record) if field.compare and field.name not in groups
    ]
    assert [name for name in names if field_name(name) == name] == []


CODES = {
    "nature": records.Nature,
    "procedure": records.Procedure,
    "ambition": records.Ambition,
    "status": records.Status,
    "kind": CriterionKind,
    "level": records.Ambition,
    "weighting": records.Weighting,
    "price_kind": records.PriceKind,
    "formula": records.Formula,
    "tie": records.TieRule,
}


@pytest.mark.parametrize("field", CODES)
def test_every_code_has_words(field: str) -> None:
    for code in get_args(CODES[field]):
        assert code_words(field, code) != code or code == "closed"


def test_answers_and_languages_have_words_and_texts_stay() -> None:
    assert [code_words("people_use", answer) for answer in ("yes", "no", "")] == ["Yes", "No", ""]
    assert [code_words("template", answer) for answer in ("True", "False")] == ["Yes", "No"]
    assert [code_words("language", code) for code in ("de", "xx")] == ["German", "xx"]
    assert code_words("title", "draft") == "draft"


def test_every_part_has_words() -> None:
    assert all("2" in ParcelWords().part(part.name, 2) for part in PARTS)


def test_everything_that_is_put_right_has_words() -> None:
    assert all(mended_words(Mended(what, 1)) for what in get_args(What))
