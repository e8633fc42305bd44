"""What every part is that travels with a workspace beside its procurements."""

from typing import TYPE_CHECKING, Protocol

from procura_desktop.phrases import Words

if TYPE_CHECKING:
    from procura_desktop.workspace.workspace import Workspace


class PartError(ValueError):
    """What a part holds makes no sense."""

    def __init__(self, detail: Words) -> None:
        super().__init__(str(detail))
        self.detail = detail


class Part(Protocol):
    """One kind of thing that travels with a workspace; `name` is that of its entry."""

    @property
    def name(self) -> str:
        """Small letters, digits and hyphens."""

    def written(self, workspace: "Workspace") -> bytes:
        """Give what the workspace has of it, as JSON; b"" is nothing."""

    def checked(self, data: bytes) -> object:
        """Understand what a file has of it, before anything is changed.

        Raises:
            PartError: it makes no sense.
        """

    def bring_in(self, workspace: "Workspace", held: object) -> int:
        """Add what `checked` gave to a workspace, within its transaction; give how much was new."""
