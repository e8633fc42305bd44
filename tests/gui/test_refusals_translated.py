"""What is refused is said in words that a translation reaches: on the page Updates, in boxes, of a policy.

Messages of the system and of other libraries stay as they are; each is named where it is met.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop import errors
from procura_desktop.app.desktop import Desktop
from procura_desktop.app.making import make_desktop
from procura_desktop.gui import crash
from procura_desktop.gui.crash import ask_to_go_on, show_crash, show_error
from procura_desktop.gui.mending import show_rescue
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.update_questions import accepts_expired
from procura_desktop.library.compress import compress
from procura_desktop.phrases import phrase
from procura_desktop.publish import draft
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.policy_schema import FEATURES
from procura_desktop.settings.settings import THEMES, change_settings
from procura_desktop.workspace.rescue import Rescue
from tests.factories import make_article
from tests.gui.every_text import BEGIN, Content, texts, untranslated, unwrapped
from tests.gui.test_messages import EXAMPLES
from tests.releases import Publisher, make_publisher

LONG = 20_000
LONG_AGO = date(2025, 12, 20)
BUTTONS = ("&OK", "OK", "Show Details...")  # which Qt names, in its own translation
OTHERS = re.compile(  # what the system and other libraries say, names and addresses
    r"timestamp was signed by 0/1 keys|Failed to deserialize JSON|JSON is malformed: .*[(]byte \d+[)]|"
    r"Observed hash \w+ does not match expected hash \w+|Unable to decompress Zstandard data: .*|"
    r"File is not a zip file|\[Errno 2\] No such file or directory|metadata/[\w.]+|[\w.]+[.]pack|https?://\S+|"
    r".*policy[.]toml:\d+: \S+|'[\w.]+'|\[.*\]"  # what stands in a policy
)
LISTED = (
    'library = "main"',
    ", ".join(FEATURES),
    ", ".join(THEMES),
    "library addresses root root_json fingerprint",
)
FAULTY = """
theme = "dark"
strange = 1
defaults = 5

