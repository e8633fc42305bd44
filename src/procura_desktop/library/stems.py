"""The form under which the index knows a word: folded, spelt the British way, cut to its stem.

Texts and queries go through the same functions, so what they make of a word matters less than that it is
the same for all the forms that people type: batteries and battery, organization and organisation.
"""

import re
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer

from procura_desktop.library.words import fold, split_words

_KNOWN_WORDS = 65_536
_KNOWN_TEXTS = 4_096  # such as titles
# American spellings of the field's words that no rule covers.
_BRITISH = {
    "buses": "bus", "busses": "bus", "gases": "gas", "aluminum": "aluminium", "analog": "analogue",
    "catalog": "catalogue", "catalogs": "catalogues", "center": "centre", "centers": "centres",
    "color": "colour", "colors": "colours", "colored": "coloured", "defense": "defence", "favor": "favour",
    "favorite": "favourite", "fiber": "fibre", "fibers": "fibres", "gray": "grey", "harbor": "harbour",
    "humor": "humour", "labor": "labour", "license": "licence", "licenses": "licences",
    "licensed": "licenced", "liter": "litre", "liters": "litres", "meter": "metre", "meters": "metres",
    "mold": "mould", "neighbor": "neighbour", "odor": "odour", "offense": "offence", "plow": "plough",
    "practise": "practice", "program": "programme", "programs": "programmes", "sulfur": "sulphur",
    "sulfate": "sulphate", "theater": "theatre", "tire": "tyre", "tires": "tyres", "tumor": "tumour",
    "vapor": "vapour", "artifact": "artefact", "mom": "mum", "pajamas": "pyjamas", "maneuver": "manoeuvre",
    "skeptical": "sceptical", "cozy": "cosy", "fulfill": "fulfil", "enrollment": "enrolment",
    "installment": "instalment", "judgment": "judgement", "aging": "ageing", "traveled": "travelled",
    "traveling": "travelling", "traveler": "traveller", "labeled": "labelled", "labeling": "labelling",
    "modeled": "modelled", "modeling": "modelling", "fueled": "fuelled", "fueling": "fuelling",
    "channeled": "channelled", "canceled": "cancelled",
}  # fmt: skip
# What the stemmer can take off or change is the end of a word; most beginnings of words have none of these.
_ENDINGS = (
    "'", "s", "d", "y", "ing", "er", "or", "e", "l", "i", "ic", "ion", "ism", "ogist", "ant", "ent",
)  # fmt: skip
_IZE = re.compile(r"(?<=[a-z]{3})iz(?=(?:e|ed|es|er|ers|ing|able|ation|ations|ational)$)")
_YZE = re.compile(r"(?<=[a-z])yz(?=(?:e|ed|es|er|ers|ing)$)")
_KEEP = frozenset(
    ("size", "sized", "sizes", "prize", "prizes", "seize", "seized", "capsize", "resize", "resized")
)


@lru_cache(maxsize=_KNOWN_WORDS)
def stem(word: str) -> str:
    """Give the stem of one word as `split_words` gives it."""
    small = british(fold(word))
    if not small.endswith(_ENDINGS) or not small.isascii() or not small.isalpha():
        return small
    return str(EnglishStemmer().stemWord(small))  # one for each word: it keeps the word that it works on


@lru_cache(maxsize=_KNOWN_TEXTS)
def stems(text: str) -> tuple[str, ...]:
    """Give the stems of all words of a text."""
    return tuple(map(stem, split_words(text)))


def stem_key(text: str) -> str:
    """Give the form in which two names are the same: their stems with one blank between."""
    return " ".join(stems(text))


def british(word: str) -> str:
    """Write a folded word in British spelling."""
    if word in _KEEP:
        return word
    return _YZE.sub("ys", _IZE.sub("is", _BRITISH.get(word, word)))
