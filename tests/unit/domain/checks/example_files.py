"""Reads the examples of the checks: sentences, and small procurements written as tables."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from procura_desktop.domain.checks.checker import check_procurement
from procura_desktop.domain.checks.document import check_paragraphs, paragraphs_of
from procura_desktop.domain.checks.facts import Facts, LabelFact
from procura_desktop.domain.checks.finding import Finding
from procura_desktop.domain.procurement import (
    Award,
    Confirmation,
    Copied,
    Dates,
    Head,
    Item,
    Lot,
    Procurement,
    Share,
    SlotEntry,
    Wording,
)
from procura_desktop.domain.records import (
    Burden,
    CriterionDetails,
    Level,
    Property,
    Record,
    Slot,
    SlotValue,
)
from tests.factories import make_criterion

FOLDER = Path(__file__).parent / "examples"
FACTS = Facts(
    labels=(LabelFact(id="labels/blue-angel", names=("Blue Angel",), type="type-i"),), today="2026-11-29"
)
HEADINGS = {
    "": "",
    "SC": "Selection criteria\n",
    "AC": "Award criteria\n",
    "TS": "Technical specifications\n",
}
PROOF = "A test report of an accredited body."
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example: what stands in the file, and whether the rule has to find something in it."""

    rule: str
    finds: bool
    kind: str
    told: str | Table

    def findings(self) -> tuple[Finding, ...]:
        """Give what all rules find in it."""
        if isinstance(self.told, str):
            return check_text(HEADINGS[self.kind] + self.told, facts=FACTS)
        return check_procurement(procurement_of(self.told, self.kind), facts=FACTS)

    def is_found(self) -> bool:
        """Say whether the rule found something."""
        return any(finding.rule == self.rule for finding in self.findings())


def check_text(text: str, *, facts: Facts) -> tuple[Finding, ...]:
    """Check pasted text, a line a paragraph."""
    return check_paragraphs(paragraphs_of(text), facts=facts)


def read_examples() -> list[Example]:
    """Read all files."""
    return [example for path in sorted(FOLDER.glob("*.toml")) for example in _read(path)]


def _read(path: Path) -> list[Example]:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        Example(rule=told["rule"], finds=finds, kind=told.get("kind", ""), told=one)
        for key, finds in (("true", True), ("false", False))
        for one in told[key]
    ]


def procurement_of(told: Table, kind: str = "") -> Procurement:
    """Make the procurement of an example; one that has no items is a single criterion."""
    whole: Table = told if "items" in told or "head" in told else {"items": [{"kind": kind or "TS", **told}]}
    return Procurement(
        id="example",
        head=_head(whole.get("head", {})),
        lots=tuple(Lot(id=lot, title=lot) for lot in whole.get("lots", ())),
        items=tuple(_item(at, one) for at, one in enumerate(whole.get("items", ()))),
        award=_award(whole.get("award")),
    )


def _head(told: Table) -> Head:
    known = {"people_use": "no", "no_lots": "One product, one delivery.", **told}
    known["cpv"] = tuple(known.get("cpv", ()))
    known["dates"] = Dates(**known.get("dates", {}))
    if "value" in known:
        known["value"] = Decimal(str(known["value"]))
    return Head(title="Example", **known)


def _award(told: Table | None) -> Award:
    if told is None:
        return Award(price=Share(weight=Decimal(100)))
    share = Share(weight=_decimal(told, "price"), most=_decimal(told, "most"))
    rest = {name: told[name] for name in ("weighting", "order_reason") if name in told}
    return Award(price=share, **rest)


def _decimal(told: Table, name: str) -> Decimal | None:
    return Decimal(str(told[name])) if name in told else None


def _item(at: int, told: Table) -> Item:
    wording = Wording(
        requirement=told.get("text", "The product shall have a part of metal."),
        proof_tender=told.get("proof", PROOF),
        proof_contract=told.get("contract", ""),
        points=told.get("points", "Best: 10. Worst: 0." if told.get("kind") == "AC" else ""),
    )
    item = Item(
        id=f"item-{at}",
        kind=told.get("kind", "TS"),
        title=f"Criterion {at}",
        wording=wording,
        lots=tuple(told.get("lots", ())),
        link=told.get("link", ""),
        share=Share(
            weight=_decimal(told, "weight"), most=_decimal(told, "most"), minimum=_decimal(told, "minimum")
        )
        if told.get("kind") == "AC"
        else Share(),
    )
    if not {"record", "maturity", "burden", "slots", "property", "conflicts", "level"} & set(told):
        return item
    record = _record(at, told)
    return replace(
        item,
        level=told.get("level", "core"),
        original=replace(wording, requirement=told.get("original", wording.requirement)),
        copied=Copied(library="main", edition="2026.11.1", publisher="", record=record),
        slots=tuple(SlotEntry(name=name, value=value) for name, value in told.get("own", {}).items()),
        confirmed=_confirmed(told.get("confirmed", ""), record),
    )


def _record(at: int, told: Table) -> Record:
    name, direction, unit = told.get("property", ("", "yes-no", ""))
    details = CriterionDetails(
        group="groups/examples",
        part="",
        code=f"TS{at}",
        kind=told.get("kind", "TS"),
        origin="own",
        levels=tuple(
            Level(name=n, requirement_html="", requirement_text="") for n in ("core", "comprehensive")
        ),
        market_maturity=told.get("maturity", "common"),
        burden=Burden(level=told.get("burden", 1), why=""),
        slots=tuple(_slot(name, value, told) for name, value in told.get("slots", {}).items()),
        property=Property(name=name, direction=direction, unit=unit) if name else None,
        conflicts_with=tuple(told.get("conflicts", ())),
    )
    record = make_criterion(told.get("record", f"criteria/examples/ts{at}"))
    return replace(record, version=2, confidence=told.get("confidence", "check"), criterion=details)


def _slot(name: str, value: str, told: Table) -> Slot:
    level = told.get("level", "core")
    return Slot(
        name=name,
        label=name.replace("_", " ").capitalize()
        + (" (our suggestion)" if name in told.get("ours", ()) else ""),
        values=(SlotValue(level=level, value=value),),
        unit=told.get("unit", ""),
        minimum=told["minimum"] if "minimum" in told and told.get("kind") != "AC" else None,
        maximum=told.get("maximum"),
        checked=told.get("checked", True),
    )


def _confirmed(told: str, record: Record) -> Confirmation | None:
    if not told:
        return None
    return Confirmation(
        by="A. Buyer",
        on="2026-11-29",
        document="EU criteria",
        page="12",
        record_id="criteria/examples/other" if told == "other record" else record.id,
        record_version=1 if told == "other version" else record.version,
    )
