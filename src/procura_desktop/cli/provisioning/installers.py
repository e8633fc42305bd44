"""The installers of a set: proved as the publisher signed them, or given by hand with their checksums."""

import hashlib
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from procura_desktop.cli.provisioning.errors import ProvisionError
from procura_desktop.cli.provisioning.silent import INSTALLERS, KINDS, Kind, System, kind_of
from procura_desktop.library.disk import sync_file
from procura_desktop.progress import Progress
from procura_desktop.sync.client import Offer
from procura_desktop.sync.download import fetch_target
from procura_desktop.sync.mirror import program_target
from procura_desktop.sync.transport import Transport

SUMS = "SHA256SUMS"
_LARGEST_SUMS = 1_000_000
_NAME = re.compile(r"[A-Za-z0-9](?!.*\.\.)[A-Za-z0-9._-]{0,120}")
_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Installer:
    """One file of the program in a set.

    Attributes:
        proof: "signed" under the role `program`, or "listed" in the SHA256SUMS that lay beside it.
        version: of the program, where it was signed; else "".
    """

    name: str
    sha256: str
    size: int
    proof: Literal["signed", "listed"]
    version: str = ""

    @property
    def kind(self) -> Kind | None:
        """How it is run; None: it is no installer, such as a list of parts."""
        return kind_of(self.name)

    @property
    def system(self) -> System | None:
        """For which system it is; None: for any, or no kind that is known here."""
        return self.kind.system if self.kind is not None else None


def signed_installers(
    offer: Offer, transport: Transport, systems: frozenset[str], into: Path, *, progress: Progress
) -> tuple[Installer, ...]:
    """Fetch the installers that the source offers into the set's folder.

    Raises:
        ProvisionError: it offers none, or what it offers is refused.
        UpdateError: a file cannot be read or written, or is not what was signed.
    """
    seen = offer.program
    if seen.problem:
        raise ProvisionError(f"{offer.source}: {seen.problem}; nothing was made")
    release = seen.release
    files = release.files_for(systems) if release is not None else ()
    if release is None or not any(kind_of(file.name) for file in files):
        raise ProvisionError(
            f"{offer.source} has no installers for {', '.join(sorted(systems))}; "
            "give some with --installer FILE"
        )
    folder, made = into / INSTALLERS, []
    folder.mkdir()
    names = [file.name.rpartition("/")[2] for file in files]
    _refuse_like_names(names)
    for file, name in zip(files, names, strict=True):
        fetched = fetch_target(transport, program_target(file), staging=folder, progress=progress)
        fetched.replace(folder / name)
        sync_file(folder / name)
        made.append(
            Installer(
                name=name, sha256=file.sha256, size=file.length, proof="signed", version=release.version
            )
        )
    return tuple(made)


def given_installers(files: Sequence[Path], into: Path) -> tuple[Installer, ...]:
    """Copy installers that were given, each as the SHA256SUMS beside it says.

    Raises:
        ProvisionError: a file is no installer, or not the one that is listed.
        OSError: it cannot be read or written.
    """
    _refuse_like_names([file.name for file in files])
    wanted = [_listed(file) for file in files]
    folder, made = into / INSTALLERS, []
    folder.mkdir()
    for file, sum_ in zip(files, wanted, strict=True):
        copy = Path(shutil.copyfile(file, folder / file.name))
        sync_file(copy)
        with copy.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
        if found != sum_:
            raise ProvisionError(
                f"{file}: its SHA-256 is {found}, and {file.parent / SUMS} says {sum_}; get the file again"
            )
        made.append(Installer(name=file.name, sha256=found, size=copy.stat().st_size, proof="listed"))
    return tuple(made)


def _listed(file: Path) -> str:
    """Give the sum that the list beside a file has for it; the file looks like an installer."""
    if not _NAME.fullmatch(file.name):
        raise ProvisionError(f"{file}: its name has more than letters, digits and . _ -; give it a plain one")
    kind = kind_of(file.name)
    if kind is None:
        endings = ", ".join(ending for kind in KINDS for ending in kind.endings)
        raise ProvisionError(f"{file}: this is no installer of the program; they end in {endings}")
    sums = file.parent / SUMS
    try:
        with file.open("rb") as opened:
            starts = opened.read(len(kind.starts))
        with sums.open("rb") as opened:
            text = opened.read(_LARGEST_SUMS).decode("utf-8", "replace")
    except OSError as error:
        more = f"; get {SUMS} from where the installer came from" if error.filename == str(sums) else ""
        raise ProvisionError(f"{error.filename}: cannot be read ({error.strerror}){more}") from error
    if starts != kind.starts:
        raise ProvisionError(f"{file}: this is not what its name says; get the file again")
    lines = filter(None, map(_LINE.fullmatch, text.splitlines()))
    found = {line[2].removeprefix("./"): line[1].lower() for line in lines}
    if file.name not in found:
        raise ProvisionError(f"{sums} has no line for {file.name}; get it from where the installer came from")
    return found[file.name]


def _refuse_like_names(names: Sequence[str]) -> None:
    """Refuse what would be one file on Windows and macOS."""
    folded = [name.casefold() for name in names]
    for name in names:
        if folded.count(name.casefold()) > 1:
            raise ProvisionError(f"two of the installers are called {name}")
