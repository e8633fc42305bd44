"""What `procurement set` can fill in of the award: the price, and how offers are compared."""

import re
from dataclasses import replace
from typing import Any, get_args

from procura_desktop.cli.procurements.values import (
    EntryError,
    factor,
    formed,
    number,
    one_of,
    score,
    shown,
    text,
)
from procura_desktop.domain.price_table import Table, parse_table
from procura_desktop.domain.procurement import Award, Formula, PriceKind, Share, TieRule, Weighting

LONGEST_TABLE = 2_000  # signs
CHOICES: dict[str, tuple[str, ...]] = {
    "weighting": get_args(Weighting),
    "formula": get_args(Formula),
    "tie": get_args(TieRule),
}
SHARES = ("weight", "most", "minimum")
OTHERS = ("price.kind", "price.table", "order_reason", "zero_at", "decimals")
_DECIMALS = re.compile("[0-6]")


def award_entered(award: Award, name: str, value: str) -> Award | None:
    """Fill one value in; None: it is no name of the award."""
    part = name.removeprefix("price.")
    if name.startswith("price.") and part in SHARES:
        return replace(award, price=with_share(award.price, part, name, value))
    changed = _changed(name, value)
    return replace(award, **changed) if changed is not None else None


def with_share(share: Share, part: str, name: str, value: str) -> Share:
    """Fill in a weight, the upper end of one, or a minimum score."""
    read = score if part == "minimum" else number
    values: dict[str, Any] = {part: read(name, value)}
    return replace(share, **values)


def _changed(name: str, value: str) -> dict[str, Any] | None:
    if name == "price.kind":
        return {"price_kind": one_of(name, value, get_args(PriceKind))}
    if name == "price.table":
        return {"table": _table(name, value)}
    if name in CHOICES:
        return {name: one_of(name, value, CHOICES[name])}
    if name == "order_reason":
        return {name: text(name, value)}
    if name == "zero_at":
        return {name: factor(name, value)}
    if name == "decimals":
        return {name: int(formed(name, value, _DECIMALS, "a whole number from 0 to 6"))}
    return None


def _table(name: str, value: str) -> Table:
    such = "write per cent of the lowest price and the score up to there, such as 100:100,120:60,150:20"
    if len(value) > LONGEST_TABLE:
        raise EntryError(f"{name}: {such}, not {shown(value)}")
    try:
        return parse_table(value)
    except ValueError as error:
        raise EntryError(f"{name}: {error}; {such}") from error
