"""Product groups: what they cover, where their impact lies, and which official document they follow."""

import re
from typing import get_args

from procura_desktop.content.draft import Draft, plain
from procura_desktop.content.fields import Fields
from procura_desktop.content.terms import read_translations
from procura_desktop.domain.records import (
    Basis,
    DocumentStatus,
    GroupDetails,
    Hotspot,
    HotspotLevel,
    Impact,
    OfficialDocument,
    Part,
    Stage,
)

STAGES: tuple[Stage, ...] = get_args(Stage)
IMPACTS: tuple[Impact, ...] = get_args(Impact)
_LEVELS: tuple[HotspotLevel, ...] = get_args(HotspotLevel)
_BASES: tuple[Basis, ...] = get_args(Basis)
_STATUSES: tuple[DocumentStatus, ...] = get_args(DocumentStatus)
_PART_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_MOST_TOP_CRITERIA = 3


def read_group(draft: Draft) -> GroupDetails:
    """Read the fields of a product group."""
    fields = draft.fields
    return GroupDetails(
        official_document=_document(fields),
        cpv=draft.cpv(),
        hotspots=tuple(_hotspot(one) for one in fields.parts("hotspots")),
        hotspots_basis=_basis(fields, "hotspots"),
        cost_drivers=plain(fields.texts("cost_drivers")),
        top_criteria=_top_criteria(draft),
        top_criteria_basis=_basis(fields, "top_criteria"),
        parts=_parts(fields),
        order=fields.whole("order"),
        translations=read_translations(fields),
    )


def _document(group: Fields) -> OfficialDocument | None:
    """Read which document a set follows; references.py asks for one where a criterion is official."""
    fields = group.part("official_document")
    if fields is None:
        return None
    document = OfficialDocument(
        title=fields.text("title", must=True),
        url=fields.web("url", must=True),
        status=fields.choice("status", _STATUSES, "current", must=True),
        number=fields.text("number", any_scalar=True),
        date=fields.text("date", any_scalar=True),
    )
    fields.finish()
    return document


def _hotspot(fields: Fields) -> Hotspot:
    hotspot = Hotspot(
        stage=fields.choice("stage", STAGES, "use", must=True),
        impact=fields.choice("impact", IMPACTS, "climate", must=True),
        level=fields.choice("level", _LEVELS, "low", must=True),
        note=fields.text("note"),
    )
    fields.finish()
    return hotspot


def _basis(fields: Fields, name: str) -> Basis:
    """Read who says so; whoever states something must state that too."""
    return fields.choice(f"{name}_basis", _BASES, "judgement", must=fields.has(name))


def _top_criteria(draft: Draft) -> tuple[str, ...]:
    ids = draft.ids("top_criteria", "criterion")
    own = f"criteria/{draft.place.names[1]}/"
    if len(ids) > _MOST_TOP_CRITERIA:
        draft.fields.fault("top_criteria", f"names {len(ids)} criteria", "keep the three that matter most")
    for wrong in (one for one in ids if one.startswith("criteria/") and not one.startswith(own)):
        draft.fields.fault("top_criteria", f"names '{wrong}' of another group", f"name criteria of {own}")
    return ids


def _parts(group: Fields) -> tuple[Part, ...]:
    fields = group.part("parts")
    if fields is None:
        return ()
    parts = []
    for name in fields.names():
        if not _PART_NAME.fullmatch(name):
            fields.fault(name, "is no name for a path", "use small letters, digits and hyphens")
        parts.append(Part(name=name, title=fields.text(name, must=True, any_scalar=True)))
    return tuple(parts)
