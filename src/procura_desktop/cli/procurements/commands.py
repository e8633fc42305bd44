"""What each action of `procurement` does; a change is saved whole or not at all."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

from procura_desktop.cli.arguments import UsageError
from procura_desktop.cli.libraries import open_books
from procura_desktop.cli.output import write
from procura_desktop.cli.procurements import adding, changing, showing
from procura_desktop.cli.procurements.arguments import ProcurementArguments, parse_procurement
from procura_desktop.cli.procurements.help import HELP
from procura_desktop.cli.procurements.parcels import save, take
from procura_desktop.cli.procurements.saving import tell
from procura_desktop.cli.procurements.values import text
from procura_desktop.domain.procurement import Procurement
from procura_desktop.domain.records import Record
from procura_desktop.export.letterhead import letterhead_of
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.policy import load_policy
from procura_desktop.workspace.beginning import as_template, begin, from_earlier
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace

Action = Callable[[ProcurementArguments, Folders, Procurements], int]


def run(argv: list[str]) -> int:
    """Do what a command line says; give the exit code."""
    arguments = parse_procurement(argv)
    if arguments.help:
        write(HELP)
        return 0
    places = folders(arguments.data_dir, policy=arguments.policy)
    with open_workspace(places.workspace, backups=places.backup_folders) as workspace:
        return _ACTIONS[arguments.action](arguments, places, Procurements(workspace))


def _new(arguments: ProcurementArguments, places: Folders, store: Procurements) -> int:
    title = text("the title", arguments.operands[0])
    if arguments.origin:
        earlier = store.read(arguments.origin).procurement
        start = as_template if arguments.template else from_earlier
        made = start(earlier, now=datetime.now(UTC), title=title)
    else:
        made = _begun(arguments, places, title)
    store.add(made)
    return tell(arguments, {"id": made.id}, [made.id])


def _begun(arguments: ProcurementArguments, places: Folders, title: str) -> Procurement:
    made = begin(
        title,
        now=datetime.now(UTC),
        group=_group(places, arguments.group) if arguments.group else None,
        ambition=arguments.ambition,
        small=arguments.small,
        language=letterhead_of(load_policy(places.policy)).language,
    )
    return replace(made, head=replace(made.head, template=arguments.template))


def _group(places: Folders, name: str) -> Record:
    with closing(open_books(places)) as library:
        record = library.record(name if "/" in name else f"groups/{name}")
    if record.group is None:
        raise UsageError(f"{record.id} is no product group")
    return record


def _check(arguments: ProcurementArguments, places: Folders, store: Procurements) -> int:
    from procura_desktop.cli.procurements.leaving import check

    return check(arguments, places, store)


def _export(arguments: ProcurementArguments, places: Folders, store: Procurements) -> int:
    from procura_desktop.cli.procurements.leaving import export

    return export(arguments, places, store)


_ACTIONS: dict[str, Action] = {
    "new": _new,
    "list": showing.list_all,
    "show": showing.show,
    "set": changing.set_values,
    "lot": adding.lot,
    "add": adding.add,
    "own": adding.own,
    "confirm": changing.confirm,
    "move": changing.move,
    "remove": changing.remove,
    "offer": adding.offer,
    "follow-up": adding.follow_up,
    "checked": changing.checked,
    "check": _check,
    "export": _export,
    "save": save,
    "take": take,
}
