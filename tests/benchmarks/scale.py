"""How fast the search is at a hundred times the content and more: `./run bench search`.

Libraries of 1,000 records and more are made by a seeded generator from the real one: kinds, groups and
lengths are those of real records, words are drawn with their real frequency. The queries of the relevance
set are typed letter by letter. Measured are the query alone, and the time from the key to the painted list in
the real page (drawn in memory). Beside them: plain FTS5, and Xapian and tantivy where they are installed, on
the same texts and the same typing, in the same run.
"""

import argparse
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from procura_desktop.domain.records import Record
from procura_desktop.library.build import build_library
from procura_desktop.library.open import open_library
from procura_desktop.library.query import parse_query
from procura_desktop.library.read import Library
from procura_desktop.progress import Silent
from tests.benchmarks.relevance.relevance import read_queries

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "resources" / "library" / "main.sqlite"
PEERS, HELD = Path(__file__).with_name("peers.py"), Path(__file__).with_name("held.py")
QUERIES = 200
SEED = 20261125
SIZES = (1_000, 10_000, 100_000)
ENGINES = ("fts5", "xapian", "tantivy")
LIMIT = 50  # as the window wants
PAINTED_EACH = 8  # every eighth text is typed into the real page
BETWEEN_KEYS_MS = 120
FAST_KEYS = 60  # in a second


