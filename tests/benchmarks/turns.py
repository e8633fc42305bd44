"""Starts a bare window of PySide6, the program from source and the bundle in turns. Linux only.

Drawn in memory, and on a virtual display (Xvfb) where there is one.

The speed of a virtual machine changes from minute to minute; what is started in turns can be compared all the
same. `--beside DIR` starts the program of another checkout too, which must hold a compiled library.
"""

import argparse
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.bench import screens

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "dist" / "procura-desktop" / "procura-desktop"
TURNS = 12
WARMING = 2
BARE = """
import os, time
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QTextBrowser, QWidget
application, window = QApplication([]), QWidget()
layout, entries, text = QHBoxLayout(window), QListWidget(), QTextBrowser()
entries.addItems([str(number) for number in range(200)])
text.setHtml("<p>hello</p>" * 100)
layout.addWidget(entries)
layout.addWidget(text)
window.resize(1240, 800)
window.show()
application.processEvents()
fields = open("/proc/self/stat").read().rpartition(")")[2].split()
started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
print(f"first-paint-ms={(time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000:.0f}")
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--beside", type=Path, metavar="DIR", help="another checkout to start as well")
    beside = parser.parse_args().beside
    programs = {
        "bare window": ([sys.executable, "-c", BARE], None),
        "source": ([sys.executable, "-m", "procura_desktop"], ROOT),
    }
    if BUNDLE.exists():
        programs["bundle"] = ([str(BUNDLE)], None)
    if beside is not None:
        programs["beside"] = ([sys.executable, "-m", "procura_desktop"], beside.absolute())
    print("milliseconds, median (least to most) of", TURNS - WARMING, "starts in turns")
    with screens() as found:
        for screen, environment in found.items():
            print(screen)
            take_turns(programs, environment)


def take_turns(programs: dict[str, tuple[list[str], Path | None]], environment: dict[str, str]) -> None:
    """Start all of them again and again on one kind of screen, and print what it took."""
    paints: dict[str, list[float]] = {name: [] for name in programs}
    processor: dict[str, list[float]] = {name: [] for name in programs}
    for turn in range(TURNS):
        for name, (command, checkout) in programs.items():
            paint, used = start(command, checkout, environment)
            if turn >= WARMING:
                paints[name].append(paint)
                processor[name].append(used)
    for name in programs:
        print(
            f"{name:12} first paint {spread(paints[name])}, processor until the end {spread(processor[name])}"
        )


def start(command: list[str], checkout: Path | None, environment: dict[str, str]) -> tuple[float, float]:
    """Give milliseconds to the first paint, and of the processor until the program has ended."""
    wanted = {"PROCURA_PRINT_FIRST_PAINT": "1", "PROCURA_QUIT_AFTER": "0.05"}
    if checkout is not None:
        wanted["PYTHONPATH"] = str(checkout / "src")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as data:
        place = [] if "-c" in command else ["--data-dir", data]
        done = subprocess.run(
            [*command, *place], env=environment | wanted, capture_output=True, text=True, check=True
        )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = re.search(r"first-paint-ms=(\d+)", done.stdout)
    if told is None:
        raise SystemExit(f"{command[0]} did not say when it was painted: {done.stderr[-500:]}")
    return float(told[1]), (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def spread(values: list[float]) -> str:
    return f"{statistics.median(values):.0f} ({min(values):.0f} to {max(values):.0f})"


if __name__ == "__main__":
    main()
