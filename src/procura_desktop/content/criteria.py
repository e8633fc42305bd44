"""Criteria: one file holds every ambition level, its slots, its proofs and its reasons."""

import re
from collections.abc import Mapping
from typing import Literal, get_args

from procura_desktop.content.body import check_text
from procura_desktop.content.draft import Draft, plain
from procura_desktop.content.fields import Fields
from procura_desktop.content.groups import IMPACTS, STAGES
from procura_desktop.content.references import OFFICIAL
from procura_desktop.content.sections import (
    NOTE,
    POINTS,
    PROOF_CONTRACT,
    PROOF_TENDER,
    RATIONALE,
    REQUIREMENT,
    Section,
    split_sections,
)
from procura_desktop.content.slots import Slots, check_uses, read_slots, take_uses
from procura_desktop.domain.kinds import Confidence, CriterionKind
from procura_desktop.domain.records import (
    Burden,
    CriterionDetails,
    Direction,
    Impact,
    Level,
    Maturity,
    Origin,
    Property,
    Stage,
    WeightRange,
)
from procura_desktop.markup.render import Rendered, render

KINDS: tuple[CriterionKind, ...] = get_args(CriterionKind)
_ORIGINS: tuple[Origin, ...] = get_args(Origin)
MATURITIES: tuple[Maturity, ...] = get_args(Maturity)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
# The codes of eForms, as docs/content.md lists them.
ENVIRONMENTAL = ("biodiv-eco", "circ-econ", "clim-adapt", "clim-mitig", "other", "pollu-prev", "water-mar")
SOCIAL = ("acc-all", "et-eq", "gen-eq", "hum-right", "opp", "other", "work-cond")
INNOVATION = ("mar-nov", "proc-innov", "prod-innov", "rd-act")
_CODE = re.compile(r"[A-Z]{1,4}[0-9]*(?:[.-][0-9A-Za-z]+)*[a-z]?")
_LEVEL = re.compile(r"[a-z0-9][a-z0-9 -]*", re.IGNORECASE)
_HEAVIEST = 3


def read_criterion(draft: Draft, confidence: Confidence) -> CriterionDetails:
    """Read the fields and the body of a criterion."""
    fields = draft.fields
    kind = fields.choice("kind", KINDS, "TS", must=True)
    names = _levels(fields)
    slots = read_slots(draft, names, confidence)
    sections = split_sections(draft, names)
    texts = {title: take_uses(draft, slots, section) for title, section in sections.items()}
    check_uses(draft, slots)
    _check_sections(draft, sections, (kind, names))
    draft.anchors.update(_anchor(title) for title in sections)
    rendered = {
        title: check_text(draft, texts[title], section.line, slots=slots.fills(_level_of(title)))
        for title, section in sections.items()
    }
    html = {title: one.html for title, one in rendered.items()}
    stage, impact = _hotspot(fields)
    origin = fields.choice("origin", _ORIGINS, "own", must=True)
    return CriterionDetails(
        group=f"groups/{draft.place.names[1]}",
        part=draft.place.names[2] if len(draft.place.names) > 3 else "",
        code=_code(draft),
        code_checked=_code_checked(fields, origin, confidence),
        kind=kind,
        origin=origin,
        levels=_requirements(names, texts, slots, rendered, _level_codes(fields, names, confidence)),
        market_maturity=fields.choice("market_maturity", MATURITIES, "unknown", must=True),
        burden=_burden(fields),
        slots=slots.all(),
        proof_tender_html=html.get(PROOF_TENDER, ""),
        proof_contract_html=html.get(PROOF_CONTRACT, ""),
        rationale_html=html.get(RATIONALE, ""),
        points_html=html.get(POINTS, ""),
        note_html=html.get(NOTE, ""),
        follow_up=plain(fields.texts("follow_up")),
        hotspot_stage=stage,
        hotspot_impact=impact,
        labels=draft.ids("labels", "label"),
        legal_basis=plain(fields.texts("legal_basis")),
        environmental_impact=_codes(draft, "environmental_impact", ENVIRONMENTAL),
        social_objective=_codes(draft, "social_objective", SOCIAL),
        innovation=_codes(draft, "innovation", INNOVATION),
        cpv=draft.cpv(),
        property=_property(fields),
        conflicts_with=draft.ids("conflicts_with", "criterion"),
        weight=_weight(fields, kind),
        superseded_by=draft.ids("superseded_by", "criterion"),
    )


def _anchor(title: str) -> str:
    """Give the name of a section in links; the requirements of all levels are read in one place."""
    return title.partition(":")[0].lower().replace(" ", "-")


def _levels(fields: Fields) -> tuple[str, ...]:
    names = plain(fields.texts("levels"))
    if not names and not fields.is_mapping("levels"):
        fields.fault(
            "levels", "is missing or empty", "name each level, lowest ambition first: [core, comprehensive]"
        )
    for name in names:
        if not _LEVEL.fullmatch(name):
            fields.fault("levels", f"holds '{name}'", "write a level as a plain word, such as core")
    return names


def _code(draft: Draft) -> str:
    fields = draft.fields
    code = fields.text("code", must=True)
    name = draft.place.names[-1]
    start = re.sub(r"[^a-z0-9]+", "-", code.lower()).strip("-")
    if code and not _CODE.fullmatch(code):
        fields.fault("code", f"is '{code}'", "write capital letters and a number, such as TS6 or TS1.1")
    elif code and name != start and not name.startswith(f"{start}-"):
        fields.fault("code", f"is '{code}', but the file is '{name}.md'", f"name the file {start}-<name>.md")
    return code


