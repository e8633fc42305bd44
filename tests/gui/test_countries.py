"""Names of countries."""

import sqlite3
from contextlib import closing

import pytest

from procura_desktop.gui.countries import COUNTRIES, country_name
from procura_desktop.resources import resource


def test_every_country_of_the_library_has_a_name_that_can_be_translated() -> None:
    library = resource("library", "main.sqlite")
    with closing(sqlite3.connect(library)) as connection:
        told = {
            code
            for (code,) in connection.execute(
                "SELECT coalesce(json_extract(json, '$.case.country'), "
                "json_extract(json, '$.organisation.country')) FROM record"
            )
            if code
        }

    assert len(told) > 20
    assert told - set(COUNTRIES) == set()


@pytest.mark.parametrize(("code", "name"), [("BE", "Belgium"), ("FJ", "Fiji"), ("QX", "QX")])
def test_a_country_has_a_name(code: str, name: str) -> None:
    assert country_name(code) == name
