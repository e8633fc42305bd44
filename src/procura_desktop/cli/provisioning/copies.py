"""Copies a library into a set, and looks at the copy as a new computer of the office will.

What is fetched is proved under the root that the computers will have: the one in their policy, else the one
of this computer. Where this computer's own policy locks a source, its root counts here, and the copy must be
good under the other root too. Nothing that this computer keeps of its own updates is changed.
"""

import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from procura_desktop.cli.provisioning.errors import ProvisionError
from procura_desktop.cli.provisioning.handout import Handout
from procura_desktop.cli.sourcing import MOST_ROOT
from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import (
    NoReleaseError,
    NoTrustError,
    SourceUnreachableError,
    UpdateError,
    UpdateStorageError,
)
from procura_desktop.library.entries import Facts
from procura_desktop.progress import Progress, Silent
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import Source, fingerprint
from procura_desktop.sync.client import Offer, Trust, look
from procura_desktop.sync.local import FolderTransport
from procura_desktop.sync.mirror import mirror
from procura_desktop.sync.places import open_transport, source_of, trust_of
from procura_desktop.sync.program import ProgramFile
from procura_desktop.sync.transport import NotThereError, Transport


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A library in a set.

    Attributes:
        root: which the computers are to have.
        size: bytes of its folder, without installers.
    """

    facts: Facts
    root: bytes
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a library is copied from, and under which root.

    Attributes:
        root: which the computers will have.
        said_by: who named it, for people.
        here: by which this computer proves what it fetches.
    """

    library: str
    addresses: tuple[str, ...]
    root: bytes
    said_by: str
    here: Trust


def origin_of(library: str, handout: Handout, places: Folders, *, address: str, aside: Path) -> Origin:
    """Find out where a library comes from; `address` counts before what is known, `aside` is for metadata.

    Raises:
        PolicyForbidsError: this computer's own policy forbids this library.
        ProvisionError: the root of the policy is not at hand, or there is no address.
        NoTrustError: neither this computer nor the policy says whose releases are trusted.
    """
    source = _source_here(places, library)
    known = trust_of(places, source) if source is not None else None
    root = handout.roots.get(library) or (known.root if known is not None else b"")
    if not root:
        raise _root_is_missing(handout, library)
    wanted = handout.source(library)
    if wanted is not None and wanted.fingerprint not in ("", fingerprint(root).replace(" ", "")):
        raise _root_is_missing(handout, library)
    addresses = (
        address,
        *(source.addresses if source is not None else ()),
        *(wanted.addresses if wanted is not None else ()),
    )
    if not any(addresses):
        raise ProvisionError(
            f"it is not known where the library {library!r} comes from; "
            f"add its source here: procura-desktop source add ADDRESS --library {library} --root FILE"
        )
    locked = known if source is not None and source.locked else None
    return Origin(
        library=library,
        addresses=(address,) if address else tuple(addresses[1:]),
        root=root,
        said_by=str(handout.path) if library in handout.roots else "this computer",
        here=_trust(known, locked.root if locked is not None else root, library=library, aside=aside),
    )


def open_origin(origin: Origin, settings: Settings, places: Folders) -> tuple[Transport, Offer]:
    """Ask the addresses in their order what they have; the first that answers counts. Close the transport.

    Raises:
        ProvisionError: what it has is another library, or of another publisher.
        UpdateError: no source could be used; this is what was wrong with the last.
    """
    failure: UpdateError = NoReleaseError(source=origin.library)
    for address in origin.addresses:
        try:
            transport = open_transport(address, settings, places=places)
        except SourceUnreachableError as error:
            failure = error
            continue
        try:
            return transport, _offered(transport, origin)
        except (SourceUnreachableError, NoReleaseError) as error:
            transport.close()
            failure = error
        except BaseException:
            transport.close()
            raise
    raise failure


def copy_library(
    origin: Origin,
    offer: Offer,
    transport: Transport,
    to: Path,
    *,
    programs: Sequence[ProgramFile],
    aside: Path,
    progress: Progress,
) -> Copied:
    """Copy what was found, with files of the program, and look at the copy as a computer with only the root.

    Raises:
        ProvisionError: such a computer would refuse it.
        UpdateError: it cannot be read or written, or is not what was signed.
    """
    size = mirror(offer, transport, origin.here, to, programs=programs or None, progress=progress)
    fresh = Trust(root=origin.root, folder=aside / "fresh" / origin.library)
    try:
        with closing(FolderTransport(to)) as copy:
            seen = look(copy, fresh, progress=Silent())
    except UpdateStorageError:
        raise
    except UpdateError as error:
        raise ProvisionError(
            f"nothing was made: computers with this policy would refuse the library {origin.library!r} "
            f"({error})"
        ) from error
    return Copied(facts=seen.facts, root=origin.root, size=size - sum(file.length for file in programs))


def _source_here(places: Folders, library: str) -> Source | None:
    try:
        return source_of(places, library)
    except NoTrustError:
        return None


def _root_is_missing(handout: Handout, library: str) -> ProvisionError | NoTrustError:
    path = handout.root_paths.get(library)
    if path is None:
        return NoTrustError(library=library)
    return ProvisionError(
        f"the policy names the root {path} for the library {library!r}, and it is not here; "
        f"put that file beside {handout.path}"
    )


def _trust(known: Trust | None, root: bytes, *, library: str, aside: Path) -> Trust:
    """Say how this computer proves a release: with what it has seen of this publisher before, if anything."""
    folder = aside / "trust" / library
    folder.mkdir(parents=True)
    if known is None or known.root != root:
        return Trust(root=root, folder=folder, program=library == MAIN_LIBRARY)
    if known.folder.is_dir():
        shutil.copytree(known.folder, folder, dirs_exist_ok=True)
    return Trust(root=root, folder=folder, seed=known.seed, program=known.program)


def _offered(transport: Transport, origin: Origin) -> Offer:
    _refuse_another_root(transport, origin)
    offer = look(transport, origin.here, progress=Silent())
    if offer.facts.name != origin.library:
        raise ProvisionError(
            f"{transport.address} holds the library {offer.facts.name!r}, not {origin.library!r}; "
            "nothing was made"
        )
    return offer


def _refuse_another_root(transport: Transport, origin: Origin) -> None:
    """Say that policy and source are of two publishers, where the source shows it by its root."""
    ours = Metadata[Root].from_bytes(origin.root).signed
    try:
        pieces = transport.read(f"metadata/{ours.version}.root.json", most=MOST_ROOT)
        theirs = b"".join(pieces)
        same = Metadata[Root].from_bytes(theirs).signed == ours
    except (NotThereError, RepositoryError):
        return  # `look` says what is wrong with it
    if not same:
        raise ProvisionError(
            f"nothing was made: {transport.address} is published under another root than the computers would "
            f"have, and they would refuse every update. Theirs, by {origin.said_by}: "
            f"{fingerprint(origin.root)}. Of the source: {fingerprint(theirs)}"
        )
