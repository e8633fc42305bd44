"""The rules by name: what each finds, why that matters, which law stands behind it, what to do.

`docs/checks.md` has the same table; a test compares them.
"""

from collections.abc import Mapping

from procura_desktop.domain.checks.finding import Finding, Mend, Severity
from procura_desktop.domain.checks.rule import Rule
from procura_desktop.phrases import Phrase, phrase

_ALL = (
    Rule(
        id="slot-empty",
        severity="must",
        finds=phrase(
            "checks",
            "A place to be filled is still empty; in a text also signs such as XX, ___ or [insert].",
        ),
        why=phrase("checks", "A bidder cannot meet a demand without its figure, and nobody can check it."),
        law=phrase(
            "checks",
            "Directive 2014/24/EU, Article 42(3)(a): precise enough to see the subject and to award",
        ),
        do=phrase("checks", "Fill in the figure, or take the demand out."),
        page="law/article-42-technical-specifications",
        in_text=True,
    ),
    Rule(
        id="slot-range",
        severity="should",
        finds=phrase(
            "checks",
            "A filled-in value is no number, or lies outside what the source calls sensible.",
        ),
        why=phrase(
            "checks",
            "A slip of the keyboard here shuts every bidder out, or lets every offer through.",
        ),
        do=phrase(
            "checks",
            "Compare the figure with the range beside it, and correct it or note the reason.",
        ),
    ),
    Rule(
        id="unconfirmed",
        severity="must",
        finds=phrase(
            "checks",
            "A figure is marked for checking, and the buyer has not confirmed it for this version.",
        ),
        why=phrase(
            "checks",
            "Nobody has read this figure in the official text, so it must not pass for an official one.",
        ),
        do=phrase(
            "checks",
            "Open the official text, compare the figure, and confirm it with document and page; or put "
            "your own.",
        ),
    ),
    Rule(
        id="proof",
        severity="must",
        finds=phrase("checks", "A criterion says neither at tender nor in the contract how it is checked."),
        why=phrase(
            "checks",
            "What cannot be checked invites promises, and offers that cannot be compared.",
        ),
        law=phrase(
            "checks",
            "Directive 2014/24/EU, Articles 44, 60 and 67(4): bidders' data must be checkable",
        ),
        do=phrase(
            "checks",
            "Say which document, test or inspection shows that the demand is met, and when.",
        ),
        page="law/article-67-award-criteria",
    ),
    Rule(
        id="equivalent",
        severity="must",
        finds=phrase("checks", "A standard, label or certificate is named without “or equivalent”."),
        why=phrase(
            "checks",
            "Equal standards, labels and certificates must be accepted; a document that hides this misleads.",
        ),
        law=phrase("checks", "Directive 2014/24/EU, Articles 42(3)(b), 43(1), 44(1) and 62"),
        do=phrase("checks", "Add “or equivalent” behind the name."),
        page="law/article-43-labels",
        in_text=True,
    ),
    Rule(
        id="whole-label",
        severity="must",
        finds=phrase(
            "checks",
            "A label is demanded as a whole that also judges the firm or things outside the contract.",
        ),
        why=phrase(
            "checks",
            "A label may only be demanded where all of its criteria are linked to what is bought.",
        ),
        law=phrase("checks", "Directive 2014/24/EU, Article 43(1)(a) and 43(2)"),
        do=phrase(
            "checks",
            "Copy those criteria of the label that you need, and accept the label or an equivalent as proof.",
        ),
        page="law/article-43-labels",
        in_text=True,
    ),
    Rule(
        id="brand",
        severity="must",
        finds=phrase("checks", "A make, model, trade mark or particular origin is demanded."),
        why=phrase(
            "checks",
            "It favours one firm. It is allowed only where nothing else describes the need well enough,"
            " and then with “or equivalent”.",
        ),
        law=phrase("checks", "Directive 2014/24/EU, Article 42(4)"),
        do=phrase("checks", "Describe what the product does: performance, size, interface."),
        page="law/article-42-technical-specifications",
        in_text=True,
    ),
    Rule(
        id="vague",
        severity="should",
        finds=phrase(
            "checks",
            "A demand uses words that nobody can test, with no figure, method or named rule beside them.",
        ),
        why=phrase(
            "checks",
            "Each bidder reads them in another way, so offers cannot be compared and a refusal cannot stand.",
        ),
        law=phrase("checks", "Directive 2014/24/EU, Articles 18(1), 42(3)(a) and 67(4)"),
        do=phrase("checks", "Say what is measured, the limit, and how it is measured."),
        page="law/article-42-technical-specifications",
        in_text=True,
    ),
    Rule(
        id="may",
        severity="should",
        finds=phrase("checks", "“May”, “should” or a wish stands where a duty is meant."),
        why=phrase(
            "checks",
            "Only “shall” or “must” binds. What is wished for cannot be enforced, and bidders price it "
            "differently.",
        ),
        law=phrase("checks", "Directive 2014/24/EU, Article 18(1): equal treatment and transparency"),
        do=phrase(
            "checks",
            "Write “shall”; or take the sentence out; or make it an award criterion with points.",
        ),
        page="law/article-18-principles",
        in_text=True,
    ),
    Rule(
        id="link",
        severity="must",
        finds=phrase(
            "checks",
            "A demand is about the firm and its policy in general, not about what is bought.",
        ),
        why=phrase(
            "checks",
            "Demands and award criteria must be linked to the subject matter; a firm's general policy "
            "is not.",
        ),
        law=phrase("checks", "Directive 2014/24/EU, Articles 42(1), 67(3) and 70, and recital 97"),
        do=phrase(
            "checks",
            "Tie it to this contract: the goods supplied, the staff who work here, the sites where it "
            "is done; or note the link.",
        ),
        page="law/article-67-award-criteria",
        in_text=True,
    ),
    Rule(
        id="selection-product",
        severity="must",
        finds=phrase("checks", "A selection criterion judges what is offered."),
        why=phrase(
            "checks",
            "Selection asks whether a firm is able; what it offers belongs to specification or award.",
        ),
        law=phrase("checks", "Directive 2014/24/EU, Article 58(1)"),
        do=phrase(
            "checks",
            "Make it a technical specification or an award criterion, or ask for experience and means "
            "instead.",
        ),
        page="law/article-58-selection-criteria",
        in_text=True,
    ),
    Rule(
        id="points",
        severity="must",
        finds=phrase("checks", "An award criterion does not say how it is scored."),
        why=phrase("checks", "Without a rule the buyer would choose freely, which the law forbids."),
        law=phrase("checks", "Directive 2014/24/EU, Article 67(4) and (5)"),
        do=phrase(
            "checks",
            "Say how many points the best and the worst get, and how those between are reckoned.",
        ),
        page="law/article-67-award-criteria",
        in_text=True,
    ),
    Rule(
        id="weights",
        severity="must",
        finds=phrase(
            "checks",
            "What price and award criteria count is missing or does not add up, or no price can be scored.",
        ),
        why=phrase(
            "checks",
            "What counts and how it is scored must be published: weights as figures or a range; an order of "
            "importance only with a reason.",
        ),
        law=phrase("checks", "Directive 2014/24/EU, Article 67(5)"),
        do=phrase("checks", "Correct the weights and the rule for the price until each lot adds up."),
        page="law/article-67-award-criteria",
        in_text=True,
    ),
    Rule(
        id="level-twice",
        severity="must",
        finds=phrase("checks", "One criterion stands twice, in the same role for the same lot."),
        why=phrase("checks", "Two levels of one demand leave open which one counts."),
        law=phrase("checks", "Directive 2014/24/EU, Article 18(1): transparency"),
        do=phrase(
            "checks",
            "Keep one level; or keep the lower as a demand and make the higher an award criterion.",
        ),
        page="law/article-18-principles",
    ),
    Rule(
        id="contradiction",
        severity="must",
        finds=phrase("checks", "Two criteria contradict each other, or limit one property in two ways."),
        why=phrase("checks", "No offer can meet both, or nobody knows which limit counts."),
        law=phrase("checks", "Directive 2014/24/EU, Article 18(1): transparency"),
        do=phrase("checks", "Keep one of them, or give them to different lots."),
        page="law/article-18-principles",
    ),
    Rule(
        id="reference",
        severity="should",
        finds=phrase("checks", "A text refers to a criterion of its source that is not in this procurement."),
        why=phrase(
            "checks",
            "Bidders read of something that these documents do not have, and cannot know what is asked.",
        ),
        do=phrase("checks", "Choose that criterion too, or take the reference out of the text."),
    ),
    Rule(
        id="accessibility",
        severity="must",
        finds=phrase(
            "checks",
            "People will use it, and neither a demand nor a reason speaks of accessibility.",
        ),
        why=phrase(
            "checks",
            "Specifications for what people use take persons with disabilities into account, except in "
            "justified cases. The notice has a field for it (BT-754).",
        ),
        law=phrase("checks", "Directive 2014/24/EU, Article 42(1)"),
        do=phrase("checks", "Add a demand for accessibility, or write down why there is none."),
        page="law/article-42-technical-specifications",
        in_text=True,
    ),
    Rule(
        id="lots",
        severity="must",
        finds=phrase("checks", "There is no division into lots, and no reason for that."),
        why=phrase("checks", "Lots are optional, but the main reasons for not dividing must be given."),
        law=phrase("checks", "Directive 2014/24/EU, Article 46(1)"),
        do=phrase("checks", "Divide into lots, or write the main reasons."),
        page="law/article-46-lots",
        in_text=True,
    ),
    Rule(
        id="date-order",
        severity="must",
        finds=phrase("checks", "Two dates of the procurement are in the wrong order, or leave no time."),
        why=phrase(
            "checks",
            "A wrong date goes from here into the notice, the documents and the checks of the contract.",
        ),
        do=phrase(
            "checks",
            "Correct the date that is wrong; give firms time to offer, and yourself time to compare.",
        ),
    ),
    Rule(
        id="clean-vehicles",
        severity="must",
        finds=phrase(
            "checks",
            "Road vehicles, or services with them, are bought above the threshold, and neither a demand nor "
            "a reason speaks of clean ones.",
        ),
        why=phrase(
            "checks",
            "Each State must reach minimum shares of clean vehicles; your ministry says which share is "
            "yours.",
        ),
        law=phrase("checks", "Directive 2009/33/EC as changed by (EU) 2019/1161, Articles 3 to 5"),
        do=phrase(
            "checks",
            "Ask for clean vehicles (cars and vans: 0 g CO₂ per km since 2026), or note why not here.",
        ),
        page="law/clean-vehicles-directive",
    ),
    Rule(
        id="energy-efficiency",
        severity="must",
        finds=phrase(
            "checks",
            "What Annex IV of the Energy Efficiency Directive names is bought above the threshold, and "
            "neither a demand nor a reason speaks of energy.",
        ),
        why=phrase(
            "checks",
            "Above the thresholds only goods, services, buildings and works of high energy efficiency "
            "are bought, unless that is technically not feasible.",
        ),
        law=phrase("checks", "Directive (EU) 2023/1791, Article 7 and Annex IV"),
        do=phrase(
            "checks",
            "Ask for the energy class or the core EU criteria on energy, or note why that is not feasible.",
        ),
        page="law/energy-efficiency-directive",
    ),
    Rule(
        id="few-bidders",
        severity="think",
        finds=phrase("checks", "Demands that few offers meet, or few firms can prove, come together."),
        why=phrase(
            "checks",
            "Each may be fine; together they can leave one bidder or none. Demands must be proportionate.",
        ),
        law=phrase("checks", "Directive 2014/24/EU, Articles 18(1) and 42(2)"),
        do=phrase(
            "checks",
            "Ask the market first, take a softer level, or make some of them award criteria.",
        ),
        page="law/article-40-market-consultations",
    ),
    Rule(
        id="small-value",
        severity="think",
        finds=phrase("checks", "A small purchase carries much to prove."),
        why=phrase("checks", "Small firms stay away where the papers cost more than the order brings."),
        law=phrase(
            "checks",
            "Directive 2014/24/EU, Article 18(1): proportionality; below the thresholds national rules",
        ),
        do=phrase(
            "checks",
            "Keep the one or two demands that matter most, with a proof that firms have at hand.",
        ),
        page="law/article-18-principles",
    ),
)

RULES: Mapping[str, Rule] = {rule.id: rule for rule in _ALL}


def finding(
    rule: str,
    what: Phrase,
    *,
    severity: Severity | None = None,
    item: str = "",
    field: str = "",
    words: str = "",
    others: tuple[str, ...] = (),
    mends: tuple[Mend, ...] = (),
) -> Finding:
    """Make a finding of a rule, with the rule's reason and remedy; the reason ends with the law.

    Raises:
        KeyError: there is no such rule.
    """
    known = RULES[rule]
    return Finding(
        rule=rule,
        severity=severity or known.severity,
        what=what,
        why=_reason(known),
        do=known.do,
        item=item,
        field=field,
        words=words,
        others=others,
        mends=mends,
    )


def _reason(rule: Rule) -> Phrase:
    if rule.law is None:
        return rule.why
    return phrase("checks", "{reason} ({law})").of(reason=rule.why, law=rule.law)
