from dataclasses import replace

from procura_desktop.domain.coverage import coverage
from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.procurement import Item
from procura_desktop.domain.records import Hotspot, Impact, Stage
from tests.procurements import make_item, make_own_item

USE = Hotspot(stage="use", impact="climate", level="medium", note="Electricity")
METALS = Hotspot(stage="materials", impact="resources", level="high")
WASTE = Hotspot(stage="end-of-life", impact="pollution", level="high")


def about(
    item_id: str,
    stage: Stage,
    impact: Impact,
    *,
    kind: CriterionKind = "TS",
    lots: tuple[str, ...] = (),
) -> Item:
    item = make_item(item_id)
    assert item.copied is not None
    assert item.copied.record.criterion is not None
    details = replace(item.copied.record.criterion, hotspot_stage=stage, hotspot_impact=impact)
    copied = replace(item.copied, record=replace(item.copied.record, criterion=details))
    return replace(item, kind=kind, lots=lots, copied=copied)


def test_a_hotspot_is_covered_by_minimum_award_and_clause() -> None:
    items = (
        about("ts", "use", "climate"),
        about("sc", "use", "climate", kind="SC"),
        about("ac", "use", "climate", kind="AC"),
        about("cpc", "use", "climate", kind="CPC"),
    )

    (use, metals) = coverage((USE, METALS), items).hotspots

    assert (use.minimum, use.award, use.clause) == (("ts", "sc"), ("ac",), ("cpc",))
    assert (use.level, use.note, use.covered) == ("medium", "Electricity", True)
    assert not metals.covered


def test_what_nothing_reaches_is_found_by_level() -> None:
    found = coverage((USE, METALS, WASTE), (about("ts", "materials", "resources"),))

    assert [one.stage for one in found.open_at("high")] == ["end-of-life"]
    assert [one.stage for one in found.open_at("medium")] == ["use"]


def test_items_beside_the_hotspots_are_not_lost() -> None:
    items = (about("ts", "transport", "climate"), make_own_item("own"))

    found = coverage((USE,), items)

    assert [(one.stage, one.level, one.minimum) for one in found.hotspots] == [
        ("use", "medium", ()),
        ("transport", None, ("ts",)),
    ]
    assert found.elsewhere == ("own",)


def test_a_lot_has_the_items_of_its_own_and_of_all() -> None:
    items = (
        about("every", "use", "climate"),
        about("north", "use", "climate", lots=("north",)),
        about("south", "use", "climate", lots=("south",)),
    )

    assert coverage((USE,), items, lot="north").hotspots[0].minimum == ("every", "north")
    assert coverage((USE,), items).hotspots[0].minimum == ("every", "north", "south")


def test_a_hotspot_of_two_groups_counts_once_at_its_highest_level() -> None:
    low, high = replace(USE, level="low", note=""), replace(USE, level="high", note="")

    for order in ((low, high), (high, low)):
        (found,) = coverage(order, ()).hotspots
        assert found.level == "high"
