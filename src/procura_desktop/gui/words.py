"""The translated words for the codes that records carry."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.domain.kinds import Confidence, CriterionKind, RecordKind, Sort

if TYPE_CHECKING:
    from decimal import Decimal

translate = QCoreApplication.translate


def sort_name(sort: Sort) -> str:
    """Name an order of search results."""
    return {
        "relevance": translate("words", "Best first"),
        "newest": translate("words", "Newest first"),
        "group": translate("words", "By product group"),
    }[sort]


def guidance_list_name(name: str) -> str:
    """Name one of the lists of the guidance page."""
    return {
        "guidance": translate("words", "Guidance"),
        "law": translate("words", "Law"),
        "checklists": translate("words", "Checklists"),
        "label": translate("words", "Labels"),
        "organisation": translate("words", "Organisations"),
        "event": translate("words", "Events"),
    }[name]


def kind_name(kind: RecordKind) -> str:
    """Name one record of a kind."""
    return {
        "article": translate("words", "Guidance"),
        "group": translate("words", "Product group"),
        "criterion": translate("words", "Criterion"),
        "case": translate("words", "Case"),
        "term": translate("words", "Term"),
        "label": translate("words", "Label"),
        "organisation": translate("words", "Organisation"),
        "event": translate("words", "Event"),
    }[kind]


def kinds_name(kind: RecordKind) -> str:
    """Name the records of a kind."""
    return {
        "article": translate("words", "Guidance"),
        "group": translate("words", "Product groups"),
        "criterion": translate("words", "Criteria"),
        "case": translate("words", "Cases"),
        "term": translate("words", "Terms"),
        "label": translate("words", "Labels"),
        "organisation": translate("words", "Organisations"),
        "event": translate("words", "Events"),
    }[kind]


def step_name(step: str) -> str:
    """Name a step of the work; an unknown one names itself."""
    return {
        "policy": translate("words", "Policy and targets"),
        "need": translate("words", "What do we need?"),
        "market": translate("words", "Talk to the market"),
        "specification": translate("words", "Write the specification"),
        "selection": translate("words", "Select suppliers"),
        "award": translate("words", "Award"),
        "contract": translate("words", "Contract"),
        "monitoring": translate("words", "Follow up"),
    }.get(step, step)


def criterion_kind_name(kind: CriterionKind) -> str:
    """Name a kind of criterion."""
    return {
        "SM": translate("words", "Subject matter"),
        "SC": translate("words", "Selection criterion"),
        "TS": translate("words", "Technical specification"),
        "AC": translate("words", "Award criterion"),
        "CPC": translate("words", "Contract clause"),
    }[kind]


def level_name(level: str) -> str:
    """Name an ambition level; a source's own word is kept."""
    return {
        "core": translate("words", "Core"),
        "comprehensive": translate("words", "Comprehensive"),
    }.get(level, level.capitalize())


def confidence_name(confidence: Confidence) -> str:
    """Name how sure we are, with the mark that stands for it."""
    return {
        "verified": translate("words", "✓ Verified"),
        "listed": translate("words", "○ Listed"),
        "check": translate("words", "△ Check"),
    }[confidence]


def confidence_meaning(confidence: Confidence) -> str:
    """Say what the mark promises."""
    return {
        "verified": translate("words", "The figures were read in the source that is named."),
        "listed": translate("words", "Name, kind and level were read in a source; the wording is ours."),
        "check": translate("words", "From general knowledge: check it in the official document before use."),
    }[confidence]


def stage_name(stage: str) -> str:
    """Name a stage of the life cycle."""
    return {
        "materials": translate("words", "Materials"),
        "production": translate("words", "Making"),
        "transport": translate("words", "Transport"),
        "use": translate("words", "Use"),
        "end-of-life": translate("words", "End of life"),
    }[stage]


def impact_name(impact: str) -> str:
    """Name an impact."""
    return {
        "climate": translate("words", "Climate"),
        "resources": translate("words", "Resources"),
        "pollution": translate("words", "Pollution"),
        "water": translate("words", "Water"),
        "biodiversity": translate("words", "Nature"),
        "health": translate("words", "Health"),
        "social": translate("words", "Working conditions"),
    }[impact]


def hotspot_level_name(level: str) -> str:
    """Name the weight of a hotspot."""
    return {
        "high": translate("words", "High"),
        "medium": translate("words", "Medium"),
        "low": translate("words", "Low"),
    }[level]


def status_name(status: str) -> str:
    """Name the state of an official document."""
    return {
        "current": translate("words", "Current"),
        "under-revision": translate("words", "Under revision"),
        "outdated": translate("words", "Outdated"),
    }[status]


def reading_locale() -> QLocale:
    """Give the ways of the user's language with numbers; English ones where the system names no language."""
    locale = QLocale()
    return QLocale(QLocale.Language.English) if locale.language() == QLocale.Language.C else locale


def figure_text(value: "Decimal", *, least: int = 0) -> str:
    """Write a figure for reading, with as many decimals as it has, and at the least so many."""
    decimals = max(least, -int(value.normalize().as_tuple().exponent))
    return reading_locale().toString(float(value), "f", decimals)


def date_text(iso: str) -> str:
    """Write an ISO date as the user's country does; year and month alone stay as they are."""
    date = QDate.fromString(iso, "yyyy-MM-dd")
    return QLocale().toString(date, "d MMMM yyyy") if date.isValid() else iso


def plain_tip(words: str) -> str:
    """Give words for a tip that breaks into lines and reads nothing in them as HTML."""
    from html import escape

    return f"<p>{escape(words).replace(chr(10), '<br>')}</p>" if words else ""


def tip(words: str) -> str:
    """Give words from a library or a file for a tip, which would read what looks like HTML as such.

    Others stay as they are: some screen readers read a tip out.
    """
    return plain_tip(words) if "<" in words else words


def library_name(name: str) -> str:
    """Name a library as a sentence begins with it; the main one is not called by its technical name."""
    return translate("words", "The main library") if name == MAIN_LIBRARY else f"“{name}”"


def button_text(text: str) -> str:
    """Write a text for a button or a menu, where a single & would underline the letter behind it."""
    return text.replace("&", "&&")


def cut(text: str, longest: int) -> str:
    """Give a text in one line, with dots where it is longer than so many letters."""
    line = " ".join(text[: 4 * longest].split())
    return line if len(line) <= longest and len(text) <= 4 * longest else f"{line[:longest].rstrip()}…"
