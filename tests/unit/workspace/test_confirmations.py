"""A criterion that was confirmed once is confirmed wherever it is chosen, until it changes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.domain.drafting import confirmation_of, with_items, with_slot
from procura_desktop.domain.procurement import Head, Item, Procurement
from procura_desktop.workspace import confirmations
from procura_desktop.workspace.choosing import at_level, copy_of
from procura_desktop.workspace.confirmations import with_earlier_confirmations
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import Workspace, open_workspace
from tests.procurements import make_item, make_own_item


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "workspace.sqlite") as opened:
        yield opened


def confirmed(item: Item, *, on: str = "2026-11-30") -> Item:
    assert item.copied is not None
    record = item.copied.record
    read = confirmation_of(record, by="A. Buyer", on=on, document="SWD(2026) 1", page="7")
    return replace(item, confirmed=read)


def keep(workspace: Workspace, *items: Item, name: str = "before") -> None:
    Procurements(workspace).add(with_items(Procurement(id=name, head=Head(title=name)), items))


def days(workspace: Workspace, *items: Item) -> list[str]:
    """Give the day of each item's confirmation; "" for none."""
    found = with_earlier_confirmations(workspace, items)
    return [item.confirmed.on if item.confirmed else "" for item in found]


def test_what_was_confirmed_before_is_confirmed_again(workspace: Workspace) -> None:
    keep(workspace, confirmed(make_item("one")), make_own_item("own"))

    (found,) = with_earlier_confirmations(workspace, [make_item("new")])

    assert found == replace(make_item("new"), confirmed=confirmed(make_item()).confirmed)


def test_the_newest_counts(workspace: Workspace) -> None:
    keep(workspace, confirmed(make_item("one"), on="2026-10-01"), name="first")
    keep(workspace, confirmed(make_item("one"), on="2026-11-01"), name="second")
    keep(workspace, confirmed(make_item("one"), on="2026-09-01"), name="third")

    assert days(workspace, make_item("new")) == ["2026-11-01"]


def later(item: Item) -> Item:
    """Give an item of a later state of its criterion."""
    assert item.copied is not None
    record = replace(item.copied.record, version=item.copied.record.version + 1)
    copied = copy_of(record, library="main", edition="2026.12.1", publisher="", dated="2026-12-01")
    return replace(item, copied=copied)


def of_another_library(item: Item) -> Item:
    """Give an item of a criterion with the same id and version, and other words."""
    assert item.copied is not None
    copied = copy_of(item.copied.record, library="city", edition="1", publisher="", dated="2026-12-01")
    return replace(item, copied=copied)


@pytest.mark.parametrize(
    "other",
    [
        later,
        of_another_library,
        lambda item: at_level(item, "comprehensive"),
        lambda item: with_slot(item, "battery_cycles", "450"),
    ],
)
def test_another_state_level_or_figure_has_to_be_confirmed(
    workspace: Workspace, other: Callable[[Item], Item]
) -> None:
    keep(workspace, confirmed(make_item("one")))
    assert days(workspace, other(make_item("new"))) == [""]

    keep(workspace, confirmed(other(make_item("one"))), name="other")
    Procurements(workspace).delete("before")
    assert days(workspace, make_item("new")) == [""]


def test_own_criteria_and_what_is_confirmed_stay_as_they_are(workspace: Workspace) -> None:
    keep(workspace, confirmed(make_item("one"), on="2026-11-01"))
    items = (make_own_item("own"), confirmed(make_item("new"), on="2026-10-01"))

    assert with_earlier_confirmations(workspace, items) == items


@pytest.mark.parametrize(
    ("old", "new"), [("", "no JSON"), ('"by":"A. Buyer"', '"by":7'), ('"page":"7",', "")]
)
def test_a_damaged_item_keeps_nobody_from_choosing(workspace: Workspace, old: str, new: str) -> None:
    keep(workspace, confirmed(make_item("one")))
    with workspace.transaction():
        workspace.connection.execute(
            "UPDATE procurement_items SET document = iif(:old = '', :new, replace(document, :old, :new))",
            {"old": old, "new": new},
        )

    assert days(workspace, make_item("new")) == [""]


def test_only_items_with_a_confirmation_are_read(workspace: Workspace) -> None:
    known = {"record": "", "version": 1, "library": "", "level": ""}
    plan = workspace.connection.execute(f"EXPLAIN QUERY PLAN {confirmations._SAME}", known).fetchall()  # noqa: SLF001

    assert "confirmed_criteria" in plan[0][3]
