"""Makes what Linux users download out of a finished bundle: .deb, .tar.xz, bill of materials and checksums.

python packaging/package.py dist/procura-desktop --into dist [--version 1.2.3] [--effort 0]
"""

import argparse
import platform
import shutil
import sys
from pathlib import Path

import debian
import files
import product
import tarball
from audit import SBOM


def main() -> None:
    """Make all of them and print their sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--into", type=Path, default=product.ROOT / "dist")
    parser.add_argument("--version", default=product.version(), help="another number than the program's own")
    parser.add_argument(
        "--effort", type=int, default=9, choices=range(10), help="of packing; 0 is quick, for trials"
    )
    wanted = parser.parse_args()
    made = make(
        wanted.bundle.absolute(), wanted.into.absolute(), version=wanted.version, effort=wanted.effort
    )
    for file in made:
        sys.stdout.write(f"{file}: {file.stat().st_size / 1e6:.1f} MB\n")


def make(bundle: Path, into: Path, *, version: str, effort: int) -> list[Path]:
    """Make all of them in a folder and give their paths, the list of checksums last."""
    into.mkdir(parents=True, exist_ok=True)
    bill = into / f"{product.NAME}-{version}.cdx.json"
    shutil.copyfile(bundle / "_internal" / SBOM, bill)
    made = [
        debian.make(bundle, into, version=version, effort=effort),
        tarball.make(bundle, into, version=version, machine=platform.machine(), effort=effort),
        bill,
    ]
    sums = into / "SHA256SUMS"
    sums.write_text("".join(f"{files.digest(file)}  {file.name}\n" for file in made), encoding="ascii")
    for file in [*made, sums]:
        file.chmod(0o644)  # whatever the umask is
    return [*made, sums]


if __name__ == "__main__":
    main()
