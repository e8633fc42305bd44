"""The files of a bundle: the same modes and times on every machine, and a list of what belongs to it.

The list `files.sha256` has the form that `sha256sum --check` reads. `procura-desktop check` reads it too, so
that a copy that broke off is found. A link stands in it under its own name with the sum of what it leads to.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import product

LIST = "files.sha256"


def settle(bundle: Path) -> None:
    """Give files and folders the modes and the time that every build gives them, and write the list."""
    forget_build_machine(bundle)
    listed = bundle / "_internal" / LIST
    listed.unlink(missing_ok=True)
    lines = [
        f"{digest(file)}  {file.relative_to(bundle).as_posix()}\n" for file in walk(bundle) if file.is_file()
    ]
    listed.write_text("".join(lines), encoding="utf-8", newline="\n")
    level(bundle)


def forget_build_machine(bundle: Path) -> None:
    """Take out of libraries where on the building machine they looked for others; here these are beside."""
    if sys.platform != "linux":
        return
    for file in walk(bundle):
        if ".so" in file.name and is_elf(file) and _looks_outside(file):
            tool = shutil.which("chrpath")
            if tool is None:
                raise SystemExit(
                    f"{file} looks for libraries in a folder of this machine; chrpath is missing."
                )
            subprocess.run([tool, "--delete", str(file)], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def _looks_outside(library: Path) -> bool:
    command = [shutil.which("readelf") or "readelf", "--wide", "--dynamic", str(library)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    return re.search(r"\(R(?:UN)?PATH\).*\[/", told) is not None


def level(folder: Path) -> None:
    """Let everybody read, nobody but the owner write, and set all times to that of the commit."""
    moment = product.made_at()
    for path in [*walk(folder), folder]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or is_program(path) else 0o644)
        if os.utime in os.supports_follow_symlinks:
            os.utime(path, (moment, moment), follow_symlinks=False)
        elif not path.is_symlink():  # Windows cannot set the times of a link, and there is none
            os.utime(path, (moment, moment))


def is_elf(path: Path) -> bool:
    """Say whether this is a program or library of Linux; a link is none."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def is_program(file: Path) -> bool:
    """Say whether a file is to be run: a program or a script."""
    with file.open("rb") as opened:
        if opened.read(2) == b"#!":
            return True
    return is_elf(file) and ".so" not in file.name  # a library begins alike; its name says what it is


def walk(folder: Path) -> Iterator[Path]:
    """Give everything below a folder, in the order of names; links are not followed."""
    for path in sorted(folder.iterdir()):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from walk(path)


def digest(file: Path) -> str:
    """Give the SHA-256 of a file in hex."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


if __name__ == "__main__":
    settle(Path(sys.argv[1]))
