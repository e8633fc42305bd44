r"""Makes the MSI of Windows out of a finished bundle, for software distribution, with wixl on any system.

    python packaging/windows_msi.py dist/procura-desktop --icon build/icons/app.ico --out dist/….msi

It installs for all users:

    msiexec /i procura-desktop-1.2.0.msi /qn /norestart [INSTALLFOLDER="D:\Programs\Procura Desktop"]
    msiexec /x procura-desktop-1.2.0.msi /qn /norestart

A later version takes the place of an earlier one, since all have the same upgrade code; an earlier one
refuses to. It goes to the folder of the version before. What users made is never touched. Codes of products
and components are the same on every machine.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

import version_resource
from associations import ASSOCIATIONS, SCHEME, SCHEME_TITLE
from procura_desktop import __version__
from windows_setup import PROGRAM, check_bundle

UPGRADE_CODE = UUID("b6d5b145-a937-4875-b53c-714dcc95d274")  # of all versions; it never changes
OWN_KEY = "Software\\Procura Desktop"
FILES, ICON = "files", "app.ico"
TITLE = version_resource.TITLE
COMMAND = f'"[INSTALLFOLDER]{PROGRAM}" -- "%1"'
_NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"


def main() -> None:
    """Make the MSI and print its path."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--icon", type=Path, required=True, help="as packaging/app_icon.py makes it")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default=__version__)
    wanted = parser.parse_args()
    made = make(wanted.bundle, wanted.icon, wanted.out, version=wanted.version)
    sys.stdout.write(f"{made}: {made.stat().st_size / 1e6:.1f} MB\n")


