"""Makes the archive that installs without rights: the bundle, files for the desktop and install.sh."""

import lzma
import shutil
import tarfile
from pathlib import Path

import desktop_files
import files
import product

LINUX = product.ROOT / "packaging" / "linux"


def make(bundle: Path, into: Path, *, version: str, machine: str, effort: int = 9) -> Path:
    """Make the .tar.xz of a bundle in a folder, packed with an effort from 0 to 9; give its path."""
    name = f"{product.NAME}-{version}-linux-{machine}"
    tree = into / "tar" / name
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree / product.NAME, symlinks=True)
    desktop_files.make(tree / "share", version=version)
    (tree / "VERSION").write_text(f"{version}\n", encoding="ascii")
    for file in ("install.sh", "README.txt"):
        shutil.copyfile(LINUX / file, tree / file)
    lines = [
        f"{files.digest(path)}  {path.relative_to(tree)}\n" for path in files.walk(tree) if path.is_file()
    ]
    (tree / files.LIST).write_text("".join(lines), encoding="utf-8")
    files.level(tree)
    made = into / f"{name}.tar.xz"
    with (
        lzma.open(made, "wb", preset=effort) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in [tree, *files.walk(tree)]:
            archive.add(path, path.relative_to(tree.parent).as_posix(), recursive=False, filter=_of_nobody)
    shutil.rmtree(into / "tar")
    return made


def _of_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry
