"""Places and the way back."""

from procura_desktop.gui.places import History, Place, parse_place


def test_a_name_is_a_place() -> None:
    assert parse_place("glossary") == Place("glossary")


def test_a_search_keeps_what_was_typed() -> None:
    assert parse_place("search:laptop battery: 500") == Place("search", "laptop battery: 500")


def test_what_to_look_for_in_the_notes_is_kept() -> None:
    assert parse_place("notes:ask the office") == Place("notes", "ask the office")


def test_an_address_is_a_record_with_its_section() -> None:
    assert parse_place("procura:main/guidance/labels#checklist") == Place(
        "record", "guidance/labels", "checklist"
    )


def test_a_plain_id_is_a_record() -> None:
    assert parse_place("terms/lot") == Place("record", "terms/lot")


def test_back_and_forward() -> None:
    history = History()
    for name in ("home", "guidance", "cases"):
        history.visit(parse_place(name))

    assert history.go(-1) == Place("guidance")
    assert history.can_go(1)
    assert history.go(1) == Place("cases")
    assert not history.can_go(1)


def test_a_new_place_forgets_what_lay_ahead() -> None:
    history = History()
    for name in ("home", "guidance", "cases"):
        history.visit(parse_place(name))
    history.go(-2)

    history.visit(Place("glossary"))

    assert not history.can_go(1)
    assert history.go(-1) == Place("home")


def test_typing_on_is_one_place() -> None:
    history = History()
    history.visit(Place("home"))
    for typed in ("l", "la", "lap"):
        history.visit(Place("search", typed))

    assert history.current == Place("search", "lap")
    assert history.go(-1) == Place("home")


def test_nothing_is_behind_the_first_place() -> None:
    history = History()
    assert history.current is None
    history.visit(Place("home"))
    assert not history.can_go(-1)
