"""The languages that the checks know a little of: which one a text is in, and how each says "or equivalent".

All other words that the rules look for are English.
"""

import re
from collections import Counter
from collections.abc import Mapping

ENGLISH = "en"
OR_EQUIVALENT: Mapping[str, str] = {
    ENGLISH: "or equivalent",
    "de": "oder gleichwertig",
    "es": "o equivalente",
    "fr": "ou équivalent",
    "nl": "of gelijkwaardig",
    "pt": "ou equivalente",
}
# Says in German, Spanish, French, Dutch or Portuguese that what is equal is accepted; accents may be missing.
ACCEPTS_EQUAL = (
    r"\bgleichwertig\w*|\b(?:ä|ae|a)quivalent\w*|\boder (?:ein\w* )?vergleichbar\w*|\bo(?:der|\.) ?glw\b"
    r"|\bandere[nrs]? (?:geeignete[nrs]? )?(?:nachweis|beleg|mittel|g(?:ü|ue|u)tezeichen|zertifikat)\w*"
    r"|\b[eé]quivalen(?:tes?|cias?|ces?)\b|\bequivalências?\b|\béquivalents?\b"
    r"|\b(?:o|ou) (?:similar(?:es)?|similaires?|comparables?)\b"
    r"|\bautres? (?:moyens?|preuves?|labels?|certificats?|marques?)\b"
    r"|\botr[oa]s? (?:medios?|pruebas?|etiquetas?|certificados?|sellos?)\b"
    r"|\boutr[oa]s? (?:meios?|provas?|r[oó]tulos?|certificados?|selos?)\b"
    r"|\bgelijkwaardig\w*|\bof (?:een )?vergelijkba(?:ar|re)\b"
    r"|\bandere? (?:passende? )?(?:bewijs(?:middel(?:en)?)?|keurmerk(?:en)?|certifica(?:at|ten))\b"
)
_ENOUGH = 20_000  # letters of a text that tell its language
_FEWEST = 2
_FREQUENT: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        ENGLISH: "the and of shall be for with that which by are must is to in from at or not a an",
        "de": "der die das und ist sind mit für den dem des ein eine oder nach wird werden müssen von zu bei",
        "es": "el la los las y es son con para en una un del o por debe deben deberá deberán que se al de no",
        "fr": "le la les des et est sont avec pour dans une un du ou par doit doivent aux au que qui de en",
        "nl": "de het een en is zijn met voor van of door moet moeten niet die dat worden wordt naar in te",
        "pt": "o a os as e é são com para em uma um do da dos das ou por deve devem que se ao não de no na",
    }.items()
}


def language_of_text(text: str) -> str:
    """Give the code of the language that a text is in, of those above; "" where that is not evident."""
    counted = Counter(re.findall(r"[^\W\d_]+", text[:_ENOUGH].lower()))
    often = {language: sum(map(counted.__getitem__, words)) for language, words in _FREQUENT.items()}
    first, second = sorted(often, key=lambda language: often[language], reverse=True)[:2]
    return first if often[first] >= _FEWEST and often[first] > often[second] else ""
