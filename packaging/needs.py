"""What a bundle needs of a Linux system: libraries that it does not bring, and how new a C library.

The list is checked against the files: a library that is neither in the bundle nor named here stops the build.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import files

# The library, and the packages of Debian that have it.
OF_SYSTEM = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++.so.6": "libstdc++6 (>= 12)",
    "libwayland-client.so.0": "libwayland-client0 (>= 1.20)",  # wl_proxy_marshal_flags
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g (>= 1:1.2.13)",
    "libzstd.so.1": "libzstd1",
}
PRINTING = {"libcups.so.2": "libcups2 | libcups2t64"}
OF_C = {
    "libc.so.6",
    "libm.so.6",
    "libdl.so.2",
    "libpthread.so.0",
    "libresolv.so.2",
    "librt.so.1",
    "libutil.so.1",
}


def depends(program: Path) -> str:
    """Give the packages of Debian without which the program does not start.

    Raises:
        SystemExit: a library is needed that nobody brings.
    """
    wanted = needed(program)
    unknown = sorted(wanted - OF_SYSTEM.keys() - PRINTING.keys() - OF_C)
    if unknown:
        raise SystemExit(f"No package is known to have {', '.join(unknown)}; see packaging/needs.py.")
    packages = {OF_SYSTEM[name] for name in wanted & OF_SYSTEM.keys()}
    return ", ".join([f"libc6 (>= {c_library(program)})", *sorted(packages)])


def recommends(program: Path) -> str:
    """Give the packages of Debian that only printing needs."""
    return ", ".join(sorted(PRINTING[name] for name in needed(program) & PRINTING.keys()))


def needed(program: Path) -> set[str]:
    """Give the libraries that the files of a bundle load and that are not in it."""
    own = {path.name for path in files.walk(program)}
    loader = re.compile(r"ld-linux.*\.so\.[0-9]+")
    return {name for name in named_by(_elfs(program)) - own if not loader.fullmatch(name)}


def named_by(binaries: Iterable[Path]) -> set[str]:
    """Give the libraries that binaries name themselves, without those that these load in turn."""
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", _ask(binaries, "--dynamic")))


def c_library(program: Path) -> str:
    """Give the oldest version of the C library that has all that the bundle calls."""
    found: list[str] = re.findall(r"Name: GLIBC_([0-9.]+) ", _ask(_elfs(program), "--version-info"))
    return max(found, key=lambda version: tuple(map(int, version.split("."))))


def _elfs(program: Path) -> list[Path]:
    return [path for path in files.walk(program) if files.is_elf(path)]


def _ask(binaries: Iterable[Path], question: str) -> str:
    readelf = shutil.which("readelf")
    if readelf is None:
        raise SystemExit("readelf is missing; it is in the Debian package binutils.")
    command = [readelf, "--wide", question, *map(str, binaries)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
