"""Sentences of tender documents: where each stands, whether it demands something, and of whom.

Rules for text look at a passage: one part of a criterion, or one paragraph of a document.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from procura_desktop.domain.checks.languages import ENGLISH, OR_EQUIVALENT
from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.phrases import Phrase

Section = CriterionKind | Literal[""]  # "" is not known
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(\[]?[A-Z0-9…])|\n+| \| ")
_SHORT_FORMS = re.compile(r"\b(?:e\.g|i\.e|etc|No|Art|art|incl|approx|max|min|vs|Nr|cf|resp)\.$")
DEMAND = re.compile(
    r"\b(?:shall|must|should|(?:has|have|is|are) to(?! \w+ (?:way|way))|(?:is|are) (?:required|obliged"
    "|expected)|"
    "ought to|(?<!not )needs? to|may not|can ?not|will(?= (?:be|deliver|provide|supply|use|have|take|ensure"
    "|try|aim|"
    r"meet|comply|work))|no (?:more|less) than|only)\b"
)
_BUYER = (
    r"(?:buyer|city|town|municipality|council|contracting authority|authority|university|hospital|ministry|"
    r"agency|Government|Court|Commission|client|region|province|school|State)"
)
_OF_BUYER = re.compile(
    rf"^(?:The|Our|This) {_BUYER}(?:'s|’s)?\b(?! (?:shall|must) (?:be able to )?(?:receive|get))"
)
# What is, was or is believed; it demands nothing.
_AS_IT_IS = re.compile(
    r"\b(?:current(?:ly)?|at present|so far|until now|up to now|today|existing|in use|were bought|was bought|"
    r"was introduced|background|is a goal|has a goal|our goal|the aim of this|we want|wants to)\b",
    re.IGNORECASE,
)
# Beginnings of sentences that explain another.
_EXPLAINS = re.compile(r"^(?:This|That|It|These|Which|Because|Reason|Note|Example|For example|Background)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence and its place in the passage."""

    text: str
    start: int
    demands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Text of one role.

    Attributes:
        kind: of the criterion or section it belongs to; "" is not known.
        part: of the wording: "requirement", "proof_tender", "proof_contract" or "points".
        language: of the text, one of those that the checks know.
        own_words: whether every sentence demands, as in the requirement of a criterion.
        lowered: the text in small letters; a few words in it tell fast what need not be looked for.
    """

    text: str
    sentences: tuple[Sentence, ...]
    kind: Section = ""
    part: str = "requirement"
    language: str = ENGLISH
    own_words: bool = False
    lowered: str = ""

    def has_any(self, words: tuple[str, ...]) -> bool:
        """Say whether any of these words, or parts of words, in small letters, is in it."""
        return any(word in self.lowered for word in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words of a passage that a rule objects to.

    Attributes:
        what: what is wrong, as a sentence.
        text: what would stand better in the place of the words; "" where only the buyer knows.
        soft: whether it is only to be thought of.
    """

    rule: str
    start: int
    words: str
    what: Phrase
    text: str = ""
    soft: bool = False


def passage(
    text: str,
    *,
    kind: Section = "",
    part: str = "requirement",
    language: str = ENGLISH,
    own_words: bool = False,
) -> Passage:
    """Cut a text into its sentences; a language that the checks do not know counts as English."""
    demanding = own_words and part == "requirement"
    sentences = tuple(
        Sentence(text=piece, start=start, demands=_demands(piece, plain=demanding))
        for start, piece in _pieces(text)
    )
    return Passage(
        text=text,
        sentences=sentences,
        kind=kind,
        part=part,
        language=language if language in OR_EQUIVALENT else ENGLISH,
        own_words=own_words,
        lowered=text.lower(),
    )


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for found in _END.finditer(text):
        if _SHORT_FORMS.search(text[max(0, found.start() - 10) : found.start()]) and "\n" not in found[0]:
            continue
        yield from _trimmed(text, start, found.start())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        yield start + piece.index(bare[0]), bare


def _demands(sentence: str, *, plain: bool) -> bool:
    """Say whether a sentence demands something of bidders; `plain`: even without "shall"."""
    if _OF_BUYER.search(sentence):
        return False
    if DEMAND.search(sentence) is not None:
        return True
    return plain and _AS_IT_IS.search(sentence) is None and _EXPLAINS.search(sentence) is None


def is_description(sentence: str) -> bool:
    """Say whether a sentence tells how things are today, or what the buyer has and does."""
    if _OF_BUYER.search(sentence):
        return True
    return _AS_IT_IS.search(sentence) is not None and DEMAND.search(sentence) is None
