"""What a notice says of one lot, by the fields of eForms; table and XML are two ways to write it.

Nothing is guessed: what the procurement does not say stays open and is told. Sources of the fields and of
their rules: eForms SDK, see ``resources/codes/eforms.json``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from procura_desktop.domain.procurement import Item, Lot, Procurement, Share
from procura_desktop.domain.records import CriterionDetails
from procura_desktop.domain.weights import PRICE, award_of, middle, weighed
from procura_desktop.export.eforms_codes import codes_of, field_info, shortened
from procura_desktop.export.green_criteria import Green, green_criteria
from procura_desktop.export.papers.desk import Desk

ENVIRONMENT, SOCIAL, INNOVATION = "environmental-impact", "social-objective", "innovative-acquisition"
SEPARATOR = " / "  # between the buyer's reference and the number of a lot
# Codes of strategic-procurement (BT-06), and the list whose codes say more.
STRATEGIC = {"env-imp": ENVIRONMENT, "soc-obj": SOCIAL, "inn-pur": INNOVATION}
_READ: dict[str, Callable[[CriterionDetails], tuple[str, ...]]] = {
    ENVIRONMENT: lambda details: details.environmental_impact,
    SOCIAL: lambda details: details.social_objective,
    INNOVATION: lambda details: details.innovation,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardEntry:
    """One award criterion; `weight` None is open, `code` is of the code list number-weight."""

    type: str
    name: str
    description: str
    weight: Decimal | None
    code: str
    minimum: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionEntry:
    """One selection criterion; `code` is of the code list selection-criterion, "" is open."""

    number: str
    code: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LotNotice:
    """What a notice says of one lot.

    Attributes:
        number: as eForms writes it, such as "LOT-0001".
        cpv: without check digits, the main code first.
        strategic: (code of BT-06, its description), or one ("none", "").
        codes: by code list, what the sources of the criteria name.
        green: what BT-805 may claim.
        accessibility: (code of BT-754, justification); code "" is open.
        order_reason: BT-733, only where the order of importance is all there is.
        terms: contract performance conditions.
    """

    number: str
    internal: str
    title: str
    description: str
    nature: str
    value: Decimal | None
    currency: str
    start: str
    end: str
    cpv: tuple[str, ...]
    strategic: tuple[tuple[str, str], ...]
    codes: dict[str, tuple[str, ...]]
    green: Green
    accessibility: tuple[str, str]
    selection: tuple[SelectionEntry, ...]
    award: tuple[AwardEntry, ...]
    order_reason: str
    terms: str


def lot_notices(desk: Desk) -> tuple[LotNotice, ...]:
    """Give what a notice says of each lot; an undivided procurement has one."""
    procurement, head = desk.procurement, desk.procurement.head
    lots = procurement.lots or (Lot(id="", title=head.title, cpv=head.cpv, value=head.value),)
    return tuple(_notice(desk, lot, f"LOT-{at:04}") for at, lot in enumerate(lots, start=1))


def _notice(desk: Desk, lot: Lot, number: str) -> LotNotice:
    procurement, head = desk.procurement, desk.procurement.head
    items = tuple(item for item in procurement.items if not lot.id or not item.lots or lot.id in item.lots)
    codes = {codelist: _codes(items, codelist) for codelist in _READ}
    award = award_of(procurement, lot.id)
    return LotNotice(
        number=number,
        internal=_internal(head.reference, number),
        title=lot.title or head.title,
        description=lot.description or head.need or head.title,
        nature=head.nature,
        value=lot.value,
        currency=head.currency,
        start=head.dates.contract_start,
        end=head.dates.contract_end,
        cpv=tuple(code.partition("-")[0] for code in lot.cpv or head.cpv),
        strategic=_strategic(desk, items, codes),
        codes=codes,
        green=green_criteria(items),
        accessibility=_accessibility(procurement, codes[SOCIAL]),
        selection=tuple(_selection(desk, item) for item in items if item.kind == "SC"),
        award=_award(desk, lot.id),
        order_reason=award.order_reason if award.weighting == "order" else "",
        terms=_together(desk, (item for item in items if item.kind == "CPC")),
    )


def _internal(reference: str, number: str) -> str:
    """Name a lot as no other is named, however long the reference is."""
    room = field_info("BT-22-Lot").longest - len(number) - len(SEPARATOR)
    return SEPARATOR.join(filter(None, (shortened(reference, room), number)))


def _codes(items: tuple[Item, ...], codelist: str) -> tuple[str, ...]:
    """Give the codes that the sources of items name, in the order of the official list."""
    named = {code for item in items for code in codes_named(item, codelist)}
    return tuple(code for code in codes_of(codelist) if code in named)


def codes_named(item: Item, codelist: str) -> tuple[str, ...]:
    """Give the codes that the source of an item names; nobody knows them of an own criterion."""
    details = item.copied.record.criterion if item.copied else None
    return _READ[codelist](details) if details else ()


def _strategic(
    desk: Desk, items: tuple[Item, ...], codes: dict[str, tuple[str, ...]]
) -> tuple[tuple[str, str], ...]:
    found = tuple(
        (
            code,
            "; ".join(
                f"{desk.numbers[item.id]} {item.title}" for item in items if codes_named(item, codelist)
            ),
        )
        for code, codelist in STRATEGIC.items()
        if codes[codelist]
    )
    return found or (("none", ""),)


def _accessibility(procurement: Procurement, social: tuple[str, ...]) -> tuple[str, str]:
    """Apply Article 42(1) as BT-754 asks it: demanded, not for people, or left out with a justification."""
    head = procurement.head
    if "acc-all" in social:
        return "inc", ""
    if head.people_use == "no":
        return "n-inc", ""
    return ("n-inc-just", head.accessibility) if head.accessibility.strip() else ("", "")


def _selection(desk: Desk, item: Item) -> SelectionEntry:
    """Propose a code only where what the source names leads to one: the environment, or supply chains."""
    if codes_named(item, ENVIRONMENT):
        code = "slc-abil-mgmt-env"
    else:
        code = "slc-abil-mgmt-supply" if "hum-right" in codes_named(item, SOCIAL) else ""
    return SelectionEntry(
        number=desk.numbers[item.id], code=code, description=f"{item.title}: {desk.filled(item).requirement}"
    )


def _award(desk: Desk, lot: str) -> tuple[AwardEntry, ...]:
    procurement = desk.procurement
    code = _weight_code(procurement, lot)
    return tuple(
        _price(desk, award_of(procurement, lot).price, part.weight, code)
        if part.id == PRICE
        else _entry(desk, procurement.item(part.id), part.weight, code)
        for part in weighed(procurement, lot)
    )


def _price(desk: Desk, share: Share, weight: Decimal | None, code: str) -> AwardEntry:
    kind = desk.procurement.award.price_kind
    name = desk.say("Life-cycle cost" if kind == "cost" else "Price")
    return AwardEntry(
        type=kind,
        name=name,
        description=name,
        weight=weight,
        code=code,
        minimum=share.minimum,
    )


def _entry(desk: Desk, item: Item, weight: Decimal | None, code: str) -> AwardEntry:
    wording = desk.filled(item)
    return AwardEntry(
        type="quality",
        name=item.title,
        description="\n\n".join(filter(None, (wording.requirement, wording.points))) or item.title,
        weight=weight,
        code=code,
        minimum=item.share.minimum,
    )


def _weight_code(procurement: Procurement, lot: str) -> str:
    """Give the code of all weights of a lot: one of a range makes all of them middles, or none adds up."""
    award = award_of(procurement, lot)
    if award.weighting == "ranges":
        shares = (award.price, *(item.share for item in procurement.of_kind("AC", lot)))
        return "per-exa" if all(middle(share) == share.weight for share in shares) else "per-mid"
    return {"percent": "per-exa", "points": "poi-exa", "order": "ord-imp"}[award.weighting]


def _together(desk: Desk, items: Iterable[Item]) -> str:
    return "\n\n".join(
        f"{desk.numbers[item.id]} {item.title}: {desk.filled(item).requirement}" for item in items
    )
