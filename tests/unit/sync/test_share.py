"""What others on the network get of an offered library, and what they do not."""

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from procura_desktop.errors import LocalNetworkError, ReleaseRejectedError
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import folders
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import add_source
from procura_desktop.sync.session import Done, find, follow
from procura_desktop.sync.share import Limits, ReleaseServer, part_of
from procura_desktop.sync.shelf import Shelf, read_shelf
from tests.factories import CYCLE, sample_records
from tests.releases import Publisher, make_publisher

HERE = "127.0.0.1"
TIMESTAMP = "metadata/timestamp.json"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    made = make_publisher(tmp_path / "publisher", name="main")
    made.release(records=sample_records(), assets=(CYCLE,))
    return made


@pytest.fixture
def shelf(publisher: Publisher) -> Shelf:
    (publisher.folder / "private.txt").write_text("not for others")
    (publisher.folder / "targets" / "draft.part").write_text("not signed")
    return read_shelf(publisher.folder)


@contextmanager
def served(shelf: Shelf, limits: Limits | None = None) -> Iterator[ReleaseServer]:
    with closing(ReleaseServer([shelf], hosts=[HERE], port=0, limits=limits)) as server:
        yield server


@pytest.fixture
def server(shelf: Shelf) -> Iterator[ReleaseServer]:
    with served(shelf) as made:
        yield made


def ask(
    server: ReleaseServer, path: str, *, method: str = "GET", headers: dict[str, str] | None = None
) -> Answer:
    connection = http.client.HTTPConnection(HERE, server.port, timeout=10)
    with closing(connection):
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        return Answer(response.status, dict(response.getheaders()), response.read())


def raw(server: ReleaseServer, request: bytes) -> bytes:
    with socket.create_connection((HERE, server.port), timeout=10) as line:
        line.sendall(request)
        return b"".join(iter(lambda: line.recv(4096), b""))


def update(server: ReleaseServer, publisher: Publisher, data: Path) -> Done:
    places = folders(data)
    add_source(places, "main", addresses=(), root=publisher.root.read_bytes())
    with closing(
        find(
            places,
            Settings(proxy="none"),
            library="main",
            address=server.addresses[0],
            progress=Silent(),
        )
    ) as found:
        return follow(found, progress=Silent())


def test_every_signed_file_is_given_as_it_is(server: ReleaseServer, shelf: Shelf) -> None:
    assert len(shelf.files) >= 5
    for name, length in shelf.files.items():
        answer = ask(server, f"/{name}")
        assert answer.status == 200
        assert answer.body == (shelf.folder / name).read_bytes()
        assert answer.headers == {
            "Content-Type": "application/octet-stream",
            "Content-Length": str(length),
            "Accept-Ranges": "bytes",
            "Connection": "close",
        }


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/metadata",
        "/metadata/",
        "/targets/",
        "/targets/draft.part",
        "/private.txt",
        "/metadata/../private.txt",
        "/metadata/..%2fprivate.txt",
        "/%2e%2e/private.txt",
        "/metadata/%2e%2e/private.txt",
        "/metadata/..%5cprivate.txt",
        "/metadata\\..\\private.txt",
        "/metadata/%252e%252e/private.txt",
        "/metadata/..%c0%afprivate.txt",
        "/./metadata/timestamp.json",
        "/metadata//timestamp.json",
        "/metadata/timestamp.json/",
        "/metadata/timestamp.json%00",
        "/metadata/timestamp.json?x=1",
        "/metadata/timestamp%2ejson",
        "/metadata/1.timestamp.json",
        "metadata/timestamp.json",
        "http://elsewhere.example/metadata/timestamp.json",
        "/etc/passwd",
        "*",
    ],
)
def test_nothing_else_is_there(server: ReleaseServer, path: str) -> None:
    answer = ask(server, path)

    assert answer.status == 404
    assert answer.body == b""
    assert answer.headers == {"Content-Length": "0", "Connection": "close"}


def test_another_library_lies_below_its_name_and_the_main_one_where_it_always_did(
    shelf: Shelf, tmp_path: Path
) -> None:
    ghent = make_publisher(tmp_path / "ghent", name="ghent")
    ghent.release(records=sample_records()[:3], assets=(CYCLE,))
    own = read_shelf(ghent.folder)
    with closing(ReleaseServer([shelf, own], hosts=[HERE], port=0)) as server:
        for one, before in ((shelf, ""), (own, "ghent/")):
            for name in one.files:
                assert ask(server, f"/{before}{name}").body == (one.folder / name).read_bytes()
        part = ask(server, f"/ghent/{TIMESTAMP}", headers={"Range": "bytes=5-9"})
        assert (part.status, len(part.body)) == (206, 5)
        for path in (
            f"/main/{TIMESTAMP}",
            "/ghent/",
            "/ghent",
            f"/ghent/ghent/{TIMESTAMP}",
            f"/ghent//{TIMESTAMP}",
        ):
            assert ask(server, path).status == 404
        places = folders(tmp_path / "data")
        add_source(places, "ghent", addresses=(), root=ghent.root.read_bytes())
        settings, address = Settings(proxy="none"), f"{server.addresses[0]}ghent/"
        with closing(find(places, settings, library="ghent", address=address, progress=Silent())) as found:
            assert follow(found, progress=Silent()).version == own.version


