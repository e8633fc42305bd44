"""Updates over web servers and lines with every fault: they come through, or fail clearly."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from procura_desktop.errors import (
    ClockBehindError,
    NoReleaseError,
    ReleaseRejectedError,
    SourceTooSlowError,
    SourceUnreachableError,
    UpdateError,
)
from procura_desktop.settings.settings import Settings
from procura_desktop.sync import session
from procura_desktop.sync.http import SLOWEST, Clock, HttpTransport, Line
from procura_desktop.sync.transport import NotThereError
from tests.releases import Publisher
from tests.unit.sync.computer import Computer, refused
from tests.unit.sync.lines import FakeClock, Fault, Server, served
from tests.unit.sync.tls import make_certificate, served_securely

ALL = ".pack"


@pytest.fixture
def time() -> FakeClock:
    return FakeClock()


@pytest.fixture
def server(publisher: Publisher, time: FakeClock) -> Iterator[Server]:
    """The publisher's folder on a web server."""
    with served(publisher.folder, time=time) as made:
        yield made


@pytest.fixture
def transport(server: Server, time: FakeClock) -> Iterator[HttpTransport]:
    with closing(HttpTransport(server.address, line=Line(proxy="none"), clock=time.clock())) as made:
        yield made


@pytest.fixture
def pack(publisher: Publisher) -> Path:
    """The pack of the newest edition."""
    (path,) = publisher.folder.glob("targets/*.2.pack")
    return path


def read(transport: HttpTransport, path: Path, *, start: int = 0) -> bytes:
    name = f"{path.parent.name}/{path.name}"
    return b"".join(transport.read(name, start=start, most=1_000_000))


def test_an_update_comes_over_http(computer: Computer, server: Server, time: FakeClock) -> None:
    done = computer.update(server.address, clock=time.clock())
    assert computer.version.endswith(".2")
    computer.verify()
    assert done.traffic.requests == len(server.answers)
    assert done.traffic.received > sum(one.end - one.start for one in server.answers)
    assert time.slept == []


def test_what_was_sent_and_received_is_counted_to_the_byte(
    transport: HttpTransport, pack: Path, server: Server
) -> None:
    read(transport, pack)
    sent = f"GET /targets/{pack.name} HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n\r\n"
    sent += "".join(
        f"{name}: {value}\r\n"
        for name, value in server.headers[0].items()
        if name not in ("Host", "Connection")
    )
    assert abs(transport.traffic.sent - len(sent)) <= 2
    assert transport.traffic.received > pack.stat().st_size


@pytest.mark.parametrize("kind", ["cut", "reset", "stall", "chunked", "no length"])
@pytest.mark.parametrize("at", [0, 1, 100, 511, 600])
def test_what_breaks_off_goes_on_where_it_stopped(
    new_computer: Computer,
    server: Server,
    time: FakeClock,
    pack: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    at: int,
) -> None:
    monkeypatch.setattr("procura_desktop.sync.http.READ_SECONDS", 0.06)
    server.faults.extend(Fault(kind=kind, ending=ALL, at=at) for _ in range(2))  # type: ignore[arg-type] # of a list
    new_computer.update(server.address, clock=time.clock())
    new_computer.verify()
    assert server.bytes_of(ALL) == [1] * pack.stat().st_size


@pytest.mark.parametrize("seed", range(6))
def test_a_line_that_drops_all_the_time_brings_it_at_last(
    new_computer: Computer, server: Server, time: FakeClock, pack: Path, seed: int
) -> None:
    chance = Random(seed)
    kinds = ("cut", "reset", "chunked")
    server.faults.extend(
        Fault(kind=chance.choice(kinds), ending=ALL, at=chance.randrange(1, 60))  # type: ignore[arg-type] # of a list
        for _ in range(12)
    )
    new_computer.update(server.address, clock=time.clock())
    new_computer.verify()
    assert not server.faults
    assert server.bytes_of(ALL) == [1] * pack.stat().st_size
    assert all(0.5 <= seconds <= 1.5 for seconds in time.slept)  # each brought bytes: no longer wait


