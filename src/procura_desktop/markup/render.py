"""Markdown to clean HTML and plain text, with what the text links to and shows.

Rendering never fails and its HTML is always clean; what an author should change, `faults` says.
"""

import html as html_escapes
from collections.abc import Mapping
from dataclasses import dataclass

from markdown import Markdown
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension

from procura_desktop.markup.clean import clean_html
from procura_desktop.markup.source import MarkupFault, faults, lines_of
from procura_desktop.markup.text import plain_text
from procura_desktop.markup.tree import AllowedTags, Collector, SlotFill, Slots

__all__ = ["Heading", "Link", "MarkupFault", "Picture", "Rendered", "SlotFill", "faults", "render"]

_SLOT_PRIORITY = 175  # after code and escapes, before links
_TAG_PRIORITY = 90  # where the parser has its rule for any HTML
_LAST = -1  # after everything else has worked on the tree


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written: an id, an id with a section, ``#section`` or an address."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as written; `alt` is what it shows, in words."""

    target: str
    alt: str
    line: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the anchor that links to it use."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text, ready to be read; lines of links and pictures count from 1 within its source."""

    html: str
    text: str
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    headings: tuple[Heading, ...] = ()


def render(text: str, *, slots: Mapping[str, SlotFill] | None = None) -> Rendered:
    """Render Markdown with tables, footnotes and callouts; `slots` fill ``[[name]]``."""
    parser = _parser(slots or {})
    collector = Collector(parser)
    parser.treeprocessors.register(collector, "collect", _LAST)
    try:
        html = clean_html(parser.convert(text))
    except RecursionError:  # nested deeper than any text a person writes
        html = clean_html(f"<pre>{html_escapes.escape(text)}</pre>")
    pictures = zip(
        collector.pictures, lines_of((target for target, _ in collector.pictures), text), strict=True
    )
    return Rendered(
        html=html,
        text=plain_text(html),
        links=tuple(map(Link, collector.links, lines_of(collector.links, text))),
        pictures=tuple(Picture(target, alt.strip(), line) for (target, alt), line in pictures),
        headings=tuple(Heading(*heading) for heading in collector.headings),
    )


def _parser(slots: Mapping[str, SlotFill]) -> Markdown:
    parser = Markdown(
        extensions=[
            AdmonitionExtension(),
            FootnoteExtension(BACKLINK_TITLE=""),
            SaneListExtension(),
            TableExtension(use_align_attribute=True),
            TocExtension(),
        ]
    )
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.inlinePatterns.register(AllowedTags(parser), "allowed_tags", _TAG_PRIORITY)
    if slots:
        parser.inlinePatterns.register(Slots(parser, slots), "slots", _SLOT_PRIORITY)
    return parser
