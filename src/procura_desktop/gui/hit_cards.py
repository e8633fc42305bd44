"""Hits, folds and earlier searches as cards of a list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from procura_desktop.gui.card import Card
from procura_desktop.gui.counted import Counted
from procura_desktop.gui.lists import case_detail
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.reader.codes import language_name
from procura_desktop.gui.searcher import words_of
from procura_desktop.gui.words import kind_name
from procura_desktop.library.books import Books
from procura_desktop.library.fold import Fold, shown_hits
from procura_desktop.library.plan import Reason
from procura_desktop.library.search import Hit, Results
from procura_desktop.workspace.workspace import Search

translate = QCoreApplication.translate
# What a card stands for that is no record: the id is "typed:text" or "fold:groups/furniture".
TYPED, FOLD = "typed", "fold"
SNIPPET_LINES = 2


def cards_of_hits(results: Results, group_titles: Mapping[str, str], origins: Origins) -> list[Card]:
    """Give a card for each hit; its snippet is filled in when it is looked at."""
    names = {kind: kind_name(kind) for kind in {hit.kind for hit in results.hits}}
    return [
        _card(hit, names[hit.kind], origins) if isinstance(hit, Hit) else _fold_card(hit)
        for hit in shown_hits(results.hits, group_titles)
    ]


def cards_of_searches(searches: Sequence[Search]) -> list[Card]:
    """Give a card for each earlier search."""
    saved, recent = translate("hits", "Saved search"), translate("hits", "Searched before")
    return [Card(f"{TYPED}:{one.text}", saved if one.saved else recent, one.text, "") for one in searches]


def card_filler(library: Books, text: str, results: Results) -> Callable[[Card], Card]:
    """Give what puts the sentence that answers the query into a card, its words marked."""
    numbers = {hit.id: hit.number for hit in results.hits}
    snippet_of = library.snippets(words_of(text, results.corrected), results.marked)

    def fill(card: Card) -> Card:
        if card.id not in numbers:
            return card
        snippet = snippet_of(numbers[card.id])
        return replace(card, text=snippet.text, marks=snippet.marks)

    return fill


def _card(hit: Hit, kicker: str, origins: Origins) -> Card:
    own = case_detail(hit.detail) if hit.kind == "case" else hit.detail
    why = _why(hit.reasons[0]) if hit.reasons else ""
    detail = " · ".join(part for part in (why, hit.group_title, own) if part)
    whose, origin = origins.mention(hit.library), origins.sentence(hit.library)
    return Card(hit.id, kicker, hit.title, "", detail=detail, lines=SNIPPET_LINES, whose=whose, origin=origin)


def _why(reason: Reason) -> str:
    """Say through which word a record was found that does not show what was typed."""
    if reason.why == "synonym":
        return translate("hits", "“{typed}” also means {meant}").format(
            typed=reason.typed, meant=reason.meant
        )
    if reason.why == "cpv":
        return translate("hits", "through CPV: {typed}").format(typed=reason.typed)
    return translate("hits", "“{typed}” is {language} for {meant}").format(
        typed=reason.typed, language=language_name(reason.why), meant=reason.meant
    )


def _fold_card(fold: Fold) -> Card:
    return Card(f"{FOLD}:{fold.group}", "", Counted().more_criteria(fold.count), fold.group_title)
