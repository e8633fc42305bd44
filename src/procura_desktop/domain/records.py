"""The records of a library, as every room knows them.

A record is what all kinds share, plus the details of its kind. Text that a person reads is HTML that
`markup` has cleaned; dates are ISO 8601 text (``2026-11-23``), so that records sort and travel as JSON.
"""

import re
from dataclasses import dataclass
from typing import Literal

from procura_desktop.domain.kinds import Confidence, CriterionKind, RecordKind
from procura_desktop.phrases import phrase

Origin = Literal["eu", "national", "model", "own"]
Step = Literal["policy", "need", "market", "specification", "selection", "award", "contract", "monitoring"]
Stage = Literal["materials", "production", "transport", "use", "end-of-life"]
Impact = Literal["climate", "resources", "pollution", "water", "biodiversity", "health", "social"]
HotspotLevel = Literal["high", "medium", "low"]
Basis = Literal["source", "judgement"]
DocumentStatus = Literal["current", "under-revision", "outdated"]
Maturity = Literal["common", "growing", "emerging", "unknown"]
Direction = Literal["at-least", "at-most", "yes-no"]
ResultBasis = Literal["measured", "calculated", "claimed"]
LabelType = Literal["type-i", "type-ii", "type-iii", "scheme", "energy", "management"]
ArticleSection = Literal["guidance", "law", "checklists"]
SUGGESTED = "(our suggestion"  # what the label of a slot says whose values are the library's own
_WHENCE = re.compile(r"\s*\((?:our suggestion|recalled)\b[^)]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something was read, or where it can be checked.

    Attributes:
        date: of publication: year, month or day; "" means unknown.
        seen: ISO date on which somebody read it; "" means that nobody has: an address to check.
    """

    title: str
    publisher: str
    url: str
    date: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDetails:
    """Guidance, law or a checklist.

    Attributes:
        step: of the work; "" means none.
        order: sorts within a step.
        jurisdiction: where a law holds, such as "European Union"; "" for other articles.
    """

    section: ArticleSection
    step: Step | Literal[""] = ""
    order: int = 0
    jurisdiction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocument:
    """The document that a set of criteria was published in."""

    title: str
    url: str
    status: DocumentStatus
    number: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotspot:
    """Where in the life cycle which impact weighs how much."""

    stage: Stage
    impact: Impact
    level: HotspotLevel
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a set of criteria: its name in ids, and its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDetails:
    """A product group, or a set of criteria for no single one.

    Attributes:
        official_document: None for a set that is all our own.
        top_criteria: the three that matter most, by `top_criteria_basis`.
    """

    official_document: OfficialDocument | None = None
    cpv: tuple[str, ...] = ()
    hotspots: tuple[Hotspot, ...] = ()
    hotspots_basis: Basis = "judgement"
    cost_drivers: tuple[str, ...] = ()
    top_criteria: tuple[str, ...] = ()
    top_criteria_basis: Basis = "judgement"
    parts: tuple[Part, ...] = ()
    order: int = 0
    translations: "tuple[Translation, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotValue:
    """What a source puts into a slot at one ambition level; "" is left to the buyer."""

    level: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in a requirement that the buyer fills.

    Attributes:
        values: one for each level of the criterion, in the order of its levels.
        minimum, maximum: the sensible range of a number, both ends included; None means open.
        checked: whether the values were read in the named source.
    """

    name: str
    label: str
    values: tuple[SlotValue, ...]
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    checked: bool = True

    @property
    def suggested(self) -> bool:
        """Whether the values are the library's own: no official text has them, and the label says so."""
        return SUGGESTED in self.label

    @property
    def asked(self) -> str:
        """The label as a bidder reads it, without where its values come from: that is the buyer's to know."""
        return _WHENCE.sub("", self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One ambition level of a criterion, in its source's own word, with its requirement.

    In `requirement_html` a slot is ``<span class="slot" data-slot="NAME">VALUE UNIT</span>``.
    `code` is that of this level where the source numbers its levels apart; else "".
    """

    name: str
    requirement_html: str
    requirement_text: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """What a criterion limits; `unit` "" means none."""

    name: str
    direction: Direction
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """How much work a criterion makes for bidder and buyer, 1 (easy) to 3 (heavy)."""

    level: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRange:
    """A suggested share of the award points, in per cent."""

    minimum: float
    maximum: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionDetails:
    """One criterion with all its ambition levels, lowest first. HTML fields may be "".

    `code_checked` says whether the code was read in the source; one that was not is only our numbering.
    `superseded_by` are ids of the criteria that have taken its place; () means that it holds.
    """

    group: str
    part: str
    code: str
    kind: CriterionKind
    origin: Origin
    levels: tuple[Level, ...]
    market_maturity: Maturity
    burden: Burden
    slots: tuple[Slot, ...] = ()
    proof_tender_html: str = ""
    proof_contract_html: str = ""
    rationale_html: str = ""
    points_html: str = ""
    note_html: str = ""
    follow_up: tuple[str, ...] = ()
    hotspot_stage: Stage | Literal[""] = ""
    hotspot_impact: Impact | Literal[""] = ""
    labels: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    environmental_impact: tuple[str, ...] = ()
    social_objective: tuple[str, ...] = ()
    innovation: tuple[str, ...] = ()
    cpv: tuple[str, ...] = ()
    property: Property | None = None
    conflicts_with: tuple[str, ...] = ()
    code_checked: bool = True
    weight: WeightRange | None = None
    superseded_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractValue:
    """What a contract was worth, in full units of the currency."""

    amount: float
    currency: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of a case; `value` None means that there is no number."""

    what: str
    basis: ResultBasis
    value: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDetails:
    """What one organisation did. `country` is ISO 3166 alpha-2; `criteria_used` are ids or short texts."""

    organisation: str
    country: str
    region: str
    years: str
    procedure: str = ""
    criteria_used: tuple[str, ...] = ()
    contract_value: ContractValue | None = None
    results: tuple[Result, ...] = ()
    lessons: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A term, or what a product group holds, in another language (ISO 639-1), with all its forms."""

    language: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermDetails:
    """A word of the field, explained."""

    definition: str
    abbreviation: str = ""
    also: tuple[str, ...] = ()
    translations: tuple[Translation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelDetails:
    """A label, scheme or certificate that can serve as proof."""

    type: LabelType
    owner: str
    scope: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationDetails:
    """Who offers something to buyers, what, and how to reach it."""

    address: str
    offers: tuple[str, ...] = ()
    run_by: str = ""
    contact: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDetails:
    """Something to go to. `start` and `end` are ISO dates, "" means not fixed."""

    address: str
    run_by: str
    offers: tuple[str, ...] = ()
    place: str = ""
    when: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of a library: what all kinds share, and the details of its kind.

    Exactly one of the detail fields is set: the one that `kind` names.

    Attributes:
        id: stable across releases, e.g. "guidance/labels".
        html: the body, cleaned; headings carry an ``id``. Links to records are ``procura:ID#SECTION``.
        text: the same as plain text, for searching; for a criterion everything a person reads in it.
    """

    id: str
    kind: RecordKind
    language: str
    title: str
    summary: str
    version: int
    updated: str
    review_by: str
    confidence: Confidence
    confidence_note: str = ""
    keywords: tuple[str, ...] = ()
    product_groups: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    see_also: tuple[str, ...] = ()
    html: str = ""
    text: str = ""
    article: ArticleDetails | None = None
    group: GroupDetails | None = None
    criterion: CriterionDetails | None = None
    case: CaseDetails | None = None
    term: TermDetails | None = None
    label: LabelDetails | None = None
    organisation: OrganisationDetails | None = None
    event: EventDetails | None = None

    def __post_init__(self) -> None:
        """Check that the details fit the kind.

        Raises:
            ValueError: another detail than that of `kind` is set, or none.
        """
        found = [kind for kind in DETAIL_FIELDS if getattr(self, kind) is not None]
        if found != [self.kind]:
            told = phrase("details", "record {record} of kind {kind} has the details {found}")
            raise ValueError(told.of(record=repr(self.id), kind=repr(self.kind), found=found))


DETAIL_FIELDS: tuple[RecordKind, ...] = (
    "article",
    "group",
    "criterion",
    "case",
    "term",
    "label",
    "organisation",
    "event",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A picture of the library; `path` is as the text names it, e.g. "pictures/cycle.svg"."""

    path: str
    media_type: Literal["image/svg+xml", "image/png"]
    data: bytes
