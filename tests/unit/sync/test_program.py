"""Releases of the program in a library's source: told and copied, proved under keys of their own.

Who holds the content's keys, or the mirror, cannot bring an installer; and whatever is wrong with the program
stops no update of the content.
"""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from procura_desktop import __version__
from procura_desktop.cli import main
from procura_desktop.errors import ReleaseRejectedError
from procura_desktop.progress import Silent
from procura_desktop.publish.folder import Published, publish, published_in
from procura_desktop.publish.keys import new_signer
from procura_desktop.publish.roles import to_bytes
from procura_desktop.publish.signing import Signing
from procura_desktop.settings.folders import folders
from procura_desktop.sync.mirror import mirror
from procura_desktop.sync.places import source_of, trust_of
from procura_desktop.sync.program import ProgramSeen
from procura_desktop.sync.program_role import state_delegation, stated_delegation
from procura_desktop.sync.program_seen import is_newer, seen_version
from tests.releases import Publisher, make_publisher, unlock
from tests.unit.sync.computer import Computer, refused
from tests.unit.sync.editions import copy_of, records, sign_other, today

SETUP, PACKAGE, SUMS = b"MZ setup", b"!<arch> package", b"sums"


@pytest.fixture
def builder(tmp_path: Path) -> Publisher:
    """A publisher of content and of version 1.0 of the program, for two systems."""
    made = make_publisher(tmp_path / "builder", on=today(), program_keys=2, program_threshold=2)
    made.release(records=records(), on=today())
    made.publish_program(*installers(tmp_path, "1.0"), version="1.0", on=today())
    return made


def installers(folder: Path, version: str) -> list[Path]:
    files = {f"setup-{version}.exe": SETUP, f"desktop-{version}.deb": PACKAGE, "SHA256SUMS": SUMS}
    for name, data in files.items():
        (folder / name).write_bytes(data + version.encode())
    return [folder / name for name in files]


@pytest.fixture
def office(bundled: Path, builder: Publisher, tmp_path: Path) -> Computer:
    """A computer that trusts the publisher and has the library."""
    assert bundled.is_file()
    computer = Computer(folders(tmp_path / "office"))
    computer.trusts(builder)
    computer.update()
    return computer


def seen(computer: Computer, address: Path | str = "") -> ProgramSeen:
    with closing(computer.find(address)) as found:
        return found.plan.offer.program


def bring(computer: Computer, to: Path, *systems: str, address: Path | str = "") -> int:
    with closing(computer.find(address)) as found:
        offer = found.plan.offer
        assert offer.program.release is not None, offer.program.problem
        trust = trust_of(computer.places, source_of(computer.places, "main"))
        files = offer.program.release.files_for(frozenset(systems))
        return mirror(offer, found.transport, trust, to, progress=Silent(), programs=files)


def names(folder: Path) -> list[str]:
    """Give the installers of a folder by the names that they were published under."""
    return sorted(path.name.split(".", 1)[1] for path in folder.glob("targets/program/*"))


def sign_program(
    builder: Publisher,
    edit: Callable[[Published], None] = lambda _before: None,
    *,
    change: Callable[[Targets], None],
) -> None:
    """Publish another list of the program with its own keys, whatever it says."""
    before = published_in(builder.folder, builder.keys)
    assert before is not None
    assert before.program is not None
    edit(before)
    before.program.version += 1
    change(before.program)
    signing = Signing(builder.keys, unlock=unlock, on=today(), published=before.root)
    publish(builder.folder, builder.keys, signing, before=before, targets=None, program=before.program)


# Told.


def test_the_version_that_is_offered_is_told(office: Computer) -> None:
    told = seen(office)

    assert told.problem == ""
    assert told.release is not None
    assert (told.release.version, told.release.published) == ("1.0", today().isoformat())
    assert {file.name: file.system for file in told.release.files} == {
        "program/setup-1.0.exe": "windows",
        "program/desktop-1.0.deb": "linux",
        "program/SHA256SUMS": "",
    }


def test_what_was_seen_is_known_without_asking_again(office: Computer) -> None:
    assert seen_version(office.places.trust / "main") == "1.0"
    (office.places.trust / "main" / "program.json").write_text("[]")
    assert seen_version(office.places.trust / "main") == ""


