"""Awards and offers for tests: by hand, and drawn by Hypothesis."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from procura_desktop.domain import award_words
from procura_desktop.domain.procurement import (
    Award,
    Head,
    Item,
    Offer,
    Procurement,
    Share,
    Weighting,
    Wording,
)


def award_templates() -> tuple[str, ...]:
    """Give every sentence about an award as it stands in the code."""
    constants = [value for name, value in vars(award_words).items() if name.isupper()]
    return tuple(text for one in constants for text in (one.values() if isinstance(one, dict) else (one,)))


def make_award_item(
    item_id: str, weight: str | None, *, most: str | None = None, minimum: str | None = None
) -> Item:
    """Make an own award criterion."""
    return Item(
        id=item_id,
        kind="AC",
        title=item_id.capitalize(),
        wording=Wording(requirement=f"What {item_id} is.", points="Best: 100. Worst: 0."),
        share=Share(weight=dec(weight), most=dec(most), minimum=dec(minimum)),
    )


def make_award(award: Award, *items: Item) -> Procurement:
    """Make a procurement that is only an award."""
    return Procurement(id="award", head=Head(title="Award"), items=items, award=award)


def make_offer(name: str, price: str, scores: Mapping[str, int | str] | None = None) -> Offer:
    """Make an offer; its id is its name."""
    return Offer(
        id=name,
        name=name,
        price=Decimal(price),
        scores=tuple((criterion, Decimal(score)) for criterion, score in (scores or {}).items()),
    )


def dec(number: str | None) -> Decimal | None:
    """Make a decimal of a text."""
    return None if number is None else Decimal(number)


def hundredths(least: str, most: str) -> st.SearchStrategy[Decimal]:
    """Draw a decimal with two places."""
    return st.decimals(Decimal(least), Decimal(most), places=2, allow_nan=False)


@st.composite
def awards(draw: st.DrawFn) -> Procurement:
    """Draw an award of any kind that counts, with up to four criteria."""
    names = draw(st.sampled_from([("a",), ("a", "b"), ("a", "b", "c"), ("a", "b", "c", "d")]))
    weights = draw(st.lists(st.integers(1, 60), min_size=len(names) + 1, max_size=len(names) + 1))
    weighting: Weighting = draw(st.sampled_from(("percent", "points", "ranges")))
    spread = draw(st.integers(0, 5)) if weighting == "ranges" else 0
    minima = draw(
        st.lists(st.one_of(st.none(), hundredths("0", "60")), min_size=len(names), max_size=len(names))
    )
    items = tuple(
        make_award_item(name, str(weight), most=str(weight + 2 * spread) if spread else None)
        for name, weight in zip(names, weights[1:], strict=True)
    )
    items = tuple(
        replace(item, share=replace(item.share, minimum=minimum))
        for item, minimum in zip(items, minima, strict=True)
    )
    award = Award(
        weighting=weighting,
        price=Share(weight=Decimal(weights[0]), minimum=draw(st.sampled_from([None, Decimal(20)]))),
        formula=draw(st.sampled_from(["linear", "relative", "table"])),
        zero_at=draw(hundredths("1.10", "3")),
        table=draw(tables()),
        decimals=draw(st.integers(0, 3)),
        tie=draw(st.sampled_from(["price", "quality", "lot"])),
    )
    return make_award(award, *items)


@st.composite
def tables(draw: st.DrawFn) -> tuple[tuple[Decimal, Decimal], ...]:
    """Draw a table of prices in per cent of the lowest, with falling scores."""
    limits = sorted(draw(st.lists(st.integers(100, 220), min_size=1, max_size=5, unique=True)))
    scores = sorted(
        draw(st.lists(st.integers(0, 100), min_size=len(limits), max_size=len(limits))), reverse=True
    )
    return tuple((Decimal(limit), Decimal(score)) for limit, score in zip(limits, scores, strict=True))


@st.composite
def offers_for(draw: st.DrawFn, procurement: Procurement) -> tuple[Offer, ...]:
    """Draw up to seven offers, many of them close to each other, some incomplete or refused."""
    made = []
    for at in range(draw(st.integers(1, 7))):
        scores = {}
        for item in procurement.items:
            score = draw(st.one_of(st.none(), st.sampled_from(range(0, 101, 10)), hundredths("0", "100")))
            if score is not None:
                scores[item.id] = str(score)
        price = draw(st.one_of(st.sampled_from(["100", "110", "150.50"]), hundredths("50", "300").map(str)))
        made.append(make_offer(f"Offer {at + 1}", price, scores))
    return tuple(made)
