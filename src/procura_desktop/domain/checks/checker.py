"""All checks over a procurement, and over any text.

A criterion is looked at anew only when it has changed: items are frozen, so the same object has the same
findings. What concerns several criteria is looked at every time; it costs little.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from procura_desktop.domain.checks.clashes import Limit, check_conflicts, check_levels, check_limits, limit_of
from procura_desktop.domain.checks.dates import check_dates
from procura_desktop.domain.checks.duties import (
    ACCESSIBILITY,
    CLEAN_VEHICLE,
    ENERGY,
    check_accessibility,
    check_clean_vehicles,
    check_energy_efficiency,
    check_lots,
)
from procura_desktop.domain.checks.equivalents import check_names
from procura_desktop.domain.checks.facts import Facts
from procura_desktop.domain.checks.figures import check_open_places, check_slots
from procura_desktop.domain.checks.finding import SEVERITIES, Finding, Mend, called
from procura_desktop.domain.checks.languages import language_of_text
from procura_desktop.domain.checks.market import check_market, check_small_value
from procura_desktop.domain.checks.missing import Missing
from procura_desktop.domain.checks.prose import Hit, Passage, passage
from procura_desktop.domain.checks.rules import finding
from procura_desktop.domain.checks.scoring import check_free_choice, check_points, check_weights
from procura_desktop.domain.checks.subject import check_link, check_selection
from procura_desktop.domain.checks.vagueness import check_vague, check_wishes
from procura_desktop.domain.procurement import Item, Procurement
from procura_desktop.domain.references import Reference, references
from procura_desktop.domain.wording import parts_of, slot_states
from procura_desktop.phrases import phrase

_NO_PROOF = re.compile(
    r"\W*(?:none|n/?a|not applicable|nil|tb[cd]|to be (?:defined|decided|determined|agreed))?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What was seen of one item: its findings, and what the checks over all items need of it."""

    item: Item
    findings: tuple[Finding, ...]
    limit: Limit | None
    references: tuple[Reference, ...]
    accessible: bool
    clean: bool
    energy: bool


class Checker:
    """Checks one procurement again and again while it changes."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._missing = Missing(facts)
        self._seen: dict[str, _Seen] = {}
        self._language = ""  # of the procurement, where that of a text is not evident

    def check(self, procurement: Procurement) -> tuple[Finding, ...]:
        """Give all findings: the gravest first, then in the order of the documents."""
        self._read_in(procurement.head.language)
        self._seen = {item.id: self._known(item) or self._look(item) for item in procurement.items}
        found = [finding for seen in self._seen.values() for finding in seen.findings]
        found.extend(self._over_all(procurement))
        return tuple(sorted(found, key=lambda one: SEVERITIES.index(one.severity)))

    def prepare(self, procurement: Procurement, *, most: int) -> bool:
        """Look at the next items that are new or changed, `most` of them; say whether none is left.

        A window that checks a large procurement for the first time does so piece by piece.
        """
        self._read_in(procurement.head.language)
        new = [item for item in procurement.items if self._known(item) is None]
        for item in new[:most]:
            self._seen[item.id] = self._look(item)
        return len(new) <= most

    def _read_in(self, language: str) -> None:
        if language != self._language:
            self._language, self._seen = language, {}

    def _known(self, item: Item) -> _Seen | None:
        seen = self._seen.get(item.id)
        return seen if seen is not None and seen.item is item else None

    def _look(self, item: Item) -> _Seen:
        states = slot_states(item)
        text = "\n".join((item.title, *(text for _, text in parts_of(item.wording)))).lower()
        language = language_of_text(text) or self._language
        return _Seen(
            item=item,
            findings=(
                *_proof(item),
                *check_slots(item, states),
                *check_points(item),
                *self._wording(item, language),
            ),
            limit=limit_of(item, states),
            references=references(item),
            accessible=ACCESSIBILITY.search(text) is not None,
            clean=CLEAN_VEHICLE.search(text) is not None,
            energy=ENERGY.search(text) is not None or _energy_unit(item),
        )

    def _wording(self, item: Item, language: str) -> Iterator[Finding]:
        for part, text in parts_of(item.wording):
            cut = passage(text, kind=item.kind, part=part, language=language, own_words=True)
            for hit in hits(cut, self._facts):
                if hit.rule == "link" and item.link.strip():
                    continue
                yield _of_item(hit, item, part)

    def _over_all(self, procurement: Procurement) -> Iterator[Finding]:
        head, today, seen = procurement.head, self._facts.today, self._seen.values()
        yield from check_accessibility(head, demanded=any(one.accessible for one in seen))
        yield from check_lots(procurement, today)
        yield from check_dates(head.dates)
        yield from check_clean_vehicles(head, today, demanded=any(one.clean for one in seen))
        yield from check_energy_efficiency(head, today, demanded=any(one.energy for one in seen))
        yield from check_weights(procurement)
        yield from check_levels(procurement.items)
        yield from check_conflicts(procurement.items)
        yield from check_limits((one.item, one.limit) for one in seen if one.limit is not None)
        yield from self._missing.check((one.item, one.references) for one in seen)
        yield from check_market(procurement)
        yield from check_small_value(procurement)


def check_procurement(procurement: Procurement, *, facts: Facts) -> tuple[Finding, ...]:
    """Check a procurement once; who checks it again and again keeps a `Checker`."""
    return Checker(facts).check(procurement)


def hits(cut: Passage, facts: Facts, *, accepted: bool = False) -> Iterator[Hit]:
    """Give what all rules for text object to in a passage."""
    yield from check_open_places(cut)
    yield from check_names(cut, facts, accepted=accepted)
    if cut.part == "requirement":
        yield from check_vague(cut)
        yield from check_wishes(cut)
        yield from check_link(cut)
        yield from check_selection(cut)
        yield from check_free_choice(cut)


def _of_item(hit: Hit, item: Item, part: str) -> Finding:
    instead = Mend(
        action="replace", item=item.id, field=part, start=hit.start, expects=hit.words, text=hit.text
    )
    made = finding(
        hit.rule,
        hit.what,
        severity="think" if hit.soft else None,
        item=item.id,
        field=part,
        words=hit.words,
        mends=(instead,) if hit.text else (),
    )
    return replace(made, start=hit.start)


def _proof(item: Item) -> Iterator[Finding]:
    if item.kind == "SM":
        return
    if all(_NO_PROOF.fullmatch(text) for text in (item.wording.proof_tender, item.wording.proof_contract)):
        field = "proof_contract" if item.kind == "CPC" else "proof_tender"
        fill = Mend(action="fill", item=item.id, field=field)
        what = phrase("checks", "“{title}” has no proof.").of(title=called(item))
        yield finding("proof", what, item=item.id, field=field, mends=(fill,))


def _energy_unit(item: Item) -> bool:
    details = item.copied.record.criterion if item.copied else None
    return bool(details and details.property and details.property.unit in ("kWh", "W", "kWh/year", "lm/W"))
