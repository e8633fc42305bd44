"""A workspace of 0 bytes: one that was never begun, or all that is left of one.

SQLite takes a file of 0 bytes for an empty database and deletes the log beside it. A start that is killed at
once leaves such a file, with nothing beside it. Where a log, a journal or a backup shows that there was more,
what it held is lost, and nothing may be written there before somebody decides.
"""

from collections.abc import Iterable
from pathlib import Path

from procura_desktop.errors import WorkspaceDamagedError
from procura_desktop.phrases import Phrase, phrase
from procura_desktop.workspace.pages import pages_before
from procura_desktop.workspace.writing import translated_error


def is_empty(workspace: Path) -> bool:
    """Say whether there is a file, and nothing in it."""
    return workspace.is_file() and workspace.stat().st_size == 0


def refuse_emptied(workspace: Path, backups: Iterable[Path]) -> None:
    """Look before SQLite does; `backups` are the folders in which there may be some.

    Raises:
        WorkspaceDamagedError: it is empty, and was not always so; nothing was changed.
        WorkspaceError: what lies beside it cannot be looked at just now.
    """
    try:
        lost = _what_tells(workspace, backups) if is_empty(workspace) else None
    except OSError as error:
        raise translated_error(workspace, error) from error
    if lost is not None:
        raise WorkspaceDamagedError(path=workspace, detail=lost)


def _what_tells(workspace: Path, backups: Iterable[Path]) -> Phrase | None:
    from procura_desktop.workspace.backup import newest  # which opens workspaces

    if _size(workspace, "-wal") or _had_pages(workspace):
        return phrase("details", "it is empty, and the log beside it is not")
    if newest(backups) is not None:
        return phrase("details", "it is empty, and there are backups of what it held")
    return None


def _size(workspace: Path, companion: str) -> int:
    beside = workspace.with_name(workspace.name + companion)
    return beside.stat().st_size if beside.is_file() else 0


def _had_pages(workspace: Path) -> bool:
    """Say whether a journal tells of pages; that of a first start tells of none."""
    journal = workspace.with_name(f"{workspace.name}-journal")
    return journal.is_file() and pages_before(journal.read_bytes()) > 0
