"""What the reader shows: a record, or a page of text. Both give a document, a title and words to quote."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.addresses import Address
from procura_desktop.domain.records import Record
from procura_desktop.gui.reader.document import (
    DocumentContext,
    library_words,
    record_document,
    text_document,
)
from procura_desktop.gui.reader.glossary import Word
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import confidence_meaning, confidence_name, date_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A record with what its document needs to know."""

    record: Record
    context: DocumentContext

    @property
    def title(self) -> str:
        """Its title."""
        return self.record.title

    @property
    def address(self) -> str:
        """Its address, as people pass it on."""
        library = self.context.library
        return str(Address(library, self.record.id.removeprefix(f"{library}/")))

    @property
    def adapts(self) -> bool:
        """Say whether its document is another one in a narrow column."""
        return self.record.criterion is not None

    @property
    def to_choose(self) -> tuple[str, str]:
        """Give its id, if it is or has criteria for a procurement, and the words that offer it; else ""."""
        if self.record.criterion is not None:
            return self.record.id, translate("Reader", "Add to a procurement…")
        used = self.record.case.criteria_used if self.record.case else ()
        if any(name.startswith("criteria/") for name in used):
            return self.record.id, translate("Reader", "Take the criteria they used…")
        return "", ""

    def document(self, colours: Colours, *, pixels: float, narrow: bool) -> str:
        """Give its HTML."""
        return record_document(self.record, colours, context=self.context, pixels=pixels, narrow=narrow)

    def word(self, term: str) -> Word | None:
        """Give the term of the glossary with this id."""
        return next((word for word in self.context.glossary if word.id == term), None)

    def origin_of(self, record_id: str) -> str:
        """Say in a sentence whose a record is, such as a term; "" if not known."""
        return self.context.origin_of(record_id)

    def origin(self) -> list[str]:
        """Say in lines where its text comes from, and how sure we are."""
        about = translate("Reader", "“{title}”, library {library}, version {version}, updated {date}").format(
            title=self.record.title,
            library=library_words(self.context),
            version=self.record.version,
            date=date_text(self.record.updated),
        )
        sure = self.record.confidence
        lines = [about, self.address, f"{confidence_name(sure)} – {confidence_meaning(sure)}"]
        for source in self.record.sources:
            parts = (source.title, source.publisher, date_text(source.date), source.url)
            lines.append("– " + ", ".join(part for part in parts if part))
        return lines


@dataclass(frozen=True, slots=True)
class ShownText:
    """A page of text that is no record, such as one of the manual."""

    title: str
    html: str
    address: str = ""

    adapts: ClassVar[bool] = False
    to_choose: ClassVar[tuple[str, str]] = ("", "")

    def document(self, colours: Colours, *, pixels: float, narrow: bool) -> str:  # noqa: ARG002 - as a record's
        """Give its HTML."""
        return text_document(self.title, self.html, colours, pixels=pixels)

    def word(self, _term: str) -> Word | None:
        """Explain nothing."""
        return None

    def origin_of(self, _record_id: str) -> str:
        """Know nothing of any library."""
        return ""

    def origin(self) -> list[str]:
        """Say where its text comes from."""
        return [f"“{self.title}”, Procura Desktop"]


Shown = ShownRecord | ShownText
