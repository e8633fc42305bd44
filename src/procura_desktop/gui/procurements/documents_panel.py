"""The documents: which, in which form, a look at each, and where to."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QEvent, QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.domain.procurement import Procurement
from procura_desktop.errors import ExportError, OcidPrefixError, ProcuraError
from procura_desktop.export.export import Existing
from procura_desktop.export.facts import Facts
from procura_desktop.export.html import html_text
from procura_desktop.export.outputs import OutputForm, OutputKind, write_outputs
from procura_desktop.export.papers.kinds import ALL_KINDS, DocumentKind, paper_of
from procura_desktop.gui.boxes import row, words
from procura_desktop.gui.headings import heading
from procura_desktop.gui.messages import explain
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.document_words import form_name, output_name
from procura_desktop.gui.procurements.fields import ChoiceField, Labelled, LineField
from procura_desktop.gui.procurements.paper_pdf import paper_pdf
from procura_desktop.gui.procurements.paper_preview import PaperPreview
from procura_desktop.gui.procurements.two_panes import TwoPanes
from procura_desktop.gui.tasks import Newest, Task, Tasks
from procura_desktop.gui.words import tip
from procura_desktop.progress import Progress
from procura_desktop.workspace.document_choices import DocumentChoices

FOR_BIDDERS: tuple[OutputKind, ...] = ("specification", "criteria", "contract", "answers", "answer-form")
FOR_YOU: tuple[OutputKind, ...] = ("evaluation", "matrix", "follow-up", "calendar", "file-note")
FOR_NOTICE: tuple[OutputKind, ...] = ("eforms-table", "eforms-xml", "ocds")
FIRST_TICKED: frozenset[OutputKind] = frozenset({"specification", "criteria", "contract", "answer-form"})
ONE_PAGE: frozenset[OutputKind] = frozenset({"specification"})  # what a small purchase needs
TICKS_IN_SIGHT = 6  # lines
FORMS: tuple[OutputForm, ...] = ("docx", "odt", "pdf", "md", "txt")
FILES_NAMED = 2  # more would leave no room for the ticks
PREVIEW_AFTER_MS = 60


class DocumentsPanel(QWidget):
    """Ticks at the left, the marked document at the right; files are made beside the window."""

    chosen = Signal(object)  # DocumentChoices, to be remembered

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        facts: Callable[[], Facts],
        *,
        choices: DocumentChoices,
        parent: QWidget | None = None,
    ) -> None:
        """Take what gives the facts for an export, such as the organisation, and what was chosen last."""
        super().__init__(parent)
        self._choices = choices
        self._desk = desk
        self._tasks = tasks
        self._facts = facts
        self._task: Task | None = None
        self._folder = ""
        self._shown: DocumentKind = "specification"
        self._boxes: dict[OutputKind, QCheckBox] = {}
        self._ticks = QScrollArea()
        self._ticked_for = ""
        self._form = ChoiceField(self.tr("Form"), [(form, form_name(form)) for form in FORMS])
        self._save = QPushButton(self.tr("Save to a folder…"))
        self._save.setProperty("role", "primary")
        self._copy = QPushButton(self.tr("Copy as text"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._bar = QProgressBar()
        self._told = words()
        self._open = QPushButton(self.tr("Open the folder"))
        self._which = ChoiceField(
            self.tr("Document to look at"), [(kind, output_name(kind)) for kind in ALL_KINDS]
        )
        self._preview = PaperPreview()
        self._writing = Newest(tasks, self)
        self._soon = QTimer(self, singleShot=True, interval=PREVIEW_AFTER_MS)
        self._prefix = LineField(self.tr("Your prefix for open contracting data"), hint="ocds-a1b2c3")
        self._prefix_box = Labelled(
            self.tr("Your prefix for open contracting data"),
            self._prefix,
            why=self.tr("Registered once for each publisher at the Open Contracting Partnership."),
        )
        self._prefix_box.hide()
        self._prefix.show_value(choices.prefix)
        if choices.form in FORMS:
            self._form.show_value(choices.form)
        self._lay_out()
        self._keep_lines()
        self._connect()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("centre")
        column = QVBoxLayout(page)
        column.setContentsMargins(2, 0, 8, 8)
        column.setSpacing(6)
        for title, kinds in (
            (self.tr("For the bidders"), FOR_BIDDERS),
            (self.tr("For you"), FOR_YOU),
            (self.tr("For the notice and as open data"), FOR_NOTICE),
        ):
            column.addWidget(heading(title, "h3"))
            for kind in kinds:
                column.addWidget(self._box(kind))
            column.addSpacing(4)
        column.addWidget(self._prefix_box)
        column.addStretch(1)
        area = self._ticks
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QWidget()
        outer = QVBoxLayout(left)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(area, 1)
        for widget in (
            Labelled(self.tr("Form of the documents"), self._form),
            row(self._save, self._copy),
            self._bar,
            row(self._cancel, self._open),
            self._told,
        ):
            outer.addWidget(widget)
        splitter = TwoPanes(left, self._right(), (380, 620))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        for widget in (self._bar, self._cancel, self._open, self._told):
            widget.hide()

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._which)
        frame = QFrame()
        frame.setObjectName("paper")  # white, in every look
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self._preview)
        column.addWidget(frame, 1)
        return right

    def _box(self, kind: OutputKind) -> QCheckBox:
        box = QCheckBox(output_name(kind))
        box.setChecked(kind in FIRST_TICKED)
        box.toggled.connect(self._judge)
        box.clicked.connect(self._note_ticks)
        self._boxes[kind] = box
        return box

    def _connect(self) -> None:
        self._save.clicked.connect(self._ask_where)
        self._copy.clicked.connect(self._copy_text)
        self._cancel.clicked.connect(self._stop)
        self._open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder)))
        self._which.picked.connect(self._choose_preview)
        self._soon.timeout.connect(self._show_preview)
        self._writing.succeeded.connect(self._lay_preview)
        self._writing.failed.connect(self._fail_preview)
        self._form.picked.connect(
            lambda form: self._choose(msgspec.structs.replace(self._choices, form=form))
        )
        self._prefix.finished.connect(self._note_prefix)
        self._boxes["ocds"].clicked.connect(lambda ticked: self._show_prefix() if ticked else None)

    def _choose(self, choices: DocumentChoices) -> None:
        if choices != self._choices:
            self._choices = choices
            self.chosen.emit(choices)

    def _note_prefix(self) -> None:
        self._choose(msgspec.structs.replace(self._choices, prefix=self._prefix.text().strip()))

    def _note_ticks(self) -> None:
        ticked = tuple(kind for kind, box in self._boxes.items() if box.isChecked())
        self._choose(self._choices.ticking(self._ticked_for, ticked))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _judge(self) -> None:
        self._prefix_box.setVisible(self._boxes["ocds"].isChecked())
        self._save.setEnabled(any(box.isChecked() for box in self._boxes.values()) and self._task is None)

    def _show_prefix(self) -> None:
        """Bring the field for the prefix into sight, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._ticks.ensureWidgetVisible(self._prefix_box))

    # Looking at a document.

    def show_procurement(self, procurement: Procurement) -> None:
        """Show the documents of a procurement, a moment later: the page comes first."""
        if procurement.id != self._ticked_for:
            self._ticked_for = procurement.id
            self._preview.show_paper("", "")  # until there is one of this procurement
            small = procurement.head.procedure == "below-threshold"
            ticked = self._choices.ticks.get(procurement.id, ONE_PAGE if small else FIRST_TICKED)
            for kind, box in self._boxes.items():
                box.setChecked(kind in ticked)
        self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        """Keep a few ticks in sight when the text grows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_lines()

    def _keep_lines(self) -> None:
        self._ticks.setMinimumHeight(TICKS_IN_SIGHT * self.fontMetrics().lineSpacing())

    def _choose_preview(self, kind: str) -> None:
        self._shown = next(one for one in ALL_KINDS if one == kind)
        self._show_preview()

    def _show_preview(self) -> None:
        if (one := self._desk.procurement) is not None:
            self._writing.start(partial(_written, one, self._shown, self._facts()))

    def _lay_preview(self, written: "_Written") -> None:
        one = self._desk.procurement
        if one is not None and one.id == written.procurement:  # another may be open by now
            self._preview.show_paper(f"{one.id}/{written.kind}", written.html)

    def _fail_preview(self, error: Exception) -> None:
        raise error  # nobody expected it: the crash dialog shows it

    def _copy_text(self) -> None:
        from procura_desktop.export.text import plain_text

        one = self._desk.procurement
        if one is not None:
            text = plain_text(paper_of(one, self._shown, self._facts()))
            QGuiApplication.clipboard().setText(text)
            self._tell(
                self.tr("Copied: {document}, with its sources.").format(document=output_name(self._shown))
            )

    # Saving.

    def _ask_where(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        first = documents if Path(documents).is_dir() else str(Path.home())
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where to?"), self._folder or first)
        if folder:
            self.save_to(Path(folder))

    def save_to(self, folder: Path, existing: Existing = "refuse") -> None:
        """Make the ticked files and write them into a folder."""
        one = self._desk.procurement
        if one is None or self._task is not None:
            return
        self._folder = str(folder)
        kinds = [kind for kind, box in self._boxes.items() if box.isChecked()]
        form: OutputForm = next(form for form in FORMS if form == self._form.currentData())
        facts = replace(self._facts(), ocid_prefix=self._prefix.text().strip())
        work = partial(self._write, one, tuple(kinds), form, folder, facts, existing)
        self._task = self._tasks.start_long(work)
        self._task.advanced.connect(self._advance)
        self._task.succeeded.connect(self._done)
        self._task.failed.connect(lambda error: self._fail(error, folder))
        self._task.ended.connect(self._end)
        self._bar.setRange(0, len(kinds))
        self._bar.setValue(0)
        for widget in (self._bar, self._cancel):
            widget.show()
        self._open.hide()
        self._told.hide()
        self._judge()

    @staticmethod
    def _write(
        procurement: Procurement,
        kinds: tuple[OutputKind, ...],
        form: OutputForm,
        folder: Path,
        facts: Facts,
        existing: Existing,
        progress: Progress,
    ) -> tuple[Path, ...]:
        return write_outputs(
            procurement,
            kinds=kinds,
            form=form,
            to=folder,
            facts=facts,
            progress=progress,
            existing=existing,
            pdf=paper_pdf,
        )

    def _advance(self, done: int, _total: int | None) -> None:
        self._bar.setValue(done)

    def _done(self, paths: tuple[Path, ...]) -> None:
        self._open.show()
        saved = self.tr("%n file(s) saved in {folder}", "", len(paths)).format(folder=self._folder)
        self._tell("\n".join((saved, *(path.name for path in paths if len(paths) <= FILES_NAMED))))
        self._told.setToolTip(tip("\n".join(path.name for path in paths)))

    def _fail(self, error: Exception, folder: Path) -> None:
        if isinstance(error, ExportError) and error.path != folder and error.path.is_file():
            QTimer.singleShot(0, self, lambda: self._ask_about_existing(error.path, folder))
        elif isinstance(error, ProcuraError):
            message = explain(error)
            self._tell(f"{message.title}. {message.text}")
            if isinstance(error, OcidPrefixError):
                self._prefix.setFocus(Qt.FocusReason.OtherFocusReason)
                self._show_prefix()
        else:
            raise error

    def _ask_about_existing(self, path: Path, folder: Path) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("“{name}” is there already.").format(name=path.name))
        box.setInformativeText(self.tr("Replace what is there, or keep both?"))
        replace = box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        both = box.addButton(self.tr("Keep both"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(both)
        box.buttonClicked.connect(
            lambda button: (
                self.save_to(folder, "replace")
                if button is replace
                else self.save_to(folder, "number")
                if button is both
                else None
            )
        )
        box.finished.connect(box.deleteLater)
        box.open()

    def _end(self) -> None:
        self._task = None
        self._bar.hide()
        self._cancel.hide()
        self._judge()

    def _tell(self, text: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        self._told.setText(text)
        self._told.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._told, QAccessible.Event.Alert))

    @property
    def told(self) -> str:
        """What was said of the last saving."""
        return self._told.text()

    @property
    def boxes(self) -> dict[OutputKind, QCheckBox]:
        """The ticks, by what they stand for."""
        return self._boxes

    def areas(self) -> list[QWidget]:
        """Give the parts between which F6 moves."""
        return [next(iter(self._boxes.values())), self._preview]


class _Written(NamedTuple):
    """A document of a procurement that was written beside the window, which only lays it out."""

    procurement: str
    kind: DocumentKind
    html: str


def _written(one: Procurement, kind: DocumentKind, facts: Facts) -> _Written:
    return _Written(one.id, kind, html_text(paper_of(one, kind, facts)))
