import pytest

from procura_desktop.domain.units import measured


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        ("years", "1 year"),
        ("working days", "1 working day"),
        ("pages a month", "1 page a month"),
        ("Martindale turns", "1 Martindale turn"),
        ("washes", "1 wash"),
        ("deliveries", "1 delivery"),
        ("people", "1 person"),
        ("times", "1 time"),
        ("minutes", "1 minute"),
        ("year", "1 year"),
        ("contract(s)", "1 contract(s)"),
        ("million wheel passages", "1 million wheel passages"),
        ("litres/min", "1 litres/min"),
        ("kg CO2e/m² a year", "1 kg CO2e/m² a year"),
        ("classes", "1 class"),
        ("gas", "1 gas"),
        ("%", "1 %"),
        ("", "1"),
    ],
)
def test_one_of_a_unit_is_one(unit: str, one: str) -> None:
    assert measured("1", unit, language="en") == one
    assert measured(" 1 ", unit, language="en-GB") == one


@pytest.mark.parametrize("value", ["2", "0", "1.5", "10", "at least 1", "…", "1.0"])
def test_more_of_a_unit_stay_more(value: str) -> None:
    assert measured(value, "years", language="en") == f"{value} years"


def test_units_of_other_languages_stay_as_they_are() -> None:
    assert measured("1", "mois", language="fr") == "1 mois"
