"""What goes wrong, shown to the person and written into the log.

The dialogs are imported when there is something to show: most starts have nothing.
"""

from types import TracebackType

from PySide6.QtWidgets import QWidget

from procura_desktop.errors import ProcuraError, ProgramIncompleteError
from procura_desktop.settings.folders import Folders


def show_fault(error: Exception, window: QWidget | None = None, *, instead: str = "") -> None:
    """Explain a fault in a dialog; `instead` says what is used in the place of what is not to be had."""
    from procura_desktop.gui.crash import show_error

    show_error(error, window, instead=instead)


def note(places: Folders, error: BaseException) -> None:
    """Write a fault into the log."""
    from procura_desktop.settings.logbook import note_fault, open_log

    open_log(places)
    note_fault(error)


def show_unexpected(
    places: Folders, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Show what nobody expected; a fault of a kind that we know is explained instead."""
    from procura_desktop.gui.crash import show_crash

    note(places, error)
    if isinstance(error, ImportError):
        show_fault(ProgramIncompleteError(detail=str(error)))
    elif isinstance(error, ProcuraError):
        show_fault(error)
    else:
        show_crash(kind, error, trace)
