"""What a process that searches one library holds in memory: `held.py LIBRARY`, texts as JSON on its input.

It does nothing else, so that libraries of different sizes can be compared: it opens the library, finds what
each text finds, and counts too for every `COUNTED_EACH`th. Printed as JSON, in megabytes: what is private to
the process (USS: pages of its own, without those of files, which are shared) before the first search, after
the last one and at most; and at the end what it holds with its share of what is shared (PSS). Linux only.
"""

import json
import sys
from pathlib import Path

from procura_desktop.library.open import open_library
from procura_desktop.library.query import parse_query

LIMIT = 50  # as the window wants
COUNTED_EACH = 12


def kilobytes(file: str) -> dict[str, int]:
    """Give what the kernel tells of this process, by name."""
    lines = Path(f"/proc/self/{file}").read_text(encoding="ascii").splitlines()
    parts = [line.split() for line in lines]
    return {part[0].rstrip(":"): int(part[1]) for part in parts if len(part) == 3 and part[2] == "kB"}


def private() -> float:
    """Give the megabytes that are private to this process now."""
    found = kilobytes("smaps_rollup")
    return (found["Private_Clean"] + found["Private_Dirty"]) / 1024


def main() -> None:
    """Search, count, and print what is held."""
    typed = json.load(sys.stdin)
    with open_library(Path(sys.argv[1])) as library:
        library.search(
            parse_query("any words"), limit=1, count=False
        )  # as the window does; imports the search
        before = private()
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the most so far is forgotten
        for number, text in enumerate(typed):
            library.search(parse_query(text), limit=LIMIT, count=False)
            if number % COUNTED_EACH == 0:
                library.search(parse_query(text), limit=LIMIT)
        status, after = kilobytes("status"), private()
    # The most of all pages; those of files are the same few throughout, as the library is not mapped.
    most = (status["VmHWM"] - status["RssFile"]) / 1024
    json.dump(
        {"before": before, "after": after, "most": most, "pss": kilobytes("smaps_rollup")["Pss"] / 1024},
        sys.stdout,
    )


if __name__ == "__main__":
    main()
