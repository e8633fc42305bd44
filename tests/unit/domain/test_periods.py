import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain.follow_up import planned
from procura_desktop.domain.periods import days_until, months_between


@pytest.mark.parametrize(
    ("text", "days", "months"),
    [
        ("Ask for the battery state of ten devices after two years.", 730, 0),
        ("After six months look into the bins.", 183, 0),
        ("Ask users after a year about glare.", 365, 0),
        ("Ask for the first result within half a year.", 183, 0),
        ("Send the list within 6 months.", 183, 0),
        ("Check the settings after 10 days, then tell the users.", 10, 0),
        ("Look after three weeks whether it works.", 21, 0),
        ("Check in the first month that the foreman is on site.", 30, 0),
        ("Ask the named person for a plan in the first two months.", 61, 0),
        ("In the second year, order one battery as a test.", 365, 0),
        ("Plan an upgrade in the third year before any replacement.", 730, 0),
        ("Once a year, ask for the share again.", 365, 12),
        ("Read the meters every month.", 30, 1),
        ("Look at the curve of one night each month: does it dim?", 30, 1),
        ("Read the meters each quarter.", 91, 3),
        ("Read the meters every three months.", 91, 3),
        ("Read the meters every half-year.", 183, 6),
        ("Compare names with the staff list twice a year.", 183, 6),
        ("Read the meters after two months, then every year.", 61, 12),
        ("Follow the plan each quarter in the first two years.", 91, 3),
    ],
)
def test_a_follow_up_is_planned_as_its_words_say(text: str, days: int, months: int) -> None:
    made = planned("f", text)

    assert (made.id, made.what) == ("f", text)
    assert (made.after_days, made.every_months) == (days, months)


@pytest.mark.parametrize(
    "text",
    [
        "Ask for the yearly report.",
        "Hand over devices soon: their value falls every month in a cupboard.",
        "Decide on each measure within a month of the list.",
        "Check each device within two weeks of delivery.",
        "Look at ten delivery notes a month.",
        "Keep the site list after the second year.",
        "Compare the plan with the road every five years.",
        "Air the rooms well in the first weeks.",
        "Ask for the first measured year.",
        "Check after every delivery.",
        "Visit the plant once.",
        "",
    ],
)
def test_words_that_name_no_plain_period_leave_the_usual_days(text: str) -> None:
    made = planned("f", text)

    assert (days_until(text), months_between(text)) == (None, 0)
    assert (made.after_days, made.every_months) == (90, 0)


@given(st.text(alphabet="after within every two 12 years once a month half-", max_size=60))
def test_any_text_is_read(text: str) -> None:
    made = planned("f", text)

    assert made.after_days >= 0
    assert made.every_months in (0, 1, 3, 6, 12)
