"""Words for the codes of an award, and for other codes that a procurement keeps."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from procura_desktop.gui.procurements.words import ambition_name, nature_name, procedure_name
from procura_desktop.gui.reader.codes import language_name
from procura_desktop.gui.words import criterion_kind_name, level_name

if TYPE_CHECKING:
    from procura_desktop.domain.kinds import CriterionKind

translate = QCoreApplication.translate


def weighting_names() -> dict[str, str]:
    """Name the ways to weigh, in the order in which they are offered."""
    return {
        "percent": translate("award", "Weights in per cent"),
        "points": translate("award", "Points"),
        "ranges": translate("award", "Ranges of per cent"),
        "order": translate("award", "Order of importance only"),
    }


def price_kind_names() -> dict[str, str]:
    """Name what is compared."""
    return {"price": translate("award", "The price"), "cost": translate("award", "The life-cycle cost")}


def formula_names() -> dict[str, str]:
    """Name the ways in which a price becomes a score."""
    return {
        "linear": translate("award", "In a straight line"),
        "relative": translate("award", "Lowest price divided by price"),
        "table": translate("award", "By a table"),
    }


def tie_names() -> dict[str, str]:
    """Name what decides between equal totals."""
    return {
        "price": translate("award", "the lower price"),
        "quality": translate("award", "more points for quality"),
        "lot": translate("award", "a draw"),
    }


def answer_names() -> dict[str, str]:
    """Name the answers to a question of yes or no."""
    return {
        "": translate("procurement", "Not answered yet"),
        "yes": translate("procurement", "Yes"),
        "no": translate("procurement", "No"),
    }


def status_names() -> dict[str, str]:
    """Name the states of a procurement."""
    return {"draft": translate("parcels", "being worked on"), "closed": translate("parcels", "closed")}


def template_names() -> dict[str, str]:
    """Name whether a procurement is a template."""
    return {"True": translate("procurement", "Yes"), "False": translate("procurement", "No")}


def code_words(field: str, code: str) -> str:
    """Put words in the place of the code that a field holds; of other fields the text stays as it is.

    Raises:
        KeyError: the field holds codes, but not this one.
    """
    return _NAMED[field](code) if field in _NAMED and code else code


_NAMED: dict[str, Callable[[str], str]] = {
    "nature": nature_name,
    "procedure": procedure_name,
    "ambition": ambition_name,
    "status": lambda code: status_names()[code],
    "template": lambda code: template_names()[code],
    "people_use": lambda code: answer_names()[code],
    "language": language_name,
    "kind": lambda code: criterion_kind_name(cast("CriterionKind", code)),
    "level": level_name,
    "weighting": lambda code: weighting_names()[code],
    "price_kind": lambda code: price_kind_names()[code],
    "formula": lambda code: formula_names()[code],
    "tie": lambda code: tie_names()[code],
}
