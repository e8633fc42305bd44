"""What we raise on purpose: something a user or an author can act on.

Errors carry facts; only ``gui/messages.py`` turns them into translated words. A detail in words of ours is a
phrase.
"""

from pathlib import Path

from procura_desktop.phrases import Words, joined, phrase


class ProcuraError(Exception):
    """The root of everything raised on purpose."""


class LibraryError(ProcuraError):
    """Something about a library file; it may itself become the detail of another error."""

    def __init__(self, message: Words, *, path: Path) -> None:
        super().__init__(message)
        self.path = path


class LibraryMissingError(LibraryError):
    """There is no library file at the place where one is needed."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(phrase("details", "{path}: there is no library here").of(path=path), path=path)


class LibraryDamagedError(LibraryError):
    """The file is there but cannot be read as a library."""

    def __init__(self, *, path: Path, detail: Words) -> None:
        super().__init__(
            phrase("details", "{path}: this is not a sound library ({detail})").of(path=path, detail=detail),
            path=path,
        )
        self.detail = detail


class LibraryTooNewError(LibraryError):
    """The library file was built for a later version of the program."""

    def __init__(self, *, path: Path, found: int, supported: int, needs: str) -> None:
        super().__init__(
            phrase(
                "details",
                "{path}: library schema {found} is newer than {supported}; "
                "it needs Procura Desktop {needs} or later",
            ).of(path=path, found=str(found), supported=str(supported), needs=needs),
            path=path,
        )
        self.found = found
        self.supported = supported
        self.needs = needs


class LibraryTooOldError(LibraryError):
    """The library file was built for an earlier version of the program, whose tables were others."""

    def __init__(self, *, path: Path, found: int, supported: int) -> None:
        super().__init__(
            phrase("details", "{path}: library schema {found} is older than {supported}").of(
                path=path, found=str(found), supported=str(supported)
            ),
            path=path,
        )
        self.found = found
        self.supported = supported


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

    def __init__(self, *, path: Path, detail: Words) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


class SettingsNotKeptError(SettingsError):
    """The settings are as they should be and cannot be written; they hold until the program ends."""


class PortableError(ProcuraError):
    """The file that makes the program portable is at fault: nobody knows where the user's files are."""

    def __init__(self, *, path: Path, detail: Words) -> None:
        super().__init__(
            f"{path}: {detail}; correct the file, or delete it to use the folders of this computer"
        )
        self.path = path
        self.detail = detail


class PolicyError(SettingsError):
    """The administrator's policy has faults; nothing is updated until they are mended.

    `faults` has a line for each: file, line, key and what would be right.
    """

    def __init__(self, *, path: Path, faults: tuple[Words, ...]) -> None:
        super().__init__(path=path, detail=joined(faults))
        self.args = (f"nothing is updated until the policy is mended: {self.detail}",)
        self.faults = faults


class PolicyForbidsError(SettingsError):
    """What was asked for is not allowed by the administrator's policy."""

    def __init__(self, *, path: Path, key: str, detail: Words) -> None:
        super().__init__(path=path, detail=detail)
        self.args = (f"{detail}: your organisation's policy says so ({key} in {path})",)
        self.key = key


class WorkspaceError(ProcuraError):
    """Something about the workspace database; it may itself become the detail of another error."""

    def __init__(self, message: Words, *, path: Path) -> None:
        super().__init__(message)
        self.path = path


class WorkspaceTooNewError(WorkspaceError):
    """The workspace was written by a later version of the program."""

    def __init__(self, *, path: Path, found: int, supported: int) -> None:
        super().__init__(
            phrase(
                "details",
                "{path}: workspace version {found} is newer than {supported}; "
                "use the later version of the program that wrote it",
            ).of(path=path, found=str(found), supported=str(supported)),
            path=path,
        )
        self.found = found
        self.supported = supported


class WorkspaceDamagedError(WorkspaceError):
    """The workspace cannot be opened or read."""

    def __init__(self, *, path: Path, detail: Words) -> None:
        super().__init__(
            phrase("details", "{path}: the workspace cannot be opened ({detail})").of(
                path=path, detail=detail
            ),
            path=path,
        )
        self.detail = detail


