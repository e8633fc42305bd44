"""What a rule of the checks says of itself."""

from dataclasses import dataclass

from procura_desktop.domain.checks.finding import Severity
from procura_desktop.phrases import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    Attributes:
        severity: of most of its findings.
        finds: what it looks for.
        law: articles as people cite them; None where the rule is our judgement.
        page: id of the library's page on that law; "" means none.
        in_text: whether a text of another origin is checked for it too.
    """

    id: str
    severity: Severity
    finds: Phrase
    why: Phrase
    do: Phrase
    law: Phrase | None = None
    page: str = ""
    in_text: bool = False
