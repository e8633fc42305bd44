"""A criterion as HTML: what is asked, how it is proved, why, and everything a buyer needs to judge it."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from procura_desktop.domain.records import CriterionDetails
from procura_desktop.gui.reader.body import body_document
from procura_desktop.gui.reader.codes import (
    burden_name,
    code_meaning,
    direction_name,
    maturity_name,
    origin_name,
)
from procura_desktop.gui.reader.elements import bullets, facts, grid, paragraph, record_link, section
from procura_desktop.gui.reader.levels import levels_table
from procura_desktop.gui.words import criterion_kind_name, impact_name, stage_name

translate = QCoreApplication.translate


def criterion_parts(criterion: CriterionDetails, titles: Mapping[str, str], *, narrow: bool = False) -> str:
    """Write everything of a criterion that stands between its summary and its sources."""
    asked = levels_table(criterion.levels, narrow=narrow) if criterion.levels else ""
    return (
        section(translate("Reader", "Requirement"), "requirement", asked)
        + section(translate("Reader", "Proof"), "proof", _proofs(criterion))
        + section(translate("Reader", "Points"), "points", _points(criterion))
        + section(translate("Reader", "Why"), "rationale", body_document(criterion.rationale_html))
        + section(translate("Reader", "Note"), "note", body_document(criterion.note_html))
        + section(translate("Reader", "During the contract"), "follow-up", _plain(criterion.follow_up))
        + section(translate("Reader", "Labels as proof"), "labels", _labels(criterion, titles))
        + section(translate("Reader", "At a glance"), "facts", _facts(criterion, titles))
        + section(translate("Reader", "Codes for eForms notices"), "eforms", _eforms(criterion))
    )


def _plain(items: tuple[str, ...]) -> str:
    return bullets(escape(item) for item in items)


def _proofs(criterion: CriterionDetails) -> str:
    tender = translate("Reader", "At tender")
    contract = translate("Reader", "In contract")
    return section(tender, "proof-at-tender", body_document(criterion.proof_tender_html), level=3) + section(
        contract, "proof-in-contract", body_document(criterion.proof_contract_html), level=3
    )


def _points(criterion: CriterionDetails) -> str:
    words = ""
    if criterion.weight is not None:
        words = translate("Reader", "Suggested weight: {low} to {high} % of the award points.").format(
            low=QLocale().toString(criterion.weight.minimum),
            high=QLocale().toString(criterion.weight.maximum),
        )
    return body_document(criterion.points_html) + paragraph(escape(words), "muted")


def _labels(criterion: CriterionDetails, titles: Mapping[str, str]) -> str:
    equivalent = escape(translate("Reader", "or equivalent"))
    return bullets(
        f"{record_link(name, titles[name]) if name in titles else escape(name)}, {equivalent}"
        for name in criterion.labels
    )


def _conflicts(criterion: CriterionDetails, titles: Mapping[str, str]) -> str:
    names = criterion.conflicts_with
    return "<br>".join(record_link(name, titles[name]) if name in titles else escape(name) for name in names)


def _facts(criterion: CriterionDetails, titles: Mapping[str, str]) -> str:
    burden = f"{burden_name(criterion.burden.level)}. {criterion.burden.why}"
    hotspot = ""
    if criterion.hotspot_stage and criterion.hotspot_impact:
        hotspot = f"{stage_name(criterion.hotspot_stage)} · {impact_name(criterion.hotspot_impact)}"
    limited = ""
    if criterion.property is not None:
        words = (
            criterion.property.name,
            direction_name(criterion.property.direction),
            criterion.property.unit,
        )
        limited = " · ".join(word for word in words if word)
    rows = (
        (translate("Reader", "Origin"), origin_name(criterion.origin)),
        (translate("Reader", "On the market"), maturity_name(criterion.market_maturity)),
        (translate("Reader", "Effort"), burden),
        (translate("Reader", "Hotspot"), hotspot),
        (translate("Reader", "What is limited"), limited),
        (translate("Reader", "CPV"), ", ".join(criterion.cpv)),
    )
    linked = (
        (translate("Reader", "Legal basis"), "<br>".join(map(escape, criterion.legal_basis))),
        (translate("Reader", "Conflicts with"), _conflicts(criterion, titles)),
    )
    return facts((*((name, escape(value)) for name, value in rows), *linked))


def _eforms(criterion: CriterionDetails) -> str:
    fields = (
        (translate("Reader", "Environmental impact (BT-774)"), criterion.environmental_impact),
        (translate("Reader", "Social objective (BT-775)"), criterion.social_objective),
        (translate("Reader", "Innovation (BT-776)"), criterion.innovation),
    )
    head = (translate("Reader", "Field"), translate("Reader", "Code"), translate("Reader", "Meaning"))
    rows = [
        (escape(name), f"<code>{escape(code)}</code>", escape(code_meaning(code)))
        for name, codes in fields
        for code in codes
    ]
    return grid(head, rows)


def criterion_name(criterion: CriterionDetails) -> str:
    """Give code and kind in words; a code that nobody has read says so."""
    code = (
        criterion.code
        if criterion.code_checked
        else translate("Reader", "{code} (our numbering)").format(code=criterion.code)
    )
    return f"{code} · {criterion_kind_name(criterion.kind)}"
