"""Wrong clocks and old sticks: what a person may waive, and what nobody may."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Root
from tuf.ngclient import Updater

from procura_desktop.cli import main
from procura_desktop.errors import (
    OlderReleaseError,
    ReleaseExpiredError,
    ReleaseRejectedError,
)
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import folders
from procura_desktop.sync.client import look
from procura_desktop.sync.local import FolderTransport
from procura_desktop.sync.places import source_of, trust_of
from tests.releases import Publisher, make_publisher
from tests.unit.sync.computer import Computer, refused
from tests.unit.sync.editions import copy_of, records, today

OLD = timedelta(days=150)  # later than a timestamp holds, sooner than anything else
OLDER = timedelta(days=500)  # only the root still holds
OLDEST = timedelta(days=900)  # not even that


def old_publisher(folder: Path, age: timedelta) -> Publisher:
    """Somebody who published two editions and then nothing more."""
    day = today() - age
    publisher = make_publisher(folder, on=day)
    for edition in (1, 2):
        publisher.release(records=records(edition=edition), on=day)
        copy_of(publisher, folder / f"edition-{edition}")
    return publisher


@pytest.fixture
def stick(tmp_path: Path) -> Publisher:
    """An old edition, of which the timestamp has expired."""
    return old_publisher(tmp_path / "stick", OLD)


@pytest.fixture
def owner(bundled: Path, tmp_path: Path, stick: Publisher) -> Computer:
    """A computer that trusts who made the stick."""
    assert bundled.is_file()
    computer = Computer(folders(tmp_path / "data"))
    computer.trusts(stick)
    return computer


def version_of(edition: int = 2) -> str:
    day = today() - OLD
    return f"{day.year}.{day.month}.{edition}"


def test_an_expired_edition_is_told_with_its_dates(owner: Computer) -> None:
    with refused(owner, "was to be renewed by", kind=ReleaseExpiredError) as caught:
        owner.find()
    error = caught.value
    assert isinstance(error, ReleaseExpiredError)
    assert error.version == version_of()
    assert error.published == (today() - OLD).isoformat()
    assert error.expired == (today() - OLD + timedelta(days=100)).isoformat()
    assert error.clock == today().isoformat()


def test_it_is_used_when_its_expiry_is_waived(owner: Computer) -> None:
    done = owner.update(accept_expired=version_of())
    assert done.version == version_of()
    owner.verify()


@pytest.mark.parametrize("accepted", ["", "2020.1.1", "*", "dev", "true"])
def test_the_waiver_is_for_one_named_edition(owner: Computer, accepted: str) -> None:
    with refused(owner, "was to be renewed by", kind=ReleaseExpiredError):
        owner.update(accept_expired=accepted)


def test_a_waiver_for_one_edition_is_none_for_the_next(
    owner: Computer, stick: Publisher, tmp_path: Path
) -> None:
    first = tmp_path / "stick" / "edition-1"
    owner.update(first, accept_expired=version_of(1))
    with refused(owner, "was to be renewed by", kind=ReleaseExpiredError):
        owner.update(stick.folder, accept_expired=version_of(1))
    owner.update(stick.folder, accept_expired=version_of(2))
    assert owner.version == version_of(2)


def test_asking_does_not_count_as_having_seen(owner: Computer, stick: Publisher, tmp_path: Path) -> None:
    """Until the waiver is given nothing of the edition is kept, so an older one can still be chosen."""
    with refused(owner, "was to be renewed by", kind=ReleaseExpiredError):
        owner.find(stick.folder)
    assert not (owner.places.trust / "main" / "timestamp.json").exists()
    owner.update(tmp_path / "stick" / "edition-1", accept_expired=version_of(1))
    assert owner.version == version_of(1)


def test_the_waiver_never_goes_below_what_was_seen(owner: Computer, tmp_path: Path) -> None:
    owner.update(accept_expired=version_of(2))
    for accepted in (version_of(1), version_of(2)):
        with refused(owner, "older than what was received before", kind=ReleaseRejectedError):
            owner.update(tmp_path / "stick" / "edition-1", accept_expired=accepted)


def test_the_waiver_never_goes_below_what_is_installed(owner: Computer, stick: Publisher) -> None:
    owner.update(accept_expired=version_of())
    for path in (owner.places.trust / "main").glob("*.json"):
        path.unlink()  # what was seen is forgotten: the edition in use still counts
    with refused(owner, "is older than", kind=OlderReleaseError):
        owner.update(stick.folder.parent / "edition-1", accept_expired=version_of(1))


def test_it_covers_snapshot_and_targets_too(bundled: Path, tmp_path: Path) -> None:
    stick = old_publisher(tmp_path / "stick", OLDER)
    owner = Computer(folders(tmp_path / "data"))
    owner.trusts(stick)
    assert bundled.is_file()
    day = today() - OLDER
    with refused(owner, "was to be renewed by", kind=ReleaseExpiredError):
        owner.find()
    owner.update(accept_expired=f"{day.year}.{day.month}.2")
    owner.verify()


def test_it_never_covers_the_root(bundled: Path, tmp_path: Path) -> None:
    stick = old_publisher(tmp_path / "stick", OLDEST)
    owner = Computer(folders(tmp_path / "data"))
    owner.trusts(stick)
    assert bundled.is_file()
    day = today() - OLDEST
    for accepted in ("", f"{day.year}.{day.month}.2"):
        with refused(owner, "root has expired; a newer root is needed", kind=ReleaseRejectedError):
            owner.update(accept_expired=accepted)


def test_it_never_covers_a_signature(owner: Computer, tmp_path: Path) -> None:
    stranger = old_publisher(tmp_path / "stranger", OLD)
    with refused(owner, "not signed with enough keys", kind=ReleaseRejectedError):
        owner.update(stranger.folder, accept_expired=version_of())


def test_it_never_covers_a_hash(owner: Computer, stick: Publisher) -> None:
    (pack,) = stick.folder.glob("targets/*2.pack")
    data = bytearray(pack.read_bytes())
    data[-1] ^= 1
    pack.write_bytes(data)
    with refused(owner, "is not the one that was signed", kind=ReleaseRejectedError):
        owner.update(accept_expired=version_of())


def test_what_is_renewed_needs_no_waiver(owner: Computer, stick: Publisher) -> None:
    with refused(owner, "was to be renewed by", kind=ReleaseExpiredError):
        owner.find()
    stick.refresh(on=today())
    owner.update()
    assert owner.version == version_of()


def test_after_a_waiver_what_is_renewed_is_taken_as_ever(owner: Computer, stick: Publisher) -> None:
    owner.update(accept_expired=version_of())
    with refused(owner, "was to be renewed by", kind=ReleaseExpiredError):
        owner.find()  # it is asked for each time, not remembered
    stick.release(records=records(edition=3), on=today())
    owner.update()
    assert owner.version == f"{today().year}.{today().month}.1"


def test_a_clock_that_is_wrong_is_told_as_a_date(computer: Computer, publisher: Publisher) -> None:
    """The edition is good; the clock says that it is ten years later, or ten years sooner."""
    trust = trust_of(computer.places, source_of(computer.places, "main"))
    source = FolderTransport(publisher.folder)
    later = datetime.now(UTC) + timedelta(days=300)
    with refused(computer, f"the clock of this computer says {later.date()}", kind=ReleaseExpiredError):
        look(source, trust, progress=Silent(), now=later)
    sooner = datetime.now(UTC) - timedelta(days=3650)
    assert look(source, trust, progress=Silent(), now=sooner).facts.version.endswith(".2")


def test_the_last_second_is_the_last(computer: Computer, publisher: Publisher) -> None:
    trust = trust_of(computer.places, source_of(computer.places, "main"))
    source = FolderTransport(publisher.folder)
    end = datetime.combine(today() + timedelta(days=100), datetime.min.time(), tzinfo=UTC)
    look(source, trust, progress=Silent(), now=end - timedelta(seconds=1))
    with refused(computer, "was to be renewed by", kind=ReleaseExpiredError):
        look(source, trust, progress=Silent(), now=end)


@pytest.mark.parametrize(
    "arguments", [["update"], ["update", "--yes"], ["update", "--json", "--yes"], ["mirror"]]
)
def test_a_silent_run_never_waives(
    owner: Computer,
    arguments: list[str],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    """There is no option for it, and nobody is there to be asked."""
    before = owner.in_use()
    more = ["--to", str(tmp_path / "out")] if arguments == ["mirror"] else []
    assert main(["--data-dir", str(owner.places.data), *arguments, *more]) == 1
    said = capsys.readouterr()
    assert f"edition {version_of()}" in said.out + said.err
    assert owner.in_use() == before
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("answer", "used"), [("y\n", True), ("yes\n", True), ("\n", False), ("n\n", False)])
def test_a_person_at_the_shell_is_asked(
    owner: Computer, monkeypatch: pytest.MonkeyPatch, answer: str, used: bool
) -> None:
    asked: list[str] = []

    def agreed(_: object, question: str) -> bool:
        asked.append(question)
        return answer.startswith("y")

    monkeypatch.setattr("procura_desktop.cli.updating.agreed", agreed)
    code = main(["--data-dir", str(owner.places.data), "update"])
    assert (code == 0, owner.version == version_of()) == (used, used)
    assert "Use it all the same, if it is newer than yours?" in asked[0]
    assert len(asked) == 1


def test_a_new_root_follows_an_old_one_before_anything_is_asked(owner: Computer, stick: Publisher) -> None:
    """A root that was renewed in time is followed; then only what expired of the rest is asked for."""
    stick.rotate("targets", on=today() - OLD)
    stick.refresh(on=today() - OLD)
    with refused(owner, "was to be renewed by", kind=ReleaseExpiredError):
        owner.find()
    assert (
        Metadata[Root]
        .from_file(str(owner.places.trust / "main" / "root_history" / "2.root.json"))
        .signed.version
        == 2
    )
    owner.update(accept_expired=version_of())
    owner.verify()


def test_the_inside_of_the_client_that_the_waiver_needs_is_there(
    publisher: Publisher, tmp_path: Path
) -> None:
    """python-tuf has no switch for it; should its inside change, this says so before a person does."""
    updater = Updater(str(tmp_path), "metadata/", bootstrap=publisher.root.read_bytes())
    trusted = updater._trusted_set  # noqa: SLF001 - see sync.client
    assert isinstance(trusted.reference_time, datetime)
    assert trusted.root.is_expired(datetime(2100, 1, 1, tzinfo=UTC))


def test_updates_need_no_links_in_the_folder_of_trust(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file systems of sticks have none."""
    real = os.symlink

    def symlink(source: str, link: str) -> None:
        if Path(link).is_relative_to(computer.places.trust):
            raise PermissionError(1, "Operation not permitted")
        real(source, link)

    monkeypatch.setattr(os, "symlink", symlink)
    computer.update()
    kept = sorted(path.name for path in (computer.places.trust / "main").rglob("*.json"))
    assert kept == ["1.root.json", "snapshot.json", "targets.json", "timestamp.json"]
    assert not any(path.is_symlink() for path in computer.places.trust.rglob("*"))
