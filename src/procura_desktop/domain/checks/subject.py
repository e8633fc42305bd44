"""What a demand is about: the firm in general, or what is bought."""

import re
from collections.abc import Iterator

from procura_desktop.domain.checks.prose import Hit, Passage, Sentence
from procura_desktop.phrases import phrase

_FIRM = (
    r"(?:tenderer|bidder|candidate|applicant|contractor|supplier|company|firm|manufacturer|provider|producer|"
    r"economic operator|organisation|business|caterer)"
)
# Ties a demand to the contract.
_TIED = re.compile(
    r"\b(?:this|the) contract\b|\bcontract performance\b|\bon site\b|\b(?:products?|goods|services?"
    "|garments|devices|"
    r"meals|vehicles|works|paper|items?) (?:that (?:is|are) )?(?:offered|supplied|delivered|of|in|under)\b"
    r"|\bof the (?:product|goods|garments|service|works)\b|\boffered\b|\bsupplied\b|\bsubject[- ]matter\b",
    re.IGNORECASE,
)
_GENERAL: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b{_FIRM}s?(?:['’]s company)?\b[^.]*\b(?:shall|must|should|has to|have to)\b[^.]*\b(?:have"
        "|publish|adopt|demonstrate|prove|hold|show|"
        r"follow|apply)\b[^.]*\b(?:corporate (?:social )?responsibility|CSR|ESG|sustainability (?:report"
        "|policy|strategy|"
        "rating)|environmental policy|climate (?:policy|strategy|targets?)|diversity policy"
        r"|code of ethics)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_FIRM}s?\b(?:['’]s (?:company|group|operations))?[^.]*\b(?:be|become)\b (?:climate"
        r"|carbon)[- ]neutral\b"
        rf"|\b{_FIRM}s?\b[^.]*\bnet[- ]zero\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:board|shareholders|executives|top management)\b[^.]*\b(?:women|men|{_FIRM})\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_FIRM}(?:['’]s)? board\b|\bboard of (?:directors )?(?:the )?{_FIRM}\b", re.IGNORECASE),
    re.compile(
        r"\bdonat(?:es?|ions?)\b[^.]*\b(?:profits?|turnover|revenue|income|projects)\b"
        r"|\bsponsor(?:s|ship)?\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:whole|entire|complete) (?:vehicle |car |company )?(?:fleet|group|workforce|business|company)\b"
        rf"|\ball (?:the )?(?:employees|staff|sites|offices|vehicles) of the {_FIRM}\b"
        r"|\ball of its (?:employees|sites)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_FIRM}s?\b[^.]*\b(?:be|is|are) (?:an? )?(?:\w+ )?(?:member|partner|signatory"
        r"|participant)s? (?:of|in|to)\b"
        rf"|\b{_FIRM}s?\b[^.]*\bhave signed\b|\bGlobal Compact\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:registered office|head office|headquarters|place of business|seat of the company)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\bscience[- ]based (?:climate )?targets?\b", re.IGNORECASE),
)  # fmt: skip

# Every expression above needs one of these.
_PERHAPS_GENERAL = (
    "responsib", "csr", "esg", "sustainability", "polic", "strateg", "climate", "carbon", "net-zero",
    "net zero",
    "board", "shareholder", "executive", "management", "donat", "sponsor", "whole", "entire",
    "complete", "all ",
    "member", "partner", "signator", "participant", "signed", "compact", "office", "headquarter",
    "place of business", "seat of", "science", "ethics", "diversity",
)  # fmt: skip

_MODAL = re.compile(r"\b(?:shall|must|should|has to|have to|may not)\b")
_ABOUT_FIRM = re.compile(
    rf"\b(?:{_FIRM}s?|it|they|operators?|staff|team|persons?|personnel|technicians?|employees?|workers?|experts?|engineers?|"
    r"substitutes?|replacements?|profiles?|(?:fore|crafts|trades)?(?:man|men|woman|women)|supervisors?|systems?|process|procedures?|measures?|"
    r"managers?|subcontractors?|consorti(?:um|a)|group|partners?|drivers?|proof|evidence|lists?|references?|"
    r"certificates?|statements?|insurance|turnover|ratio|accounts?|experience|projects?|contracts?|enrolment|"
    r"registration|installers?|cooks?|cleaners?|qualifications?|documents?|declaration|criterion|criteria)\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    rf"\b{_FIRM}s? (?:shall|must|should|has to|will) (?:only )?(?:offer|supply|deliver|provide|use"
    r"|propose)\s+"
    "(?!proof|evidence|(?:an? )?(?:list|copy|statement|certificate|description|reference|declaration"
    "|extract|"
    r"overview|organisation|balance|CV))(?P<what>[^.]*)",
    re.IGNORECASE,
)


# Ends the noun that a sentence is about; a mere number in front of it is none.
_HEAD_ENDS = re.compile(
    r"\b(?:of|in|on|for|with|under|from|to|by|who|that|which|used|offered|supplied|delivered|proposed)\b|,"
)
_COUNT_ONLY = re.compile(
    r"\W*(?:at least|at most|each|every|one|two|three|four|five|all|some|half|\d+)?"
    r"(?: (?:one|two|three|four|five|\d+|\[\[\w+\]\]))?\W*",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    "(?:- )?(?:It|They|Each|These|This|That|One|Both|All|At least one|For (?:each|every"
    r"|all)\b[^,]*?,? (?:it|they))"
    r"(?: of them)? (?:shall|must|should|ha(?:s|ve) to)\b"
)
_OPENING = re.compile(
    r"^(?:In|For|During|Within|At|After|Before|Where|If|Under|By|On)\b[^,]*,\s*"
    r"|^(?:In|Over) the last [^,]*? (?=(?:the|it|they) )"
)
_POINTS = re.compile(r"\bpoints?\b", re.IGNORECASE)


def check_link(passage: Passage) -> Iterator[Hit]:
    """Look for demands on the firm in general."""
    if not passage.has_any(_PERHAPS_GENERAL):
        return
    for sentence in passage.sentences:
        text = sentence.text
        if (
            (sentence.demands or _POINTS.search(text))
            and any(pattern.search(text) for pattern in _GENERAL)
            and not _TIED.search(text)
        ):
            yield _about_firm(sentence)


def _about_firm(sentence: Sentence) -> Hit:
    return Hit(
        rule="link",
        start=sentence.start,
        words=sentence.text,
        what=phrase("checks", "This is about the firm in general, not about what is bought."),
    )


def check_selection(passage: Passage) -> Iterator[Hit]:
    """Look for demands on the product among the selection criteria."""
    if passage.kind != "SC" or passage.part != "requirement":
        return
    for sentence in passage.sentences:
        modal = _MODAL.search(sentence.text)
        if modal is None:
            continue
        if _PRONOUN.match(sentence.text):
            continue
        if not _ABOUT_FIRM.search(_head(sentence.text[: modal.start()])) or _OFFERS.search(sentence.text):
            yield Hit(
                rule="selection-product",
                start=sentence.start,
                words=sentence.text,
                what=phrase("checks", "This judges what is offered, not whether the firm is able."),
            )


def _head(subject: str) -> str:
    """Give the noun of a subject alone: "Products used in the contract" is about products."""
    subject = _OPENING.sub("", subject)
    ends = _HEAD_ENDS.search(subject)
    head = subject[: ends.start()] if ends else subject
    return subject if _COUNT_ONLY.fullmatch(head) else head
