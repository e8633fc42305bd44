"""From a folder of Markdown to the records of a library: a pure function of the files and of today.

Every fault of every file is collected; a file with faults makes no record, and the others are still checked.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType
from typing import Any

from procura_desktop.content.articles import read_article
from procura_desktop.content.body import read_body
from procura_desktop.content.cases import read_case
from procura_desktop.content.criteria import read_criterion
from procura_desktop.content.draft import Draft
from procura_desktop.content.faults import Fault, FaultLog, in_order
from procura_desktop.content.fields import Fields
from procura_desktop.content.frontmatter import decode, read_front_matter
from procura_desktop.content.groups import read_group
from procura_desktop.content.head import Head, read_head
from procura_desktop.content.offers import read_event, read_label, read_organisation
from procura_desktop.content.passages import passages
from procura_desktop.content.pictures import read_pictures
from procura_desktop.content.place import Place, find_places
from procura_desktop.content.references import check_references
from procura_desktop.content.relations import check_doubles, check_islands
from procura_desktop.content.structure import check_structure
from procura_desktop.content.synonyms import read_synonyms
from procura_desktop.content.terms import read_term
from procura_desktop.content.wording import LabelNames, check_wording
from procura_desktop.content.words import criterion_text
from procura_desktop.domain.kinds import RecordKind
from procura_desktop.domain.records import Asset, Record

_READERS: dict[RecordKind, Callable[[Draft], object]] = {
    "article": read_article,
    "group": read_group,
    "case": read_case,
    "term": read_term,
    "label": read_label,
    "organisation": read_organisation,
    "event": read_event,
}


PARALLEL_FROM = 300  # files; below, starting processes would take longer than reading
CHUNK = 16


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a folder of content gives: records sorted by id, assets by path, faults by file and line.

    Each of the `synonyms` is a list of words that mean the same.
    """

    records: tuple[Record, ...]
    assets: tuple[Asset, ...]
    faults: tuple[Fault, ...]
    synonyms: tuple[tuple[str, ...], ...] = ()

    @property
    def sound(self) -> bool:
        """Whether a library may be built: warnings do not count."""
        return all(fault.warning for fault in self.faults)


def compile_content(
    root: Path, *, today: date, beside: Mapping[str, RecordKind] = MappingProxyType({})
) -> Compiled:
    """Read and check everything below `root`, which holds a folder for the language, and ``pictures``.

    `beside` are the records, by id, of the library that this one is read beside; texts may name them.
    """
    places, misplaced = find_places(root)
    assets, pictures, unusable = read_pictures(root)
    synonyms, in_synonyms = read_synonyms(root)
    read = _read_all(places, today)
    drafts = [draft for _, draft in read if draft is not None]
    _check_words(drafts)
    faults = [*misplaced, *unusable, *in_synonyms.faults]
    faults += [fault for log, _ in read for fault in log.faults]
    faults += check_references(drafts, places=places, pictures=pictures, beside=beside)
    faults += [*check_islands(drafts), *check_doubles(drafts)]
    wrong = {fault.path for fault in faults if not fault.warning}
    records = {
        draft.record.id: draft.record
        for draft in drafts
        if draft.record is not None and draft.log.path not in wrong
    }
    return Compiled(
        records=tuple(records[key] for key in sorted(records)),
        assets=tuple(sorted(assets, key=lambda asset: asset.path)),
        faults=in_order(faults),
        synonyms=synonyms,
    )


def _read_all(places: Sequence[Place], today: date) -> list[tuple[FaultLog, Draft | None]]:
    """Read every file; many of them in processes of their own, since reading is work for a processor."""
    read = partial(_read_place, today=today)
    if len(places) < PARALLEL_FROM:
        return list(map(read, places))
    # "spawn" starts afresh: a copy of a process that has threads could stand still.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(pool.map(read, places, chunksize=CHUNK))


def _read_place(place: Place, *, today: date) -> tuple[FaultLog, Draft | None]:
    """Read one file and keep of it what can go from one process to another."""
    log = FaultLog(place.shown)
    draft = _read(place, log, today)
    if draft is not None:
        passages(draft)
        draft.fields.forget_values()
    return log, draft


def _check_words(drafts: list[Draft]) -> None:
    labels = LabelNames.of(draft.record for draft in drafts if draft.record is not None)
    for draft in drafts:
        if draft.record is not None:
            check_wording(draft, draft.record, labels)


def _read(place: Place, log: FaultLog, today: date) -> Draft | None:
    """Read one file; None when it cannot even be taken apart."""
    try:
        data = place.file.read_bytes()
    except OSError as error:
        log.fault(1, f"the file cannot be read: {error.strerror}", "check its permissions")
        return None
    text = decode(data, log)
    parts = read_front_matter(text, log) if text is not None else None
    if parts is None:
        return None
    fields = Fields(parts.fields, log, line=1)
    draft = Draft(place, log, fields, parts.body, parts.body_line, today)
    record = _record(draft, read_head(draft))
    check_structure(draft)
    fields.finish()
    draft.record = None if log.failed else record
    return draft


def _record(draft: Draft, head: Head) -> Record:
    kind = draft.place.kind
    shared: dict[str, Any] = {field: getattr(head, field) for field in Head.__slots__}
    shared |= {"id": draft.place.id, "kind": kind, "language": draft.place.language}
    if kind == "criterion":
        criterion = read_criterion(draft, head.confidence)
        draft.code = criterion.code
        return Record(**shared, criterion=criterion, text=criterion_text(criterion))
    details = _READERS[kind](draft)
    rendered = read_body(draft)
    if kind == "term" and not head.summary:
        shared["summary"] = draft.fields.text("definition")
    shared[kind] = details
    return Record(**shared, html=rendered.html, text=rendered.text)
