"""What is different in the words of a record, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from procura_desktop.domain.records import Record

Part = Literal["title", "summary", "text", "confidence", "sources", "results", "other"]
How = Literal["same", "gone", "new"]
MOST_WORDS = 6_000  # of a passage; of longer ones only old and new are told

_WORD = re.compile(r"\n|[^\s]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow each other and are all the same, gone or new."""

    how: How
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a record in which something changed."""

    part: Part
    runs: tuple[Run, ...]


def record_difference(old: Record, new: Record) -> tuple[Passage, ...]:
    """Give the passages of a record that differ, in the order of reading; layout alone is no difference."""
    before, after = _texts(old), _texts(new)
    found = [
        Passage(part, tuple(word_difference(before[part], after[part])))
        for part in before
        if before[part].split() != after[part].split()
    ]
    return tuple(found) or ((Passage("other", ()),) if old != new else ())


def word_difference(old: str, new: str) -> Iterator[Run]:
    """Compare two texts word by word; a line end counts as a word."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        yield from (Run("gone", old), Run("new", new))
        return
    for how, from_old, to_old, from_new, to_new in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if how == "equal":
            yield Run("same", _joined(after[from_new:to_new]))
            continue
        if to_old > from_old:
            yield Run("gone", _joined(before[from_old:to_old]))
        if to_new > from_new:
            yield Run("new", _joined(after[from_new:to_new]))


def _texts(record: Record) -> dict[Part, str]:
    sources = (f"{one.title}, {one.publisher} {one.date} {one.url}" for one in record.sources)
    found = record.case.results if record.case else ()
    results = (f"{one.what} {one.value or ''} {one.unit}" for one in found)
    definition = record.term.definition if record.term else ""
    return {
        "title": record.title,
        "summary": record.summary,
        "text": "\n".join(filter(None, (definition, record.text))),
        "results": "\n".join(results),
        "confidence": f"{record.confidence} {record.confidence_note}",
        "sources": "\n".join(sources),
    }


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" \n ", "\n").replace("\n ", "\n").replace(" \n", "\n")
