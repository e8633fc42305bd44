"""What all tests share: no window on the screen, and how long the long proofs are."""

import os

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PROVE = os.environ.get("PROCURA_PROVE") == "1"

settings.register_profile("sample", derandomize=True, deadline=None)
settings.register_profile(
    "prove", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("prove" if PROVE else "sample")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to ./run prove what only it runs: nothing is skipped for want of what a usual run never makes."""
    if PROVE:
        return
    left = [item for item in items if item.get_closest_marker("only_prove")]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


@pytest.fixture(scope="session")
def prove() -> bool:
    """Whether a test marked `prove` runs at its full count, as ./run prove does."""
    return PROVE