def test_without_a_byte_waiting_grows_and_ends(
    new_computer: Computer, server: Server, time: FakeClock
) -> None:
    server.faults.extend(Fault(kind="cut", ending=ALL, at=0) for _ in range(5))
    with refused(new_computer, "127.0.0.1", kind=SourceUnreachableError):
        new_computer.update(server.address, clock=time.clock())
    assert len(time.slept) == 4
    for count, seconds in enumerate(time.slept):
        assert 0.5 * 2**count <= seconds <= 1.5 * 2**count
    new_computer.update(server.address, clock=time.clock())
    new_computer.verify()


def test_waiting_has_chance_in_it(server: Server, pack: Path) -> None:
    """So that three hundred computers do not come back at once."""
    waits = set()
    for seed in range(5):
        time = FakeClock()
        clock = replace(time.clock(), chance=Random(seed))
        server.faults.append(Fault(kind="cut", ending=ALL, at=0))
        with closing(HttpTransport(server.address, line=Line(proxy="none"), clock=clock)) as transport:
            assert read(transport, pack) == pack.read_bytes()
        waits.add(time.slept[0])
    assert len(waits) == 5


def test_what_has_arrived_is_there_the_next_day(
    new_computer: Computer, server: Server, time: FakeClock, pack: Path
) -> None:
    server.faults.append(Fault(kind="cut", ending=ALL, at=300))
    server.faults.extend(Fault(kind="status", ending=ALL, status=503) for _ in range(5))
    with refused(new_computer, "the server answers 503", kind=SourceUnreachableError):
        new_computer.update(server.address, clock=time.clock())
    with closing(new_computer.find(server.address, clock=time.clock())) as found:
        assert found.plan.of - found.plan.size == 300
    new_computer.update(server.address, clock=time.clock())
    assert server.bytes_of(ALL) == [1] * pack.stat().st_size


def test_a_server_without_range_is_read_from_the_start(
    new_computer: Computer, server: Server, time: FakeClock, pack: Path
) -> None:
    server.faults.extend([Fault(kind="cut", ending=ALL, at=300), Fault(kind="whole", ending=ALL)])
    new_computer.update(server.address, clock=time.clock())
    new_computer.verify()
    assert server.bytes_of(ALL) == [2] * 300 + [1] * (pack.stat().st_size - 300)


def test_an_answer_with_a_wrong_range_is_not_used(
    new_computer: Computer, server: Server, time: FakeClock
) -> None:
    server.faults.append(Fault(kind="cut", ending=ALL, at=300))
    server.faults.append(Fault(kind="wrong range", ending=ALL))
    new_computer.update(server.address, clock=time.clock())
    new_computer.verify()
    assert "Range" not in server.headers[-2]  # asked for the whole, once Range was not understood


def test_a_range_behind_the_end_begins_anew(
    new_computer: Computer, server: Server, time: FakeClock, pack: Path
) -> None:
    """Of a bad copy so much had arrived that the server has nothing after it."""
    with closing(new_computer.find(server.address, clock=time.clock())) as found:
        target = found.plan.offer.pack
    part = new_computer.place.staging / f"{target.sha256}.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"x" * 200)
    whole = pack.read_bytes()
    pack.write_bytes(whole[:100])
    with refused(new_computer, "is not the one that was signed", kind=ReleaseRejectedError):
        new_computer.update(server.address, clock=time.clock())
    assert 416 in {one.status for one in server.answers}
    pack.write_bytes(whole)
    new_computer.update(server.address, clock=time.clock())


@pytest.mark.parametrize("at", [0, 1, 350])
def test_a_byte_that_changed_on_the_line_is_found_and_fetched_again(
    new_computer: Computer, server: Server, time: FakeClock, at: int
) -> None:
    server.faults.append(Fault(kind="corrupt", ending=ALL, at=at))
    new_computer.update(server.address, clock=time.clock())
    new_computer.verify()


def test_bytes_that_change_each_time_are_refused(
    new_computer: Computer, server: Server, time: FakeClock
) -> None:
    server.faults.extend(Fault(kind="corrupt", ending=ALL, at=5) for _ in range(2))
    with refused(new_computer, "is not the one that was signed", kind=ReleaseRejectedError):
        new_computer.update(server.address, clock=time.clock())


