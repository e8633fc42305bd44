"""A computer with a policy of its own, in a folder of the test."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.settings.folders import Folders, folders

WritePolicy = Callable[[str], Folders]


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    """Folders of a user on a computer whose policy would lie in the folder of the test."""
    return replace(folders(tmp_path / "data"), policy=tmp_path / "etc" / "policy.toml")


@pytest.fixture
def write_policy(places: Folders) -> WritePolicy:
    """Write the policy of that computer."""

    def write(text: str) -> Folders:
        places.policy.parent.mkdir(parents=True, exist_ok=True)
        places.policy.write_text(text, encoding="utf-8")
        return places

    return write
