"""Stems are the same whoever asks: a search in the window, and an update beside it."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest

from procura_desktop.library.stems import stem

THREADS = 4
_ENDINGS = ("ations", "ingly", "fulness", "ousness", "ising", "ologists", "ements", "ically", "ies", "ed")


@pytest.fixture
def hasty() -> Iterator[None]:
    """Have threads take turns as often as Python can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hasty")
def test_threads_do_not_spoil_each_others_words() -> None:
    words = ["".join(letters) for letters in product("bcdfg", "aeiou", "lmnrst", _ENDINGS)]
    alone = list(map(stem, words))
    stem.cache_clear()
    turns = [words[at:] + words[:at] for at in range(0, len(words), len(words) // THREADS)]
    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(lambda turn: dict(zip(turn, map(stem, turn), strict=True)), turns))
    assert [[one[word] for word in words] for one in found] == [alone] * len(found)
