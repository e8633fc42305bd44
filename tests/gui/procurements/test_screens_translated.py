"""Every screen with content shows words that a translation reaches, and content; nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.award_words import award_sentences
from procura_desktop.domain.checks.rules import RULES
from procura_desktop.domain.history import LINES, line
from procura_desktop.domain.procurement import Event
from procura_desktop.domain.proposing import propose
from procura_desktop.domain.records import Basis, HotspotLevel, Maturity
from procura_desktop.gui.manual import manual_page, manual_titles
from procura_desktop.gui.procurements.documents_panel import DocumentsPanel
from procura_desktop.gui.procurements.lots_form import LotsForm
from procura_desktop.gui.said import said
from procura_desktop.phrases import Phrase
from tests.factories import make_criterion, make_group
from tests.gui.every_text import BEGIN, Content, texts, untranslated, unwrapped
from tests.gui.procurements.every_screen import SCREENS, show_place
from tests.gui.procurements.screens import dialog_of
from tests.procurements import make_procurement
from tests.unit.domain.checks.example_files import read_examples

# What the screens are filled with beyond the procurement, and words as a difference shows them.
TYPED = (
    "500 cycles",
    "Later",
    "Later 1",
    "30213100-6 Portable computers",  # from the list of CPV codes
    "City of Example Elsewhere",
    "The battery keeps at least 80 85 % of its capacity after 500 cycles. capacity. [[battery_cycles]]",
    "EUR",
    "main 2026.11",
    "from Mia.procurement",
    "laptops.docx",
    *("OK", "Cancel"),  # which Qt names, in its own translation
)


FEWEST = 6  # texts of ours on a screen, else it was not walked
RECORDS = (
    "cases/ghent-workwear", "terms/award-criterion", "labels/tco-certified", "organisations/iclei",
    "events/ecoprocura", "law/article-42", "search:battery", "search:battery kind:criterion",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _spoken(pseudo: QTranslator) -> None:
    """Speak it before any window is made."""
    assert not pseudo.isEmpty()


@pytest.fixture(scope="module")
def content(library_path: Path) -> Content:
    """What the library and the buyer wrote."""
    made = make_procurement()
    manual = (manual_page(name) for name, _ in manual_titles())
    return Content(
        library_path,
        *msgspec.json.encode(made).decode().split('"'),
        *(text for page in manual for text in (page.title, page.html)),
        *award_sentences(made),
        *TYPED,
    )


@pytest.mark.parametrize("name", SCREENS)
def test_every_text_of_ours_is_translated(
    show: Callable[[str], QWidget], content: Content, name: str
) -> None:
    screen = show(name)

    assert sum(BEGIN in text for _, text in texts(screen)) > FEWEST
    assert [one for one in untranslated(screen, content) if not is_paper(name, one)] == []


@pytest.mark.parametrize("place", RECORDS)
def test_every_text_of_ours_around_content_is_translated(
    qtbot: QtBot, opened: Desktop, content: Content, place: str
) -> None:
    screen = show_place(opened, place)
    if place.startswith("search:"):
        qtbot.waitUntil(lambda: "battery" in shown(screen), timeout=5000)

    assert sum(BEGIN in text for _, text in texts(screen)) > FEWEST
    assert untranslated(screen, content) == []


ASKS: dict[str, tuple[type[QDialog], Callable[[Desktop], None]]] = {
    "delete": (QMessageBox, lambda desktop: desktop.router.procuring.beginning.delete("laptops-2026")),
    "template": (
        QInputDialog,
        lambda desktop: desktop.router.procuring.beginning.make_template("laptops-2026"),
    ),
    "replace": (QMessageBox, lambda desktop: ask_about_file(desktop)),
    "lot": (QMessageBox, lambda desktop: ask_about_lot(desktop)),
}


def ask_about_lot(desktop: Desktop) -> None:
    desktop.router.procuring.go("laptops-2026", "about")
    (form,) = desktop.window.findChildren(LotsForm)
    form._ask_or_take_out("lot-2")  # noqa: SLF001 - as a press on the button that has a translated name


def ask_about_file(desktop: Desktop) -> None:
    desktop.router.procuring.go("laptops-2026", "documents")
    (panel,) = desktop.window.findChildren(DocumentsPanel)
    panel._ask_about_existing(Path("/data/laptops.docx"), Path("/data"))  # noqa: SLF001 - as after an export


@pytest.mark.parametrize("name", ASKS)
def test_every_text_of_a_question_is_translated(opened: Desktop, content: Content, name: str) -> None:
    kind, ask = ASKS[name]
    ask(opened)
    dialog = dialog_of(kind)

    found = untranslated(dialog, content)
    dialog.reject()
    assert found == []


def shown(screen: QWidget) -> str:
    return "\n".join(text for where, text in texts(screen) if where.startswith("CardView")).casefold()


def is_paper(screen: str, found: str) -> bool:
    """Say whether it stands in the preview of a document, which has a language of its own."""
    return screen == "documents" and found.startswith("PaperPreview document: ")


def is_said(phrase: Phrase | str) -> bool:
    words = said(phrase)
    values = set(values_of(phrase))
    return words.startswith(BEGIN) and all(
        any(piece in value for value in values) for piece in unwrapped(words)
    )


def values_of(phrase: Phrase | str) -> Iterator[str]:
    """Give the texts that are put into a phrase; they are the buyer's or the library's."""
    for _, value in phrase.values if isinstance(phrase, Phrase) else ():
        if isinstance(value, Phrase):
            yield from values_of(value)
        else:
            yield str(value)


def test_whatever_the_checks_find_is_translated() -> None:
    found = [finding for example in read_examples() for finding in example.findings()]
    rules = [words for rule in RULES.values() for words in (rule.finds, rule.why, rule.do, rule.law) if words]

    assert {finding.rule for finding in found} == set(RULES)
    assert all(map(is_said, rules))
    assert [
        finding for finding in found if not all(map(is_said, (finding.what, finding.why, finding.do)))
    ] == []


def test_whatever_reason_a_proposal_has_is_translated() -> None:
    group = make_group()
    proposals = propose(group, [make_criterion()], ambition="core")

    assert proposals
    for one in proposals:
        for top in (None, *get_args(Basis)):
            for hotspot in (None, *get_args(HotspotLevel)):
                for maturity, burden in zip(get_args(Maturity), (0, 1, 2, 3), strict=True):
                    changed = replace(one, top=top, hotspot=hotspot, maturity=maturity, burden=burden)
                    assert all(map(is_said, changed.reasons))


def test_a_history_is_shown_in_the_language_of_today(
    qapp: QApplication, opened: Desktop, pseudo: QTranslator
) -> None:
    qapp.removeTranslator(pseudo)
    names = ("title", "id", "before", "after", "version", "library", "edition")
    lines = [line("2026-11-30T09:00:00+00:00", code, **dict.fromkeys(names, "x")) for code in LINES]
    qapp.installTranslator(pseudo)
    earlier = Event(on="2026-11-01T09:00:00+00:00", what="Asked the market")
    opened.router.procuring.desk.apply("", lambda one: replace(one, events=(earlier, *lines)))
    opened.router.procuring.go("laptops-2026", "about")
    (label,) = (one for one in opened.window.findChildren(QLabel) if "Asked the market" in one.text())

    assert [piece.rpartition(": ")[2] for piece in unwrapped(label.text())] == ["Asked the market"]
    assert sum(f": {BEGIN}" in one for one in label.text().splitlines()) == len(LINES)
