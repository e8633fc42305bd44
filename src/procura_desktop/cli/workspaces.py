"""Looking at the user's workspace without touching it.

SQLite may write to a file that it only reads: after a crash it finishes what the journal holds. So a copy
is opened, which also shows that this program can bring an older workspace up to date.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from procura_desktop.errors import WorkspaceDamagedError, WorkspaceError, WorkspaceTooNewError
from procura_desktop.workspace.workspace import open_workspace

_ATTEMPTS = 5
# https://www.sqlite.org/tempfiles.html: what a crash leaves beside the file belongs to it
_COMPANIONS = ("-wal", "-journal")
_State = tuple[tuple[int, int] | None, ...]


def look_at_workspace(path: Path) -> str:
    """Say what is found; the workspace and the files beside it are only read.

    Raises:
        WorkspaceTooNewError: a later version of the program wrote it.
        WorkspaceDamagedError: it is not a sound workspace.
        WorkspaceError: it cannot be read just now.
    """
    if not path.exists():
        return f"none yet; the first start makes {path}"
    with TemporaryDirectory() as folder, _named(path):
        copy = Path(folder) / path.name
        _copy_settled(path, copy)
        with open_workspace(copy):
            return str(path)


def _copy_settled(path: Path, copy: Path) -> None:
    """Copy the files as they are at one moment: again if a running program wrote in between."""
    try:
        for _ in range(_ATTEMPTS):
            before = _state(path)
            for companion, found in zip(("", *_COMPANIONS), before, strict=True):
                target = copy.with_name(copy.name + companion)
                target.unlink(missing_ok=True)
                if found is not None:
                    shutil.copyfile(path.with_name(path.name + companion), target)
            if _state(path) == before:
                return
    except FileNotFoundError:  # gone between the look and the copy: the program has just closed
        pass
    except OSError as error:
        raise WorkspaceError(f"{path}: it cannot be read ({error.strerror or error})", path=path) from error
    raise WorkspaceError(f"{path}: the program is writing to it; check again when it is closed", path=path)


def _state(path: Path) -> _State:
    files = (path.with_name(path.name + companion) for companion in ("", *_COMPANIONS))
    return tuple((file.stat().st_mtime_ns, file.stat().st_size) if file.exists() else None for file in files)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let errors about the copy name the workspace itself."""
    try:
        yield
    except WorkspaceTooNewError as error:
        raise WorkspaceTooNewError(path=path, found=error.found, supported=error.supported) from error
    except WorkspaceDamagedError as error:
        raise WorkspaceDamagedError(path=path, detail=error.detail) from error