def make(bundle: Path, icon: Path, out: Path, *, version: str = __version__) -> Path:
    """Make the MSI and give its path."""
    check_bundle(bundle)
    wixl = shutil.which("wixl")
    if wixl is None:
        raise SystemExit("wixl is missing: install the package wixl (of msitools).")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "procura-desktop.wxs"
        source.write_bytes(described(bundle, version=version))
        (source.parent / FILES).symlink_to(bundle.resolve())  # wixl takes no path that begins elsewhere
        (source.parent / ICON).symlink_to(icon.resolve())
        command = [wixl, "--arch", "x64", "--output", str(out.resolve()), str(source)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - found above
    if done.returncode != 0 or done.stderr:  # what it does not understand it only warns of
        raise SystemExit(f"wixl did not make {out}:\n{done.stderr}")
    return out


def described(bundle: Path, *, version: str) -> bytes:
    """Describe the whole package in the language of WiX, with files in the folder FILES beside it."""
    numbers = msi_version(version)
    wix = ET.Element("Wix", xmlns=_NAMESPACE)
    product = ET.SubElement(
        wix,
        "Product",
        Id=_guid("product", numbers),
        Name=TITLE,
        Language="1033",
        Version=numbers,
        Manufacturer=version_resource.COMPANY,
        UpgradeCode=_braced(UPGRADE_CODE),
    )
    ET.SubElement(
        product,
        "Package",
        InstallerVersion="500",
        Compressed="yes",
        InstallScope="perMachine",
        Comments=f"{TITLE} {version}",
    )
    ET.SubElement(
        product,
        "MajorUpgrade",
        DowngradeErrorMessage=f"A later version of {TITLE} is installed already.",
    )
    ET.SubElement(product, "Media", Id="1", Cabinet="program.cab", EmbedCab="yes")
    ET.SubElement(product, "Icon", Id="app.ico", SourceFile=ICON)
    for name, value in (("ARPPRODUCTICON", "app.ico"), ("ARPNOMODIFY", "1"), ("ARPNOREPAIR", "1")):
        ET.SubElement(product, "Property", Id=name, Value=value)
    folder = ET.SubElement(product, "Property", Id="INSTALLFOLDER")
    ET.SubElement(
        folder,
        "RegistrySearch",
        Id="folder_before",
        Root="HKLM",
        Key=OWN_KEY,
        Name="InstallFolder",
        Type="raw",
        Win64="yes",
    )
    names = list(_layout(product, bundle))
    feature = ET.SubElement(product, "Feature", Id="Program", Title=TITLE, Level="1")
    for name in names:
        ET.SubElement(feature, "ComponentRef", Id=name)
    ET.indent(wix)
    text: bytes = ET.tostring(wix, encoding="utf-8", xml_declaration=True)
    return text


def msi_version(version: str) -> str:
    """Give the version as Windows Installer compares it: three numbers, of which the first two are small.

    Raises:
        SystemExit: it cannot hold this one.
    """
    first, second, third, _ = version_resource.numbers(version)
    if first > 255 or second > 255:
        raise SystemExit(f"{version!r} is no version that Windows Installer can compare.")
    return f"{first}.{second}.{third}"


def _layout(product: ET.Element, bundle: Path) -> Iterator[str]:
    """Describe folders, files and what is written to the registry; give the names of the components."""
    target = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = ET.SubElement(target, "Directory", Id="ProgramFiles64Folder")
    folder = ET.SubElement(programs, "Directory", Id="INSTALLFOLDER", Name=TITLE)
    menu = ET.SubElement(target, "Directory", Id="ProgramMenuFolder")
    yield from _folder(folder, bundle, bundle)
    yield _shortcut(menu)
    yield _registry(folder)


def _folder(element: ET.Element, folder: Path, bundle: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        inside = path.relative_to(bundle).as_posix()
        if path.is_dir():
            below = ET.SubElement(element, "Directory", Id=_id("d", inside), Name=path.name)
            yield from _folder(below, path, bundle)
            continue
        name = _id("c", inside)
        component = ET.SubElement(element, "Component", Id=name, Guid=_guid("file", inside), Win64="yes")
        ET.SubElement(
            component, "File", Id=_id("f", inside), Name=path.name, Source=f"{FILES}/{inside}", KeyPath="yes"
        )
        yield name


def _shortcut(menu: ET.Element) -> str:
    component = ET.SubElement(menu, "Component", Id="menu", Guid=_guid("menu", ""), Win64="yes")
    ET.SubElement(
        component,
        "Shortcut",
        Id="menu_entry",
        Name=TITLE,
        Directory="ProgramMenuFolder",
        Target=f"[INSTALLFOLDER]{PROGRAM}",
        WorkingDirectory="INSTALLFOLDER",
        Icon="app.ico",
    )
    _value(component, OWN_KEY, "StartMenu", "1", key=True)
    return "menu"


def _registry(folder: ET.Element) -> str:
    component = ET.SubElement(folder, "Component", Id="opens", Guid=_guid("opens", ""), Win64="yes")
    classes = "Software\\Classes"
    icon = f"[INSTALLFOLDER]{PROGRAM},0"
    _value(component, OWN_KEY, "InstallFolder", "[INSTALLFOLDER]", key=True)
    paths = f"Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\{PROGRAM}"
    _value(component, paths, "", f"[INSTALLFOLDER]{PROGRAM}")
    for one in ASSOCIATIONS:
        kind = f"ProcuraDesktop.{one.name}"
        _value(component, f"{classes}\\.{one.ending}", "", kind)
        _value(component, f"{classes}\\.{one.ending}\\OpenWithProgids", kind, "")
        _value(component, f"{classes}\\{kind}", "", one.title)
        _value(component, f"{classes}\\{kind}\\DefaultIcon", "", icon)
        _value(component, f"{classes}\\{kind}\\shell\\open\\command", "", COMMAND)
    _value(component, f"{classes}\\{SCHEME}", "", f"URL:{SCHEME_TITLE}")
    _value(component, f"{classes}\\{SCHEME}", "URL Protocol", "")
    _value(component, f"{classes}\\{SCHEME}\\DefaultIcon", "", icon)
    _value(component, f"{classes}\\{SCHEME}\\shell\\open\\command", "", COMMAND)
    return "opens"


def _value(component: ET.Element, where: str, name: str, value: str, *, key: bool = False) -> None:
    named = {"Name": name} if name else {}
    marked = {"KeyPath": "yes"} if key else {}
    attributes = {"Root": "HKLM", "Key": where, **named, "Type": "string", "Value": value, **marked}
    ET.SubElement(component, "RegistryValue", attributes)


def _id(prefix: str, inside: str) -> str:
    """Give a name that Windows Installer takes, always the same for the same file."""
    return f"{prefix}{uuid5(UPGRADE_CODE, inside).hex}"


def _guid(what: str, of: str) -> str:
    return _braced(uuid5(UPGRADE_CODE, f"{what}:{of}"))


def _braced(code: UUID) -> str:
    return f"{{{str(code).upper()}}}"


if __name__ == "__main__":
    main()
