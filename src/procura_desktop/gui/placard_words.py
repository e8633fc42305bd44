"""What the placards of the lists say."""

from PySide6.QtCore import QCoreApplication

from procura_desktop.gui.counted import Counted
from procura_desktop.gui.placard import Notice
from procura_desktop.gui.places import PlaceName
from procura_desktop.library.books import Books

translate = QCoreApplication.translate


def notice_of(place: PlaceName, library: Books) -> Notice:
    """Say what a place is, how much there is and how to go on."""
    counts = library.counts()
    if place == "search":
        return _search()
    if place == "cases":
        return Notice(
            translate("placard", "What other buyers did"),
            translate(
                "placard",
                "Real purchases with their results, and what the buyers would do again. "
                "Choose a case in the list to read it here.",
            ),
            Counted().cases(counts["case"]),
            _keys(),
        )
    if place == "glossary":
        return Notice(
            translate("placard", "The words of the field"),
            translate("placard", "Each word in a sentence or two, with its names in other languages."),
            Counted().words(counts["term"]),
            _keys(),
        )
    if place == "changes":
        return Notice(
            translate("placard", "What the last update changed"),
            translate(
                "placard",
                "New, changed and removed texts of the edition in use. "
                "Choose one in the list to see word by word what is different.",
            ),
            "",
            _keys(),
        )
    return Notice(
        translate("placard", "How to do it, step by step"),
        translate(
            "placard",
            "From the first count of needs to the contract, in the order of the work. "
            "Choose an entry in the list to read it here.",
        ),
        "",  # each chip above the list says how many there are
        _keys(),
    )


def _search() -> Notice:
    return Notice(
        translate("placard", "Search everything at once"),
        translate(
            "placard",
            "Guidance, criteria, cases, labels and terms are found while you type. "
            "Choose a result to read it here.",
        ),
        "",
        (
            (translate("placard", "laptop battery"), translate("placard", "finds both words")),
            (
                translate("placard", "“life cycle”"),
                translate("placard", "finds words that follow each other"),
            ),
            (translate("placard", "chair -wood"), translate("placard", "leaves out what has the word wood")),
            (translate("placard", "kind:case food"), translate("placard", "looks among the cases alone")),
            (translate("placard", "schoonmaak"), translate("placard", "words of other languages are known")),
            (translate("placard", "39130000"), translate("placard", "finds what has this CPV code")),
            *_keys()[:2],
            (
                translate("placard", "Esc"),
                translate("placard", "returns to the search field, then empties it"),
            ),
        ),
    )


def _keys() -> tuple[tuple[str, str], ...]:
    return (
        (translate("placard", "↓ ↑"), translate("placard", "move in the list")),
        (translate("placard", "Enter"), translate("placard", "opens the marked entry")),
        (translate("placard", "Alt+Left"), translate("placard", "goes back to where you were")),
        (translate("placard", "Ctrl+K"), translate("placard", "searches from anywhere")),
        (translate("placard", "Ctrl+/"), translate("placard", "shows all keys")),
    )
