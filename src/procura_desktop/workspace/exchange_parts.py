"""What of a workspace travels beside procurements, each as a part of its own.

A part that this program does not know is left where it is, and told. What belongs to one computer (where one
stopped reading, how the window stood, what was opened last) does not travel.
"""

from datetime import UTC, datetime

import msgspec

from procura_desktop.phrases import phrase
from procura_desktop.workspace.exchange_notes import BookmarksPart, NotesPart
from procura_desktop.workspace.exchange_part import Part, PartError
from procura_desktop.workspace.workspace import LONGEST_SEARCH, Workspace

MOST_SEARCHES = 10_000


class SavedSearches:
    """Searches that somebody saved; what is there already stays."""

    name = "saved-searches"

    def written(self, workspace: Workspace) -> bytes:
        """Give the saved searches as a list of texts."""
        saved = [search.text for search in workspace.searches() if search.saved]
        return msgspec.json.encode(saved) if saved else b""

    def checked(self, data: bytes) -> object:
        """Read a list of texts.

        Raises:
            PartError: it is none, or too long.
        """
        try:
            found = msgspec.json.decode(data, type=tuple[str, ...])
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise PartError(str(error)) from error
        if len(found) > MOST_SEARCHES or any(len(text) > LONGEST_SEARCH for text in found):
            raise PartError(phrase("details", "there are more searches than anybody saves"))
        return tuple("".join(sign for sign in text if sign.isprintable()) for text in found)

    def bring_in(self, workspace: Workspace, held: object) -> int:
        """Save those that are not saved yet."""
        there = {search.text for search in workspace.searches() if search.saved}
        new = [str(text) for text in held if text not in there] if isinstance(held, tuple) else []
        for text in new:
            workspace.save_search(text, datetime.now(UTC), saved=True)
        return len(new)


PARTS: tuple[Part, ...] = (SavedSearches(), BookmarksPart(), NotesPart())
