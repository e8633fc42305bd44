"""Releases of the program in a library's folder: whose keys sign them, and what stays and goes."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Root, Targets

from procura_desktop.publish.errors import KeysError, ReleaseError
from procura_desktop.publish.keys import open_keys
from procura_desktop.publish.rotation import add_program, rotate
from procura_desktop.sync.program_role import ProgramRoleError, signing_role, stated_delegation
from tests.releases import PASSPHRASE, TODAY, Publisher, make_publisher, unlock
from tests.unit.publish.client import Client
from tests.unit.publish.editions import edition


@pytest.fixture
def builder(tmp_path: Path) -> Publisher:
    """A publisher of content and program, with a first release of the content."""
    made = make_publisher(tmp_path, program_keys=2, program_threshold=2)
    made.release(records=edition(1))
    return made


def installer(folder: Path, name: str, data: bytes = b"MZ installer") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def listed(publisher: Publisher) -> Targets:
    newest = max(
        publisher.folder.glob("metadata/*.program.json"), key=lambda path: int(path.name.split(".")[0])
    )
    return Metadata[Targets].from_file(str(newest)).signed


def content_list(publisher: Publisher) -> Targets:
    newest = max(
        publisher.folder.glob("metadata/*.targets.json"), key=lambda path: int(path.name.split(".")[0])
    )
    return Metadata[Targets].from_file(str(newest)).signed


def test_an_installer_is_named_with_version_system_and_hash(builder: Publisher, tmp_path: Path) -> None:
    done = builder.publish_program(
        installer(tmp_path, "procura-desktop-1.2.0-setup.exe"),
        installer(tmp_path, "SHA256SUMS", b"sums"),
        version="1.2.0",
    )

    assert done.systems == {"program/procura-desktop-1.2.0-setup.exe": "windows", "program/SHA256SUMS": ""}
    target = listed(builder).targets["program/procura-desktop-1.2.0-setup.exe"]
    assert target.custom == {
        "kind": "program",
        "version": "1.2.0",
        "published": TODAY.isoformat(),
        "system": "windows",
    }
    place = (
        builder.folder / "targets" / "program" / f"{target.hashes['sha256']}.procura-desktop-1.2.0-setup.exe"
    )
    assert place.read_bytes() == b"MZ installer"


def test_another_client_finds_it_by_the_standard(builder: Publisher, tmp_path: Path) -> None:
    """python-tuf follows the delegation and fetches the file where the specification says."""
    builder.publish_program(installer(tmp_path, "a.msi"), version="1.0")

    client = Client(builder)
    client.update()

    assert client.fetch("program/a.msi").read_bytes() == b"MZ installer"


def test_files_of_one_version_come_one_after_the_other(builder: Publisher, tmp_path: Path) -> None:
    builder.publish_program(installer(tmp_path, "a.deb"), version="1.0")
    builder.publish_program(installer(tmp_path, "a.dmg"), version="1.0")

    assert set(listed(builder).targets) == {"program/a.deb", "program/a.dmg"}
    assert listed(builder).version == 2


def test_the_next_version_takes_the_place_and_the_one_before_stays_for_one_release(
    builder: Publisher, tmp_path: Path
) -> None:
    for number in (1, 2, 3):
        builder.publish_program(installer(tmp_path, f"a{number}.deb", bytes([number])), version=f"{number}.0")

    assert set(listed(builder).targets) == {"program/a3.deb"}
    there = sorted(path.name.split(".", 1)[1] for path in builder.folder.glob("targets/program/*"))
    assert there == ["a2.deb", "a3.deb"]
    assert sorted(path.name for path in builder.folder.glob("metadata/*.program.json")) == [
        "2.program.json",
        "3.program.json",
    ]


def test_content_is_released_on_without_the_keys_of_the_program(builder: Publisher, tmp_path: Path) -> None:
    builder.publish_program(installer(tmp_path, "a.deb"), version="1.0")
    before = listed(builder)
    for path in builder.keys.folder.glob("program-*.pem"):
        path.unlink()

    builder.release(records=edition(2))
    builder.refresh()

    assert listed(builder) == before
    assert content_list(builder).delegations == stated_delegation(builder.keys.newest)
    client = Client(builder)
    client.update()
    assert client.fetch("program/a.deb").read_bytes() == b"MZ installer"


def test_without_enough_keys_of_the_program_nothing_is_written(builder: Publisher, tmp_path: Path) -> None:
    next(builder.keys.folder.glob("program-*.pem")).unlink()
    before = sorted(builder.folder.rglob("*"))

    with pytest.raises(KeysError, match=r"program-.*\.pem is missing, without which program"):
        builder.publish_program(installer(tmp_path, "a.deb"), version="1.0")

    assert sorted(builder.folder.rglob("*")) == before


def test_keys_without_the_role_say_how_to_make_it(publisher: Publisher, tmp_path: Path) -> None:
    publisher.release(records=edition(1))

    with pytest.raises(KeysError, match="'procura-publish keys program' makes them"):
        publisher.publish_program(installer(tmp_path, "a.deb"), version="1.0")


def test_older_keys_get_the_role_by_the_next_root(publisher: Publisher, tmp_path: Path) -> None:
    publisher.release(records=edition(1))
    client = Client(publisher)
    client.update()

    publisher.keys = add_program(
        publisher.keys, number=1, threshold=1, on=TODAY, unlock=unlock, passphrase=PASSPHRASE
    )
    publisher.publish_program(installer(tmp_path, "a.deb"), version="1.0")

    client.update()
    assert client.fetch("program/a.deb").read_bytes() == b"MZ installer"
    with pytest.raises(KeysError, match="keys rotate"):
        add_program(publisher.keys, number=1, threshold=1, on=TODAY, unlock=unlock, passphrase=PASSPHRASE)


def test_a_version_that_goes_back_is_refused(builder: Publisher, tmp_path: Path) -> None:
    builder.publish_program(installer(tmp_path, "a.deb"), version="1.10.0")

    with pytest.raises(ReleaseError, match=r"1\.9\.0 is older than 1\.10\.0"):
        builder.publish_program(installer(tmp_path, "b.deb"), version="1.9.0")


def test_other_bytes_under_the_same_version_are_refused(builder: Publisher, tmp_path: Path) -> None:
    builder.publish_program(installer(tmp_path, "a.deb"), version="1.0")

    with pytest.raises(ReleaseError, match="published with other bytes"):
        builder.publish_program(installer(tmp_path, "a.deb", b"other"), version="1.0")


@pytest.mark.parametrize(
    ("name", "version", "words"),
    [
        ("a b.exe", "1.0", "letters, digits, dots"),
        ("a..exe", "1.0", "letters, digits, dots"),
        ("a.exe", "1.0-beta", "no version of the program"),
        ("gone.exe", "1.0", "there is no such file"),
    ],
)
def test_what_cannot_be_published_is_told(
    builder: Publisher, tmp_path: Path, name: str, version: str, words: str
) -> None:
    path = tmp_path / name
    if name != "gone.exe":
        path.write_bytes(b"x")

    with pytest.raises(ReleaseError, match=words):
        builder.publish_program(path, version=version)


def test_a_program_without_content_is_refused(tmp_path: Path) -> None:
    publisher = make_publisher(tmp_path, program_keys=1)

    with pytest.raises(ReleaseError, match="no release of content yet"):
        publisher.publish_program(installer(tmp_path, "a.deb"), version="1.0")


@pytest.mark.parametrize(("number", "threshold"), [(1, 2), (2, 0)])
def test_a_threshold_of_the_program_that_cannot_be_met_is_refused(
    tmp_path: Path, number: int, threshold: int
) -> None:
    with pytest.raises(KeysError, match="program keys cannot sign"):
        make_publisher(tmp_path, program_keys=number, program_threshold=threshold)


def test_an_exchanged_key_of_the_program_is_told_until_its_list_is_signed_anew(
    builder: Publisher, tmp_path: Path
) -> None:
    builder.publish_program(installer(tmp_path, "a.deb"), version="1.0")
    who = signing_role(builder.keys.newest, "program")
    assert who is not None
    builder.keys = rotate(
        builder.keys,
        "program",
        on=TODAY,
        unlock=unlock,
        passphrase=PASSPHRASE,
        key_id=who.role.keyids[0],
    )
    for again in (False, True):  # the second refresh knows it as well, though the root is published
        assert any("refresh with --program" in one for one in builder.refresh().warnings), again
    assert builder.refresh(program=True).warnings == ()
    assert builder.refresh().warnings == ()

    client = Client(builder)
    client.update()
    assert client.fetch("program/a.deb").read_bytes() == b"MZ installer"


def test_the_list_of_the_program_is_warned_of_before_it_ends(builder: Publisher, tmp_path: Path) -> None:
    builder.publish_program(installer(tmp_path, "a.deb"), version="1.0")

    done = builder.refresh(on=TODAY + timedelta(days=320))

    assert any("list of the program expires" in one for one in done.warnings)
    assert set(done.expires) == {"root", "targets", "snapshot", "timestamp", "program"}


def test_a_root_that_hands_on_other_paths_is_no_role_of_the_program(builder: Publisher) -> None:
    root = Metadata[Root].from_bytes(open_keys(builder.keys.folder).roots[0]).signed
    stated = json.loads(json.dumps(root.unrecognized_fields["program"]))
    stated["roles"][0]["paths"] = ["*"]
    root.unrecognized_fields["program"] = stated

    with pytest.raises(ProgramRoleError, match="for something else"):
        stated_delegation(root)
