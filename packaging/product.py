"""What every kind of package says about the program: its names, its version and the moment it was made.

The date of the last commit stands for the time of building, so that two builds of one commit are alike.
"""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "procura-desktop"
TITLE = "Procura Desktop"
SUMMARY = "Sustainable public procurement guidance, criteria and cases, offline"
LICENCE = "EUPL-1.2"
AUTHORS = "The Procura Desktop authors"
LONG_AGO = 315532800  # 1980, the earliest that every archive can keep


def version() -> str:
    """Give the version that the program says of itself."""
    text = (ROOT / "src" / "procura_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([0-9][0-9a-z.]*)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("src/procura_desktop/__init__.py names no version.")
    return found[1]


def made_at() -> int:
    """Give the seconds since 1970 that stand for the time of this build (SOURCE_DATE_EPOCH)."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", LONG_AGO))


def made_on() -> datetime:
    """Give the same moment as a time."""
    return datetime.fromtimestamp(made_at(), tz=UTC)
