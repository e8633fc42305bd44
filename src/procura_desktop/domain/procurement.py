"""A procurement: one purchase, from the need to the contract, with the criteria that the buyer chose for it.

Everything here is a frozen record: a change makes a new procurement that shares what did not change, so
that undoing is going back to the record of before. Text is plain, its paragraphs divided by an empty line,
its list items begun by "- " or their number, "2. "; ``[[name]]`` in it is a slot. Dates are ISO 8601 text,
"" where not known; money, weights and scores are decimals, since they add up in documents that people check
with a pencil.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.records import Record

Status = Literal["draft", "closed"]
Nature = Literal["supplies", "services", "works"]
Procedure = Literal[
    "below-threshold",
    "open",
    "restricted",
    "negotiated",
    "competitive-dialogue",
    "innovation-partnership",
    "other",
]
Ambition = Literal["core", "comprehensive"]
YesNo = Literal["yes", "no", ""]  # "" is not answered yet
Weighting = Literal["percent", "points", "ranges", "order"]  # Article 67(5) of Directive 2014/24/EU
Formula = Literal["linear", "relative", "table"]
PriceKind = Literal["price", "cost"]
TieRule = Literal["price", "quality", "lot"]

# The order of the procurement documents.
DOCUMENT_ORDER: tuple[CriterionKind, ...] = ("SM", "SC", "TS", "AC", "CPC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the documents say of one criterion; parts may be ""."""

    requirement: str = ""
    proof_tender: str = ""
    proof_contract: str = ""
    points: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Where a chosen criterion was copied from, and the whole of it as it was then.

    Attributes:
        library: short name, such as "main".
        edition: version of the library, such as "2026.11.1".
        publisher: who published that library; "" where it does not say.
        record: the criterion with its version, sources and confidence.
        hash: SHA-256 of the canonical line of the record; "" in what an earlier program wrote.
        dated: ISO date of that edition; "" in what an earlier program wrote.
    """

    library: str
    edition: str
    publisher: str
    record: Record
    hash: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotEntry:
    """What the buyer put into a slot: the value without its unit."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """That the buyer read a criterion's figures in the official text: who, when (ISO date), where in it.

    `record_version` is that of the criterion; a later version has to be confirmed anew.
    """

    by: str
    on: str
    document: str
    page: str
    record_id: str
    record_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What an award criterion counts.

    Attributes:
        weight: in per cent or points as the award says; the lower end where ranges are used. None is open.
        most: the upper end of a range; else None.
        minimum: score, of 100, below which an offer is refused; None is none.
    """

    weight: Decimal | None = None
    most: Decimal | None = None
    minimum: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What to check during the contract.

    Attributes:
        after_days: from the start of the contract to the first check.
        every_months: between later checks; 0 is once.
        if_not: what follows where the contractor does not deliver.
        done: dates on which it was checked, in order.
    """

    id: str
    what: str
    after_days: int = 90
    every_months: int = 0
    proof: str = ""
    if_not: str = ""
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One criterion of a procurement.

    Attributes:
        id: unique within the procurement, and never used again.
        level: ambition level, in its source's own word; "" for an own criterion.
        original: the source's wording at this level; None for an own criterion.
        copied: None for an own criterion.
        slots: what the buyer filled in; a slot that is missing here has its source's value.
        lots: ids of the lots that it belongs to; empty means every lot.
        reason: why it was chosen. level_reason: why this level.
        link: how it is linked to the subject matter, where that is not plain.
        seen: which later state of its source the buyer kept the own wording over: the hash of that record, or
            "withdrawn"; "" is none.
    """

    id: str
    kind: CriterionKind
    title: str
    wording: Wording
    level: str = ""
    original: Wording | None = None
    copied: Copied | None = None
    slots: tuple[SlotEntry, ...] = ()
    lots: tuple[str, ...] = ()
    reason: str = ""
    level_reason: str = ""
    link: str = ""
    share: Share = Share()
    follow_up: tuple[FollowUp, ...] = ()
    confirmed: Confirmation | None = None
    seen: str = ""

    @property
    def edited(self) -> bool:
        """Whether the buyer's wording differs from the source's."""
        return self.original is not None and self.wording != self.original

    @property
    def is_confirmed(self) -> bool:
        """Whether the buyer confirmed the figures of just this criterion in just this version."""
        if self.confirmed is None or self.copied is None:
            return False
        record = self.copied.record
        return (self.confirmed.record_id, self.confirmed.record_version) == (record.id, record.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """One lot: what can be offered and awarded apart."""

    id: str
    title: str
    description: str = ""
    cpv: tuple[str, ...] = ()
    value: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """When what happens."""

    publication: str = ""
    deadline: str = ""
    contract_start: str = ""
    contract_end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom bidders ask."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """How offers are ranked.

    Attributes:
        order_reason: why no weights can be given, where only the order of importance is (Article 67(5)).
        price_kind: whether the price or a life-cycle cost is compared.
        price: what it counts.
        formula: how a price becomes a score of 0 to 100. "linear": 100 at the lowest price to 0 at
            `zero_at` times the lowest; "relative": 100 × lowest ÷ price; "table": `table`.
        table: (highest price in per cent of the lowest, score), rising; above the last the score is 0.
        decimals: to which scores and totals are rounded, half up.
    """

    weighting: Weighting = "percent"
    order_reason: str = ""
    price_kind: PriceKind = "price"
    price: Share = Share()
    formula: Formula = "linear"
    zero_at: Decimal = Decimal(2)
    table: tuple[tuple[Decimal, Decimal], ...] = ()
    decimals: int = 2
    tie: TieRule = "price"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer, or an example of one: the price, and a score of 0 to 100 by id of award criterion."""

    id: str
    name: str
    price: Decimal
    scores: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated line of the file's history; `on` is an ISO time in UTC.

    Attributes:
        what: in English.
        code, values: the same for any language, see `history`; "" is text alone. Two lines that say the same
            are the same line, though an earlier program dropped these.
    """

    on: str
    what: str
    code: str = field(default="", compare=False)
    values: tuple[tuple[str, str], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a procurement is about.

    Attributes:
        need: what is bought. purpose: why, and what for.
        groups: ids of product groups.
        cpv: codes with check digit, the main one first.
        value: estimated, without VAT, in full units of `currency` (ISO 4217).
        people_use: whether natural persons will use it: then accessibility is a duty (Article 42(1)).
        accessibility: why nothing is demanded for accessibility, where nothing is.
        clean_vehicles, energy_efficiency: why nothing is demanded for these, where nothing is.
        no_lots: why it is not divided into lots (Article 46(1)).
        language: ISO 639-1, of the documents.
        template: whether it is only there to begin others from.
    """

    title: str
    buyer: str = ""
    reference: str = ""
    need: str = ""
    purpose: str = ""
    nature: Nature = "supplies"
    groups: tuple[str, ...] = ()
    cpv: tuple[str, ...] = ()
    value: Decimal | None = None
    currency: str = "EUR"
    procedure: Procedure = "open"
    dates: Dates = Dates()
    contact: Contact = Contact()
    ambition: Ambition = "core"
    people_use: YesNo = ""
    accessibility: str = ""
    clean_vehicles: str = ""
    energy_efficiency: str = ""
    no_lots: str = ""
    language: str = "en"
    status: Status = "draft"
    template: bool = False
    created: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procurement:
    """One purchase. Items stand in the documents' order: by kind, within a kind as the buyer put them."""

    id: str
    head: Head
    lots: tuple[Lot, ...] = ()
    items: tuple[Item, ...] = ()
    award: Award = Award()
    offers: tuple[Offer, ...] = ()
    events: tuple[Event, ...] = ()

    def item(self, item_id: str) -> Item:
        """Give the item with this id.

        Raises:
            KeyError: there is none.
        """
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def of_kind(self, kind: CriterionKind, lot: str = "") -> tuple[Item, ...]:
        """Give the items of one kind in their order, of all lots or those that hold for one."""
        return tuple(
            item
            for item in self.items
            if item.kind == kind and (not lot or not item.lots or lot in item.lots)
        )
