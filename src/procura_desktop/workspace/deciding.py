"""What a buyer does about a criterion that the library has changed: keep the own wording, or take the new.

Own edits are kept where the source did not change the same words; where it did, the buyer's words stand until
the buyer decides. A figure that was confirmed has to be confirmed again. Each decision is a dated line.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from procura_desktop.domain.drafting import with_event, with_item
from procura_desktop.domain.follow_up import planned
from procura_desktop.domain.history import line
from procura_desktop.domain.merge import Merged, merge
from procura_desktop.domain.procurement import FollowUp, Item, Procurement, Wording
from procura_desktop.domain.records import CriterionDetails, Record
from procura_desktop.domain.wording import WORDING_PARTS
from procura_desktop.errors import ChoiceError, ProcurementClosedError
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.workspace.choosing import copy_of, new_id, wording_at
from procura_desktop.workspace.news import is_changed
from procura_desktop.workspace.watch import WITHDRAWN, News


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An item with the new wording of its source.

    Attributes:
        merged: each part of the wording, merged; its collisions are for the buyer to decide.
        lost_slots: what the buyer had put into slots that the source has no more.
    """

    item: Item
    merged: Mapping[str, Merged]
    lost_slots: tuple[str, ...]

    @property
    def collisions(self) -> int:
        """How many places somebody has to decide."""
        return sum(len(one.collisions) for one in self.merged.values())


def take(
    item: Item,
    now: Record,
    info: LibraryInfo,
    *,
    level: str = "",
    theirs: Mapping[str, Collection[int]] | None = None,
) -> Taken:
    """Bring an item to what its source, or another criterion in its place, says now.

    `level` is another ambition level to go to, "" stays. `theirs` names, by part, the collisions in which the
    source's words are taken; elsewhere mine stand.

    Raises:
        ChoiceError: it is an own criterion, or the source has its ambition level no more.
    """
    if item.copied is None or item.original is None or item.copied.record.criterion is None:
        raise ChoiceError(level=item.level, levels=())
    details = now.criterion
    if details is None:
        raise ChoiceError(level=item.level, levels=())
    new = wording_at(details, level or item.level)
    merged = {
        part: merge(getattr(item.original, part), getattr(item.wording, part), getattr(new, part))
        for part in WORDING_PARTS
    }
    chosen = theirs or {}
    wording = Wording(**{part: one.text(chosen.get(part, ())) for part, one in merged.items()})
    declared = {slot.name for slot in details.slots}
    old = item.copied.record
    made = replace(
        item,
        kind=details.kind if item.kind == item.copied.record.criterion.kind else item.kind,
        title=now.title if item.title == old.title else item.title,
        wording=wording,
        level=level or item.level,
        original=new,
        copied=copy_of(
            now, library=info.name, edition=info.version, publisher=info.publisher, dated=info.dated
        ),
        slots=tuple(entry for entry in item.slots if entry.name in declared),
        follow_up=(*item.follow_up, *_new_follow_ups(item, item.copied.record.criterion, details)),
        confirmed=item.confirmed if _still_confirmed(item, now) else None,
        seen="",
    )
    lost = tuple(entry.name for entry in item.slots if entry.name not in declared)
    return Taken(item=made, merged=merged, lost_slots=lost)


def with_new_wording(
    procurement: Procurement,
    news: News,
    info: LibraryInfo,
    *,
    on: str,
    level: str = "",
    theirs: Mapping[str, Collection[int]] | None = None,
    successor: Record | None = None,
) -> Procurement:
    """Take the new wording of an item's source, or of the criterion in its place, with a dated line.

    `on` is an ISO time in UTC; for `level` and `theirs` see `take`.

    Raises:
        ProcurementClosedError: a closed procurement is never changed.
        ChoiceError: there is nothing to take, or the source has the ambition level no more.
    """
    _refuse_closed(procurement)
    now = successor or news.now
    if now is None:
        raise ChoiceError(level=news.item.level, levels=())
    item = procurement.item(news.item.id)
    made = take(item, now, info, level=level, theirs=theirs).item
    before = item.copied.record.version if item.copied else 0
    where = {"title": item.title, "library": info.name, "edition": info.version}
    if successor is None:
        code = "older-taken" if news.state == "older" else "wording-taken"
        told = line(on, code, before=str(before), after=str(now.version), **where)
    else:
        told = line(on, "successor-taken", id=now.id, **where)
    return with_event(with_item(procurement, made), told)


def with_own_wording(procurement: Procurement, news: News, info: LibraryInfo, *, on: str) -> Procurement:
    """Keep an item as it is over what its source says now, with a dated line; it is not asked again.

    Raises:
        ProcurementClosedError: a closed procurement is never changed.
    """
    _refuse_closed(procurement)
    item = procurement.item(news.item.id)
    where = {"title": item.title, "library": info.name, "edition": info.version}
    if news.token == WITHDRAWN:
        told = line(on, "withdrawn-kept", **where)
    else:
        told = line(on, "own-kept", version=str(news.now.version if news.now else 0), **where)
    return with_event(with_item(procurement, replace(item, seen=news.token)), told)


def _refuse_closed(procurement: Procurement) -> None:
    if procurement.head.status == "closed":
        raise ProcurementClosedError(title=procurement.head.title)


def _still_confirmed(item: Item, now: Record) -> bool:
    """Say whether what the buyer read in the official text is still what the criterion says."""
    confirmed = item.confirmed
    return (
        confirmed is not None
        and (confirmed.record_id, confirmed.record_version) == (now.id, now.version)
        and not is_changed(item, now)
    )


def _new_follow_ups(item: Item, before: CriterionDetails, after: CriterionDetails) -> tuple[FollowUp, ...]:
    """Give what the source asks for now and did not before; what the buyer has stays."""
    known = {*before.follow_up, *(one.what for one in item.follow_up)}
    return tuple(planned(new_id(), what) for what in after.follow_up if what not in known)
