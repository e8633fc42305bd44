"""The command that the community's conformance suite drives, used as that suite uses it."""

import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from procura_desktop.sync.conformance import main
from tests.factories import make_article
from tests.releases import Publisher, make_publisher

NOW = datetime.now(UTC).date()  # the command asks the clock of the computer


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return _publish(tmp_path / "ours", on=NOW)


def _publish(folder: Path, *, on: date) -> Publisher:
    made = make_publisher(folder, on=on)
    made.release(records=[make_article("guidance/paper")], on=on)
    return made


@pytest.fixture
def address(publisher: Publisher) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(publisher.folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        serving.join()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A place of a client, with the folders that the suite makes."""
    for name in ("metadata", "targets"):
        (tmp_path / "client" / name).mkdir(parents=True)
    return tmp_path / "client"


def init(place: Path, root: Path) -> int:
    return main(["--metadata-dir", str(place / "metadata"), "init", str(root)])


def refresh(place: Path, address: str) -> int:
    return main(
        ["--metadata-dir", str(place / "metadata"), "--metadata-url", f"{address}metadata", "refresh"]
    )


def download(place: Path, address: str, target: str) -> int:
    return main(
        [
            *("--metadata-dir", str(place / "metadata"), "--metadata-url", f"{address}metadata/"),
            *("--target-dir", str(place / "targets"), "--target-base-url", f"{address}targets/"),
            *("--target-name", target, "download"),
        ]
    )


def test_a_signed_release_is_accepted(place: Path, publisher: Publisher, address: str) -> None:
    assert init(place, publisher.root) == 0
    assert refresh(place, address) == 0

    kept = {path.name for path in (place / "metadata").glob("*.json")}
    assert kept == {"root.json", "timestamp.json", "snapshot.json", "targets.json"}


def test_a_target_is_fetched_once(place: Path, publisher: Publisher, address: str) -> None:
    facts = publisher.release(records=[make_article("guidance/ink")], on=NOW)
    init(place, publisher.root)

    assert download(place, address, f"{facts.version}.pack") == 0
    (fetched,) = (place / "targets").iterdir()
    (published,) = (publisher.folder / "targets").glob(f"*.{facts.version}.pack")
    assert fetched.read_bytes() == published.read_bytes()

    published.unlink()
    assert download(place, address, f"{facts.version}.pack") == 0


def test_a_target_that_is_not_signed_is_refused(place: Path, publisher: Publisher, address: str) -> None:
    init(place, publisher.root)

    assert download(place, address, "other.pack") == 1
    assert list((place / "targets").iterdir()) == []


def test_a_root_of_somebody_else_is_refused(place: Path, tmp_path: Path, address: str) -> None:
    init(place, _publish(tmp_path / "other", on=NOW).root)

    assert refresh(place, address) == 1


def test_an_older_release_is_refused(place: Path, publisher: Publisher, address: str, tmp_path: Path) -> None:
    shutil.copytree(publisher.folder, tmp_path / "before")
    publisher.release(records=[make_article("guidance/ink")], on=NOW)
    init(place, publisher.root)
    assert refresh(place, address) == 0

    shutil.copytree(tmp_path / "before", publisher.folder, dirs_exist_ok=True)

    assert refresh(place, address) == 1


def test_an_expired_release_is_refused(
    place: Path, tmp_path: Path, publisher: Publisher, address: str
) -> None:
    old = _publish(tmp_path / "old", on=NOW - timedelta(days=200))
    shutil.rmtree(publisher.folder)
    shutil.copytree(old.folder, publisher.folder)
    init(place, old.root)

    assert refresh(place, address) == 1


def test_nothing_outside_the_named_addresses_is_read(
    place: Path, publisher: Publisher, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    init(place, publisher.root)

    assert refresh(place, f"{address}metadata/../") == 1
    assert "outside what was named" in capsys.readouterr().err
