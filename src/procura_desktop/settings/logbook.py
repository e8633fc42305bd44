"""What the program notes for whoever looks after the computer: starts, steps of updating, faults.

Nothing that a person typed, chose or wrote may stand there: only facts of our own are noted, and of an
unexpected fault its kind and its places in the code, since its words may quote the person. The files are
small and few. A log that cannot be written never stops the work: on a read-only stick there is none.
"""

import logging
import re
import sys
import time
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from procura_desktop.errors import LibraryError, ProcuraError, UpdateError
from procura_desktop.settings.folders import Folders

FILE = "procura-desktop.log"
LARGEST = 256_000  # bytes of one file
KEPT = 3  # files beside the one that is written
LOG = logging.getLogger("procura_desktop")
LOG.addHandler(logging.NullHandler())  # until it is opened, nothing is noted and nothing printed
_CREDENTIALS = re.compile(r"//[^/@\s]+@")


def open_log(places: Folders) -> None:
    """Note into the log of these folders from now on; doing so twice changes nothing."""
    path = places.log / FILE
    if any(isinstance(handler, _Log) and handler.path == path for handler in LOG.handlers):
        return
    close_log()
    LOG.addHandler(_Log(path))
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def close_log() -> None:
    """Let go of the file."""
    for handler in list(LOG.handlers):
        if isinstance(handler, _Log):
            LOG.removeHandler(handler)
            handler.close()


def note_fault(error: BaseException) -> None:
    """Note a fault: of what is known to quote nobody the words, of anything else the kind and the places."""
    if isinstance(error, UpdateError | LibraryError):
        LOG.error("%s: %s", type(error).__name__, error)
    elif isinstance(error, ProcuraError):
        LOG.error("%s %s", type(error).__name__, getattr(error, "path", ""))
    else:
        LOG.error("fault of the program:\n%s", _places(error))


def _places(error: BaseException) -> str:
    """Write the chain of a fault as Python does, without any words of it."""
    lines = []
    known: BaseException | None = error
    while known is not None:
        frames = traceback.extract_tb(known.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        lines.append(f"  {type(known).__module__}.{type(known).__qualname__}")
        known = known.__cause__ or known.__context__
        if known is not None:
            lines.append("  because of")
    return "\n".join(lines)


class _Words(logging.Formatter):
    """A line a note, in UTC; further lines are set in, and passwords in addresses are left out."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%SZ"
    default_msec_format = None

    def format(self, record: logging.LogRecord) -> str:
        """Write one note."""
        text = _CREDENTIALS.sub("//…@", super().format(record))
        return text.replace("\r", "").replace("\n", "\n  ")


class _Log(RotatingFileHandler):
    """The file, made with its folder when there is something to note."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", errors="replace", delay=True
        )
        self.path = path
        self.setFormatter(_Words("%(asctime)s %(levelname)s %(process)d %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Write one note, if it can be written."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:  # read-only, full, or not ours: see the module
            return
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - a name of logging
        """Let the work go on where the disk is full or read-only; anything else is a bug."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)
