"""What an editor would say about the wording of a record: warnings, never faults.

The rules for criteria follow Directive 2014/24/EU: a demand says what shall be, can be tested, and a named
standard, label or certificate stands with "or equivalent" (Articles 42 to 44 and 62).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from procura_desktop.content.draft import Draft, Passage
from procura_desktop.content.passages import passages, sentences
from procura_desktop.content.reading_ease import grade
from procura_desktop.content.sections import POINTS, PROOF_CONTRACT, PROOF_TENDER, REQUIREMENT
from procura_desktop.domain.checks.equivalents import EQUIVALENT, STANDARD
from procura_desktop.domain.level_lines import line_level
from procura_desktop.domain.records import CriterionDetails, Record

HARDEST = 12.0
FEWEST_WORDS, MOST_WORDS = 300, 900
_SHALL = re.compile(r"\bshall\b")
_VAGUE = re.compile(
    r"\b(?:eco|environment(?:ally)?|climate)[- ]friendly\b|\bas (?:sustainable|green) as possible\b"
    r"|\bwhere(?:ver)? possible\b|\bas far as possible\b|\bif possible\b|\bbest efforts\b"
    r"|\bstate[- ]of[- ]the[- ]art\b",
    re.IGNORECASE,
)
# Labels whose name stands for a law or for a system, not for a product that others could match.
_NO_EQUIVALENT_NEEDED = ("energy", "management")


@dataclass(frozen=True, slots=True)
class LabelNames:
    """The names of the labels of a library, as one expression; None means that there are none."""

    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, records: Iterable[Record]) -> "LabelNames":
        """Collect the names; what stands in brackets belongs to no name."""
        titles = {
            re.sub(r"\s*\(.*\)", "", record.title)
            for record in records
            if record.label is not None and record.label.type not in _NO_EQUIVALENT_NEEDED
        }
        if not titles:
            return cls(None)
        return cls(re.compile("|".join(rf"\b{re.escape(title)}\b" for title in sorted(titles))))


def check_wording(draft: Draft, record: Record, labels: LabelNames) -> None:
    """Note what an editor would change."""
    found = passages(draft)
    if record.article is not None:
        _check_ease(draft, found)
        if record.article.section == "guidance":
            _check_length(draft, found)
    if record.criterion is not None:
        _check_criterion(draft, record.criterion, found, labels)


def _check_ease(draft: Draft, found: Sequence[Passage]) -> None:
    said = grade(
        sentence for passage in found if passage.kind == "text" for sentence in sentences(passage.text)
    )
    if said > HARDEST:
        what = f"the text reads at grade {said:.1f}, above {HARDEST:.0f}"
        draft.log.warn(draft.body_line, what, "make sentences shorter, and choose shorter words")


def _check_length(draft: Draft, found: Sequence[Passage]) -> None:
    words = sum(len(passage.text.split()) for passage in found if passage.kind != "footnote")
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        what = f"the text has {words} words"
        draft.log.warn(draft.body_line, what, f"guidance has {FEWEST_WORDS} to {MOST_WORDS}")


def _check_criterion(
    draft: Draft, criterion: CriterionDetails, found: Sequence[Passage], labels: LabelNames
) -> None:
    for heading in dict.fromkeys(passage.heading for passage in found):
        section = [passage for passage in found if passage.heading == heading]
        demand = heading.startswith(REQUIREMENT)
        if demand and criterion.kind != "SM" and not any(_SHALL.search(passage.text) for passage in section):
            what = f"'## {heading}' does not say what shall be"
            draft.log.warn(section[0].line, what, "write 'The tenderer shall ...' or 'The product shall ...'")
        if demand:
            _check_vague(draft, section)
            _check_whole(draft, section, [level.name for level in criterion.levels])
        if demand or heading in (PROOF_TENDER, PROOF_CONTRACT):
            _check_equivalent(draft, section, labels)
        if heading in (PROOF_TENDER, PROOF_CONTRACT, POINTS):
            _check_levels(draft, section, [level.name for level in criterion.levels])


def _check_vague(draft: Draft, section: Sequence[Passage]) -> None:
    for passage in section:
        for vague in _VAGUE.findall(passage.text):
            draft.log.warn(passage.line, f"'{vague}' cannot be tested", "say what is measured, and how")


def _check_whole(draft: Draft, section: Sequence[Passage], levels: Sequence[str]) -> None:
    """Ask for the whole text where a demand points at another level, which never comes into a document."""
    pointer = re.compile(rf"\b(?:{'|'.join(map(re.escape, levels))})[ -]level\b", re.IGNORECASE)
    for passage in section:
        if levels and (found := pointer.search(passage.text)):
            what = f"'{found[0]}' stands in no document that bidders get"
            draft.log.warn(passage.line, what, "repeat here what is asked for at that level")


def _check_levels(draft: Draft, section: Sequence[Passage], levels: Sequence[str]) -> None:
    """Ask for a line of its own where a sentence speaks of a level, which bidders do not know."""
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, levels))})\b", re.IGNORECASE)
    for passage in section:
        own = line_level(passage.text, levels)
        if levels and (found := named.search(own[2] if own else passage.text)):
            what = f"'{found[0]}' is a level, which bidders do not know"
            right = f"let what holds at one level alone be a paragraph that begins '{levels[-1].title()}: '"
            draft.log.warn(passage.line, what, right)


def _check_equivalent(draft: Draft, section: Sequence[Passage], labels: LabelNames) -> None:
    """Ask for "or equivalent" where a section names a standard or a label and never says so."""
    if any(EQUIVALENT.search(passage.text) for passage in section):
        return
    for passage in section:
        named = STANDARD.search(passage.text) or (labels.pattern and labels.pattern.search(passage.text))
        if named:
            what = f"'{named[0]}' stands without 'or equivalent'"
            draft.log.warn(passage.line, what, "add it; see Directive 2014/24/EU, Articles 42 to 44")
            return
