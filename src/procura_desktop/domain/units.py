"""A value with its unit, as a reader expects it: "1 year", not "1 years".

A source names a unit once, in the plural if it counts something. Only English units are changed: of other
languages nothing is known here.
"""

import re

# The noun that is counted stands before the first of these: "pages a month", "cents per kWh".
_AFTER_NOUN = re.compile(r" (?:a|an|per|of|for|in) ")
_PLURAL = re.compile(r"[A-Za-z ]*[a-z]{3,}s")
_ENDS = (("people", "person"), ("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"))


def measured(value: str, unit: str, *, language: str) -> str:
    """Give a value and its unit; `language` is that of the unit (ISO 639-1)."""
    number = value.strip()
    english = language.partition("-")[0].lower() == "en"
    return f"{number} {_of_one(unit) if english and number == '1' else unit}".strip()


def _of_one(unit: str) -> str:
    """Give the singular of a unit; what is no plain plural stays."""
    found = _AFTER_NOUN.search(unit)
    noun = unit[: found.start()] if found else unit
    if noun.startswith(("million ", "thousand ")):
        return unit
    for plural, singular in _ENDS:
        if noun.endswith(plural):
            return noun.removesuffix(plural) + singular + unit[len(noun) :]
    return noun[:-1] + unit[len(noun) :] if _PLURAL.fullmatch(noun) and not noun.endswith("ss") else unit
