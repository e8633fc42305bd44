"""Words around the findings of the checks."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.checks.finding import Finding, Mend
from procura_desktop.domain.checks.languages import ENGLISH
from procura_desktop.domain.procurement import Item
from procura_desktop.gui.reader.codes import language_name
from procura_desktop.gui.words import level_name

translate = QCoreApplication.translate


def severity_name(severity: str) -> str:
    """Name how grave a finding is."""
    return {
        "must": translate("checks", "Must be settled"),
        "should": translate("checks", "Better to change"),
        "think": translate("checks", "Think about it"),
    }[severity]


def english_only(language: str) -> str:
    """Say which checks read English only, for a procurement in another language; "" for one in English."""
    if language.partition("-")[0] in ("", ENGLISH):
        return ""
    return translate(
        "checks",
        "This procurement is in {language}, and these checks read English only: vague words, wishes, links "
        "to what is bought, selection, points, accessibility, clean vehicles, energy.",
    ).format(language=language_name(language))


def where_words(finding: Finding, titles: Mapping[str, str]) -> str:
    """Name the criterion that a finding concerns, and others with it; `titles` has those of all items."""
    names = [titles[name] for name in (finding.item, *finding.others) if name in titles]
    return ", ".join(dict.fromkeys(names)) or translate("checks", "The procurement as a whole")


def mended_names(mends: Sequence[Mend], items: Sequence[Item]) -> dict[str, str]:
    """Name the criteria that remedies change, each unlike the others; empty where all change the same."""
    ids = {mend.item for mend in mends}
    changed = [(number, item) for number, item in enumerate(items, start=1) if item.id in ids]
    if len(changed) < 2:
        return {}
    parts = [
        (
            translate("checks", "“{title}”").format(title=item.title),
            level_name(item.level),
            translate("checks", "number {number} in the list").format(number=number),
        )
        for number, item in changed
    ]
    names = [part[0] for part in parts]
    for most in (2, 3):
        if len(set(names)) < len(names):
            names = [", ".join(filter(None, part[:most])) for part in parts]
    return {item.id: name for name, (_, item) in zip(names, changed, strict=True)}


def mend_words(mend: Mend, name: str = "") -> str:
    """Say what a remedy does; `name` is that of its criterion, where others change other ones."""
    if mend.action == "replace":
        return translate("checks", "Write “{text}”").format(text=_short(mend.text))
    if mend.action == "take-level":
        level = level_name(mend.text)
        if name:
            return translate("checks", "Take the level {level} of {name}").format(level=level, name=name)
        return translate("checks", "Take the level {level}").format(level=level)
    if mend.action == "take-out" and name:
        return translate("checks", "Take out {name}").format(name=name)
    return {
        "add": translate("checks", "Choose that criterion too"),
        "take-out": translate("checks", "Take this criterion out"),
        "confirm": translate("checks", "I read the official figures…"),
        "fill": translate("checks", "Fill it in"),
    }[mend.action]


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
