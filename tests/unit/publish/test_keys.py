"""Keys: made once, encrypted, kept apart, exchanged under the threshold of the root."""

import shutil
import stat
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Timestamp

from procura_desktop.publish.errors import KeysError
from procura_desktop.publish.keys import Keys, make_keys, open_keys, open_signer
from procura_desktop.publish.roles import ROLES, to_bytes
from procura_desktop.publish.rotation import renew, rotate
from tests.releases import PASSPHRASE, TODAY, Publisher, make_publisher, unlock
from tests.unit.publish.client import Client
from tests.unit.publish.editions import edition

DAY = date(2026, 11, 25)


def exchange(keys: Keys, role: str, *, key_id: str = "") -> Keys:
    return rotate(keys, role, on=DAY, unlock=unlock, passphrase=PASSPHRASE, key_id=key_id)


def test_the_first_root_names_a_key_for_every_role_and_expires_in_two_years(publisher: Publisher) -> None:
    root = publisher.keys.newest

    assert root.version == 1
    assert root.consistent_snapshot
    assert root.expires.date() == TODAY + timedelta(days=730)
    assert all(len(root.roles[role].keyids) == 1 for role in ROLES)
    assert {key.keytype for key in root.keys.values()} == {"ed25519"}


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes there")
def test_only_the_owner_can_read_secret_keys(publisher: Publisher) -> None:
    secrets = sorted(publisher.keys.folder.glob("*.pem"))

    assert len(secrets) == 4
    assert {stat.S_IMODE(path.stat().st_mode) for path in secrets} == {0o600}
    assert stat.S_IMODE(publisher.keys.folder.stat().st_mode) == 0o700


def test_secret_keys_are_encrypted(publisher: Publisher) -> None:
    for path in publisher.keys.folder.glob("*.pem"):
        assert path.read_text().startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")


def test_keys_are_never_overwritten(publisher: Publisher) -> None:
    before = {path.name: path.read_bytes() for path in publisher.keys.folder.iterdir()}

    with pytest.raises(KeysError, match="never overwritten"):
        make_keys(publisher.keys.folder, passphrase=PASSPHRASE, on=DAY)

    assert {path.name: path.read_bytes() for path in publisher.keys.folder.iterdir()} == before


@pytest.mark.parametrize("marks", [(".git",), ("en/criteria",), ("metadata", "targets")])
def test_keys_are_kept_away_from_what_others_read(tmp_path: Path, marks: tuple[str, ...]) -> None:
    for mark in marks:
        (tmp_path / "shared" / mark).mkdir(parents=True)

    with pytest.raises(KeysError, match="secret keys go elsewhere"):
        make_keys(tmp_path / "shared" / "deep" / "keys", passphrase=PASSPHRASE, on=DAY)

    assert not (tmp_path / "shared" / "deep").exists()


def test_keys_are_kept_away_also_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "work" / ".git").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "work", target_is_directory=True)

    with pytest.raises(KeysError, match="git work tree"):
        make_keys(tmp_path / "link" / "keys", passphrase=PASSPHRASE, on=DAY)


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeysError, match="at least 12"):
        make_keys(tmp_path / "keys", passphrase="secret", on=DAY)  # noqa: S106 - it is refused


@pytest.mark.parametrize(("number", "threshold"), [(1, 2), (2, 0), (0, 0)])
def test_a_threshold_that_cannot_be_met_is_refused(tmp_path: Path, number: int, threshold: int) -> None:
    with pytest.raises(KeysError, match="cannot sign"):
        make_keys(
            tmp_path / "keys", passphrase=PASSPHRASE, on=DAY, root_keys=number, root_threshold=threshold
        )


def test_a_wrong_passphrase_opens_nothing(publisher: Publisher) -> None:
    (path,) = publisher.keys.folder.glob("targets-*.pem")
    key = publisher.keys.newest.keys[path.stem.removeprefix("targets-")]

    with pytest.raises(KeysError, match="the passphrase is wrong"):
        open_signer(path, key, unlock=lambda _path: "incorrect horse")


def test_a_file_that_holds_another_key_is_refused(publisher: Publisher) -> None:
    (ours,) = publisher.keys.folder.glob("targets-*.pem")
    (other,) = publisher.keys.folder.glob("snapshot-*.pem")
    key = publisher.keys.newest.keys[ours.stem.removeprefix("targets-")]

    with pytest.raises(KeysError, match="the file is damaged"):
        open_signer(other, key, unlock=unlock)


def test_a_folder_without_keys_says_how_to_make_some(tmp_path: Path) -> None:
    with pytest.raises(KeysError, match="procura-publish keys --dir"):
        open_keys(tmp_path)


def test_a_root_that_the_one_before_did_not_sign_is_refused(publisher: Publisher, tmp_path: Path) -> None:
    stranger = make_publisher(tmp_path / "stranger")
    stranger.rotate("root")
    shutil.copy(stranger.keys.folder / "2.root.json", publisher.keys.folder)

    with pytest.raises(KeysError, match="a root is not sound"):
        open_keys(publisher.keys.folder)


