"""Procurements put together again from the rows that a rescue found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from procura_desktop.domain.drafting import in_order
from procura_desktop.domain.procurement import Head, Item, Procurement
from procura_desktop.workspace.pages import Value
from procura_desktop.workspace.procurements import Body, body_values

_Named = dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """Rows for a new workspace, and what became of the old: see `rescue.Rescue`."""

    bodies: list[_Named]
    items: list[_Named]
    whole: tuple[str, ...]
    mended: tuple[tuple[str, int], ...]
    begun: tuple[str, ...]
    missing: tuple[str, ...]
    missing_ids: tuple[str, ...]
    lost: Mapping[str, int]


def rebuilt(bodies: Sequence[_Named], items: Sequence[_Named], *, torn: Sequence[_Named]) -> Rebuilt:
    """Put procurements together; `torn` are rows of procurements of which only a part could be read."""
    read = {name: _procurement(row) for row in reversed(bodies) if isinstance(name := row.get("id"), str)}
    sound = {name: body for name, body in read.items() if body is not None}
    found, unread = _items(items)
    titles = _titles([*torn, *(row for row in bodies if read.get(str(row.get("id"))) is None)])
    begun = {
        name: _around(name, titles.get(name, ""), held) for name, held in found.items() if name not in sound
    }
    kept = {str(row["id"]): row for row in reversed(bodies) if str(row.get("id")) in sound}
    rows, whole, mended = [], [], []
    for name, body in sound.items():
        row, missing = _without_lost(kept[name], body, found.get(name, {}))
        rows.append(row)
        title = body.procurement.head.title
        if missing:
            mended.append((title, missing))
        else:
            whole.append(title)
    rows += [body_values(procurement, revision=1) for procurement in begun.values()]
    gone = {name: title for name, title in titles.items() if name not in sound and name not in begun}
    return Rebuilt(
        bodies=rows,
        items=_item_rows(found),
        whole=tuple(whole),
        mended=tuple(mended),
        begun=tuple(one.head.title for one in begun.values()),
        missing=tuple(title or name for name, title in gone.items()),
        missing_ids=tuple(gone),
        lost={"procurement_items": unread, "procurements": sum(body is None for body in read.values())},
    )


def _procurement(row: _Named) -> Body | None:
    try:
        return msgspec.json.decode(str(row.get("body")), type=Body)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _items(rows: Sequence[_Named]) -> tuple[dict[str, dict[str, Item]], int]:
    """Give items by procurement and id, and how many rows hold none; of two with one id the first counts."""
    found: dict[str, dict[str, Item]] = {}
    unread = 0
    for row in rows:
        try:
            item = msgspec.json.decode(str(row["document"]), type=Item)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            unread += 1
            continue
        found.setdefault(str(row["procurement"]), {}).setdefault(str(row["id"]), item)
    return {
        name: {key: item for key, item in held.items() if item.id == key} for name, held in found.items()
    }, unread


def _titles(rows: Sequence[_Named]) -> dict[str, str]:
    return {
        name: str(row.get("title") or "") for row in rows if isinstance(name := row.get("id"), str) and name
    }


def _around(name: str, title: str, held: Mapping[str, Item]) -> Procurement:
    """Make a procurement around criteria of one that is lost."""
    head = Head(title=f"{title or name} (rescued criteria)")
    return Procurement(id=name, head=head, items=in_order(held.values()))


def _without_lost(row: _Named, body: Body, held: dict[str, Item]) -> tuple[_Named, int]:
    """Take items that are lost out of the order, and put those at its end that it does not know."""
    there = tuple(name for name in body.order if name in held)
    missing = len(body.order) - len(there)
    for name in held.keys() - set(there):  # an older state of a page: taken out since
        del held[name]
    if not missing:
        return row, 0
    offers = tuple(
        replace(offer, scores=tuple(score for score in offer.scores if score[0] in held))
        for offer in body.procurement.offers
    )
    mended = Body(procurement=replace(body.procurement, offers=offers), order=there)
    return {**row, "items": len(there), "body": msgspec.json.encode(mended).decode()}, missing


def _item_rows(found: Mapping[str, Mapping[str, Item]]) -> list[_Named]:
    return [
        {"procurement": name, "id": key, "document": msgspec.json.encode(item).decode()}
        for name, held in found.items()
        for key, item in held.items()
    ]
