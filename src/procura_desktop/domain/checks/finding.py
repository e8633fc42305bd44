"""What a check found, and the edits that would mend it."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from procura_desktop.domain.procurement import Item
from procura_desktop.phrases import Phrase, Value, phrase

# must: the law or the document itself asks for it; should: it will cost answers or quality; think: look once.
Severity = Literal["must", "should", "think"]
SEVERITIES: tuple[Severity, ...] = ("must", "should", "think")
MendAction = Literal["replace", "take-level", "take-out", "add", "confirm", "fill"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """One edit that would mend a finding.

    Attributes:
        action: "replace": put `text` in the place of the words `expects` at `start` of the field;
            "take-level": take the level named in `text`; "take-out": take the item out;
            "add": choose the criterion of the library whose id is `text`, which the item refers to;
            "confirm": record that the figures were read; "fill": take the buyer to the field.
        item: id of the item; "" means that it is about the procurement.
        field: as in `Finding`.
    """

    action: MendAction
    item: str = ""
    field: str = ""
    start: int = 0
    expects: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to look at, with the reason and a remedy, in whole sentences.

    Attributes:
        rule: id of the rule, a key of `RULES`.
        what, why, do: what is wrong; why it matters, with the law; what to write instead.
        item: id of the item that it concerns; "" is the procurement as a whole, or a text.
        field: "requirement", "proof_tender", "slots.NAME", "share.weight" of an item, "head.no_lots",
            "head.dates.deadline", "award.price" of a procurement; "" where it is no single one.
        words: the words of the text that it is about; `start` is their place in the field or paragraph.
        sentence: the sentence that they stand in.
        paragraph: counted from 1, of a text; 0 is none in particular.
        others: ids of further items that it concerns.
    """

    rule: str
    severity: Severity
    what: Phrase
    why: Phrase
    do: Phrase
    item: str = ""
    field: str = ""
    words: str = ""
    start: int = 0
    sentence: str = ""
    paragraph: int = 0
    others: tuple[str, ...] = ()
    mends: tuple[Mend, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """Give it as plain values for a file, with its sentences in English."""
        return {**asdict(self), "what": str(self.what), "why": str(self.why), "do": str(self.do)}


def called(item: Item) -> Value:
    """Give the title of a criterion; an own one may have none yet."""
    return item.title.strip() or phrase("checks", "Own criterion")
