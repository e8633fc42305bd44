"""What we change in Python-Markdown: the tags it may pass, slots, callouts and links to records.

Raw HTML is taken out of the parser rather than filtered afterwards: another tag is shown as text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, AtomicString

from procura_desktop.markup.clean import CALLOUTS, INLINE_TAGS

_NAMES = "|".join(INLINE_TAGS)
ALLOWED_TAG = rf"<(?:/(?:{_NAMES})|(?:{_NAMES})(?:\s+title=\"[^\"<>]*\")?\s*/?)\s*>"
SLOT = r"\[\[(?P<slot>[a-z][a-z0-9_]*)\]\]"
RECORD_LINK = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)+(?:#[^\s#]+)?")
_MAIL_ENTITY = re.compile(re.escape(AMP_SUBSTITUTE) + r"#(\d+);")
_UNKNOWN_CALLOUT = "note"


@dataclass(frozen=True, slots=True)
class SlotFill:
    """What stands in a slot: the value with its unit; `checked` False marks it as not read by anybody."""

    shown: str
    checked: bool = True


@dataclass(slots=True)
class Found:
    """What a text links to and shows: targets, targets with descriptions, and level, anchor and title."""

    links: list[str] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    headings: list[tuple[int, str, str]] = field(default_factory=list)


class AllowedTags(InlineProcessor):
    """Passes the few tags that authors may write."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(ALLOWED_TAG, md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - the parser's signature, which its stub narrows
        """Keep the tag out of reach of the other rules."""
        return self.md.htmlStash.store(m.group(0)), m.start(0), m.end(0)


class Slots(InlineProcessor):
    """Turns ``[[name]]`` into the slot's value; a slot without a fill stays as it was written."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(SLOT, md)
        self.fills: Mapping[str, SlotFill] = {}

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the parser's signature, which its stub narrows
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the parser's signature
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        """Give the element that shows the value."""
        fill = self.fills.get(m["slot"])
        if fill is None:
            return None, None, None
        span = ElementTree.Element("span")
        span.set("class", "slot" if fill.checked else "slot unchecked")
        span.set("data-slot", m["slot"])
        span.text = AtomicString(fill.shown)
        return span, m.start(0), m.end(0)


class Collector(Treeprocessor):
    """Notes links, pictures and headings, and gives callouts and links to records their final form."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found = Found()

    def run(self, root: ElementTree.Element) -> None:
        """Walk the finished tree once."""
        for element in root.iter():
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self.found.pictures.append((element.get("src", ""), element.get("alt", "")))
            elif element.tag in {"h1", "h2", "h3", "h4"}:
                title = HTML_PLACEHOLDER_RE.sub("", "".join(element.itertext())).strip()
                self.found.headings.append((int(element.tag[1]), element.get("id", ""), title))
            elif "admonition" in element.get("class", "").split():
                _make_callout(element)

    def _link(self, element: ElementTree.Element) -> None:
        if element.get("class", "").startswith("footnote-"):
            return
        target = _MAIL_ENTITY.sub(lambda found: chr(int(found[1])), element.get("href", ""))
        self.found.links.append(target)
        element.set("href", f"procura:{target}" if RECORD_LINK.fullmatch(target) else target)


def _make_callout(element: ElementTree.Element) -> None:
    names = element.get("class", "").split()
    kind = next((name for name in names if name in CALLOUTS), _UNKNOWN_CALLOUT)
    element.set("class", f"callout {kind}")
    for child in _titles(element):
        child.set("class", "callout-title")


def _titles(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (child for child in element if child.get("class") == "admonition-title")
