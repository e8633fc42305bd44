"""Small real records for tests: every factory fills in what a test does not care about."""

from pathlib import Path

from procura_desktop.domain.kinds import Confidence, CriterionKind
from procura_desktop.domain.records import (
    ArticleDetails,
    ArticleSection,
    Asset,
    Burden,
    CaseDetails,
    CriterionDetails,
    EventDetails,
    GroupDetails,
    LabelDetails,
    Level,
    OfficialDocument,
    OrganisationDetails,
    Part,
    Record,
    Result,
    Slot,
    SlotValue,
    Source,
    Step,
    TermDetails,
    Translation,
)
from procura_desktop.library.build import build_library
from procura_desktop.progress import Silent

SOURCE = Source(
    title="Directive 2014/24/EU on public procurement",
    publisher="European Union",
    url="http://data.europa.eu/eli/dir/2014/24/oj",
    date="2014",
    seen="2026-11-23",
)
CYCLE = Asset(
    path="pictures/cycle.svg", media_type="image/svg+xml", data=b"<svg xmlns='http://www.w3.org/2000/svg'/>"
)


def make_article(
    record_id: str = "guidance/labels",
    *,
    title: str = "Labels as proof",
    summary: str = "How to ask for a label and stay within the law.",
    text: str = "A label proves a criterion only as far as it covers it.",
    html: str = "",
    section: ArticleSection = "guidance",
    step: Step = "specification",
    order: int = 10,
    keywords: tuple[str, ...] = (),
    product_groups: tuple[str, ...] = (),
    see_also: tuple[str, ...] = (),
    updated: str = "2026-11-23",
    confidence: Confidence = "verified",
) -> Record:
    """Make an article; `html` "" makes one paragraph of the text."""
    return Record(
        id=record_id,
        kind="article",
        language="en",
        title=title,
        summary=summary,
        version=1,
        updated=updated,
        review_by="2027-11-23",
        confidence=confidence,
        keywords=keywords,
        product_groups=product_groups,
        sources=(SOURCE,),
        see_also=see_also,
        html=html or f"<p>{text}</p>",
        text=text,
        article=ArticleDetails(section=section, step=step, order=order),
    )


def make_group(
    record_id: str = "groups/computers",
    *,
    title: str = "Computers",
    text: str = "Scope\nNotebooks, desktop computers, tablets and monitors.",
    parts: tuple[Part, ...] = (),
    cpv: tuple[str, ...] = ("30213100-6",),
    top_criteria: tuple[str, ...] = (),
    order: int = 10,
) -> Record:
    """Make a product group."""
    return Record(
        id=record_id,
        kind="group",
        language="en",
        title=title,
        summary=f"What to ask for when buying {title.lower()}.",
        version=1,
        updated="2026-11-23",
        review_by="2027-11-23",
        confidence="listed",
        sources=(SOURCE,),
        html=f"<h2 id='scope'>Scope</h2><p>{text}</p>",
        text=text,
        group=GroupDetails(
            official_document=OfficialDocument(
                title=f"EU criteria for {title.lower()}", url="https://example.org/set", status="current"
            ),
            cpv=cpv,
            parts=parts,
            top_criteria=top_criteria,
            order=order,
        ),
    )


def make_criterion(
    record_id: str = "criteria/computers/ts6-battery-endurance",
    *,
    title: str = "Rechargeable battery endurance",
    code: str = "TS6",
    kind: CriterionKind = "TS",
    group: str = "groups/computers",
    part: str = "",
    text: str = "The battery keeps at least 80 % of its capacity after 500 cycles.",
    labels: tuple[str, ...] = (),
    cpv: tuple[str, ...] = (),
    keywords: tuple[str, ...] = (),
) -> Record:
    """Make a criterion with two levels and one slot."""
    slot = '<span class="slot" data-slot="battery_cycles">500 cycles</span>'
    return Record(
        id=record_id,
        kind="criterion",
        language="en",
        title=title,
        summary="The battery keeps most of its capacity, so that the device lasts longer.",
        version=1,
        updated="2026-11-20",
        review_by="2027-11-23",
        confidence="listed",
        keywords=keywords,
        product_groups=(group,),
        sources=(SOURCE,),
        text=text,
        criterion=CriterionDetails(
            group=group,
            part=part,
            code=code,
            kind=kind,
            origin="eu",
            levels=(
                Level(name="core", requirement_html=f"<p>{text} {slot}</p>", requirement_text=text),
                Level(name="comprehensive", requirement_html=f"<p>{text} {slot}</p>", requirement_text=text),
            ),
            market_maturity="common",
            burden=Burden(level=1, why="Makers test this as a matter of routine."),
            slots=(
                Slot(
                    name="battery_cycles",
                    label="Full charge cycles",
                    values=(
                        SlotValue(level="core", value="500"),
                        SlotValue(level="comprehensive", value="800"),
                    ),
                    unit="cycles",
                    minimum=100.0,
                ),
            ),
            proof_tender_html="<p>A test report, or equivalent.</p>",
            rationale_html="<p>A battery that lasts keeps the device in use.</p>",
            labels=labels,
            cpv=cpv,
        ),
    )


