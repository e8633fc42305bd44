"""What can only be checked once every file was read: where things lead, and what must be unique."""

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from procura_desktop.content.draft import Draft, Reference
from procura_desktop.content.faults import Fault
from procura_desktop.content.place import Place
from procura_desktop.domain.kinds import RecordKind

OFFICIAL = ("eu", "national")  # origins of criteria that follow a published document
_KINDS = {
    "article": "an article",
    "event": "an event",
    "organisation": "an organisation",
    "group": "a product group",
}


def check_references(
    drafts: Sequence[Draft],
    *,
    places: Sequence[Place],
    pictures: Collection[str],
    beside: Mapping[str, RecordKind] = MappingProxyType({}),
) -> Iterator[Fault]:
    """Name what leads to nothing, codes used twice, and parts and groups that do not exist.

    `places` are those of all files, also of those too broken for a draft: a link to one is sound. `beside`
    are the records, by id, of the library that this one is read beside; they may be named too.
    """
    known = {place.id: place for place in places}
    by_id = {draft.place.id: draft for draft in drafts}
    ids = sorted({*known, *beside})
    elsewhere = say_elsewhere(beside)
    for draft in drafts:
        for reference in draft.references:
            if reference.target in beside and reference.target not in known:
                fault = _wrong_kind(reference, reference.target, beside[reference.target])
            else:
                fault = _wrong(draft, reference, known, ids, elsewhere) or _no_section(
                    draft, reference, by_id
                )
            if fault is not None:
                yield Fault(draft.log.path, reference.line, *fault)
        for use in draft.pictures:
            if use.path not in pictures:
                yield Fault(
                    draft.log.path,
                    use.line,
                    f"picture '{use.path}' is missing",
                    "put the file there, or correct the name",
                )
    yield from _check_groups(drafts, {*known, *beside}, by_id, elsewhere)
    yield from _check_codes(drafts)
    yield from _check_documents(drafts, by_id)


def say_elsewhere(beside: Collection[str]) -> str:
    """Say how a record of another library can be named, where none is read beside this content."""
    return "" if beside else "; if another library has it, add --beside with the file of that library"


def _wrong(
    draft: Draft, reference: Reference, known: Mapping[str, Place], ids: Sequence[str], elsewhere: str
) -> tuple[str, str] | None:
    target = reference.target or draft.place.id
    place = known.get(target)
    if place is None:
        near = difflib.get_close_matches(target, ids, n=1, cutoff=0.75)
        instead = (
            f"did you mean '{near[0]}'?"
            if near
            else f"write that record, or an id as it is under {_root(draft)}{elsewhere}"
        )
        return f"{reference.said} leads to '{target}', which does not exist", instead
    wrong_kind = _wrong_kind(reference, target, place.kind)
    if wrong_kind is not None:
        return wrong_kind
    if reference.said != "the link" and target == draft.place.id:
        return f"{reference.said} names the record itself", "delete it"
    return None


def _wrong_kind(reference: Reference, target: str, kind: RecordKind) -> tuple[str, str] | None:
    if not reference.kinds or kind in reference.kinds:
        return None
    found, wanted = (_KINDS.get(one, f"a {one}") for one in (kind, reference.kinds[0]))
    return f"{reference.said} names '{target}', which is {found}", f"name {wanted}"


def _no_section(draft: Draft, reference: Reference, by_id: Mapping[str, Draft]) -> tuple[str, str] | None:
    target = by_id.get(reference.target or draft.place.id)
    if not reference.section or target is None or reference.section in target.anchors:
        return None
    anchors = ", ".join(f"#{anchor}" for anchor in sorted(target.anchors)) or "no headings"
    what = f"the link leads to '#{reference.section}', which '{target.place.id}' does not have"
    return what, f"it has {anchors}"


def _check_groups(
    drafts: Sequence[Draft], known: Collection[str], by_id: Mapping[str, Draft], elsewhere: str
) -> Iterator[Fault]:
    for draft in (one for one in drafts if one.place.kind == "criterion"):
        _, folder, *more, _ = draft.place.names
        group = by_id.get(f"groups/{folder}")
        if f"groups/{folder}" not in known:
            what = f"the product group 'groups/{folder}' does not exist"
            instead = f"write {_root(draft)}/groups/{folder}.md, or move this file{elsewhere}"
            yield Fault(draft.log.path, 1, what, instead)
        elif more and group is not None and group.record is not None and group.record.group is not None:
            parts = [part.name for part in group.record.group.parts]
            if more[0] not in parts:
                instead = f"declare it under 'parts' in {group.log.path}"
                yield Fault(
                    draft.log.path, 1, f"part '{more[0]}' is not declared in groups/{folder}", instead
                )


def _check_codes(drafts: Sequence[Draft]) -> Iterator[Fault]:
    first: dict[tuple[tuple[str, ...], str], Draft] = {}
    for draft in (one for one in drafts if one.place.kind == "criterion"):
        code = draft.code
        if not code:
            continue
        other = first.setdefault((draft.place.names[:-1], code.casefold()), draft)
        if other is not draft:
            what = f"code '{code}' stands twice in {'/'.join(draft.place.names[1:-1])}"
            yield Fault(
                draft.log.path, draft.fields.line("code"), what, f"{other.log.path} has it; choose another"
            )


def _check_documents(drafts: Sequence[Draft], by_id: Mapping[str, Draft]) -> Iterator[Fault]:
    """Ask for the official document of every group that has criteria of somebody else."""
    official = {
        record.criterion.group
        for record in (draft.record for draft in drafts)
        if record is not None and record.criterion is not None and record.criterion.origin in OFFICIAL
    }
    for draft in (by_id[group] for group in sorted(official & by_id.keys())):
        group = draft.record.group if draft.record is not None else None
        if group is not None and group.official_document is None:
            what = "'official_document' is missing, but criteria of this group are official"
            yield Fault(draft.log.path, 1, what, "add it; docs/content.md says what it holds")


def _root(draft: Draft) -> str:
    return draft.log.path.removesuffix(f"/{draft.place.id}.md")
