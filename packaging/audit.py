"""Compares a finished bundle with the list of its parts: nothing else, nothing of authors, all licences.

It reads the bundle itself, not what the build believes to have put there.

    python packaging/audit.py dist/procura-desktop
"""

import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader, ZlibArchiveReader

SBOM = "sbom.cdx.json"
# What writes content or signs releases, and what only these need.
FORBIDDEN = (
    "procura_desktop.content",
    "procura_desktop.publish",
    "procura_desktop.publisher",
    "procura_desktop.sync.conformance",
    "tuf.repository",
    "cryptography",
    "nacl",
    "yaml",
    "openpyxl",
    "et_xmlfile",
    "pytest",
    "cyclonedx",
)
KEYS = (".pem", ".key", ".p12", ".gpg")
OWN = ("procura_desktop", "pyi", "_pyi")
OF_PYTHON = ("_sysconfigdata", "__main__")


def faults(bundle: Path) -> list[str]:
    """Give a sentence for everything in a bundle that should not be, or that should be and is not."""
    inside = bundle / "_internal"
    parts = listed(inside)
    modules = set(modules_in(bundle))
    found = [f"{name} is for authors" for name in sorted(modules) if is_forbidden(name)]
    found += [f"the module {name} is of no listed part" for name in sorted(_strangers(modules, parts))]
    found += [f"the library {name} is of no listed part" for name in sorted(_foreign(inside, parts))]
    found += [
        f"{name} has no text in licences/{name}" for name in sorted(parts) if not _has_text(inside, name)
    ]
    known = {*parts, "common"}
    found += [
        f"licences/{one.name} is of no listed part"
        for one in sorted((inside / "licences").iterdir())
        if one.is_dir() and one.name not in known
    ]
    found += [
        f"{path.relative_to(bundle)} looks like a key" for path in inside.rglob("*") if path.suffix in KEYS
    ]
    notice = inside / "licences" / "NOTICE.txt"
    words = notice.read_text(encoding="utf-8") if notice.is_file() else ""
    found += [f"licences/NOTICE.txt does not name {name}" for name in sorted(parts) if name not in words]
    return found


def listed(inside: Path) -> set[str]:
    """Give the names of the parts that the bill of materials in the bundle names."""
    bill = json.loads((inside / SBOM).read_text(encoding="utf-8"))
    return {part["name"] for part in bill["components"]}


def modules_in(bundle: Path) -> Iterator[str]:
    """Give the modules of Python in a bundle, in its archives and as files."""
    program = bundle / bundle.name
    archive = CArchiveReader(str(program if program.is_file() else program.with_suffix(".exe")))
    for name, entry in archive.toc.items():
        if entry[-1] in ("m", "M", "s"):  # modules and scripts of the bundle's own start
            yield name
    pyz: ZlibArchiveReader = archive.open_embedded_archive("PYZ.pyz")
    yield from pyz.toc
    inside = bundle / "_internal"
    with zipfile.ZipFile(inside / "base_library.zip") as library:
        yield from (_module(Path(name)) for name in library.namelist())
    for file in inside.rglob("*"):
        if file.suffix in (".so", ".pyd", ".pyc", ".py") and file.is_file():
            path = file.relative_to(inside)
            if "lib-dynload" in path.parts:
                yield file.name.partition(".")[0]
            elif "Qt" not in path.parts and not (file.suffix == ".so" and len(path.parts) == 1):
                yield _module(path)


def _module(path: Path) -> str:
    """Give the dotted name of a file that holds a module."""
    last = path.name.partition(".")[0]
    return ".".join((*path.parts[:-1], *(() if last == "__init__" else (last,))))


def is_forbidden(module: str) -> bool:
    """Say whether a module is of the authors' side or signs."""
    return any(module == name or module.startswith(f"{name}.") for name in FORBIDDEN)


def _strangers(modules: Iterable[str], parts: set[str]) -> set[str]:
    """Give the modules that are neither of Python, nor ours, nor of a listed package."""
    tops = {module.partition(".")[0] for module in modules}
    tops -= {top for top in tops if top in sys.stdlib_module_names or top.startswith((*OWN, *OF_PYTHON))}
    known = metadata.packages_distributions()
    names = {part.lower() for part in parts}
    return {top for top in tops if not names & {name.lower() for name in known.get(top, [top])}}


def _foreign(inside: Path, parts: set[str]) -> set[str]:
    """Give the libraries beside Python's modules that no listed part answers for."""
    beside = (file for file in inside.iterdir() if ".so" in file.name and not file.is_symlink())
    return {file.name for file in beside if file.name not in parts and not file.name.startswith("libpython")}


def _has_text(inside: Path, name: str) -> bool:
    folder = inside / "licences" / name
    return folder.is_dir() and any(text.stat().st_size > 0 for text in folder.iterdir())


def _main(bundle: Path) -> None:
    found = faults(bundle)
    if found:
        raise SystemExit("The bundle is not what is listed:\n" + "\n".join(found))
    sys.stdout.write(
        f"{len(listed(bundle / '_internal'))} parts, each listed and with its licence; nothing of authors\n"
    )


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
