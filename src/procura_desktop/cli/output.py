"""What goes to standard output and standard error, and what stands in for it when nobody reads it."""

import os
import sys

from procura_desktop.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryTooNewError,
    LibraryTooOldError,
    ProcuraError,
    ProcurementDamagedError,
    RecordNotFoundError,
    WorkspaceDamagedError,
)

REPAIR = "procura-desktop library verify --repair"


def write(text: str) -> None:
    """Write a line; characters that the terminal lacks become question marks."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding).rstrip("\n") + "\n")


def report(error: ProcuraError, *, as_json: bool) -> None:
    """Say what went wrong: on standard error, or as the one JSON document."""
    if as_json:
        import json

        write(json.dumps({"error": sentence(error)}))
    else:
        sys.stderr.write(f"procura-desktop: {sentence(error)}\n")


def sentence(error: ProcuraError) -> str:
    """Say what is wrong and what to do."""
    if isinstance(error, RecordNotFoundError):
        return f"{error}; find one with: procura-desktop search WORDS"
    if isinstance(error, LibraryTooNewError):
        return f"{_with_notes(error)}; install that version"
    if isinstance(error, LibraryTooOldError):
        return f"{_with_notes(error)}; bring it again with: procura-desktop update"
    if isinstance(error, LibraryDamagedError):
        return f"{_with_notes(error)}; mend it with: {REPAIR}, or install the program again"
    if isinstance(error, LibraryError):
        return f"{_with_notes(error)}; install the program or its library again"
    if isinstance(error, ProcurementDamagedError):
        return f"{error}; open the program: under Settings, Your data, you can go back to a backup"
    if isinstance(error, WorkspaceDamagedError):
        return (
            f"{error}; nothing was changed. Open the program: it offers to rescue what can be read, "
            "keeping this file, or to go back to a backup"
        )
    return str(error)


def _with_notes(error: LibraryError) -> str:
    """Name every library that was tried, not the first alone."""
    return "; ".join((str(error), *getattr(error, "__notes__", ())))


def drop_output() -> None:
    """Send what is still to be written nowhere, so that the interpreter's end does not fail on it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
