"""Makes a set for an office: installers, policy, library, roots, checksums and a page of instructions.

All of it is checked before the set appears under its name.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from procura_desktop import __version__
from procura_desktop.cli.arguments import Arguments, UsageError
from procura_desktop.cli.asking import kilobytes, progress, tell
from procura_desktop.cli.provisioning.copies import Copied, copy_library, open_origin, origin_of
from procura_desktop.cli.provisioning.errors import ProvisionError
from procura_desktop.cli.provisioning.folder import drafted, is_zip, refuse_taken, size_of, write_sums
from procura_desktop.cli.provisioning.handout import Handout, read_handout
from procura_desktop.cli.provisioning.installers import (
    Installer,
    given_installers,
    offered_files,
    serve,
    signed_installers,
)
from procura_desktop.cli.provisioning.instruction import as_html, as_text
from procura_desktop.cli.provisioning.office_set import OfficeSet, library_folder, root_file, warnings_of
from procura_desktop.cli.provisioning.silent import PLACES
from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import UpdateStorageError
from procura_desktop.library.disk import write_whole
from procura_desktop.progress import Progress
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.logbook import LOG, open_log
from procura_desktop.settings.rules import settings_in_force
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import fingerprint
from procura_desktop.sync.client import Offer
from procura_desktop.sync.mirror import program_target
from procura_desktop.sync.program import ProgramFile


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What is to be made, of what, by whom."""

    handout: Handout
    places: Folders
    settings: Settings
    source: str
    files: tuple[Path, ...]
    systems: frozenset[str]
    once: bool  # what is in it twice counts twice: one file has no links
    progress: Callable[[], Progress]


def provision(arguments: Arguments) -> int:
    """Make the set; give the exit code."""
    if arguments.handout is None:
        raise UsageError("say which policy the office is to obey: --policy FILE")
    if arguments.to is None:
        raise UsageError("say where to: --to FOLDER, or --to FILE.zip")
    places = folders(arguments.data_dir, policy=arguments.policy)
    open_log(places)
    LOG.info("command %s, version %s", arguments.command, __version__)
    refuse_taken(arguments.to)
    wish = _Wish(
        handout=read_handout(arguments.handout),
        places=places,
        settings=settings_in_force(places),
        source=arguments.source,
        files=arguments.installers,
        systems=frozenset(PLACES if arguments.program in (None, "all") else {arguments.program}),
        once=is_zip(arguments.to),
        progress=lambda: progress(arguments),
    )
    try:
        with drafted(arguments.to) as (into, aside):
            made = _filled(wish, into, aside)
            sums = write_sums(into)
        size = size_of(arguments.to)
    except (OSError, UpdateStorageError) as error:
        reason = error.detail if isinstance(error, UpdateStorageError) else error.strerror or str(error)
        raise ProvisionError(
            f"{arguments.to}: the set cannot be written ({reason}); nothing is left of it"
        ) from error
    _tell(arguments, made, to=arguments.to, sums=sums, size=size)
    return 0


def _filled(wish: _Wish, into: Path, aside: Path) -> OfficeSet:
    installers: tuple[Installer, ...] = given_installers(wish.files, into) if wish.files else ()
    libraries: list[Copied] = []
    for library in wish.handout.libraries:
        address = wish.source if library == MAIN_LIBRARY else ""
        origin = origin_of(library, wish.handout, wish.places, address=address, aside=aside)
        transport, offer = open_origin(origin, wish.settings, wish.places)
        with closing(transport):
            to = into / library_folder(library)
            programs: tuple[ProgramFile, ...] = ()
            if library == MAIN_LIBRARY and installers:
                installers, programs = _served(installers, offer, to, into, once=wish.once)
            elif library == MAIN_LIBRARY:
                programs = offered_files(offer, wish.systems)
            copied = copy_library(
                origin, offer, transport, to, programs=programs, aside=aside, progress=wish.progress()
            )
            libraries.append(copied)
            release = offer.program.release
            if programs and not installers and release is not None:
                installers = signed_installers(programs, to, into, version=release.version, once=wish.once)
    made = OfficeSet(handout=wish.handout, installers=installers, libraries=tuple(libraries))
    (into / "roots").mkdir()
    for copied in libraries:
        write_whole(into / root_file(copied.facts.name), copied.root)
    write_whole(into / "policy.toml", wish.handout.policy.raw)
    write_whole(into / "README.txt", as_text(made).encode())
    write_whole(into / "README.html", as_html(made).encode())
    return made


def _served(
    installers: tuple[Installer, ...], offer: Offer, library: Path, into: Path, *, once: bool
) -> tuple[tuple[Installer, ...], tuple[ProgramFile, ...]]:
    """Let the library's folder have those that were given and that its publisher signed; give both."""
    release = offer.program.release
    known = serve(installers, release.files if release is not None else (), library, into, once=once)
    served = {one.place for one in known if one.served}
    files = release.files if release is not None else ()
    return known, tuple(file for file in files if program_target(file).path in served)


def _tell(arguments: Arguments, made: OfficeSet, *, to: Path, sums: str, size: int) -> None:
    warnings = list(warnings_of(made))
    said: dict[str, object] = {
        "to": str(to),
        "bytes": size,
        "sums": sums,
        "policy": made.handout.policy.digest,
        "program": made.version or None,
        "installers": [
            {
                "name": one.name,
                "system": one.system,
                "sha256": one.sha256,
                "bytes": one.size,
                "proof": one.proof,
                "served": one.served,
            }
            for one in made.installers
        ],
        "libraries": [
            {
                "library": one.facts.name,
                "version": one.facts.version,
                "digest": one.facts.digest,
                "publisher": one.facts.publisher,
                "root": fingerprint(one.root),
                "bytes": one.size,
            }
            for one in made.libraries
        ],
        "warnings": warnings,
    }
    count = len(made.installers)
    held = f"{count} {'file' if count == 1 else 'files'} of the program, " + ", ".join(
        f"edition {one.facts.version} of {one.facts.name}" for one in made.libraries
    )
    lines = [f"{warning} (warning)" for warning in warnings]
    lines += [f"{to} is ready, {kilobytes(size)}: {held}. README.txt says how it goes on."]
    lines += [f"SHA-256 of its SHA256SUMS: {sums}"]
    tell(arguments, said, "\n".join(lines))
