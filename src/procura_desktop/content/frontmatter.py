"""The two halves of a file: YAML between two ``---`` lines, and the text below.

YAML is only composed into nodes, never constructed: nothing in a file can make an object,
and every value keeps its line.
"""

import re
import unicodedata
from dataclasses import dataclass

import yaml

from procura_desktop.content.broken_yaml import find_slip
from procura_desktop.content.faults import FaultLog

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FENCE = "---"
# YAML counts these as ends of lines, an author's editor does not.
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
# A word processor brings these: blanks that YAML does not take for blanks, and signs that nobody sees.
_OTHER_BLANKS = re.compile("[\u00a0\u2007\u2009\u202f]")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff]")
_ALMOST_FENCE = re.compile(r"\s*[-\u2010-\u2015]+\s*|\s+---\s*")
# The parser recurses for every level and crashes the process beyond some 20,000: these bound the levels.
_LONGEST = 20_000
_MOST_BRACKETS = 2_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """One file, split; `body_line` is the line in the file on which the body begins."""

    fields: yaml.MappingNode
    body: str
    body_line: int


def decode(data: bytes, log: FaultLog) -> str | None:
    """Give the text of a file with plain line ends; None when it is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        log.fault(line, f"byte {error.start + 1} is not UTF-8", "save the file as UTF-8")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_front_matter(text: str, log: FaultLog) -> FrontMatter | None:
    """Split a file and read the structure of its front matter; None when that cannot be done."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        late = text.lstrip().startswith(f"{_FENCE}\n")
        log.fault(
            1,
            "something stands before the front matter" if late else "there is no front matter",
            "delete it: '---' must be the very first line" if late else "begin the file with a line '---'",
        )
        return None
    ends = [number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE]
    if not ends:
        _note_no_end(lines, log)
        return None
    fields = _compose("\n".join(lines[1 : ends[0]]), log)
    if fields is None:
        return None
    return FrontMatter(fields, "\n".join(lines[ends[0] + 1 :]), ends[0] + 2)


def line_of(node: yaml.Node) -> int:
    """Give the line of a node in its file; the front matter begins on line 2."""
    return int(node.start_mark.line) + 2


def _note_no_end(lines: list[str], log: FaultLog) -> None:
    """Name the line that was meant as the end, if there is one."""
    meant = next((number for number, line in enumerate(lines[1:], 2) if _ALMOST_FENCE.fullmatch(line)), 0)
    if meant:
        shown = lines[meant - 1].rstrip()
        log.fault(meant, f"'{shown}' does not end the front matter", "write three hyphens: '---'")
    else:
        log.fault(1, "the front matter does not end", "put a line '---' between the fields and the text")


def _compose(text: str, log: FaultLog) -> yaml.MappingNode | None:
    text = _OTHER_BLANKS.sub(" ", _OTHER_BREAKS.sub(" ", text))
    if len(text) > _LONGEST or text.count("[") + text.count("{") > _MOST_BRACKETS:
        log.fault(
            2, f"the front matter is longer than {_LONGEST} characters", "move text below the second '---'"
        )
        return None
    if unseen := _UNSEEN.search(text):
        _note_unseen(text, unseen.start(), log)
        return None
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        _note_broken(text, error, log)
        return None
    except yaml.YAMLError as error:
        log.fault(2, f"broken YAML: {' '.join(str(error).split())}", "delete the character that YAML refuses")
        return None
    if not isinstance(node, yaml.MappingNode):
        log.fault(2, "the front matter holds no fields", "write one field a line, such as 'title: Furniture'")
        return None
    return node


def _note_unseen(text: str, position: int, log: FaultLog) -> None:
    """Name a character that an editor does not show, and the word before it, where to look."""
    sign = text[position]
    name = unicodedata.name(sign, "control character")
    line = text.count("\n", 0, position) + 2
    before = (text[:position].rpartition("\n")[2].split() or [""])[-1]
    where = f" after '{before}'" if before else ""
    log.fault(
        line,
        f"a character that cannot be seen stands here{where} (U+{ord(sign):04X} {name.lower()})",
        "delete the word and type it again",
    )


def _note_broken(text: str, error: yaml.MarkedYAMLError, log: FaultLog) -> None:
    mark = error.problem_mark or error.context_mark
    problem = " ".join(str(error.problem or error.context).split())
    slip = find_slip(text.split("\n"), mark.line, problem) if mark else None
    if slip is not None:
        log.fault(slip.number + 2, f"broken YAML: {slip.what}", slip.instead)
    else:
        log.fault(
            mark.line + 2 if mark else 2,
            f"broken YAML: {problem}",
            "check quotes, indentation and brackets on this line and the one before",
        )
