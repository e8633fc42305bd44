"""What differs between two states of a procurement, in words that people know."""

from dataclasses import replace
from decimal import Decimal

from procura_desktop.domain.procurement import FollowUp, Lot, Offer
from procura_desktop.workspace.differences import Difference, differences
from tests.procurements import make_own_item, make_procurement

BASE = replace(
    make_procurement(),
    lots=(Lot(id="5f3a", title="Light laptops"), Lot(id="9c01", title="Workstations")),
    items=(make_own_item("77aa", title="Service"), make_own_item("88bb", title="Warranty")),
    offers=(),
)


def runs_of(found: tuple[Difference, ...], field: str) -> list[tuple[str, str]]:
    (one,) = [one for one in found if one.field == field]
    return [(run.how, run.text.strip()) for run in one.runs]


def test_the_lots_of_a_criterion_are_told_by_their_titles() -> None:
    first, second = BASE.items
    mine = replace(BASE, items=(replace(first, lots=("5f3a",)), second))
    theirs = replace(BASE, items=(replace(first, lots=("9c01",)), second))

    assert runs_of(differences(mine, theirs), "lots") == [("gone", "Light laptops"), ("new", "Workstations")]


def test_a_lot_that_has_another_title_changes_none_of_its_criteria() -> None:
    mine = replace(BASE, items=tuple(replace(item, lots=("5f3a",)) for item in BASE.items))
    theirs = replace(mine, lots=(replace(BASE.lots[0], title="Laptops"), BASE.lots[1]))

    assert [(one.place, one.field) for one in differences(mine, theirs)] == [("lot", "title")]


def test_lots_with_one_title_or_none_still_differ() -> None:
    for title in ("Laptops", ""):
        lots = tuple(replace(lot, title=title) for lot in BASE.lots)
        mine, theirs = (
            replace(BASE, lots=lots, items=(replace(BASE.items[0], lots=(lot.id,)),)) for lot in lots
        )
        (found,) = differences(mine, theirs)

        assert found.field == "lots"
        assert "9c01" not in "".join(run.text for run in found.runs)


def test_scores_are_told_by_the_titles_of_their_criteria() -> None:
    offer = Offer(
        id="0d0d", name="A", price=Decimal(9), scores=(("77aa", Decimal(80)), ("88bb", Decimal(50)))
    )
    better = replace(offer, scores=(("77aa", Decimal(90)), ("88bb", Decimal(50))))
    found = differences(replace(BASE, offers=(offer,)), replace(BASE, offers=(better,)))

    assert runs_of(found, "scores") == [
        ("same", "Service:"),
        ("gone", "80"),
        ("new", "90"),
        ("same", "Warranty: 50"),
    ]


def test_a_check_of_the_contract_is_told_without_its_id() -> None:
    check = FollowUp(id="c0ffee", what="Look at the devices")
    mine, theirs = (
        replace(BASE, items=(replace(BASE.items[0], follow_up=checks), BASE.items[1]))
        for checks in ((), (check,))
    )

    (run,) = runs_of(differences(mine, theirs), "follow_up")
    assert run[1].startswith("Look at the devices")
