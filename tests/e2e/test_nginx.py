"""A real web server serves a release, and a line that cuts, stalls, corrupts and dribbles stands between."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from procura_desktop.errors import NoReleaseError, ReleaseRejectedError, SourceUnreachableError
from procura_desktop.settings.settings import Settings
from procura_desktop.sync.http import HttpTransport, Line
from tests.releases import Publisher
from tests.unit.sync.computer import Computer, refused
from tests.unit.sync.lines import BadLine, FakeClock, Mischief, bad_line

pytestmark = pytest.mark.external("nginx")

CONFIGURATION = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{ worker_connections 64; }}
http {{
    access_log {folder}/access.log;
    types {{ application/json json; }}
    gzip on;
    gzip_types *;
    gzip_min_length 1;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/release;
        location /empty/ {{ root {folder}; }}
        location /moved/ {{ rewrite ^/moved/(.*)$ /$1 redirect; }}
    }}
}}
"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def nginx(publisher: Publisher) -> Iterator[int]:
    """The server over the publisher's folder; give its port."""
    port = free_port()
    with TemporaryDirectory() as name:  # not in tmp_path, which its workers may not enter
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(publisher.folder, folder / "release")
        (folder / "empty").mkdir()
        (folder / "nginx.conf").write_text(CONFIGURATION.format(folder=folder, port=port))
        server = subprocess.Popen(
            ["nginx", "-p", name, "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL
        )
        try:
            deadline = time.monotonic() + 20
            while not answers(port):
                assert server.poll() is None, "nginx did not start"
                assert time.monotonic() < deadline, "nginx does not answer"
                time.sleep(0.01)  # the first sign of life of another process
            yield port
        finally:
            server.terminate()
            server.wait()


@pytest.fixture
def line(nginx: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[BadLine]:
    """The line to it, which does as it is told; what stalls is given up soon."""
    monkeypatch.setattr("procura_desktop.sync.http.READ_SECONDS", 0.3)
    with bad_line(nginx) as made:
        yield made


def test_a_release_is_served_by_nginx(computer: Computer, nginx: int) -> None:
    done = computer.update(f"http://127.0.0.1:{nginx}/")
    assert computer.version.endswith(".2")
    computer.verify()
    assert done.traffic.total < 6000


def test_nginx_goes_on_in_the_middle(publisher: Publisher, nginx: int) -> None:
    """With Range, and never packed again though it would like to."""
    (pack,) = publisher.folder.glob("targets/*.2.pack")
    with closing(HttpTransport(f"http://127.0.0.1:{nginx}/", line=Line(proxy="none"))) as transport:
        for start in (0, 1, 400, pack.stat().st_size - 1):
            data = b"".join(transport.read(f"targets/{pack.name}", start=start, most=10**6))
            assert data == pack.read_bytes()[start:]
        assert b"".join(transport.read(f"targets/{pack.name}", start=pack.stat().st_size, most=10**6)) == b""


def test_nginx_may_lead_elsewhere(computer: Computer, nginx: int) -> None:
    computer.update(f"http://127.0.0.1:{nginx}/moved/")
    computer.verify()
    assert computer.version.endswith(".2")


def test_nginx_without_a_release_says_so(computer: Computer, nginx: int) -> None:
    with refused(computer, "there is no release here", kind=NoReleaseError):
        computer.update(f"http://127.0.0.1:{nginx}/empty/")


def test_a_server_that_has_gone_is_told(computer: Computer, nginx: int) -> None:
    with refused(computer, "refused", kind=SourceUnreachableError):
        computer.update(f"http://127.0.0.1:{free_port()}/", clock=FakeClock().clock())
    assert nginx


@pytest.mark.parametrize("seed", range(5))
def test_over_a_line_that_cuts_and_stalls_it_comes_through(
    new_computer: Computer, line: BadLine, seed: int
) -> None:
    chance = Random(seed)
    for _ in range(8):
        kind, at = (
            chance.choice(["cut", "stall", "cut"]),
            chance.randrange(1, 900),
        )  # headers end at about 270
        line.mischief.append(Mischief(**{kind: at}, piece=chance.choice([7, 64, 4096])))
    time_of = FakeClock()
    new_computer.update(line.address, clock=time_of.clock())
    new_computer.verify()
    assert new_computer.version.endswith(".2")
    assert not line.mischief
    assert line.connections > 8


def test_over_a_line_that_dribbles_it_comes_through(new_computer: Computer, line: BadLine) -> None:
    line.mischief.extend(Mischief(piece=1) for _ in range(20))
    new_computer.update(line.address)
    new_computer.verify()


@pytest.mark.parametrize("seed", range(5))
def test_over_a_line_that_corrupts_it_is_refused_and_comes_through_when_it_is_better(
    new_computer: Computer, line: BadLine, seed: int
) -> None:
    """All goes over one connection: of what is in it, one byte differs."""
    chance = Random(seed)
    with closing(new_computer.find(line.address)) as found:
        of = line.carried + found.plan.of
    line.mischief.append(Mischief(corrupt=chance.randrange(300, of), piece=64))
    try:
        new_computer.update(line.address, clock=FakeClock().clock())
    except (ReleaseRejectedError, SourceUnreachableError, NoReleaseError) as error:
        assert line.address in str(error)  # noqa: PT017 - it may come through as well
    new_computer.verify()
    new_computer.update(line.address)
    assert new_computer.version.endswith(".2")
    new_computer.verify()


def test_the_line_as_a_proxy_of_the_settings(computer: Computer, line: BadLine, nginx: int) -> None:
    """A proxy that drops is a line that drops."""
    computer.settings = Settings(proxy=line.address)
    line.mischief.extend(Mischief(cut=250) for _ in range(3))
    computer.update(f"http://127.0.0.1:{nginx}/", clock=FakeClock().clock())
    computer.verify()
