"""Words and HTML for what the library changed in a chosen criterion."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.merge import Piece
from procura_desktop.workspace.news import Change
from procura_desktop.workspace.watch import News

translate = QCoreApplication.translate
_OF_RECORDS = ("labels", "superseded_by")  # parts of a criterion that are ids of others


def state_name(news: News) -> str:
    """Name what became of a criterion in the library."""
    if news.state == "older" and is_earlier_version(news):
        version = news.now.version if news.now else 0
        return translate("news", "The library went back to version {version}").format(version=version)
    return {
        "changed": translate("news", "Changed in the library"),
        "superseded": translate("news", "Another criterion took its place"),
        "withdrawn": translate("news", "No longer in the library"),
        "older": translate("news", "The library went back to an older edition"),
        "not-yet": translate("news", "The library went back to an edition without it"),
        "elsewhere": translate("news", "Its library is not on this computer"),
    }[news.state]


def is_earlier_version(news: News) -> bool:
    """Say whether the library has a version with a smaller number than the one that was chosen."""
    before = news.item.copied.record.version if news.item.copied else 0
    return news.now is not None and news.now.version < before


def state_sentence(news: News) -> str:
    """Say what became of a criterion, and what that means where the library went back."""
    if news.state == "older" and news.now is not None and news.item.copied is not None:
        if is_earlier_version(news):
            words = translate(
                "news",
                "The library went back to version {old} of this criterion. You chose version {own}, "
                "which is newer: your text stays as it is.",
            )
            return words.format(old=news.now.version, own=news.item.copied.record.version)
        return translate(
            "news",
            "The library went back to an older edition. What you chose is newer: your text stays as it is.",
        )
    if news.state == "not-yet":
        return translate(
            "news",
            "The library went back to an edition that does not have this criterion yet. "
            "Your text stays as it is.",
        )
    return state_name(news)


def kicker_of(news: News) -> str:
    """Name the state, and whether it was decided already."""
    kept = translate("news", "you kept yours") if news.seen else ""
    return " · ".join(filter(None, (state_name(news), kept)))


def part_name(part: str) -> str:
    """Name a part of a criterion."""
    return {
        "title": translate("news", "Title"),
        "requirement": translate("news", "Requirement"),
        "proof_tender": translate("news", "Proof with the offer"),
        "proof_contract": translate("news", "Proof during the contract"),
        "points": translate("news", "How points are given"),
        "slots": translate("news", "Figures of the source"),
        "level": translate("news", "Ambition levels"),
        "kind": translate("news", "Kind"),
        "labels": translate("news", "Labels"),
        "legal_basis": translate("news", "Legal basis"),
        "confidence": translate("news", "How sure it is"),
        "superseded_by": translate("news", "What took its place"),
    }[part]


def ids_in(changes: Sequence[Change]) -> frozenset[str]:
    """Give the ids of records that stand in what differs."""
    runs = (run for change in changes if change.part in _OF_RECORDS for run in change.runs)
    return frozenset(name for run in runs for name in run.text.split())


def changes_html(changes: Sequence[Change], titles: Mapping[str, str]) -> str:
    """Show what differs, word by word: underlined is new, struck is gone; `titles` stand for ids."""
    parts = []
    for change in changes:
        of_records = change.part in _OF_RECORDS
        runs = "".join(
            _run(run.how, _named(run.text, titles) if of_records else run.text) for run in change.runs
        )
        parts.append(f"<p><b>{escape(part_name(change.part))}</b></p><p>{runs}</p>")
    return "".join(parts)


def _named(text: str, titles: Mapping[str, str]) -> str:
    return "\n".join(titles.get(name, name) for name in text.split())


def _run(how: str, text: str) -> str:
    shown = escape(text).replace("\n", "<br>")
    tag = {"gone": "s", "new": "u"}.get(how)
    return f"<{tag}>{shown}</{tag}> " if tag else f"{shown} "


def collision_words(part: str, piece: Piece) -> str:
    """Say what the library writes where the buyer wrote something else."""
    return translate("news", "{part}: write “{theirs}” where you have “{mine}”").format(
        part=part_name(part), theirs=piece.theirs.strip() or "–", mine=piece.mine.strip() or "–"
    )
