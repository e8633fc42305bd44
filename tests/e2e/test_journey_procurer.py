"""The procurer's journeys in the real window: from a word to the documents, and on through an update."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from docx import Document
from odfdo import Document as OpenDocument

from procura_desktop.domain.procurement import Procurement
from procura_desktop.domain.records import Record
from procura_desktop.library.entries import Facts
from procura_desktop.library.installed import bundled_path
from procura_desktop.library.open import open_library
from procura_desktop.settings.folders import folders
from procura_desktop.settings.sources import add_source
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace
from tests.e2e import eyes
from tests.e2e.person import Person
from tests.e2e.window import Program, Screen, until
from tests.releases import make_publisher
from tests.unit.export.test_docx import all_text as docx_text
from tests.unit.export.test_odt import all_text as odt_text

pytestmark = [pytest.mark.external("Xvfb"), pytest.mark.external("xdotool")]

TITLE = "Procura Desktop"
BATTERY = "Rechargeable battery endurance"
OTHERS = (  # each with a reason that the program proposes
    "Design for reparability",
    "Continued availability of spare parts",
    "Manufacturer’s warranty",
    "Service agreement (contract clause)",
    "Improvement in energy consumption above the specified threshold for computers",
)
STEPS = ("About", "Criteria", "Changed", "Award", "Checks", "Documents", "Follow-up")
FIGURES = {
    BATTERY: {"Full charge cycles, cycles": "923"},
    OTHERS[1]: {
        "Years of supply from delivery, years": "7",
        "Longest delivery time of a part, working days": "4",
    },
    OTHERS[2]: {"Length of the warranty, years": "5"},
    OTHERS[3]: {"Time between two reports (our suggestion), months": "6"},
    OTHERS[4]: {"Saving that earns all points, %": "43"},
}
WRITTEN = (
    "at least 80 % of its rated capacity after 923 cycles",
    "shall be available for at least 7 years from delivery",
    "within 4 working days of the order",
    "a warranty of the manufacturer of at least 5 years",
    "report every 6 months",
    "saving ÷ 43 %",
)


@pytest.fixture
def program(program: Program, data: Path, tmp_path: Path) -> Program:
    """The program, seen."""
    program.command = (sys.executable, eyes.__file__, "--data-dir", str(data))
    program.environment[eyes.SOCKET] = str(tmp_path / "eyes")
    return program


@pytest.fixture
def person(display: str, environment: dict[str, str], tmp_path: Path) -> Iterator[Person]:
    environment["DISPLAY"] = display
    person = Person(Screen(display), tmp_path / "eyes")
    yield person
    print(person.look())  # shown if the test fails  # noqa: T201


def kept(data: Path) -> Procurement:
    """Read the only procurement from the disk, while the program runs."""
    with open_workspace(data / "workspace.sqlite") as workspace:
        store = Procurements(workspace)
        [entry] = store.entries()
        return store.read(entry.id).procurement


def find_and_compare(person: Person) -> None:
    """Type a word, open the first hit, read both levels beside each other."""
    person.screen.press("ctrl+k")
    person.screen.type("laptop battery")
    until(lambda: any(BATTERY in text for text in person.look()["texts"]), "the hit")
    person.screen.press("Down")
    person.wait_for_focus("Search results")
    person.down_to(BATTERY)
    person.screen.press("Return")
    for words in ("Comprehensive", "500 cycles", "800 cycles"):
        person.wait_for(words)


def add_to_new(person: Person) -> None:
    """Take what is read into a new procurement, at the higher level."""
    person.press_button("Add to a procurement…")
    person.wait_for_window("Add to a procurement")
    assert person.look()["value"] == "A new procurement"
    person.tab_to("Ambition level")
    person.screen.press("Down")
    until(lambda: person.look()["value"] == "Comprehensive", "the higher level")
    person.write("Why you ask for it", "Batteries fail first.")
    person.press_button("Add")
    person.wait_for_window(TITLE)
    person.wait_for("Added to ")


def choose_others(person: Person) -> None:
    """Open the procurement and tick five more."""
    person.screen.press("ctrl+7")
    person.wait_for("New procurement…")
    person.tab_to("My procurements")
    person.screen.press("Return")
    person.wait_for("1 criterion chosen")
    person.press_button("Choose criteria…")
    person.wait_for_window("Choose criteria")
    person.tab_to("Choose criteria")
    for title in OTHERS:
        person.screen.press("Home")
        person.down_to(title)
        person.screen.press("space")
        until(lambda: person.look()["row"].startswith("[x] "), f"a tick at {title!r}")
    person.press_button("Take these")
    person.wait_for_window(TITLE)
    person.wait_for("6 criteria chosen")


def fill_figures(person: Person) -> None:
    """Mark each criterion in the list and type its figures."""
    for title, figures in FIGURES.items():
        person.tab_to("Chosen criteria", "shift+Tab")
        person.screen.press("Home")
        person.down_to(title)
        for name, figure in figures.items():
            person.write(name, figure)


def turn_to(person: Person, step: str) -> None:
    """Reach the steps of the page with F6, and one of them with the arrows."""
    for _ in range(len(STEPS)):
        if person.look()["focus"].startswith(STEPS):
            break
        person.move("F6")
    for _ in range(len(STEPS)):
        if person.look()["focus"].startswith(step):
            return
        person.move("Right")
    raise AssertionError(f"no step {step!r}")


def save(person: Person, form: str, folder: Path) -> dict[str, str]:
    """Save the ticked documents in a form; give the text of each new file, as its library reads it."""
    person.tab_to("Form", "shift+Tab")
    until(lambda: _picked(person, form), f"the form {form}")
    person.press_button("Save to a folder…")
    person.wait_for_window("Where to?")
    person.screen.press("ctrl+a")
    person.screen.type(str(folder))
    until(lambda: person.look()["value"] == str(folder), "the folder's name")
    person.screen.press("Return")
    person.wait_for_window(TITLE)
    person.wait_for(f"3 files saved in {folder}")
    made = [path for path in folder.iterdir() if path.suffix in form]
    return {path.stem: text_of(path) for path in made}


def _picked(person: Person, form: str) -> bool:
    if form not in (shown := person.look()["value"]):
        person.screen.press("Down")
        until(lambda: person.look()["value"] != shown, "another form")
    return form in person.look()["value"]


def text_of(path: Path) -> str:
    """Give the words of a document, a line a paragraph."""
    lines = docx_text(Document(str(path))) if path.suffix == ".docx" else odt_text(OpenDocument(path))
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def check_documents(documents: dict[str, str]) -> None:
    """Look for all six criteria with their figures, what is unsure of them, and where they come from."""
    said = "\n".join(documents.values())
    headings = re.findall(r"^(?:TS|AC|CPC) \d+ (.+)$", said, re.MULTILINE)
    assert set(headings) == {BATTERY, *OTHERS}
    for words in WRITTEN:
        assert words in said
    assert said.count("Not yet confirmed by the contracting authority.") == 6
    assert said.count("Library “main” dev, version ") == 6
    for text in documents.values():
        assert "Criteria were copied from the library “main”, edition dev" in text
        assert "This document is no legal advice." in text


def test_a_procurer_goes_from_a_word_to_the_documents(
    program: Program, person: Person, data: Path, tmp_path: Path
) -> None:
    running = program.start()
    person.wait_for_window(TITLE)
    find_and_compare(person)
    add_to_new(person)
    choose_others(person)
    fill_figures(person)

    turn_to(person, "Documents")
    person.press_button("Answer form as a table (.xlsx)")
    (folder := tmp_path / "documents").mkdir()
    docx = save(person, "Word (.docx)", folder)
    odt = save(person, "LibreOffice (.odt)", folder)
    person.screen.press("ctrl+q")
    assert running.wait(30) == 0
    assert program.complaints() == ""

    assert len(docx) == 3
    assert docx == odt
    check_documents(docx)
    battery = next(item for item in kept(data).items if item.title == BATTERY)
    assert (battery.level, battery.reason) == ("comprehensive", "Batteries fail first.")
    assert all(item.reason for item in kept(data).items)


# The second journey: six chosen criteria, of which a signed edition changes two.

CHOSEN = {
    f"criteria/computers/{name}": title
    for name, title in (
        ("ts6-rechargeable-battery-endurance", BATTERY),
        ("ts4-design-for-reparability", OTHERS[0]),
        ("ts2-spare-parts", OTHERS[1]),
        ("ts3-manufacturers-warranty", OTHERS[2]),
        ("cpc1-service-agreement", OTHERS[3]),
        ("ac5-energy-computers", OTHERS[4]),
    )
}
NEW_WORDS = {  # by criterion: words of its requirement, and what the new edition says instead
    "criteria/computers/ts6-rechargeable-battery-endurance": (
        "at once or in parts",
        "in one go or in several",
    ),
    "criteria/computers/ts3-manufacturers-warranty": ("included in the price", "without any extra payment"),
}


def changed(record: Record) -> Record:
    """Give the next version of a criterion whose words the new edition changes; others as they are."""
    if record.id not in NEW_WORDS or record.criterion is None:
        return record
    old, new = NEW_WORDS[record.id]
    levels = tuple(
        replace(
            level,
            requirement_html=level.requirement_html.replace(old, new),
            requirement_text=level.requirement_text.replace(old, new),
        )
        for level in record.criterion.levels
    )
    assert levels != record.criterion.levels
    criterion = replace(record.criterion, levels=levels)
    return replace(record, version=record.version + 1, criterion=criterion)


@pytest.fixture
def edition(tmp_path: Path, data: Path) -> Facts:
    """A signed edition of the library that came with the program, trusted by this computer."""
    with open_library(bundled_path("main")) as library:
        records = [changed(library.record(brief.id)) for brief in library.briefs()]
    publisher = make_publisher(tmp_path / "publisher")
    facts = publisher.release(records=records, note="Two criteria are worded anew.")
    add_source(folders(data), "main", addresses=(str(publisher.folder),), root=publisher.root.read_bytes())
    return facts


@pytest.fixture
def procurement(program: Program) -> str:
    """A procurement with six criteria, made from the shell."""

    def run(*words: str) -> str:
        done = program.run("procurement", *words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    made: str = json.loads(run("new", "Laptops", "--group", "groups/computers", "--json"))["id"]
    run("add", made, *CHOSEN, "--reason", "They last.", "--level", "core")
    return made


def update(person: Person, edition: Facts) -> None:
    """Fetch the new edition in the window."""
    person.tab_to("Home", "shift+Tab")
    for _ in range(10):
        if person.look()["focus"] == "Updates":
            break
        person.move("Down")
    person.screen.press("Return")
    person.press_button("Look for an update")
    person.wait_for(f"Edition {edition.version}")
    person.press_button("Update now")
    person.wait_for(f"Edition {edition.version} is in use: 0 added, 2 changed, 0 removed.")


def decide(person: Person, title: str, button: str) -> None:
    """Read the difference of a criterion, then press a button that goes away with it."""
    person.tab_to("Criteria that the library changed")
    person.screen.press("Home")
    person.down_to(title)
    name = next(name for name, one in CHOSEN.items() if one == title)
    old, new = NEW_WORDS[name]
    until(lambda: _struck_and_underlined(person.texts(), old, new), f"the difference of {title!r}")
    person.press_button(button)


def _struck_and_underlined(texts: str, old: str, new: str) -> bool:
    def marked(tag: str) -> set[str]:
        return set(" ".join(re.findall(f"<{tag}>(.*?)</{tag}>", texts)).replace(".", "").split())

    before, after = set(old.split()), set(new.split())
    return before - after <= marked("s") and after - before <= marked("u")


def test_a_procurer_decides_on_what_an_update_changed(
    program: Program, person: Person, data: Path, edition: Facts, procurement: str
) -> None:
    before = {item.title: item.wording.requirement for item in kept(data).items}
    running = program.start()
    person.wait_for_window(TITLE)
    update(person, edition)

    person.screen.press("ctrl+7")
    person.wait_for("New procurement…")
    person.tab_to("My procurements")
    person.screen.press("Return")
    person.wait_for("Changed 2")
    turn_to(person, "Changed")
    decide(person, BATTERY, "Take the new wording")
    person.wait_for("Changed 1")
    decide(person, OTHERS[2], "Keep mine")
    until(lambda: "Changed 1" not in person.texts(), "nothing left to decide")
    person.screen.press("ctrl+q")
    assert running.wait(30) == 0
    assert program.complaints() == ""

    after = kept(data)
    assert after.id == procurement
    words = {item.title: item.wording.requirement for item in after.items}
    assert "in one go or in several" in words.pop(BATTERY)
    assert "at once or in parts" in before.pop(BATTERY)
    assert words == before
    taken, own = after.events[-2:]
    today = datetime.now(UTC).date()
    assert {datetime.fromisoformat(one.on).date() for one in (taken, own)} <= {today, today - timedelta(1)}
    assert taken.what.startswith(f"Took the new wording of “{BATTERY}” (version 1 → 2")
    assert own.what.startswith(f"Kept the wording of “{OTHERS[2]}” over version ")
