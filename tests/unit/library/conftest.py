"""Libraries that the tests of this room read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from procura_desktop.library.open import open_library
from procura_desktop.library.read import Library
from tests.factories import build_sample


@pytest.fixture(scope="session")
def library_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library with every kind of record."""
    return build_sample(tmp_path_factory.mktemp("library") / "main.sqlite")


@pytest.fixture(scope="session")
def library(library_path: Path) -> Iterator[Library]:
    """The same, open."""
    with open_library(library_path) as opened:
        yield opened
