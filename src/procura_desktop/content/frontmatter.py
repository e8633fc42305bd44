"""The two halves of a file: YAML between two ``---`` lines, and the text below.

YAML is only composed into nodes, never constructed: nothing in a file can make an object,
and every value keeps its line.
"""

import re
from dataclasses import dataclass

import yaml

from procura_desktop.content.faults import FaultLog

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FENCE = "---"
# YAML counts these as ends of lines, an author's editor does not.
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
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
        log.fault(1, "there is no front matter", "begin the file with a line '---'")
        return None
    ends = [number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE]
    if not ends:
        log.fault(1, "the front matter does not end", "put a line '---' between the fields and the text")
        return None
    fields = _compose("\n".join(lines[1 : ends[0]]), log)
    if fields is None:
        return None
    return FrontMatter(fields, "\n".join(lines[ends[0] + 1 :]), ends[0] + 2)


def line_of(node: yaml.Node) -> int:
    """Give the line of a node in its file; the front matter begins on line 2."""
    return int(node.start_mark.line) + 2


def _compose(text: str, log: FaultLog) -> yaml.MappingNode | None:
    text = _OTHER_BREAKS.sub(" ", text)
    if len(text) > _LONGEST or text.count("[") + text.count("{") > _MOST_BRACKETS:
        log.fault(
            2, f"the front matter is longer than {_LONGEST} characters", "move text below the second '---'"
        )
        return None
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(str(error.problem or error.context).split())
        log.fault(mark.line + 2 if mark else 2, f"broken YAML: {problem}", _cure(problem))
        return None
    except yaml.YAMLError as error:
        log.fault(2, f"broken YAML: {' '.join(str(error).split())}", "delete the character that YAML refuses")
        return None
    if not isinstance(node, yaml.MappingNode):
        log.fault(2, "the front matter holds no fields", "write one field a line, such as 'title: Furniture'")
        return None
    return node


def _cure(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "put a text that holds ': ' in double quotes"
    if "cannot start any token" in problem or "found unexpected" in problem:
        return "put a text that begins with a sign such as % @ ` * & ! in double quotes"
    if "tab" in problem or "\\t" in problem:
        return "indent with blanks, not with tabs"
    return "check quotes, indentation and brackets on this line and the one before"
