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


@pytest.fixture(scope="session")
def prove() -> bool:
    """Whether a test marked `prove` runs at its full count, as ./run prove does."""
    return PROVE
