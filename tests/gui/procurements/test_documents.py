"""A person takes the documents along."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QMessageBox, QTextBrowser
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.gui.procurements.documents_panel import DocumentsPanel
from procura_desktop.gui.procurements.fields import ChoiceField, LineField
from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.document_choices import (
    MOST_KEPT,
    DocumentChoices,
    keep_choices,
    read_choices,
)
from procura_desktop.workspace.workspace import open_workspace
from tests.gui.procurements.screens import dialog_of, named, press
from tests.procurements import make_procurement


@pytest.fixture
def documents(opened: Desktop) -> DocumentsPanel:
    opened.router.procuring.go("laptops-2026", "documents")
    panel = opened.router.procuring.page.panel("documents")
    assert isinstance(panel, DocumentsPanel)
    return panel


def tick_only(documents: DocumentsPanel, *kinds: str) -> None:
    for kind, box in documents.boxes.items():
        box.setChecked(kind in kinds)


def test_ticked_documents_are_saved_and_hold_the_criteria(
    qtbot: QtBot, documents: DocumentsPanel, tmp_path: Path
) -> None:
    tick_only(documents, "specification", "matrix")
    documents.save_to(tmp_path / "out")
    qtbot.waitUntil(lambda: "2 file" in documents.told, timeout=20_000)

    found = sorted(path.suffix for path in (tmp_path / "out").iterdir())
    assert found == [".docx", ".xlsx"]
    (path,) = (tmp_path / "out").glob("*.docx")
    text = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    assert "Rechargeable battery endurance" in text


def test_what_is_there_is_only_replaced_when_asked(
    qtbot: QtBot, documents: DocumentsPanel, tmp_path: Path
) -> None:
    tick_only(documents, "contract")
    documents.save_to(tmp_path / "out")
    qtbot.waitUntil(lambda: "1 file" in documents.told, timeout=20_000)
    (path,) = (tmp_path / "out").iterdir()
    path.write_bytes(b"mine")

    documents.save_to(tmp_path / "out")
    qtbot.waitUntil(lambda: bool(documents.findChildren(QMessageBox)), timeout=20_000)
    press(dialog_of(QMessageBox), "Keep both")
    qtbot.waitUntil(lambda: len(list((tmp_path / "out").iterdir())) == 2, timeout=20_000)
    assert path.read_bytes() == b"mine"


def test_a_pdf_has_pages(qtbot: QtBot, documents: DocumentsPanel, tmp_path: Path) -> None:
    tick_only(documents, "specification")
    form = named(documents, ChoiceField, "Form")
    form.setCurrentIndex(form.findData("pdf"))
    documents.save_to(tmp_path / "out")
    qtbot.waitUntil(lambda: "1 file" in documents.told, timeout=20_000)

    (path,) = (tmp_path / "out").iterdir()
    assert path.read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_written_is_told(
    qtbot: QtBot, documents: DocumentsPanel, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    tick_only(documents, "contract")
    documents.save_to(tmp_path / "file")
    qtbot.waitUntil(lambda: bool(documents.told), timeout=20_000)

    assert "could not be written" in documents.told


def test_the_preview_shows_what_is_chosen(qtbot: QtBot, documents: DocumentsPanel) -> None:
    preview = named(documents, QTextBrowser, "Preview")
    named(documents, ChoiceField, "Document to look at").picked.emit("file-note")
    qtbot.waitUntil(lambda: "Batteries fail first." in preview.toPlainText())


def test_no_document_of_another_procurement_stays_in_sight(
    qtbot: QtBot, opened: Desktop, documents: DocumentsPanel
) -> None:
    preview = named(documents, QTextBrowser, "Preview")
    qtbot.waitUntil(lambda: "Laptops for the town hall" in preview.toPlainText())
    other = make_procurement("other")
    assert opened.router.procuring.desk.start(replace(other, head=replace(other.head, title="Chairs")))
    opened.router.procuring.go("other", "documents")

    assert not preview.toPlainText()
    qtbot.waitUntil(lambda: "Chairs" in preview.toPlainText())
    assert "Laptops for the town hall" not in preview.toPlainText()


def test_a_missing_prefix_is_told_and_its_field_comes_into_sight(
    qtbot: QtBot, opened: Desktop, documents: DocumentsPanel, tmp_path: Path
) -> None:
    opened.window.resize(1024, 600)
    tick_only(documents, "specification")
    documents.boxes["ocds"].click()
    prefix = named(documents, LineField, "Your prefix for open contracting data")
    qtbot.waitUntil(lambda: not prefix.visibleRegion().isEmpty())

    documents.save_to(tmp_path / "out")
    qtbot.waitUntil(lambda: "No file was written" in documents.told, timeout=20_000)
    assert opened.window.focusWidget() is prefix
    assert not (tmp_path / "out").exists()


def test_many_saved_files_leave_room_for_the_ticks(
    qtbot: QtBot, documents: DocumentsPanel, tmp_path: Path
) -> None:
    tick_only(documents, "specification", "criteria", "contract", "answers", "evaluation")
    documents.save_to(tmp_path / "out")
    qtbot.waitUntil(lambda: "5 file" in documents.told, timeout=20_000)

    assert documents.told.count("\n") == 0


def test_what_was_chosen_is_there_after_a_restart(qtbot: QtBot, opened: Desktop, places: Folders) -> None:
    opened.router.procuring.go("laptops-2026", "documents")
    panel = opened.router.procuring.page.panel("documents")
    assert isinstance(panel, DocumentsPanel)
    panel.boxes["contract"].click()
    panel.boxes["ocds"].click()
    form = named(panel, ChoiceField, "Form")
    form.setCurrentIndex(form.findData("odt"))
    form.activated.emit(form.currentIndex())
    prefix = named(panel, LineField, "Your prefix for open contracting data")
    qtbot.keyClicks(prefix, "ocds-a1b2c3")
    prefix.editingFinished.emit()

    with closing(open_workspace(places.workspace)) as kept:
        choices = read_choices(kept)
    assert (choices.prefix, choices.form) == ("ocds-a1b2c3", "odt")
    assert set(choices.ticks["laptops-2026"]) == {"specification", "criteria", "answer-form", "ocds"}

    desk = opened.router.procuring.desk
    procuring = opened.router.procuring
    tasks, facts = procuring._tasks, procuring._export_facts  # noqa: SLF001 - as after a start
    again = DocumentsPanel(desk, tasks, facts, choices=choices)
    qtbot.addWidget(again)
    assert desk.procurement is not None
    again.show_procurement(desk.procurement)
    assert {kind for kind, box in again.boxes.items() if box.isChecked()} == set(
        choices.ticks["laptops-2026"]
    )
    assert named(again, ChoiceField, "Form").currentData() == "odt"
    assert named(again, LineField, "Your prefix for open contracting data").text() == "ocds-a1b2c3"


def test_what_another_version_wrote_is_begun_anew_and_old_ticks_are_forgotten(places: Folders) -> None:
    with closing(open_workspace(places.workspace)) as workspace:
        workspace.set_window_state("documents", b'{"prefix": 3}')
        choices = read_choices(workspace)
        assert choices == DocumentChoices()
        for number in range(MOST_KEPT + 1):
            choices = choices.ticking(f"p-{number}", ("contract",))
        keep_choices(workspace, choices)
        assert next(iter(read_choices(workspace).ticks)) == "p-1"
