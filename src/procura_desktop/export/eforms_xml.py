"""The fields of eForms as XML elements, in the form and order of the SDK's schemas.

It is no notice: one whole `cac:ProcurementProjectLot` for each lot, inside a root that only carries the
namespaces, to be taken over by a program that writes notices. No field of a notice takes where a criterion
comes from, so that stands in comments, as does what is left open.
"""

import re
from xml.etree import ElementTree as ET

from procura_desktop.domain.award_words import plain
from procura_desktop.export.characters import printable
from procura_desktop.export.eforms_codes import field_info, language_id, shortened
from procura_desktop.export.eforms_lot import (
    ENVIRONMENT,
    INNOVATION,
    SOCIAL,
    AwardEntry,
    LotNotice,
    lot_notices,
)
from procura_desktop.export.eforms_table import field_rows
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.papers.opening import about
from procura_desktop.export.papers.origin import origin_lines

UBL = "urn:oasis:names:specification:ubl:schema:xsd"
EFORMS = "http://data.europa.eu/p27"
SPACES = {
    "": f"{UBL}:ContractNotice-2",
    "cac": f"{UBL}:CommonAggregateComponents-2",
    "cbc": f"{UBL}:CommonBasicComponents-2",
    "ext": f"{UBL}:CommonExtensionComponents-2",
    "efac": f"{EFORMS}/eforms-ubl-extension-aggregate-components/1",
    "efbc": f"{EFORMS}/eforms-ubl-extension-basic-components/1",
    "efext": f"{EFORMS}/eforms-ubl-extensions/1",
}


def eforms_xml(desk: Desk) -> bytes:
    """Give the lots as XML."""
    root = ET.Element("ContractNotice", {f"xmlns{':' if p else ''}{p}": uri for p, uri in SPACES.items()})
    for line in (*about(desk), *origin_lines(desk)):
        _comment(root, line)
    rows, language = field_rows(desk), language_id(desk.language)
    for notice in lot_notices(desk):
        here = [row for row in rows if row.lot == notice.number]
        left = ", ".join(dict.fromkeys(row.field for row in here if row.open))
        _comment(root, desk.say("{lot}, left to decide: {fields}", lot=notice.number, fields=left))
        for row in here:
            if row.note:
                place = ", ".join(filter(None, (row.lot, row.field, row.where, row.code)))
                _comment(root, f"{place}: {row.note}")
        _lot(root, notice, language)
    ET.indent(root)
    written = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'.encode()


def _comment(parent: ET.Element, text: str) -> None:
    """Add a comment; XML allows no two hyphens in a row in it, so a blank comes between them."""
    parent.append(ET.Comment(f" {re.sub('-(?=-)', '- ', printable(text))} "))


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    if text is not None:
        element.text = printable(text)
    return element


def _code(parent: ET.Element, tag: str, codelist: str, code: str) -> ET.Element:
    return _add(parent, tag, code, listName=codelist)


def _text(parent: ET.Element, tag: str, field: str, text: str, language: str) -> None:
    _add(parent, tag, shortened(printable(text), field_info(field).longest), languageID=language)


def _extension(parent: ET.Element) -> ET.Element:
    one = _add(_add(parent, "ext:UBLExtensions"), "ext:UBLExtension")
    return _add(_add(one, "ext:ExtensionContent"), "efext:EformsExtension")


def _lot(root: ET.Element, notice: LotNotice, language: str) -> None:
    lot = _add(root, "cac:ProcurementProjectLot")
    _add(lot, "cbc:ID", notice.number, schemeName="Lot")
    _terms(lot, notice, language)
    _project(lot, notice, language)


