"""A procurement as open contracting data: an OCDS 1.1 release package with three extensions.

Lots, sustainability and requirements are extensions of the standard
(https://standard.open-contracting.org, https://extensions.open-contracting.org). An identifier of a
contracting process (ocid) begins with a prefix that the buyer has registered; without one there is no
package.
"""

import json
import re
from collections.abc import Iterable
from datetime import UTC
from decimal import Decimal

from procura_desktop.domain.procurement import Nature, Procedure, Procurement
from procura_desktop.errors import OcidPrefixError
from procura_desktop.export.characters import all_printable
from procura_desktop.export.eforms_lot import LotNotice, lot_notices
from procura_desktop.export.ocds_criteria import Data, criteria, without_empty
from procura_desktop.export.ocds_goals import sustainability
from procura_desktop.export.papers.criterion import headline
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.papers.opening import about
from procura_desktop.export.papers.scoring import counts, price_name, rules_by_lot

RAW = "https://raw.githubusercontent.com/open-contracting-extensions"
EXTENSIONS = (
    f"{RAW}/ocds_lots_extension/v1.1.5/extension.json",
    f"{RAW}/ocds_requirements_extension/b4f5ba94b46bded427f5cd771b53397d020f7ec5/extension.json",
    f"{RAW}/ocds_sustainability_extension/b8d93a0edb8e0ac2f27f733cccf3884e392346e9/extension.json",
)
PREFIX = re.compile(r"ocds-[a-z0-9]{6}")
BUYER = "buyer"
CATEGORIES: dict[Nature, str] = {"supplies": "goods", "services": "services", "works": "works"}
# The standard's method tells who may tender; of "below-threshold" and "other" that is not known.
METHODS: dict[Procedure, str] = {
    "open": "open",
    "restricted": "selective",
    "negotiated": "selective",
    "competitive-dialogue": "selective",
    "innovation-partnership": "selective",
}


def ocds(desk: Desk, *, prefix: str) -> bytes:
    """Give a release package as JSON.

    Args:
        desk: with the procurement and the time at which the release is made.
        prefix: the buyer's registered one, such as "ocds-a1b2c3".

    Raises:
        OcidPrefixError: there is none, or it is none.
    """
    if not PREFIX.fullmatch(prefix):
        raise OcidPrefixError(prefix=prefix)
    clean = Desk(procurement=all_printable(desk.procurement), facts=desk.facts)
    package = {
        "version": "1.1",
        "extensions": list(EXTENSIONS),
        "publishedDate": _made(desk),
        "publisher": {"name": clean.procurement.head.buyer or clean.facts.program},
        "releases": [_release(clean, prefix)],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _made(desk: Desk) -> str:
    return desk.facts.made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _release(desk: Desk, prefix: str) -> Data:
    head = desk.procurement.head
    ocid = f"{prefix}-{desk.procurement.id}"
    buyer = {"id": BUYER, "name": head.buyer}
    contact = {"name": head.contact.name, "email": head.contact.email, "telephone": head.contact.phone}
    return without_empty(
        {
            "ocid": ocid,
            "id": f"{ocid}-{desk.facts.made.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            "date": _made(desk),
            "tag": ["tender"],
            "initiationType": "tender",
            "language": desk.language,
            "parties": [{**buyer, "roles": ["buyer", "procuringEntity"], "contactPoint": contact}]
            if head.buyer
            else [],
            "buyer": buyer if head.buyer else {},
            "tender": _tender(desk, buyer if head.buyer else {}),
        }
    )


def _tender(desk: Desk, buyer: Data) -> Data:
    procurement, head = desk.procurement, desk.procurement.head
    notices = lot_notices(desk)
    entries = sustainability(desk, procurement.items)
    rules = [line for lot, said in rules_by_lot(desk) for line in (*((f"{lot}:",) if lot else ()), *said)]
    return {
        "id": head.reference or procurement.id,
        "title": head.title,
        "description": "\n\n".join(filter(None, (head.need, head.purpose))),
        "procuringEntity": buyer,
        "items": list(_items(procurement, notices)),
        "value": _value(head.value, head.currency),
        "procurementMethod": METHODS.get(head.procedure, ""),
        "mainProcurementCategory": CATEGORIES[head.nature],
        "awardCriteria": _award_criteria(procurement),
        "awardCriteriaDetails": "\n".join((*_weights(desk), *rules)),
        "datePublished": _time(head.dates.publication),
        "tenderPeriod": _period(head.dates.publication, head.dates.deadline),
        "contractPeriod": _period(head.dates.contract_start, head.dates.contract_end),
        "lots": list(_lots(desk, notices)) if procurement.lots else [],
        "criteria": criteria(desk),
        "documents": [_basis(desk)],
        "hasSustainability": bool(entries),
        "sustainability": entries,
    }


def _basis(desk: Desk) -> Data:
    """Say what the release rests on and what it is not; OCDS has no field for that, but any document has."""
    return {
        "id": "about",
        "title": desk.say("About this document"),
        "description": "\n".join(about(desk)),
        "language": desk.say.language,
    }


def _lots(desk: Desk, notices: Iterable[LotNotice]) -> Iterable[Data]:
    procurement = desk.procurement
    for lot, notice in zip(procurement.lots, notices, strict=True):
        held = tuple(item for item in procurement.items if not item.lots or lot.id in item.lots)
        entries = sustainability(desk, held)
        yield {
            "id": lot.id,
            "title": lot.title,
            "description": lot.description,
            "value": _value(lot.value, notice.currency),
            "hasSustainability": bool(entries),
            "sustainability": entries,
        }


def _items(procurement: Procurement, notices: tuple[LotNotice, ...]) -> Iterable[Data]:
    """Give what is bought by its CPV codes, once for each lot."""
    for at, notice in enumerate(notices):
        if notice.cpv:
            main, *others = notice.cpv
            yield {
                "id": str(at + 1),
                "description": notice.title,
                "classification": {"scheme": "CPV", "id": main},
                "additionalClassifications": [{"scheme": "CPV", "id": code} for code in others],
                "relatedLot": procurement.lots[at].id if procurement.lots else "",
            }


def _award_criteria(procurement: Procurement) -> str:
    award = procurement.award
    if not procurement.of_kind("AC"):
        return "priceOnly" if award.price_kind == "price" else "costOnly"
    return "qualityOnly" if award.weighting != "order" and award.price.weight == 0 else "ratedCriteria"


def _weights(desk: Desk) -> Iterable[str]:
    """Say what each award criterion counts, which OCDS has no field for; a price alone needs no words."""
    items = desk.procurement.of_kind("AC")
    if items:
        yield f"{price_name(desk)} – {counts(desk, None)}"
    for item in items:
        yield f"{headline(desk, item)} – {counts(desk, item)}"


def _value(amount: Decimal | None, currency: str) -> Data:
    return {} if amount is None else {"amount": number(amount), "currency": currency}


def number(amount: Decimal) -> int | float:
    """Give a decimal as JSON writes it: without a point where it is whole."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _period(start: str, end: str) -> Data:
    return {"startDate": _time(start), "endDate": _time(end, last=True)}


def _time(day: str, *, last: bool = False) -> str:
    """Give a day as a time, as OCDS asks: its first second, or the last where something ends on it."""
    return f"{day}T{'23:59:59' if last else '00:00:00'}Z" if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else ""