def test_a_library_alone_lies_below_its_name_too(tmp_path: Path) -> None:
    ghent = make_publisher(tmp_path / "ghent", name="ghent")
    ghent.release(records=sample_records()[:3], assets=(CYCLE,))
    with served(read_shelf(ghent.folder)) as server:
        assert ask(server, f"/{TIMESTAMP}").status == 404
        assert ask(server, f"/ghent/{TIMESTAMP}").status == 200


def test_a_file_that_was_replaced_by_a_link_is_not_followed(server: ReleaseServer, shelf: Shelf) -> None:
    place = shelf.folder / TIMESTAMP
    place.unlink()
    place.symlink_to(shelf.folder / "private.txt")

    assert ask(server, f"/{TIMESTAMP}").status == 404


def test_a_file_that_is_gone_is_said_to_be(server: ReleaseServer, shelf: Shelf) -> None:
    (shelf.folder / TIMESTAMP).unlink()

    assert ask(server, f"/{TIMESTAMP}").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_it_only_gives(server: ReleaseServer, method: str) -> None:
    answer = ask(server, f"/{TIMESTAMP}", method=method)

    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert answer.body == b""


@pytest.mark.parametrize(
    "request_", [b"GET\r\n\r\n", b"GET /x HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\r\n\r\n"], ids=repr
)
def test_what_is_no_request_gets_no_words(server: ReleaseServer, request_: bytes) -> None:
    assert b"<" not in raw(server, request_)


def test_head_says_the_length_alone(server: ReleaseServer, shelf: Shelf) -> None:
    answer = ask(server, f"/{TIMESTAMP}", method="HEAD", headers={"Range": "bytes=1-2"})

    assert answer.status == 200
    assert answer.headers["Content-Length"] == str(shelf.files[TIMESTAMP])
    assert answer.body == b""


@pytest.mark.parametrize(
    ("wanted", "part"),
    [
        ("bytes=0-0", range(1)),
        ("bytes=3-", range(3, 10)),
        ("bytes=3-5", range(3, 6)),
        ("bytes=3-99", range(3, 10)),
        ("bytes=-4", range(6, 10)),
        ("bytes=-99", range(10)),
        ("bytes=-0", range(10, 10)),
        ("bytes=10-", range(10, 10)),
        ("bytes=5-3", None),
        ("bytes=0-1,4-5", None),
        ("bytes=x-", None),
        ("lines=0-1", None),
        ("bytes=-", None),
        ("", None),
    ],
)
def test_ranges_are_understood(wanted: str, part: range | None) -> None:
    assert part_of(wanted, 10) == part


def test_a_part_is_given(server: ReleaseServer, shelf: Shelf) -> None:
    length = shelf.files[TIMESTAMP]

    answer = ask(server, f"/{TIMESTAMP}", headers={"Range": "bytes=7-"})

    assert answer.status == 206
    assert answer.headers["Content-Range"] == f"bytes 7-{length - 1}/{length}"
    assert answer.body == (shelf.folder / TIMESTAMP).read_bytes()[7:]


def test_a_part_behind_the_end_is_refused(server: ReleaseServer, shelf: Shelf) -> None:
    length = shelf.files[TIMESTAMP]

    answer = ask(server, f"/{TIMESTAMP}", headers={"Range": f"bytes={length}-"})

    assert answer.status == 416
    assert answer.headers["Content-Range"] == f"bytes */{length}"


