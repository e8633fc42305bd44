"""`procurement save` and `take`: procurements as a file for a colleague, and back."""

import json
from datetime import UTC, datetime
from pathlib import Path

from procura_desktop.cli.arguments import UsageError
from procura_desktop.cli.output import write
from procura_desktop.cli.procurements.arguments import ProcurementArguments
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.exchange import (
    Arrival,
    Brought,
    Parcel,
    arrivals,
    bring_in,
    export_procurements,
    read_parcel,
)
from procura_desktop.workspace.procurements import Procurements


def save(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Write procurements into a file."""
    if arguments.to is None:
        raise UsageError("name the file with --to, such as: procurement save ID --to laptops.procurement")
    names = dict.fromkeys(arguments.operands)
    found = [store.read(name).procurement for name in names]
    export_procurements(found, arguments.to, now=datetime.now(UTC))
    if arguments.json:
        write(json.dumps({"file": str(arguments.to), "procurements": list(names)}, ensure_ascii=False))
    else:
        write(f"saved in {arguments.to}: {', '.join(one.head.title for one in found)}")
    return 0


def take(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Take a file in; what is there already is decided by `--keep` alike."""
    parcel = read_parcel(Path(arguments.operands[0]), Silent())
    found = arrivals(parcel, store)
    keep = arguments.keep or "mine"
    brought = bring_in(store.workspace, parcel, found, {one.theirs.id: keep for one in found})
    kept = tuple(one for one in found if one.conflicts and keep == "mine")
    same = tuple(one for one in found if one.mine is not None and not one.conflicts)
    if arguments.json:
        write(json.dumps(_document(parcel, brought, kept, same), indent=2, ensure_ascii=False))
        return 0
    for line in _lines(parcel, brought, kept, same):
        write(line)
    return 0


def _document(
    parcel: Parcel, brought: Brought, kept: tuple[Arrival, ...], same: tuple[Arrival, ...]
) -> dict[str, object]:
    taken = [
        {"id": after.id, "title": after.head.title, "replaced": before is not None}
        for before, after in brought.procurements
    ]
    return {
        "taken": taken,
        "kept": [
            {"id": one.theirs.id, "title": _title(one), "differences": len(one.differences)} for one in kept
        ],
        "same": [one.theirs.id for one in same],
        "parts": dict(brought.parts),
        "left": list(parcel.unknown),
        "put_right": {one.what: one.count for one in parcel.mended},
    }


def _lines(
    parcel: Parcel, brought: Brought, kept: tuple[Arrival, ...], same: tuple[Arrival, ...]
) -> list[str]:
    lines = [
        f"{after.id}  {'replaced' if before is not None else 'taken'}: {after.head.title}"
        for before, after in brought.procurements
    ]
    lines += [
        f"{one.theirs.id}  kept yours, which differs in {len(one.differences)} places: {_title(one)}; "
        "to take what the file has: --keep theirs, or --keep both"
        for one in kept
    ]
    lines += [f"{one.theirs.id}  the same is here already: {_title(one)}" for one in same]
    lines += [f"{name}: {count} new" for name, count in brought.parts.items() if count]
    lines += [f"left in the file, this version does not know it: {name}" for name in parcel.unknown]
    lines += [f"put right: {one}" for one in parcel.mended]
    return lines


def _title(arrival: Arrival) -> str:
    return arrival.mine.procurement.head.title if arrival.mine is not None else arrival.theirs.head.title
