"""One procurement, some, or a whole workspace as a file for a colleague, and back.

A file is read and understood whole before anything is changed. What is new comes in; of what is there already
somebody decides, with the difference before them. Everything that comes in is written together or not at all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Literal

import msgspec

import procura_desktop
from procura_desktop.domain.procurement import Procurement
from procura_desktop.errors import (
    ExportError,
    ForeignFileError,
    ProcurementClosedError,
    ProcurementElsewhereError,
)
from procura_desktop.phrases import Phrase, phrase
from procura_desktop.progress import Progress
from procura_desktop.workspace.admission import Mended, admit, total
from procura_desktop.workspace.choosing import new_id
from procura_desktop.workspace.differences import Difference, differences
from procura_desktop.workspace.exchange_file import FORMAT, Kind, Manifest, read_file, write_file
from procura_desktop.workspace.exchange_part import PartError
from procura_desktop.workspace.exchange_parts import PARTS
from procura_desktop.workspace.procurements import Procurements, Stored
from procura_desktop.workspace.workspace import Workspace

Decision = Literal["mine", "theirs", "both"]
_PROCUREMENTS, _PARTS = "procurements/", "parts/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A procurement that a file holds, beside the one with its id that is here.

    Attributes:
        mine: None means that it is new here.
        conflicts: whether somebody has to decide.
        differences: from mine to theirs; () where they are the same or it is new.
    """

    theirs: Procurement
    mine: Stored | None
    conflicts: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A file, understood.

    Attributes:
        program: version that wrote it.
        made: when, an ISO time in UTC.
        parts: what travels beside the procurements, by name, as the part understood it.
        unknown: names of parts that this program does not know; they stay in the file.
        mended: what was put right.
    """

    kind: Kind
    program: str
    made: str
    procurements: tuple[Procurement, ...]
    parts: Mapping[str, object]
    unknown: tuple[str, ...]
    mended: tuple[Mended, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came in: procurements as they were (None is new) and as they are, and how much of each part."""

    procurements: tuple[tuple[Procurement | None, Procurement], ...]
    parts: Mapping[str, int]


def export_procurements(procurements: Iterable[Procurement], path: Path, *, now: datetime) -> None:
    """Write procurements into a file.

    Raises:
        ExportError: it cannot be written, or not be read again; what stood there is unchanged.
    """
    _export("procurement", tuple(procurements), {}, path, now)


def export_workspace(workspace: Workspace, path: Path, *, now: datetime) -> None:
    """Write all procurements, and what else travels, into a file.

    Raises:
        ExportError: it cannot be written, or not be read again; what stood there is unchanged.
        WorkspaceError: the workspace cannot be read.
    """
    with workspace.reading():  # of one moment: the window goes on meanwhile
        parts = {part.name: data for part in PARTS if (data := part.written(workspace))}
        held = tuple(Procurements(workspace).all())
    _export("workspace", held, parts, path, now)


def _export(
    kind: Kind, procurements: tuple[Procurement, ...], parts: Mapping[str, bytes], path: Path, now: datetime
) -> None:
    manifest = Manifest(
        format=FORMAT,
        program=procura_desktop.__version__,
        made=now.isoformat(timespec="seconds"),
        kind=kind,
        procurements=len(procurements),
        parts=tuple(parts),
    )
    entries = {
        f"{_PROCUREMENTS}{number:04}.json": msgspec.json.encode(one)
        for number, one in enumerate(procurements, start=1)
    }
    entries |= {f"{_PARTS}{name}.json": data for name, data in parts.items()}
    _refuse_unreadable(procurements, parts, path)
    write_file(path, manifest, entries)


def _refuse_unreadable(procurements: tuple[Procurement, ...], parts: Mapping[str, bytes], path: Path) -> None:
    """Refuse what `read_parcel` would refuse: nobody should find that out when the file is all there is."""
    for one in procurements:
        try:
            admit(one, path)
        except ForeignFileError as error:
            words = phrase(
                "details", "“{title}” could not be read from it again: {reason}; correct that first"
            )
            raise ExportError(
                path=path, detail=words.of(title=one.head.title, reason=error.detail)
            ) from error
    try:
        for name, data in parts.items():
            _part(name, data, path)
    except ForeignFileError as error:
        raise ExportError(path=path, detail=error.detail) from error