@pytest.mark.parametrize("role", ROLES)
def test_a_rotated_role_has_a_new_key_only(publisher: Publisher, role: str) -> None:
    before = publisher.keys.newest.roles

    after = exchange(publisher.keys, role).newest

    assert after.version == 2
    for name in ROLES:
        assert (after.roles[name].keyids == before[name].keyids) is (name != role)
    assert set(after.keys) == {key_id for name in ROLES for key_id in after.roles[name].keyids}


def test_a_client_follows_rotation_of_every_role_from_the_first_root(publisher: Publisher) -> None:
    client = Client(publisher)
    publisher.release(records=edition(0))
    client.update()

    for number, role in enumerate(ROLES, start=1):
        publisher.rotate(role)
        facts = publisher.release(records=edition(number))
        assert client.update() == facts
        assert Client(publisher).update() == facts


def test_a_refresh_publishes_a_new_root_too(publisher: Publisher) -> None:
    facts = publisher.release(records=edition(0))
    for role in ROLES:
        publisher.rotate(role)

    publisher.refresh()

    assert Client(publisher).update() == facts
    assert (publisher.folder / "metadata" / "5.root.json").is_file()


def test_a_stolen_key_is_worth_nothing_after_its_rotation(publisher: Publisher) -> None:
    publisher.release(records=edition(0))
    (stolen,) = publisher.keys.folder.glob("timestamp-*.pem")
    thief = open_signer(
        stolen, publisher.keys.newest.keys[stolen.stem.removeprefix("timestamp-")], unlock=unlock
    )
    publisher.rotate("timestamp")
    publisher.refresh()
    path = publisher.folder / "metadata" / "timestamp.json"
    forged = Metadata[Timestamp].from_bytes(path.read_bytes())
    forged.signed.version += 1
    forged.sign(thief)
    path.write_bytes(to_bytes(forged))

    with pytest.raises(RepositoryError, match="timestamp was signed by 0/1 keys"):
        Client(publisher).update()


def test_clients_that_a_thief_led_far_ahead_come_back_after_rotation(publisher: Publisher) -> None:
    facts = publisher.release(records=edition(0))
    (stolen,) = publisher.keys.folder.glob("timestamp-*.pem")
    thief = open_signer(
        stolen, publisher.keys.newest.keys[stolen.stem.removeprefix("timestamp-")], unlock=unlock
    )
    path = publisher.folder / "metadata" / "timestamp.json"
    honest = path.read_bytes()
    forged = Metadata[Timestamp].from_bytes(honest)
    forged.signed.version = 1_000_000
    forged.sign(thief)
    path.write_bytes(to_bytes(forged))
    client = Client(publisher)
    client.update()

    path.write_bytes(honest)
    publisher.rotate("timestamp")
    stolen.unlink()
    publisher.refresh()

    assert client.update() == facts


def test_a_lost_timestamp_key_is_replaced_without_it(publisher: Publisher) -> None:
    publisher.release(records=edition(0))
    for path in publisher.keys.folder.glob("timestamp-*.pem"):
        path.unlink()

    publisher.rotate("timestamp")
    publisher.refresh()

    Client(publisher).update()


def test_two_of_three_root_keys_must_sign(tmp_path: Path) -> None:
    publisher = make_publisher(tmp_path, root_keys=3, root_threshold=2)
    first, second, third = sorted(publisher.keys.folder.glob("root-*.pem"))
    stick = tmp_path / "stick"
    stick.mkdir()
    first.unlink()
    second.rename(stick / second.name)
    lost = first.stem.removeprefix("root-")

    with pytest.raises(KeysError, match="too few keys of root are here"):
        exchange(publisher.keys, "timestamp")
    assert not (publisher.keys.folder / "2.root.json").exists()
    with pytest.raises(KeysError, match="say which key of root goes"):
        exchange(open_keys(publisher.keys.folder, also=[stick]), "root")

    keys = exchange(open_keys(publisher.keys.folder, also=[stick]), "root", key_id=lost)

    root = Metadata[Root].from_bytes(keys.roots[-1])
    assert root.signed.roles["root"].threshold == 2
    assert lost not in root.signed.roles["root"].keyids
    assert third.stem.removeprefix("root-") in root.signed.roles["root"].keyids
    publisher.keys = open_keys(publisher.keys.folder)
    facts = publisher.release(records=edition(0))
    assert Client(publisher).update() == facts


def test_renewing_keeps_the_keys_and_moves_the_end(publisher: Publisher) -> None:
    before = publisher.keys.newest

    after = renew(publisher.keys, on=TODAY + timedelta(days=600), unlock=unlock).newest

    assert after.version == 2
    assert after.roles == before.roles
    assert after.expires.date() == TODAY + timedelta(days=600 + 730)


def test_a_rotation_that_is_interrupted_changes_no_root(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_path: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            exchange(publisher.keys, "snapshot")

    assert open_keys(publisher.keys.folder).newest.version == 1
    assert exchange(open_keys(publisher.keys.folder), "snapshot").newest.version == 2
