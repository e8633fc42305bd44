"""The official fields and code lists of eForms that we use, from ``resources/codes/eforms.json``."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from procura_desktop.resources import resource

# Languages of the Union by ISO 639-1, as eForms writes them.
LANGUAGES = {
    "bg": "BUL", "cs": "CES", "da": "DAN", "de": "DEU", "el": "ELL", "en": "ENG",
    "es": "SPA", "et": "EST", "fi": "FIN", "fr": "FRA", "ga": "GLE", "hr": "HRV",
    "hu": "HUN", "it": "ITA", "lt": "LIT", "lv": "LAV", "mt": "MLT", "nl": "NLD",
    "pl": "POL", "pt": "POR", "ro": "RON", "sk": "SLK", "sl": "SLV", "sv": "SWE",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldInfo:
    """A field: its official name, how long its text may be (0 is any), its code list ("" has none)."""

    name: str
    longest: int
    codes: str


@cache
def _read() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(resource("codes", "eforms.json").read_text(encoding="utf-8"))
    return read


def field_info(field: str) -> FieldInfo:
    """Give what is official of a field, such as "BT-774-Lot".

    Raises:
        KeyError: we do not use it.
    """
    info = _read()["fields"][field]
    return FieldInfo(name=info["name"], longest=info.get("maxLength", 0), codes=info.get("codeList", ""))


def codes_of(codelist: str) -> tuple[str, ...]:
    """Give the codes of a list in their order; () of one that we do not carry, such as the CPV."""
    return tuple(_read()["codes"].get(codelist, ()))


def label_of(codelist: str, code: str, language: str = "en") -> str:
    """Give the official label of a code, in English where the language has none; "" of an unknown code."""
    labels = _read()["codes"].get(codelist, {}).get(code, {})
    return str(labels.get(language.partition("-")[0].lower()) or labels.get("en", ""))


def language_id(language: str) -> str:
    """Give a language as eForms writes it; one that is not of the Union is taken for English."""
    return LANGUAGES.get(language.partition("-")[0].lower(), "ENG")


def shortened(text: str, longest: int) -> str:
    """Cut a text to what a field takes, at a blank; 0 takes any."""
    text = text.strip()
    if not longest or len(text) <= longest:
        return text
    cut = text.rfind(" ", 0, longest - 1)
    return f"{text[: cut if cut > 0 else longest - 2]} …"
