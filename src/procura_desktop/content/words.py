"""Everything that a person reads in a criterion, as plain text, for searching it."""

from collections.abc import Iterator

from procura_desktop.domain.records import CriterionDetails
from procura_desktop.markup.text import plain_text


def criterion_text(criterion: CriterionDetails) -> str:
    """Give the text of all levels and sections, then the short fields, a line each; no line twice."""
    return "\n".join(dict.fromkeys(line for line in _lines(criterion) if line))


def _lines(criterion: CriterionDetails) -> Iterator[str]:
    for level in criterion.levels:
        yield from level.requirement_text.split("\n")
    for html in (
        criterion.proof_tender_html,
        criterion.proof_contract_html,
        criterion.rationale_html,
        criterion.points_html,
        criterion.note_html,
    ):
        yield from plain_text(html).split("\n")
    yield from criterion.follow_up
    yield from (slot.label for slot in criterion.slots)
    if criterion.property is not None:
        yield criterion.property.name
    yield criterion.burden.why
    yield from criterion.legal_basis
