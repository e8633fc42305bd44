"""What was chosen on the page Documents, for the next time: it is the person's, not the procurement's."""

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from procura_desktop.workspace.workspace import Workspace

NAME = "documents"
MOST_KEPT = 200  # procurements; the ones that were ticked for longest ago are forgotten


class DocumentChoices(msgspec.Struct, kw_only=True, frozen=True):
    """The prefix for open contracting data, the form, and the documents that are ticked, by procurement."""

    prefix: str = ""
    form: str = ""
    ticks: dict[str, tuple[str, ...]] = {}

    def ticking(self, procurement_id: str, kinds: tuple[str, ...]) -> "DocumentChoices":
        """Give these choices with other ticks for a procurement, which is then the newest."""
        others = {one: ticked for one, ticked in self.ticks.items() if one != procurement_id}
        kept = [*others.items(), (procurement_id, kinds)][-MOST_KEPT:]
        return msgspec.structs.replace(self, ticks=dict(kept))


def read_choices(workspace: "Workspace") -> DocumentChoices:
    """Give what was chosen last; what another version wrote and this one cannot read counts as nothing.

    Raises:
        WorkspaceError: the workspace cannot be read.
    """
    data = workspace.window_state(NAME)
    try:
        return msgspec.json.decode(data, type=DocumentChoices) if data else DocumentChoices()
    except msgspec.DecodeError:
        return DocumentChoices()


def keep_choices(workspace: "Workspace", choices: DocumentChoices) -> None:
    """Keep what was chosen.

    Raises:
        WorkspaceError: the workspace cannot be written.
    """
    workspace.set_window_state(NAME, msgspec.json.encode(choices))
