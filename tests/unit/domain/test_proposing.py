from dataclasses import replace

import pytest

from procura_desktop.domain.proposing import SMALL_MOST, Proposal, level_for, propose
from procura_desktop.domain.records import (
    Burden,
    Hotspot,
    HotspotLevel,
    Impact,
    Level,
    Maturity,
    Record,
    Stage,
)
from tests.factories import make_article, make_criterion, make_group

HOTSPOTS = (
    Hotspot(stage="use", impact="climate", level="high"),
    Hotspot(stage="production", impact="social", level="medium"),
    Hotspot(stage="transport", impact="climate", level="low"),
)


def group(*top: str) -> Record:
    made = make_group(top_criteria=top)
    assert made.group is not None
    return replace(made, group=replace(made.group, hotspots=HOTSPOTS))


def criterion(
    name: str,
    *,
    stage: Stage = "use",
    impact: Impact = "climate",
    maturity: Maturity = "common",
    burden: int = 1,
    levels: tuple[str, ...] = ("core", "comprehensive"),
    conflicts: tuple[str, ...] = (),
    part: str = "",
) -> Record:
    made = make_criterion(name, part=part)
    assert made.criterion is not None
    details = replace(
        made.criterion,
        hotspot_stage=stage,
        hotspot_impact=impact,
        market_maturity=maturity,
        burden=Burden(level=burden, why="-"),
        levels=tuple(level for level in made.criterion.levels if level.name in levels),
        conflicts_with=conflicts,
    )
    return replace(made, criterion=details)


def names(proposals: tuple[Proposal, ...]) -> list[str]:
    return [one.record.id for one in proposals]


def test_the_three_that_matter_most_come_first_in_their_own_order() -> None:
    made = [criterion("a"), criterion("b", burden=3), criterion("c", stage="transport"), criterion("d")]

    found = propose(group("c", "b"), made, ambition="core")

    assert names(found) == ["c", "b", "a", "d"]
    assert [one.top for one in found] == ["judgement", "judgement", None, None]
    assert str(found[0].reasons[0]) == (
        "One of the three that matter most for this product group, by the judgement of the library."
    )


def test_the_rest_comes_by_hotspot_then_market_then_burden() -> None:
    made = [
        criterion("nowhere", stage="materials"),
        criterion("low", stage="transport"),
        criterion("medium", stage="production", impact="social"),
        criterion("high, heavy", burden=3),
        criterion("high, few", maturity="emerging"),
        criterion("high", burden=1),
    ]

    found = propose(group(), made, ambition="core")

    assert names(found) == ["high", "high, heavy", "high, few", "medium", "low", "nowhere"]
    weights: list[HotspotLevel | None] = ["high", "high", "high", "medium", "low", None]
    assert [one.hotspot for one in found] == weights


def test_each_says_why() -> None:
    (found,) = propose(group(), [criterion("a", maturity="growing", burden=2)], ambition="core")

    assert " ".join(map(str, found.reasons)) == (
        "It works on a hotspot of high weight: climate in use. "
        "A growing share of suppliers can meet it. Its proof takes some work."
    )


@pytest.mark.parametrize(
    ("levels", "ambition", "level"),
    [
        (("core", "comprehensive"), "core", "core"),
        (("core", "comprehensive"), "comprehensive", "comprehensive"),
        (("core",), "comprehensive", "core"),
        (("comprehensive",), "core", None),
    ],
)
def test_the_level_is_that_of_the_ambition(levels: tuple[str, ...], ambition: str, level: str | None) -> None:
    found = propose(
        group(), [criterion("a", levels=levels)], ambition="core" if ambition == "core" else "comprehensive"
    )

    assert [one.level for one in found] == ([level] if level else [])


@pytest.mark.parametrize(
    ("levels", "wished", "level"),
    [
        (("core", "comprehensive"), "comprehensive", "comprehensive"),
        (("base", "advanced", "spearhead"), "comprehensive", "spearhead"),
        (("base", "advanced", "spearhead"), "core", "base"),
        (("base", "advanced", "spearhead"), "advanced", "advanced"),
        (("comprehensive",), "core", "comprehensive"),
        (("base", "advanced"), "", "base"),
        ((), "core", ""),
    ],
)
def test_a_source_has_levels_of_its_own(levels: tuple[str, ...], wished: str, level: str) -> None:
    record = make_criterion()
    assert record.criterion is not None
    own = tuple(Level(name=name, requirement_html="", requirement_text="") for name in levels)

    assert level_for(replace(record, criterion=replace(record.criterion, levels=own)), wished) == level


def test_what_matters_most_is_proposed_even_beyond_the_ambition() -> None:
    (found,) = propose(group("a"), [criterion("a", levels=("comprehensive",))], ambition="core")

    assert found.beyond
    assert found.level == "comprehensive"


def test_a_small_purchase_sees_few_and_light_ones() -> None:
    made = [criterion(f"c{at}") for at in range(9)]
    made += [criterion("heavy", burden=3), criterion("few", maturity="emerging")]

    found = propose(group("heavy"), made, ambition="core", small=True)

    assert names(found) == ["heavy", "c0", "c1", "c2", "c3", "c4"]
    assert len(found) == SMALL_MOST


def test_what_is_chosen_and_other_parts_are_not_proposed() -> None:
    made = [criterion("a", part="new"), criterion("b", part="used"), criterion("c", part="new")]

    assert names(propose(group(), made, ambition="core", parts={"new"}, chosen={"a"})) == ["c"]


def test_what_contradicts_an_earlier_one_says_so() -> None:
    made = [criterion("a"), criterion("b", conflicts=("a",)), criterion("c")]

    assert [one.conflicts for one in propose(group(), made, ambition="core")] == [(), ("a",), ()]


def test_only_a_group_has_proposals() -> None:
    with pytest.raises(ValueError, match="no product group"):
        propose(make_article(), [], ambition="core")
