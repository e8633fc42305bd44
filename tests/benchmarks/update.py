"""What an update costs, in bytes and in time: `./run bench update`.

For libraries of each size a publisher makes release after release, and a client follows over a thin line
(see `thin_line`): 64 kbit/s, 600 ms, a cut each 20 s, on a virtual clock, and once in real time. Bytes are
bodies and HTTP headers in both directions, without TLS. Beside them: the full pack over the same line,
`zstd --patch-from` and `rsync` of the library file, where these are installed. Then how long the client takes
to put an update in place, index included (see `applying`).
"""

import argparse
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from procura_desktop.domain.records import Record
from procura_desktop.library.build import build_library
from procura_desktop.library.entries import Facts, lines_of_content
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import folders
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import add_source
from procura_desktop.sync.download import fetch_target
from procura_desktop.sync.session import Found, find, follow
from tests.benchmarks.applying import Stages, apply_times, step_between, step_from
from tests.benchmarks.bench import commit
from tests.benchmarks.editions import first_edition, next_edition, passing_edition
from tests.benchmarks.thin_line import Line, RealClock, served
from tests.releases import Publisher, make_publisher

SIZES = (2_000, 20_000)
EDITS = (1, 20, 200)
USUAL = 20  # edits of one release
BEHIND = 12  # releases that a delta leads from
LARGE = 100_000
MOST_FOR_ALL = 5_000  # records; above, the client is one release behind, and peers see one case
MOST_FOR_BEST = 100_000_000  # bytes that zstd is let work on at its best level
RUNS = 7
_RSYNC = re.compile(r"Total bytes (?:sent|received): ([0-9,]+)")
TODAY = datetime.now(UTC).date()
_NOTHING = Facts(name="main", version="2026.1.1", publisher="", published="", digest="", entries=0, needs="")


