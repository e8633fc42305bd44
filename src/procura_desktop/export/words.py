"""The fixed words of the documents, in the language of a procurement.

English is in the code; the others are in ``resources/documents/words.LANGUAGE.json``, English to translation.
A test proves that each holds every sentence, with the same places in it. A language without such a file gets
English.
"""

import json
from dataclasses import dataclass
from functools import cache

from procura_desktop.resources import resources_root

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str
    known: dict[str, str]

    def __call__(self, text: str, **values: str) -> str:
        """Give a sentence with its values in it."""
        return self.known.get(text, text).format(**values)


def known_languages() -> tuple[str, ...]:
    """Give the languages (ISO 639-1) that the documents have words in, English first."""
    found = (resources_root() / "documents").glob("words.*.json")
    return (ENGLISH, *sorted(path.name.split(".")[1] for path in found))


def document_language(wanted: str) -> str:
    """Give the language in which documents are written where one is wanted, such as "pt-BR"; else English."""
    short = wanted.partition("-")[0].lower()
    return short if short in known_languages() else ENGLISH


@cache
def words_of(language: str) -> Words:
    """Give the words of a language (ISO 639-1), or English where there are none."""
    short = language.partition("-")[0].lower()
    path = resources_root() / "documents" / f"words.{short}.json"
    if not short.isalpha() or not path.is_file():
        return Words(ENGLISH, {})
    return Words(short, json.loads(path.read_text(encoding="utf-8")))
