"""The targets of a release: a pack, a delta from each release that it can start from, a change log."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tuf.api.metadata import TargetFile

from procura_desktop.library.delta import delta_bytes
from procura_desktop.library.entries import Entries, Facts
from procura_desktop.library.pack import PackError
from procura_desktop.library.packfile import pack_bytes, read_pack
from procura_desktop.progress import Progress, Silent
from procura_desktop.publish.changes import KEPT, Entry, Titles, compare, write_changes
from procura_desktop.publish.folder import TARGETS, Published
from procura_desktop.sync.client import BASE_DIGITS


@dataclass(frozen=True, slots=True)
class Base:
    """An earlier release whose pack is still there."""

    entry: Entry
    path: Path
    entries: Entries

    @property
    def titles(self) -> Titles:
        """Titles of its records by id."""
        return {record.id: record.title for record in self.entries.records}


@dataclass(slots=True)
class Draft:
    """Targets of a release that is being made: bytes, and what is signed of them, by name.

    Attributes:
        without: earlier releases that no delta leads from: their pack is gone, or the delta is no shorter.
    """

    entry: Entry
    data: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, TargetFile] = field(default_factory=dict)
    without: list[str] = field(default_factory=list)

    def add(self, name: str, data: bytes, custom: Mapping[str, object]) -> None:
        """Add one target."""
        target = TargetFile.from_data(name, data, ["sha256"])
        target.unrecognized_fields["custom"] = dict(custom)
        self.data[name], self.files[name] = data, target


def find_bases(folder: Path, before: Published) -> Iterator[Base]:
    """Give the earlier releases whose packs are there and sound, the newest first."""
    for entry in before.history[:KEPT]:
        for path in sorted((folder / TARGETS).glob(f"*.{entry.version}.pack")):
            try:
                entries, facts = read_pack(path, progress=Silent())
            except PackError:
                continue  # a draft that was never published
            if facts.digest == entry.digest:
                yield Base(entry, path, entries)
                break


def draft_release(
    lines: Mapping[str, bytes],
    facts: Facts,
    *,
    titles: Titles,
    note: str,
    before: Published | None,
    bases: Sequence[Base],
    progress: Progress,
) -> Draft:
    """Write all targets of a release; advances in targets.

    Raises:
        PackError: a record cannot be written.
        Cancelled: the user asked to stop.
    """
    draft = Draft(_entry(lines, facts, titles=titles, note=note, before=before, bases=bases))
    total = len(bases) + 2
    pack = pack_bytes(lines, facts)
    draft.add(f"{facts.version}.pack", pack, {"kind": "pack", **_custom(facts)})
    progress.advance(1, total)
    history = before.history if before is not None else ()
    starts = {base.entry.digest: base for base in reversed(bases)}  # of equal ones, the newest
    for done, old in enumerate(history[:KEPT], start=2):
        base = starts.get(old.digest)
        if base is None or (base.entry.version == old.version and not _add_delta(draft, lines, facts, base)):
            draft.without.append(old.version)
        progress.advance(min(done, total), total)
    log = write_changes((draft.entry, *history)[:KEPT])
    draft.add(f"{facts.version}.changes", log, {"kind": "changes"})
    progress.advance(total, total)
    return draft


def _add_delta(draft: Draft, lines: Mapping[str, bytes], facts: Facts, base: Base) -> bool:
    try:
        delta = delta_bytes(base.entries.lines, lines, facts)
    except PackError:  # so much has changed that the pack is the way
        return False
    if len(delta) >= draft.files[f"{facts.version}.pack"].length:
        return False
    custom = {"kind": "delta", "base": base.entry.digest[:BASE_DIGITS]}
    draft.add(f"{base.entry.version}-{facts.version}.delta", delta, custom)
    return True


def _custom(facts: Facts) -> dict[str, object]:
    return {
        "library": facts.name,
        "version": facts.version,
        "digest": facts.digest,
        "entries": facts.entries,
        "publisher": facts.publisher,
        "published": facts.published,
        "needs": facts.needs,
    }


def _entry(
    lines: Mapping[str, bytes],
    facts: Facts,
    *,
    titles: Titles,
    note: str,
    before: Published | None,
    bases: Sequence[Base],
) -> Entry:
    """Compare with the release before; where there is none, or its pack is gone, the lists are empty."""
    if before is None or not bases or bases[0].entry.version != before.facts.version:
        return Entry(version=facts.version, published=facts.published, digest=facts.digest, note=note)
    last = bases[0]
    return compare(facts, note, new=lines, titles=titles, old=last.entries.lines, old_titles=last.titles)
