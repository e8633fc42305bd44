"""What each action of `procurement` does; a change is saved whole or not at all."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime

import msgspec

from procura_desktop.cli.arguments import UsageError
from procura_desktop.cli.libraries import open_books
from procura_desktop.cli.output import write
from procura_desktop.cli.procurements.arguments import HELP, ProcurementArguments, parse_procurement
from procura_desktop.cli.procurements.entering import entered
from procura_desktop.cli.procurements.parcels import save, take
from procura_desktop.domain.drafting import with_items
from procura_desktop.domain.procurement import Item, Procurement
from procura_desktop.domain.proposing import level_for
from procura_desktop.domain.records import Record
from procura_desktop.domain.wording import filled_wording
from procura_desktop.errors import ProcurementClosedError
from procura_desktop.export.letterhead import letterhead_of
from procura_desktop.library.books import Books
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.policy import load_policy
from procura_desktop.workspace.beginning import begin, from_earlier
from procura_desktop.workspace.choosing import item_of
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace


def run(argv: list[str]) -> int:
    """Do what a command line says; give the exit code."""
    arguments = parse_procurement(argv)
    if arguments.help:
        write(HELP)
        return 0
    places = folders(arguments.data_dir, policy=arguments.policy)
    with open_workspace(places.workspace) as workspace:
        return _ACTIONS[arguments.action](arguments, places, Procurements(workspace))


def _new(arguments: ProcurementArguments, places: Folders, store: Procurements) -> int:
    (title,) = arguments.operands
    now = datetime.now(UTC)
    if arguments.origin:
        made = from_earlier(store.read(arguments.origin).procurement, now=now, title=title)
    else:
        made = begin(
            title,
            now=now,
            group=_group(places, arguments.group) if arguments.group else None,
            ambition=arguments.ambition,
            small=arguments.small,
            language=letterhead_of(load_policy(places.policy)).language,
        )
    store.add(made)
    write(json.dumps({"id": made.id}) if arguments.json else made.id)
    return 0


def _group(places: Folders, name: str) -> Record:
    with closing(open_books(places)) as library:
        record = library.record(name if "/" in name else f"groups/{name}")
    if record.group is None:
        raise UsageError(f"{record.id} is no product group")
    return record


def _list(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    entries = store.entries()
    if arguments.json:
        listed = [
            {
                "id": one.id,
                "title": one.title,
                "buyer": one.buyer,
                "status": one.status,
                "template": one.template,
                "items": one.items,
                "changed": one.changed.isoformat(timespec="seconds"),
            }
            for one in entries
        ]
        write(json.dumps({"procurements": listed}, indent=2, ensure_ascii=False))
        return 0
    for one in entries:
        state = "template" if one.template else one.status
        write(f"{one.id}  {state:8}  {one.changed:%Y-%m-%d}  {one.title} ({one.items} criteria)")
    if not entries:
        write("There is no procurement yet; begin one with: procura-desktop procurement new TITLE")
    return 0


def _show(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    procurement = store.read(arguments.operands[0]).procurement
    if arguments.json:
        write(msgspec.json.format(msgspec.json.encode(procurement)).decode())
        return 0
    head = procurement.head
    write(f"{head.title} ({head.status})")
    for name in ("buyer", "reference", "need", "purpose"):
        if value := getattr(head, name):
            write(f"{name}: {value}")
    if head.value is not None:
        write(f"value: {head.value:f} {head.currency}")
    for item in procurement.items:
        write(_item_lines(item))
    return 0


def _item_lines(item: Item) -> str:
    level = f", {item.level}" if item.level else ""
    weight = f", weight {item.share.weight:f}" if item.share.weight is not None else ""
    lines = filled_wording(item).requirement.replace("\n", "\n    ")
    return f"\n{item.id}  {item.kind}{level}{weight}: {item.title}\n    {lines}"


def _add(arguments: ProcurementArguments, places: Folders, store: Procurements) -> int:
    name, *records = arguments.operands
    if not arguments.reason.strip():
        raise UsageError("say why with --reason: every criterion needs a reason")
    stored = store.read(name)
    with closing(open_books(places)) as library:
        ambition = stored.procurement.head.ambition
        items = [_item(library, record, ambition, arguments) for record in records]
    _save(store, name, lambda one: with_items(one, items))
    for item in items:
        write(f"{item.id}  {item.title}")
    return 0


def _item(library: Books, record_id: str, ambition: str, arguments: ProcurementArguments) -> Item:
    record = library.record(record_id)
    info = library.info_of(record.id)
    return item_of(
        record,
        level=arguments.level or level_for(record, ambition),
        library=info.name,
        edition=info.version,
        publisher=info.publisher,
        dated=info.dated,
        reason=arguments.reason.strip(),
    )


def _set(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    name, *pairs = arguments.operands
    for pair in pairs:
        if "=" not in pair:
            raise UsageError(f"write NAME=VALUE, not {pair!r}")

    def change(one: Procurement) -> Procurement:
        for pair in pairs:
            field, _, value = pair.partition("=")
            one = entered(one, field.strip(), value)
        return one

    _save(store, name, change)
    return 0


def _save(store: Procurements, name: str, change: Callable[[Procurement], Procurement]) -> None:
    stored = store.read(name)
    changed = change(stored.procurement)
    if stored.procurement.head.status == "closed" and changed.head.status == "closed":
        raise ProcurementClosedError(title=stored.procurement.head.title)
    store.save(changed, before=stored)


def _check(arguments: ProcurementArguments, places: Folders, store: Procurements) -> int:
    from procura_desktop.cli.procurements.leaving import check

    return check(arguments, places, store)


def _export(arguments: ProcurementArguments, places: Folders, store: Procurements) -> int:
    from procura_desktop.cli.procurements.leaving import export

    return export(arguments, places, store)


_ACTIONS: dict[str, Callable[[ProcurementArguments, Folders, Procurements], int]] = {
    "new": _new,
    "list": _list,
    "show": _show,
    "add": _add,
    "set": _set,
    "check": _check,
    "export": _export,
    "save": save,
    "take": take,
}
