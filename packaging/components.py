"""What a bundle is made of: each part with its version, its licence, its texts and where its source is.

One list serves three readers: the folder `licences` of the bundle, its notice, and the SBOM. A part whose
licence text cannot be found stops the build.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from product import ROOT

Entry = tuple[str, str, str]  # path in the bundle, source, kind

RESOURCES = ROOT / "resources"
LICENCES = RESOURCES / "licences"
COMMON = Path("/usr/share/common-licenses")
LGPL_3 = (LICENCES / "Qt.txt", LICENCES / "LGPL-3.0.txt", LICENCES / "GPL-3.0.txt")
QT_PARTS = LICENCES / "Qt-parts.txt"
LICENCE_NAME = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
COMMON_LICENCE = re.compile(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])")
# What Debian's texts say is of whole source packages, with their tests and tools; this is of their libraries.
LIBRARIES = {
    "brotli": "MIT", "bzip2": "bzip2-1.0.6", "e2fsprogs": "MIT", "expat": "MIT", "fontconfig": "MIT",
    "freetype": "FTL OR GPL-2.0-or-later", "gcc-12": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "gcc-14": "GPL-3.0-or-later WITH GCC-exception-3.1", "glib2.0": "LGPL-2.1-or-later",
    "keyutils": "LGPL-2.0-or-later", "krb5": "MIT", "libbsd": "BSD-3-Clause", "libffi": "MIT",
    "libmd": "BSD-3-Clause", "libpng1.6": "libpng-2.0", "libx11": "MIT", "libxau": "MIT", "libxcb": "MIT",
    "libxdmcp": "MIT", "libxkbcommon": "MIT", "openssl": "Apache-2.0", "pcre2": "BSD-3-Clause",
    "sqlite3": "blessing", "util-linux": "BSD-3-Clause", "xcb-util": "MIT", "xcb-util-cursor": "MIT",
    "xcb-util-image": "MIT", "xcb-util-keysyms": "MIT", "xcb-util-renderutil": "MIT", "xcb-util-wm": "MIT",
    "xz-utils": "LicenseRef-public-domain", "zlib": "Zlib",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One part of a bundle that others wrote.

    Attributes:
        name: also the name of its folder under `licences`.
        licence: an SPDX expression, or words where its packagers give none.
        texts: the files of its licence; never empty in a bundle.
        source: where the source is that it was built from.
        purl: its package URL, or "" for what is no package.
        kind: library or data.
    """

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    source: str
    purl: str = ""
    kind: str = "library"

    @property
    def is_lesser(self) -> bool:
        """Say whether its licence lets users put their own build of it in place, and asks for its source."""
        return "LGPL" in self.licence.upper() or "LESSER" in self.licence.upper()


def python() -> Component:
    """Give Python itself."""
    number = ".".join(map(str, sys.version_info[:3]))
    return Component(
        name="Python",
        version=number,
        licence="PSF-2.0",
        texts=(LICENCES / "Python.txt",),
        source=f"https://www.python.org/downloads/release/python-{number.replace('.', '')}/",
        purl=f"pkg:generic/python@{number}",
    )


def qt() -> Iterator[Component]:
    """Give Qt, which comes inside the package of PySide6, and the ICU that comes with it on Linux."""
    installed = metadata.distribution("PySide6_Essentials")
    number = installed.version
    yield Component(
        name="Qt",
        version=number,
        licence="LGPL-3.0-only",
        texts=(*LGPL_3, QT_PARTS),
        source=f"https://download.qt.io/official_releases/qt/{number.rpartition('.')[0]}/{number}/",
        purl=f"pkg:generic/qt@{number}",
    )
    for file in installed.files or []:
        if file.name.startswith("libicudata.so."):
            release = file.name.removeprefix("libicudata.so.")
            yield Component(
                name="ICU",
                version=release,
                licence="Unicode-3.0",
                texts=(QT_PARTS,),
                source="https://github.com/unicode-org/icu",
                purl=f"pkg:generic/icu@{release}",
            )


def no_packages() -> tuple[Component, ...]:
    """Give what is bundled and comes from no package."""
    return (
        python(),
        *qt(),
        Component(
            name="Noto Sans",
            version="",
            licence="OFL-1.1",
            texts=(RESOURCES / "fonts" / "OFL.txt",),
            source="https://github.com/notofonts/latin-greek-cyrillic",
            kind="data",
        ),
        Component(
            name="CPV",
            version="2008",
            licence="CC-BY-4.0",
            texts=(LICENCES / "CPV.txt",),
            source="https://op.europa.eu/",
            kind="data",
        ),
        Component(
            name="eForms",
            version="1.16.0",
            licence="CC-BY-4.0",
            texts=(LICENCES / "eForms.txt",),
            source="https://github.com/OP-TED/eForms-SDK",
            kind="data",
        ),
        Component(
            name="library",
            version="",
            licence="CC-BY-4.0",
            texts=(ROOT / "content" / "LICENSE",),
            source="the folder content of the program's source",
            kind="data",
        ),
    )


# Packages that bring no text of their licence.
TEXTS = {"PySide6_Essentials": LGPL_3, "shiboken6": LGPL_3}
# Packages whose source lies elsewhere than their metadata says, or that say nothing.
SOURCES = dict.fromkeys(TEXTS, "https://download.qt.io/official_releases/QtForPython/")


