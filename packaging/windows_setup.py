"""Compiles the setup of Windows out of a finished bundle, with NSIS, on any system.

    python packaging/windows_setup.py dist/procura-desktop --icon build/icons/app.ico --out dist/…-setup.exe

How it is called silently and what it does stands at the head of packaging/windows/procura-desktop.nsi.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import version_resource
from associations import ASSOCIATIONS, SCHEME, SCHEME_TITLE
from procura_desktop import __version__

SCRIPT = Path(__file__).with_name("windows") / "procura-desktop.nsi"
PROGRAM = "procura-desktop.exe"
INSIDE = "_internal"  # everything but the programs, as PyInstaller lays it out


def main() -> None:
    """Compile the setup and print its path."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--icon", type=Path, required=True, help="as packaging/app_icon.py makes it")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default=__version__)
    parser.add_argument(
        "--sign", default="", metavar="COMMAND", help="signs the file that is named behind it"
    )
    wanted = parser.parse_args()
    made = make(wanted.bundle, wanted.icon, wanted.out, version=wanted.version, sign=wanted.sign)
    sys.stdout.write(f"{made}: {made.stat().st_size / 1e6:.1f} MB\n")


def make(bundle: Path, icon: Path, out: Path, *, version: str = __version__, sign: str = "") -> Path:
    """Compile the setup and give its path; `sign` is a command that signs a file in its place."""
    check_bundle(bundle)
    makensis = shutil.which("makensis")
    if makensis is None:
        raise SystemExit("makensis is missing: install the package nsis.")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        facts = Path(folder) / "facts.nsh"
        facts.write_text(macros(bundle), encoding="utf-8")
        given = {
            "VERSION": version,
            "NUMBERS": ".".join(map(str, version_resource.numbers(version))),
            "COMPANY": version_resource.COMPANY,
            "FILES": str(bundle.resolve()),
            "FACTS": str(facts),
            "ICON": str(icon.resolve()),
            "OUT": str(out.resolve()),
            "SIZE_KB": str(size_in_kilobytes(bundle)),
            "SCHEME": SCHEME,
            "SCHEME_TITLE": SCHEME_TITLE,
            **({"SIGN": sign} if sign else {}),
        }
        options = [f"-D{name}={value}" for name, value in given.items()]
        subprocess.run([makensis, "-V2", "-WX", *options, str(SCRIPT)], check=True)  # noqa: S603 - found above
    return out


def check_bundle(bundle: Path) -> None:
    """Refuse a folder that is no bundle of Windows: an installer of it would be found out by its users."""
    for name in (PROGRAM, "procura-desktop.com", INSIDE):
        if not (bundle / name).exists():
            raise SystemExit(f"{bundle}: there is no {name}; build the program on Windows first.")


def size_in_kilobytes(bundle: Path) -> int:
    """Give what the list of installed programs says of the size."""
    return sum(file.stat().st_size for file in bundle.rglob("*") if file.is_file()) // 1024


def macros(bundle: Path) -> str:
    """Give the lines of the script that follow from the bundle and from what opens with the program."""
    own = sorted(path.name for path in bundle.iterdir() if path.name != INSIDE)
    lines = ["!macro AssociateAll"]
    lines += [f'    !insertmacro Associate "{one.ending}" "{one.name}" "{one.title}"' for one in ASSOCIATIONS]
    lines += ["!macroend", "!macro DissociateAll"]
    lines += [f'    !insertmacro Dissociate "{one.ending}" "{one.name}"' for one in ASSOCIATIONS]
    lines += ["!macroend", "!macro DeleteFiles"]
    lines += [f'    RMDir /r "$INSTDIR\\{INSIDE}"']
    lines += [f'    Delete "$INSTDIR\\{name}"' for name in own]
    return "\n".join([*lines, "!macroend", ""])


if __name__ == "__main__":
    main()