def _code_checked(fields: Fields, origin: Origin, confidence: Confidence) -> bool:
    """Read whether the code was read: not in a criterion to be checked; our own is always right."""
    said = fields.flag("code_checked", default=True)
    return origin not in OFFICIAL or (said and confidence != "check")


def _level_codes(criterion: Fields, names: tuple[str, ...], confidence: Confidence) -> Mapping[str, str]:
    """Read the code of each level, for a source that numbers its levels apart."""
    fields = criterion.part("level_codes")
    if fields is None:
        return {}
    if confidence == "check":
        criterion.fault("level_codes", "states codes, but confidence is check", "delete it, or read them")
    codes = {name: fields.text(name, must=True) for name in names}
    for name, code in codes.items():
        if code and not _CODE.fullmatch(code):
            fields.fault(name, f"is '{code}'", "write capital letters and a number, such as TS6 or TS1.1")
    fields.finish()
    return codes


def _check_sections(
    draft: Draft, sections: Mapping[str, Section], of: tuple[CriterionKind, tuple[str, ...]]
) -> None:
    """Check that each level has a requirement, and that reasons and proofs are there."""
    kind, names = of
    log, line = draft.log, draft.body_line
    by_level = [name for name in names if f"{REQUIREMENT}: {name}" in sections]
    if REQUIREMENT in sections and by_level:
        log.fault(
            sections[REQUIREMENT].line - 1,
            "a requirement for all levels and one for a level",
            "keep one form",
        )
    elif REQUIREMENT not in sections:
        for name in names:
            if name not in by_level:
                log.fault(line, f"level '{name}' has no requirement", f"add '## {REQUIREMENT}: {name}'")
    if RATIONALE not in sections:
        log.fault(line, "the rationale is missing", f"add '## {RATIONALE}': which hotspot, why this level")
    if PROOF_TENDER not in sections and PROOF_CONTRACT not in sections:
        log.fault(line, "there is no proof", f"add '## {PROOF_TENDER}' or '## {PROOF_CONTRACT}'")
    if kind == "AC" and POINTS not in sections:
        log.fault(line, "an award criterion without points", f"add '## {POINTS}': how points are given")
    if kind != "AC" and POINTS in sections:
        log.fault(
            sections[POINTS].line - 1, f"points in a criterion of kind {kind}", "only kind AC has points"
        )


def _level_of(title: str) -> str | None:
    """Give the level that a section is for; None: for all."""
    return title.partition(": ")[2] or None


def _requirements(
    names: tuple[str, ...],
    texts: Mapping[str, str],
    slots: Slots,
    rendered: Mapping[str, Rendered],
    codes: Mapping[str, str],
) -> tuple[Level, ...]:
    """Give what each level asks; a text for all levels is rendered with the slots of each."""
    levels = []
    for name in names:
        own = rendered.get(f"{REQUIREMENT}: {name}") or render(
            texts.get(REQUIREMENT, ""), slots=slots.fills(name)
        )
        level = Level(
            name=name, requirement_html=own.html, requirement_text=own.text, code=codes.get(name, "")
        )
        levels.append(level)
    return tuple(levels)


def _hotspot(criterion: Fields) -> tuple[Stage | Literal[""], Impact | Literal[""]]:
    fields = criterion.part("hotspot")
    if fields is None:
        return "", ""
    stage = fields.choice("stage", STAGES, "use", must=True)
    impact = fields.choice("impact", IMPACTS, "climate", must=True)
    fields.finish()
    return stage, impact


def _burden(criterion: Fields) -> Burden:
    fields = criterion.part("burden", must=True)
    if fields is None:
        return Burden(level=1, why="")
    burden = Burden(
        level=fields.whole("level", must=True, least=1, most=_HEAVIEST), why=fields.text("why", must=True)
    )
    fields.finish()
    return burden


def _property(criterion: Fields) -> Property | None:
    fields = criterion.part("property")
    if fields is None:
        return None
    prop = Property(
        name=fields.text("name", must=True),
        direction=fields.choice("direction", DIRECTIONS, "at-least", must=True),
        unit=fields.text("unit", any_scalar=True),
    )
    fields.finish()
    return prop


def _weight(criterion: Fields, kind: CriterionKind) -> WeightRange | None:
    fields = criterion.part("weight")
    if fields is None:
        return None
    if kind != "AC":
        criterion.fault("weight", f"stands in a criterion of kind {kind}", "only kind AC has a weight")
    low, high = fields.number("min", must=True), fields.number("max", must=True)
    for name, share in (("min", low), ("max", high)):
        if share is not None and not 0 <= share <= 100:
            fields.fault(name, f"is {share:g}", "write a share in per cent, 0 to 100")
    if low is not None and high is not None and low > high:
        fields.fault("min", f"({low:g}) is above 'max' ({high:g})", "exchange them")
    fields.finish()
    return WeightRange(minimum=low or 0, maximum=high or 0)


def _codes(draft: Draft, name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    said = draft.fields.texts(name)
    for one in said:
        if one.text not in allowed:
            draft.log.fault(one.line, f"'{name}' holds '{one.text}'", f"use one of {', '.join(allowed)}")
    return plain(said)
