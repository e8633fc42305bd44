"""Strategies: any procurement that the program can make, and whatever a buyer may do to one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from procura_desktop.domain import drafting
from procura_desktop.domain.drafting import in_order
from procura_desktop.domain.procurement import (
    DOCUMENT_ORDER,
    Ambition,
    Award,
    Confirmation,
    Contact,
    Dates,
    Event,
    FollowUp,
    Formula,
    Head,
    Item,
    Lot,
    Nature,
    Offer,
    PriceKind,
    Procedure,
    Procurement,
    Share,
    SlotEntry,
    TieRule,
    Weighting,
    Wording,
    YesNo,
)
from tests.procurements import make_item

# What a person can type: no control characters but those of lines, and nothing that turns text around.
texts = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc"),
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
    | st.sampled_from("\n\t"),
    max_size=40,
)
ids = st.text("abcdefghij0123456789-", min_size=1, max_size=12).map(lambda text: f"x{text}")
days = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1)).map(date.isoformat) | st.just("")
moments = st.datetimes().map(lambda moment: f"{moment.isoformat(timespec='seconds')}+00:00")
amounts = st.decimals(min_value=0, max_value=10**9, places=2)
scores = st.decimals(min_value=0, max_value=100, places=2)
codes = st.from_regex(r"[0-9]{8}-[0-9]", fullmatch=True)
shares = st.builds(Share, weight=st.none() | amounts, most=st.none() | amounts, minimum=st.none() | scores)
wordings = st.builds(Wording, requirement=texts, proof_tender=texts, proof_contract=texts, points=texts)
follow_ups = st.builds(
    FollowUp,
    id=ids,
    what=texts,
    after_days=st.integers(0, 3_650),
    every_months=st.integers(0, 120),
    proof=texts,
    if_not=texts,
    done=st.lists(days.filter(bool), max_size=3).map(tuple),
)
confirmations = st.builds(
    Confirmation,
    by=texts,
    on=days,
    document=texts,
    page=texts,
    record_id=ids,
    record_version=st.integers(1, 9),
)
heads = st.builds(
    Head,
    title=texts,
    buyer=texts,
    reference=texts,
    need=texts,
    purpose=texts,
    nature=st.sampled_from(get_args(Nature)),
    groups=st.sampled_from(((), ("groups/computers",))),
    cpv=st.lists(codes, max_size=3).map(tuple),
    value=st.none() | amounts,
    procedure=st.sampled_from(get_args(Procedure)),
    dates=st.builds(Dates, publication=days, deadline=days, contract_start=days, contract_end=days),
    contact=st.builds(Contact, name=texts, email=texts, phone=texts),
    ambition=st.sampled_from(get_args(Ambition)),
    people_use=st.sampled_from(get_args(YesNo)),
    accessibility=texts,
    clean_vehicles=texts,
    energy_efficiency=texts,
    no_lots=texts,
    language=st.sampled_from(("en", "fr")),
    template=st.booleans(),
    created=moments,
)
awards = st.builds(
    Award,
    weighting=st.sampled_from(get_args(Weighting)),
    order_reason=texts,
    price_kind=st.sampled_from(get_args(PriceKind)),
    price=shares,
    formula=st.sampled_from(get_args(Formula)),
    zero_at=st.decimals(min_value=Decimal("1.01"), max_value=9, places=2),
    table=st.lists(st.tuples(amounts, scores), max_size=3).map(tuple),
    decimals=st.integers(0, 6),
    tie=st.sampled_from(get_args(TieRule)),
)


@st.composite
def own_items(draw: st.DrawFn, lots: tuple[str, ...] = ()) -> Item:
    """Give any own criterion."""
    return Item(
        id=draw(ids),
        kind=draw(st.sampled_from(DOCUMENT_ORDER)),
        title=draw(texts),
        wording=draw(wordings),
        lots=tuple(draw(st.lists(st.sampled_from(lots), unique=True))) if lots else (),
        reason=draw(texts),
        link=draw(texts),
        share=draw(shares),
        follow_up=tuple(draw(st.lists(follow_ups, max_size=2, unique_by=lambda one: one.id))),
    )


@st.composite
def chosen_items(draw: st.DrawFn) -> Item:
    """Give any criterion that was chosen from the library, and perhaps adapted."""
    item = make_item(draw(ids), level=draw(st.sampled_from(("core", "comprehensive"))))
    return replace(
        item,
        wording=draw(st.just(item.wording) | wordings),
        slots=draw(st.sampled_from(((), (SlotEntry(name="battery_cycles", value="600"),)))),
        reason=draw(texts),
        level_reason=draw(texts),
        confirmed=draw(st.none() | confirmations),
    )


@st.composite
def procurements(draw: st.DrawFn) -> Procurement:
    """Give any procurement that the program can make."""
    names = draw(st.lists(ids, max_size=3, unique=True))
    lots = tuple(Lot(id=name, title=draw(texts), value=draw(st.none() | amounts)) for name in names)
    any_item = own_items(tuple(names)) | chosen_items()
    items = in_order(draw(st.lists(any_item, max_size=6, unique_by=lambda item: item.id)))
    scored = [item.id for item in items]
    offers = tuple(
        Offer(
            id=name,
            name=draw(texts),
            price=draw(amounts),
            scores=tuple(
                (item, draw(scores))
                for item in (draw(st.lists(st.sampled_from(scored), unique=True)) if scored else [])
            ),
        )
        for name in draw(st.lists(ids, max_size=2, unique=True))
    )
    return Procurement(
        id=draw(ids),
        head=draw(heads),
        lots=lots,
        items=items,
        award=draw(awards),
        offers=offers,
        events=tuple(draw(st.lists(st.builds(Event, on=moments, what=texts), max_size=3))),
    )


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that a buyer does; `field` as `Draft.change` takes it."""

    name: str
    change: Callable[[Procurement], Procurement]
    field: str = ""