def make_case(
    record_id: str = "cases/ghent-workwear",
    *,
    title: str = "Ghent: workwear in lots of rising ambition",
    text: str = "They looked at the market first. It was not ready for one high demand.",
    product_groups: tuple[str, ...] = (),
    criteria_used: tuple[str, ...] = (),
) -> Record:
    """Make a case."""
    return Record(
        id=record_id,
        kind="case",
        language="en",
        title=title,
        summary="The city split one framework into five lots.",
        version=1,
        updated="2026-11-01",
        review_by="2028-11-23",
        confidence="verified",
        product_groups=product_groups,
        sources=(SOURCE,),
        html=f"<p>{text}</p>",
        text=text,
        case=CaseDetails(
            organisation="City of Ghent",
            country="BE",
            region="Europe",
            years="2018-2019",
            criteria_used=criteria_used,
            results=(Result(what="Named procurement of the year", basis="claimed"),),
            lessons=("Lots of rising ambition let suppliers enter and grow.",),
        ),
    )


def make_term(
    record_id: str = "terms/life-cycle-costing",
    *,
    title: str = "Life-cycle costing",
    definition: str = "Adding up all costs of a product over its life, not only its price.",
    abbreviation: str = "LCC",
    also: tuple[str, ...] = ("life cycle cost",),
    translations: tuple[Translation, ...] = (
        Translation(language="fr", forms=("coût du cycle de vie",)),
        Translation(language="de", forms=("Lebenszykluskosten",)),
    ),
) -> Record:
    """Make a term."""
    return Record(
        id=record_id,
        kind="term",
        language="en",
        title=title,
        summary=definition,
        version=1,
        updated="2026-11-23",
        review_by="2028-11-23",
        confidence="check",
        sources=(SOURCE,),
        term=TermDetails(
            definition=definition,
            abbreviation=abbreviation,
            also=also,
            translations=translations,
        ),
    )


def make_label(
    record_id: str = "labels/tco-certified",
    *,
    title: str = "TCO Certified",
    product_groups: tuple[str, ...] = ("groups/computers",),
) -> Record:
    """Make a label."""
    return Record(
        id=record_id,
        kind="label",
        language="en",
        title=title,
        summary="A label for office electronics.",
        version=1,
        updated="2026-11-23",
        review_by="2027-11-23",
        confidence="listed",
        product_groups=product_groups,
        label=LabelDetails(
            type="type-i",
            owner="TCO Development",
            scope="Computers, monitors and phones.",
            address="https://example.org/tco",
        ),
    )


def make_organisation(record_id: str = "organisations/iclei", *, title: str = "ICLEI") -> Record:
    """Make an organisation."""
    return Record(
        id=record_id,
        kind="organisation",
        language="en",
        title=title,
        summary="A network of cities and regions.",
        version=1,
        updated="2026-11-23",
        review_by="2027-11-23",
        confidence="verified",
        organisation=OrganisationDetails(address="https://iclei.org", offers=("Advice", "Training")),
    )


def make_event(record_id: str = "events/ecoprocura", *, title: str = "EcoProcura") -> Record:
    """Make an event."""
    return Record(
        id=record_id,
        kind="event",
        language="en",
        title=title,
        summary="A conference for public buyers.",
        version=1,
        updated="2026-11-23",
        review_by="2027-11-23",
        confidence="check",
        event=EventDetails(
            address="https://ecoprocura.eu",
            run_by="ICLEI",
            offers=("Meet suppliers",),
            when="every two years",
        ),
    )


def sample_records() -> tuple[Record, ...]:
    """Make one library's worth of records: every kind, two product groups, links between them."""
    new, refurbished = Part(name="new", title="New"), Part(name="refurbished", title="Refurbished")
    furniture = "groups/furniture"
    return (
        make_article(
            see_also=("terms/life-cycle-costing",),
            html='<h2 id="proof">Proof</h2><p><a href="procura:labels/tco-certified#use">TCO</a>.</p>',
        ),
        make_article("guidance/needs", title="Do you need it?", text="Share devices.", step="need", order=20),
        make_article("guidance/sharing", title="Sharing first", text="Lend them.", step="need", order=10),
        make_article("law/article-42", title="Article 42", text="Technical specifications.", section="law"),
        make_group(top_criteria=("criteria/computers/ts6-battery-endurance",)),
        make_group(
            furniture,
            title="Furniture",
            text="Desks and low-carbon chairs.",
            parts=(new, refurbished),
            cpv=("39100000-3",),
            order=20,
        ),
        make_criterion(labels=("labels/tco-certified",)),
        make_criterion(
            "criteria/computers/ts10-charging",
            title="Intelligent charging",
            code="TS10",
            text="Charging stops at 80 %. It lengthens the life.",
        ),
        make_criterion(
            "criteria/computers/ac1-energy", title="Low energy use", code="AC1", kind="AC", text="Energy."
        ),
        make_criterion(
            "criteria/furniture/refurbished/ts1-wood",
            title="Refurbished wood",
            code="TS1",
            group=furniture,
            part="refurbished",
            text="Wood is kept.",
        ),
        make_criterion(
            "criteria/furniture/new/ts1-wood",
            title="Sustainable wood",
            code="TS1",
            group=furniture,
            part="new",
            text="Wood comes from forests that last.",
        ),
        make_case(
            product_groups=(furniture,), criteria_used=("criteria/furniture/new/ts1-wood", "Social terms")
        ),
        make_term(),
        make_term(
            "terms/award-criterion",
            title="Award criterion",
            definition="It ranks offers.",
            abbreviation="AC",
            also=(),
            translations=(),
        ),
        make_label(),
        make_organisation(),
        make_event(),
    )


def build_sample(
    out: Path,
    *,
    records: tuple[Record, ...] | None = None,
    version: str = "2026.11",
    name: str = "main",
) -> Path:
    """Build a library at `out` and give `out`."""
    build_library(
        out,
        name=name,
        version=version,
        records=sample_records() if records is None else records,
        assets=(CYCLE,),
        progress=Silent(),
    )
    return out
