"""What an author most likely meant where YAML gives up.

The parser names the place where it lost the thread, often a line late, in words for programmers. Here the
lines are looked at once more for the usual slips, so that the fault names the slip and its cure.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_SINGLE = re.compile(r"[^:#]*: +'(?:[^']|'')*'(?P<rest>.*)")
_OPEN_QUOTE = re.compile(r"""[^:#]*: +(?:"[^"]*|'(?:[^']|'')*)""")
_AFTER_BRACKET = re.compile(r"\s*(?:- )?[\w-]+: +\[[^\[\]]*\]\s*[^\s#].*")
_NO_BLANK_AFTER_COLON = re.compile(r"\s*(?:- )?(?P<name>[a-z_]+):(?P<value>[^\s:/].*)")
_NO_BLANK_AFTER_DASH = re.compile(r"\s*-(?P<rest>[a-z_]+:.*)")
_FIELD = re.compile(r"(?P<indent> *(?:- +)?)[a-z_]+:(?: |$)")
_SIGN = re.compile(r"""\s*(?:- )?[\w-]+: +(?P<sign>[%@`*&!|>])(?P<word>\S*).*""")
_TAB = re.compile(r" *\t")
_TWO_COLONS = re.compile(r"""\s*(?:- )?[\w-]+: +[^"'\[{|>].*: .*""")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong and what would be right; `number` counts lines of the front matter from 0."""

    number: int
    what: str
    instead: str


def find_slip(lines: Sequence[str], number: int, problem: str) -> Slip | None:
    """Find the slip behind a fault that the parser noticed on line `number`; None if it looks like none."""
    if "tab" in problem or (number < len(lines) and _TAB.match(lines[number])):
        return Slip(number, "a tab stands at the beginning of the line", "indent with blanks, not with tabs")
    for near in range(number, max(number - 2, -1), -1):
        if near < len(lines):
            for look in _LOOKS:
                found = look(lines[near])
                if found is not None:
                    return Slip(near, *found)
    return _open_quote(lines[: number + 1]) or _indented(lines, number)


def _missing_blank(line: str) -> tuple[str, str] | None:
    if match := _NO_BLANK_AFTER_DASH.fullmatch(line):
        return "no blank stands after '-'", f"write '- {match['rest']}'"
    if match := _NO_BLANK_AFTER_COLON.fullmatch(line):
        return "no blank stands after ':'", f"write '{match['name']}: {match['value'].strip()}'"
    return None


def _unquoted(line: str) -> tuple[str, str] | None:
    cure = "put the text in double quotes"
    if (match := _SINGLE.fullmatch(line)) and match["rest"].strip(" ,]}"):
        return "an apostrophe ends the text that stands in single quotes", cure
    if _TWO_COLONS.fullmatch(line):
        return "a text holds ': '", cure
    if _AFTER_BRACKET.fullmatch(line):
        return "a text begins with '['", cure
    if (match := _SIGN.fullmatch(line)) and (match["word"] or match["sign"] not in "|>"):
        return f"a text begins with '{match['sign']}'", cure
    return None


_LOOKS: tuple[Callable[[str], tuple[str, str] | None], ...] = (_missing_blank, _unquoted)


def _open_quote(lines: Sequence[str]) -> Slip | None:
    """Find the last quote that is opened and not closed on its line."""
    for number in range(len(lines) - 1, -1, -1):
        if _OPEN_QUOTE.fullmatch(lines[number]):
            return Slip(
                number, "a quotation mark opens here and does not close", "close it, on the same line"
            )
    return None


def _indented(lines: Sequence[str], number: int) -> Slip | None:
    """Compare the indentation of a field with that of the field above it."""
    above = next((match for line in reversed(lines[:number]) if (match := _FIELD.match(line))), None)
    here = _FIELD.match(lines[number]) if number < len(lines) else None
    if above is None or here is None or len(above["indent"]) == len(here["indent"]):
        return None
    wanted, found = len(above["indent"]), len(here["indent"])
    more = "more" if found > wanted else "less"
    return Slip(
        number,
        f"the field is indented {more} than the one above it",
        f"begin it after {wanted} blanks instead of {found}, as the one above",
    )
