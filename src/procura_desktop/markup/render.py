"""Markdown to clean HTML and plain text, with what the text links to and shows.

Rendering never fails and its HTML is always clean; what an author should change, `faults` says.
"""

import html as html_escapes
import threading
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
from procura_desktop.markup.tree import AllowedTags, Collector, Found, SlotFill, Slots

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
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    headings: tuple[Heading, ...] = ()

    @property
    def text(self) -> str:
        """Give the same as plain text; it is made when it is asked for."""
        return plain_text(self.html)


class _Parser(threading.local):
    """A parser for each thread: making one takes as long as rendering a page."""

    def __init__(self) -> None:
        self.markdown = Markdown(
            extensions=[
                AdmonitionExtension(),
                FootnoteExtension(BACKLINK_TITLE=""),
                SaneListExtension(),
                TableExtension(use_align_attribute=True),
                TocExtension(),
            ]
        )
        self.collector = Collector(self.markdown)
        self.slots = Slots(self.markdown)
        self.markdown.preprocessors.deregister("html_block")
        self.markdown.inlinePatterns.deregister("html")
        self.markdown.inlinePatterns.register(AllowedTags(self.markdown), "allowed_tags", _TAG_PRIORITY)
        self.markdown.inlinePatterns.register(self.slots, "slots", _SLOT_PRIORITY)
        self.markdown.treeprocessors.register(self.collector, "collect", _LAST)

    def convert(self, text: str, fills: Mapping[str, SlotFill]) -> tuple[str, Found]:
        """Give the HTML, not yet clean, and what was found in it; keeps nothing of the text before."""
        self.markdown.reset()
        self.slots.fills = fills
        self.collector.found = Found()
        return self.markdown.convert(text), self.collector.found


_PARSER = _Parser()


def render(text: str, *, slots: Mapping[str, SlotFill] | None = None) -> Rendered:
    """Render Markdown with tables, footnotes and callouts; `slots` fill ``[[name]]``."""
    try:
        raw, found = _PARSER.convert(text, slots or {})
    except RecursionError:  # nested deeper than any text a person writes
        raw, found = f"<pre>{html_escapes.escape(text)}</pre>", Found()
    html = clean_html(raw)
    shown = zip(found.pictures, lines_of((target for target, _ in found.pictures), text), strict=True)
    return Rendered(
        html=html,
        links=tuple(map(Link, found.links, lines_of(found.links, text))),
        pictures=tuple(Picture(target, alt.strip(), line) for (target, alt), line in shown),
        headings=tuple(Heading(*heading) for heading in found.headings),
    )
