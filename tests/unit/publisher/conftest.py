"""A folder of content where the command is started."""

from pathlib import Path

import pytest

from tests.unit.content.site import Site, make_site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The examples of docs/content.md, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return make_site(Path("content"))
