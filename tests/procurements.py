"""A procurement for tests: laptops with criteria of every kind, two lots, weights and offers."""

from dataclasses import replace
from decimal import Decimal

from procura_desktop.domain.drafting import with_items
from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.procurement import (
    Award,
    Contact,
    Dates,
    FollowUp,
    Head,
    Item,
    Lot,
    Offer,
    Procurement,
    Share,
    Wording,
)
from procura_desktop.domain.records import Record
from procura_desktop.workspace.choosing import item_of
from tests.factories import make_criterion


def make_item(
    item_id: str = "item-1", *, record: Record | None = None, level: str = "core", reason: str = ""
) -> Item:
    """Copy a criterion into an item with an id that stays."""
    made = item_of(
        record or make_criterion(),
        level=level,
        library="main",
        edition="2026.11.1",
        publisher="Example City",
        dated="2026-11-25",
        reason=reason,
    )
    follow_up = tuple(replace(one, id=f"{item_id}-{at}") for at, one in enumerate(made.follow_up))
    return replace(made, id=item_id, follow_up=follow_up)


def make_own_item(
    item_id: str,
    *,
    kind: CriterionKind = "AC",
    title: str = "Service",
    requirement: str = "The tenderer shall state how fast a defect device is exchanged.",
    weight: Decimal | None = None,
) -> Item:
    """Make an own criterion."""
    return Item(
        id=item_id,
        kind=kind,
        title=title,
        wording=Wording(requirement=requirement, points="Best: 100. Worst: 0." if kind == "AC" else ""),
        share=Share(weight=weight),
    )


def make_procurement(procurement_id: str = "laptops-2026") -> Procurement:
    """Make a procurement of 300 laptops in two lots, with two award criteria and three example offers."""
    empty = Procurement(
        id=procurement_id,
        head=Head(
            title="Laptops for the town hall",
            buyer="City of Example",
            reference="EX-2026-017",
            need="300 laptops with support for five years",
            purpose="The old ones are seven years old.",
            groups=("groups/computers",),
            cpv=("30213100-6",),
            value=Decimal(270000),
            dates=Dates(publication="2026-12-01", deadline="2027-01-15", contract_start="2027-03-01"),
            contact=Contact(name="A. Buyer", email="buyer@example.org"),
            people_use="yes",
            created="2026-11-29T10:00:00+00:00",
        ),
        lots=(
            Lot(id="lot-1", title="Light laptops", value=Decimal(180000)),
            Lot(id="lot-2", title="Workstations", value=Decimal(90000)),
        ),
        award=Award(price=Share(weight=Decimal(60))),
        offers=(
            Offer(
                id="offer-1",
                name="A",
                price=Decimal(250000),
                scores=(("award-1", Decimal(80)), ("award-2", Decimal(50))),
            ),
            Offer(
                id="offer-2",
                name="B",
                price=Decimal(240000),
                scores=(("award-1", Decimal(40)), ("award-2", Decimal(70))),
            ),
            Offer(
                id="offer-3",
                name="C",
                price=Decimal(300000),
                scores=(("award-1", Decimal(100)), ("award-2", Decimal(100))),
            ),
        ),
    )
    clause = replace(
        make_own_item("clause-1", kind="CPC", title="Take-back"),
        follow_up=(FollowUp(id="follow-1", what="Ask for the take-back report", every_months=12),),
    )
    return with_items(
        empty,
        (
            make_item("item-1", reason="Batteries fail first."),
            make_own_item("award-1", title="Longer warranty", weight=Decimal(25)),
            make_own_item("award-2", title="Exchange of defect devices", weight=Decimal(15)),
            replace(make_own_item("spec-2", kind="TS", title="Quiet workstations"), lots=("lot-2",)),
            clause,
        ),
    )
