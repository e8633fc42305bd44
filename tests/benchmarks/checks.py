"""Measures the checks: a procurement of 300 criteria at first and after a change of one, and long paragraphs.

The criteria are those of the library, in turn. `./run bench checks` prints it.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from procura_desktop.domain.checks.checker import Checker
from procura_desktop.domain.checks.document import Paragraph, check_paragraphs
from procura_desktop.domain.checks.facts import facts_of
from procura_desktop.domain.coverage import coverage
from procura_desktop.domain.drafting import change_item, in_order
from procura_desktop.domain.procurement import Head, Procurement
from procura_desktop.library.open import open_library
from procura_desktop.workspace.choosing import item_of

LIBRARY = Path(__file__).resolve().parents[2] / "resources" / "library" / "main.sqlite"
CRITERIA = 300
CHANGES = 40
AT_ONCE = 2  # as the window does
# Texts in which a careless pattern would look again from every place; each as one paragraph of these letters.
LETTERS = 100_000
TEXTS = {
    "with standards": "The chairs shall comply with EN 1335-1 and be safe. ",
    "without an end": "every standard of all labels ",
    "of standards": "EN ISO ",
}


def main() -> None:
    with open_library(LIBRARY) as library:
        records = [library.record(brief.id) for brief in library.briefs(kind="criterion")]
        facts = facts_of(library.record(brief.id) for brief in library.briefs(kind="label"))
        groups = [library.record(brief.id) for brief in library.briefs(kind="group")]
    hotspots = [one for group in groups if group.group for one in group.group.hotspots]
    items = [
        replace(
            item_of(record, level=record.criterion.levels[0].name, library="main", edition="1"),
            id=f"i{number}",
        )
        for number, record in enumerate(islice(cycle(records), CRITERIA))
        if record.criterion
    ]
    procurement = Procurement(id="bench", head=Head(title="Bench"), items=in_order(items))

    checker = Checker(facts)
    pieces: list[float] = []
    while timed_piece(checker, procurement, pieces):
        pass
    print(f"criteria        {len(items)}, {len(checker.check(procurement))} findings")
    print(f"first check     {sum(pieces):.0f} ms in {len(pieces)} pieces, longest {max(pieces):.1f} ms")
    spent = []
    for number in range(CHANGES):
        chosen = procurement.items[number * 7 % len(items)].id
        procurement = change_item(procurement, chosen, lambda item: replace(item, reason=f"{item.reason}."))
        spent.append(timed(partial(checker.check, procurement)))
    print(f"after a change  median {statistics.median(spent):.1f} ms, slowest {max(spent):.1f} ms")
    print(f"coverage        {timed(lambda: coverage(hotspots, procurement.items)):.1f} ms")
    for name, words in TEXTS.items():
        paragraph = Paragraph(text=words * (LETTERS // len(words)))
        spent_on = timed(partial(check_paragraphs, (paragraph,), facts=facts))
        print(f"a paragraph {name:14}  {spent_on:.0f} ms for {LETTERS:,} letters")


def timed_piece(checker: Checker, procurement: Procurement, pieces: list[float]) -> bool:
    """Time the next piece; say whether there is another."""
    start = time.perf_counter()
    done = checker.prepare(procurement, most=AT_ONCE)
    pieces.append(1000 * (time.perf_counter() - start))
    return not done


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