def test_one_connection_too_many_waits_for_its_turn(shelf: Shelf) -> None:
    with served(shelf, Limits(connections=8)) as server:
        lines = [socket.create_connection((HERE, server.port), timeout=10) for _ in range(8)]
        _wait_until_taken(server, 8)
        ninth = socket.create_connection((HERE, server.port), timeout=10)
        ninth.sendall(f"GET /{TIMESTAMP} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        ninth.settimeout(0.5)
        with pytest.raises(TimeoutError):
            ninth.recv(1)

        lines[0].close()

        ninth.settimeout(10)
        assert ninth.recv(15) == b"HTTP/1.1 200 OK"
        for line in (*lines, ninth):
            line.close()


def _wait_until_taken(server: ReleaseServer, count: int) -> None:
    end = time.monotonic() + 10
    while server.connections < count:
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.parametrize("begun", [b"", b"GET /metadata/time"])
def test_who_does_not_finish_asking_is_cut_off(shelf: Shelf, begun: bytes) -> None:
    with served(shelf, Limits(seconds=0.3)) as server:
        started = time.monotonic()

        raw(server, begun)

        assert 0.2 < time.monotonic() - started < 5


def test_who_sends_byte_by_byte_is_cut_off_too(shelf: Shelf) -> None:
    with (
        served(shelf, Limits(seconds=0.5)) as server,
        socket.create_connection((HERE, server.port), timeout=10) as line,
    ):
        started = time.monotonic()
        with pytest.raises(OSError, match=r"."):  # which one depends on where it is cut
            _dribble(line, until=started + 8)
        assert time.monotonic() - started < 5


def _dribble(line: socket.socket, *, until: float) -> None:
    while time.monotonic() < until:
        line.sendall(b"G")
        time.sleep(0.05)


def test_who_does_not_take_the_answer_is_cut_off(tmp_path: Path) -> None:
    (tmp_path / "targets").mkdir()
    size = 50_000_000  # more than the system keeps for a line
    with (tmp_path / "targets" / "big.pack").open("wb") as file:
        file.truncate(size)
    shelf = Shelf(folder=tmp_path, library="main", version="1", files={"targets/big.pack": size})
    with (
        served(shelf, Limits(seconds=0.5)) as server,
        socket.create_connection((HERE, server.port), timeout=10) as line,
    ):
        line.sendall(b"GET /targets/big.pack HTTP/1.1\r\nHost: x\r\n\r\n")
        _wait_until_taken(server, 1)
        end = time.monotonic() + 10
        while server.connections:
            assert time.monotonic() < end
            time.sleep(0.01)


def test_it_stops_at_once_and_frees_the_port(shelf: Shelf) -> None:
    server = ReleaseServer([shelf], hosts=[HERE], port=0)
    waiting = socket.create_connection((HERE, server.port), timeout=10)
    _wait_until_taken(server, 1)
    started = time.monotonic()

    server.close()

    assert time.monotonic() - started < 1
    assert waiting.recv(1) == b""
    waiting.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((HERE, server.port), timeout=10)
    with closing(ReleaseServer([shelf], hosts=[HERE], port=server.port)) as again:
        assert again.port == server.port


def test_a_port_that_is_taken_is_left_to_its_owner(shelf: Shelf, server: ReleaseServer) -> None:
    with closing(ReleaseServer([shelf], hosts=[HERE, "127.0.0.2"], port=server.port)) as other:
        assert other.port != server.port
        assert other.addresses == (f"http://127.0.0.1:{other.port}/", f"http://127.0.0.2:{other.port}/")
        assert ask(other, f"/{TIMESTAMP}").status == 200


def test_without_a_network_there_is_nothing_to_listen_on(shelf: Shelf) -> None:
    with pytest.raises(LocalNetworkError):
        ReleaseServer([shelf], hosts=[])


def test_an_address_of_another_computer_cannot_be_served(shelf: Shelf) -> None:
    with pytest.raises(LocalNetworkError):
        ReleaseServer([shelf], hosts=["203.0.113.77"])


def test_another_computer_updates_from_it(
    server: ReleaseServer, publisher: Publisher, tmp_path: Path
) -> None:
    done = update(server, publisher, tmp_path / "other")

    assert Path(done.path).is_file()


def test_a_file_that_was_tampered_with_is_refused_by_the_receiver(
    server: ReleaseServer, shelf: Shelf, publisher: Publisher, tmp_path: Path
) -> None:
    pack = next(shelf.folder / name for name in shelf.files if name.endswith(".pack"))
    data = bytearray(pack.read_bytes())
    data[len(data) // 2] ^= 1
    pack.write_bytes(data)

    with pytest.raises(ReleaseRejectedError):
        update(server, publisher, tmp_path / "other")


def test_metadata_that_was_tampered_with_is_refused_by_the_receiver(
    server: ReleaseServer, shelf: Shelf, publisher: Publisher, tmp_path: Path
) -> None:
    timestamp = shelf.folder / TIMESTAMP
    timestamp.write_bytes(timestamp.read_bytes().replace(b'"version":1', b'"version":2'))

    with pytest.raises(ReleaseRejectedError):
        update(server, publisher, tmp_path / "other")
