"""A folder of content without faults, for each test its own."""

from pathlib import Path

import pytest

from tests.unit.content.site import Site, make_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The examples of docs/content.md with everything they refer to."""
    return make_site(tmp_path / "content")
