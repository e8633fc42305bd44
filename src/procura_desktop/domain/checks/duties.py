"""What the law asks of a procurement as a whole: lots, accessibility, clean vehicles, energy efficiency."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from procura_desktop.domain.checks.finding import Finding, Mend, Severity
from procura_desktop.domain.checks.rules import finding
from procura_desktop.domain.checks.thresholds import Reaches, reaches
from procura_desktop.domain.procurement import Head, Procurement
from procura_desktop.phrases import Phrase, phrase

# Below this many euro nobody expects lots: our judgement, not a rule.
TOO_SMALL_FOR_LOTS = Decimal(10_000)

# These look in small letters: letting the case open would take three times as long.
ACCESSIBILITY = re.compile(
    r"\baccessibilit(?:y|ies)\b(?! of (?:the )?(?:spare|components?|parts|batter|fasten|screws))"
    r"|\baccessible (?:to|for|by) (?:all|every|people|persons|users|wheelchair|customers with|visitors)"
    r"|\bdisabilit(?:y|ies)\b|\bdisabled\b|\bwheelchairs?\b|\ben[  ]?301[  ]?549\b|\ben[  ]?17(?:161"
    r"|210)\b|\bwcag\b"
    r"|\bdesign for all\b|\buniversal design\b|\bbarrier[- ]free\b|\bbraille\b|\bscreen readers?\b"
    r"|\b(?:hearing|visual(?:ly)?|sight|sensory)[- ](?:loops?|impair\w*|loss)\b|\bstep[- ]free\b"
    r"|\blow[- ]floor\b",
)
CLEAN_VEHICLE = re.compile(
    r"\bclean (?:road |heavy[- ]duty |light[- ]duty )?(?:transport )?vehicles?\b|\bzero[- ](?:tailpipe "
    r"|exhaust )?emissions?\b"
    r"|\bzero tailpipe\b|\belectric\b|\bbattery[- ]electric\b|\bplug-in\b|\bhydrogen\b|\bfuel cells?\b"
    r"|\bbiomethane\b"
    r"|\bnatural gas\b|\bcng\b|\blng\b|\b0 g (?:of )?co(?:2|₂)|\b2009/33/ec\b|\b2019/1161\b"
    r"|\bcargo (?:bikes?|bicycles?)\b",
)
ENERGY = re.compile(
    r"(?<!renewable )\benergy(?:[- ](?:use|consumption|demand|efficien\w*|label|class|performance|saving"
    r"|star))\b"
    r"|\bkwh\b|\blm/w\b|\b\d+(?:[.,]\d+)? ?(?:k?w|watts?)\b|\bpower (?:use|consumption|usage|draw)\b"
    r"|\bluminous efficacy\b"
    r"|\bpue\b|\bfuel[- ](?:efficiency )?class\b|\bnearly zero[- ]energy\b|\bclass [a-g] or better\b"
    r"|\bstandby\b",
)

# CPV codes by their first digits. Clean vehicles: the services of table 1 of the annex of Directive
# 2009/33/EC, and the vehicles of classes M and N; parts, trailers and bicycles are out.
VEHICLES: tuple[str, ...] = (
    "34100000", "3411", "3412", "3413", "3414",
    "60112000", "60130000", "60140000", "60160000", "60161000", "64121100", "64121200", "90511000",
)  # fmt: skip
# Energy: what Annex IV of Directive (EU) 2023/1791 names, and goods with an EU energy label, ecodesign
# rules or EU criteria on energy.
ENERGY_USERS: tuple[tuple[Phrase, tuple[str, ...]], ...] = (
    (phrase("checks", "computers and screens"), ("30200000", "30213", "30214", "30231", "32250")),
    (phrase("checks", "printers and copiers"), ("30120000", "30121", "302321")),
    (
        phrase("checks", "servers, storage and data centres"),
        ("488", "30233", "7231", "72410", "72415", "725141"),
    ),
    (
        phrase("checks", "lamps, road lighting and traffic signals"),
        ("31520", "31530", "31531", "31532", "34928", "34993", "349961", "5023"),
    ),
    (phrase("checks", "appliances with an energy label"), ("39711", "397131", "39715", "39717")),
    (phrase("checks", "tyres"), ("34350", "34351", "34352")),
    (phrase("checks", "buildings"), ("4521", "7012", "7031")),
)


def check_lots(procurement: Procurement, today: str) -> Iterator[Finding]:
    """Look for lots, or the reason for none."""
    head = procurement.head
    if len(procurement.lots) > 1 or _says_something(head.no_lots):
        return
    at = reaches(head, today)
    if at == "no" and head.value is not None and head.value < TOO_SMALL_FOR_LOTS:
        return
    what = phrase("checks", "It is not divided into lots, and no reason is given.")
    severity: Mapping[Reaches, Severity] = {"yes": "must", "perhaps": "should", "no": "think"}
    fill = Mend(action="fill", field="head.no_lots")
    yield finding("lots", what, severity=severity[at], field="head.no_lots", mends=(fill,))


def check_accessibility(head: Head, *, demanded: bool) -> Iterator[Finding]:
    """Look for accessibility where people will use what is bought."""
    if demanded or head.people_use == "no" or _says_something(head.accessibility):
        return
    if head.people_use == "yes":
        what = phrase("checks", "People will use it, and no demand speaks of accessibility.")
        fill = Mend(action="fill", field="head.accessibility")
        yield finding("accessibility", what, field="head.accessibility", mends=(fill,))
    else:
        what = phrase(
            "checks", "It is not said yet whether people will use it; then accessibility is a duty."
        )
        fill = Mend(action="fill", field="head.people_use")
        asked = finding("accessibility", what, severity="think", field="head.people_use", mends=(fill,))
        yield replace(asked, do=phrase("checks", "Say whether people will use what you buy."))


def check_clean_vehicles(head: Head, today: str, *, demanded: bool) -> Iterator[Finding]:
    """Look for clean vehicles where the directive asks for a share of them."""
    code, at = vehicle_code(head), reaches(head, today)
    if not code or demanded or at == "no" or _says_something(head.clean_vehicles):
        return
    what = phrase(
        "checks",
        "CPV {code} falls under the Clean Vehicles Directive, and no demand speaks of clean vehicles.",
    ).of(code=code)
    yield _duty("clean-vehicles", what, at, field="head.clean_vehicles")


def vehicle_code(head: Head) -> str:
    """Give the first CPV code that falls under the Clean Vehicles Directive; "" is none."""
    return next((code for code in head.cpv if code.startswith(VEHICLES)), "")


def check_energy_efficiency(head: Head, today: str, *, demanded: bool) -> Iterator[Finding]:
    """Look for energy efficiency where Annex IV names what is bought."""
    at, user = reaches(head, today), energy_user(head)
    if user is None or demanded or at == "no" or _says_something(head.energy_efficiency):
        return
    code, named = user
    what = phrase("checks", "CPV {code} is about {named}, and no demand is about energy.").of(
        code=code, named=named
    )
    yield _duty("energy-efficiency", what, at, field="head.energy_efficiency")


def energy_user(head: Head) -> tuple[str, Phrase] | None:
    """Give the first CPV code that Annex IV names, and what that is; None is none."""
    for named, codes in ENERGY_USERS:
        code = next((code for code in head.cpv if code.startswith(codes)), "")
        if code:
            return code, named
    return None


def _duty(rule: str, what: Phrase, at: Reaches, *, field: str) -> Finding:
    """Give what must be answered where the directives apply, and thought of where they may."""
    fill = Mend(action="fill", field=field)
    return finding(rule, what, severity=None if at == "yes" else "think", field=field, mends=(fill,))


def _says_something(text: str) -> bool:
    return any(char.isalnum() for char in text)
