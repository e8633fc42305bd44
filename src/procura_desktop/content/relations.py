"""What shows only when all records are seen together: islands, and sentences that stand twice."""

import re
from collections.abc import Iterable, Iterator, Sequence

from procura_desktop.content.draft import Draft
from procura_desktop.content.faults import Fault
from procura_desktop.content.passages import passages, sentences
from procura_desktop.content.sections import POINTS, PROOF_CONTRACT, PROOF_TENDER, REQUIREMENT
from procura_desktop.domain.records import Record

FEWEST_WORDS = 10
_NOT_WORDS = re.compile(r"[^\w]+")
_WHAT_WAS_READ = re.compile(r"\b(?:was|were|been) (?:not )?read\b")  # said in one form wherever it is true
# The same demand deserves the same words.
_MAY_REPEAT = (REQUIREMENT, PROOF_TENDER, PROOF_CONTRACT, POINTS)


def check_islands(drafts: Sequence[Draft]) -> Iterator[Fault]:
    """Warn of records that nothing leads to.

    A criterion is led to by the table of its group, a term by every text that uses one of its forms.
    """
    linked = {
        reference.target
        for draft in drafts
        for reference in draft.references
        if reference.target != draft.place.id
    }
    texts = " ".join(_key(draft.record.text) for draft in drafts if draft.record is not None)
    for draft in drafts:
        record = draft.record
        if record is None or record.kind == "criterion" or record.id in linked:
            continue
        if record.term is not None and any(f" {form} " in texts for form in _forms(record)):
            continue
        yield Fault(
            draft.log.path,
            1,
            "nothing leads to this record",
            "name it in 'see_also' or in a text",
            warning=True,
        )


def _forms(record: Record) -> Iterator[str]:
    if record.term is not None:
        yield from map(_key, filter(None, (record.title, record.term.abbreviation, *record.term.also)))


def check_doubles(drafts: Sequence[Draft]) -> Iterator[Fault]:
    """Warn of long sentences that stand in two records; demands and proofs may repeat."""
    first: dict[str, Draft] = {}
    for draft in drafts:
        for line, sentence in _sentences(draft):
            if len(sentence.split()) < FEWEST_WORDS or _WHAT_WAS_READ.search(sentence):
                continue
            other = first.setdefault(_key(sentence), draft)
            if other is not draft:
                what = f"the sentence '{_short(sentence)}' stands in {other.place.id} too"
                yield Fault(draft.log.path, line, what, "say here what is special here", warning=True)


def _sentences(draft: Draft) -> Iterable[tuple[int, str]]:
    is_criterion = draft.place.kind == "criterion"
    for passage in passages(draft):
        if passage.kind == "text" and not (is_criterion and passage.heading.startswith(_MAY_REPEAT)):
            yield from ((passage.line, sentence) for sentence in sentences(passage.text))
    if draft.record is not None:
        yield from ((draft.fields.line("summary"), one) for one in sentences(draft.record.summary))


def _key(text: str) -> str:
    return _NOT_WORDS.sub(" ", text).strip().lower()


def _short(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:8]) + (" ..." if len(words) > 8 else "")
