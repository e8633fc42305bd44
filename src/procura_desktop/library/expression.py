"""Expressions of the full-text index, made of stems and facet words alone.

What is typed never reaches the index otherwise: every string that these functions put between quotes has only
letters, digits and, in facet words, underscores.
"""

from collections.abc import Iterable

from procura_desktop.library.stems import stems

TITLES = "{title keywords}"


def phrase(text: str) -> str:
    """Give the expression of words side by side; "" where the text has no words."""
    words = stems(text)
    return f'"{" ".join(words)}"' if words else ""


def beginning(word: str) -> str:
    """Give the expression of all words that begin so; `word` is folded and has one word."""
    return f"{exactly(word)} *"


def exactly(root: str) -> str:
    """Give the expression of a stem as the library has it."""
    return f'"{root.replace(chr(34), "")}"'


def facet(word: str) -> str:
    """Give the expression of a facet."""
    return f'facets : "{word}"'


def any_of(expressions: Iterable[str]) -> str:
    """Join by OR; "" where there is none."""
    return _joined(expressions, " OR ")


def all_of(expressions: Iterable[str]) -> str:
    """Join by AND; "" where there is none."""
    return _joined(expressions, " AND ")


def without(expression: str, excluded: Iterable[str]) -> str:
    """Leave out what matches one of the excluded."""
    unwanted = any_of(excluded)
    return f"({expression}) NOT ({unwanted})" if unwanted else expression


def in_titles(expression: str) -> str:
    """Look in titles and keywords alone."""
    return f"{TITLES} : ({expression})"


def _joined(expressions: Iterable[str], joint: str) -> str:
    parts = list(dict.fromkeys(filter(None, expressions)))
    return joint.join(f"({part})" for part in parts) if len(parts) > 1 else "".join(parts)
