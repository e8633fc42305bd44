from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from procura_desktop.domain.follow_up import checked
from procura_desktop.domain.procurement import Dates, Procurement
from procura_desktop.workspace import beginning
from tests.factories import make_group
from tests.procurements import make_procurement

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def earlier() -> Procurement:
    made = make_procurement()
    items = tuple(
        replace(item, follow_up=tuple(checked(one, date(2027, 6, 1)) for one in item.follow_up))
        for item in made.items
    )
    return replace(made, items=items, head=replace(made.head, status="closed"))


def test_a_new_one_has_a_title_and_the_day() -> None:
    made = beginning.begin("Chairs", now=NOW)

    assert (made.head.title, made.head.created) == ("Chairs", "2026-11-29T12:00:00+00:00")
    assert (made.head.groups, made.head.cpv, made.head.procedure) == ((), (), "open")
    assert made.id != beginning.begin("Chairs", now=NOW).id


def test_a_group_gives_its_main_code() -> None:
    group = make_group(cpv=("30213100-6", "30213000-5"))
    made = beginning.begin(
        "Laptops", now=NOW, group=group, ambition="comprehensive", small=True, language="nl"
    )

    assert (made.head.groups, made.head.cpv) == (("groups/computers",), ("30213100-6",))
    assert (made.head.procedure, made.head.ambition, made.head.language) == (
        "below-threshold", "comprehensive", "nl",
    )  # fmt: skip
    assert made.items == ()


def test_an_earlier_one_is_copied_without_what_was_its_own() -> None:
    old = earlier()
    made = beginning.from_earlier(old, now=NOW, title="Laptops again")

    assert made.id != old.id
    assert (made.head.title, made.head.status, made.head.reference) == ("Laptops again", "draft", "")
    assert (made.head.dates, made.offers) == (Dates(), ())
    assert [item.wording for item in made.items] == [item.wording for item in old.items]
    assert (made.lots, made.award) == (old.lots, old.award)
    assert all(not one.done for item in made.items for one in item.follow_up)
    assert [event.what for event in made.events] == [
        "Begun from the earlier procurement “Laptops for the town hall” (laptops-2026)"
    ]


def test_a_template_has_no_history_and_begins_others() -> None:
    template = beginning.as_template(earlier(), now=NOW, title="Our laptops")
    made = beginning.from_earlier(template, now=NOW)

    assert template.head.template
    assert template.events == ()
    assert not made.head.template
    assert made.events[0].what == f"Begun from the template “Our laptops” ({template.id})"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        beginning.begin("Chairs", now=NOW.replace(tzinfo=None))
