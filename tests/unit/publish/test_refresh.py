"""A refresh renews signatures, leaves the release alone, and tells what expires."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Timestamp

from procura_desktop.publish.errors import ReleaseError
from procura_desktop.publish.refresh import Refreshed, refresh
from tests.releases import Publisher, make_publisher, unlock
from tests.unit.publish.client import Client
from tests.unit.publish.editions import edition

DAY = date(2026, 11, 25)


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    """Somebody who has published once, on a fixed day."""
    made = make_publisher(tmp_path, on=DAY)
    made.release(records=edition(0), on=DAY)
    return made


def again(publisher: Publisher, on: date, *, targets: bool = False) -> Refreshed:
    return refresh(publisher.folder, publisher.keys, on=on, unlock=unlock, targets=targets)


def test_timestamp_and_snapshot_are_renewed_and_the_release_is_not(publisher: Publisher) -> None:
    targets = {path.name: path.read_bytes() for path in (publisher.folder / "targets").iterdir()}

    done = again(publisher, DAY + timedelta(days=30))

    assert done.version == "2026.11.1"
    assert done.expires["timestamp"] == (DAY + timedelta(days=130)).isoformat()
    assert done.expires["snapshot"] == (DAY + timedelta(days=395)).isoformat()
    assert done.expires["targets"] == (DAY + timedelta(days=365)).isoformat()
    assert done.warnings == ()
    assert {path.name: path.read_bytes() for path in (publisher.folder / "targets").iterdir()} == targets
    assert sorted(path.name for path in (publisher.folder / "metadata").iterdir()) == [
        "1.root.json",
        "1.snapshot.json",
        "1.targets.json",
        "2.snapshot.json",
        "timestamp.json",
    ]


def test_a_client_takes_a_refresh(tmp_path: Path) -> None:
    publisher = make_publisher(tmp_path)
    facts = publisher.release(records=edition(0))
    client = Client(publisher)
    client.update()

    publisher.refresh()

    assert client.update() == facts
    assert Metadata[Timestamp].from_file(str(client.place / "timestamp.json")).signed.version == 2


def test_it_warns_sixty_days_before_targets_and_root_expire(publisher: Publisher) -> None:
    assert again(publisher, DAY + timedelta(days=304)).warnings == ()
    (targets,) = again(publisher, DAY + timedelta(days=305)).warnings
    assert "the list of targets expires on 2027-11-25" in targets
    assert "refresh with --targets" in targets

    (root,) = again(publisher, DAY + timedelta(days=670), targets=True).warnings

    assert "the root expires on 2028-11-24" in root
    assert "procura-publish keys renew" in root


def test_it_warns_of_a_file_that_is_missing(publisher: Publisher) -> None:
    (path,) = publisher.folder.glob("targets/*.pack")
    path.unlink()

    (warning,) = again(publisher, DAY).warnings

    assert "2026.11.1.pack; restore it from a copy" in warning


def test_targets_are_renewed_where_that_is_asked(publisher: Publisher) -> None:
    done = again(publisher, DAY + timedelta(days=305), targets=True)

    assert done.warnings == ()
    assert done.expires["targets"] == (DAY + timedelta(days=305 + 365)).isoformat()
    assert (publisher.folder / "metadata" / "2.targets.json").is_file()


def test_only_the_keys_that_are_needed_are_opened(publisher: Publisher) -> None:
    for path in publisher.keys.folder.glob("*.pem"):
        if path.name.startswith(("root", "targets")):
            path.unlink()

    again(publisher, DAY)


def test_a_folder_without_release_is_refused(publisher: Publisher, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="there is no release yet"):
        refresh(tmp_path / "empty", publisher.keys, on=DAY, unlock=unlock)


def test_a_release_after_a_refresh_goes_on_counting(publisher: Publisher) -> None:
    again(publisher, DAY)
    again(publisher, DAY)

    assert publisher.release(records=edition(1), on=DAY).version == "2026.11.2"
    assert (publisher.folder / "metadata" / "4.snapshot.json").is_file()
    assert (publisher.folder / "metadata" / "2.targets.json").is_file()
