"""Lines of a history, to be said in any language."""

import msgspec
import pytest

from procura_desktop.domain.history import LINES, line, told
from procura_desktop.domain.procurement import Event

ON = "2026-11-30T09:00:00+00:00"


def test_a_line_keeps_its_code_its_values_and_the_english() -> None:
    made = line(ON, "begun-from-template", title="Laptops", id="laptops")

    assert (made.on, made.what) == (ON, "Begun from the template “Laptops” (laptops)")
    assert (made.code, made.values) == ("begun-from-template", (("title", "Laptops"), ("id", "laptops")))


def test_a_line_can_be_said_from_its_code() -> None:
    said = told(line(ON, "begun-from-template", title="Laptops", id="laptops"))

    assert not isinstance(said, str)
    assert said.text == LINES["begun-from-template"].text
    assert dict(said.values) == {"title": "Laptops", "id": "laptops"}


@pytest.mark.parametrize(
    "event",
    [
        Event(on=ON, what="Asked the market"),
        Event(on=ON, what="Asked the market", code="asked-by-a-later-program"),
        Event(on=ON, what="Asked the market", code="own-kept", values=(("title", "x"),)),
    ],
    ids=["of an earlier program", "of a later program", "with values missing"],
)
def test_a_line_that_is_not_understood_is_shown_as_it_is(event: Event) -> None:
    assert told(event) == "Asked the market"


def test_values_that_no_line_has_do_no_harm() -> None:
    made = line(ON, "closed")
    foreign = Event(on=ON, what="Closed", code="closed", values=(("self", "x"), ("text", "x")))

    assert told(foreign) == told(made)


def test_a_line_without_its_values_is_refused() -> None:
    with pytest.raises(KeyError):
        line(ON, "own-kept", title="x")


def test_a_line_is_kept_and_read_again_also_from_before_codes() -> None:
    made = line(ON, "closed")

    again = msgspec.json.decode(msgspec.json.encode(made), type=Event)
    assert (again, again.code) == (made, "closed")
    before = msgspec.json.decode(f'{{"on": "{ON}", "what": "Closed"}}', type=Event)
    assert before == made
    assert told(before) == "Closed"
