"""The program's own version beside the one that a source offers: told, and never installed."""

from collections.abc import Sequence

from procura_desktop import __version__
from procura_desktop.cli.arguments import Arguments
from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import ReleaseRejectedError, UpdateError
from procura_desktop.sync.program import ProgramFile, ProgramSeen
from procura_desktop.sync.program_seen import is_newer

_SYSTEMS = frozenset({"linux", "windows", "macos"})


def program_fields(seen: ProgramSeen) -> dict[str, object]:
    """Give what a document says of the program: installed, offered, and what its files would cost."""
    release = seen.release
    offered = None if release is None else release.version
    return {
        "installed": __version__,
        "offered": offered,
        "newer": is_newer(offered or "", __version__),
        "files": [
            {"name": file.name, "system": file.system, "bytes": file.length}
            for file in (() if release is None else release.files)
        ],
        "problem": seen.problem,
    }


def program_line(seen: ProgramSeen) -> str:
    """Say it in a line that begins anew; "" where there is nothing to say."""
    if seen.problem:
        return f"\n{seen.problem[0].upper()}{seen.problem[1:]}."
    if seen.release is None or not is_newer(seen.release.version, __version__):
        return ""
    return (
        f"\nProcura Desktop {seen.release.version} is offered too; this is {__version__}. "
        "It is installed with the tools of the system; 'mirror --program' copies it."
    )


def chosen_programs(arguments: Arguments, seen: ProgramSeen, *, source: str) -> Sequence[ProgramFile] | None:
    """Give the files that `mirror` is to copy; None where it was not asked for.

    Raises:
        ReleaseRejectedError: what is offered is refused.
        UpdateError: the source offers none.
    """
    if arguments.program is None:
        return None
    if seen.problem:
        raise ReleaseRejectedError(source=source, reason=seen.problem)
    if seen.release is None:
        more = "" if arguments.library == MAIN_LIBRARY else f"; only that of {MAIN_LIBRARY} is looked at"
        raise UpdateError(f"{source}: there is no release of the program here{more}")
    systems = _SYSTEMS if arguments.program == "all" else frozenset({arguments.program})
    files = seen.release.files_for(systems)
    if not files:
        raise UpdateError(f"{source}: version {seen.release.version} has no file for {arguments.program}")
    return files
