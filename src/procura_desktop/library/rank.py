"""How good a match is, beyond what the index says of its words."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

# Above every other score: records that are called what was typed come first.
NAMED = 1000.0
MISSING = 1.0  # how much it counts against a record that it lacks terms
MISSING_OF_QUESTION = 0.25  # who asks in a sentence uses words that no answer has
MEANING = 0.4  # how much another word for the same counts
PREFERRED = 2.0  # how much more a text counts that is of the language which is preferred
SIDE_BY_SIDE = 0.4  # how much words side by side count once more
BELONGS = 0.3  # how much it counts to belong to the product group that a word names
LEAST_WEIGHT = 1.0  # of a term: a frequent word still says something
MOST_WEIGHT = 3.0  # a word that one record in twenty has says all that a word can say
WHOLE_MATCH = 2 / 3  # the part of the terms, by weight, that a record must have of three or more
LEAST_MATCH = 0.2  # with less it is never shown
NEARLY_AS_GOOD = 0.2  # of the best score, to be shown beside what has more of the terms
# What a buyer wants first where all else is equal.
_KINDS = {
    "group": 1.3, "term": 1.25, "article": 1.2, "label": 1.0, "criterion": 1.0, "case": 1.0,
    "organisation": 0.6, "event": 0.5,
}  # fmt: skip
# What answers a question: guidance that explains, before records that only mention.
Question = Literal["", "how", "what", "who"]
_ANSWERS: Mapping[Question, Mapping[str, float]] = {
    "": {},
    "how": {"article": 1.6, "term": 1.1, "group": 1.2, "criterion": 0.95, "case": 0.8},
    "what": {"article": 1.6, "term": 1.4, "group": 1.2, "criterion": 0.9, "case": 0.8},
    "who": {
        "article": 1.3, "term": 1.0, "group": 1.0, "criterion": 0.8, "case": 0.9, "organisation": 1.8,
        "event": 1.2,
    },
}  # fmt: skip
_OF_QUESTION = {question: {**_KINDS, **answers} for question, answers in _ANSWERS.items()}
_KNOWN = 4_096  # weights of terms
_TITLE = 1.0
_WHOLE_TITLE = 0.6
_TITLE_OF_TERMS = 1.4
_WHOLE_TITLE_OF_TERMS = 0.3


class Wording(NamedTuple):
    """What a term is in titles: its own stems, those of each other word for it, and its weight.

    Attributes:
        all: all stems together, as most titles have none of them.
    """

    own: frozenset[str]
    others: tuple[frozenset[str], ...]
    weight: float
    all: frozenset[str]


@lru_cache(maxsize=_KNOWN)
def term_weight(records: int, *, of: int) -> float:
    """Give how much a term says that so many records have, of all of a library: the rarer, the more."""
    return min(max(rarity(records, of=of), LEAST_WEIGHT), MOST_WEIGHT)


@lru_cache(maxsize=_KNOWN)
def rarity(records: int, *, of: int) -> float:
    """Give the logarithm of how rare a term is."""
    return math.log((of + 1) / (min(records, of) + 1))


def kind_weights(question: Question = "") -> Mapping[str, float]:
    """Give how much each kind of record counts where all else is equal; others count 1."""
    return _OF_QUESTION[question]


def title_weight(typed: frozenset[str], title: str) -> float:
    """Give how much a title counts: by the share of the typed stems that it has, and that of it was typed.

    `title` is its stems with a blank between.
    """
    words = set(title.split())
    common = len(typed & words)
    return 1 + _TITLE * common / len(typed) + _WHOLE_TITLE * common / len(words) if common else 1.0


def wording_weight(wordings: Sequence[Wording], words: frozenset[str]) -> float:
    """Give how much a title counts for terms, each of which it may have in other words.

    `words` are the stems of the title.
    """
    shown: set[str] = set()
    common = 0.0
    for wording in wordings:
        if words.isdisjoint(wording.all):
            continue
        same = next((one for one in (wording.own, *wording.others) if one and one <= words), None)
        if same is not None:
            shown |= same
            common += wording.weight
    if not shown:
        return 1.0
    whole = sum(wording.weight for wording in wordings)
    return 1 + _TITLE_OF_TERMS * common / whole + _WHOLE_TITLE_OF_TERMS * len(shown) / len(words)
