"""The window with a procurement open."""

import pytest

from procura_desktop.app.desktop import Desktop
from tests.procurements import make_procurement


@pytest.fixture
def opened(desktop: Desktop) -> Desktop:
    """The window with a procurement open."""
    procuring = desktop.router.procuring
    assert procuring.desk.start(make_procurement())
    procuring.go("laptops-2026", "criteria")
    return desktop
