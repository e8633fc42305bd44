"""The translated words for what a procurement carries."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.procurement import Item
from procura_desktop.gui.words import reading_locale

translate = QCoreApplication.translate


def lot_name(number: int, title: str) -> str:
    """Name a lot by its place, from 1, and its title."""
    if not title.strip():
        return translate("procurement", "Lot {number}").format(number=number)
    return translate("procurement", "Lot {number}: {title}").format(number=number, title=title)


def item_title(item: Item) -> str:
    """Give the title of a criterion; an own one may have none yet."""
    return item.title.strip() or translate("procurement", "Own criterion")


def nature_name(nature: str) -> str:
    """Name a kind of contract."""
    return {
        "supplies": translate("procurement", "Supplies"),
        "services": translate("procurement", "Services"),
        "works": translate("procurement", "Works"),
    }[nature]


def procedure_name(procedure: str) -> str:
    """Name a procedure."""
    return {
        "below-threshold": translate("procurement", "Small purchase, by national rules"),
        "open": translate("procurement", "Open"),
        "restricted": translate("procurement", "Restricted"),
        "negotiated": translate("procurement", "Competitive with negotiation"),
        "competitive-dialogue": translate("procurement", "Competitive dialogue"),
        "innovation-partnership": translate("procurement", "Innovation partnership"),
        "other": translate("procurement", "Other"),
    }[procedure]


def ambition_name(ambition: str) -> str:
    """Name an ambition, with what it means."""
    return {
        "core": translate("procurement", "Core: main impacts, easy to check"),
        "comprehensive": translate("procurement", "Comprehensive: the best on the market"),
    }[ambition]


def value_text(value: Decimal | None) -> str:
    """Write an amount as one types it: no groups, so that it reads the same everywhere."""
    return "" if value is None else f"{value:f}"


def amount_text(value: Decimal | None, currency: str) -> str:
    """Write an amount for reading, in the way of the desktop's language."""
    if value is None:
        return ""
    decimals = 0 if value == value.to_integral_value() else 2
    return f"{reading_locale().toString(float(value), 'f', decimals)} {currency}"


def kinds_heading(kind: str) -> str:
    """Name the part of the documents in which criteria of a kind stand."""
    return {
        "SM": translate("procurement", "Subject matter"),
        "SC": translate("procurement", "Selection criteria"),
        "TS": translate("procurement", "Technical specifications"),
        "AC": translate("procurement", "Award criteria"),
        "CPC": translate("procurement", "Contract clauses"),
    }[kind]
