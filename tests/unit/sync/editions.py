"""What publishers of these tests publish: small editions, honest ones and, signed all the same, others."""

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from tuf.api.metadata import TargetFile

from procura_desktop.domain.records import Record
from procura_desktop.library.entries import Facts, hashes_of, lines_of_content
from procura_desktop.library.pack import library_digest
from procura_desktop.library.packfile import pack_bytes
from procura_desktop.publish.folder import publish, published_in
from procura_desktop.publish.signing import Signing
from tests.factories import make_article
from tests.releases import Publisher, unlock

Targets = dict[str, TargetFile]


def today() -> date:
    """Give the day of the computer's clock, by which what is published expires."""
    return datetime.now(UTC).date()


def records(count: int = 30, *, edition: int = 1) -> list[Record]:
    """Give an edition: from one to the next two records differ, one is new and one is gone."""
    made = [
        make_article(
            f"guidance/a{number:03}", title=f"Article {number}", text=f"What to ask, part {number}. " * 12
        )
        for number in range(edition - 1, count + edition - 1)
    ]
    for number in range(1, edition):
        made[number] = replace(made[number], summary=f"Said better in edition {edition}.")
    return made


def copy_of(publisher: Publisher, to: Path) -> Path:
    """Copy the folder of a publisher, as it is now, to be kept or damaged."""
    return shutil.copytree(publisher.folder, to)


def sign_other(publisher: Publisher, edit: Callable[[Targets], None], *, on: date | None = None) -> None:
    """Publish what no honest publisher would, with good signatures: `edit` changes the list of targets."""
    before = published_in(publisher.folder, publisher.keys)
    assert before is not None
    targets = before.targets
    targets.version += 1
    edit(targets.targets)
    signing = Signing(publisher.keys, unlock=unlock, on=on or today(), published=before.root)
    publish(publisher.folder, publisher.keys, signing, before=before, targets=targets)


def put_target(publisher: Publisher, name: str, data: bytes, custom: Mapping[str, object]) -> TargetFile:
    """Put a file into the folder and give what metadata says of it."""
    target = TargetFile.from_data(name, data, ["sha256"])
    target.unrecognized_fields["custom"] = dict(custom)
    digest = hashlib.sha256(data).hexdigest()
    (publisher.folder / "targets" / f"{digest}.{name}").write_bytes(data)
    return target


def facts_for(lines: Mapping[str, bytes], *, version: str = "2030.1.1", name: str = "main") -> Facts:
    return Facts(
        name=name,
        version=version,
        publisher="City of Ghent",
        published=today().isoformat(),
        digest=library_digest(hashes_of(lines)),
        entries=len(lines),
        needs="0.1.0",
    )


def pack_custom(facts: Facts) -> dict[str, object]:
    return {
        "kind": "pack",
        "library": facts.name,
        **{name: getattr(facts, name) for name in ("version", "digest", "entries", "publisher")},
        "published": facts.published,
        "needs": facts.needs,
    }


def sign_lines(publisher: Publisher, lines: Mapping[str, bytes], *, facts: Facts | None = None) -> Facts:
    """Publish any lines as an edition without deltas, with good signatures."""
    facts = facts or facts_for(lines)
    data = pack_bytes(lines, facts)

    def edit(targets: Targets) -> None:
        targets.clear()
        name = "2030.1.1.pack"
        targets[name] = put_target(publisher, name, data, pack_custom(facts))

    sign_other(publisher, edit)
    return facts


def lines_of(content: Sequence[Record]) -> dict[str, bytes]:
    return lines_of_content(content, (), ())


def only(folder: Path, pattern: str) -> Path:
    """Give the one file of this pattern."""
    (found,) = folder.glob(pattern)
    return found


def archive_of(folder: Path, to: Path, *, method: int = zipfile.ZIP_STORED) -> Path:
    """Put a release folder into one file, as `mirror` does."""
    with zipfile.ZipFile(to, "w", method) as archive:
        for path in sorted(folder.rglob("*.*")):
            archive.write(path, path.relative_to(folder).as_posix())
    return to
