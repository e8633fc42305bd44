"""Ids of several libraries side by side: those of the main one are plain, others begin with their library.

``ghent/criteria/chairs/ts1-oak`` is the record ``criteria/chairs/ts1-oak`` of the library ghent. What a
record of another library names and its own library has is its own; what it has not is the main library's, so
that an office's criteria can belong to a product group that everybody has.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.domain.records import CriterionDetails, Record

_LINK = re.compile(r"""(?P<before>(?:href|src)=["'](?:procura:)?)(?P<target>[a-z0-9][^"'#\s]*)""")
_PICTURES = "pictures/"


def id_beside(library: str, record_id: str) -> str:
    """Give the id of a library's own record as it stands beside those of other libraries."""
    return record_id if library == MAIN_LIBRARY else f"{library}/{record_id}"


def namespaced(record: Record, library: str, *, is_own: Callable[[str], bool]) -> Record:
    """Give a record as it stands beside those of other libraries; `is_own` says what its library has."""

    def name(record_id: str) -> str:
        return f"{library}/{record_id}" if is_own(record_id) else record_id

    def link(match: re.Match[str]) -> str:
        target = match["target"]
        if match["before"].startswith("src"):
            own = f"{library}/{target}" if target.startswith(_PICTURES) else target
        else:
            own = name(target) if "procura:" in match["before"] else target
        return f"{match['before']}{own}"

    def names(record_ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(name, record_ids))

    def html(text: str) -> str:
        return _LINK.sub(link, text)

    group, case = record.group, record.case
    return replace(
        record,
        id=f"{library}/{record.id}",
        product_groups=names(record.product_groups),
        see_also=names(record.see_also),
        html=html(record.html),
        criterion=_criterion(record.criterion, name, html) if record.criterion else None,
        group=replace(group, top_criteria=names(group.top_criteria)) if group else None,
        case=replace(case, criteria_used=names(case.criteria_used)) if case else None,
    )


def _criterion(
    criterion: CriterionDetails, name: Callable[[str], str], html: Callable[[str], str]
) -> CriterionDetails:
    levels = (replace(level, requirement_html=html(level.requirement_html)) for level in criterion.levels)
    return replace(
        criterion,
        group=name(criterion.group),
        levels=tuple(levels),
        labels=tuple(map(name, criterion.labels)),
        conflicts_with=tuple(map(name, criterion.conflicts_with)),
        superseded_by=tuple(map(name, criterion.superseded_by)),
        proof_tender_html=html(criterion.proof_tender_html),
        proof_contract_html=html(criterion.proof_contract_html),
        rationale_html=html(criterion.rationale_html),
        points_html=html(criterion.points_html),
        note_html=html(criterion.note_html),
    )