def _terms(lot: ET.Element, notice: LotNotice, language: str) -> None:
    terms = _add(lot, "cac:TenderingTerms")
    if notice.selection:
        extension = _extension(terms)
        for entry in notice.selection:
            criteria = _add(extension, "efac:SelectionCriteria")
            if entry.code:
                _code(criteria, "cbc:TendererRequirementTypeCode", "selection-criterion", entry.code)
            _text(criteria, "cbc:Description", "BT-750-Lot", entry.description, language)
        # BT-809 is only allowed where the notice is named as the place of the selection criteria.
        request = _add(_add(terms, "cac:TendererQualificationRequest"), "cac:SpecificTendererRequirement")
        _code(request, "cbc:TendererRequirementTypeCode", "selection-criteria-source", "epo-notice")
    if notice.terms:
        execution = _add(terms, "cac:ContractExecutionRequirement")
        _code(execution, "cbc:ExecutionRequirementCode", "conditions", "performance")
        _text(execution, "cbc:Description", "BT-70-Lot", notice.terms, language)
    criteria = _add(_add(terms, "cac:AwardingTerms"), "cac:AwardingCriterion")
    if notice.order_reason:
        _text(criteria, "cbc:Description", "BT-733-Lot", notice.order_reason, language)
    for award in notice.award:
        _award(criteria, award, language)


def _award(criteria: ET.Element, entry: AwardEntry, language: str) -> None:
    one = _add(criteria, "cac:SubordinateAwardingCriterion")
    numbers = []
    if entry.weight is not None:
        numbers.append(("number-weight", entry.code, entry.weight))
    if entry.minimum is not None:
        numbers.append(("number-threshold", "min-score", entry.minimum))
    if numbers:
        extension = _extension(one)
        for codelist, code, number in numbers:
            parameter = _add(extension, "efac:AwardCriterionParameter")
            _code(parameter, "efbc:ParameterCode", codelist, code)
            _add(parameter, "efbc:ParameterNumeric", plain(number))
    _code(one, "cbc:AwardingCriterionTypeCode", "award-criterion-type", entry.type)
    _text(one, "cbc:Name", "BT-734-Lot", entry.name, language)
    _text(one, "cbc:Description", "BT-540-Lot", entry.description, language)


def _project(lot: ET.Element, notice: LotNotice, language: str) -> None:
    project = _add(lot, "cac:ProcurementProject")
    _add(
        project,
        "cbc:ID",
        shortened(notice.internal, field_info("BT-22-Lot").longest),
        schemeName="InternalID",
    )
    _text(project, "cbc:Name", "BT-21-Lot", notice.title, language)
    _text(project, "cbc:Description", "BT-24-Lot", notice.description, language)
    _code(project, "cbc:ProcurementTypeCode", "contract-nature", notice.nature)
    _types(project, notice, language)
    if notice.value is not None:
        total = _add(project, "cac:RequestedTenderTotal")
        _add(total, "cbc:EstimatedOverallContractAmount", plain(notice.value), currencyID=notice.currency)
    for at, code in enumerate(notice.cpv):
        kind = "cac:AdditionalCommodityClassification" if at else "cac:MainCommodityClassification"
        _code(_add(project, kind), "cbc:ItemClassificationCode", "cpv", code)
    if notice.start or notice.end:
        period = _add(project, "cac:PlannedPeriod")
        for tag, day in (("cbc:StartDate", notice.start), ("cbc:EndDate", notice.end)):
            if day:
                _add(period, tag, f"{day}Z")


def _types(project: ET.Element, notice: LotNotice, language: str) -> None:
    """Write what is strategic of the procurement: one element for each code."""
    for codelist in (ENVIRONMENT, SOCIAL, INNOVATION):
        for code in notice.codes[codelist]:
            _type(project, codelist, code)
    for code, description in notice.strategic:
        one = _type(project, "strategic-procurement", code)
        if description:
            _text(one, "cbc:ProcurementType", "BT-777-Lot", description, language)
    _type(project, "gpp-criteria", notice.green.code)
    access, reason = notice.accessibility
    if access:
        one = _type(project, "accessibility", access)
        if reason:
            _text(one, "cbc:ProcurementType", "BT-755-Lot", reason, language)


def _type(project: ET.Element, codelist: str, code: str) -> ET.Element:
    one = _add(project, "cac:ProcurementAdditionalType")
    _code(one, "cbc:ProcurementTypeCode", codelist, code)
    return one
