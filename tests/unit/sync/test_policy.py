"""Updating under a policy: whose releases count, what is refused, and when all of it stops."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.cli import main
from procura_desktop.errors import NoTrustError, PolicyError, PolicyForbidsError, SettingsError
from procura_desktop.progress import Silent
from procura_desktop.settings.sources import add_source, fingerprint, load_sources
from procura_desktop.sync.places import source_of
from procura_desktop.sync.shelf import plan_gathering
from tests.releases import Publisher, make_publisher
from tests.unit.sync.computer import Computer
from tests.unit.sync.editions import records, today

Under = Callable[[str], Computer]
WRONG = "[locked]\ntheme = 'pink'\n"


@pytest.fixture
def under(computer: Computer, tmp_path: Path) -> Under:
    """Put the computer under a policy."""

    def under(text: str) -> Computer:
        file = tmp_path / "policy.toml"
        file.write_text(text, encoding="utf-8")
        computer.places = replace(computer.places, policy=file)
        return computer

    return under


def source_table(level: str, publisher: Publisher, *more: str, library: str = "main") -> str:
    lines = (
        f"[[{level}.sources]]",
        f"library = '{library}'",
        f"addresses = ['{publisher.folder}']",
        *(more or (f"root = '{publisher.root}'",)),
    )
    return "\n".join(lines) + "\n"


@pytest.fixture
def stranger(tmp_path: Path) -> Publisher:
    made = make_publisher(tmp_path / "stranger", on=today())
    made.release(records=records(edition=3), on=today())
    return made


def test_a_locked_source_counts_before_a_users_own(
    under: Under, publisher: Publisher, stranger: Publisher
) -> None:
    computer = under(source_table("locked", publisher))
    folder = computer.places.sources / "main"
    (folder / "root.json").write_bytes(stranger.root.read_bytes())
    (folder / "source.toml").write_text(f"addresses = ['{stranger.folder}']")

    assert computer.update().version.endswith(".2")
    assert source_of(computer.places, "main").read_root() == publisher.root.read_bytes()


def test_a_default_source_gives_way_to_a_users_own(
    under: Under, publisher: Publisher, stranger: Publisher
) -> None:
    computer = under(source_table("defaults", stranger))

    assert source_of(computer.places, "main").read_root() == publisher.root.read_bytes()
    shutil.rmtree(computer.places.sources)
    assert source_of(computer.places, "main").read_root() == stranger.root.read_bytes()


def test_a_root_may_stand_in_the_policy_itself(under: Under, publisher: Publisher) -> None:
    text = publisher.root.read_text(encoding="utf-8")
    computer = under(source_table("locked", publisher, f"root_json = '''{text}'''"))
    shutil.rmtree(computer.places.sources)

    assert computer.update().version.endswith(".2")


def test_a_root_with_another_fingerprint_stops(
    under: Under, publisher: Publisher, stranger: Publisher
) -> None:
    right = fingerprint(publisher.root.read_bytes())
    pinned = (f"root = '{publisher.root}'", f"fingerprint = '{right}'")
    assert under(source_table("locked", publisher, *pinned)).update().version.endswith(".2")

    wrong = (f"root = '{stranger.root}'", f"fingerprint = '{right}'")
    with pytest.raises(SettingsError, match="another fingerprint than the policy says"):
        under(source_table("locked", publisher, *wrong)).update()


def test_a_root_that_is_not_there_stops(under: Under, publisher: Publisher, tmp_path: Path) -> None:
    computer = under(source_table("locked", publisher, f"root = '{tmp_path / 'none.json'}'"))

    with pytest.raises(SettingsError, match="it cannot be read"):
        computer.update()


def test_where_users_may_have_no_sources_theirs_are_passed_over(under: Under, publisher: Publisher) -> None:
    computer = under("[locked]\nuser_sources = false\n")

    assert load_sources(computer.places, Path("none")) == ()
    with pytest.raises(NoTrustError):
        computer.update()
    with pytest.raises(PolicyForbidsError, match="user_sources"):
        add_source(computer.places, "office", addresses=(), root=publisher.root.read_bytes())


def test_a_locked_source_cannot_be_replaced(under: Under, publisher: Publisher, stranger: Publisher) -> None:
    computer = under(source_table("locked", publisher))

    with pytest.raises(PolicyForbidsError, match="sources in"):
        add_source(computer.places, "main", addresses=(), root=stranger.root.read_bytes())
    add_source(computer.places, "office", addresses=(), root=stranger.root.read_bytes())


def test_a_forbidden_library_is_not_updated(under: Under, publisher: Publisher) -> None:
    computer = under("[locked]\nlibraries_forbidden = ['office']\n")
    computer.library = "office"

    with pytest.raises(PolicyForbidsError, match="libraries_forbidden"):
        computer.update()
    with pytest.raises(PolicyForbidsError, match="libraries_forbidden"):
        computer.trusts(publisher)


def test_where_waivers_are_forbidden_no_version_is_accepted(under: Under) -> None:
    computer = under("[locked]\nexpiry_waiver = false\n")

    with pytest.raises(PolicyForbidsError, match="expiry_waiver"):
        computer.find(accept_expired="2026.1.1")


def test_a_wrong_policy_stops_every_way_of_updating(
    under: Under, publisher: Publisher, tmp_path: Path
) -> None:
    computer = under(WRONG)
    before = computer.in_use()

    with pytest.raises(PolicyError, match=r"policy.toml:2: locked\.theme"):
        computer.update()
    with pytest.raises(PolicyError):
        computer.update(publisher.folder)
    with pytest.raises(PolicyError):
        plan_gathering(computer.places, computer.settings, library="main", progress=Silent())
    with pytest.raises(PolicyError):
        add_source(computer.places, "office", addresses=(), root=publisher.root.read_bytes())
    data = ("--data-dir", str(computer.places.data), "--policy", str(computer.places.policy))
    for command in (
        ("update",),
        ("update", "--yes", "--source", str(publisher.folder)),
        ("mirror", "--to", str(tmp_path / "copy")),
        ("source", "list"),
    ):
        assert main([*data, *command]) == 1
    assert computer.in_use() == before
    assert not (tmp_path / "copy").exists()


def test_what_was_stopped_goes_on_when_the_policy_is_mended(under: Under) -> None:
    under(WRONG)

    assert under("[locked]\ntheme = 'dark'\n").update().version.endswith(".2")


def test_a_web_address_is_not_asked_where_the_network_is_forbidden(
    under: Under, capsys: pytest.CaptureFixture[str]
) -> None:
    computer = under("[locked]\nnetwork = false\n")

    data = ("--data-dir", str(computer.places.data), "--policy", str(computer.places.policy))
    assert main([*data, "update", "--source", "http://127.0.0.1:9/"]) == 1
    assert "never to use the network" in capsys.readouterr().err


def test_a_share_still_serves_where_the_network_is_forbidden(under: Under) -> None:
    computer = under("[locked]\nnetwork = false\n")

    data = ("--data-dir", str(computer.places.data), "--policy", str(computer.places.policy))
    assert main([*data, "update"]) == 0
    assert computer.version.endswith(".2")


def test_source_list_shows_what_the_policy_says(
    under: Under, stranger: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    computer = under(source_table("locked", stranger, library="office"))

    data = ("--data-dir", str(computer.places.data), "--policy", str(computer.places.policy))
    assert main([*data, "source", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["sources"]
    office = next(one for one in listed if one["library"] == "office")
    assert office["preset"] is True
    assert office["fingerprint"] == fingerprint(stranger.root.read_bytes())


def test_looking_under_a_policy_closes_what_it_opened(under: Under, publisher: Publisher) -> None:
    computer = under(source_table("locked", publisher))

    with closing(computer.find()) as found:
        assert found.plan.way == "delta"