@pytest.mark.parametrize(
    ("offered", "installed", "newer"),
    [("1.10.0", "1.9.0", True), ("1.9", "1.9", False), ("0.9", "1.0", False), ("", "1.0", False)],
)
def test_versions_are_compared_as_numbers(offered: str, installed: str, newer: bool) -> None:
    assert is_newer(offered, installed) is newer


def test_a_source_without_a_program_says_nothing(computer: Computer) -> None:
    assert seen(computer) == ProgramSeen()


def test_the_list_is_asked_for_once(office: Computer, builder: Publisher) -> None:
    """A list that was seen and has not changed costs no request."""
    for path in builder.folder.glob("metadata/*.program.json"):
        path.unlink()

    assert seen(office).release is not None


def test_who_publishes_another_library_has_no_say_in_the_program(office: Computer, tmp_path: Path) -> None:
    other = make_publisher(tmp_path / "other", name="ghent", on=today(), program_keys=1)
    other.release(records=records(3), on=today())
    other.publish_program(*installers(tmp_path, "9.0"), version="9.0", on=today())
    ghent = Computer(office.places, library="ghent")
    ghent.trusts(other)

    assert seen(ghent) == ProgramSeen()
    assert not (office.places.trust / "ghent" / "program.json").exists()


# Copied.


def test_installers_go_to_a_share_for_the_systems_that_are_wanted(office: Computer, tmp_path: Path) -> None:
    bring(office, tmp_path / "share", "windows")
    assert names(tmp_path / "share") == ["SHA256SUMS", "setup-1.0.exe"]
    bring(office, tmp_path / "share", "linux", "windows", "macos")
    assert names(tmp_path / "share") == ["SHA256SUMS", "desktop-1.0.deb", "setup-1.0.exe"]


def test_a_copy_of_a_copy_holds_the_same_installers(office: Computer, tmp_path: Path) -> None:
    bring(office, tmp_path / "share", "linux", "windows")
    bring(office, tmp_path / "edition.procura", "linux", "windows", address=tmp_path / "share")
    bring(office, tmp_path / "stick", "linux", "windows", address=tmp_path / "edition.procura")

    assert names(tmp_path / "stick") == names(tmp_path / "share")
    (setup,) = (tmp_path / "stick" / "targets" / "program").glob("*.exe")
    assert setup.read_bytes() == b"MZ setup1.0"


def test_an_older_version_goes_from_the_share(office: Computer, builder: Publisher, tmp_path: Path) -> None:
    bring(office, tmp_path / "share", "windows")
    (tmp_path / "share" / "targets" / "program" / "letter.odt").write_text("mine")
    builder.publish_program(*installers(tmp_path, "1.1"), version="1.1", on=today())
    bring(office, tmp_path / "share", "windows")

    there = {path.name for path in (tmp_path / "share" / "targets" / "program").iterdir()}
    assert {name.split(".", 1)[1] for name in there} == {"SHA256SUMS", "setup-1.1.exe", "odt"}


