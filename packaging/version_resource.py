"""What Windows shows of the program in its properties, as PyInstaller reads it."""

import re
from pathlib import Path

COMPANY = "The Procura Desktop authors"
TITLE = "Procura Desktop"


def numbers(version: str) -> tuple[int, int, int, int]:
    """Give the four numbers that Windows knows a version by; what stands behind the digits is left out.

    Raises:
        SystemExit: it has none, or one that Windows cannot hold.
    """
    found = re.match(r"([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?", version)
    parts = [int(part or 0) for part in found.groups()] if found else []
    if not parts or max(parts) > 65_535:
        raise SystemExit(f"{version!r} is no version that Windows can hold.")
    return parts[0], parts[1], parts[2], 0


def resource(version: str, *, name: str, title: str = TITLE) -> str:
    """Write the resource for a program file of this name."""
    told = {
        "CompanyName": COMPANY,
        "FileDescription": title,
        "FileVersion": version,
        "InternalName": Path(name).stem,
        "LegalCopyright": f"{COMPANY}, EUPL-1.2",
        "OriginalFilename": name,
        "ProductName": TITLE,
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in told.items())
    number = numbers(version)
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={number}, prodvers={number}, mask=0x3f, flags=0x0, "
        "OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('040904B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [0x409, 1200])])])\n"
    )
