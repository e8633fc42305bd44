"""Two people changed one text: both changes in one text, word by word, and where they collide.

A word carries the blanks before it, so that the pieces put together give every text as it was. Changes
collide when they touch the same words or stand side by side: a number and its unit are not changed by two
people apart from each other.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

MOST_WORDS = 6_000  # of a text; a longer one is compared as a whole

_WORD = re.compile(r"\s*\S+|\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text in its three states; where nobody changed it they are the same."""

    base: str
    mine: str
    theirs: str

    @property
    def collides(self) -> bool:
        """Whether both sides changed it, and not in the same way."""
        return self.mine != self.theirs and self.base not in (self.mine, self.theirs)

    @property
    def merged(self) -> str:
        """What stands here when nobody decides: the change, and of two that collide mine."""
        return self.theirs if self.mine == self.base else self.mine


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged text, in pieces."""

    pieces: tuple[Piece, ...]

    @property
    def collisions(self) -> tuple[Piece, ...]:
        """What somebody has to decide, in the order of reading."""
        return tuple(piece for piece in self.pieces if piece.collides)

    def text(self, take_theirs: Collection[int] = ()) -> str:
        """Give the text; `take_theirs` are places in `collisions` at which theirs stands instead of mine."""
        said, at = [], 0
        for piece in self.pieces:
            said.append(piece.theirs if piece.collides and at in take_theirs else piece.merged)
            at += piece.collides
        return "".join(said)


def merge(base: str, mine: str, theirs: str) -> Merged:
    """Merge two changes of one text."""
    texts = tuple(_WORD.findall(text) for text in (base, mine, theirs))
    if max(map(len, texts)) > MOST_WORDS:
        return Merged((Piece(base, mine, theirs),))
    words, my_words, their_words = texts
    my_changes, their_changes = _changes(words, my_words), _changes(words, their_words)
    pieces, at = [], 0
    for low, high in _stretches([*my_changes, *their_changes]):
        if low > at:
            same = "".join(words[at:low])
            pieces.append(Piece(same, same, same))
        pieces.append(
            Piece(
                "".join(words[low:high]),
                _said(words, my_changes, low, high),
                _said(words, their_changes, low, high),
            )
        )
        at = high
    rest = "".join(words[at:])
    return Merged((*pieces, Piece(rest, rest, rest)) if rest else tuple(pieces))


@dataclass(frozen=True, slots=True)
class _Change:
    """Words `low` to `high` of the base became `words`."""

    low: int
    high: int
    words: tuple[str, ...]


def _changes(base: list[str], other: list[str]) -> list[_Change]:
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return [
        _Change(low, high, tuple(other[from_other:to_other]))
        for how, low, high, from_other, to_other in matcher.get_opcodes()
        if how != "equal"
    ]


def _stretches(changes: list[_Change]) -> Iterator[tuple[int, int]]:
    """Give the stretches of the base in which something changed; changes that touch are in one."""
    ordered = sorted({(change.low, change.high) for change in changes})
    if not ordered:
        return
    low, high = ordered[0]
    for _, (next_low, next_high) in pairwise(ordered):
        if next_low > high:
            yield low, high
            low, high = next_low, next_high
        high = max(high, next_high)
    yield low, high


def _said(base: list[str], changes: list[_Change], low: int, high: int) -> str:
    """Give what one side made of a stretch of the base."""
    said, at = [], low
    for change in changes:
        if low <= change.low and change.high <= high:
            said += [*base[at : change.low], *change.words]
            at = change.high
    return "".join([*said, *base[at:high]])
