"""A publisher with two editions, and a computer on which the first of them is in use."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from procura_desktop.library.build import build_library
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import folders
from tests.releases import Publisher, make_publisher
from tests.unit.sync.computer import Computer
from tests.unit.sync.editions import copy_of, records, today


@dataclass(frozen=True, slots=True)
class Published:
    """What is made once, and copied by whoever changes it.

    Attributes:
        folders: the release folder as it was after each of three editions.
        computer: data of a computer with the first edition.
        bundled: a library built straight from content.
    """

    publisher: Publisher
    folders: tuple[Path, ...]
    computer: Path
    bundled: Path


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Three editions, made once; who changes something takes `publisher`, which is a copy."""
    base = tmp_path_factory.mktemp("published")
    publisher = make_publisher(base, on=today())
    kept = []
    for edition in (1, 2, 3):
        publisher.release(records=records(edition=edition), on=today(), note=f"Edition {edition}")
        kept.append(copy_of(publisher, base / f"edition-{edition}"))
    build_library(
        base / "main.sqlite", name="main", version="dev", records=records(5), assets=(), progress=Silent()
    )
    with pytest.MonkeyPatch.context() as patch:
        bundle(patch, base / "bundled", base / "main.sqlite")
        computer = Computer(folders(base / "data"))
        computer.trusts(publisher)
        computer.update(kept[0])
    return Published(publisher, tuple(kept), base / "data", base / "main.sqlite")


def bundle(patch: pytest.MonkeyPatch, folder: Path, library: Path) -> Path:
    """Let a library that was built straight from content be what came with the program."""
    folder.mkdir()
    path = shutil.copyfile(library, folder / "main.sqlite")
    for room in ("sync.places", "library.installed"):
        patch.setattr(f"procura_desktop.{room}.bundled_path", lambda library: folder / f"{library}.sqlite")
    return path


@pytest.fixture
def bundled(published: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The library that came with the program: five records, version "dev"."""
    return bundle(monkeypatch, tmp_path / "bundled", published.bundled)


@pytest.fixture
def publisher(published: Published, tmp_path: Path) -> Publisher:
    """The publisher, with the second edition published; its folder may be damaged."""
    folder = shutil.copytree(published.folders[1], tmp_path / "release")
    return Publisher(folder, published.publisher.keys)


@pytest.fixture
def new_computer(bundled: Path, tmp_path: Path, publisher: Publisher) -> Computer:
    """A computer just after installation, which trusts the publisher."""
    assert bundled.is_file()
    computer = Computer(folders(tmp_path / "data"))
    computer.trusts(publisher)
    return computer


@pytest.fixture
def computer(new_computer: Computer, published: Published) -> Computer:
    """The same with the first edition in use."""
    for part in ("library", "trust"):
        shutil.copytree(published.computer / part, new_computer.places.data / part, symlinks=True)
    return new_computer
