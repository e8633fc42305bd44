"""A publisher with a library and installers, a policy that leads to an office's share, and the command."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from procura_desktop.cli import main
from tests.releases import Publisher, make_publisher
from tests.unit.sync.editions import records, today

SHARE = "//server/procura/main"
INSTALLERS = {
    "procura-desktop_1.4.0_amd64.deb": b"!<arch>\ndebian-binary",
    "procura-desktop-1.4.0-linux-x86_64.tar.xz": b"\xfd7zXZ\x00 archive",
    "procura-desktop-1.4.0.msi": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 package",
    "procura-desktop-1.4.0-setup.exe": b"MZ setup",
    "procura-desktop-1.4.0-arm64.dmg": b"image koly",
    "procura-desktop-1.4.0.cdx.json": b"{}",
}
Run = Callable[..., tuple[int, dict[str, Any]]]


def installers(folder: Path) -> list[Path]:
    """Write every kind of file that a release of the program has."""
    folder.mkdir(exist_ok=True)
    for name, data in INSTALLERS.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in INSTALLERS]


@dataclass(frozen=True, slots=True)
class Office:
    """What an administrator begins with; the policy pins the publisher's root and may be written anew."""

    publisher: Publisher
    policy: Path
    to: Path
    data: Path

    def write_policy(self, *lines: str, root: str = "/etc/procura-desktop/root.json") -> Path:
        text = (
            *("[locked]", "user_sources = false", *lines),
            *("[[locked.sources]]", "library = 'main'", f"addresses = ['{SHARE}']", f"root = '{root}'", ""),
        )
        self.policy.write_text("\n".join(text), encoding="utf-8")
        return self.policy


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    """Signed for real, once."""
    base = tmp_path_factory.mktemp("builder")
    made = make_publisher(base, on=today(), program_keys=2, program_threshold=2)
    made.release(records=records(), on=today())
    made.publish_program(*installers(base / "files"), version="1.4.0", on=today())
    return made


@pytest.fixture
def office(made_once: Publisher, tmp_path: Path) -> Office:
    """A copy of what was published, which may be damaged, and a policy with its root file beside it."""
    publisher = Publisher(shutil.copytree(made_once.folder, tmp_path / "release"), made_once.keys)
    (tmp_path / "policy").mkdir()
    shutil.copyfile(publisher.root, tmp_path / "policy" / "root.json")
    made = Office(publisher, tmp_path / "policy" / "policy.toml", tmp_path / "office", tmp_path / "data")
    made.write_policy()
    return made


@pytest.fixture
def run(office: Office, capsys: pytest.CaptureFixture[str]) -> Run:
    """`provision` with what the office has, and what else is given; its exit code and document."""

    def run(*more: str, to: Path | None = None, source: Path | None = None) -> tuple[int, dict[str, Any]]:
        words = ["provision", "--json", "--data-dir", str(office.data), "--policy", str(office.policy)]
        words += ["--source", str(source or office.publisher.folder), "--to", str(to or office.to)]
        capsys.readouterr()
        code = main([*words, *more])
        document: dict[str, Any] = json.loads(capsys.readouterr().out)
        return code, document

    return run