class WorkspaceNotKeptError(WorkspaceError):
    """The workspace can be read, and nothing new can be kept in it just now."""


class WorkspaceReadOnlyError(WorkspaceNotKeptError):
    """The place of the workspace can only be read."""

    def __init__(self, *, path: Path, detail: Words) -> None:
        super().__init__(f"{path}: nothing can be written there ({detail})", path=path)
        self.detail = detail


class WorkspaceFullError(WorkspaceNotKeptError):
    """There is no room on the disk of the workspace."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path}: the disk is full; make room on it and start again", path=path)


class WorkspaceInUseError(WorkspaceNotKeptError):
    """Another user or computer has the workspace open on a disk that they share.

    `user` and `computer` are names, `since` is when they opened it (ISO 8601 in UTC); `lock` is the file that
    says so.
    """

    def __init__(self, *, path: Path, user: str, computer: str, since: str, lock: Path) -> None:
        super().__init__(
            f"{path}: {user} has it open on the computer {computer} since {since}; close it there. "
            f"If that program no longer runs, delete {lock}",
            path=path,
        )
        self.user = user
        self.computer = computer
        self.since = since
        self.lock = lock


class ProcurementDamagedError(WorkspaceDamagedError):
    """What the workspace holds of one procurement makes no sense; the others can be read."""

    def __init__(self, *, path: Path, detail: Words) -> None:
        super().__init__(path=path, detail=detail)
        text = phrase("details", "{path}: a procurement in it cannot be read ({detail})")
        self.args = (text.of(path=path, detail=detail),)


class WorkspaceOpenError(WorkspaceError):
    """A program has the workspace open, so that its file cannot be exchanged for another."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path}: a program has it open; close every window and try again", path=path)


class BackupError(WorkspaceError):
    """A backup could not be made; earlier ones are kept. `path` is where it should have been."""

    def __init__(self, *, path: Path, detail: Words) -> None:
        super().__init__(f"{path}: no backup could be made ({detail}); earlier ones are kept", path=path)
        self.detail = detail


class UpdateError(ProcuraError):
    """Something about updating the library; the library in use is as it was."""


class SourceUnreachableError(UpdateError):
    """A place that updates come from cannot be reached or read just now."""

    def __init__(self, *, source: str, detail: Words) -> None:
        super().__init__(f"{source}: {detail}")
        self.source = source
        self.detail = detail


class SourceTooSlowError(SourceUnreachableError):
    """A place that updates come from answers, but so slowly that nothing would ever be whole."""


class LocalNetworkError(UpdateError):
    """This computer cannot use the local network just now, to offer a library or to look for one."""

    def __init__(self, *, detail: Words) -> None:
        super().__init__(f"the local network cannot be used: {detail}")
        self.detail = detail


class NoReleaseError(UpdateError):
    """The place was reached and holds no release."""

    def __init__(self, *, source: str) -> None:
        super().__init__(
            f"{source}: there is no release here; name the folder that holds metadata and targets"
        )
        self.source = source


class NoTrustError(UpdateError):
    """Nobody has said yet whose releases of this library are trusted."""

    def __init__(self, *, library: str) -> None:
        super().__init__(
            f"no publisher of the library {library!r} is trusted yet; "
            "add a source with the root file that its publisher gives out"
        )
        self.library = library


class ReleaseRejectedError(UpdateError):
    """What was received is not what was published, or is older than what was received before."""

    def __init__(self, *, source: str, reason: Words) -> None:
        super().__init__(f"{source}: the release is refused: {reason}")
        self.source = source
        self.reason = reason


class ClockBehindError(SourceUnreachableError):
    """A secure connection failed, and the clock of this computer is far behind. Both are ISO dates."""

    def __init__(self, *, source: str, detail: Words, clock: str, newest: str) -> None:
        super().__init__(
            source=source,
            detail=f"{detail}. The clock of this computer says {clock}, but the library here is of {newest}: "
            "set the clock and try again",
        )
        self.clock = clock
        self.newest = newest