@pytest.mark.parametrize("size", [12, 17, 60, 100])
def test_an_answer_that_breaks_off_in_its_headers_is_asked_for_again(
    computer: Computer, server: Server, time: FakeClock, size: int
) -> None:
    """Then nothing says how long the file is, and it looks as if it were empty."""
    headers = "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n"
    server.faults.extend(
        Fault(kind="garbage", ending=ending, text=headers[:size])
        for ending in ("timestamp.json", "snapshot.json", "targets.json", ".delta")
    )
    computer.update(server.address, clock=time.clock())
    computer.verify()


@pytest.mark.parametrize("name", ["timestamp.json", "snapshot.json", "targets.json"])
@pytest.mark.parametrize("kind", ["cut", "stall", "chunked"])
def test_metadata_that_breaks_off_goes_on_too(
    computer: Computer, server: Server, time: FakeClock, monkeypatch: pytest.MonkeyPatch, name: str, kind: str
) -> None:
    monkeypatch.setattr("procura_desktop.sync.http.READ_SECONDS", 0.06)
    server.faults.append(Fault(kind=kind, ending=name, at=100))  # type: ignore[arg-type] # of a list
    computer.update(server.address, clock=time.clock())
    computer.verify()


@pytest.mark.parametrize("name", ["timestamp.json", "snapshot.json", "targets.json"])
def test_metadata_that_changed_on_the_line_is_refused(
    computer: Computer, server: Server, time: FakeClock, name: str
) -> None:
    server.faults.append(Fault(kind="corrupt", ending=name, at=120))
    with refused(computer, "is refused", kind=ReleaseRejectedError):
        computer.update(server.address, clock=time.clock())
    computer.update(server.address, clock=time.clock())


@pytest.mark.parametrize("status", [500, 502, 503, 429, 401, 204, 304])
def test_a_server_that_is_unwell_is_asked_again_and_then_told(
    computer: Computer, server: Server, time: FakeClock, status: int
) -> None:
    server.faults.extend(Fault(kind="status", ending="timestamp.json", status=status) for _ in range(2))
    computer.update(server.address, clock=time.clock())
    server.faults.extend(Fault(kind="status", ending="timestamp.json", status=status) for _ in range(5))
    with refused(computer, f"the server answers {status}", kind=SourceUnreachableError):
        computer.update(server.address, clock=time.clock())


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_server_without_a_release_is_told(
    computer: Computer, server: Server, time: FakeClock, status: int
) -> None:
    server.faults.append(Fault(kind="status", ending="2.root.json", status=404))
    server.faults.append(Fault(kind="status", ending="timestamp.json", status=status))
    with refused(computer, "there is no release here", kind=NoReleaseError):
        computer.update(server.address, clock=time.clock())


def test_a_page_without_end_in_place_of_a_file_is_not_read(transport: HttpTransport, server: Server) -> None:
    server.faults.append(Fault(kind="endless", status=404))
    with pytest.raises(NotThereError):
        list(transport.read("metadata/2.root.json", most=1000))
    assert transport.traffic.received < 200_000


def test_a_file_without_end_is_cut_where_it_may_not_go_on(transport: HttpTransport, server: Server) -> None:
    server.faults.append(Fault(kind="endless", status=200))
    assert len(b"".join(transport.read("metadata/2.root.json", most=5000))) == 5001
    assert transport.traffic.received < 50_000


@pytest.mark.parametrize("seconds", [1.0, 40.0])
def test_a_server_that_trickles_is_given_up(
    transport: HttpTransport, server: Server, pack: Path, seconds: float
) -> None:
    """Slower than any line that carries a library: it only keeps us waiting."""
    assert 1 / seconds < SLOWEST
    pack.write_bytes(pack.read_bytes() * 10)
    server.faults.extend(Fault(kind="trickle", ending=ALL, seconds=seconds) for _ in range(9))
    with pytest.raises(SourceTooSlowError, match="sends too slowly"):
        read(transport, pack)
    assert len(server.faults) == 4


