"""What an organisation puts on its documents, as its administrator set it."""

from dataclasses import dataclass
from pathlib import Path

from procura_desktop.settings.policy import Policy

_WORD, _OPEN = (".docx", ".dotx"), (".odt", ".ott")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Name, logo and templates; nothing is set where a field has no value."""

    organisation: str = ""
    logo: Path | None = None
    docx_template: Path | None = None
    odt_template: Path | None = None


def letterhead_of(policy: Policy) -> Letterhead:
    """Take it from the policy; the ending of the template says for which documents it is."""
    template = policy.document_template
    ending = template.suffix.lower() if template else ""
    return Letterhead(
        organisation=policy.organisation,
        logo=policy.logo,
        docx_template=template if ending in _WORD else None,
        odt_template=template if ending in _OPEN else None,
    )
