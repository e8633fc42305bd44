"""Keeping what an action changed, and saying what came of it."""

import json
from collections.abc import Callable, Sequence

from procura_desktop.cli.output import write
from procura_desktop.cli.procurements.arguments import ProcurementArguments
from procura_desktop.domain.procurement import Procurement
from procura_desktop.workspace.drafts import Draft
from procura_desktop.workspace.procurements import Procurements


def save_change(store: Procurements, name: str, change: Callable[[Procurement], Procurement]) -> Procurement:
    """Change a procurement by the rules of the window, whole or not at all; give it as it is now.

    Raises:
        ProcurementClosedError: it is closed, and the change neither opens it nor notes a check.
    """
    draft = Draft(store, store.read(name))
    draft.change("", change(draft.procurement))
    return draft.procurement


def tell(arguments: ProcurementArguments, document: dict[str, object], lines: Sequence[str] = ()) -> int:
    """Print one JSON document, or lines where none was asked for."""
    if arguments.json:
        write(json.dumps(document, indent=2, ensure_ascii=False))
    else:
        for line in lines:
            write(line)
    return 0
