"""How hard an English text is to read: the grade of Flesch and Kincaid.

The formula is that of Kincaid and others, "Derivation of new readability formulas", 1975. Syllables are
counted by groups of vowels: the library that looks them up (textstat) fetches its dictionary when it runs.
"""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
# Vowels that stand together and are spoken apart, as in "idea", "supplier", "various", "audience", "buyer".
_SPOKEN_APART = re.compile(
    r"(?:id|ar|cr)ea|(?<![ctsgx])i(?:a|o(?!u)|ou)|iers?$|(?<![ctl])ie(?=n[ct]|t)|(?<=s)cie|(?<!p)eo(?!u)"
    r"|[aeou]y[aeiou]|[aeiou]ing|(?<![gq])ua|uous|^reu"
)
# An "e" that is written and not spoken, as in "life", "asked", "makes", "procurement".
_SILENT = re.compile(
    r"(?:[^laeiouy]|[aeiouy]l)e$|(?:[^dtlaeiouy]|[aeiouy]l)ed$|[^aeioucsxzgly]es$|[aeiouy]les$|[^aeioul]ement"
)


def syllables(word: str) -> int:
    """Estimate the syllables of an English word, at least one."""
    small = word.lower()
    if len(word) > 1 and word.isupper():
        return len(word)  # an abbreviation is spelt
    return max(
        1, len(_VOWELS.findall(small)) + len(_SPOKEN_APART.findall(small)) - len(_SILENT.findall(small))
    )


def grade(sentences: Iterable[str]) -> float:
    """Give the school year for which these sentences are fit; 0 where there are none."""
    by_sentence = [_WORD.findall(sentence) for sentence in sentences]
    by_sentence = [words for words in by_sentence if words]
    words = [word for words in by_sentence for word in words]
    if not words:
        return 0.0
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / len(by_sentence) + 11.8 * spoken / len(words) - 15.59
