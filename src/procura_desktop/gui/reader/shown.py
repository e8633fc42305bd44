"""What the reader shows: a record, or a page of text. Both give a document, a title and words to quote."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.addresses import Address
from procura_desktop.domain.records import Record
from procura_desktop.gui.reader.document import DocumentContext, record_document, text_document
from procura_desktop.gui.reader.glossary import Word
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import date_text

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
        return str(Address(self.context.library, self.record.id))

    def document(self, colours: Colours, *, pixels: float) -> str:
        """Give its HTML."""
        return record_document(self.record, colours, context=self.context, pixels=pixels)

    def word(self, term: str) -> Word | None:
        """Give the term of the glossary with this id."""
        return next((word for word in self.context.glossary if word.id == term), None)

    def quoted(self, text: str) -> str:
        """Give a piece of its text, followed by where it comes from."""
        about = translate("Reader", "“{title}”, library {library}, version {version}, updated {date}").format(
            title=self.record.title,
            library=self.context.library,
            version=self.record.version,
            date=date_text(self.record.updated),
        )
        lines = [about, self.address]
        for source in self.record.sources:
            parts = (source.title, source.publisher, date_text(source.date), source.url)
            lines.append("– " + ", ".join(part for part in parts if part))
        return "\n".join([text.strip(), "", *lines])


@dataclass(frozen=True, slots=True)
class ShownText:
    """A page of text that is no record, such as one of the manual."""

    title: str
    html: str
    address: str = ""

    def document(self, colours: Colours, *, pixels: float) -> str:
        """Give its HTML."""
        return text_document(self.title, self.html, colours, pixels=pixels)

    def word(self, _term: str) -> Word | None:
        """Explain nothing."""
        return None

    def quoted(self, text: str) -> str:
        """Give a piece of the text, followed by where it comes from."""
        return f"{text.strip()}\n\n“{self.title}”, Procura Desktop"