def packages(modules: Iterable[str]) -> set[str]:
    """Give the installed packages that these modules come from, and that of the bundle's own start."""
    known = metadata.packages_distributions()
    names = {"pyinstaller"}
    for top in {module.partition(".")[0] for module in modules} - set(sys.stdlib_module_names):
        # How Python itself was built is a module of its own, which zoneinfo looks into.
        if top not in {"procura_desktop", "_pyi_rth_utils"} and not top.startswith("_sysconfigdata"):
            names |= set(known.get(top, [top]))
    return names


def of_package(name: str) -> Component:
    """Describe an installed package of Python; without texts if it is not installed."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return Component(name=name, version="", licence="unknown", texts=(), source="")
    return Component(
        name=name,
        version=found.version,
        licence=_licence_of(found),
        texts=licence_texts(name),
        source=SOURCES.get(name) or _source_of(found),
        purl=f"pkg:pypi/{re.sub('[-_.]+', '-', name).lower()}@{found.version}",
    )


def licence_texts(name: str) -> tuple[Path, ...]:
    """Give the licence texts of a package of Python."""
    if name in TEXTS:
        return TEXTS[name]
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return ()
    inside = [file for file in files if ".dist-info" in file.parts[0] and LICENCE_NAME.match(file.name)]
    return tuple(sorted(Path(str(file.locate())) for file in inside))


def _licence_of(found: metadata.Distribution) -> str:
    told = _field(found, "License-Expression") or _field(found, "License")
    if told and "\n" not in told:
        return told
    ending = [
        name.rpartition(" :: ")[2] for name in found.metadata.get_all("Classifier") or [] if "License" in name
    ]
    return ", ".join(ending) or "see its text"


def _source_of(found: metadata.Distribution) -> str:
    told: dict[str, str] = dict(line.split(", ", 1) for line in found.metadata.get_all("Project-URL") or [])
    lowered = {name.lower(): address for name, address in told.items()}
    for name in ("source", "repository", "source code", "github", "code", "homepage"):
        if name in lowered:
            return lowered[name]
    return _field(found, "Home-page") or next(iter(told.values()), "")


def _field(found: metadata.Distribution, name: str) -> str:
    """Give a field of the metadata, or ""."""
    values: list[str] = found.metadata.get_all(name) or [""]
    return values[0]


def of_library(library: Path) -> Component:
    """Describe a library of the system, as Debian keeps it; without texts if nobody owns it."""
    package = _owner(library)
    if not package:
        return Component(name=library.name, version="", licence="unknown", texts=(), source="")
    told = _run("dpkg-query", "-W", "-f=${Version}\t${source:Package}\t${source:Version}", package)
    version, source, source_version = told.split("\t")
    text = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
    words = text.read_text(encoding="utf-8")
    common = tuple(COMMON / name for name in sorted(set(COMMON_LICENCE.findall(words))))
    return Component(
        name=library.name,
        version=version,
        licence=LIBRARIES.get(source, "see its text"),
        texts=(text, *common),
        source=f"Debian source package {source} {source_version}",
        purl=f"pkg:deb/debian/{package.partition(':')[0]}@{version}",
    )


def _owner(library: Path) -> str:
    """Give the Debian package of a file, or ""."""
    if shutil.which("dpkg-query") is None:
        return ""
    path = str(library)
    for form in (path, str(library.resolve()), f"/usr{path}", path.removeprefix("/usr")):
        package = _run("dpkg-query", "-S", form).partition(": ")[0]
        if package and (Path("/usr/share/doc") / package.partition(":")[0] / "copyright").is_file():
            return package
    return ""


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout if done.returncode == 0 else ""


def components(modules: Iterable[str], libraries: Iterable[str]) -> tuple[Component, ...]:
    """Give everything of others that is in a bundle of these modules and system libraries, by name.

    Raises:
        SystemExit: a part has no licence text.
    """
    found = [*no_packages(), *map(of_package, packages(modules))]
    found += [of_library(Path(library)) for library in libraries]
    missing = sorted(one.name for one in found if not any(text.is_file() for text in one.texts))
    if missing:
        raise SystemExit(f"No licence text was found of: {', '.join(missing)}; see resources/licences.")
    return tuple(sorted(found, key=lambda one: (one.name.lower(), one.name)))


def licence_entries(found: Iterable[Component]) -> Iterator[Entry]:
    """Give the licence texts of these parts, in a folder for each; what many share lies in `common`."""
    for one in found:
        for text in one.texts:
            folder = "common" if text.parent == COMMON else one.name
            yield f"licences/{folder}/{text.name}", str(text.resolve()), "DATA"


def notice(found: Iterable[Component]) -> str:
    """Write the page that names every part, its licence and its source."""
    found = list(found)
    lines = [(LICENCES / "notice.txt").read_text(encoding="utf-8").strip(), ""]
    for lesser in (True, False):
        lines += ["Under the LGPL", ""] if lesser else ["Under other licences", ""]
        for one in found:
            if one.is_lesser == lesser:
                lines += [
                    f"{one.name} {one.version}".strip(),
                    f"    licence: {one.licence}",
                    f"    source: {one.source}",
                ]
        lines.append("")
    return "\n".join(lines)
