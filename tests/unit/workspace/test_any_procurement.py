"""Whatever a buyer does: it is stored as it is, and undone and redone it is the same file."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain.procurement import Head, Procurement
from procura_desktop.workspace.drafts import Draft
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace
from tests.procurement_samples import Operation, operations, procurements


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Procurements]:
    with open_workspace(tmp_path_factory.mktemp("any") / "workspace.sqlite") as workspace:
        workspace.connection.execute("PRAGMA synchronous = OFF")  # no power is cut here
        yield Procurements(workspace)


def written(store: Procurements, name: str) -> bytes:
    """Give what is on the disk as bytes: records that are equal could still be written in two ways."""
    return msgspec.json.encode(store.read(name).procurement)


def state(draft: Draft, store: Procurements) -> Procurement:
    """Give the procurement, which is the same on the screen and on the disk."""
    stored = store.read(draft.procurement.id).procurement
    assert stored == draft.procurement
    return stored


@given(procurements())
def test_what_is_stored_is_read_as_it_was(store: Procurements, made: Procurement) -> None:
    store.add(made)
    try:
        assert store.read(made.id).procurement == made
    finally:
        store.delete(made.id)


@given(procurements(), st.lists(operations, max_size=12), st.data())
def test_any_sequence_undone_and_redone_is_the_same(
    store: Procurements, made: Procurement, done: list[Operation], data: st.DataObject
) -> None:
    draft = Draft(store, store.add(made))
    try:
        for operation in done:
            how = data.draw(st.sampled_from(("do", "do", "do", "undo", "redo", "leave")))
            if how == "do":
                draft.change(operation.name, operation.change(draft.procurement), field=operation.field)
            elif how == "leave":
                draft.end_field()
            else:
                (draft.undo if how == "undo" else draft.redo)()
            state(draft, store)
        while draft.redo():
            pass
        last = state(draft, store)

        while draft.undo():
            state(draft, store)
        assert draft.procurement == made
        while draft.redo():
            state(draft, store)
        assert draft.procurement == last
    finally:
        store.delete(made.id)


@given(st.lists(operations, min_size=1, max_size=8))
def test_each_step_goes_back_to_exactly_what_was_before(store: Procurements, done: list[Operation]) -> None:
    draft = Draft(store, store.add(Procurement(id="x", head=Head(title="Empty"))))
    try:
        before = [written(store, "x")]
        for operation in done:
            changed = draft.change(operation.name, operation.change(draft.procurement))
            before += [written(store, "x")] if changed else []
        after = before.pop()
        while draft.to_undo:
            draft.undo()
            assert written(store, "x") == before.pop()
        assert before == []
        while draft.redo():
            pass
        assert written(store, "x") == after
    finally:
        store.delete("x")
