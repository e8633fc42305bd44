"""Every screen with content, by its name: a step of a procurement, a place, or a dialog."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.anchors import Anchor
from procura_desktop.gui.backup_dialog import BackupDialog
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.procurements.add_dialog import AddDialog
from procura_desktop.gui.procurements.arrival_dialog import ArrivalDialog
from procura_desktop.gui.procurements.chooser import Chooser
from procura_desktop.gui.procurements.confirm_dialog import ConfirmDialog
from procura_desktop.gui.procurements.paper_preview import PaperPreview
from procura_desktop.gui.procurements.start_dialog import StartDialog
from procura_desktop.gui.procurements.where_dialog import WhereDialog
from procura_desktop.gui.source_dialog import SourceDialog
from procura_desktop.gui.theme import LIGHT
from procura_desktop.library.open import open_library
from procura_desktop.workspace.backup import back_up
from tests.factories import build_sample, make_criterion, sample_records
from tests.gui.procurements.screens import dialog_of
from tests.gui.procurements.test_parcels import from_buyer, written
from tests.procurements import make_procurement

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS = ("about", "criteria", "award", "checks", "documents", "follow-up")
PLACES = (
    "home", "search", "guidance", "criteria", "groups/computers", "guidance/labels", "cases", "glossary",
    "criteria/computers/ts6-battery-endurance", "manual", "procurements", "notes", "settings", "updates",
)  # fmt: skip
NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
ADDRESS = "procura:main/guidance/labels"
CRITERION = "criteria/computers/ts6-battery-endurance"


def show_step(qtbot: QtBot, desktop: Desktop, step: str) -> QWidget:
    procuring = desktop.router.procuring
    with qtbot.waitSignal(procuring.watching.checked, raising=False, timeout=2000):
        procuring.go("laptops-2026", step)
    if step == "documents":
        (preview,) = desktop.window.findChildren(PaperPreview)
        qtbot.waitUntil(lambda: bool(preview.name) and preview.is_whole)
    return desktop.window


def show_news(qtbot: QtBot, desktop: Desktop, folder: Path) -> QWidget:
    procuring = desktop.router.procuring
    changed = replace(make_criterion(text="The battery keeps at least 85 % of its capacity."), version=2)
    others = tuple(one for one in sample_records() if one.id != changed.id)
    library = open_library(build_sample(folder / "new.sqlite", records=(*others, changed), version="2026.12"))
    procuring.use_library(library)
    procuring.go("laptops-2026", "news")
    with qtbot.waitSignal(procuring.watching.news_found):
        pass
    return desktop.window


def show_place(desktop: Desktop, place: str) -> QWidget:
    desktop.fill_settings(place)
    notes = desktop.router.noting
    for words in ("Why?", "Who?"):
        notes._notes.add(ADDRESS, "Labels as proof", anchor=Anchor("within the law"), words=words)  # noqa: SLF001 - test data
    notes.bookmark(ADDRESS, "Labels as proof", "Later")
    notes.bookmark(f"procura:main/{CRITERION}", "Battery", "")
    desktop.router.go(parse_place(place))
    return desktop.window


def show_dialog(qtbot: QtBot, desktop: Desktop, kind: type[QDialog], folder: Path) -> QWidget:
    procuring, choosing = desktop.router.procuring, desktop.router.procuring.choosing
    if kind is ArrivalDialog:
        other = from_buyer(make_procurement(), "City of Elsewhere")
        procuring.parcels.take(written(folder / "from Mia.procurement", other))
        qtbot.waitUntil(lambda: any(one.isVisible() for one in desktop.window.findChildren(ArrivalDialog)))
    elif kind in (SourceDialog, BackupDialog):
        dialog = SourceDialog(desktop.window) if kind is SourceDialog else backups(desktop, folder)
        dialog.open()
        return dialog
    else:
        ask: dict[type[QDialog], Callable[[], object]] = {
            StartDialog: procuring.beginning.ask_for_new,
            WhereDialog: lambda: choosing.choose_of("groups/computers"),
            AddDialog: lambda: choosing.add_record(CRITERION),
            Chooser: choosing.choose,
            ConfirmDialog: lambda: choosing.confirm("item-1"),
        }
        ask[kind]()
    return dialog_of(kind)


def backups(desktop: Desktop, folder: Path) -> BackupDialog:
    back_up(desktop.router.procuring.desk.workspace_path, folder / "backups", reason="by-hand", now=NOON)
    return BackupDialog((folder / "backups",), LIGHT, desktop.window)


DIALOGS = (
    StartDialog,
    WhereDialog,
    AddDialog,
    Chooser,
    ConfirmDialog,
    ArrivalDialog,
    SourceDialog,
    BackupDialog,
)
SCREENS = (*STEPS, "news", *PLACES, *(kind.__name__ for kind in DIALOGS))
