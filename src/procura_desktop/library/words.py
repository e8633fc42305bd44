"""Words as the full-text index sees them.

The index splits text by FTS5's ``unicode61 remove_diacritics 2``: letters and digits make words, everything
else parts them, case and accents do not count. What is typed and what is marked follow the same rule.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import chain

# Letters and digits, accents that stand alone, and the private use area: what unicode61 takes for a word.
_WORD = re.compile("[\u0300-\u036f]*(?:[^\\W_]|[\ue000-\uf8ff])(?:[^\\W_]+|[\u0300-\u036f\ue000-\uf8ff]+)*")
_KNOWN_PIECES = 131_072


def split_words(text: str) -> tuple[str, ...]:
    """Split text into words as the index does, spelt as they stand."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text)))


def folded_words(text: str) -> list[str]:
    """Give the folded words of a text; the same pieces between blanks are split once."""
    return list(chain.from_iterable(map(_folded_piece, text.split())))


@lru_cache(maxsize=_KNOWN_PIECES)
def _folded_piece(piece: str) -> tuple[str, ...]:
    return tuple(map(fold, split_words(piece)))


def fold(text: str) -> str:
    """Write text in small letters without accents; every character keeps its place."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def name_key(text: str) -> str:
    """Give the form in which two names are the same: folded words with one blank between."""
    return " ".join(fold(word) for word in split_words(text))


class _Folds(dict[int, str]):
    """Folded characters, found out when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        parts = unicodedata.normalize("NFD", character)
        accented = all(unicodedata.category(mark) == "Mn" for mark in parts[1:])
        self[code] = (parts if accented else character)[0].lower()[0]
        return self[code]


_FOLDS = _Folds()