class ReleaseExpiredError(UpdateError):
    """The release says that it should have been renewed by now, or the clock of this computer is wrong.

    `published`, `expired` and `clock` are ISO dates.
    """

    def __init__(self, *, source: str, version: str, published: str, expired: str, clock: str) -> None:
        super().__init__(
            f"{source}: edition {version} of {published} was to be renewed by {expired}; "
            f"the clock of this computer says {clock}"
        )
        self.source = source
        self.version = version
        self.published = published
        self.expired = expired
        self.clock = clock


class OlderReleaseError(UpdateError):
    """The release is older than the library that is installed."""

    def __init__(self, *, source: str, offered: str, installed: str) -> None:
        super().__init__(f"{source}: edition {offered} is older than {installed}, which is installed")
        self.source = source
        self.offered = offered
        self.installed = installed


class ReleaseTooNewError(UpdateError):
    """The release needs a later version of the program."""

    def __init__(self, *, source: str, version: str, needs: str) -> None:
        super().__init__(f"{source}: edition {version} needs Procura Desktop {needs} or later")
        self.source = source
        self.version = version
        self.needs = needs


class UpdateStorageError(UpdateError):
    """The update cannot be stored: no room, or no permission."""

    def __init__(self, *, path: Path, detail: Words) -> None:
        super().__init__(f"{path}: the update cannot be stored ({detail})")
        self.path = path
        self.detail = detail


class UpdateBusyError(UpdateError):
    """Another update runs at the same time."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path}: another update is running; wait until it has ended")
        self.path = path


class NoPreviousError(UpdateError):
    """There is no other edition to go to."""

    def __init__(self, *, library: str) -> None:
        super().__init__(f"there is no other edition of the library {library!r} to go to")
        self.library = library


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


class ProgramIncompleteError(ProcuraError):
    """A module or library of the program is not there: it was copied in part, or a part was deleted."""

    def __init__(self, *, detail: Words) -> None:
        super().__init__(
            f"A part of the program is missing ({detail}): install it again, or copy it as a whole."
        )
        self.detail = detail


class ResourceMissingError(ProcuraError):
    """A file that belongs to the program is not there."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path}: this file belongs to the program and is missing; install it again")
        self.path = path


class ProcurementError(ProcuraError):
    """Something about a procurement."""


class ChoiceError(ProcurementError):
    """What was chosen is no criterion, or the criterion has no such ambition level."""

    def __init__(self, *, level: str, levels: tuple[str, ...]) -> None:
        there = (
            phrase("details", "there are {levels}").of(levels=", ".join(levels))
            if levels
            else phrase("details", "it has no ambition levels")
        )
        super().__init__(f"{level!r} is no level of this criterion; {there}")
        self.level = level
        self.there = there


class ProcurementMissingError(ProcurementError):
    """The workspace has no such procurement."""

    def __init__(self, *, procurement: str) -> None:
        super().__init__(f"there is no procurement {procurement!r}")
        self.procurement = procurement


class ProcurementClosedError(ProcurementError):
    """A closed procurement is never changed."""

    def __init__(self, *, title: str) -> None:
        super().__init__(f"{title!r} is closed; open it again before you change it")
        self.title = title


class ProcurementElsewhereError(ProcurementError):
    """Somebody else saved this procurement since it was read; what they saved stands."""

    def __init__(self, *, title: str) -> None:
        super().__init__(f"{title!r} was saved elsewhere since it was opened; open it anew")
        self.title = title


class BroughtInChangedError(ProcurementError):
    """What a file brought in was changed since, so that it cannot be taken back without losing that."""

    def __init__(self, *, title: str) -> None:
        super().__init__(f"{title!r} was changed since it was taken in; nothing was undone")
        self.title = title


class ForeignFileError(ProcurementError):
    """A file from elsewhere (a procurement, a document, a template) is refused; nothing was taken from it."""

    def __init__(self, *, path: Path, detail: Words) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


class ExportError(ProcurementError):
    """A document could not be made or written; what stood at its place is unchanged."""

    def __init__(self, *, path: Path, detail: Words) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


class OcidPrefixError(ProcurementError):
    """Open contracting data needs the buyer's registered prefix of its identifiers."""

    def __init__(self, *, prefix: str) -> None:
        super().__init__(
            f"{prefix!r} is no OCID prefix: give the one that the buyer registered, such as ocds-a1b2c3"
        )
        self.prefix = prefix
