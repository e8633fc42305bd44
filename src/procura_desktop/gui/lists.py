"""What stands in the lists beside the reader: records of the library as cards."""

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.kinds import RecordKind
from procura_desktop.gui.card import Card
from procura_desktop.gui.reader.details import country_name
from procura_desktop.gui.words import guidance_list_name, kind_name, step_name
from procura_desktop.library.read import Brief, Library

translate = QCoreApplication.translate
# The lists of the guidance page: sections of articles, then kinds.
GUIDANCE_LISTS: tuple[str, ...] = ("guidance", "law", "checklists", "label", "organisation", "event")
LIST_OF_KIND: dict[RecordKind, str] = {
    "article": "guidance",
    "label": "guidance",
    "organisation": "guidance",
    "event": "guidance",
    "case": "cases",
    "term": "glossary",
    "criterion": "criteria",
}


def guidance_list_of(kind: RecordKind, section: str) -> str:
    """Give the list of the guidance page in which a record stands."""
    return section if kind == "article" and section in GUIDANCE_LISTS else kind


def guidance_cards(library: Library, name: str) -> tuple[Card, ...]:
    """Give guidance, law or checklists in the order of the work, or labels, organisations, events by name."""
    return tuple(map(_guidance_card, _briefs_of(library, name)))


def guidance_chips(library: Library) -> tuple[tuple[str, str], ...]:
    """Give a chip for each list that holds something, with its count."""
    counts = ((name, len(_briefs_of(library, name))) for name in GUIDANCE_LISTS)
    return tuple((name, f"{guidance_list_name(name)} {count}") for name, count in counts if count)


def _briefs_of(library: Library, name: str) -> tuple[Brief, ...]:
    kind = next((kind for kind in LIST_OF_KIND if kind == name), None)
    return library.briefs(kind=kind) if kind else library.briefs(kind="article", section=name)


def case_cards(library: Library, group: str) -> tuple[Card, ...]:
    """Give the cases, of one product group or of all ("")."""
    briefs = library.briefs(kind="case", group=group)
    return tuple(Card(brief.id, case_detail(brief.detail), brief.title, brief.summary) for brief in briefs)


def case_detail(detail: str) -> str:
    """Write "BE · 2018-2019" with the name of the country."""
    code, dot, years = detail.partition(" · ")
    return country_name(code) + dot + years.replace("-", "–")


def group_choices(library: Library) -> tuple[tuple[str, str], ...]:
    """Give "all" and an entry for each product group that has cases."""
    chips = [("", translate("lists", "All product groups"))]
    for group in library.briefs(kind="group"):
        count = len(library.briefs(kind="case", group=group.id))
        if count:
            chips.append((group.id, f"{group.title} ({count})"))
    return tuple(chips)


def glossary_cards(library: Library) -> tuple[Card, ...]:
    """Give the terms by name."""
    return tuple(
        Card(brief.id, "", brief.title + (f" ({brief.detail})" if brief.detail else ""), brief.summary)
        for brief in library.briefs(kind="term")
    )


def criteria_cards(library: Library, group: str) -> tuple[Card, ...]:
    """Give the criteria of a product group in their order."""
    briefs = library.briefs(kind="criterion", group=group)
    return tuple(Card(brief.id, brief.detail, brief.title, brief.summary) for brief in briefs)


def _guidance_card(brief: Brief) -> Card:
    kicker = step_name(brief.step) if brief.step else brief.detail or kind_name(brief.kind)
    return Card(brief.id, kicker, brief.title, brief.summary)
