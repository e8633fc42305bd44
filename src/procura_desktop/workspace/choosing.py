"""A criterion of the library becomes an item of a procurement: copied whole, with where it came from."""

from dataclasses import replace
from uuid import uuid4

from procura_desktop.domain import level_lines
from procura_desktop.domain.follow_up import planned
from procura_desktop.domain.procurement import Copied, Item, Wording
from procura_desktop.domain.records import CriterionDetails, Record
from procura_desktop.domain.wording import filled_wording
from procura_desktop.errors import ChoiceError
from procura_desktop.library.pack import encode_record, record_hash
from procura_desktop.markup.wording import wording_of


def new_id() -> str:
    """Give an id that nothing else has, now or later."""
    return uuid4().hex[:16]


def wording_at(details: CriterionDetails, level: str) -> Wording:
    """Give the source's wording of a criterion at one of its levels.

    Raises:
        ChoiceError: it has no such level.
    """
    found = next((one for one in details.levels if one.name == level), None)
    if found is None:
        raise ChoiceError(level=level, levels=tuple(one.name for one in details.levels))
    names = tuple(one.name for one in details.levels)

    def shared(html: str) -> str:
        return level_lines.at_level(wording_of(html), level, names)

    return Wording(
        requirement=wording_of(found.requirement_html),
        proof_tender=shared(details.proof_tender_html),
        proof_contract=shared(details.proof_contract_html),
        points=shared(details.points_html),
    )


def item_of(
    record: Record,
    *,
    level: str,
    library: str,
    edition: str,
    publisher: str = "",
    dated: str = "",
    reason: str = "",
) -> Item:
    """Make an item of a criterion at a level; a criterion's follow-ups come with it.

    Raises:
        ChoiceError: this is no criterion, or it has no such level.
    """
    details = _details(record)
    wording = wording_at(details, level)
    return Item(
        id=new_id(),
        kind=details.kind,
        title=record.title,
        wording=wording,
        level=level,
        original=wording,
        copied=copy_of(record, library=library, edition=edition, publisher=publisher, dated=dated),
        reason=reason,
        follow_up=tuple(planned(new_id(), what) for what in details.follow_up),
    )


def wording_as_read(record: Record, level: str) -> Wording:
    """Give a criterion's wording at a level as a bidder reads it, with the figures that the source names.

    Raises:
        ChoiceError: this is no criterion, or it has no such level.
    """
    return filled_wording(item_of(record, level=level, library="", edition=""))


def copy_of(record: Record, *, library: str, edition: str, publisher: str, dated: str) -> Copied:
    """Give a record as it is copied into an item."""
    return Copied(
        library=library,
        edition=edition,
        publisher=publisher,
        record=record,
        hash=record_hash(encode_record(record)),
        dated=dated,
    )


def at_level(item: Item, level: str) -> Item:
    """Give an item at another ambition level of its source; own edits give way to that level's wording.

    What was confirmed was the wording of the level before.

    Raises:
        ChoiceError: it is an own criterion, or has no such level.
    """
    if item.copied is None:
        raise ChoiceError(level=level, levels=())
    wording = wording_at(_details(item.copied.record), level)
    return replace(item, level=level, wording=wording, original=wording, slots=(), confirmed=None)


def _details(record: Record) -> CriterionDetails:
    if record.criterion is None:
        raise ChoiceError(level="", levels=())
    return record.criterion