def test_a_thin_line_is_not_a_slow_attack(
    transport: HttpTransport, server: Server, time: FakeClock, pack: Path
) -> None:
    server.faults.append(Fault(kind="trickle", ending=ALL, seconds=1 / 150))
    assert read(transport, pack) == pack.read_bytes()
    assert time.slept == []
    assert 100 < transport.traffic.rate < 300


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Small limits on the real clock; only the waits between two tries cost nothing."""
    monkeypatch.setattr("procura_desktop.sync.http.HEAD_SECONDS", 0.2)
    monkeypatch.setattr("procura_desktop.sync.http._WINDOW", 0.4)
    return Clock(sleep=lambda _: None)


HEAD = "HTTP/1.1 200 OK\r\n"
DRIBBLES = {
    "status line": "HTTP/1.1 ",
    "header": f"{HEAD}X-Slow: ",
    "refusal": "HTTP/1.1 404 Not Found\r\nContent-Length: 60000\r\n\r\n",
    "redirect": "HTTP/1.1 302 Found\r\nLocation: /metadata/",
    "body": f"{HEAD}Content-Length: 60000\r\n\r\n",
    "body without length": f"{HEAD}Connection: close\r\n\r\n",
    "size of a chunk": f"{HEAD}Transfer-Encoding: chunked\r\n\r\n",
}


@pytest.mark.parametrize("text", DRIBBLES.values(), ids=DRIBBLES)
def test_a_server_that_dribbles_is_given_up_wherever_it_does(
    server: Server, impatient: Clock, text: str
) -> None:
    """Each byte comes long before a socket would tire of waiting."""
    server.faults.extend(Fault(kind="dribble", text=text) for _ in range(9))
    with (
        closing(HttpTransport(server.address, line=Line(proxy="none"), clock=impatient)) as transport,
        pytest.raises(SourceTooSlowError, match="sends too slowly"),
    ):
        list(transport.read("metadata/timestamp.json", most=100_000))
    assert len(server.faults) == 4  # five tries, as for a line that drops


@pytest.mark.parametrize("text", ["HTTP/1.1 ", f"{HEAD}Content-Length: 60000\r\n\r\n"])
def test_a_secure_server_that_dribbles_is_given_up(
    https: tuple[Server, str], certificate: Path, impatient: Clock, text: str
) -> None:
    server, address = https
    server.faults.extend(Fault(kind="dribble", text=text) for _ in range(9))
    line = Line(proxy="none", ca_file=certificate)
    with (
        closing(HttpTransport(address, line=line, clock=impatient)) as transport,
        pytest.raises(SourceTooSlowError),
    ):
        list(transport.read("metadata/timestamp.json", most=100_000))
    assert len(server.faults) == 4


def test_a_proxy_that_dribbles_is_given_up(server: Server, impatient: Clock) -> None:
    server.faults.extend(Fault(kind="dribble", text="HTTP/1.1 200 ") for _ in range(9))
    line = Line(proxy=server.address)
    with (
        closing(HttpTransport("http://updates.example/", line=line, clock=impatient)) as transport,
        pytest.raises(SourceTooSlowError),
    ):
        list(transport.read("metadata/timestamp.json", most=100_000))


def test_an_update_goes_on_after_a_server_that_dribbled(
    computer: Computer, server: Server, impatient: Clock
) -> None:
    for text in (DRIBBLES["header"], DRIBBLES["size of a chunk"]):
        server.faults.append(Fault(kind="dribble", ending="timestamp.json", text=text))
    computer.update(server.address, clock=impatient)
    computer.verify()
    assert computer.version.endswith(".2")
    assert not server.faults


def test_a_thin_line_is_waited_for(server: Server, impatient: Clock, pack: Path) -> None:
    """Some hundred bytes a second are a line that people have."""
    server.faults.append(Fault(kind="thin", ending=ALL))
    with closing(HttpTransport(server.address, line=Line(proxy="none"), clock=impatient)) as transport:
        assert read(transport, pack) == pack.read_bytes()
    assert len(server.answers) == 1


def test_a_pause_is_not_the_servers_fault(
    transport: HttpTransport, server: Server, time: FakeClock, pack: Path
) -> None:
    pack.write_bytes(pack.read_bytes() * 40)
    got = bytearray()
    for piece in transport.read(f"targets/{pack.name}", most=1_000_000):
        got += piece
        time.time += 3600  # somebody has pressed Pause
    assert bytes(got) == pack.read_bytes()
    assert len(server.answers) == 1
    assert transport.traffic.seconds < 3600


def test_a_limit_of_bandwidth_is_kept(server: Server, time: FakeClock, pack: Path) -> None:
    line = Line(proxy="none", most=100)
    with closing(HttpTransport(server.address, line=line, clock=time.clock())) as transport:
        assert read(transport, pack) == pack.read_bytes()
    assert sum(time.slept) == pytest.approx(pack.stat().st_size / 100, rel=0.05)


def test_a_file_that_was_packed_again_is_not_unpacked(
    computer: Computer, server: Server, time: FakeClock
) -> None:
    """What unpacks to gigabytes on the way is not asked for, and not unpacked when it comes all the same."""
    server.faults.extend(Fault(kind="gzip", ending="timestamp.json") for _ in range(5))
    with refused(computer, "the server has packed the file again", kind=SourceUnreachableError):
        computer.update(server.address, clock=time.clock())
    assert {one.get("Accept-Encoding") for one in server.headers} == {"identity"}


@pytest.mark.parametrize("text", ["\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "SSH-2.0-x\r\n", "\0" * 99, ""])
def test_what_is_no_web_server_is_told(
    computer: Computer, server: Server, time: FakeClock, text: str
) -> None:
    server.faults.extend(Fault(kind="garbage", text=text) for _ in range(20))
    with refused(computer, "127.0.0.1", kind=UpdateError):
        computer.update(server.address, clock=time.clock())


def test_headers_without_end_are_refused(computer: Computer, server: Server, time: FakeClock) -> None:
    text = "HTTP/1.1 200 OK\r\n" + "".join(f"X-{number}: x\r\n" for number in range(500))
    server.faults.extend(Fault(kind="garbage", text=text) for _ in range(20))
    with refused(computer, "127.0.0.1", kind=SourceUnreachableError):
        computer.update(server.address, clock=time.clock())


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("file:///etc/passwd", "it leads to file:///etc/passwd, where no update is fetched from"),
        ("ftp://127.0.0.1/x", "it leads to ftp://127.0.0.1/x"),
        ("javascript:alert(1)", "it leads to javascript:alert"),
        ("data:,x", "it leads to data:,x"),
        ("http://[", r"it leads to http://\["),
        ("", "one address to the next"),
        ("/metadata/timestamp.json", "one address to the next"),
    ],
)
def test_a_redirect_leads_to_web_addresses_alone(
    computer: Computer, server: Server, time: FakeClock, to: str, words: str
) -> None:
    server.faults.append(Fault(kind="status", ending="2.root.json", status=404))
    server.faults.extend(
        Fault(kind="redirect", ending="timestamp.json", status=302, text=to) for _ in range(30)
    )
    with refused(computer, words, kind=SourceUnreachableError):
        computer.update(server.address, clock=time.clock())


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_another_web_server_is_followed(
    computer: Computer, publisher: Publisher, server: Server, time: FakeClock, status: int
) -> None:
    with served(publisher.folder) as other:
        for ending in ("timestamp.json", ".delta"):
            (path,) = [one for one in publisher.folder.rglob("*.*") if one.name.endswith(ending)]
            to = f"{other.address}{path.relative_to(publisher.folder)}"
            server.faults.append(Fault(kind="redirect", ending=ending, status=status, text=to))
        computer.update(server.address, clock=time.clock())
        assert len(other.answers) == 2
    computer.verify()


def test_a_proxy_is_used_where_settings_name_one(computer: Computer, server: Server, time: FakeClock) -> None:
    computer.settings = Settings(proxy=server.address)
    computer.update("http://updates.invalid/", clock=time.clock())
    assert {one["Host"] for one in server.headers} == {"updates.invalid"}
    computer.verify()


def test_a_server_that_is_not_there_is_told(computer: Computer, time: FakeClock) -> None:
    with refused(computer, "refused", kind=SourceUnreachableError):
        computer.update("http://127.0.0.1:9/", clock=time.clock())


def test_a_name_that_leads_elsewhere_is_never_asked_for(transport: HttpTransport, server: Server) -> None:
    for name in ("../x", "metadata/../x", "/etc/passwd", "targets/a/b", "http://x/", "metadata/", "", "x?y"):
        with pytest.raises(SourceUnreachableError, match="no file of a release"):
            list(transport.read(name, most=10))
    assert server.headers == []


# Over TLS.


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of the loopback address that no system trusts, with its key."""
    return make_certificate(tmp_path_factory.mktemp("tls") / "certificate.pem")