def main() -> None:
    """Measure each size and print tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--large", action="store_true", help=f"put an update in place at {LARGE:,} records")
    parser.add_argument("--library", type=Path, help="file for --large; it is made where it is missing")
    parser.add_argument("--runs", type=int, default=RUNS, help="how often an update is put in place")
    options = parser.parse_args()
    print(f"commit {commit()}, {TODAY}; bytes with HTTP headers, seconds on the line of 64 kbit/s")
    with tempfile.TemporaryDirectory(prefix="procura-update-") as name:
        for size in options.sizes:
            measure(Path(name) / str(size), size, runs=options.runs)
        if options.large:
            library = options.library or Path(name) / "large.sqlite"
            if not library.exists():
                build(library, passing_edition(LARGE), _NOTHING)
            measure_large(Path(name), library, runs=options.runs)


def measure(folder: Path, size: int, *, runs: int) -> None:
    """Publish, follow, compare."""
    folder.mkdir()
    few = size <= MOST_FOR_ALL
    records = first_edition(size)
    publisher = make_publisher(folder, on=TODAY)
    facts = publisher.release(records=records, on=TODAY)
    client = Client(folder / "client", publisher)
    build(client.places.library_dir / "main.sqlite", records, facts)
    client.follow()  # knows this release
    text = sum(map(len, lines_of_content(records, (), ()).values()))
    print(f"\n{size:,} records, {text / 1e6:.1f} MB of content")
    print(
        f"{'':24}{'metadata':>9}{'content':>12}{'changes':>8}{'all':>12}{'requests':>9}{'connections':>12}{'cuts':>5}{'seconds':>9}"
    )
    if few:
        for number in range(BEHIND):
            records = next_edition(records, edits=USUAL, seed=1000 + number)
            facts = publisher.release(records=records, on=TODAY)
        show(f"{BEHIND} releases behind", client.follow())
    stages = Stages()
    for edits in EDITS:
        before, records = records, next_edition(records, edits=edits, seed=edits)
        old, facts = facts, publisher.release(records=records, on=TODAY)
        twin = client.twin(folder / "twin") if few and edits == USUAL else None
        show(f"{edits} changed", client.follow())
        if twin is not None:
            show(f"{edits} changed, real time", twin.follow(Line(clock=RealClock())))
        if few or edits == USUAL:
            compare(folder, Edition(before, old), Edition(records, facts))
        if edits == USUAL:
            editions = [lines_of_content(edition, (), ()) for edition in (before, records)]
            stages = apply_times(folder, folder / "old.sqlite", step_between(*editions), runs=runs)
    show("nothing new", client.look())
    show("the full pack", client.fetch_pack())
    show_stages(stages)


def measure_large(folder: Path, library: Path, *, runs: int) -> None:
    """Put an update of the usual size in place in a library that is there."""
    step = step_from(library, edits=USUAL)
    print(
        f"\n{step.facts.entries:,} records, {library.stat().st_size / 1e6:.0f} MB with the index", flush=True
    )
    show_stages(apply_times(folder, library, step, runs=runs))


def show(name: str, line: Line) -> None:
    """Print what went over a line."""
    content = line.bytes["delta"] + line.bytes["pack"]
    print(
        f"{name:24}{line.bytes['metadata']:9,}{content:12,}{line.bytes['changes']:8,}"
        f"{line.bytes.total():12,}{line.requests:9}{line.connections:12}{line.cuts:5}{line.clock.now():9.1f}",
        flush=True,
    )


def show_stages(stages: Stages) -> None:
    """Print how long it takes to put an update in place."""
    print(f"{USUAL} changed, put in place; ms median (least to most), and of the processor")
    for row in stages.rows():
        print(f"    {row}")


@dataclass(frozen=True, slots=True)
class Edition:
    """What was published together."""

    records: Sequence[Record]
    facts: Facts


class Client:
    """A computer with a library, which follows a publisher over thin lines."""

    def __init__(self, folder: Path, publisher: Publisher) -> None:
        self.places = folders(folder)
        self._publisher = publisher
        add_source(self.places, "main", addresses=(), root=publisher.root.read_bytes())

    def twin(self, folder: Path) -> "Client":
        """Give another computer that has the same."""
        shutil.copytree(self.places.data, folder)
        return Client(folder, self._publisher)

    def look(self) -> Line:
        """Ask what there is, and leave it at that."""
        line = Line()
        with self._found(line):
            return line

    def follow(self, line: Line | None = None) -> Line:
        """Update."""
        line = line or Line()
        with self._found(line) as found:
            if found.plan.way != "nothing":
                follow(found, progress=Silent())
        return line

    def fetch_pack(self) -> Line:
        """Ask what there is and fetch the pack, as a computer without a library would."""
        line = Line()
        with self._found(line) as found, tempfile.TemporaryDirectory() as staging:
            fetch_target(found.transport, found.plan.offer.pack, staging=Path(staging), progress=Silent())
        return line

    @contextmanager
    def _found(self, line: Line) -> Iterator[Found]:
        with served(self._publisher.folder, line) as address:
            found = find(
                self.places,
                Settings(proxy="none"),
                library="main",
                progress=Silent(),
                address=address,
                clock=line.client_clock(),
            )
            try:
                yield found
            finally:
                found.close()


def build(path: Path, records: Iterable[Record], facts: Facts) -> None:
    """Build a library file from the start."""
    build_library(
        path,
        name=facts.name,
        version=facts.version,
        publisher=facts.publisher,
        published=facts.published,
        records=records,
        assets=(),
        progress=Silent(),
    )


def compare(folder: Path, old: Edition, new: Edition) -> None:
    """Print what others would send of the library file, as the publisher builds it."""
    paths = [folder / "old.sqlite", folder / "new.sqlite"]
    for path, edition in zip(paths, (old, new), strict=True):
        build(path, edition.records, edition.facts)
    for name, sent in (("zstd --patch-from", zstd(*paths)), ("rsync --compress", rsync(*paths))):
        seconds = "not installed" if sent is None else f"{sent:10,}{sent / Line().rate:44.1f}"
        print(f"    {name:20}{'':21}{seconds}", flush=True)


def zstd(old: Path, new: Path) -> int | None:
    """Give the bytes of a patch; None means that the program is not installed."""
    if shutil.which("zstd") is None:
        return None
    patch = new.with_suffix(".patch")
    level = "-19" if new.stat().st_size < MOST_FOR_BEST else "-9"
    command = [
        "zstd",
        "-qq",
        "--force",
        level,
        "--long=31",
        f"--patch-from={old}",
        str(new),
        "-o",
        str(patch),
    ]
    subprocess.run(command, check=True)
    return patch.stat().st_size


def rsync(old: Path, new: Path) -> int | None:
    """Give the bytes in both directions; None means that the program is not installed."""
    if shutil.which("rsync") is None:
        return None
    copy = Path(shutil.copyfile(old, new.with_suffix(".copy")))
    command = ["rsync", "--no-whole-file", "--compress", "--ignore-times", "--stats", str(new), str(copy)]
    told = subprocess.run(
        command, check=True, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C"}
    )
    return sum(int(found.replace(",", "")) for found in _RSYNC.findall(told.stdout))


if __name__ == "__main__":
    main()
