"""Content of any size for measuring updates, and later editions of it.

Records are those of `scale.Records`, with their text in paragraphs, as HTML too: an edit changes both, as it
does in real content. An edit is eight words exchanged and forty put in at one place.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from procura_desktop.domain.records import Record
from procura_desktop.library.open import open_library
from tests.benchmarks.scale import LIBRARY, SEED, Records

PARAGRAPH = 60  # words
EXCHANGED = 8
PUT_IN = 40


def passing_edition(size: int) -> Iterator[Record]:
    """Make records one after another; the same size gives the same ones."""
    with open_library(LIBRARY) as library:
        yield from map(_laid_out, Records(library, size))


def first_edition(size: int) -> list[Record]:
    """Make the same records and hold them, to make later editions of them."""
    return list(passing_edition(size))


def next_edition(records: Sequence[Record], *, edits: int, seed: int) -> list[Record]:
    """Edit some records that are no product groups; the others are the same objects as before."""
    draw = random.Random(SEED + seed)
    words = [word for record in draw.sample(records, min(100, len(records))) for word in record.text.split()]
    texts = [number for number, record in enumerate(records) if record.kind != "group"]
    edited = set(draw.sample(texts, edits))
    return [
        _edited(record, words, draw) if number in edited else record for number, record in enumerate(records)
    ]


def _laid_out(record: Record) -> Record:
    words = record.text.split()
    paragraphs = (words[start : start + PARAGRAPH] for start in range(0, len(words), PARAGRAPH))
    return _with_text(record, [" ".join(paragraph) for paragraph in paragraphs])


def _edited(record: Record, words: Sequence[str], draw: random.Random) -> Record:
    paragraphs = [paragraph.split() for paragraph in record.text.split("\n")]
    places = [(row, column) for row, paragraph in enumerate(paragraphs) for column in range(len(paragraph))]
    for row, column in draw.sample(places, min(EXCHANGED, len(places))):
        paragraphs[row][column] = draw.choice(words)
    row = draw.randrange(len(paragraphs))
    column = draw.randint(0, len(paragraphs[row]))
    paragraphs[row][column:column] = draw.choices(words, k=PUT_IN)
    return _with_text(record, [" ".join(paragraph) for paragraph in paragraphs])


def _with_text(record: Record, paragraphs: Sequence[str]) -> Record:
    html = "\n".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    return replace(record, text="\n".join(paragraphs), html=html)
