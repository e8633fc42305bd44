"""The installers of a set: proved as the publisher signed them, or given by hand with their checksums.

Those that the publisher signed lie in the library's folder too, so that it can be a source of them as the
publisher's is. In a folder both names are one file, where the disk can do that; in one .zip they are in once.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from procura_desktop.cli.provisioning.errors import ProvisionError
from procura_desktop.cli.provisioning.silent import INSTALLERS, KINDS, Kind, System, kind_of
from procura_desktop.library.disk import sync_file
from procura_desktop.sync.client import Offer
from procura_desktop.sync.mirror import program_target
from procura_desktop.sync.program import ProgramFile

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
        place: where it lies in the folder of a release; "": the publisher's newest release has it not.
        served: whether it lies there in the set.
    """

    name: str
    sha256: str
    size: int
    proof: Literal["signed", "listed"]
    version: str = ""
    place: str = ""
    served: bool = False

    @property
    def kind(self) -> Kind | None:
        """How it is run; None: it is no installer, such as a list of parts."""
        return kind_of(self.name)

    @property
    def system(self) -> System | None:
        """For which system it is; None: for any, or no kind that is known here."""
        return self.kind.system if self.kind is not None else None


def offered_files(offer: Offer, systems: frozenset[str]) -> tuple[ProgramFile, ...]:
    """Give the installers that the source offers.

    Raises:
        ProvisionError: it offers none, or what it offers is refused.
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
    _refuse_like_names([_own_name(file) for file in files])
    return files


def signed_installers(
    files: Sequence[ProgramFile], library: Path, into: Path, *, version: str, once: bool
) -> tuple[Installer, ...]:
    """Put what was fetched with the library into the set's folder of installers.

    `once`: the library's folder does not keep it.

    Raises:
        OSError: it cannot be written.
    """
    folder, made = into / INSTALLERS, []
    folder.mkdir()
    for file in files:
        place = program_target(file).path
        if once:
            (library / place).replace(folder / _own_name(file))
        else:
            _link(library / place, folder / _own_name(file))
        made.append(
            Installer(
                name=_own_name(file),
                sha256=file.sha256,
                size=file.length,
                proof="signed",
                version=version,
                place=place,
                served=not once,
            )
        )
    if once:
        (library / place).parent.rmdir()
    return tuple(made)


def serve(
    installers: Sequence[Installer], files: Sequence[ProgramFile], library: Path, into: Path, *, once: bool
) -> tuple[Installer, ...]:
    """Put those that the publisher has signed into the library's folder too, unless they are to be in `once`.

    Raises:
        OSError: one cannot be written.
    """
    signed = {(file.sha256, _own_name(file)): program_target(file).path for file in files}
    made = []
    for one in installers:
        place = signed.get((one.sha256, one.name), "")
        if place and not once:
            (library / place).parent.mkdir(parents=True, exist_ok=True)
            _link(into / INSTALLERS / one.name, library / place)
        made.append(replace(one, place=place, served=bool(place) and not once))
    return tuple(made)


def _own_name(file: ProgramFile) -> str:
    return file.name.rpartition("/")[2]


def _link(file: Path, other: Path) -> None:
    """Give a file a second name; where a disk cannot, as many sticks, make a copy."""
    try:
        os.link(file, other)
    except OSError:
        shutil.copyfile(file, other)
        sync_file(other)


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
