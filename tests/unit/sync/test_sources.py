"""Where updates come from and whose: nothing but a root that was put there by hand counts."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.errors import ReleaseRejectedError, SettingsError, SourceUnreachableError
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import (
    add_source,
    fingerprint,
    load_sources,
    remove_source,
    same_fingerprint,
)
from procura_desktop.sync.http import HttpTransport
from procura_desktop.sync.local import ArchiveTransport, FolderTransport
from procura_desktop.sync.mirror import mirror
from procura_desktop.sync.places import open_transport, source_of, trust_of
from tests.releases import Publisher, make_publisher
from tests.unit.sync.computer import Computer, refused
from tests.unit.sync.editions import records, today

ROOT = b'{"signed": {}}'


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data")


def test_a_source_is_read_as_it_was_kept(places: Folders, tmp_path: Path) -> None:
    made = add_source(places, "office", addresses=("https://example.org/a b", "\\\\share\\x"), root=ROOT)
    assert load_sources(places, tmp_path) == (made,)
    assert made.root.read_bytes() == ROOT
    assert remove_source(places, "office")
    assert load_sources(places, tmp_path) == ()
    assert not remove_source(places, "office")


@pytest.mark.parametrize("name", ["../x", "", "A", "a/b", ".", "a.b", "-a"])
def test_a_source_has_the_name_of_a_library(places: Folders, name: str, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(SettingsError):
        add_source(places, name, addresses=(), root=ROOT)
    assert not remove_source(places, name)
    assert (tmp_path / "x").is_dir()


def test_a_persons_own_source_stands_in_for_that_of_the_program(places: Folders, tmp_path: Path) -> None:
    preset = tmp_path / "trust" / "main"
    preset.mkdir(parents=True)
    (preset / "root.json").write_bytes(b"theirs")
    (preset / "source.toml").write_text('addresses = ["https://example.org"]\n')
    (found,) = load_sources(places, tmp_path / "trust")
    assert (found.preset, found.addresses) == (True, ("https://example.org",))
    add_source(places, "main", addresses=(), root=ROOT)
    (found,) = load_sources(places, tmp_path / "trust")
    assert (found.preset, found.root.read_bytes()) == (False, ROOT)


@pytest.mark.parametrize(
    "text",
    ["addresses = 'x'", "addresses = [1]", "addresses = ['']", "address = []", "x", "[addresses]", "a = 1"],
)
def test_a_source_that_makes_no_sense_is_named(places: Folders, tmp_path: Path, text: str) -> None:
    made = add_source(places, "main", addresses=(), root=ROOT)
    path = made.root.with_name("source.toml")
    path.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_sources(places, tmp_path)
    assert caught.value.path == path


def test_a_fingerprint_is_compared_as_people_type_it() -> None:
    shown = fingerprint(ROOT)
    assert len(shown.split()) == 16
    for typed in (shown, shown.upper(), shown.replace(" ", ":"), f"  {shown}\n", shown.replace(" ", "")):
        assert same_fingerprint(typed, ROOT)
    for typed in ("", shown[:-1], shown.replace(shown[0], "x"), shown[5:]):
        assert not same_fingerprint(typed, ROOT)


def test_a_place_is_opened_by_what_a_person_writes(publisher: Publisher, tmp_path: Path) -> None:
    file = tmp_path / "edition.procura"
    file.write_bytes(b"PK\x05\x06" + bytes(18))
    settings = Settings(proxy="none")
    kinds = {
        str(publisher.folder): FolderTransport,
        publisher.folder.as_uri(): FolderTransport,
        str(file): ArchiveTransport,
        file.as_uri(): ArchiveTransport,
        "http://127.0.0.1:1/x": HttpTransport,
        "https://127.0.0.1:1": HttpTransport,
    }
    for address, kind in kinds.items():
        with closing(open_transport(address, settings)) as transport:
            assert isinstance(transport, kind)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://[", "no address"),
        ("ftp://example.org/x", "no such folder"),
        ("javascript:alert(1)", "no such folder"),
        ("edition.procura", "no such file"),
        ("", "no release|no such folder"),
        ("nowhere/at/all", "no such folder"),
        ("\0", "no such folder"),
        ("~nobody-of-this-name/x", "no such folder"),
        ("x" * 300, "too long|no such folder"),
    ],
)
def test_a_place_that_is_none_is_told(address: str, words: str, tmp_path: Path) -> None:
    if not address:
        address = str(tmp_path / "none")
    with pytest.raises(SourceUnreachableError, match=words):
        open_transport(address, Settings(proxy="none"))


def test_settings_can_forbid_the_network() -> None:
    with pytest.raises(SourceUnreachableError, match="never to use the network"):
        open_transport("https://example.org", replace(Settings(), network=False))


@pytest.mark.parametrize("proxy", ["127.0.0.1:9", "http://127.0.0.1:9"])
def test_a_proxy_of_the_system_is_used_with_and_without_its_scheme(
    monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("REQUEST_METHOD", raising=False)
    with closing(open_transport("http://example.org", Settings())) as transport:
        assert transport.address == "http://example.org/"


def test_a_proxy_of_an_unknown_kind_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with pytest.raises(SourceUnreachableError, match=r"proxy 'socks5://127.0.0.1:9' cannot be used"):
        open_transport("http://example.org", Settings())


def test_certificates_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.pem", tmp_path):
        with pytest.raises(SourceUnreachableError, match="certificates"):
            open_transport("https://example.org", replace(Settings(proxy="none"), ca_file=str(path)))


def test_a_release_never_brings_its_own_root(computer: Computer, tmp_path: Path) -> None:
    """Trust on first use is not trust: a stranger's folder is complete, and still a stranger's."""
    stranger = make_publisher(tmp_path / "stranger", on=today())
    stranger.release(records=records(edition=3), on=today())
    root = source_of(computer.places, "main").root.read_bytes()
    with refused(computer, "not signed with enough keys|not trusted", kind=ReleaseRejectedError):
        computer.update(stranger.folder)
    assert source_of(computer.places, "main").root.read_bytes() == root


def test_a_root_that_cannot_be_read_is_told(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    source = source_of(computer.places, "main")

    def unreadable(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", unreadable)
    with pytest.raises(SourceUnreachableError, match="Permission denied"):
        trust_of(computer.places, source)


def test_metadata_that_came_with_the_program_is_what_was_seen(
    new_computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    """So a mirror cannot show a new computer less than the program came with."""
    old = tmp_path / "old"
    with closing(new_computer.find()) as found:
        trust = trust_of(new_computer.places, source_of(new_computer.places, "main"))
        mirror(found.plan.offer, found.transport, trust, old, progress=Silent())
    publisher.refresh(on=today())
    seed = source_of(new_computer.places, "main").metadata
    seed.mkdir()
    metadata = publisher.folder / "metadata"
    for role in ("snapshot", "targets"):
        newest = max(metadata.glob(f"*.{role}.json"), key=lambda path: int(path.name.split(".")[0]))
        (seed / f"{role}.json").write_bytes(newest.read_bytes())
    (seed / "timestamp.json").write_bytes((metadata / "timestamp.json").read_bytes())
    for path in trust.folder.glob("*.json"):
        path.unlink()
    with refused(new_computer, "older than what was received before", kind=ReleaseRejectedError):
        new_computer.find(old)
    new_computer.update()
