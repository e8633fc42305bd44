"""Names that lead elsewhere, in releases that are well signed."""

from dataclasses import replace

import pytest
from tuf.api.metadata import TargetFile

from procura_desktop.domain.records import Asset
from procura_desktop.errors import (
    ReleaseRejectedError,
)
from procura_desktop.library.entries import asset_line
from procura_desktop.library.pack import encode_record
from tests.factories import make_article
from tests.releases import Publisher
from tests.unit.sync.computer import Computer, everything_around, refused
from tests.unit.sync.editions import (
    Targets,
    facts_for,
    lines_of,
    records,
    sign_lines,
    sign_other,
)

REJECTED = ReleaseRejectedError


@pytest.mark.parametrize(
    "version",
    ["../../x", "/../../x", "/etc/x", "2030.1.1/../../../x", "..", "",
     "2030.1.1\0", "2030 1", "2030.1.1-x", "\uff19.1"],
    ids=repr,
)  # fmt: skip
def test_a_version_that_is_a_path_is_refused(computer: Computer, publisher: Publisher, version: str) -> None:
    (computer.place.folder / "main.json").unlink()  # a library of content, which is older than any version
    lines = lines_of(records(edition=3))
    sign_lines(publisher, lines, facts=replace(facts_for(lines), version=version))
    before = everything_around(computer)
    with refused(computer, "does not have the form of a release", kind=REJECTED):
        computer.update()
    assert everything_around(computer) - before <= {
        "data/library/main.lock",
        "data/library/main.updates.json",
    }


@pytest.mark.parametrize("digest", ["../../../x", "", "0" * 63, "G" * 64, "0" * 64 + "\n"], ids=repr)
def test_a_digest_that_is_a_path_is_refused(computer: Computer, publisher: Publisher, digest: str) -> None:
    def edit(targets: Targets) -> None:
        for target in targets.values():
            if target.custom["kind"] == "pack":
                target.custom["digest"] = digest

    sign_other(publisher, edit)
    with refused(computer, "does not have the form of a release", kind=REJECTED):
        computer.update()


@pytest.mark.parametrize(
    "name", ["../../x.pack", "/etc/x.pack", "a/b.pack", "..", ".pack", "a\\..\\b", "a" * 200, "C:x"], ids=repr
)
def test_a_target_whose_name_is_a_path_is_refused(
    computer: Computer, publisher: Publisher, name: str
) -> None:
    def edit(targets: Targets) -> None:
        for old, target in list(targets.items()):
            if target.custom["kind"] == "pack":
                del targets[old]
                targets[name] = TargetFile(
                    target.length, target.hashes, name, dict(target.unrecognized_fields)
                )

    sign_other(publisher, edit)
    before = everything_around(computer)
    with refused(computer, "which is no file of a release", kind=REJECTED):
        computer.update()
    assert everything_around(computer) - before <= {"data/library/main.updates.json"}


@pytest.mark.parametrize(
    "hashes",
    [{"sha256": "../../../x"}, {"sha256": ""}, {"sha512": "0" * 128}, {"sha256": "A" * 64}],
    ids=repr,
)
def test_a_hash_that_is_a_path_is_refused(
    computer: Computer, publisher: Publisher, hashes: dict[str, str]
) -> None:
    def edit(targets: Targets) -> None:
        for target in targets.values():
            target.hashes = hashes

    sign_other(publisher, edit)
    with refused(computer, "which is no file of a release", kind=REJECTED):
        computer.update()


@pytest.mark.parametrize(
    "name", ["../x", "/etc/x", "a/../../x", "", "asset:pictures/x.svg", "a\\b"], ids=repr
)
def test_a_record_whose_id_is_a_path_is_refused(computer: Computer, publisher: Publisher, name: str) -> None:
    line = encode_record(make_article(name))
    sign_lines(publisher, {name: line})
    with refused(computer, "no name of a record", kind=REJECTED):
        computer.update()


@pytest.mark.parametrize("path", ["../x.svg", "/etc/x.svg", "pictures/../../x.svg", "x.svg"])
def test_a_picture_whose_name_is_a_path_is_refused(
    computer: Computer, publisher: Publisher, path: str
) -> None:
    line = asset_line(Asset(path=path, media_type="image/svg+xml", data=b"<svg/>"))
    sign_lines(publisher, {f"asset:{path}": line})
    with refused(computer, "no name of a picture", kind=REJECTED):
        computer.update()
