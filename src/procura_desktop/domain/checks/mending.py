"""Applying a mend to a procurement."""

from dataclasses import replace

from procura_desktop.domain.checks.finding import Mend
from procura_desktop.domain.drafting import change_item, without_item
from procura_desktop.domain.procurement import Item, Procurement
from procura_desktop.domain.wording import WORDING_PARTS

APPLICABLE = ("replace", "take-out")


def mended(procurement: Procurement, mend: Mend) -> Procurement:
    """Apply a mend that needs nobody's answer; a text that has changed since stays as it is.

    Another level is taken by `workspace.choosing.at_level`, and a criterion is added by
    the window's own way of choosing; filling and confirming are the buyer's.

    Raises:
        KeyError: there is no such item.
        ValueError: this mend needs an answer.
    """
    if mend.action == "take-out":
        procurement.item(mend.item)
        return without_item(procurement, mend.item)
    if mend.action != "replace" or mend.field not in WORDING_PARTS:
        raise ValueError(f"the mend {mend.action!r} of {mend.field!r} needs the buyer's answer")
    return change_item(procurement, mend.item, lambda item: _replaced(item, mend))


def _replaced(item: Item, mend: Mend) -> Item:
    text: str = getattr(item.wording, mend.field)
    end = mend.start + len(mend.expects)
    if text[mend.start : end] != mend.expects:
        return item
    changed = text[: mend.start] + mend.text + text[end:]
    return replace(item, wording=replace(item.wording, **{mend.field: changed}))
