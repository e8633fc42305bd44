"""How a procurement begins: empty, from a product group, from a template or from an earlier one.

A new one has an id of its own and starts as a draft. What belonged to the earlier purchase alone (offers,
dates, reference, history) stays behind; what the buyer chose, wrote and confirmed comes along.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from procura_desktop.domain.drafting import with_items
from procura_desktop.domain.history import line
from procura_desktop.domain.procurement import (
    Ambition,
    Dates,
    Head,
    Item,
    Procurement,
)
from procura_desktop.domain.proposing import Proposal
from procura_desktop.domain.records import Record
from procura_desktop.errors import ChoiceError
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.phrases import Phrase
from procura_desktop.workspace.choosing import item_of, new_id


def empty(title: str, *, now: datetime) -> Procurement:
    """Begin with nothing but a title."""
    return Procurement(id=new_id(), head=Head(title=title, created=_stamp(now)))


def from_group(
    group: Record, *, now: datetime, title: str = "", ambition: Ambition = "core", buyer: str = ""
) -> Procurement:
    """Begin with what a product group says: its name, itself and the first of its CPV codes.

    Raises:
        ChoiceError: the record is no product group.
    """
    if group.group is None:
        raise ChoiceError(level="", levels=())
    begun = empty(title or group.title, now=now)
    head = replace(
        begun.head,
        groups=(group.id,),
        cpv=group.group.cpv[:1],
        ambition=ambition,
        buyer=buyer,
        language=group.language,
    )
    return replace(begun, head=head)


def small_purchase(
    group: Record,
    picked: Sequence[Proposal],
    *,
    library: LibraryInfo,
    now: datetime,
    title: str = "",
    say: Callable[[Phrase], str] = str,
) -> Procurement:
    """Begin a purchase of low value, with the criteria that the buyer picked of those proposed.

    `say` gives the reasons in the buyer's language; they are the buyer's words from then on.

    Raises:
        ChoiceError: the record is no product group, or something picked is no criterion.
    """
    begun = from_group(group, now=now, title=title)
    items = tuple(
        item_of(
            one.record,
            level=one.level,
            library=library.name,
            edition=library.version,
            publisher=library.publisher,
            dated=library.dated,
            reason=" ".join(map(say, one.reasons)),
        )
        for one in picked
    )
    head = replace(begun.head, procedure="below-threshold")
    return with_items(replace(begun, head=head), items)


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
