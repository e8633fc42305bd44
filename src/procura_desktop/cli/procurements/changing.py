"""What happens to the parts of a procurement: filled in, confirmed, checked, moved, taken out."""

import sys
from dataclasses import replace

from procura_desktop.cli.arguments import UsageError
from procura_desktop.cli.procurements.arguments import ProcurementArguments
from procura_desktop.cli.procurements.entering import all_entered, read_pairs
from procura_desktop.cli.procurements.finding import Part, any_part, found, item_of, lot_of, parts_of
from procura_desktop.cli.procurements.saving import save_change, tell
from procura_desktop.cli.procurements.values import EntryError, past_day, shown, whole, words
from procura_desktop.domain.drafting import (
    change_follow_up,
    confirmation_of,
    moved,
    of_lot_alone,
    with_item,
    without_follow_up,
    without_item,
    without_lot,
    without_offer,
)
from procura_desktop.domain.follow_up import checked as noted
from procura_desktop.domain.procurement import Item, Procurement
from procura_desktop.domain.records import Record
from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.procurements import Procurements


def set_values(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Fill values in; what is odd about a figure that is kept goes to standard error."""
    name, *pairs = arguments.operands
    values = read_pairs(pairs)
    odd: list[str] = []

    def change(one: Procurement) -> Procurement:
        made, warnings = all_entered(one, values)
        odd.extend(warnings)
        return made

    save_change(store, name, change)
    for warning in odd:
        sys.stderr.write(f"procura-desktop: {warning}\n")
    return tell(arguments, {"id": name, "warnings": odd})


def confirm(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Note that somebody read the figures of criteria in their official text."""
    name, *items = arguments.operands
    if not (arguments.by.strip() and arguments.page.strip()):
        raise UsageError("say who read the figures with --by WHO, and where with --page PAGE-OR-SECTION")
    by, page = words("--by", arguments.by), words("--page", arguments.page)
    on = past_day("--on", arguments.on).isoformat()

    def change(one: Procurement) -> Procurement:
        for item in (item_of(one, item_id) for item_id in items):
            record = _record(item)
            read = confirmation_of(record, by=by, on=on, document=_document(arguments, record), page=page)
            one = with_item(one, replace(item, confirmed=read))
        return one

    save_change(store, name, change)
    return tell(arguments, {"id": name})


def _record(item: Item) -> Record:
    if item.copied is None:
        raise EntryError(
            f"{shown(item.title)} is a criterion of your own, which has no official text to confirm"
        )
    return item.copied.record


def _document(arguments: ProcurementArguments, record: Record) -> str:
    """Give which document was read: the first source of the criterion, where nobody says another."""
    told = arguments.read_in or (record.sources[0].title if record.sources else "")
    if not told.strip():
        raise UsageError(
            f"{record.id} names no source: say in which document the figures were read with --read-in"
        )
    return words("--read-in", told)


def checked(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Note that a check was made, in a closed procurement too."""
    name, check = arguments.operands
    on = past_day("--on", arguments.on)

    def change(one: Procurement) -> Procurement:
        part = found(one, "follow-up", check)
        return change_follow_up(one, part.item, part.id, lambda old: noted(old, on))

    save_change(store, name, change)
    return tell(arguments, {"id": name})


def move(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Put a criterion in another place among those of its kind; 1 is the first."""
    name, item_id, place = arguments.operands

    def change(one: Procurement) -> Procurement:
        item = item_of(one, item_id)
        same = [other.id for other in one.of_kind(item.kind)]
        to = whole("the place", place, len(same))
        if to == 0:
            raise EntryError(f"the place is a whole number from 1 to {len(same)}, not {shown(place)}")
        return moved(one, item.id, to - 1 - same.index(item.id))

    save_change(store, name, change)
    return tell(arguments, {"id": name})


def remove(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Take out what has these ids."""
    name, *names = arguments.operands
    if arguments.with_criteria and arguments.for_all_lots:
        raise UsageError("write --with-criteria or --for-all-lots, not both")

    def change(one: Procurement) -> Procurement:
        for part in [any_part(one, wanted) for wanted in names]:
            if part in parts_of(one):  # what belonged to a criterion has gone with it
                one = _without(one, part, arguments)
        return one

    save_change(store, name, change)
    return tell(arguments, {"id": name})


def _without(procurement: Procurement, part: Part, arguments: ProcurementArguments) -> Procurement:
    if part.sort == "item":
        return without_item(procurement, part.id)
    if part.sort == "follow-up":
        return without_follow_up(procurement, part.item, part.id)
    if part.sort == "offer":
        return without_offer(procurement, part.id)
    alone = of_lot_alone(procurement, part.id)
    if alone and not (arguments.with_criteria or arguments.for_all_lots):
        title, ids = shown(lot_of(procurement, part).title), ", ".join(item.id for item in alone)
        raise EntryError(
            f"these criteria hold for the lot {title} alone: {ids}; "
            "take them out too with --with-criteria, or keep them for all lots with --for-all-lots"
        )
    return without_lot(procurement, part.id, own=arguments.with_criteria)