def read_parcel(path: Path, progress: Progress) -> Parcel:
    """Read a file and understand all of it; nothing is changed anywhere.

    Raises:
        ForeignFileError: it is refused; the message says why.
        Cancelled: the user asked to stop.
    """
    manifest, entries = read_file(path, progress)
    texts = {name: data for name, data in entries.items() if name.startswith(_PROCUREMENTS)}
    parts = {
        name.removeprefix(_PARTS).removesuffix(".json"): data
        for name, data in entries.items()
        if name.startswith(_PARTS)
    }
    if len(texts) != manifest.procurements or set(parts) != set(manifest.parts):
        raise ForeignFileError(
            path=path, detail=phrase("details", "something is missing in it, or does not belong to it")
        )
    admitted = [admit(_decoded(data, path), path) for data in texts.values()]
    procurements = tuple(one for one, _ in admitted)
    if len({one.id for one in procurements}) != len(procurements):
        raise ForeignFileError(path=path, detail=phrase("details", "two procurements in it have the same id"))
    known = {part.name: part for part in PARTS}
    return Parcel(
        kind=manifest.kind,
        program=manifest.program,
        made=manifest.made,
        procurements=procurements,
        parts={name: _part(name, data, path) for name, data in parts.items() if name in known},
        unknown=tuple(sorted(set(parts) - known.keys())),
        mended=total(mended for _, mended in admitted),
    )


def _decoded(data: bytes, path: Path) -> Procurement:
    try:
        return msgspec.json.decode(data, type=Procurement)
    except (msgspec.MsgspecError, ValueError, RecursionError, ArithmeticError) as error:
        raise ForeignFileError(
            path=path,
            detail=phrase("details", "a procurement in it makes no sense ({error})").of(error=error),
        ) from error


def _part(name: str, data: bytes, path: Path) -> object:
    try:
        return next(part for part in PARTS if part.name == name).checked(data)
    except PartError as error:
        raise ForeignFileError(
            path=path,
            detail=phrase("details", "the part {name} makes no sense ({error})").of(
                name=name, error=error.detail
            ),
        ) from error


def arrivals(
    parcel: Parcel, store: Procurements, *, say: Callable[[Phrase | str], str] = str
) -> tuple[Arrival, ...]:
    """Put what a file holds beside what is here; for `say` see `differences`.

    Raises:
        WorkspaceError: the workspace cannot be read.
    """
    here = {entry.id for entry in store.entries()}
    return tuple(
        _arrival(theirs, store.read(theirs.id) if theirs.id in here else None, say)
        for theirs in parcel.procurements
    )


def _arrival(theirs: Procurement, mine: Stored | None, say: Callable[[Phrase | str], str]) -> Arrival:
    if mine is None or theirs in (mine.procurement, _as_it_arrives(mine.procurement)):
        return Arrival(theirs=theirs, mine=mine, conflicts=False, differences=())
    found = differences(mine.procurement, theirs, say=say)
    return Arrival(theirs=theirs, mine=mine, conflicts=True, differences=found)


def _as_it_arrives(procurement: Procurement) -> Procurement:
    """Give what a file would bring of it: signs may stand in a text here that none brings along."""
    try:
        return admit(procurement, Path())[0]
    except ForeignFileError:
        return procurement


def bring_in(
    workspace: Workspace, parcel: Parcel, found: Iterable[Arrival], decisions: Mapping[str, Decision]
) -> Brought:
    """Bring in what is new and what was decided for; without a decision mine is kept.

    Raises:
        ProcurementClosedError: theirs should take the place of one that is closed; nothing was changed.
        ProcurementElsewhereError: one was saved elsewhere since `arrivals`; nothing was changed.
        WorkspaceError: the workspace cannot be written; nothing was changed.
    """
    store = Procurements(workspace)
    brought = []
    with workspace.transaction():
        for arrival in found:
            change = _brought(store, arrival, decisions.get(arrival.theirs.id, "mine"))
            brought += [change] if change is not None else []
        parts = {
            part.name: part.bring_in(workspace, parcel.parts[part.name])
            for part in PARTS
            if part.name in parcel.parts
        }
    return Brought(procurements=tuple(brought), parts=parts)


def _free_title(title: str, store: Procurements) -> str:
    """Give a title with the first number, from 2, that no procurement here has."""
    taken = {entry.title for entry in store.entries()}
    return next(free for number in count(2) if (free := f"{title} ({number})".strip()) not in taken)


def _brought(
    store: Procurements, arrival: Arrival, decision: Decision
) -> tuple[Procurement | None, Procurement] | None:
    mine, theirs = arrival.mine, arrival.theirs
    if mine is None:
        return None, store.add(theirs).procurement
    if not arrival.conflicts or decision == "mine":
        return None
    if decision == "both":
        head = replace(theirs.head, title=_free_title(theirs.head.title, store))
        return None, store.add(replace(theirs, id=new_id(), head=head)).procurement
    if mine.procurement.head.status == "closed":
        raise ProcurementClosedError(title=mine.procurement.head.title)
    if store.read(theirs.id) != mine:
        raise ProcurementElsewhereError(title=mine.procurement.head.title)
    return mine.procurement, store.save(theirs, before=mine).procurement
