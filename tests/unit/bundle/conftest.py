"""The scripts of packaging, and a small bundle with which they can be tried."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "packaging"))

PROGRAM = """\
#!/bin/sh
echo "procura-desktop says: $*"
"""


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A stand-in for what PyInstaller makes: a program that speaks, a library, a link, the papers."""
    folder = tmp_path / "made" / "procura-desktop"
    inside = folder / "_internal"
    (inside / "licences" / "Markdown").mkdir(parents=True)
    (folder / "procura-desktop").write_text(PROGRAM, encoding="ascii")
    (folder / "procura-desktop").chmod(0o755)
    (inside / "libQt6Core.so.6").write_bytes(b"library")
    (inside / "libQt6Core.so").symlink_to("libQt6Core.so.6")
    (inside / "LICENSE").write_text("EUPL\n", encoding="ascii")
    (inside / "licences" / "NOTICE.txt").write_text("Markdown 3.10\n", encoding="ascii")
    (inside / "licences" / "Markdown" / "LICENSE.md").write_text("BSD\n", encoding="ascii")
    bill = '{"components": [{"name": "Markdown", "version": "3.10"}]}'
    (inside / "sbom.cdx.json").write_text(bill, encoding="ascii")
    return folder