@pytest.fixture
def https(publisher: Publisher, time: FakeClock, certificate: Path) -> Iterator[tuple[Server, str]]:
    """The folder over https, with its address."""
    with served_securely(publisher.folder, certificate, time=time) as found:
        yield found


def test_https_is_trusted_with_an_additional_certificate_alone(
    computer: Computer, https: tuple[Server, str], time: FakeClock, certificate: Path
) -> None:
    with refused(computer, "certificate", kind=SourceUnreachableError):
        computer.update(https[1], clock=time.clock())
    computer.settings = Settings(proxy="none", ca_file=str(certificate))
    computer.update(https[1], clock=time.clock())
    computer.verify()


@pytest.mark.parametrize(
    ("today", "kind"), [(date(2015, 1, 1), ClockBehindError), (date.max, SourceUnreachableError)]
)
def test_a_clock_that_is_far_behind_is_blamed_for_a_secure_connection(
    computer: Computer,
    https: tuple[Server, str],
    time: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    today: date,
    kind: type[UpdateError],
) -> None:
    monkeypatch.setattr(session, "today_here", lambda: today)
    with refused(computer, "certificate", kind=SourceUnreachableError) as caught:
        computer.update(https[1], clock=time.clock())
    assert type(caught.value) is kind


def test_a_clock_that_is_far_behind_is_not_blamed_for_anything_else(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(session, "today_here", lambda: date(2015, 1, 1))
    with refused(computer, "no such folder", kind=SourceUnreachableError) as caught:
        computer.update(tmp_path / "nowhere")
    assert type(caught.value) is SourceUnreachableError


@pytest.mark.parametrize(
    ("proxy", "said"), [("none", "Connection refused"), ("http://127.0.0.1:9", "proxy: Connection refused")]
)
def test_a_server_that_is_not_there_is_told_in_the_words_of_the_system(
    computer: Computer, time: FakeClock, proxy: str, said: str
) -> None:
    computer.settings = Settings(proxy=proxy)
    with refused(computer, f"{said}$", kind=SourceUnreachableError) as caught:
        computer.update("http://127.0.0.1:9/", clock=time.clock())
    assert "Errno" not in str(caught.value)


def test_https_never_leads_back_to_http(
    computer: Computer, https: tuple[Server, str], server: Server, time: FakeClock, certificate: Path
) -> None:
    computer.settings = Settings(proxy="none", ca_file=str(certificate))
    https[0].faults.append(
        Fault(kind="redirect", ending="2.root.json", status=302, text=f"{server.address}metadata/2.root.json")
    )
    with refused(computer, "where no update is fetched from", kind=SourceUnreachableError):
        computer.update(https[1], clock=time.clock())
    assert server.headers == []


def test_http_may_lead_to_https(
    computer: Computer, https: tuple[Server, str], server: Server, time: FakeClock, certificate: Path
) -> None:
    computer.settings = Settings(proxy="none", ca_file=str(certificate))
    server.faults.append(
        Fault(kind="redirect", ending="timestamp.json", status=301, text=f"{https[1]}metadata/timestamp.json")
    )
    computer.update(server.address, clock=time.clock())
    assert len(https[0].answers) == 1
