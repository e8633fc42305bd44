"""How a procurement begins: new, from a template or from an earlier one.

A new one has an id of its own and starts as a draft. What belonged to the earlier purchase alone (offers,
dates, reference, history) stays behind; what the buyer chose, wrote and confirmed comes along.
"""

from dataclasses import replace
from datetime import datetime

from procura_desktop.domain.history import line
from procura_desktop.domain.procurement import (
    Ambition,
    Dates,
    Head,
    Item,
    Procurement,
)
from procura_desktop.domain.records import Record
from procura_desktop.workspace.choosing import new_id


def begin(
    title: str,
    *,
    now: datetime,
    group: Record | None = None,
    ambition: Ambition = "core",
    small: bool = False,
    language: str = "en",
) -> Procurement:
    """Begin a new one, with a product group and the first of its CPV codes; `small` is below the thresholds.

    `language` is that of its documents.
    """
    return Procurement(
        id=new_id(),
        head=Head(
            title=title,
            groups=(group.id,) if group else (),
            cpv=group.group.cpv[:1] if group and group.group else (),
            procedure="below-threshold" if small else "open",
            ambition=ambition,
            language=language,
            created=_stamp(now),
        ),
    )


def from_earlier(earlier: Procurement, *, now: datetime, title: str = "") -> Procurement:
    """Begin with a copy of an earlier procurement or of a template; the history says of which."""
    head = replace(
        earlier.head,
        title=title or earlier.head.title,
        reference="",
        dates=Dates(),
        status="draft",
        template=False,
        created=_stamp(now),
    )
    code = "begun-from-template" if earlier.head.template else "begun-from-earlier"
    begun = line(_stamp(now), code, title=earlier.head.title, id=earlier.id)
    return replace(
        earlier, id=new_id(), head=head, items=_unchecked(earlier.items), offers=(), events=(begun,)
    )


def as_template(procurement: Procurement, *, now: datetime, title: str = "") -> Procurement:
    """Make a template of a procurement; the procurement stays as it is."""
    begun = from_earlier(procurement, now=now, title=title)
    return replace(begun, head=replace(begun.head, template=True), events=())


def _unchecked(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Take out what was checked in the contract of before."""
    return tuple(
        replace(item, follow_up=tuple(replace(one, done=()) for one in item.follow_up))
        if item.follow_up
        else item
        for item in items
    )


def _stamp(now: datetime) -> str:
    if now.tzinfo is None:
        raise ValueError("a time without its zone says not when it was")
    return now.isoformat(timespec="seconds")
