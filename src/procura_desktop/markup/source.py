"""Markdown as it was written: on which line something stands, and what an author may not write."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from procura_desktop.markup.clean import CALLOUTS, INLINE_TAGS
from procura_desktop.markup.tree import ALLOWED_TAG

_CODE_SPAN = re.compile(r"(?<!\\)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_TAG = re.compile(r"<(?:!--|[!?]?/?[A-Za-z][^\s<>:@]*(?:\s[^<>]*)?/?>)")
_ALLOWED = re.compile(ALLOWED_TAG)
_CALLOUT_LINE = re.compile(r"^ *!!!(.*)$", re.MULTILINE)
_CALLOUT_FORM = re.compile(r' ?(?P<kind>[\w-]+)(?P<more>(?: +[\w-]+)*)(?: +"[^"]*")? *')
_NOTE_USE = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_NOTE_TEXT = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MarkupFault:
    """Something in the text that an author must change; `line` counts from 1 within the text."""

    line: int
    what: str
    instead: str


class Lines:
    """Turns places in a text into line numbers, from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, offset: int) -> int:
        """Give the line that the character at `offset` stands on."""
        return bisect_right(self._starts, offset)


def lines_of(targets: Iterable[str], text: str) -> Iterator[int]:
    """Give the line of each link target, in the order in which the targets appear in the text.

    The parser forgets places, so the n-th use of a target is looked for as its n-th mention.
    """
    lines = Lines(text)
    last: defaultdict[str, int] = defaultdict(int)
    for target in targets:
        offset = text.find(target, last[target]) if target else -1
        if offset < 0:
            offset = max(text.find(target), 0)
        last[target] = offset + max(len(target), 1)
        yield lines.at(offset)


def faults(text: str) -> tuple[MarkupFault, ...]:
    """Name everything that the text may not hold, in the order of its lines."""
    masked = _CODE_SPAN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    lines = Lines(masked)
    found = [*_html_faults(masked, lines), *_callout_faults(masked, lines), *_note_faults(masked, lines)]
    return tuple(sorted(found, key=lambda fault: fault.line))


def _html_faults(text: str, lines: Lines) -> Iterator[MarkupFault]:
    for found in _TAG.finditer(text):
        if not _ALLOWED.fullmatch(found[0]):
            allowed = ", ".join(f"<{name}>" for name in INLINE_TAGS)
            shown = found[0] if len(found[0]) <= 40 else f"{found[0][:37]}..."
            yield MarkupFault(
                lines.at(found.start()),
                f"HTML that is not accepted: {shown}",
                f"write Markdown; of HTML only {allowed} are accepted",
            )


def _callout_faults(text: str, lines: Lines) -> Iterator[MarkupFault]:
    kinds = ", ".join(CALLOUTS)
    for found in _CALLOUT_LINE.finditer(text):
        line = lines.at(found.start())
        form = _CALLOUT_FORM.fullmatch(found[1])
        if form is None or form["more"]:
            yield MarkupFault(line, "a callout that cannot be read", 'write it as: !!! tip "Title"')
        elif form["kind"] not in CALLOUTS:
            yield MarkupFault(line, f"unknown callout '{form['kind']}'", f"use one of {kinds}")
        elif not re.match(r"\n(?:[ ]*\n)*(?: {4}|\t)", text[found.end() :]):
            yield MarkupFault(line, "a callout without text", "indent its text by four blanks below it")


def _note_faults(text: str, lines: Lines) -> Iterator[MarkupFault]:
    explained = set(_NOTE_TEXT.findall(text))
    used = {found[1]: found.start() for found in reversed([*_NOTE_USE.finditer(text)])}
    for name, offset in used.items():
        if name not in explained:
            yield MarkupFault(
                lines.at(offset), f"footnote [^{name}] has no text", f"add a line: [^{name}]: the text"
            )
    for found in _NOTE_TEXT.finditer(text):
        if found[1] not in used:
            yield MarkupFault(
                lines.at(found.start()), f"footnote [^{found[1]}] is never used", "refer to it, or delete it"
            )
