"""Names where others could serve as well: standards, labels and certificates, makes, origins.

Articles 42 to 44 and 62 of Directive 2014/24/EU.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from unicodedata import normalize

from procura_desktop.domain.checks.facts import Facts
from procura_desktop.domain.checks.languages import ACCEPTS_EQUAL, OR_EQUIVALENT
from procura_desktop.domain.checks.names import MAKES, WIDER_LABELS
from procura_desktop.domain.checks.prose import DEMAND, Hit, Passage, Sentence, is_description
from procura_desktop.phrases import Phrase, phrase

# Says that what is equal is accepted. "Equal pay" and "equal treatment" do not.
EQUIVALENT = re.compile(
    r"\bequivalen(?:t|ts|ce|tly)\b|\bor (?:an? )?equal\b(?! (?:share|part|number))"
    r"|\b(?:equal|comparable|similar) (?:labels?|schemes?|standards?|certificates?|certifications?|methods?|"
    r"proofs?|ones?|marks?|norms?|systems?|ratings?|evidence)\b"
    r"|\b(?:an)?other (?:suitable |appropriate )?(?:proofs?|means|evidence|labels?|schemes?|certificates?"
    r"|marks?)\b"
    r"|\bor an? (?:test report|technical file|file|declaration)\b|\b(?:is|are) equal\b"
    rf"|{ACCEPTS_EQUAL}",
    re.IGNORECASE,
)
_EQUAL = r"\b(?:[eé]quival[eê]n|gleichwertig|äquivalen|gelijkwaardig)"
_THINGS = (
    r"methods?|standards?|tests?|labels?|certificates?|norm(?:s|en?|es|as?)?|schemes?|gütezeichen|zertifikate?"
    r"|(?:prüf)?verfahren|certifica[td]os?|certificats?|etiquetas?|rótulos?|sell?os?|keurmerk(?:en)?|certificaten"
)
# Says so once for a list or a table: "by these standards, or equivalent".
_FOR_ALL_BELOW = re.compile(rf"\b(?:{_THINGS})\b[^.\n]{{0,130}}{_EQUAL}", re.IGNORECASE)
# A numbered standard: EN 527-2, ISO/IEC 27001, DIN EN ISO 9001.
STANDARD = re.compile(
    r"(?<![\w/])(?:EN|ISO|IEC|DIN|CEN|ETSI|ANSI|ASTM|BS|NF|UNE|NEN|UNI|ÖNORM|IEEE|ITU-T|PAS|OHSAS|BIFMA|JIS|AATCC)"
    r"(?:[ /](?:EN|ISO|IEC|TS|TR|PAS|HD)){0,5}[  ]?[A-Z]{0,2}[  .]?\d{3,}(?:[-–:.]\d+)*"
)
# Says so once for all of a document, in one sentence: every, a thing, and that what is equal will do.
_EVERY = re.compile(
    r"\b(?:every|all|any|each|wherever|whenever|where|alle[nr]?|jede[nrs]?|wo|soweit|tou(?:te?s?|s)|chaque|lorsque"
    r"|tod[ao]s?|cada|cuando|quando|sempre|elke?|iedere?|waar)\b",
    re.IGNORECASE,
)
_ANY_THING = re.compile(
    rf"\b(?:{_THINGS}|brands?|makes?|marken?|fabrikate|marques?|marcas?|merken)\b", re.IGNORECASE
)
_EQUALS = re.compile(_EQUAL, re.IGNORECASE)
_TRADE_MARK = re.compile(r"\b[A-Z][\w-]+(?:®|™)")
_NAMED_MAKE = re.compile(
    r"\b(?:of )?(?:the )?(?:brand|make)s?:? (?!and\b|or\b|of\b|name)(?P<name>[A-Z][\w-]*)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ORIGIN = re.compile(
    r"\b(?:made|manufactured|produced|grown|assembled|sewn|reared|raised|bred|quarried|brewed) in "
    rf"(?!accordance|(?:{_MONTHS})\b|[A-Z]{{2,}}\d)(?:(?:the|our|this) (?:region|province|country|county"
    "|district|"
    r"municipality|city|State|EU|European Union|UK|United \w+)|Europe\b|EU\b|[A-Z][a-zé]+(?:\b(?! \d)))"
    r"|\bof (?:national|domestic|European|German|French|Italian|Spanish|Dutch|Polish|Austrian) "
    r"(?:origin|make|manufacture|production)\b"
    rf"|\b(?:come|stem|originate) from (?!{_MONTHS})(?:the |our )?(?:region|province|[A-Z][a-z]+)\b"
    r"|\blocally (?:grown|produced|made)\b"
)
# Words that tell that a label is one way of proof, or that only its criteria are meant.
_AS_PROOF = re.compile(
    r"\b(?:criteri(?:a|on) (?:of|for|on)|criteria\b|requirements? of|proof|prove[sn]?|shown? by"
    "|demonstrated?|evidence|"
    r"deemed|accepted|presum|such as|for example|e\.g\.|may be (?:shown|used|handed)|states? which"
    "|for instance|audit reports?)",
    re.IGNORECASE,
)


def accepts_equal(text: str) -> bool:
    """Say whether a text of a whole document accepts what is equal wherever something is named."""
    return any(map(_accepts_throughout, normalize("NFC", text).split(".")))


def _accepts_throughout(sentence: str) -> bool:
    """Look for one after the other; a single pattern would take cubic time in a long sentence."""
    at = 0
    for pattern in (_EVERY, _ANY_THING, _EQUALS):
        found = pattern.search(sentence, at)
        if found is None:
            return False
        at = found.end()
    return True


def check_names(passage: Passage, facts: Facts, *, accepted: bool = False) -> Iterator[Hit]:
    """Look for names; `accepted` says that the document accepts equal ones throughout."""
    said = _SaidEqual(passage.sentences)
    for at, sentence in enumerate(passage.sentences):
        text = sentence.text
        named = STANDARD.search(text) or facts.label_names.search(text)
        made = MAKES.search(text) or _TRADE_MARK.search(text) or _NAMED_MAKE.search(text)
        origin = _ORIGIN.search(text) if passage.own_words or DEMAND.search(text) else None
        if not (named or made or origin) or is_description(text):
            continue
        equal = accepted or said.holds_for(at)
        if named is not None and not equal:
            yield _without_equal(sentence, named, OR_EQUIVALENT[passage.language])
        soft = equal or "existing" in text
        if made is not None:
            yield _closed(sentence, made, phrase("checks", "“{words}” names a make."), soft=soft)
        if origin is not None:
            yield _closed(sentence, origin, phrase("checks", "“{words}” demands an origin."), soft=soft)
        if named is not None and sentence.demands and passage.part == "requirement":
            yield from _whole_labels(sentence)


class _SaidEqual:
    """Where a passage accepts what is equal; looked for once, since a passage may have thousands of names."""

    def __init__(self, sentences: tuple[Sentence, ...]) -> None:
        self._sentences = sentences

    def holds_for(self, at: int) -> bool:
        """Say whether this or a later sentence accepts what is equal, or an earlier one does for a list."""
        return at <= self._last or at > self._first_for_list

    @cached_property
    def _last(self) -> int:
        there = range(len(self._sentences) - 1, -1, -1)
        return next((at for at in there if self._finds(EQUIVALENT, at)), -1)

    @cached_property
    def _first_for_list(self) -> int:
        there = range(len(self._sentences))
        return next((at for at in there if self._finds(_FOR_ALL_BELOW, at)), len(self._sentences))

    def _finds(self, pattern: re.Pattern[str], at: int) -> bool:
        return pattern.search(normalize("NFC", self._sentences[at].text)) is not None


def _without_equal(sentence: Sentence, found: re.Match[str], equal: str) -> Hit:
    return Hit(
        rule="equivalent",
        start=sentence.start + found.start(),
        words=found[0],
        what=phrase("checks", "“{words}” stands without “or equivalent”.").of(words=found[0]),
        text=f"{found[0]} {equal}",
    )


def _closed(sentence: Sentence, found: re.Match[str], what: Phrase, *, soft: bool) -> Hit:
    words = found[0].strip()
    return Hit(
        rule="brand",
        start=sentence.start + found.start(),
        words=words,
        what=what.of(words=words),
        soft=soft,
    )


def _whole_labels(sentence: Sentence) -> Iterator[Hit]:
    if _AS_PROOF.search(sentence.text):
        return
    for name, more in WIDER_LABELS.items():
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence.text)
        if found is not None:
            yield Hit(
                rule="whole-label",
                start=sentence.start + found.start(),
                words=found[0],
                what=phrase("checks", "“{label}” is demanded as a whole; it also judges {more}.").of(
                    label=found[0], more=more
                ),
            )
            return