def main() -> None:
    """Measure each size and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument(
        "--keep", type=Path, help="keep the libraries in this folder, and use those that are there"
    )
    parser.add_argument(
        "--peers",
        nargs="*",
        choices=ENGINES,
        help="measure other engines too: these, or all of them where none is named",
    )
    parser.add_argument(
        "--rounds",
        type=int,
        default=1,
        help="ask each engine so often, in turns, and count the least time of each text: what other programs "
        "take from this computer meanwhile counts the less",
    )
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="procura-scale-"))
    folder.mkdir(parents=True, exist_ok=True)
    typed = typed_texts()
    print(f"{len(typed)} texts: {QUERIES} queries typed letter by letter; milliseconds p50 / p95 / most")
    try:
        for size in options.sizes:
            peers = () if options.peers is None else options.peers or ENGINES
            measure(folder, size, typed, peers=peers, rounds=options.rounds)
    finally:
        if options.keep is None:
            shutil.rmtree(folder)


def typed_texts() -> list[str]:
    """Give the texts that stand in the search field while real queries are typed."""
    queries = [one.query for one in read_queries()][:QUERIES]
    return [query[:end] for query in queries for end in range(1, len(query) + 1)]


def measure(folder: Path, size: int, typed: Sequence[str], *, peers: Sequence[str], rounds: int) -> None:
    """Build a library of one size and measure it."""
    path = folder / f"{size}.sqlite"
    started = time.perf_counter()
    built = ""
    if not path.exists():
        with open_library(LIBRARY) as library:
            build_library(
                path,
                name="main",
                version="scale",
                records=Records(library, size),
                assets=(),
                progress=Silent(),
            )
        built = f", built in {time.perf_counter() - started:.0f} s"
    print(f"\n{size:,} records{built}; {sizes_of(path)}")
    ours, others = Rounds(), dict[str, Rounds]()
    for _ in range(rounds):
        ours.take(*own_times(path, typed))
        for told in measure_peers(folder, path, typed, peers):
            others.setdefault(told.engine, Rounds()).take(told.times, told.used)
            others[told.engine].said = told.said
    times, used = ours.times, ours.used
    print(f"  query alone            {figures(times)}    by the clock")
    print(f"    its processor time   {figures(used)}    what it takes where nothing else runs")
    worst = sorted(zip(times, typed, strict=True), reverse=True)[:5]
    print("    slowest: " + ", ".join(f"{text!r} {took:.1f}" for took, text in worst))
    held = measure_memory(path, typed)
    print(
        f"  memory, private (USS)  {held['before']:.1f} MB before, {held['after']:.1f} after, "
        f"{held['most']:.1f} at most; PSS {held['pss']:.1f}; each twelfth text counted too"
    )
    painted, used, pause = key_to_paint(path, typed)
    print(f"  key to painted list    {figures(painted)}    longest pause of the window {pause:.1f}")
    print(f"    its processor time   {figures(used)}    of all threads")
    for engine, found in others.items():
        took = f"{figures(found.times)}    processor {figures(found.used)}" if found.times else "not measured"
        print(f"  {engine:34} {took}    {found.said}")


@dataclass
class Rounds:
    """The least times of each text over some rounds, in milliseconds: by the clock and of the processor."""

    times: list[float] = field(default_factory=list)
    used: list[float] = field(default_factory=list)
    said: str = ""

    def take(self, times: Sequence[float], used: Sequence[float]) -> None:
        """Count another round."""
        self.times = list(map(min, self.times or times, times))
        self.used = list(map(min, self.used or used, used))


@dataclass(frozen=True)
class Told:
    """What another engine told of one round; `said` of its index, or why there are no times."""

    engine: str
    times: Sequence[float] = ()
    used: Sequence[float] = ()
    said: str = ""


def own_times(path: Path, typed: Sequence[str]) -> tuple[list[float], list[float]]:
    """Ask a library that was just opened for each text once."""
    with open_library(path) as library:
        library.search(parse_query("a"))
        both = [
            timed(lambda text=text: library.search(parse_query(text), limit=LIMIT, count=False))
            for text in typed
        ]
    return [wall for wall, _ in both], [processor for _, processor in both]


def timed(work: object) -> tuple[float, float]:
    """Give the milliseconds that a call takes, and those of the processor that it uses."""
    started, used = time.perf_counter(), time.thread_time()
    work()  # type: ignore[operator]  # any callable
    return (time.perf_counter() - started) * 1000, (time.thread_time() - used) * 1000


def figures(times: Sequence[float]) -> str:
    """Give p50, p95 and the most."""
    ordered = sorted(times)
    return (
        f"{statistics.median(ordered):7.2f} / {ordered[int(len(ordered) * 0.95)]:7.2f} / {ordered[-1]:7.2f}"
    )


def measure_memory(path: Path, typed: Sequence[str]) -> dict[str, float]:
    """Give the megabytes that a process holds which does nothing but search; see `held.py`."""
    told = subprocess.run(
        [sys.executable, str(HELD), str(path)],
        input=json.dumps(list(typed)),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(told.stdout)
    return found


def sizes_of(path: Path) -> str:
    """Give the size of the text and of what is there to find it."""
    with closing(sqlite3.connect(path)) as connection:
        (text,) = connection.execute(
            "SELECT sum(length(title) + length(keywords) + length(summary) + length(body)) FROM record_text"
        ).fetchone()
        (index,) = connection.execute("SELECT sum(length(block)) FROM record_search_data").fetchone()
        (words,) = connection.execute("SELECT sum(2 * length(word) + length(stem)) FROM word").fetchone()
    index = index + words
    return f"text {text / 1e6:.1f} MB, index {index / 1e6:.1f} MB ({index / text:.2f} of the text)"


class Records(Sequence[Record]):
    """Records made when they are asked for, so that a million of them need no memory."""

    def __init__(self, library: Library, size: int) -> None:
        self._real = [library.record(brief.id) for brief in library.briefs() if brief.kind != "group"]
        groups = [library.record(brief.id) for brief in library.briefs(kind="group")]
        words = [word for record in self._real for word in record.text.split()]
        self._words = words
        self._groups = groups[:size]
        self._size = size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, number: int) -> Record:  # type: ignore[override]  # one at a time
        if number < 0 or number >= self._size:
            raise IndexError(number)
        if number < len(self._groups):
            return self._groups[number]
        draw = random.Random(SEED + number)
        real = draw.choice(self._real)
        title = " ".join(draw.choices(self._words, k=len(real.title.split())))
        summary = " ".join(draw.choices(self._words, k=len(real.summary.split())))
        text = " ".join(draw.choices(self._words, k=len(real.text.split())))
        return replace(
            real, id=f"{real.id}-{number}", title=title[:120] or "x", summary=summary, text=text, html="",
            sources=(), see_also=(),
        )  # fmt: skip

    def __iter__(self) -> Iterator[Record]:
        return (self[number] for number in range(self._size))


def key_to_paint(path: Path, typed: Sequence[str]) -> tuple[list[float], list[float], float]:
    """Type into the real page and wait for each list to be painted; give the times and the longest pause."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    code = "from tests.benchmarks.scale import paint_times; paint_times()"
    told = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        input=json.dumps(list(typed)),
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(told.stdout)
    return found["painted"], found["used"], found["pause"]


