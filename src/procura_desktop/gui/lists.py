"""What stands in the lists beside the reader: records of the library as cards."""

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.kinds import RecordKind
from procura_desktop.gui.card import Card
from procura_desktop.gui.countries import country_name
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.words import guidance_list_name, kind_name, step_name
from procura_desktop.library.books import Books
from procura_desktop.library.read import Brief

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


def guidance_cards(library: Books, name: str, origins: Origins) -> tuple[Card, ...]:
    """Give guidance, law or checklists in the order of the work, or labels, organisations, events by name."""
    return tuple(_card(brief, _guidance_kicker(brief), origins) for brief in _briefs_of(library, name))


def guidance_chips(library: Books) -> tuple[tuple[str, str], ...]:
    """Give a chip for each list that holds something, with its count."""
    counts = ((name, len(_briefs_of(library, name))) for name in GUIDANCE_LISTS)
    return tuple((name, f"{guidance_list_name(name)} {count}") for name, count in counts if count)


def _briefs_of(library: Books, name: str) -> tuple[Brief, ...]:
    kind = next((kind for kind in LIST_OF_KIND if kind == name), None)
    return library.briefs(kind=kind) if kind else library.briefs(kind="article", section=name)


def case_cards(library: Books, group: str, origins: Origins) -> tuple[Card, ...]:
    """Give the cases, of one product group or of all ("")."""
    briefs = library.briefs(kind="case", group=group)
    return tuple(_card(brief, case_detail(brief.detail), origins) for brief in briefs)


def case_detail(detail: str) -> str:
    """Write "BE · 2018-2019" with the name of the country."""
    code, dot, years = detail.partition(" · ")
    return country_name(code) + dot + years.replace("-", "–")


def group_choices(library: Books) -> tuple[tuple[str, str], ...]:
    """Give "all" and an entry for each product group that has cases."""
    chips = [("", translate("lists", "All product groups"))]
    for group in library.briefs(kind="group"):
        count = len(library.briefs(kind="case", group=group.id))
        if count:
            chips.append((group.id, f"{group.title} ({count})"))
    return tuple(chips)


def glossary_cards(library: Books, origins: Origins) -> tuple[Card, ...]:
    """Give the terms by name."""
    return tuple(
        _card(brief, "", origins, title=brief.title + (f" ({brief.detail})" if brief.detail else ""))
        for brief in library.briefs(kind="term")
    )


def criteria_cards(library: Books, group: str, origins: Origins) -> tuple[Card, ...]:
    """Give the criteria of a product group in their order."""
    briefs = library.briefs(kind="criterion", group=group)
    return tuple(_card(brief, brief.detail, origins) for brief in briefs)


def _guidance_kicker(brief: Brief) -> str:
    return step_name(brief.step) if brief.step else brief.detail or kind_name(brief.kind)


def _card(brief: Brief, kicker: str, origins: Origins, *, title: str = "") -> Card:
    whose, origin = origins.mention(brief.library), origins.sentence(brief.library)
    return Card(brief.id, kicker, title or brief.title, brief.summary, whose=whose, origin=origin)
