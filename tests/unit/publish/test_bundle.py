"""What goes into the program before it is built: a checked library, its metadata, its root, its addresses."""

import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Snapshot

from procura_desktop.library.open import open_library
from procura_desktop.library.read import Library
from procura_desktop.progress import Silent
from procura_desktop.publish.bundle import bundle
from procura_desktop.publish.errors import ReleaseError
from procura_desktop.publish.trust import place_trust
from tests.factories import CYCLE
from tests.releases import TODAY, Publisher, make_publisher
from tests.unit.publish.editions import edition

ADDRESS = "https://library.example/main"


class Workshop:
    """Where the program is built."""

    def __init__(self, folder: Path) -> None:
        self.library = folder / "resources" / "library" / "main.sqlite"
        self.trust = folder / "resources" / "trust"

    def bundle(self, publisher: Publisher, *, root: Path | None = None) -> None:
        bundle(
            publisher.folder,
            root=root or publisher.root,
            out=self.library,
            into=self.trust,
            progress=Silent(),
        )


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "workshop")


def facts_of(library: Library) -> tuple[str, str, str, str, str]:
    facts = library.info
    return facts.name, facts.version, facts.publisher, facts.published, facts.digest


def test_the_bundled_library_is_the_release(publisher: Publisher, workshop: Workshop) -> None:
    facts = publisher.release(records=edition(0), assets=[CYCLE], synonyms=[("laptop", "notebook")])

    workshop.bundle(publisher)

    with open_library(workshop.library) as library:
        assert facts_of(library) == ("main", facts.version, "City of Ghent", TODAY.isoformat(), facts.digest)


def test_a_record_that_is_shown_otherwise_keeps_its_published_line(
    publisher: Publisher, workshop: Workshop
) -> None:
    first, *others = edition(0)
    hostile = replace(first, html="<p>text<script>alert(1)</script></p>")
    facts = publisher.release(records=[hostile, *others])

    workshop.bundle(publisher)

    with open_library(workshop.library) as library:
        assert library.info.digest == facts.digest
        assert "script" not in library.record(first.id).html


def test_its_metadata_goes_along(publisher: Publisher, workshop: Workshop) -> None:
    publisher.release(records=edition(0))
    publisher.rotate("timestamp")
    publisher.refresh()

    workshop.bundle(publisher)

    place = workshop.trust / "main"
    released = publisher.folder / "metadata"
    assert {path.name: path.read_bytes() for path in (place / "metadata").iterdir()} == {
        "root.json": (released / "2.root.json").read_bytes(),
        "timestamp.json": (released / "timestamp.json").read_bytes(),
        "snapshot.json": (released / "2.snapshot.json").read_bytes(),
        "targets.json": (released / "1.targets.json").read_bytes(),
    }
    assert (place / "root.json").read_bytes() == publisher.root.read_bytes()


def test_a_newer_release_replaces_the_bundled_one(publisher: Publisher, workshop: Workshop) -> None:
    publisher.release(records=edition(0))
    workshop.bundle(publisher)
    facts = publisher.release(records=edition(1))

    workshop.bundle(publisher)

    with open_library(workshop.library) as library:
        assert library.info.version == facts.version
    metadata = Metadata[Snapshot].from_file(str(workshop.trust / "main" / "metadata" / "snapshot.json"))
    assert metadata.signed.version == 2


def test_a_release_under_another_root_is_refused(
    publisher: Publisher, workshop: Workshop, tmp_path: Path
) -> None:
    publisher.release(records=edition(0))
    stranger = make_publisher(tmp_path / "stranger")

    with pytest.raises(ReleaseError, match="no sound release under"):
        workshop.bundle(publisher, root=stranger.root)

    assert not workshop.library.exists()
    assert not workshop.trust.exists()


def test_a_tampered_pack_is_refused(publisher: Publisher, workshop: Workshop) -> None:
    publisher.release(records=edition(0))
    (pack,) = (publisher.folder / "targets").glob("*.pack")
    pack.write_bytes(pack.read_bytes()[:-1] + b"x")

    with pytest.raises(ReleaseError, match="no sound release"):
        workshop.bundle(publisher)

    assert not workshop.library.exists()


def test_an_expired_release_is_refused_with_what_to_do(tmp_path: Path, workshop: Workshop) -> None:
    publisher = make_publisher(tmp_path, on=TODAY - timedelta(days=101))
    publisher.release(records=edition(0), on=TODAY - timedelta(days=101))

    with pytest.raises(ReleaseError, match="run 'procura-publish refresh' first"):
        workshop.bundle(publisher)

    publisher.refresh()
    workshop.bundle(publisher)


def test_a_folder_that_is_none_is_refused(publisher: Publisher, workshop: Workshop) -> None:
    with pytest.raises(ReleaseError, match="no sound release"):
        workshop.bundle(publisher)


def test_trust_puts_addresses_and_root_where_the_program_looks(
    publisher: Publisher, workshop: Workshop
) -> None:
    place = place_trust(publisher.root, [ADDRESS, "http://10.0.0.7/main"], name="office", into=workshop.trust)

    assert place == workshop.trust / "office"
    source = tomllib.loads((place / "source.toml").read_text(encoding="utf-8"))
    assert source == {"addresses": [ADDRESS, "http://10.0.0.7/main"]}
    assert (place / "root.json").read_bytes() == publisher.root.read_bytes()


@pytest.mark.parametrize(
    "address", ["ftp://a.example/b", "library.example", "https://", "https://a.example/?b"]
)
def test_an_address_of_no_folder_on_the_web_is_refused(
    publisher: Publisher, workshop: Workshop, address: str
) -> None:
    with pytest.raises(ReleaseError, match="is no address"):
        place_trust(publisher.root, [address], name="main", into=workshop.trust)

    assert not workshop.trust.exists()


def test_another_root_is_never_replaced(publisher: Publisher, workshop: Workshop, tmp_path: Path) -> None:
    place_trust(publisher.root, [ADDRESS], name="main", into=workshop.trust)
    stranger = make_publisher(tmp_path / "stranger")
    stranger.release(records=edition(0))

    with pytest.raises(ReleaseError, match="another root is pinned here"):
        place_trust(stranger.root, [ADDRESS], name="main", into=workshop.trust)
    with pytest.raises(ReleaseError, match="another root is pinned here"):
        workshop.bundle(stranger)

    assert (workshop.trust / "main" / "root.json").read_bytes() == publisher.root.read_bytes()
    assert not workshop.library.exists()


@pytest.mark.parametrize("data", [b"", b"{}", b'{"signatures": [], "signed": {"_type": "root"}}'])
def test_a_file_that_is_no_root_is_refused(tmp_path: Path, workshop: Workshop, data: bytes) -> None:
    (tmp_path / "root.json").write_bytes(data)

    with pytest.raises(ReleaseError, match=r"root\.json"):
        place_trust(tmp_path / "root.json", [ADDRESS], name="main", into=workshop.trust)


def test_metadata_of_another_role_is_no_root(publisher: Publisher, workshop: Workshop) -> None:
    publisher.release(records=edition(0))

    with pytest.raises(ReleaseError, match="not root"):
        place_trust(
            publisher.folder / "metadata" / "timestamp.json", [ADDRESS], name="main", into=workshop.trust
        )
