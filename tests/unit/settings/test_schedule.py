from datetime import UTC, datetime, time, timedelta

import pytest

from procura_desktop.settings.schedule import is_due, is_within

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "span", "inside"),
    [
        ("12:00", "", True),
        ("12:00", "08:00-17:00", True),
        ("17:00", "08:00-17:00", False),
        ("08:00", "08:00-17:00", True),
        ("23:00", "20:00-06:00", True),
        ("05:59", "20:00-06:00", True),
        ("06:00", "20:00-06:00", False),
        ("12:00", "20:00-06:00", False),
        ("12:00", "08:00-08:00", True),
    ],
)
def test_a_time_of_day_is_in_a_span(at: str, span: str, inside: bool) -> None:
    assert is_within(time.fromisoformat(at), span) == inside


def test_the_first_look_is_due_at_once_and_the_next_after_its_hours() -> None:
    assert is_due(NOW, None, every=6, between="")
    assert not is_due(NOW, NOW - timedelta(hours=5), every=6, between="")
    assert is_due(NOW, NOW - timedelta(hours=6), every=6, between="")
    assert not is_due(NOW, None, every=6, between="20:00-06:00")
