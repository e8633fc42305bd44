"""Measures a full workspace: fifty procurements of fifty criteria of the library.

How long it takes to see which criteria an update changed, to back the workspace up, to send it to a colleague
and read it again, and to rescue it. `./run bench workspace` prints it: processor time, since the machine may
have other work; each is the median of several runs.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from procura_desktop.domain.drafting import with_items
from procura_desktop.domain.procurement import Head, Item, Procurement
from procura_desktop.domain.records import Record
from procura_desktop.library.open import open_library
from procura_desktop.library.read import Library
from procura_desktop.progress import Silent
from procura_desktop.workspace.backup import back_up
from procura_desktop.workspace.choosing import item_of
from procura_desktop.workspace.exchange import arrivals, export_workspace, read_parcel
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.rescue import rescue
from procura_desktop.workspace.watch import news_of
from procura_desktop.workspace.workspace import open_workspace
from tests.benchmarks.bench import commit

LIBRARY = Path(__file__).resolve().parents[2] / "resources" / "library" / "main.sqlite"
PROCUREMENTS, CRITERIA = 50, 50
RUNS = 5
SHARES = (0, 10, 1)  # none, every tenth, all of the criteria changed since they were chosen


def main() -> None:
    """Measure and print a table."""
    print(f"commit {commit()}, {PROCUREMENTS} procurements of {CRITERIA} criteria; ms of processor time")
    with open_library(LIBRARY) as library, tempfile.TemporaryDirectory(prefix="procura-workspace-") as name:
        for share in SHARES:
            path = filled(Path(name) / f"{share}.sqlite", library, share)
            told = {0: "nothing", 1: "everything"}.get(share, f"every {share}th criterion")
            with open_workspace(path) as workspace:
                store = Procurements(workspace)
                print(f"watch, {told} changed: {median(partial(look, store, library)):.0f}")
        measure_files(Path(name) / "0.sqlite")


def look(store: Procurements, library: Library) -> None:
    """Read every procurement and compare its criteria with the library, as Home does."""
    for entry in store.entries():
        for item in store.read(entry.id).procurement.items:
            news_of(item, library)


def measure_files(path: Path) -> None:
    """Measure what makes or reads whole files."""
    now, folder, file = datetime.now(UTC), path.with_name("backups"), path.with_name("all.procurement")
    print(f"workspace: {path.stat().st_size / 1e6:.1f} MB")
    print(f"backup: {median(lambda: back_up(path, folder, reason='by-hand', now=datetime.now(UTC))):.0f}")
    with open_workspace(path) as workspace:
        store = Procurements(workspace)
        print(f"export: {median(lambda: export_workspace(workspace, file, now=now)):.0f}")
        print(f"the file: {file.stat().st_size / 1e6:.1f} MB")
        print(f"read it: {median(lambda: read_parcel(file, Silent())):.0f}")
        parcel = read_parcel(file, Silent())
        print(f"compare it with what is here: {median(lambda: arrivals(parcel, store)):.0f}")
    print(f"rescue: {median(lambda: rescue(path, now=datetime.now(UTC), progress=Silent())):.0f}")


def filled(path: Path, library: Library, share: int) -> Path:
    """Fill a workspace; every `share`-th criterion was another one when it was chosen, 0 is none."""
    records = cycle([library.record(brief.id) for brief in library.briefs(kind="criterion")])
    with open_workspace(path) as workspace:
        workspace.connection.execute("PRAGMA synchronous = OFF")
        store = Procurements(workspace)
        for number in range(PROCUREMENTS):
            items = tuple(chosen(islice(records, CRITERIA), library, share))
            store.add(
                with_items(Procurement(id=f"p{number}", head=Head(title=f"Procurement {number}")), items)
            )
    return path


def chosen(records: Iterator[Record], library: Library, share: int) -> Iterator[Item]:
    """Choose criteria at their first level, some of them in an earlier version."""
    for at, record in enumerate(records):
        earlier = replace(record, version=0) if share and at % share == 0 else record
        if record.criterion is not None:
            level = record.criterion.levels[0].name
            yield item_of(earlier, level=level, library=library.info.name, edition=library.info.version)


def median(done: Callable[[], object]) -> float:
    """Give the median of several runs, in milliseconds of processor time."""
    took = []
    for _ in range(RUNS):
        began = time.process_time()
        done()
        took.append((time.process_time() - began) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    main()
