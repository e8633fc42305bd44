"""Where updating keeps what it needs of one library, and how a source is opened."""

from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import NoTrustError, SourceUnreachableError
from procura_desktop.library.installed import BUNDLED, bundled_path
from procura_desktop.phrases import phrase
from procura_desktop.resources import resources_root
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.home import at_home
from procura_desktop.settings.policy import load_policy
from procura_desktop.settings.rules import load_rules
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import Source, load_sources
from procura_desktop.sync.client import Trust
from procura_desktop.sync.http import NEVER, Clock, HttpTransport, Line
from procura_desktop.sync.lan import is_local, is_loopback
from procura_desktop.sync.local import ArchiveTransport, FolderTransport
from procura_desktop.sync.transport import Transport


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryPlace:
    """One library on this computer.

    Attributes:
        folder: where library files and pointers are.
        bundled: the library that came with the program; there may be none of this name.
    """

    library: str
    folder: Path
    bundled: Path

    def file(self, name: str) -> Path:
        """Give the file that a pointer calls so."""
        return self.bundled if name == BUNDLED else self.folder / name

    @property
    def staging(self) -> Path:
        """Where a release is put together; all of it may be deleted at any time."""
        return self.folder / "staging" / self.library

    @property
    def lock(self) -> Path:
        """The lock of this library's updates."""
        return self.folder / f"{self.library}.lock"

    @property
    def changes(self) -> Path:
        """What changed in the last releases, as the last update brought it."""
        return self.folder / f"{self.library}.changes"

    @property
    def updates(self) -> Path:
        """What the last updates did here."""
        return self.folder / f"{self.library}.updates.json"


def library_place(places: Folders, library: str) -> LibraryPlace:
    """Give where a library is on this computer."""
    return LibraryPlace(library=library, folder=places.library_dir, bundled=bundled_path(library))


def source_of(places: Folders, library: str) -> Source:
    """Give where a library is updated from.

    Raises:
        PolicyForbidsError: the administrator forbids this library.
        PolicyError: the policy has faults.
        NoTrustError: nobody said whose releases are trusted.
        SettingsError: what was said makes no sense.
    """
    for source in load_sources(places, resources_root() / "trust"):
        if source.library == library:
            return source
    policy = load_policy(places.policy)
    if library in policy.libraries_forbidden:
        raise policy.forbid(
            "libraries_forbidden",
            phrase("details", "the library {library} cannot be used").of(library=repr(library)),
        )
    raise NoTrustError(library=library)


def trust_of(places: Folders, source: Source) -> Trust:
    """Give under which root a source's releases are proved.

    Raises:
        SourceUnreachableError: the root cannot be read.
    """
    try:
        root = source.read_root()
    except OSError as error:
        raise SourceUnreachableError(source=str(source.root), detail=error.strerror or str(error)) from error
    seed = source.metadata if source.metadata.is_dir() else None
    # Who publishes another library has no say in which program is used.
    program = source.library == MAIN_LIBRARY
    return Trust(root=root, folder=places.trust / source.library, seed=seed, program=program)


def open_transport(
    address: str, settings: Settings, *, places: Folders | None = None, clock: Clock | None = None
) -> Transport:
    """Open a place by what a person writes: a web address, a folder, a share, or a ``.procura`` file.

    With `places` a web address is asked no more once its user or the policy forbids the network.

    Raises:
        SourceUnreachableError: it is none of these, is not there, or the network is not to be used.
    """
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise SourceUnreachableError(
            source=address, detail=phrase("details", "this is no address ({error})").of(error=error)
        ) from error
    if parts.scheme in ("http", "https") and parts.netloc:
        if not settings.network:
            raise SourceUnreachableError(source=address, detail=NEVER)
        ca_file = Path(settings.ca_file) if settings.ca_file else None
        proxy = "none" if _is_neighbour(parts.hostname or "") else settings.proxy
        line = Line(proxy=proxy, ca_file=ca_file, most=settings.most_rate * 1000)
        if places is not None:
            line = replace(line, allowed=lambda: load_rules(places).settings.network)
        return HttpTransport(address, line=line, clock=clock)
    path = Path(url2pathname(parts.path)) if parts.scheme == "file" else at_home(Path(address))
    try:
        return ArchiveTransport(path) if path.is_file() else FolderTransport(path)
    except OSError as error:  # it may not be looked at, or the share does not answer
        raise SourceUnreachableError(source=address, detail=error.strerror or str(error)) from error


def _is_neighbour(host: str) -> bool:
    """Say whether an address leads to a computer on the local network: no proxy stands between."""
    return is_local(host) and not is_loopback(host)
