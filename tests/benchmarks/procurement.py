"""Measures a procurement of 300 criteria in the window: how long a person waits for each thing they do.

The criteria are those of the library, in turn. A wait is the time until the window is painted again. A pause
is the longest stretch in which it answers nobody: on the wall, and of the processor's time of its thread,
which other programs leave alone. `./run bench procurement` prints it; `--profile WORDS` prints also where the
time of the steps with these words goes.
"""

import argparse
import cProfile
import gc
import os
import pstats
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider, QWidget

from procura_desktop.app.collecting import Collecting
from procura_desktop.app.desktop import Desktop
from procura_desktop.app.making import make_desktop
from procura_desktop.domain.drafting import in_order
from procura_desktop.domain.procurement import Award, Head, Item, Offer, Procurement, Share
from procura_desktop.export.outputs import OTHER_KINDS
from procura_desktop.export.papers.kinds import ALL_KINDS
from procura_desktop.gui.application import make_application
from procura_desktop.gui.preload import Preload
from procura_desktop.library.installed import bundled_path
from procura_desktop.library.open import open_library
from procura_desktop.settings.folders import folders
from procura_desktop.workspace.choosing import item_of
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace

if TYPE_CHECKING:
    from procura_desktop.gui.procurements.procuring import Procuring

CRITERIA = 300
KEYS = 60
AWARDS = 12  # changes of weights, and of scores
QUIET = 0.4  # seconds in which nothing happens: longer than any of the window's timers
ENOUGH = 120.0  # seconds after which a step is given up
NAME, OTHER = "bench", "bench-2"
Field = TypeVar("Field", bound=QWidget)


@dataclass
class Pace:
    """What one step costs, in milliseconds.

    Attributes:
        waits: until the window is painted again, for each time.
        pauses: the longest stretches, (wall, processor).
    """

    waits: list[float] = field(default_factory=list)
    pauses: list[tuple[float, float]] = field(default_factory=list)

    def line(self, name: str) -> str:
        """Give the row of the table."""
        waits = sorted(self.waits)
        at95 = waits[min(len(waits) - 1, round(0.95 * len(waits)))]
        wall, used = max(self.pauses)
        return (
            f"{name:34}{len(waits):5}{statistics.median(waits):9.0f}{at95:8.0f}{waits[-1]:8.0f}"
            f"{wall:10.0f}{used:10.0f}"
        )


class Bench:
    """The window with the procurement, and a stopwatch."""

    def __init__(self, desktop: Desktop, profiled: str) -> None:
        self.desktop = desktop
        self._profiled = profiled
        self._paces: dict[str, Pace] = {}

    @property
    def procuring(self) -> "Procuring":
        """What happens with procurements; not before it is wanted, since making it is measured too."""
        return self.desktop.router.procuring

    def do(self, name: str, act: Callable[[], object], *, until: Callable[[], bool] | None = None) -> None:
        """Act, and let the window do all that follows; `until` says when the step has done its work."""
        pace = self._paces.setdefault(name, Pace())
        with self._profile(name):
            begun = time.perf_counter()
            pauses = [_stretch(lambda: (act(), QApplication.processEvents()))]
            if until is None:
                pace.waits.append(1000 * (time.perf_counter() - begun))
            last = time.perf_counter()
            while time.perf_counter() - last < QUIET or (until is not None and not until()):
                assert time.perf_counter() - begun < ENOUGH, name
                pauses.append(stretch := _stretch(QApplication.processEvents))
                if stretch[1] > 0.5:  # of the processor: on the wall, other programs take their turn too
                    last = time.perf_counter()
                else:
                    time.sleep(0.001)
            if until is not None:
                pace.waits.append(1000 * (last - begun))
        pace.pauses.append(max(pauses))

    @contextmanager
    def _profile(self, name: str) -> Iterator[None]:
        if not self._profiled or self._profiled not in name:
            yield
            return
        with cProfile.Profile() as profile:
            yield
        print(f"\n{name}")
        pstats.Stats(profile).sort_stats("cumulative").print_stats("procura", 25)

    def report(self) -> None:
        """Print what was measured."""
        heads = ("times", "median", "95 %", "longest", "pause", "processor")
        print(
            f"{'milliseconds':34}{heads[0]:>5}{heads[1]:>9}{heads[2]:>8}{heads[3]:>8}{heads[4]:>10}{heads[5]:>10}"
        )
        for name, pace in self._paces.items():
            print(pace.line(name))


