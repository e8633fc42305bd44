"""Words that cannot be tested, and words that only wish."""

import re
from collections.abc import Iterator

from procura_desktop.domain.checks.prose import Hit, Passage, Sentence
from procura_desktop.phrases import Phrase, phrase

_CAN_BE = r"(?:is )?(?:reasonably |technically |economically )?(?:possible|practicable|feasible)\b"
# Ways out: they take the duty from any demand, even from one with a figure.
WAYS_OUT = re.compile(
    rf"\bas (?:far|much) as {_CAN_BE}"
    r"|\b(?:where(?:ver)?|if|when(?:ever)?) (?:technically |economically |reasonably )?(?:possible"
    r"|practicable|feasible)\b"
    r"|\bto the (?:greatest|fullest|maximum) extent (?:possible|practicable)\b"
    r"|\b(?:best|reasonable|all reasonable) (?:efforts|endeavours)\b|\bpreferabl[ey]\b"
    r"|\b(?:industry|market|good) (?:best )?practices?\b(?! (?:guid|document|code))"
    r"|\bbest practices?\b(?! (?:guid|document|code))|\bcommonly accepted\b",
    re.IGNORECASE,
)
# "As quiet as possible": what is added to a limit in the same sentence takes nothing from it.
_AS_CAN_BE = re.compile(rf"\bas (?!far\b|much\b|well\b)[\w-]+(?: [\w-]+){{0,2}} as {_CAN_BE}", re.IGNORECASE)
_NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|half"
_LIMIT = re.compile(
    r"(?:\b(?:at (?:most|least)|(?:no|not) \w+ than|exceed|within|maximum|minimum)\b"
    rf"|[<>≤≥])[^.;]*?(?:\d|\[\[|\b(?:{_NUMBER_WORDS})\b)|\bat the latest\b",
    re.IGNORECASE,
)
# Praise: worth something only with a figure, a method or a named rule beside it.
PRAISE = re.compile(
    r"\b(?:eco|environment(?:ally)?|climate|nature)[- ]friendly\b"
    r"|\b(?:environmentally|ecologically|socially) (?:sound|responsible|sustainable|benign|conscious"
    r"|compatible)\b"
    r"|\becological(?:ly)?\b|\bsustainabl[ey]\b|\bin a sustainable (?:manner|way)\b"
    r"|\bgreen(?:er)? (?:products?|materials?|solutions?|packaging|delivery|transport|logistics|manner|way"
    r"|energy|IT)\b"
    r"|\b(?:low|small|reduced|minimal|minimum) (?:environmental |ecological |climate |carbon )(?:impact"
    r"|footprint|burden)s?\b"
    r"|\b(?:low|reduced)[- ](?:carbon|emissions?)\b"
    r"|\b(?:climate|carbon)[- ]neutral\b|\benergy[- ](?:efficient|saving)\b"
    r"|\bdurable\b|\blong[- ]lasting\b|\b(?:of )?(?:high|good|best|highest) quality\b|\bhigh[- ]quality\b"
    r"|\bnon-toxic\b|\bharmless\b|\bnatural (?:materials?|products?|ingredients?)\b|\bbe natural\b"
    r"|\bstate[- ]of[- ]the[- ]art\b|\bstate of the art\b|\blatest technology\b|\b(?:modern|innovative)\b"
    r"|\bminimi[sz](?:e|es|ed|ing)\b|\b(?:reduced|kept) to a minimum\b"
    r"|\bwithin a reasonable (?:time|period)\b|\bin a timely manner\b|\bpromptly\b|\bin good time\b"
    r"|\b(?:sufficient|adequate)(?= [a-z])|\b(?:sufficiently|adequately)\b|\beasily (?:repairable"
    r"|recyclable)\b|\beasy to (?:repair|recycle"
    r"|clean)\b"
    r"|\b(?:appropriate|suitable|proper) (?:manner|way|measures|steps)\b"
    r"|\buser[- ]friendly\b|\bintuitive\b|\beasy to (?:use|learn)\b"
    r"|\bethical(?:ly)?\b|\bfair (?:wages|prices|conditions)\b|\bhealthy\b",
    re.IGNORECASE,
)
_TEST = re.compile(
    rf"\d|\[\[|\b(?:{_NUMBER_WORDS}) (?:\w+ )?(?:hours?|days?|weeks?|months?|years?|per cent|percent|times"
    r"|of)\b"
    r"|\bas (?:defined|described|set out|laid down|listed|specified)\b|\baccording to\b"
    r"|\bin accordance with\b"
    r"|\bannex\b|\bmeasured\b|\btested\b|\bor equivalent\b|\bin the sense of\b|\bmeaning that\b"
    r"|\bclass [A-G]\b",
    re.IGNORECASE,
)
# Sentences where such a word names a thing, or where a plan on it is asked for.
_NAMES_A_THING = re.compile(
    r"\b(?:plan|report|policy|strategy|training|course|concept|criteria|criterion|management|"
    r"title of the contract|called)\b|^Points are given\b|:$",
    re.IGNORECASE,
)

# Decides about offers as a demand does.
_REWARDS = re.compile(
    r"^Only\b|\b(?:is|are|will be) (?:preferred|favoured)\b|\bpreference (?:is|will be|shall be) given\b"
    r"|\b(?:gets?|earns?|receives?|gains?|given) (?:\w+ )?(?:points|marks)\b"
)

