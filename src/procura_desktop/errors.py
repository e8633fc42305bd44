"""What we raise on purpose: something a user or an author can act on.

Errors carry facts; only ``gui/messages.py`` turns them into translated words.
"""

from pathlib import Path


class ProcuraError(Exception):
    """The root of everything raised on purpose."""


class LibraryError(ProcuraError):
    """Something about a library file."""

    def __init__(self, message: str, *, path: Path) -> None:
        super().__init__(message)
        self.path = path


class LibraryMissingError(LibraryError):
    """There is no library file at the place where one is needed."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path}: there is no library here", path=path)


class LibraryDamagedError(LibraryError):
    """The file is there but cannot be read as a library."""

    def __init__(self, *, path: Path, detail: str) -> None:
        super().__init__(f"{path}: this is not a sound library ({detail})", path=path)
        self.detail = detail


class LibraryTooNewError(LibraryError):
    """The library file was built for a later version of the program."""

    def __init__(self, *, path: Path, found: int, supported: int, needs: str) -> None:
        super().__init__(
            f"{path}: library schema {found} is newer than {supported}; "
            f"it needs Procura Desktop {needs} or later",
            path=path,
        )
        self.found = found
        self.supported = supported
        self.needs = needs


class RecordNotFoundError(ProcuraError):
    """No record of the library has this id."""

    def __init__(self, *, record_id: str) -> None:
        super().__init__(f"no record has the id {record_id!r}")
        self.record_id = record_id


class AddressError(ProcuraError):
    """A text that should be a ``procura:`` address is none."""

    def __init__(self, *, text: str) -> None:
        super().__init__(f"{text!r} is not an address; one looks like procura:main/guidance/labels")
        self.text = text


class SettingsError(ProcuraError):
    """The settings file cannot be read or written."""

    def __init__(self, *, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


class WorkspaceError(ProcuraError):
    """Something about the workspace database."""

    def __init__(self, message: str, *, path: Path) -> None:
        super().__init__(message)
        self.path = path


class WorkspaceTooNewError(WorkspaceError):
    """The workspace was written by a later version of the program."""

    def __init__(self, *, path: Path, found: int, supported: int) -> None:
        super().__init__(
            f"{path}: workspace version {found} is newer than {supported}; "
            "use the later version of the program that wrote it",
            path=path,
        )
        self.found = found
        self.supported = supported


class WorkspaceDamagedError(WorkspaceError):
    """The workspace cannot be opened or read."""

    def __init__(self, *, path: Path, detail: str) -> None:
        super().__init__(f"{path}: the workspace cannot be opened ({detail})", path=path)
        self.detail = detail


class ContentError(ProcuraError):
    """Content has faults; the message lists every one, a line each."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class NoDisplayError(ProcuraError):
    """There is no screen on which a window could open."""

    def __init__(self) -> None:
        super().__init__(
            "There is no display to open a window on: log in to a desktop, set DISPLAY or "
            "WAYLAND_DISPLAY, or use 'procura-desktop search' and 'procura-desktop show' in this shell."
        )


class ResourceMissingError(ProcuraError):
    """A file that belongs to the program is not there."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path}: this file belongs to the program and is missing; install it again")
        self.path = path
