"""Records of every kind, as the library gives them."""

from dataclasses import dataclass

from procura_desktop.domain.kinds import RecordKind
from procura_desktop.domain.records import (
    ArticleDetails,
    Asset,
    Burden,
    CaseDetails,
    ContractValue,
    CriterionDetails,
    EventDetails,
    GroupDetails,
    LabelDetails,
    Level,
    OfficialDocument,
    OrganisationDetails,
    Property,
    Record,
    Result,
    Slot,
    SlotValue,
    Source,
    TermDetails,
    Translation,
    WeightRange,
)
from procura_desktop.gui.reader.document import DocumentContext


@dataclass(frozen=True)
class Entry:
    id: str
    title: str
    forms: tuple[str, ...]
    definition: str


@dataclass(frozen=True)
class Named:
    id: str
    kind: RecordKind
    title: str
    library: str = ""


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 200">'
    b'<rect x="10" y="60" width="300" height="80" '
    b'fill="#1b6b4f"/><rect x="330" y="60" width="200" height="80" fill="#d9a93f"/></svg>'
)
GLOSSARY = (
    Entry(
        "terms/life-cycle-costing",
        "Life-cycle costing",
        ("Life-cycle costing", "LCC", "life cycle costing"),
        "Adding up all costs of a product over its life, from purchase to disposal, not only its price.",
    ),
    Entry("terms/lot", "Lot", ("Lot", "lots"), "A part of a contract that is awarded on its own."),
    Entry(
        "terms/test-report",
        "Test report",
        ("test report",),
        "A paper in which a laboratory states what it measured, and how.",
    ),
)
TITLES = {
    "guidance/needs-assessment": "Find out what you need",
    "groups/computers": "Computers and monitors",
    "labels/tco-certified": "TCO Certified",
    "labels/epeat": "EPEAT",
    "criteria/computers/notebooks/ts5-memory": "Memory that can be replaced",
}
SOURCES = (
    Source(
        title="Directive 2014/24/EU on public procurement",
        publisher="European Union",
        url="http://data.europa.eu/eli/dir/2014/24/oj",
        date="2014",
        seen="2026-11-23",
    ),
    Source(
        title="EU GPP criteria for computers, monitors, tablets and smartphones",
        publisher="European Commission",
        url="https://green-business.ec.europa.eu/green-public-procurement/gpp-criteria-and-requirements_en",
        date="2021-03-05",
    ),
)
ARTICLE_HTML = """
<p>Compare what you will pay over the whole period of use. With life-cycle costing (LCC), bidders
compete on that figure, and <a
href="procura:guidance/needs-assessment#worked-example">needs assessment</a> comes first.<sup
id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>
Read <a href="https://example.org/a?b=c&amp;d=e">the
method</a>.</p>
<div class="callout tip"><p class="callout-title">Before you start</p>
<p>Check whether sharing devices removes the purchase altogether.</p></div>
<h2 id="worked-example">Worked example</h2>
<p>You buy 40 printers for five years.</p>
<table><thead><tr><th>Cost over five years</th><th align="right">Printer A</th>
<th align="right">Printer B</th></tr>
</thead><tbody><tr><td>Purchase</td><td align="right">€ 410</td><td align="right">€ 640</td></tr>
<tr><td>Energy, 5 years</td><td align="right">€ 310</td><td align="right">€ 120</td></tr>
<tr><td><strong>Life-cycle cost</strong></td><td align="right"><strong>€ 720</strong></td>
<td align="right"><strong>€ 760</strong></td></tr></tbody></table>
<p><img src="pictures/cost.svg" alt="Purchase weighs more than energy."></p>
<h3 id="what-the-law-says">What the law says</h3>
<div class="callout legal"><p class="callout-title">Article 68</p>
<p>Costs imputed to environmental externalities
count if their value can be determined.</p><ul><li>Say how you calculate.</li>
<li>Say which data you need.</li></ul></div>
<p>Each lot may have its own method; see the <code>lcc</code> sheet. Divide into lots early.</p>
<div class="callout warning"><p class="callout-title">Do not</p>
<p>Do not change the method after offers came in.</p>
</div>
<div class="callout note"><p class="callout-title">Note</p><p>Prices are invented.</p></div>
<div class="callout example"><p class="callout-title">Example</p><p>A town leased instead.</p></div>
<h2 id="checklist">Checklist</h2>
<ul><li>State the period of use.</li><li>Ask for energy use as measured by the test method.
<ul><li>in use</li><li>in sleep</li></ul></li><li>Fix the interest rate.</li></ul>
<ol><li>First this.</li><li>Then that.</li></ol>
<blockquote><p>The cheapest printer to buy is seldom the cheapest to own.</p></blockquote>
<div class="footnote"><hr><ol><li id="fn:1"><p>Directive 2014/24/EU, Article 67. <a class="footnote-backref"
href="#fnref:1">↩</a></p></li></ol></div>
"""
ARTICLE = Record(
    id="guidance/lcc",
    kind="article",
    language="en",
    title="Life-cycle costing for office printers",
    summary="The cheapest printer to buy is seldom the cheapest to own. Let bidders compete on all of it.",
    version=3,
    updated="2026-11-12",
    review_by="2027-11-12",
    confidence="verified",
    sources=SOURCES,
    see_also=("guidance/needs-assessment", "guidance/not-in-this-library"),
    html=ARTICLE_HTML,
    text="word " * 700,
    article=ArticleDetails(section="guidance", step="award", order=10),
)
CRITERION = Record(
    id="criteria/computers/notebooks/ts6-battery",
    kind="criterion",
    language="en",
    title="Rechargeable battery endurance",
    summary="The battery keeps most of its capacity after many charges, so that the device lasts longer.",
    version=1,
    updated="2026-11-23",
    review_by="2027-11-23",
    confidence="listed",
    confidence_note="The figures are to be checked.",
    sources=SOURCES,
    text="word " * 150,
    criterion=CriterionDetails(
        group="groups/computers",
        part="notebooks",
        code="TS6",
        kind="TS",
        origin="eu",
        levels=(
            Level(
                name="core",
                requirement_html="<p>The battery keeps at least 80 % of its capacity after "
                '<span class="slot unchecked" data-slot="battery_cycles">500 cycles</span>.</p>',
                requirement_text="",
            ),
            Level(
                name="comprehensive",
                requirement_html="<p>The battery keeps at least 80 % of its capacity after "
                '<span class="slot unchecked" data-slot="battery_cycles">800 cycles</span>, and can be '
                'replaced with <span class="slot"'
                ' data-slot="tools">common tools</span>.</p><ul><li>Spare batteries for <span class="slot"'
                ' data-slot="years">5 years</span></li></ul>',
                requirement_text="",
            ),
        ),
        market_maturity="common",
        burden=Burden(level=1, why="Makers test this as a matter of routine."),
        slots=(
            Slot(
                name="battery_cycles",
                label="Full charge cycles",
                values=(SlotValue(level="core", value="500"), SlotValue(level="comprehensive", value="800")),
                unit="cycles",
                checked=False,
            ),
        ),
        proof_tender_html="<p>A test report by EN IEC 61960-3, or equivalent.</p>",
        proof_contract_html="<p>Battery state of ten devices after two years.</p>",
        rationale_html="<p>Making a laptop causes more than half of its climate impact.</p>",
        points_html="<p>One point for each 100 cycles above the minimum.</p>",
        note_html="<p>Ask the market first.</p>",
        follow_up=("Ask for the battery state of ten devices after two years.",),
        hotspot_stage="production",
        hotspot_impact="climate",
        labels=("labels/tco-certified", "labels/epeat"),
        legal_basis=("Directive 2014/24/EU, Article 42",),
        environmental_impact=("circ-econ", "clim-mitig"),
        social_objective=("work-cond",),
        innovation=("prod-innov",),
        cpv=("30213100-6",),
        property=Property(name="Battery capacity kept after charging", direction="at-least", unit="cycles"),
        conflicts_with=("criteria/computers/notebooks/ts5-memory",),
        weight=WeightRange(minimum=5, maximum=10),
    ),
)
CASE = Record(
    id="cases/ghent-fair-workwear",
    kind="case",
    language="en",
    title="Ghent: workwear in lots of rising ambition",
    summary="The city split one framework into five lots, so that beginners and leaders could both bid.",
    version=1,
    updated="2026-11-23",
    review_by="2028-11-23",
    confidence="check",
    product_groups=("groups/computers",),
    sources=SOURCES[1:],
    html="<h2 id='what-they-did'>What they did</h2><p>They looked at the market first.</p>"
    "<h2 id='what-you-can-use'>What you can use</h2><p>Ask for three levels in three lots.</p>",
    text="word " * 90,
    case=CaseDetails(
        organisation="City of Ghent",
        country="BE",
        region="Europe",
        years="2018-2019",
        procedure="open procedure",
        criteria_used=("criteria/computers/notebooks/ts5-memory", "Social conditions in the whole chain"),
        contract_value=ContractValue(amount=1200000, currency="EUR", note="framework agreement in five lots"),
        results=(
            Result(what="Less waste", basis="measured", value=62.5, unit="%"),
            Result(what="Named Sustainable Procurement of the Year", basis="claimed"),
        ),
        lessons=("Lots of rising ambition let suppliers enter and grow.",),
        awards=("Procura+ Award 2019",),
    ),
)
TERM = Record(
    id="terms/life-cycle-costing",
    kind="term",
    language="en",
    title="Life-cycle costing",
    summary=GLOSSARY[0].definition,
    version=1,
    updated="2026-11-23",
    review_by="2028-11-23",
    confidence="check",
    term=TermDetails(
        definition=GLOSSARY[0].definition,
        abbreviation="LCC",
        also=("life cycle cost",),
        translations=(
            Translation(language="fr", forms=("coût du cycle de vie",)),
            Translation(language="de", forms=("Lebenszykluskosten",)),
        ),
    ),
)
LABEL = Record(
    id="labels/tco-certified",
    kind="label",
    language="en",
    title="TCO Certified",
    summary="A label for office machines.",
    version=1,
    updated="2026-11-23",
    review_by="2028-11-23",
    confidence="listed",
    label=LabelDetails(
        type="type-i", owner="TCO Development", scope="Office machines.", address="https://tcocertified.com"
    ),
)
ORGANISATION = Record(
    id="organisations/iclei",
    kind="organisation",
    language="en",
    title="ICLEI",
    summary="A network of cities and regions.",
    version=1,
    updated="2026-11-23",
    review_by="2028-11-23",
    confidence="verified",
    organisation=OrganisationDetails(
        address="https://iclei.org", offers=("Advice", "Training"), country="DE"
    ),
)
EVENT = Record(
    id="events/ecoprocura",
    kind="event",
    language="en",
    title="EcoProcura",
    summary="A conference for public buyers.",
    version=1,
    updated="2026-11-23",
    review_by="2028-11-23",
    confidence="check",
    event=EventDetails(
        address="https://ecoprocura.eu",
        run_by="ICLEI",
        when="every two years",
        start="2027-05-01",
        end="2027-05-03",
    ),
)
GROUP = Record(
    id="groups/computers",
    kind="group",
    language="en",
    title="Computers and monitors",
    summary="Longer life matters most.",
    version=1,
    updated="2026-11-23",
    review_by="2028-11-23",
    confidence="listed",
    html='<h2 id="scope">Scope</h2><p>Notebooks, monitors and tablets.</p>',
    group=GroupDetails(
        official_document=OfficialDocument(
            title="EU criteria", url="https://circabc.europa.eu/x", status="current", number="SWD(2021) 57"
        )
    ),
)
ALL = (ARTICLE, CRITERION, CASE, TERM, LABEL, ORGANISATION, EVENT, GROUP)


def context(record: Record) -> DocumentContext:
    linking = (Named("cases/ghent-fair-workwear", "case", "Ghent: workwear in lots"),)
    return DocumentContext(
        library="main",
        title_of=TITLES,
        linking_to=linking if record.kind in ("label", "criterion", "article") else (),
        glossary=GLOSSARY,
    )


def find_asset(path: str) -> Asset | None:
    if path == "pictures/cost.svg":
        return Asset(path=path, media_type="image/svg+xml", data=SVG)
    return None
