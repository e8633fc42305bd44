"""What is offered for choosing: reasons that can stand in the buyer's own file."""

from dataclasses import replace

import pytest

from procura_desktop.domain.procurement import Ambition, Head, Procurement
from procura_desktop.domain.records import Level
from procura_desktop.gui.procurements.offered import offered_criteria, offered_of
from tests.factories import make_criterion, make_group


def test_a_reason_names_the_criterion_that_it_contradicts() -> None:
    first = make_criterion("criteria/computers/a", title="Repair at the office")
    second = make_criterion("criteria/computers/b", title="Repair at the works")
    assert second.criterion is not None
    against = replace(second, criterion=replace(second.criterion, conflicts_with=(first.id,)))
    one = Procurement(id="p", head=Head(title="Laptops", groups=("groups/computers",)))

    plain, told = offered_of(one, ((make_group("groups/computers"), (first, against)),), "")

    assert "contradicts" not in plain.reason
    assert told.reason.endswith("It contradicts “Repair at the office”: take one of the two.")


@pytest.mark.parametrize(("ambition", "level"), [("core", "base"), ("comprehensive", "spearhead")])
def test_what_is_not_proposed_is_offered_at_the_level_of_the_ambition_too(
    ambition: Ambition, level: str
) -> None:
    record = make_criterion("criteria/computers/a")
    assert record.criterion is not None
    own = tuple(Level(name=name, requirement_html="", requirement_text="") for name in ("base", "spearhead"))
    made = replace(record, criterion=replace(record.criterion, levels=own))
    offered = offered_criteria([made], ambition=ambition)
    one = Procurement(id="p", head=Head(title="Laptops", groups=("groups/computers",), ambition=ambition))
    proposed = offered_of(one, ((make_group("groups/computers"), (made,)),), "")

    assert [each.level for each in (*offered, *proposed)] == [level, level]
