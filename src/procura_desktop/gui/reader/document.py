"""A record as HTML that QTextDocument renders well: what every kind shares, and the frame around the rest.

Pure functions: the same record, colours and context give the same text, on screen and on paper.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.kinds import RecordKind
from procura_desktop.domain.records import Record, Source
from procura_desktop.gui.counted import Counted
from procura_desktop.gui.reader.body import body_document
from procura_desktop.gui.reader.criterion import criterion_name, criterion_parts
from procura_desktop.gui.reader.details import detail_parts
from procura_desktop.gui.reader.elements import bullets, paragraph, record_link, section, web_link
from procura_desktop.gui.reader.glossary import Word, mark_terms
from procura_desktop.gui.reader.style import style_sheet
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import (
    confidence_meaning,
    confidence_name,
    date_text,
    kind_name,
    kinds_name,
    step_name,
)

translate = QCoreApplication.translate
WORDS_A_MINUTE = 200
TEXT_PIXELS = 15.0
BELOW = " \u203a "  # stands between the steps of the way down


class Linking(Protocol):
    """What is known of a record that links here."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def kind(self) -> RecordKind:
        """Its kind."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def library(self) -> str:
        """The library it is in; "" is the main one."""


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """What a document needs to know beyond its record.

    Attributes:
        library: name of the library the record is in, for its address.
        title_of: titles by id of the records it names; an id that is missing here is not shown as a link.
        linking_to: records that point at this one.
        glossary: terms that are explained where they occur.
        release: edition of the library; "" if not known.
        publisher: who answers for the library; "" if not known.
        origin_of: says in a sentence whose a record is, by its id; "" if not known.
    """

    library: str
    title_of: Mapping[str, str] = field(default_factory=dict)
    linking_to: Sequence[Linking] = ()
    glossary: Sequence[Word] = ()
    release: str = ""
    publisher: str = ""
    origin_of: Callable[[str], str] = lambda _: ""


def record_document(
    record: Record,
    colours: Colours,
    *,
    context: DocumentContext,
    pixels: float = TEXT_PIXELS,
    narrow: bool = False,
) -> str:
    """Write a record as one HTML document.

    Args:
        record: what is shown.
        colours: of the page.
        context: what else has to be known.
        pixels: height of the running text.
        narrow: whether there is no room for two levels side by side.
    """
    titles = context.title_of
    if record.criterion is not None:
        parts = criterion_parts(record.criterion, titles, narrow=narrow)
    else:
        parts = detail_parts(record, titles)
        body = body_document(record.html)
        parts = body + parts if record.kind in ("article", "group") else parts + body
    running = paragraph(escape(record.summary), "lead") + parts
    inner = _head(record, titles) + mark_terms(running, context.glossary, own_id=record.id)
    return _page(inner + _foot(record, context), colours, pixels)


def text_document(title: str, html: str, colours: Colours, *, pixels: float = TEXT_PIXELS) -> str:
    """Write a title and cleaned HTML as one HTML document, for the manual."""
    return _page(f"<h1>{escape(title)}</h1>{body_document(html)}", colours, pixels)


def reading_minutes(text: str) -> int:
    """Estimate how long a text takes, in whole minutes, at least one."""
    return max(1, round(len(text.split()) / WORDS_A_MINUTE))


def _page(inner: str, colours: Colours, pixels: float) -> str:
    style = style_sheet(colours, pixels=pixels)
    return f"<html><head><style>{style}</style></head><body>{inner}</body></html>"


def _head(record: Record, titles: Mapping[str, str]) -> str:
    crumbs = BELOW.join(_crumbs(record, titles))
    minutes = Counted().minutes_to_read(reading_minutes(record.text))
    updated = translate("Reader", "updated {date}").format(date=date_text(record.updated))
    words = (*_kind_words(record), updated, minutes)
    meta = " · ".join(escape(part).replace(" ", "&nbsp;") for part in words)
    return (
        paragraph(crumbs, "crumbs")
        + f"<h1>{escape(record.title)}</h1>"
        + paragraph(meta, "meta")
        + _confidence(record)
    )


def _confidence(record: Record) -> str:
    """Say how sure we are, on a ground of its own: mark, word and what they mean."""
    name = record.confidence
    mark = f'<span class="{name}">{escape(confidence_name(name))}</span>'
    meaning = escape(" ".join(filter(None, (confidence_meaning(name), record.confidence_note))))
    return (
        '<table class="trust" width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'<td class="bar-{name}" width="4"></td>'
        f'<td class="trust on-{name}"><p class="confidence">{mark} – {meaning}</p></td></tr></table>'
    )


def _crumbs(record: Record, titles: Mapping[str, str]) -> list[str]:
    """Give the way down to a record; a room of the library is a link to its bare name."""
    if record.article is not None:
        below = {
            "law": translate("Reader", "Law"),
            "checklists": translate("Reader", "Checklists"),
        }.get(record.article.section, step_name(record.article.step))
        rooms = [record_link("guidance", kinds_name("article"))]
        return [*rooms, escape(below)] if below else rooms
    if record.criterion is not None:
        group = record.criterion.group
        part = record.criterion.part.replace("-", " ").capitalize()
        names = [record_link("criteria", kinds_name("criterion"))]
        names += [record_link(group, titles[group])] if group in titles else []
        return [*names, escape(part)] if part else names
    if record.kind == "group":
        return [record_link("criteria", kinds_name("criterion"))]
    if record.kind == "case":
        return [record_link("cases", kinds_name("case"))]
    if record.kind == "term":
        return [record_link("glossary", translate("Reader", "Glossary"))]
    return [record_link("guidance", kinds_name("article")), escape(kinds_name(record.kind))]


def _kind_words(record: Record) -> list[str]:
    if record.article is not None and record.article.section == "law":
        return [translate("Reader", "Law"), *filter(None, (record.article.jurisdiction,))]
    if record.article is not None and record.article.section == "checklists":
        return [translate("Reader", "Checklist")]
    if record.criterion is not None:
        return [criterion_name(record.criterion)]
    return [kind_name(record.kind)]


def _foot(record: Record, context: DocumentContext) -> str:
    titles = context.title_of
    see_also = bullets(record_link(name, titles[name]) for name in record.see_also if name in titles)
    used = translate("Reader", "Used by")
    linked = used if record.kind in ("label", "criterion", "term") else translate("Reader", "Linked from")
    return (
        section(translate("Reader", "See also"), "see-also", see_also)
        + section(linked, "linked-from", _linking(context.linking_to))
        + section(translate("Reader", "Sources"), "sources", bullets(map(_source, record.sources)))
        + _library_line(context)
        + _legal_words(record)
    )


def library_words(context: DocumentContext) -> str:
    """Name the library, its edition and its publisher."""
    words = " ".join(filter(None, (context.library, context.release)))
    publisher = context.publisher or translate("Reader", "publisher not named")
    return f"{words} ({publisher})"


def _library_line(context: DocumentContext) -> str:
    words = translate("Reader", "From the library {library}.").format(library=library_words(context))
    return paragraph(escape(words), "legal")


def _linking(briefs: Sequence[Linking]) -> str:
    return bullets(
        f'{record_link(brief.id, brief.title)} <span class="muted">· {escape(_about_linking(brief))}</span>'
        for brief in briefs
    )


def _about_linking(brief: Linking) -> str:
    return " · ".join(filter(None, (kind_name(brief.kind), brief.library)))


def _source(source: Source) -> str:
    """Give title, publisher, date, whether anybody read it, and the address in words: paper has no links."""
    about = ", ".join(escape(part) for part in (source.publisher, date_text(source.date)) if part)
    if source.seen:
        seen = escape(translate("Reader", "Read on {date}").format(date=date_text(source.seen)))
        shown = f'<br><span class="caption">{escape(source.url)}</span>' if source.url else ""
    else:
        words = escape(translate("Reader", "Not read by us: check here"))
        seen = f'<span class="check">{words}</span> – {web_link(source.url)}'
        shown = ""
    return f'{web_link(source.url, source.title)}<br><span class="caption">{about}. {seen}</span>{shown}'


def _legal_words(record: Record) -> str:
    article = record.article
    if record.kind != "criterion" and (article is None or article.section == "checklists"):
        return ""
    words = translate("Reader", "This is not legal advice. National law prevails.")
    return paragraph(escape(words), "legal")
