"""How long it takes to put an update in place, from the delta on the disk to the library in use.

What is timed is `update.carry_out` as the program calls it, from a folder on the disk, with its steps timed
in passing. Each run starts from the same library, and with no stem of a word known yet, as in a program that
has just started. Wall time has the disk in it, and whoever else works here; the time of the processor beside
it has neither.
"""

import hashlib
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec, TypeVar
from unittest import mock

from procura_desktop.library.delta import delta_bytes
from procura_desktop.library.entries import Facts, hashes_of, lines_of_content
from procura_desktop.library.pack import decode_record, library_digest
from procura_desktop.library.stems import stem, stems
from procura_desktop.progress import Silent
from procura_desktop.sync import update
from procura_desktop.sync.client import Offer, Target
from procura_desktop.sync.local import FolderTransport
from procura_desktop.sync.places import LibraryPlace
from tests.benchmarks.editions import next_edition
from tests.benchmarks.scale import SEED

# Steps by the name of the function in `update` that does them.
STEPS = {
    "fetch_target": "fetch and prove",
    "read_delta": "read the delta",
    "copy_file": "copy",
    "change_library": "change",
    "_check": "check, onto disk",
    "activate": "swap",
}
_Given = ParamSpec("_Given")
_Got = TypeVar("_Got")


@dataclass(slots=True)
class Stages:
    """Milliseconds of each step, of the wall and of the processor, a value a run."""

    wall: dict[str, list[float]] = field(default_factory=dict)
    processor: dict[str, list[float]] = field(default_factory=dict)

    def add(self, step: str, wall: float, processor: float) -> None:
        self.wall.setdefault(step, []).append(wall * 1000)
        self.processor.setdefault(step, []).append(processor * 1000)

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        wall, processor = time.perf_counter(), time.process_time()
        yield
        self.add(step, time.perf_counter() - wall, time.process_time() - processor)

    def rows(self) -> Iterator[str]:
        """Give a line for each step."""
        for step, wall in self.wall.items():
            middle, used = statistics.median(wall), statistics.median(self.processor[step])
            yield f"{step:18}{middle:9.1f} ({min(wall):.1f} to {max(wall):.1f}){used:9.1f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What leads a library to its next edition."""

    data: bytes
    facts: Facts


def step_between(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Step:
    """Make the delta from the lines of one edition to those of the next."""
    return _step(old, new, dict(hashes_of(new)))


def step_from(library: Path, *, edits: int) -> Step:
    """Make the delta from a stored library to one with some records edited; no other line is read."""
    with closing(sqlite3.connect(library)) as connection:
        hashes = dict(connection.execute("SELECT id, hash FROM record"))
        texts = sorted(name for name in hashes if not name.startswith("groups/"))
        old = {
            name: connection.execute("SELECT json FROM record WHERE id = ?", (name,)).fetchone()[0].encode()
            for name in random.Random(SEED + edits).sample(texts, edits)
        }
    before = [decode_record(line) for line in old.values()]
    new = lines_of_content(next_edition(before, edits=edits, seed=edits), (), ())
    return _step(old, new, hashes | dict(hashes_of(new)))


def _step(old: Mapping[str, bytes], new: Mapping[str, bytes], hashes: Mapping[str, str]) -> Step:
    """`hashes` are those of all lines of the next edition."""
    digest = library_digest(hashes.items())
    facts = Facts(name="main", version="2027.1.1", publisher="City of Ghent", published="2027-01-01",
                  digest=digest, entries=len(hashes), needs="0.1.0")  # fmt: skip
    return Step(data=delta_bytes(old, new, facts), facts=facts)


def apply_times(folder: Path, library: Path, step: Step, *, runs: int) -> Stages:
    """Lead a library to its next edition, again and again."""
    source = folder / "apply"
    (source / "targets").mkdir(parents=True)
    data, facts = step.data, step.facts
    target = Target(name="x.delta", sha256=hashlib.sha256(data).hexdigest(), length=len(data))
    (source / target.path).write_bytes(data)
    offer = Offer(
        source=str(source), facts=facts, pack=target, deltas={}, changes=None, metadata={}, versions={}
    )
    wanted = update.Plan(way="delta", offer=offer, targets=(target,), size=len(data), of=len(data))
    stages = Stages()
    for _ in range(runs):
        stem.cache_clear()
        stems.cache_clear()
        with tempfile.TemporaryDirectory(dir=folder) as name:
            place = LibraryPlace(library="main", folder=Path(name), bundled=library)
            with _steps_timed(stages):
                before = update.installed(place)
                with stages.timed("all"):
                    update.carry_out(wanted, FolderTransport(source), before, place, progress=Silent())
    return stages


@contextmanager
def _steps_timed(stages: Stages) -> Iterator[None]:
    def passing(step: str, work: Callable[_Given, _Got]) -> Callable[_Given, _Got]:
        def done(*args: _Given.args, **named: _Given.kwargs) -> _Got:
            with stages.timed(step):
                return work(*args, **named)

        return done

    with ExitStack() as stack:
        for name, step in STEPS.items():
            stack.enter_context(mock.patch.object(update, name, passing(step, getattr(update, name))))
        yield
