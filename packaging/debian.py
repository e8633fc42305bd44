"""Makes the package for Debian and its relatives out of a finished bundle.

It has no scripts of its own: dpkg's triggers tell the desktop of menu entry, icon and file types. Nothing
below a user's home is ever touched.
"""

import gzip
import os
import shutil
import subprocess
from pathlib import Path

import desktop_files
import files
import needs
import product

LINTIAN = product.ROOT / "packaging" / "linux" / "lintian-overrides"


def make(bundle: Path, into: Path, *, version: str, effort: int = 9) -> Path:
    """Make the .deb of a bundle in a folder, packed with an effort from 0 to 9; give its path.

    Raises:
        SystemExit: it cannot be made; the text says why.
    """
    if shutil.which("dpkg-deb") is None:
        raise SystemExit("dpkg-deb is missing; a .deb is made on Debian or a relative of it.")
    architecture = _run("dpkg", "--print-architecture").strip()
    tree = into / "deb" / f"{product.NAME}_{version}"
    shutil.rmtree(tree, ignore_errors=True)
    _fill(bundle, tree, version=version)
    files.level(tree)
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(_control(tree, version, architecture), encoding="utf-8")
    sums = "".join(
        f"{_md5(file)}  {file.relative_to(tree).as_posix()}\n"
        for file in files.walk(tree / "usr")
        if file.is_file() and not file.is_symlink()
    )
    (control / "md5sums").write_text(sums, encoding="utf-8")
    files.level(tree)
    made = into / f"{product.NAME}_{version}_{architecture}.deb"
    _run(
        "dpkg-deb",
        "--root-owner-group",
        "-Zxz",
        f"-z{effort}",
        "--threads-max=1",
        "--build",
        str(tree),
        str(made),
    )
    shutil.rmtree(into / "deb")
    return made


def _fill(bundle: Path, tree: Path, *, version: str) -> None:
    """Lay the files of the package where they go."""
    share = tree / "usr" / "share"
    program = tree / "usr" / "lib" / product.NAME
    shutil.copytree(bundle, program, symlinks=True)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / product.NAME).symlink_to(f"../lib/{product.NAME}/{product.NAME}")
    desktop_files.make(share, version=version)
    papers = share / "doc" / product.NAME
    papers.mkdir(parents=True)
    notice = (program / "_internal" / "licences" / "NOTICE.txt").read_text(encoding="utf-8")
    (papers / "copyright").write_text(_copyright(notice), encoding="utf-8")
    news = (product.ROOT / "CHANGELOG.md").read_bytes()
    (papers / "changelog.gz").write_bytes(gzip.compress(_changelog(version).encode(), 9, mtime=0))
    (papers / "NEWS.md.gz").write_bytes(gzip.compress(news, 9, mtime=0))
    overrides = share / "lintian" / "overrides" / product.NAME
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(LINTIAN, overrides)


def maintainer() -> str:
    """Name who answers for the package: its builder, by DEBFULLNAME and DEBEMAIL as Debian's tools ask."""
    name = os.environ.get("DEBFULLNAME", product.AUTHORS)
    return f"{name} <{os.environ.get('DEBEMAIL', 'procura-desktop@example.org')}>"


def _control(tree: Path, version: str, architecture: str) -> str:
    program = tree / "usr" / "lib" / product.NAME
    return f"""\
Package: {product.NAME}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer()}
Installed-Size: {_kilobytes(tree)}
Depends: {needs.depends(program)}
Recommends: {needs.recommends(program)}
Section: misc
Priority: optional
Description: sustainable public procurement, offline
 Guidance, criteria and cases for sustainable public procurement, on one's own
 computer. It works with the network cable pulled out; signed editions of its
 library come from the web, a share or a stick.
 .
 Procura Desktop brings its own Python and Qt. Nothing that a user keeps is
 touched when it is updated or removed.
"""


def _copyright(notice: str) -> str:
    return f"""\
Procura Desktop
Copyright (C) {product.made_on():%Y} {product.AUTHORS}

The program is licensed under the European Union Public Licence, version 1.2 only; its text is in
/usr/lib/{product.NAME}/_internal/LICENSE. The texts of the library are licensed under CC BY 4.0.
On Debian systems, the texts of the GNU licences are in /usr/share/common-licenses.

{notice.replace("the folder of that name beside this file", f"/usr/lib/{product.NAME}/_internal/licences")}"""


def _changelog(version: str) -> str:
    return f"""\
{product.NAME} ({version}) stable; urgency=medium

  * What is new is told in NEWS.md.gz.

 -- {maintainer()}  {product.made_on():%a, %d %b %Y %H:%M:%S +0000}
"""


def _kilobytes(tree: Path) -> int:
    """Give the size as Debian counts it: each file in whole kilobytes, each folder and link as one."""
    return sum(
        (path.stat().st_size + 1023) // 1024 if path.is_file() and not path.is_symlink() else 1
        for path in files.walk(tree / "usr")
    )


def _md5(file: Path) -> str:
    import hashlib

    with file.open("rb") as opened:
        return hashlib.file_digest(opened, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{done.stderr}")
    return done.stdout
