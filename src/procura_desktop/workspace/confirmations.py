"""Confirming once: what somebody read in the official text holds wherever the same criterion is chosen.

The same is: of the same library, in the version that was confirmed, at the same level, with the figures of
its source.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from procura_desktop.domain.procurement import Confirmation, Item

if TYPE_CHECKING:
    from procura_desktop.workspace.workspace import Workspace

# Without reading the others: the first condition is that of the index `confirmed_criteria`.
_SAME = """
    SELECT json_extract(document, '$.confirmed') FROM procurement_items
    WHERE CASE WHEN json_valid(document) THEN json_extract(document, '$.confirmed.record_id') END = :record
        AND json_extract(document, '$.confirmed.record_version') = :version
        AND json_extract(document, '$.copied.library') = :library
        AND json_extract(document, '$.level') = :level
        AND json_array_length(document, '$.slots') = 0
    ORDER BY json_extract(document, '$.confirmed.on') DESC, id
"""


def with_earlier_confirmations(workspace: "Workspace", items: Iterable[Item]) -> tuple[Item, ...]:
    """Give items, those that are not confirmed with the newest confirmation of the same criterion, if any.

    Raises:
        WorkspaceError: the workspace cannot be read just now.
    """
    with workspace.reading():
        return tuple(item if item.confirmed else _with_earlier(workspace, item) for item in items)


def _with_earlier(workspace: "Workspace", item: Item) -> Item:
    copied = item.copied
    if copied is None or item.slots:
        return item
    known = {
        "record": copied.record.id,
        "version": copied.record.version,
        "library": copied.library,
        "level": item.level,
    }
    found = workspace.connection.execute(_SAME, known).fetchone()
    if found is None:
        return item
    try:
        return replace(item, confirmed=msgspec.json.decode(found[0], type=Confirmation))
    except msgspec.MsgspecError:  # what is wrong with another procurement is told where that is opened
        return item
