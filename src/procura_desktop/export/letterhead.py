"""What an organisation puts on its documents, as its administrator set it."""

from dataclasses import dataclass
from pathlib import Path

from procura_desktop.export.words import ENGLISH, document_language
from procura_desktop.settings.policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Name, logo and templates; nothing is set where a field has no value.

    Attributes:
        language: in which the documents of a new procurement begin (ISO 639-1).
    """

    language: str = ENGLISH
    organisation: str = ""
    logo: Path | None = None
    docx_template: Path | None = None
    odt_template: Path | None = None


def letterhead_of(policy: Policy) -> Letterhead:
    """Take it from the policy."""
    return Letterhead(
        language=document_language(policy.content_language),
        organisation=policy.organisation,
        logo=policy.logo,
        docx_template=policy.docx_template,
        odt_template=policy.odt_template,
    )
