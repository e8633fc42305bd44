"""What is offered for choosing: reasons that can stand in the buyer's own file."""

from dataclasses import replace

from procura_desktop.domain.procurement import Head, Procurement
from procura_desktop.gui.procurements.offered import offered_of
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