def _stretch(work: Callable[[], object]) -> tuple[float, float]:
    """Give how long the thread of the window is taken up, (wall, processor)."""
    wall, used = time.perf_counter(), time.thread_time()
    work()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.thread_time() - used)


def big_procurement() -> Procurement:
    """Make one of 300 criteria, with weights, three offers and half of the figures confirmed by nobody."""
    with open_library(bundled_path("main")) as library:
        records = [library.record(brief.id) for brief in library.briefs(kind="criterion")]
        groups = tuple(brief.id for brief in library.briefs(kind="group"))
    items: list[Item] = [
        replace(
            item_of(
                record,
                level=record.criterion.levels[0].name,
                library="main",
                edition="dev",
                reason="It lasts.",
            ),
            id=f"i{number}",
            share=Share(weight=Decimal(1)),
        )
        for number, record in enumerate(islice(cycle(records), CRITERIA))
        if record.criterion
    ]
    awards = [item.id for item in items if item.kind == "AC"]
    offers = tuple(
        Offer(
            id=f"o{number}",
            name=f"Offer {number}",
            price=Decimal(100_000 + 7_000 * number),
            scores=tuple((name, Decimal((7 * at + 13 * number) % 101)) for at, name in enumerate(awards)),
        )
        for number in range(3)
    )
    return Procurement(
        id=NAME,
        head=Head(title="Three hundred criteria", groups=groups[:3], value=Decimal(500_000)),
        items=in_order(items),
        award=Award(price=Share(weight=Decimal(100 - min(99, len(awards))))),
        offers=offers,
    )


def measure_disk(folder: Path, procurement: Procurement) -> None:
    """Print what keeping and reading costs without a window."""
    with open_workspace(folder / "disk.sqlite") as workspace:
        store = Procurements(workspace)
        added = _stretch(lambda: store.add(procurement))[0]
        read = [_stretch(lambda: store.read(NAME))[0] for _ in range(5)]
        stored, saves = store.read(NAME), []
        for number in range(20):
            first, *others = stored.procurement.items
            changed = replace(stored.procurement, items=(replace(first, reason=f"{number}"), *others))
            begun = time.perf_counter()
            stored = store.save(changed, before=stored)
            saves.append(1000 * (time.perf_counter() - begun))
    print(f"disk: {added:.0f} ms to keep all, {statistics.median(read):.0f} ms to read all,")
    print(f"      {statistics.median(saves):.1f} ms (longest {max(saves):.1f}) to save a change of one\n")


def measure_work(bench: Bench) -> None:
    """Open, type, move, check, undo."""
    procuring, watching = bench.procuring, bench.procuring.watching
    checks: list[float] = []
    watching.checked.connect(lambda: checks.append(time.perf_counter()))

    bench.do("open, and the first checks", lambda: procuring.go(NAME, "criteria"), until=lambda: bool(checks))
    for _ in range(3):
        bench.do("to the list", lambda: procuring.place_wanted.emit("procurements"))
        bench.do("open again", lambda: procuring.go(NAME, "criteria"))
    from procura_desktop.gui.procurements.criteria_panel import CriteriaPanel
    from procura_desktop.gui.procurements.fields import TextField

    bench.do("to the list", lambda: procuring.place_wanted.emit("procurements"))
    bench.do("open another of 300", lambda: procuring.go(OTHER, "criteria"))
    bench.do("to the list", lambda: procuring.place_wanted.emit("procurements"))
    bench.do("open another of 300", lambda: procuring.go(NAME, "criteria"))
    panel = procuring.page.panel("criteria")
    assert isinstance(panel, CriteriaPanel)
    for number in range(0, CRITERIA, 29):
        bench.do("mark another criterion", partial(panel.view.select, number))
    requirement = _field(panel, TextField, "Requirement")
    requirement.setFocus()
    for number in range(KEYS):
        bench.do("a key in a requirement", partial(QTest.keyClicks, requirement, "word "[number % 5]))
    for _ in range(5):
        checks.clear()
        bench.do(
            "checks after a change", partial(QTest.keyClicks, requirement, "x"), until=lambda: bool(checks)
        )
    panel.view.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up) * 5:
        bench.do("move a criterion", partial(QTest.keyClick, panel.view, key, alt))
    for _ in range(10):
        bench.do("undo", procuring.desk.undo)
    for _ in range(10):
        bench.do("redo", procuring.desk.redo)


