"""How well the search finds what buyers mean: `./run bench relevance`.

`queries.yaml` was written before the search was tuned, without looking at it. Each query names the records
that ought to come first, with a grade (3: the record that answers it; 2: also good; 1: related). The queries
are split by chance within each sort: one half is for tuning, the other is what is reported.

nDCG@10 is that of Järvelin and Kekäläinen (2002) with the gain 2^grade - 1; MRR counts the first record of
grade 3. Plain FTS5 has the same texts under its own bm25: all words, or any word where no record has all.
"""

import argparse
import math
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import yaml

from procura_desktop.library.fold import shown_hits
from procura_desktop.library.open import open_library
from procura_desktop.library.query import parse_query
from procura_desktop.library.read import Library
from procura_desktop.library.words import split_words

ROOT = Path(__file__).resolve().parents[3]
QUERIES = Path(__file__).with_name("queries.yaml")
LIBRARY = ROOT / "resources" / "library" / "main.sqlite"
DEPTH = 10
BEST = 3

Find = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Judged:
    """One query with the records that ought to come first, by grade."""

    query: str
    sort: str
    half: str
    right: Mapping[str, int]


@dataclass(frozen=True)
class Scores:
    """How well one query was answered."""

    gain: float
    first: float
    in_three: bool


def read_queries(path: Path = QUERIES) -> list[Judged]:
    """Read all queries."""
    return [Judged(**entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


def score(found: Sequence[str], right: Mapping[str, int]) -> Scores:
    """Compare what was found with what ought to come first."""

    def gain(grades: Iterable[int]) -> float:
        return math.fsum((2.0**grade - 1) / math.log2(at + 1) for at, grade in enumerate(grades, start=1))

    best = gain(sorted(right.values(), reverse=True)[:DEPTH])
    ranks = [place for place, record in enumerate(found, start=1) if right.get(record) == BEST]
    return Scores(
        gain=gain(right.get(record, 0) for record in found[:DEPTH]) / best,
        first=1 / ranks[0] if ranks else 0.0,
        in_three=bool(ranks) and ranks[0] <= 3,
    )


def of_library(library: Library) -> Find:
    """Search as the window does, folded as the window folds."""

    def find(query: str) -> Sequence[str]:
        results = library.search(parse_query(query + " "), limit=100)
        return [hit.id for hit in shown_hits(results.hits, library.group_titles()) if hit.id][:DEPTH]

    return find


def of_plain_fts5(path: Path, connection: sqlite3.Connection) -> Find:
    """Search with FTS5 as it comes, over the same texts."""
    connection.execute("CREATE VIRTUAL TABLE plain USING fts5 (id UNINDEXED, title, keywords, summary, body)")
    connection.execute("ATTACH ? AS library", (str(path),))
    connection.execute("INSERT INTO plain SELECT id, title, keywords, summary, body FROM library.record_text")

    def find(query: str) -> Sequence[str]:
        words = [f'"{word}"' for word in split_words(query)]
        for joint in (" AND ", " OR "):
            found = connection.execute(
                "SELECT id FROM plain WHERE plain MATCH ? ORDER BY bm25(plain) LIMIT ?",
                (joint.join(words), DEPTH),
            ).fetchall()
            if found:
                return [record for (record,) in found]
        return []

    return find


def table(judged: Sequence[Judged], find: Find) -> dict[str, tuple[int, float, float, float]]:
    """Give (queries, nDCG@10, MRR, share with the right answer in the first three) overall and by sort."""
    scores = [(one, score(find(one.query), one.right)) for one in judged]
    rows = {}
    for sort in ("all", *dict.fromkeys(one.sort for one in judged)):
        chosen = [got for one, got in scores if sort in ("all", one.sort)]
        count = len(chosen)
        rows[sort] = (
            count,
            sum(got.gain for got in chosen) / count,
            sum(got.first for got in chosen) / count,
            sum(got.in_three for got in chosen) / count,
        )
    return rows


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, default=LIBRARY)
    parser.add_argument("--half", choices=("tune", "report"), default="report")
    parser.add_argument("--wrong", action="store_true", help="show those badly answered")
    options = parser.parse_args()
    judged = [one for one in read_queries() if one.half == options.half]
    with open_library(options.library) as library, closing(sqlite3.connect(":memory:")) as plain:
        ours = of_library(library)
        mine, theirs = table(judged, ours), table(judged, of_plain_fts5(options.library, plain))
        heads = "nDCG@10  MRR   in first 3"
        print(f"half '{options.half}'    queries |  {heads} | plain FTS5: {heads}")
        for sort, (count, gain, first, three) in mine.items():
            _, other_gain, other_first, other_three = theirs[sort]
            print(
                f"{sort:16} {count:7} |    {gain:.3f}  {first:.2f}   {three:9.0%} |"
                f"             {other_gain:.3f}  {other_first:.2f}   {other_three:9.0%}"
            )
        if options.wrong:
            _print_wrong(judged, ours)


def _print_wrong(judged: Sequence[Judged], find: Find) -> None:
    for one in judged:
        found = find(one.query)
        got = score(found, one.right)
        if not got.in_three or got.gain < 0.6:
            right = ", ".join(f"{record}={grade}" for record, grade in one.right.items())
            print(f"{one.sort:9} {got.gain:.2f} {one.query!r}\n    wanted {right}")
            print(f"    found  {', '.join(found[:6])}")


if __name__ == "__main__":
    main()