def paint_times() -> None:
    """Read texts from standard input, type them into a page over a library, print what it took."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

    from procura_desktop.gui.application import make_application
    from procura_desktop.gui.search_page import SearchPage
    from procura_desktop.gui.tasks import Tasks
    from procura_desktop.workspace.workspace import open_workspace

    typed = json.load(sys.stdin)
    application = make_application()
    tasks = Tasks()

    def settle(milliseconds: int) -> None:
        """Let the window do what it still has to, as between two keys of a fast typist."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    with (
        tempfile.TemporaryDirectory() as data,
        open_library(Path(sys.argv[1])) as library,
        open_workspace(Path(data) / "workspace.sqlite") as workspace,
    ):
        page = SearchPage(library, tasks, workspace)
        page.resize(420, 800)
        page.show()
        application.processEvents()
        painted, processor = [], []
        for text in typed[::PAINTED_EACH]:
            loop = QEventLoop()
            page.searched.connect(loop.quit)
            started, used = time.perf_counter(), time.process_time()
            page.search(text)
            loop.exec()
            page.view.viewport().repaint()
            painted.append((time.perf_counter() - started) * 1000)
            processor.append((time.process_time() - used) * 1000)
            page.searched.disconnect(loop.quit)
            settle(BETWEEN_KEYS_MS)
        pauses = [0]
        since = QElapsedTimer()
        beat = QTimer(interval=0)
        beat.timeout.connect(lambda: pauses.append(since.restart()))
        since.start()
        beat.start()
        for text in typed[:FAST_KEYS]:
            page.search(text)
            settle(1000 // FAST_KEYS)
        beat.stop()
        tasks.wait()
    json.dump({"painted": painted, "used": processor, "pause": max(pauses)}, sys.stdout)


def measure_peers(folder: Path, path: Path, typed: Sequence[str], peers: Sequence[str]) -> Iterator[Told]:
    """Measure other engines on the same texts once."""
    pythons = {
        "xapian": "/usr/bin/python3",
        "tantivy": os.environ.get("PROCURA_TANTIVY_PYTHON") or sys.executable,
    }
    texts = folder / f"{path.stem}.rows"
    if not texts.exists():
        write_texts(path, texts)
    queries = folder / "typed.json"
    queries.write_text(json.dumps(list(typed)), encoding="utf-8")
    for engine in peers:
        told = subprocess.run(
            [
                pythons.get(engine, sys.executable),
                str(PEERS),
                engine,
                str(texts),
                str(queries),
                str(folder / f"{path.stem}.of-{engine}"),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        if told.returncode:
            yield Told(engine, said=told.stderr.strip().splitlines()[-1] if told.stderr else "?")
            continue
        found = json.loads(told.stdout)
        for name, took in found["figures"].items():
            said = f"index {found['index'] / 1e6:.1f} MB"
            yield Told(f"{engine}, {name}", took["times"], took["used"], said)


def write_texts(path: Path, texts: Path) -> None:
    """Write what other engines are to find: a line of JSON a record; and which stems mean which words."""
    sql = (
        "SELECT title, keywords, summary, body, id, kind, product_groups, detail, updated "
        "FROM record_text JOIN record USING (number, id, title, keywords, summary) ORDER BY number"
    )
    with closing(sqlite3.connect(path)) as connection, texts.open("w", encoding="utf-8") as out:
        titles = dict(connection.execute("SELECT id, title FROM record WHERE kind = 'group'"))
        for title, keywords, summary, body, record, kind, groups, detail, updated in connection.execute(sql):
            group = next((one for one in groups.split() if one != record), "")
            shown = "\t".join((record, kind, title, group, titles.get(group, ""), detail, updated))
            json.dump((title, keywords, summary, body, shown), out)
            out.write("\n")
        meanings = connection.execute("SELECT typed, words FROM meaning WHERE words <> ''").fetchall()
    texts.with_suffix(".meanings").write_text(json.dumps(meanings), encoding="utf-8")


if __name__ == "__main__":
    main()
