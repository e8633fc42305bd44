"""Words around the findings of the checks."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.checks.finding import Finding, Mend
from procura_desktop.gui.words import level_name

translate = QCoreApplication.translate


def severity_name(severity: str) -> str:
    """Name how grave a finding is."""
    return {
        "must": translate("checks", "Must be settled"),
        "should": translate("checks", "Better to change"),
        "think": translate("checks", "Think about it"),
    }[severity]


def where_words(finding: Finding, titles: Mapping[str, str]) -> str:
    """Name the criterion that a finding concerns, and others with it; `titles` has those of all items."""
    names = [titles[name] for name in (finding.item, *finding.others) if name in titles]
    return ", ".join(dict.fromkeys(names)) or translate("checks", "The procurement as a whole")


def mend_words(mend: Mend) -> str:
    """Say what a remedy does."""
    if mend.action == "replace":
        return translate("checks", "Write “{text}”").format(text=_short(mend.text))
    if mend.action == "take-level":
        return translate("checks", "Take the level {level}").format(level=level_name(mend.text))
    return {
        "add": translate("checks", "Choose that criterion too"),
        "take-out": translate("checks", "Take this criterion out"),
        "confirm": translate("checks", "I read the official figures…"),
        "fill": translate("checks", "Fill it in"),
    }[mend.action]


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