def measure_steps(bench: Bench) -> None:
    """Turn to each part of the page, for the first time and again."""
    steps = ("about", "award", "checks", "documents", "follow-up", "criteria")
    for step in steps:
        bench.do(f"{step}: first", partial(bench.procuring.go, NAME, step))
    for _ in range(4):
        for step in steps:
            bench.do(f"{step}: again", partial(bench.procuring.go, NAME, step))
    for step in steps:
        bench.do(f"{step}: of another of 300", partial(bench.procuring.go, OTHER, step))
        bench.do(f"{step}: of another of 300", partial(bench.procuring.go, NAME, step))


def measure_award(bench: Bench) -> None:
    """Type a weight and move the score of an example offer, at once and while the last change is tried."""
    from procura_desktop.gui.procurements.fields import LineField

    bench.do("award: again", partial(bench.procuring.go, NAME, "award"))
    panel = bench.procuring.page.panel("award")
    assert panel is not None
    weight = next(one for one in panel.findChildren(LineField) if one.accessibleName().endswith(", weight"))
    slider = panel.findChildren(QSlider)[0]
    weight.setFocus()
    for number in range(AWARDS):
        bench.do("a key in a weight", partial(QTest.keyClicks, weight, "0.25"[number % 4]))
    for _ in range(AWARDS):
        bench.do("move a score", partial(QTest.keyClick, slider, Qt.Key.Key_Right))


def measure_exports(bench: Bench, folder: Path) -> None:
    """Save every kind of file, each by itself, while the window goes on."""
    from procura_desktop.gui.procurements.documents_panel import DocumentsPanel
    from procura_desktop.gui.procurements.fields import ChoiceField, LineField
    from procura_desktop.gui.procurements.paper_preview import PaperPreview

    bench.do("documents: again", partial(bench.procuring.go, NAME, "documents"))
    panel = bench.procuring.page.panel("documents")
    assert isinstance(panel, DocumentsPanel)
    forms = _field(panel, ChoiceField, "Form")
    _field(panel, LineField, "Your prefix for open contracting data").setText("ocds-a1b2c3")
    which = _field(panel, ChoiceField, "Document to look at")
    preview = _field(panel, PaperPreview, "Preview")
    for paper in ALL_KINDS:
        bench.do(
            f"look at: {paper}",
            partial(which.picked.emit, paper),
            until=lambda paper=paper: preview.name.endswith(f"/{paper}") and preview.is_whole,  # type: ignore[misc]
        )
    wanted = [(kind, form) for form in ("docx", "odt", "pdf") for kind in ("specification", "file-note")]
    wanted += [(kind, "") for kind in OTHER_KINDS]
    for kind, form in wanted:
        for name, box in panel.boxes.items():
            box.setChecked(name == kind)
        if form:
            forms.setCurrentIndex(forms.findData(form))
        saved = folder / f"{kind}-{form}"
        bench.do(
            f"save: {kind} {form}",
            partial(panel.save_to, saved),
            until=lambda saved=saved: str(saved) in panel.told,  # type: ignore[misc] # mypy sees no default of a lambda
        )


def _field(parent: QWidget, kind: type[Field], name: str) -> Field:
    return next(one for one in parent.findChildren(kind) if one.accessibleName() == name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", default="", metavar="WORDS", help="profile the steps with these words")
    profiled = parser.parse_args().profile
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    gc.disable()  # as the program does until its start is over
    with tempfile.TemporaryDirectory() as name:
        measure(Path(name), profiled)
    application.quit()


def measure(folder: Path, profiled: str) -> None:
    """Do it all in a folder of its own, and print it."""
    procurement = big_procurement()
    measure_disk(folder, procurement)
    places = folders(folder / "data")
    with open_workspace(places.workspace) as workspace:
        for name in (NAME, OTHER):
            Procurements(workspace).add(replace(procurement, id=name))
    desktop = make_desktop(places, [bundled_path("main")])
    desktop.start("")
    bench = Bench(desktop, profiled)
    prepared: list[float] = []
    preload = Preload(desktop.router.steps_to_first_use())
    preload.done.connect(lambda: prepared.append(time.perf_counter()))
    bench.do("home, and what is prepared", preload.start, until=lambda: bool(prepared))
    Collecting(desktop.window).begin()  # as the program does once its start is over
    measure_work(bench)
    measure_steps(bench)
    measure_award(bench)
    measure_exports(bench, folder)
    bench.report()
    desktop.window.close()
    desktop.close()
    shiboken6.delete(desktop.window)  # its parts go before the application


if __name__ == "__main__":
    main()
