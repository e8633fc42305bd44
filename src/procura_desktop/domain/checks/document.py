"""The checks over a text from elsewhere: a tender document that was opened or pasted."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from procura_desktop.domain.checks.checker import hits
from procura_desktop.domain.checks.duties import ACCESSIBILITY
from procura_desktop.domain.checks.equivalents import accepts_equal
from procura_desktop.domain.checks.facts import Facts
from procura_desktop.domain.checks.finding import Finding
from procura_desktop.domain.checks.languages import language_of_text
from procura_desktop.domain.checks.prose import DEMAND, Hit, Passage, Section, passage
from procura_desktop.domain.checks.rules import finding
from procura_desktop.domain.checks.scoring import share_in_line
from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.phrases import phrase

# From here on a text counts as a whole document, of which one may ask what is missing.
WHOLE_DOCUMENT_WORDS = 400
WHOLE_DOCUMENT_DEMANDS = 10
_HEADING_WORDS = 12
# Words of headings, and the kind of criteria below them; the first that fits counts.
_WORDS: tuple[tuple[CriterionKind, str], ...] = (
    ("SC", "selection criteri|suitability|eligibility|qualification of (?:tenderers|bidders)|exclusion"),
    ("AC", "award criteri|evaluation of (?:tenders|offers|bids)|scoring"),
    ("CPC", "contract (?:performance )?(?:clause|condition|term)|performance (?:clause|condition)"),
    ("CPC", "conditions of contract"),
    ("TS", "(?:technical|minimum|functional) (?:specification|requirement)|specifications?\\b"),
    ("SM", "subject[- ]matter"),
)
_SECTIONS = tuple((kind, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for kind, words in _WORDS)
_SHORTEST_FULL_LINE = 70  # letters
# How the entries of lists, rows of tables and headings begin.
_BEGINS = re.compile(r"[-*•–+|#>]|(?:\d+(?:\.\d+)*|[A-Za-z]|[ivx]+)[.)]\s|\[")
_NUMBERED = re.compile(r"^\s*(?:\d+(?:\.\d+)*\.?|[A-Z]\.|[IVX]+\.)\s+\S")
_LOTS = re.compile(r"\blots?\b|\bsingle contract\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, an entry of a list or a row of a table; `heading` says that it is a heading."""

    text: str
    heading: bool = False


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Cut plain text into paragraphs: a line each, but a line that goes on belongs to the one before.

    Many programs break lines at 70 to 100 letters; empty lines fall away.
    """
    found: list[str] = []
    before = ""
    for line in (raw.strip() for raw in text.splitlines()):
        if line and before and _goes_on(before, line):
            found[-1] = f"{found[-1]} {line}"
        elif line:
            found.append(line)
        before = line
    return tuple(Paragraph(text=line) for line in found)


def _goes_on(before: str, line: str) -> bool:
    """Say whether a line continues the one before it, which had no room for its first word."""
    if (
        before.startswith(("#", "|"))
        or _BEGINS.match(line)
        or before.endswith((".", ":", ";", "!", "?", "|"))
    ):
        return False
    room = len(before) + len(line.split()[0]) + 1
    return line[0].islower() or room > _SHORTEST_FULL_LINE


def check_paragraphs(paragraphs: Sequence[Paragraph], *, facts: Facts) -> tuple[Finding, ...]:
    """Check a document; findings stand in the order of the text, those of the whole of it at the end.

    Paragraphs count from 1.
    """
    whole = "\n".join(paragraph.text for paragraph in paragraphs)
    accepted, language = accepts_equal(whole), language_of_text(whole)
    found: list[Finding] = []
    weights: list[tuple[int, Decimal]] = []
    for number, paragraph, kind in _with_sections(paragraphs):
        cut = passage(paragraph.text, kind=kind, language=language)
        in_order = sorted(hits(cut, facts, accepted=accepted), key=lambda hit: hit.start)
        found.extend(_of_text(hit, cut, number) for hit in in_order)
        share = share_in_line(paragraph.text) if kind == "AC" else None
        if share is not None:
            weights.append((number, share))
    found.extend(_weights(weights))
    found.sort(key=lambda one: one.paragraph)
    return (*found, *_missing(whole))


def _with_sections(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[int, Paragraph, Section]]:
    """Give each paragraph that is no heading with its number and the kind of its section."""
    kind: Section = ""
    for number, paragraph in enumerate(paragraphs, start=1):
        section = _section(paragraph)
        if section is not None:
            kind = section
        else:
            yield number, paragraph, kind


def _section(paragraph: Paragraph) -> Section | None:
    """Give the kind of the section that a heading begins; "" is another one, None that it is no heading."""
    text = paragraph.text
    short = len(text.split()) <= _HEADING_WORDS and not text.rstrip().endswith((".", ";", ",", "?"))
    if not paragraph.heading and (not short or DEMAND.search(text) or "|" in text):
        return None
    named = next((kind for kind, pattern in _SECTIONS if pattern.search(text)), None)
    if named is not None:
        return named
    return "" if paragraph.heading or _is_numbered_title(text) else None


def _is_numbered_title(text: str) -> bool:
    return (
        _NUMBERED.match(text) is not None and ":" not in text and not re.search(r"\d\s*(?:%|\w{1,3})$", text)
    )


def _of_text(hit: Hit, cut: Passage, number: int) -> Finding:
    at = bisect_right(cut.sentences, hit.start, key=lambda one: one.start) - 1
    within = at >= 0 and hit.start < cut.sentences[at].start + len(cut.sentences[at].text)
    sentence = cut.sentences[at].text if within else cut.text
    made = finding(hit.rule, hit.what, severity="think" if hit.soft else None, words=hit.words)
    made = replace(made, start=hit.start, sentence=sentence, paragraph=number)
    if not hit.text:
        return made
    return replace(made, do=phrase("checks", "{do} For example: “{text}”.").of(do=made.do, text=hit.text))


def _weights(found: Sequence[tuple[int, Decimal]]) -> Iterator[Finding]:
    total = sum((share for _, share in found), Decimal(0))
    if len(found) > 1 and total != 100:
        what = phrase("checks", "The weights of the award criteria add up to {total} %, not to 100 %.").of(
            total=total
        )
        made = finding("weights", what, severity="should")
        yield replace(made, paragraph=found[-1][0])


def _missing(whole: str) -> Iterator[Finding]:
    if len(whole.split()) < WHOLE_DOCUMENT_WORDS or len(DEMAND.findall(whole)) < WHOLE_DOCUMENT_DEMANDS:
        return
    if not _LOTS.search(whole):
        what = phrase("checks", "The text does not say whether there are lots, or why not.")
        yield finding("lots", what, severity="think")
    if not ACCESSIBILITY.search(whole.lower()):
        what = phrase("checks", "The text does not speak of accessibility.")
        yield finding("accessibility", what, severity="think")
