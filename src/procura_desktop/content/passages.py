"""The text of a record as its readers meet it: passage by passage, without the signs of Markdown.

What reviews wording needs sentences and their lines, not HTML. A passage is a paragraph, an entry of a list
or a row of a table.
"""

import re
from collections.abc import Iterator

from procura_desktop.content.draft import Draft, Passage, PassageKind

_HEADING = re.compile(r"#{1,6}\s+(?P<title>.*?)\s*#*")
_MARKER = re.compile(r"(?:[-*+]|\d+[.)])\s+")
_CALLOUT = re.compile(r'!!!\s+\w+(?:\s+"(?P<title>[^"]*)")?')
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]:\s*")
_RULE = re.compile(r"[|\s:+-]+")
_SIGNS = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"\[\[(?P<slot>[a-z0-9_]+)[^\]]*\]\]"), "…"),
    (re.compile(r"\[(?P<text>[^\]]*)\]\([^)]*\)"), r"\g<text>"),
    (re.compile(r"<[^>]+>"), " "),
    (re.compile(r"[*`]+|(?<!\w)_|_(?!\w)"), ""),
    (re.compile(r"\s+"), " "),
)
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-Z0-9…])")


def passages(draft: Draft) -> tuple[Passage, ...]:
    """Give the passages of a body in their order; they are cut once."""
    if draft.passages is None:
        draft.passages = tuple(_cut(draft))
    return draft.passages


def _cut(draft: Draft) -> Iterator[Passage]:
    heading = ""
    collected: list[str] = []
    kind: PassageKind = "text"
    start = draft.body_line

    def done() -> Iterator[Passage]:
        if collected:
            text = without_signs(" ".join(collected))
            if text:
                yield Passage(heading, start, text, kind)
            collected.clear()

    for number, line in enumerate(draft.body.split("\n"), start=draft.body_line):
        bare = line.strip().lstrip(">").strip()
        title = _HEADING.fullmatch(bare)
        if not bare or title or _CALLOUT.fullmatch(bare):
            yield from done()
            heading = title["title"] if title else heading
            continue
        first = _beginning(bare, going_on=bool(collected) and kind != "table")
        if first is not None:
            yield from done()
            kind, start, bare = first[0], number, first[1]
        collected.append("" if kind == "table" and _RULE.fullmatch(bare) else bare)
    yield from done()


def _beginning(bare: str, *, going_on: bool) -> tuple[PassageKind, str] | None:
    """Give the kind of a passage that begins here, and its text; None: the one before goes on."""
    if bare.startswith("|"):
        return "table", bare.strip("|").replace("|", " ; ")
    note = _FOOTNOTE.match(bare)
    if note:
        return "footnote", bare[note.end() :]
    marker = _MARKER.match(bare)
    if marker:
        return "text", bare[marker.end() :]
    return None if going_on else ("text", bare)


def without_signs(markdown: str) -> str:
    """Take the signs of Markdown away from a piece of text."""
    for pattern, instead in _SIGNS:
        markdown = pattern.sub(instead, markdown)
    return markdown.strip()


def sentences(text: str) -> tuple[str, ...]:
    """Cut a text after each full stop, question mark or exclamation mark that ends a sentence."""
    return tuple(piece.strip() for piece in _END.split(text) if piece.strip())