# Each of the expressions needs one of these.
_PERHAPS_VAGUE = (
    "friendly", "sound", "responsible", "sustainabl", "benign", "conscious", "compatible",
    "ecological", "green",
    "low", "small", "reduced", "minim", "neutral", "efficient", "saving", "durable", "lasting", "quality",
    "toxic", "harmless", "natural", "state of the art", "state-of-the-art", "technology", "modern",
    "innovative",
    "reasonable", "timely", "promptly", "good time", "sufficient", "adequate", "easily", "easy",
    "appropriate",
    "suitable", "proper", "intuitive", "ethical", "fair", "healthy", " possible", "practicable", "feasible",
    "efforts", "endeavours", "preferabl", "practice", "commonly",
)  # fmt: skip
_PERHAPS_WISHED = (
    "should", "ought", "may ", "expect", "encourag", "invite", "request", "asked", "recommend", "desirable",
    "prefer", "advis", "welcome", "can ", " try", " aim", " seek", "strive", "endeavour", "attempt",
    "ideally",
)  # fmt: skip

_ACTORS = (
    r"(?:contractors?|suppliers?|providers?|tenderers?|bidders?|caterers?|operators?|manufacturers?|producers?|"
    r"compan(?:y|ies)|firms?|staff|products?|goods|devices?|equipment|vehicles?|materials?|articles?|items?)"
)
_PROVING = (
    r"(?!proof|evidence|other|an? equivalent|documents?|a statement|references?|samples?|a test|information)"
)
_WISHES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"(?<!\bThis )(?<!\bthat )(?<!\bwhich )(?<!^)\bshould\b"
            r"(?! the\b| it be| you\b| note\b| be aware\b)"
        ),
        "shall",
    ),
    (re.compile(r"\bought to\b"), "shall"),
    (
        re.compile(
            r"(?<!\bmay or )\bmay not\b"
            r"(?! (?:be (?:considered|accepted|evaluated|able)|necessarily|exist)\b)"
        ),
        "shall not",
    ),
    (
        re.compile(
            rf"\b{_ACTORS}\s+may (?P<verb>provide|deliver|ensure|comply|meet|replace|repair|take back"
            "|report|train|"
            rf"collect|maintain) (?:the |an? |its |their )?{_PROVING}(?![^.]*\b(?:instead|alternatively"
            r"|as well)\b)"
        ),
        "",
    ),
    (
        re.compile(
            r"\b(?:is|are) (?:kindly )?(?:expected|encouraged|invited|requested|asked"
            "|recommended) to "
            "(?!submit|bid|tender|attend|visit|negotiat|ask|a |the |take part|participate|begin|start"
            r"|end\b|last|run|"
            r"be (?:awarded|issued|published|signed|extended)|grow|increase|take place)"
        ),
        "shall ",
    ),
    (
        re.compile(
            r"\b[Ii]t (?:is|would be) (?:desirable|preferable|preferred|recommended|advisable|welcome)\b"
        ),
        "",
    ),
    (
        re.compile(
            r"\bcan (?=(?:have|contain|provide|deliver|offer|reach)\b[^.]*\bat (?:least|most)\b)"
        ),
        "shall ",
    ),
    (
        re.compile(
            r"\b(?:will|shall|should|must) (?:try|aim|seek|strive|endeavour|attempt) to\b"
            r"|\bwould ideally\b|\bideally\b"
        ),
        "",
    ),
)  # fmt: skip


def check_vague(passage: Passage) -> Iterator[Hit]:
    """Look for demands that cannot be tested."""
    if not passage.has_any(_PERHAPS_VAGUE):
        return
    for sentence in passage.sentences:
        if not (sentence.demands or _REWARDS.search(sentence.text)):
            continue
        found = WAYS_OUT.search(sentence.text) or _as_can_be(sentence.text)
        if found is not None:
            yield _vague(sentence, found, phrase("checks", "“{words}” lets the bidder decide."))
            continue
        praise = PRAISE.search(sentence.text)
        if praise and not _TEST.search(sentence.text) and not _NAMES_A_THING.search(sentence.text):
            what = phrase("checks", "“{words}” cannot be tested as it stands.")
            yield _vague(sentence, praise, what)


def _as_can_be(text: str) -> re.Match[str] | None:
    return None if _LIMIT.search(text) else _AS_CAN_BE.search(text)


def _vague(sentence: Sentence, found: re.Match[str], what: Phrase) -> Hit:
    return Hit(
        rule="vague",
        start=sentence.start + found.start(),
        words=found[0],
        what=what.of(words=found[0]),
    )


def check_wishes(passage: Passage) -> Iterator[Hit]:
    """Look for wishes where a duty is meant; one a sentence."""
    if not passage.has_any(_PERHAPS_WISHED):
        return
    for sentence in passage.sentences:
        for pattern, instead in _WISHES:
            found = pattern.search(sentence.text)
            if found is not None:
                yield _wish(sentence, found, instead)
                break


def _wish(sentence: Sentence, found: re.Match[str], instead: str) -> Hit:
    start, words = found.start(), found[0].rstrip()
    if found.re.groups and found.groupdict().get("verb"):
        start = found.start("verb") - len("may ")
        words = f"may {found['verb']}"
        instead = f"shall {found['verb']}"
    return Hit(
        rule="may",
        start=sentence.start + start,
        words=words,
        what=phrase("checks", "“{words}” does not bind.").of(words=words),
        text=instead.rstrip(),
    )
