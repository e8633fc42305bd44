"""Measures what docs/performance.md records: start, memory, library, search, reading. Linux only.

`./run bench` measures the program from source and, where `./run build` has made one, the bundle; each drawn
in memory and on a virtual display (Xvfb), where there is one. With `--cold` it measures starts alone, each
with nothing in the cache of the disk.
"""

import argparse
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from procura_desktop.library.open import open_library
from procura_desktop.library.query import parse_query
from procura_desktop.library.read import Library

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
SOURCE = BIN / "procura-desktop"
BUNDLE = ROOT / "dist" / "procura-desktop" / "procura-desktop"
OPENING = ROOT / "tests" / "benchmarks" / "opening.py"
LIBRARY = ROOT / "resources" / "library" / "main.sqlite"
STARTS = 7
BUILDS = 3
QUERIES = 200
FILES = 1000
PATTERN = "criteria/computers/ts6-rechargeable-battery-endurance.md"
IDLE_SECONDS = 3.0
SETTLED_SECONDS, REST_SECONDS = 8.0, 10.0
CACHES = Path("/proc/sys/vm/drop_caches")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, help="measure only the start of this one")
    parser.add_argument(
        "--cold", action="store_true", help="starts with nothing in the cache of the disk; root"
    )
    wanted = parser.parse_args()
    only, measure = wanted.program, measure_cold if wanted.cold else measure_start
    if wanted.cold and not os.access(CACHES, os.W_OK):
        raise SystemExit(f"--cold empties the cache of the disk, which only root may: {CACHES}")
    programs = [only.absolute()] if only else [SOURCE, *([BUNDLE] if BUNDLE.exists() else [])]

    print(f"commit          {commit()}, {platform.platform()}, Python {platform.python_version()}")
    print(f"machine         {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with screens() as found:
        for program in programs:
            for name, environment in found.items():
                shown = program.relative_to(ROOT) if program.is_relative_to(ROOT) else program
                print(f"program         {shown}, {name}")
                measure(program, environment)
    if only or wanted.cold:
        return
    if BUNDLE.exists():
        print(f"bundle, size    {megabytes_on_disk(BUNDLE.parent):.0f} MB on disk")
    measure_build()
    measure_check()
    with open_library(LIBRARY) as library:
        measure_search(library)
    subprocess.run([sys.executable, str(OPENING)], check=True)


def commit() -> str:
    """Give the commit, with + if the files differ from it."""
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty=+"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return told.stdout.strip() or "unknown"


@contextmanager
def screens() -> Iterator[dict[str, dict[str, str]]]:
    """Give the environments to start in: in memory, and on a virtual display where Xvfb is installed."""
    usual = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    usual.pop("WAYLAND_DISPLAY", None)
    found = {"in memory": usual | {"QT_QPA_PLATFORM": "offscreen"}}
    if shutil.which("Xvfb") is None:
        yield found
        return
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield found | {"Xvfb": usual | {"DISPLAY": f":{server.stdout.readline().strip()}"}}
        finally:
            server.terminate()


def megabytes_on_disk(folder: Path) -> float:
    """Give what `du -sm` gives: mebibytes of blocks, each file once."""
    told = subprocess.run(["du", "-sm", str(folder)], capture_output=True, text=True, check=True)
    return float(told.stdout.split()[0])


def measure_start(program: Path, environment: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as data:
        command = [str(program), "--data-dir", data]
        first_paint(command, environment)  # warms the disk cache and makes the workspace
        starts = [first_paint(command, environment) for _ in range(STARTS)]
    times, alone, memory = zip(*starts, strict=True)
    print(f"first paint     {spread(times)} ms, median (least to most) of {STARTS} warm starts")
    print(f"                {spread(alone)} ms without waits for the processor")
    print(f"memory, idle    {spread(memory)} MB PSS, {IDLE_SECONDS:.0f} s after the first paint")
    with tempfile.TemporaryDirectory() as data:
        share = at_rest([str(program), "--data-dir", data], environment)
    print(f"processor, idle {share:.1f} % of one, {REST_SECONDS:.0f} s from {SETTLED_SECONDS:.0f} s on")


def measure_cold(program: Path, environment: dict[str, str]) -> None:
    """Measure starts after which everything had to be read from the disk.

    What other programs have in use stays in memory, and the host of a virtual machine has a cache of its own.
    """
    with tempfile.TemporaryDirectory() as data:
        command = [str(program), "--data-dir", data]
        first_paint(command, environment)  # makes the workspace
        starts = [cold_paint(command, environment) for _ in range(STARTS)]
    times, alone, read = zip(*starts, strict=True)
    print(f"first paint     {spread(times)} ms, median (least to most) of {STARTS} cold starts")
    print(f"                {spread(alone)} ms without waits for the processor")
    print(f"read from disk  {spread(read, 1)} MB until then")


def cold_paint(command: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """Start once with empty caches; give milliseconds as `painted` does, and megabytes read until then."""
    os.sync()
    CACHES.write_text("3\n", encoding="ascii")
    with painted(command, environment) as (milliseconds, alone, pid):
        told = Path(f"/proc/{pid}/io").read_text(encoding="ascii")
    (read,) = (line.split()[1] for line in told.splitlines() if line.startswith("read_bytes:"))
    return milliseconds, alone, int(read) / 1e6


def first_paint(command: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """Start the program once; give milliseconds as `painted` does, and megabytes (PSS) when idle."""
    with painted(command, environment) as (milliseconds, alone, pid):
        time.sleep(IDLE_SECONDS)
        return milliseconds, alone, resident(pid)


def at_rest(command: list[str], environment: dict[str, str]) -> float:
    """Give how much of one processor a window takes that nobody touches, in per cent."""
    with painted(command, environment, seconds=SETTLED_SECONDS + REST_SECONDS + 2) as (_, _, pid):
        time.sleep(SETTLED_SECONDS)
        before = processor_seconds(pid)
        time.sleep(REST_SECONDS)
        return 100 * (processor_seconds(pid) - before) / REST_SECONDS


def processor_seconds(pid: int) -> float:
    """Give what a process and its threads have had of the processor."""
    told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def painted(
    command: list[str], environment: dict[str, str], *, seconds: float = IDLE_SECONDS + 2
) -> Iterator[tuple[float, float, int]]:
    """Start the program once; give milliseconds to its first paint, and its process while it runs.

    The second number is without the time in which its main thread was ready and other programs had the
    processor. On a busy machine the disk may have read on meanwhile, so it can be a little too good.
    """
    wanted = {"PROCURA_PRINT_FIRST_PAINT": "1", "PROCURA_QUIT_AFTER": str(seconds)}
    with subprocess.Popen(command, env=environment | wanted, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        line = running.stdout.readline()
        if not line.startswith("first-paint-ms="):
            raise SystemExit(f"{command[0]} did not say when it painted first, but {line!r}")
        try:
            milliseconds = float(line.partition("=")[2])
            waited = Path(f"/proc/{running.pid}/schedstat").read_text(encoding="ascii").split()[1]
            yield milliseconds, milliseconds - int(waited) / 1e6, running.pid
        finally:
            running.terminate()


def resident(pid: int) -> float:
    """Give the proportional set size of a process in megabytes."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise SystemExit("the kernel does not tell the memory of a process")


def measure_build() -> None:
    times = []
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "main.sqlite"
        command = [str(BIN / "procura-publish"), "build", str(ROOT / "content"), "--out", str(out)]
        for _ in range(BUILDS):
            begin = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - begin)
        size = out.stat().st_size / 1e6
    print(f"library, build  {spread(times, 1)} s, median (least to most) of {BUILDS}")
    print(f"library, size   {size:.1f} MB")


def measure_check() -> None:
    """Time a check of our content, filled up with copies of one criterion."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copytree(ROOT / "content", Path(folder) / "content"))
        text = (content / "en" / PATTERN).read_text(encoding="utf-8")
        there = sum(1 for _ in content.rglob("*.md"))
        for number in range(100, 100 + FILES - there):
            copy = content / "en" / "criteria" / "computers" / f"ts{number}-copy.md"
            copy.write_text(text.replace("code: TS6", f"code: TS{number}"), encoding="utf-8")
        for _ in range(BUILDS):
            begin = time.perf_counter()
            subprocess.run(
                [str(BIN / "procura-publish"), "check", str(content)], check=True, stdout=subprocess.DEVNULL
            )
            times.append(time.perf_counter() - begin)
    print(f"content, check  {spread(times, 1)} s of {FILES} files, median (least to most) of {BUILDS}")


def measure_search(library: Library) -> None:
    """Time searches for beginnings of titles, as somebody types them."""
    chance = random.Random(1)
    titles = [brief.title for brief in library.briefs()]
    times = []
    for _ in range(QUERIES):
        words = chance.choice(titles).split()
        text = " ".join(words[: chance.randint(1, 3)])
        typed = text[: chance.randint(2, max(2, len(text)))]
        begin = time.perf_counter()
        library.search(parse_query(typed))
        times.append((time.perf_counter() - begin) * 1000)
    half, most = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"search          p50 {half:.1f} ms, p95 {most:.1f} ms, worst {max(times):.1f} ms of {QUERIES}")
    print(f"                {library.info.records} records, beginnings of one to three words of a title")


def spread(values: list[float] | tuple[float, ...], digits: int = 0) -> str:
    middle, least, most = statistics.median(values), min(values), max(values)
    return f"{middle:.{digits}f} ({least:.{digits}f} to {most:.{digits}f})"


if __name__ == "__main__":
    main()
