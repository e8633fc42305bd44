"""What comes from outside, made fit to be shown.

A signature says who wrote a record, not that its HTML is harmless: every piece passes the allow-list again.
"""

from dataclasses import replace

from procura_desktop.domain.records import CriterionDetails, Record
from procura_desktop.library.entries import Entries
from procura_desktop.markup.clean import clean_html


def cleaned(record: Record) -> Record:
    """Give the record with nothing in its HTML but what is allowed."""
    criterion = record.criterion
    return replace(
        record,
        html=clean_html(record.html),
        criterion=_cleaned_criterion(criterion) if criterion is not None else None,
    )


def shown(entries: Entries) -> tuple[list[Record], dict[str, bytes]]:
    """Give all records cleaned, and the published lines of those that this changed."""
    records = [cleaned(record) for record in entries.records]
    changed = (new.id for new, old in zip(records, entries.records, strict=True) if new != old)
    return records, {record_id: entries.lines[record_id] for record_id in changed}


def _cleaned_criterion(criterion: CriterionDetails) -> CriterionDetails:
    levels = (
        replace(level, requirement_html=clean_html(level.requirement_html)) for level in criterion.levels
    )
    return replace(
        criterion,
        levels=tuple(levels),
        proof_tender_html=clean_html(criterion.proof_tender_html),
        proof_contract_html=clean_html(criterion.proof_contract_html),
        rationale_html=clean_html(criterion.rationale_html),
        points_html=clean_html(criterion.points_html),
        note_html=clean_html(criterion.note_html),
    )