def at(procurement: Procurement, number: int) -> Item | None:
    """Give one of the items; None where there is none."""
    return procurement.items[number % len(procurement.items)] if procurement.items else None


def on_item(name: str, change: Callable[[Item], Item]) -> st.SearchStrategy[Operation]:
    """Do something to any of the items."""

    def done(number: int) -> Operation:
        def changed(procurement: Procurement) -> Procurement:
            item = at(procurement, number)
            return drafting.change_item(procurement, item.id, change) if item else procurement

        return Operation(name, changed)

    return st.integers(0, 20).map(done)


def without(number: int) -> Operation:
    def changed(procurement: Procurement) -> Procurement:
        item = at(procurement, number)
        return drafting.without_item(procurement, item.id) if item else procurement

    return Operation("take out", changed)


def move(number: int, by: int) -> Operation:
    def changed(procurement: Procurement) -> Procurement:
        item = at(procurement, number)
        return drafting.moved(procurement, item.id, by) if item else procurement

    return Operation("move", changed)


def put_in(item: Item) -> Operation:
    def changed(procurement: Procurement) -> Procurement:
        known = {one.id for one in procurement.items}
        lots = {lot.id for lot in procurement.lots}
        fitting = replace(item, lots=tuple(lot for lot in item.lots if lot in lots))
        return procurement if item.id in known else drafting.with_items(procurement, (fitting,))

    return Operation("put in", changed)


def type_title(text: str) -> Operation:
    return Operation("title", lambda one: replace(one, head=replace(one.head, title=text)), "title")


def rate(name: str, price: Decimal) -> Operation:
    return Operation("offer", lambda one: drafting.with_offer(one, Offer(id=name, name=name, price=price)))


def divide(names: list[str]) -> Operation:
    lots = tuple(Lot(id=name, title=name) for name in names)
    return Operation("lots", lambda one: drafting.with_lots(one, lots))


def word(wording: Wording) -> Callable[[Item], Item]:
    return lambda item: replace(item, wording=wording)


def fill(value: str | None) -> Callable[[Item], Item]:
    return lambda item: drafting.with_slot(item, "battery_cycles", value)


operations: st.SearchStrategy[Operation] = st.one_of(
    st.builds(put_in, own_items() | chosen_items()),
    st.builds(without, st.integers(0, 20)),
    st.builds(move, st.integers(0, 20), st.integers(-3, 3)),
    wordings.flatmap(lambda wording: on_item("word", word(wording))),
    (texts | st.none()).flatmap(lambda value: on_item("fill", fill(value))),
    on_item("source", drafting.with_source_wording),
    st.builds(type_title, texts),
    st.builds(divide, st.lists(ids, max_size=3, unique=True)),
    st.builds(rate, ids, amounts),
    st.builds(lambda name: Operation("no offer", lambda one: drafting.without_offer(one, name)), ids),
    st.builds(
        lambda on, what: Operation("note", lambda one: drafting.with_event(one, Event(on=on, what=what))),
        moments,
        texts,
    ),
    st.builds(lambda award: Operation("award", lambda one: replace(one, award=award)), awards),
)
