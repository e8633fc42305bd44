"""Which version of the program was offered when a source was last looked at.

Read from the list that was proved then. Nothing is asked for, and python-tuf is not loaded.
"""

import json
import re
from pathlib import Path

from procura_desktop.sync.versions import version_numbers

METADATA_NAME = "program.json"
VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,3}")


def seen_version(folder: Path) -> str:
    """Give the version, from the folder where metadata of the library is kept; "" means none.

    A list that somebody changed counts as none: the next look proves one anew.
    """
    try:
        document = json.loads((folder / METADATA_NAME).read_bytes())
        versions = {file["custom"]["version"] for file in document["signed"]["targets"].values()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""
    version = versions.pop() if len(versions) == 1 else None
    return version if isinstance(version, str) and VERSION.fullmatch(version) else ""


def is_newer(offered: str, installed: str) -> bool:
    """Say whether the version that is offered ("" is none) comes after the installed one."""
    return version_numbers(offered) > version_numbers(installed)
