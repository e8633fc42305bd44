"""Somebody with keys and an empty folder."""

from pathlib import Path

import pytest

from tests.releases import Publisher, make_publisher


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return make_publisher(tmp_path)
