"""Bookmarks and notes as cards of a list."""

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.addresses import library_of
from procura_desktop.gui.card import Card
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.words import date_text
from procura_desktop.workspace.bookmarks import Bookmark
from procura_desktop.workspace.notes import Colour, Note

translate = QCoreApplication.translate
DAY = 10  # characters of an ISO time


def bookmark_card(one: Bookmark, origins: Origins) -> Card:
    """Show a bookmark with its folder, and whose the record is; a click on it leads there."""
    library = library_of(one.address)
    return Card(
        f"bookmark:{one.address}",
        one.folder,
        one.title,
        "",
        whose=origins.mention_at(library),
        origin=origins.sentence_at(library),
    )


def note_card(note: Note, origins: Origins) -> Card:
    """Show what a note says, the passage it is on, and whose the record is."""
    library = library_of(note.address)
    quote = f"“{note.anchor.quote}”" if note.anchor else ""
    said = " ".join(note.words.split())
    changed = translate("notes", "changed {date}").format(date=date_text(note.changed[:DAY]))
    detail = f"{quote} · {changed}" if said and quote else changed
    return Card(
        f"note:{note.id}",
        _kicker(note),
        note.title,
        said or quote,
        detail,
        whose=origins.mention_at(library),
        origin=origins.sentence_at(library),
    )


def _kicker(note: Note) -> str:
    if note.colour:
        return translate("notes", "Highlight, {colour}").format(colour=colour_name(note.colour))
    return translate("notes", "Note on a passage") if note.anchor else translate("notes", "Note")


def colour_name(colour: Colour) -> str:
    """Name a colour within a sentence."""
    return {
        "": translate("notes", "no colour"),
        "yellow": translate("notes", "yellow"),
        "green": translate("notes", "green"),
        "blue": translate("notes", "blue"),
        "pink": translate("notes", "pink"),
    }[colour]


def parts_of(card_id: str) -> tuple[str, str]:
    """Give whether a card is a "bookmark" or a "note", and its address or id; "" for no card."""
    kind, _, name = card_id.partition(":")
    return kind, name
