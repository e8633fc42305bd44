"""Whether the installed program is whole: every file of it that the build listed, with its sum.

A copy that broke off, a stick that was pulled out or a damaged disk leaves a program that may start and fail
later. Files that are not listed do not matter, so that what was taken out of the list may be replaced.
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from procura_desktop.errors import ProcuraError

LIST = "files.sha256"
ADVICE = "Install the program again"


class ProgramDamagedError(ProcuraError):
    """Files of the installed program are missing or are not as they were built."""


def is_installed() -> bool:
    """Say whether this is the program that users install, with a list of its files.

    An application of macOS has none: there the signature of the whole says as much, and the system checks it.
    """
    application = sys.platform == "darwin" and Path(sys.executable).parent.name == "MacOS"
    return getattr(sys, "frozen", False) and not application


def look_at_program() -> str:
    """Compare the files of the program with the list that came with it; say in a sentence what was found.

    Raises:
        ProgramDamagedError: a file is missing or another, or the list is.
    """
    inside = Path(getattr(sys, "_MEIPASS", ""))
    return look_at(inside.parent, inside / LIST)


def look_at(folder: Path, listed: Path) -> str:
    """Compare the files below a folder with a list in the form of sha256sum.

    Raises:
        ProgramDamagedError: a file is missing or another, or the list cannot be read.
    """
    try:
        lines = listed.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ProgramDamagedError(f"{listed} cannot be read; {ADVICE.lower()}") from error
    names = list(_different(folder, lines))
    if not names:
        return f"all {len(lines)} files are as they were built ({folder})"
    others = f" and {len(names) - 1} more" if names[1:] else ""
    raise ProgramDamagedError(
        f"{folder / names[0]}{others}: missing, or not as it was built. {ADVICE}; a file that you replaced "
        f"on purpose may be taken out of {listed}"
    )


def _different(folder: Path, lines: list[str]) -> Iterator[str]:
    """Give the names of files that are missing or another; what several names lead to is read once."""
    known: dict[Path, str] = {}
    for line in lines:
        wanted, _, name = line.partition("  ")
        try:
            file = (folder / name).resolve(strict=True)
            if file not in known:
                with file.open("rb") as opened:
                    known[file] = hashlib.file_digest(opened, "sha256").hexdigest()
        except OSError:
            yield name
            continue
        if known[file] != wanted:
            yield name
