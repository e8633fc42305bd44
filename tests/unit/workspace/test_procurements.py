from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.domain.drafting import moved, with_items, without_item
from procura_desktop.domain.procurement import Procurement
from procura_desktop.errors import (
    ProcurementClosedError,
    ProcurementElsewhereError,
    ProcurementMissingError,
    WorkspaceDamagedError,
)
from procura_desktop.workspace.drafts import Draft
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace
from tests.procurements import make_own_item, make_procurement


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Procurements]:
    with open_workspace(tmp_path / "workspace.sqlite") as workspace:
        yield Procurements(workspace)


def titled(procurement: Procurement, title: str) -> Procurement:
    return replace(procurement, head=replace(procurement.head, title=title))


def test_what_was_added_is_read_as_it_was(store: Procurements) -> None:
    made = make_procurement()
    store.add(made)

    assert store.read(made.id).procurement == made
    assert [(one.title, one.items) for one in store.entries()] == [("Laptops for the town hall", 5)]


def test_it_is_there_after_opening_anew(tmp_path: Path) -> None:
    path = tmp_path / "workspace.sqlite"
    with open_workspace(path) as workspace:
        Procurements(workspace).add(make_procurement())
    with open_workspace(path) as workspace:
        assert list(Procurements(workspace).all()) == [make_procurement()]


def test_a_change_of_one_item_writes_that_one(store: Procurements, tmp_path: Path) -> None:
    stored = store.add(make_procurement())
    seen: list[str] = []
    with open_workspace(tmp_path / "workspace.sqlite") as other:
        traced = Procurements(other)
        other.connection.set_trace_callback(seen.append)
        item = stored.procurement.items[0]
        items = (replace(item, reason="New."), *stored.procurement.items[1:])
        traced.save(replace(stored.procurement, items=items), before=stored)

    assert sum("INSERT INTO procurement_items" in statement for statement in seen) == 1


def test_items_that_went_are_gone_and_the_order_is_kept(store: Procurements) -> None:
    stored = store.add(make_procurement())
    changed = without_item(moved(stored.procurement, "spec-2", -1), "award-1")
    store.save(changed, before=stored)

    assert store.read(changed.id).procurement == changed


def test_who_holds_an_older_revision_overwrites_nothing(store: Procurements) -> None:
    first = store.add(make_procurement())
    store.save(titled(first.procurement, "Mine"), before=first)

    with pytest.raises(ProcurementElsewhereError):
        store.save(titled(first.procurement, "Theirs"), before=first)
    assert store.read("laptops-2026").procurement.head.title == "Mine"


def test_the_same_id_is_not_added_twice(store: Procurements) -> None:
    store.add(make_procurement())

    with pytest.raises(ProcurementElsewhereError):
        store.add(make_procurement())


def test_a_deleted_one_is_given_back(store: Procurements) -> None:
    store.add(make_procurement())

    assert store.delete("laptops-2026") == make_procurement()
    assert store.entries() == ()
    with pytest.raises(ProcurementMissingError):
        store.read("laptops-2026")
    store.add(make_procurement())


def test_what_makes_no_sense_is_named(store: Procurements, tmp_path: Path) -> None:
    store.add(make_procurement())
    with open_workspace(tmp_path / "workspace.sqlite") as workspace, workspace.transaction():
        workspace.connection.execute("UPDATE procurement_items SET document = '{' WHERE id = 'spec-2'")

    with pytest.raises(WorkspaceDamagedError, match="laptops-2026"):
        store.read("laptops-2026")


def test_steps_are_undone_and_redone_and_each_is_on_the_disk(store: Procurements) -> None:
    draft = Draft(store, store.add(make_procurement()))
    first = draft.procurement
    draft.change("Take out", without_item(first, "award-1"))
    draft.change("Add", with_items(draft.procurement, (make_own_item("new", kind="SC"),)))
    last = draft.procurement

    assert (draft.undo(), draft.undo(), draft.undo()) == ("Add", "Take out", "")
    assert store.read(first.id).procurement == first == draft.procurement
    assert (draft.redo(), draft.redo(), draft.redo()) == ("Take out", "Add", "")
    assert store.read(first.id).procurement == last == draft.procurement


def test_a_new_change_forgets_what_was_undone(store: Procurements) -> None:
    draft = Draft(store, store.add(make_procurement()))
    draft.change("One", titled(draft.procurement, "One"))
    draft.undo()
    draft.change("Two", titled(draft.procurement, "Two"))

    assert (draft.to_undo, draft.to_redo) == ("Two", "")


def test_keystrokes_in_one_field_are_one_step(store: Procurements) -> None:
    draft = Draft(store, store.add(make_procurement()))
    for title in ("L", "La", "Lap"):
        draft.change("Title", titled(draft.procurement, title), field="title")
    draft.end_field()
    draft.change("Title", titled(draft.procurement, "Lapt"), field="title")

    assert draft.undo() == "Title"
    assert draft.procurement.head.title == "Lap"
    assert draft.undo() == "Title"
    assert draft.procurement == make_procurement()
    assert draft.to_undo == ""


def test_nothing_is_no_step(store: Procurements) -> None:
    draft = Draft(store, store.add(make_procurement()))

    assert not draft.change("Title", make_procurement())
    assert draft.to_undo == ""


def test_a_closed_procurement_is_only_opened_again(store: Procurements) -> None:
    draft = Draft(store, store.add(make_procurement()))
    closed = replace(draft.procurement, head=replace(draft.procurement.head, status="closed"))
    draft.change("Close", closed)

    with pytest.raises(ProcurementClosedError):
        draft.change("Title", titled(closed, "Other"))
    draft.change("Open", replace(closed, head=replace(closed.head, status="draft")))


def test_a_save_that_fails_is_no_step(store: Procurements) -> None:
    draft = Draft(store, store.add(make_procurement()))
    store.save(titled(make_procurement(), "Elsewhere"), before=store.read("laptops-2026"))

    with pytest.raises(ProcurementElsewhereError):
        draft.change("Title", titled(draft.procurement, "Mine"))
    assert draft.to_undo == ""