def test_a_copy_of_the_content_alone_leaves_the_installers_and_brings_their_list(
    office: Computer, builder: Publisher, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    bring(office, share, "windows")
    builder.release(records=records(edition=2), on=today())
    with closing(office.find()) as found:
        trust = trust_of(office.places, source_of(office.places, "main"))
        mirror(found.plan.offer, found.transport, trust, share, progress=Silent())

    assert names(share) == ["SHA256SUMS", "setup-1.0.exe"]
    assert (share / "metadata" / "1.program.json").is_file()
    assert seen(office, share).release is not None


# Attacks. Each leaves the content to be updated, and what was seen of the program.


def refused_program(computer: Computer, words: str, address: Path | str = "") -> None:
    """Expect that the program is refused with these words, and the content is not."""
    before = seen_version(computer.places.trust / "main")
    told = seen(computer, address)
    assert told.release is None
    assert words in told.problem
    assert seen_version(computer.places.trust / "main") == before
    computer.update(address)
    computer.verify()


def test_an_installer_under_the_keys_of_the_content_is_refused(office: Computer, builder: Publisher) -> None:
    data = b"MZ thief"
    planted = TargetFile.from_data("program/setup-6.6.6.exe", data, ["sha256"])
    planted.unrecognized_fields["custom"] = {
        "kind": "program",
        "version": "6.6.6",
        "published": today().isoformat(),
        "system": "windows",
    }

    sign_other(builder, lambda targets: targets.update({planted.path: planted}))

    refused_program(office, "signed with the keys of the content")


def test_other_keys_for_the_program_are_refused_though_the_content_names_them(
    office: Computer, builder: Publisher
) -> None:
    """The thief of all three keys of the content makes a role `program` of their own."""
    thief = new_signer()
    before = published_in(builder.folder, builder.keys)
    assert before is not None
    assert before.program is not None
    root = Root()
    state_delegation(root, {thief.public_key.keyid: thief.public_key}, threshold=1)
    before.targets.delegations = stated_delegation(root)
    before.targets.version += 1
    signing = Signing(builder.keys, unlock=unlock, on=today(), published=before.root)
    _, snapshot = publish(builder.folder, builder.keys, signing, before=before, targets=before.targets)
    before.program.version += 1
    for file in before.program.targets.values():
        file.unrecognized_fields["custom"]["version"] = "6.6.6"
    forged = Metadata(before.program)
    forged.sign(thief)
    data = to_bytes(forged)
    (builder.folder / "metadata" / f"{before.program.version}.program.json").write_bytes(data)
    publish_snapshot(builder, snapshot, MetaFile.from_data(before.program.version, data, ["sha256"]))

    refused_program(office, "names other keys for it than the root")


def publish_snapshot(builder: Publisher, snapshot: Snapshot, program: MetaFile) -> None:
    """Let snapshot and timestamp name a list of the program that its own keys did not sign."""
    signing = Signing(builder.keys, unlock=unlock, on=today())
    timestamp = Metadata[Timestamp].from_file(str(builder.folder / "metadata" / "timestamp.json")).signed
    snapshot.version += 1
    snapshot.meta["program.json"] = program
    data = signing.sign(snapshot)
    (builder.folder / "metadata" / f"{snapshot.version}.snapshot.json").write_bytes(data)
    timestamp.version += 1
    timestamp.snapshot_meta = MetaFile.from_data(snapshot.version, data, ["sha256"])
    (builder.folder / "metadata" / "timestamp.json").write_bytes(signing.sign(timestamp))


@pytest.mark.parametrize("keys", ["content", "one of two"])
def test_a_list_of_the_program_without_enough_of_its_keys_is_refused(
    office: Computer, builder: Publisher, keys: str
) -> None:
    before = published_in(builder.folder, builder.keys)
    assert before is not None
    assert before.program is not None
    before.program.version += 1
    signing = Signing(builder.keys, unlock=unlock, on=today())
    forged = Metadata.from_bytes(
        signing.sign(before.program, role="targets" if keys == "content" else "program")
    )
    if keys == "one of two":
        forged.signatures.pop(next(iter(forged.signatures)))
    data = to_bytes(forged)
    (builder.folder / "metadata" / f"{before.program.version}.program.json").write_bytes(data)
    publish_snapshot(builder, before.snapshot, MetaFile.from_data(before.program.version, data, ["sha256"]))

    refused_program(office, "program was signed by")


def test_a_program_that_the_root_knows_nothing_of_is_refused(
    bundled: Path, tmp_path: Path, builder: Publisher
) -> None:
    """A publisher whose root states no role `program`, and whose content hands paths on all the same."""
    plain = make_publisher(tmp_path / "plain", on=today())
    plain.release(records=records(), on=today())
    before = published_in(plain.folder, plain.keys)
    assert before is not None
    before.targets.delegations = stated_delegation(builder.keys.newest)
    before.targets.version += 1
    signing = Signing(plain.keys, unlock=unlock, on=today(), published=before.root)
    publish(plain.folder, plain.keys, signing, before=before, targets=before.targets)
    computer = Computer(folders(tmp_path / "data"))
    computer.trusts(plain)

    assert bundled.is_file()
    refused_program(computer, "the root names no keys for it")


def test_an_older_list_of_the_program_is_refused(
    office: Computer, builder: Publisher, tmp_path: Path
) -> None:
    """A thief of snapshot and timestamp leads the list of the program back; python-tuf refuses the whole."""
    older = published_in(builder.folder, builder.keys)
    assert older is not None
    kept = older.snapshot.meta["program.json"]
    builder.publish_program(*installers(tmp_path, "1.1"), version="1.1", on=today())
    office.update()
    assert seen_version(office.places.trust / "main") == "1.1"
    now = published_in(builder.folder, builder.keys)
    assert now is not None
    publish_snapshot(builder, now.snapshot, kept)

    with refused(office, "older than what was received before", kind=ReleaseRejectedError):
        office.update()
    assert seen_version(office.places.trust / "main") == "1.1"


def test_an_older_version_signed_anew_is_refused(
    office: Computer, builder: Publisher, tmp_path: Path
) -> None:
    """Even the program's own keys do not lead back below a version that was seen."""
    builder.publish_program(*installers(tmp_path, "1.1"), version="1.1", on=today())
    seen(office)

    def back(program: Targets) -> None:
        for file in program.targets.values():
            file.unrecognized_fields["custom"]["version"] = "0.9"

    sign_program(builder, change=back)

    refused_program(office, "it is version 0.9, and 1.1 was seen before")


def test_an_older_mirror_of_the_whole_source_is_refused(
    office: Computer, builder: Publisher, tmp_path: Path
) -> None:
    older = copy_of(builder, tmp_path / "older")
    builder.publish_program(*installers(tmp_path, "1.1"), version="1.1", on=today())
    seen(office)

    with refused(office, "older than what was received before", kind=ReleaseRejectedError):
        office.update(older)


@pytest.mark.parametrize("harm", ["other bytes", "longer", "gone"])
def test_an_installer_that_is_not_the_signed_one_is_not_copied(
    office: Computer, builder: Publisher, tmp_path: Path, harm: str
) -> None:
    (setup,) = (builder.folder / "targets" / "program").glob("*.exe")
    if harm == "gone":
        setup.unlink()
    else:
        setup.write_bytes(b"XX setup1.0" + (b"more" if harm == "longer" else b""))

    with pytest.raises(ReleaseRejectedError, match=r"program/setup-1\.0\.exe is"):
        bring(office, tmp_path / "share", "windows")

    assert "setup-1.0.exe" not in names(tmp_path / "share")
    assert not (tmp_path / "share" / "metadata" / "timestamp.json").exists()


@pytest.mark.parametrize(
    "name", ["../setup.exe", "program/../setup.exe", "program/a/b.exe", "program/a b.exe", "program/.exe"]
)
def test_a_path_as_the_name_of_an_installer_is_refused(
    office: Computer, builder: Publisher, name: str
) -> None:
    def rename(program: Targets) -> None:
        file = program.targets.pop("program/setup-1.0.exe")
        file.path = name
        program.targets[name] = file

    sign_program(builder, change=rename)

    refused_program(office, "which is none of a release")


@pytest.mark.parametrize(
    ("custom", "words"),
    [
        ({"version": "2.0"}, "names no version, or several"),
        ({"version": "2/../0"}, "several"),
        ({"version": 2}, "Expected `str`"),
        ({"system": None}, "Expected `str`"),
    ],
)
def test_a_list_that_makes_no_sense_is_refused(
    office: Computer, builder: Publisher, custom: dict[str, object], words: str
) -> None:
    sign_program(
        builder,
        change=lambda program: (
            program.targets["program/setup-1.0.exe"].unrecognized_fields["custom"].update(custom)
        ),
    )

    refused_program(office, words)


def test_a_list_that_has_expired_is_refused(office: Computer, builder: Publisher) -> None:
    before = published_in(builder.folder, builder.keys)
    assert before is not None
    assert before.program is not None
    before.program.version += 1
    then = today() - timedelta(days=366)
    data = Signing(builder.keys, unlock=unlock, on=then).sign(before.program, role="program")
    (builder.folder / "metadata" / f"{before.program.version}.program.json").write_bytes(data)
    publish_snapshot(builder, before.snapshot, MetaFile.from_data(before.program.version, data, ["sha256"]))

    refused_program(office, "expired")


def test_the_waiver_for_an_old_edition_is_none_for_the_program(bundled: Path, tmp_path: Path) -> None:
    then = today() - timedelta(days=400)
    old = make_publisher(tmp_path / "old", on=then, program_keys=1)
    facts = old.release(records=records(), on=then)
    old.publish_program(*installers(tmp_path, "1.0"), version="1.0", on=then)
    computer = Computer(folders(tmp_path / "data"))
    computer.trusts(old)

    assert bundled.is_file()
    with closing(computer.find(accept_expired=facts.version)) as found:
        told = found.plan.offer.program
    assert told.release is None
    assert "its list was valid until" in told.problem


def test_a_list_that_is_missing_is_told(office: Computer, builder: Publisher, tmp_path: Path) -> None:
    builder.publish_program(*installers(tmp_path, "1.1"), version="1.1", on=today())
    (builder.folder / "metadata" / "2.program.json").unlink()

    refused_program(office, "refused")


@pytest.mark.skipif("sys.platform == 'win32'", reason="links need a right of their own there")
@pytest.mark.parametrize("where", ["source", "share"])
def test_a_folder_of_installers_that_is_a_link_is_not_followed(
    office: Computer, builder: Publisher, tmp_path: Path, where: str
) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    if where == "source":
        shutil.move(builder.folder / "targets" / "program", precious / "program")
        (builder.folder / "targets" / "program").symlink_to(precious / "program")
    else:
        (tmp_path / "share" / "targets").mkdir(parents=True)
        (tmp_path / "share" / "targets" / "program").symlink_to(precious)

    with refused(office, "is a link"):
        bring(office, tmp_path / "share", "windows")
    assert where == "source" or list(precious.iterdir()) == []


# The commands.


def command(
    computer: Computer, capsys: pytest.CaptureFixture[str], *arguments: str | Path
) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["--data-dir", str(computer.places.data), *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_update_tells_the_installed_and_the_offered_version(
    office: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = command(office, capsys, "update", "--dry-run", "--json")
    program = json.loads(out)["program"]
    assert code == 0
    assert (program["installed"], program["offered"], program["newer"]) == (__version__, "1.0", True)
    assert {file["name"]: (file["system"], file["bytes"]) for file in program["files"]} == {
        "program/SHA256SUMS": ("", 7),
        "program/desktop-1.0.deb": ("linux", 18),
        "program/setup-1.0.exe": ("windows", 11),
    }
    code, out, _ = command(office, capsys, "update", "--dry-run")
    assert code == 0
    assert f"Procura Desktop 1.0 is offered too; this is {__version__}." in out


def test_a_refused_program_is_told_beside_the_update(
    office: Computer, builder: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    sign_program(builder, change=lambda program: program.targets.clear())

    code, out, _ = command(office, capsys, "update")
    assert code == 0
    assert "The release of the program is refused: its list names no version, or several." in out
    code, out, err = command(office, capsys, "mirror", "--program", "--to", office.places.data / "share")
    assert (code, out) == (1, "")
    assert "its list names no version" in err


def test_mirror_brings_installers_only_when_asked(
    office: Computer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    share = tmp_path / "share"
    assert command(office, capsys, "mirror", "--to", share)[0] == 0
    assert not (share / "targets" / "program").exists()

    code, out, _ = command(office, capsys, "mirror", "--program", "windows", "--to", share, "--json")
    program = json.loads(out)["program"]
    assert code == 0
    assert program["version"] == "1.0"
    assert sorted(path.relative_to(share).as_posix() for path in share.glob("targets/program/*")) == sorted(
        program["files"]
    )
    code, out, _ = command(office, capsys, "mirror", "--to", share, "--program")
    assert out.startswith(f"{share} holds edition ")
    assert "and version 1.0 of the program, " in out
    assert names(share) == ["SHA256SUMS", "desktop-1.0.deb", "setup-1.0.exe"]


def test_mirror_says_when_there_is_no_program(
    computer: Computer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = command(computer, capsys, "mirror", "--program", "--to", tmp_path / "share")

    assert code == 1
    assert "there is no release of the program here" in err
    assert not (tmp_path / "share").exists()


def test_an_inventory_reads_what_was_offered_without_a_network(
    office: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(office.places.sources / "main")

    _, out, _ = command(office, capsys, "check", "--json")

    program = json.loads(out)["program"]
    assert (program["version"], program["offered"], program["newer"]) == (__version__, "1.0", True)
