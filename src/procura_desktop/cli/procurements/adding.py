"""What comes into a procurement: criteria of libraries and one's own, lots, example offers, follow-ups."""

from contextlib import closing
from dataclasses import replace

from procura_desktop.cli.arguments import UsageError
from procura_desktop.cli.libraries import open_books
from procura_desktop.cli.procurements.arguments import ProcurementArguments
from procura_desktop.cli.procurements.entering_item import lots_entered
from procura_desktop.cli.procurements.finding import item_of as item_named
from procura_desktop.cli.procurements.saving import save_change, tell
from procura_desktop.cli.procurements.values import EntryError, price, words
from procura_desktop.domain.drafting import (
    chosen_already,
    example_offer,
    with_follow_up,
    with_items,
    with_lots,
    with_offer,
)
from procura_desktop.domain.procurement import FollowUp, Item, Lot, Procurement, Wording
from procura_desktop.domain.proposing import level_for
from procura_desktop.library.books import Books
from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.choosing import item_of, new_id
from procura_desktop.workspace.confirmations import with_earlier_confirmations
from procura_desktop.workspace.procurements import Procurements


def add(arguments: ProcurementArguments, places: Folders, store: Procurements) -> int:
    """Choose criteria of the libraries."""
    name, *records = arguments.operands
    reason = _reason(arguments)
    stored = store.read(name)
    with closing(open_books(places)) as library:
        ambition = stored.procurement.head.ambition
        made = [_item(library, record, arguments.level, ambition, reason) for record in records]
    items = with_earlier_confirmations(store.workspace, made)

    def change(one: Procurement) -> Procurement:
        lots = lots_entered(one, arguments.lots)
        for item in items:
            _refuse_double(one, item, lots)
            one = with_items(one, [replace(item, lots=lots)])
        return one

    save_change(store, name, change)
    listed = [{"id": item.id, "title": item.title} for item in items]
    return tell(arguments, {"items": listed}, [f"{item.id}  {item.title}" for item in items])


def _item(library: Books, record_id: str, level: str, ambition: str, reason: str) -> Item:
    record = library.record(record_id)
    info = library.info_of(record.id)
    return item_of(
        record,
        level=level or level_for(record, ambition),
        library=info.name,
        edition=info.version,
        publisher=info.publisher,
        dated=info.dated,
        reason=reason,
    )


def _refuse_double(procurement: Procurement, item: Item, lots: tuple[str, ...]) -> None:
    record_id = item.copied.record.id if item.copied is not None else ""
    there = chosen_already(procurement, record_id, lots)
    if there is not None:
        raise EntryError(
            f"{record_id} is in this procurement already, as item {there.id}; change that one with: "
            "procurement set, or add it for lots that it does not hold for with --lots LOT,LOT"
        )


def _reason(arguments: ProcurementArguments) -> str:
    if not arguments.reason.strip():
        raise UsageError("say why with --reason: every criterion needs a reason")
    return words("--reason", arguments.reason).strip()


def own(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Add a criterion of one's own."""
    name, title = arguments.operands
    if not arguments.kind:
        raise UsageError("say of which kind it is with --kind SM, SC, TS, AC or CPC")
    made = Item(
        id=new_id(),
        kind=arguments.kind,
        title=words("the title", title),
        wording=Wording(),
        reason=_reason(arguments),
    )

    def change(one: Procurement) -> Procurement:
        return with_items(one, [replace(made, lots=lots_entered(one, arguments.lots))])

    save_change(store, name, change)
    return tell(arguments, {"id": made.id}, [made.id])


def lot(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Divide into more lots."""
    name, *titles = arguments.operands
    made = [Lot(id=new_id(), title=words("the title", title)) for title in titles]
    save_change(store, name, lambda one: with_lots(one, (*one.lots, *made)))
    listed = [{"id": one.id, "title": one.title} for one in made]
    return tell(arguments, {"lots": listed}, [one.id for one in made])


def offer(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Add an example offer, which scores in the middle until somebody says otherwise."""
    name, called = arguments.operands
    if not arguments.price:
        raise UsageError("say its price with --price, such as --price 95000")
    title, asked, offer_id = words("the name", called), price("--price", arguments.price), new_id()
    save_change(
        store, name, lambda one: with_offer(one, example_offer(one, offer_id, name=title, price=asked))
    )
    return tell(arguments, {"id": offer_id}, [offer_id])


def follow_up(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Add what is to be checked during the contract."""
    name, item, what = arguments.operands
    made = FollowUp(id=new_id(), what=words("what to check", what))
    save_change(store, name, lambda one: with_follow_up(one, item_named(one, item).id, made))
    return tell(arguments, {"id": made.id}, [made.id])
