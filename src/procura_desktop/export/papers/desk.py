"""What every paper of one procurement is written with: its numbers, the words and formats of its language."""

from dataclasses import dataclass
from functools import cached_property

from procura_desktop.domain.procurement import Item, Lot, Procurement, Wording
from procura_desktop.domain.references import Key
from procura_desktop.export.characters import one_line
from procura_desktop.export.facts import Facts
from procura_desktop.export.formats import Formats, formats_of
from procura_desktop.export.numbering import (
    Codes,
    lot_numbers,
    numbers_of,
    wording_for_readers,
)
from procura_desktop.export.paper import Block, Cell, How, Paper, Paragraph, ParagraphStyle, Run
from procura_desktop.export.words import Words, words_of


@dataclass(frozen=True)  # no slots: the cached properties live in the dictionary
class Desk:
    """One procurement on the desk, ready to be written about."""

    procurement: Procurement
    facts: Facts

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of every item by its id."""
        return numbers_of(self.procurement)

    @cached_property
    def lots(self) -> dict[str, int]:
        """The number of every lot by its id."""
        return lot_numbers(self.procurement)

    @cached_property
    def say(self) -> Words:
        """The fixed words, in the language of the documents."""
        return words_of(self.procurement.head.language)

    @cached_property
    def language(self) -> str:
        """The language that the documents say they are in: that of their fixed words."""
        wanted, spoken = self.procurement.head.language, self.say.language
        return wanted if wanted.partition("-")[0].lower() == spoken else spoken

    @cached_property
    def write(self) -> Formats:
        """The dates and numbers, in the language of the documents."""
        return formats_of(self.procurement.head.language)

    @cached_property
    def _codes(self) -> Codes:
        return Codes(self.procurement)

    def filled(self, item: Item) -> Wording:
        """Give the wording of an item as a reader of these documents sees it."""
        return wording_for_readers(item, self._codes, self._of_source)

    def _of_source(self, key: Key, copied: bool) -> str:
        """Name a criterion that was not chosen; what nobody knows as a code of the source stays as typed."""
        title, code = self.facts.title_of(key), key[2]
        if title:
            return self.say("“{title}” ({code} of the source)", title=one_line(title), code=code)
        return self.say("{code} of the source", code=code) if copied else code

    def paper(self, title: str, blocks: tuple[Block, ...], *, dense: bool = False) -> Paper:
        """Make a paper of this procurement with these blocks."""
        head = self.procurement.head
        owner = self.facts.organisation or head.buyer
        return Paper(
            title=title,
            language=self.language,
            subject=one_line(head.title),
            author=one_line(owner),
            header=" · ".join(
                filter(None, (one_line(owner), one_line(head.title), one_line(head.reference)))
            ),
            page=self.say("Page {page} of {pages}", page="{page}", pages="{pages}"),
            blocks=blocks,
            dense=dense,
        )

    def lot_name(self, lot: Lot) -> str:
        """Name a lot by its number and title; without a title by its number alone."""
        named = self.say("Lot {number}: {title}", number=str(self.lots[lot.id]), title=lot.title.strip())
        return named if lot.title.strip() else named.rstrip(" :\u00a0\u202f")

    def lot_list(self, item: Item) -> str:
        """Name the lots of an item by their numbers; "" where it is not divided or holds for all."""
        found = sorted(self.lots[lot] for lot in set(item.lots) if lot in self.lots)
        if not found or len(found) == len(self.lots):
            return ""
        numbers = ", ".join(map(str, found))
        return (
            self.say("lot {number}", number=numbers)
            if len(found) == 1
            else self.say("lots {numbers}", numbers=numbers)
        )

    def foreign(self, item: Item) -> str:
        """Give the language of an item's source where it is another than the documents'; else ""."""
        source = item.copied.record.language if item.copied else ""
        return source if source != self.say.language and not item.edited else ""


def text(words: str, how: How = "", *, style: ParagraphStyle = "body", keep: bool = False) -> Paragraph:
    """Make a paragraph of words that all look alike."""
    return Paragraph((Run(words, how),), style, keep)


def cell(words: str, how: How = "") -> Cell:
    """Make a cell with a paragraph for each line."""
    return Cell(tuple(Paragraph((Run(line, how),), "cell") for line in words.splitlines() or [""]))
