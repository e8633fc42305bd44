"""What `procurement list` and `show` print; a person finds there the names that `set` takes."""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from procura_desktop.cli.output import write
from procura_desktop.cli.procurements.arguments import ProcurementArguments
from procura_desktop.cli.procurements.saving import tell
from procura_desktop.domain.award_words import plain
from procura_desktop.domain.price_table import table_text
from procura_desktop.domain.procurement import Award, FollowUp, Head, Item, Lot, Offer, Procurement, Share
from procura_desktop.domain.wording import filled_wording, slot_states
from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.procurements import Procurements


def list_all(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Print all procurements, a line each."""
    entries = store.entries()
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
    lines = [
        f"{one.id}  {'template' if one.template else one.status:8}  {one.changed:%Y-%m-%d}  "
        f"{one.title} ({one.items} criteria)"
        for one in entries
    ]
    empty = "There is no procurement yet; begin one with: procura-desktop procurement new TITLE"
    return tell(arguments, {"procurements": listed}, lines or [empty])


def show(arguments: ProcurementArguments, _places: Folders, store: Procurements) -> int:
    """Print one procurement, with the ids of its parts."""
    procurement = store.read(arguments.operands[0]).procurement
    if arguments.json:
        write(msgspec.json.format(msgspec.json.encode(procurement)).decode())
        return 0
    for line in _lines(procurement):
        write(line)
    return 0


def _lines(one: Procurement) -> Iterator[str]:
    template = ", template" if one.head.template else ""
    yield f"{one.head.title} ({one.head.status}{template})"
    yield from _head(one.head)
    if one.lots:
        yield "\nLots"
        yield from map(_lot, one.lots)
    if one.items:
        yield "\nCriteria"
    for number, item in enumerate(one.items):
        yield from ("",) * (number > 0)
        yield from _item(item)
    yield "\nAward"
    yield from _award(one.award)
    if one.offers:
        yield "\nExample offers"
        yield from map(_offer, one.offers)


def _head(head: Head) -> Iterator[str]:
    for name in ("buyer", "reference", "need", "purpose"):
        if value := getattr(head, name):
            yield f"{name}: {value}"
    if head.value is not None:
        yield f"value: {head.value:f} {head.currency}"
    for name in ("groups", "cpv"):
        if value := getattr(head, name):
            yield f"{name}: {', '.join(value)}"
    for name in ("publication", "deadline", "contract_start", "contract_end"):
        if value := getattr(head.dates, name):
            yield f"{name}: {value}"


def _lot(lot: Lot) -> str:
    value = f", value {lot.value:f}" if lot.value is not None else ""
    cpv = f", cpv {', '.join(lot.cpv)}" if lot.cpv else ""
    return f"{lot.id}  {lot.title or '(no title)'}{value}{cpv}"


def _item(item: Item) -> Iterator[str]:
    level = f", {item.level}" if item.level else ""
    own = "" if item.copied is not None else ", your own"
    weight = f", weight {_share(item.share)}" if item.share.weight is not None else ""
    lots = f", lots {','.join(item.lots)}" if item.lots else ""
    yield f"{item.id}  {item.kind}{level}{own}{weight}{lots}: {item.title}"
    if requirement := filled_wording(item).requirement:
        yield "    " + requirement.replace("\n", "\n    ")
    for state in slot_states(item):
        if state.used:
            yield f"    slot.{state.slot.name}: {state.value} {state.slot.unit}".rstrip()
    if (read := item.confirmed) is not None:
        yield f"    confirmed by {read.by} on {read.on}: {read.document}, {read.page}"
    for check in item.follow_up:
        yield f"    follow-up {_follow_up(check)}"


def _follow_up(check: FollowUp) -> str:
    again = f", then every {check.every_months} months" if check.every_months else ""
    done = f"; checked on {', '.join(check.done)}" if check.done else ""
    return f"{check.id}  after {check.after_days} days{again}: {check.what}{done}"


def _award(award: Award) -> Iterator[str]:
    yield f"weighting: {award.weighting}"
    if award.order_reason:
        yield f"order_reason: {award.order_reason}"
    yield f"price.kind: {award.price_kind}"
    for name in ("weight", "most", "minimum"):
        value: Decimal | None = getattr(award.price, name)
        if value is not None:
            yield f"price.{name}: {plain(value)}"
    yield f"formula: {award.formula}"
    if award.formula == "linear":
        yield f"zero_at: {plain(award.zero_at)}"
    if award.table:
        yield f"price.table: {table_text(award.table)}"
    yield f"decimals: {award.decimals}"
    yield f"tie: {award.tie}"


def _share(share: Share) -> str:
    least = f", minimum {plain(share.minimum)}" if share.minimum is not None else ""
    most = f" to {plain(share.most)}" if share.most is not None else ""
    return f"{plain(share.weight or Decimal(0))}{most}{least}"


def _offer(offer: Offer) -> str:
    scores = "".join(f", {item} {plain(score)}" for item, score in offer.scores)
    return f"{offer.id}  {offer.name}: price {offer.price:f}{scores}"