[locked]
theme = "pink"
ask_above = -1
network = "no"
proxy = "somewhere"
ca_file = "here.pem"
look_between = "late"
language = "klingon"
organisation = 5
features_hidden = "cases"
hidden = ["Main!"]
libraries_required = ["ghent"]
libraries_forbidden = ["ghent", "main", 5]
text_skale = 100
sources = [
    {library = "main", root = "root.json", fingerprint = "12", key = 1},
    {library = "main", addresses = "x", root_json = "no"},
    {addresses = [""]},
]
"""


@pytest.fixture(autouse=True)
def _spoken(pseudo: QTranslator) -> None:
    """Speak it before any window is made."""
    assert not pseudo.isEmpty()


@pytest.fixture(scope="module")
def content(library_path: Path) -> Content:
    return Content(library_path, *BUTTONS, *LISTED)


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    return replace(folders(tmp_path / "data"), policy=tmp_path / "policy.toml")


@pytest.fixture
def desktop(qtbot: QtBot, places: Folders, library_path: Path) -> Iterator[Desktop]:
    made = make_desktop(places, [library_path])
    qtbot.addWidget(made.window)
    made.start("")
    yield made
    made.window.close()
    made.close()


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch, content: Content) -> list[list[str]]:
    """What each box that would be shown says past the translation."""
    found: list[list[str]] = []

    def look(box: QMessageBox) -> int:
        box.show()
        assert sum(BEGIN in text for _, text in texts(box)) > 1
        found.append(past(box, content))
        box.hide()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    return found


def past(window: QWidget, content: Content) -> list[str]:
    """List what a window says past the translation, without what others say."""
    found = untranslated(window, content)
    return [one for one in found if not OTHERS.fullmatch(one.partition(": ")[2])]


def past_translation(box: QWidget, *facts: object) -> list[str]:
    values = [str(fact) for fact in facts]
    pieces = (piece for _, text in texts(box) for piece in unwrapped(text))
    return [piece for piece in pieces if not any(piece in value for value in (*values, *BUTTONS))]


# The page Updates.


def gone(_publisher: Publisher, folder: Path) -> str:
    return str(folder / "gone")


def empty(_publisher: Publisher, folder: Path) -> str:
    (folder / "empty").mkdir()
    return str(folder / "empty")


def no_archive(_publisher: Publisher, folder: Path) -> str:
    (folder / "x.procura").write_bytes(b"no archive")
    return str(folder / "x.procura")


def other_keys(_publisher: Publisher, folder: Path) -> str:
    other = make_publisher(folder / "other", name="ghent")
    other.release(records=(make_article(),))
    return str(other.folder)


def file_missing(publisher: Publisher, _folder: Path) -> str:
    next((publisher.folder / "metadata").glob("*.targets.json")).unlink()
    return str(publisher.folder)


def no_metadata(publisher: Publisher, _folder: Path) -> str:
    (publisher.folder / "metadata" / "timestamp.json").write_bytes(b"{")
    return str(publisher.folder)


def changed_metadata(publisher: Publisher, _folder: Path) -> str:
    file = next((publisher.folder / "metadata").glob("*.targets.json"))
    file.write_bytes(file.read_bytes().replace(b"ghent", b"gent!"))
    return str(publisher.folder)


def changed_pack(publisher: Publisher, _folder: Path) -> str:
    file = next((publisher.folder / "targets").glob("*.pack"))
    file.write_bytes(bytes(len(file.read_bytes())))
    return str(publisher.folder)


States = Callable[[Publisher, Path], str]


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    """Somebody with one edition of the library ghent."""
    made = make_publisher(tmp_path / "publisher", name="ghent")
    made.release(records=(make_article(),))
    return made


def tried(qtbot: QtBot, desktop: Desktop, publisher: Publisher, address: str) -> str:
    """Look at an address, fetch what is there, and give what the page says in the end."""
    desktop.router.go(parse_place("updates"))
    updates, page = desktop.updates, desktop.updates.page
    updates.take_source((address,), publisher.root.read_bytes(), library="ghent")
    page.look.click()
    qtbot.waitUntil(lambda: bool(page.status) and not page.cancel.isVisible(), timeout=LONG)
    if page.update_now.isVisible():
        page.update_now.click()
        qtbot.waitUntil(lambda: not (page.cancel.isVisible() or page.update_now.isVisible()), timeout=LONG)
    return page.status


@pytest.mark.parametrize(
    "state",
    [gone, empty, no_archive, other_keys, file_missing, no_metadata, changed_metadata, changed_pack],
)
def test_what_cannot_be_fetched_is_said_in_the_language_of_the_window(
    qtbot: QtBot, desktop: Desktop, publisher: Publisher, content: Content, tmp_path: Path, state: States
) -> None:
    status = tried(qtbot, desktop, publisher, state(publisher, tmp_path))

    assert BEGIN in status
    assert past(desktop.window, content) == []


@pytest.mark.parametrize(
    ("pack", "says"),
    [
        (b"no pack", "the pack is broken"),
        (compress(b"no pack\n"), "this is no pack"),
        (compress(b"x" * 90)[:-2], "the pack is cut short"),
        (compress(b"no line end"), "the pack does not end where it should"),
    ],
    ids=["broken", "no-head", "cut", "no-end"],
)
def test_what_a_broken_pack_says_of_itself_is_said_in_it_too(
    qtbot: QtBot,
    desktop: Desktop,
    tmp_path: Path,
    content: Content,
    monkeypatch: pytest.MonkeyPatch,
    pack: bytes,
    says: str,
) -> None:
    monkeypatch.setattr(draft, "pack_bytes", lambda *_: pack)
    publisher = make_publisher(tmp_path / "publisher", name="ghent")
    publisher.release(records=(make_article(),))

    assert says in tried(qtbot, desktop, publisher, str(publisher.folder))
    assert past(desktop.window, content) == []


def test_an_edition_that_expired_is_said_in_it(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path, content: Content, boxes: list[list[str]]
) -> None:
    old = make_publisher(tmp_path / "old", name="ghent", on=LONG_AGO)
    old.release(records=(make_article(),), on=LONG_AGO)

    tried(qtbot, desktop, old, str(old.folder))

    assert past(desktop.window, content) == []
    assert boxes == [[]]


@pytest.mark.parametrize("chosen", [{"network": False}, {"ca_file": "/nowhere.pem"}])
def test_what_the_settings_do_not_allow_is_said_in_it(
    qtbot: QtBot,
    places: Folders,
    desktop: Desktop,
    publisher: Publisher,
    content: Content,
    chosen: dict[str, object],
) -> None:
    change_settings(places.settings, chosen)

    assert BEGIN in tried(qtbot, desktop, publisher, "https://updates.example/")
    assert past(desktop.window, content) == []


# Boxes.


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_a_box_about_an_error_has_no_words_but_ours_and_its_facts(
    monkeypatch: pytest.MonkeyPatch, error: errors.ProcuraError
) -> None:
    found: list[str] = []

    def look(box: QMessageBox) -> int:
        box.show()
        found.extend(past_translation(box, *vars(error).values()))
        box.hide()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    show_error(error)

    assert found == []


def test_the_boxes_of_the_start_and_of_a_crash_are_translated(
    boxes: list[list[str]], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "show_crash", show_crash)
    file = Path("/data/workspace.sqlite")
    damaged = errors.WorkspaceDamagedError(path=file, detail=phrase("details", "it is empty"))
    ask_to_go_on(damaged)
    ask_to_go_on(errors.WorkspaceTooNewError(path=file, found=9, supported=1))
    show_crash(ValueError, ValueError("x"), None)
    show_error(ValueError("x"))
    accepts_expired(
        QWidget(),
        errors.ReleaseExpiredError(
            source="stick",
            version="2026.3.1",
            published="2026-03-02",
            expired="2026-06-10",
            clock="2026-11-25",
        ),
    )

    show_rescue(
        Rescue(
            kept=file, saved={}, lost={"notes": 2, "history": 1, "bookmarks": 1}, pages=2, loose=1,
            procurements=("A", "B"), mended=(("C", 2),), begun=("D",), missing=("E",),
        )
    )  # fmt: skip

    assert boxes == [[]] * 6
    assert "ValueError: x" in capsys.readouterr().err


# A policy with faults.


@pytest.mark.parametrize("place", ["settings", "updates"])
def test_faults_of_a_policy_are_said_in_the_language_of_the_window(
    qtbot: QtBot, places: Folders, library_path: Path, content: Content, place: str
) -> None:
    places.policy.write_text(FAULTY, encoding="utf-8")
    desktop = make_desktop(places, [library_path])
    qtbot.addWidget(desktop.window)
    desktop.start("")
    desktop.fill_settings(place)
    desktop.router.go(parse_place(place))

    found = past(desktop.window, content)
    desktop.window.close()
    desktop.close()
    assert found == []
