"""The body of a criterion, cut at its headings: these and no others, each once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from procura_desktop.content.draft import Draft

REQUIREMENT = "Requirement"
PROOF_TENDER = "Proof at tender"
PROOF_CONTRACT = "Proof in contract"
RATIONALE = "Rationale"
POINTS = "Points"
NOTE = "Note"
_SINGLE = (REQUIREMENT, PROOF_TENDER, PROOF_CONTRACT, RATIONALE, POINTS, NOTE)
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?P<title>[^#].*?|)#* *")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *")
_ALLOWED = f"use {', '.join(f'## {name}' for name in _SINGLE)}, or ## {REQUIREMENT}: <level>"


@dataclass(frozen=True, slots=True)
class Section:
    """One section; `line` is the line of the file on which its text begins."""

    title: str
    text: str
    line: int


def split_sections(draft: Draft, levels: Iterable[str]) -> dict[str, Section]:
    """Cut the body at its headings and note those that do not belong there, and those that are missing."""
    allowed = {*_SINGLE, *(f"{REQUIREMENT}: {level}" for level in levels)}
    sections: dict[str, Section] = {}
    title = ""
    lines: list[str] = []
    first = draft.body_line
    for number, line in enumerate(draft.body.split("\n"), start=draft.body_line):
        heading = _heading(line)
        if heading is None:
            _check_underline(draft, number, [*lines[-1:], line])
            lines.append(line)
            continue
        _keep(draft, sections, Section(title, "\n".join(lines), first))
        title, lines, first = heading, [], number + 1
        _check_heading(draft, number, line, known=title in allowed)
    _keep(draft, sections, Section(title, "\n".join(lines), first))
    return sections


def _heading(line: str) -> str | None:
    match = _HEADING.fullmatch(line)
    return " ".join(match["title"].split()) if match else None


def _check_heading(draft: Draft, number: int, line: str, *, known: bool) -> None:
    """A heading is two signs, a blank (a word processor may make it a wide one) and a name of the list."""
    marks, title = line.strip()[:2], line.strip()[2:]
    if not known or marks != "##" or title.startswith("#"):
        draft.log.fault(number, f"unexpected heading '{line.strip()}'", _ALLOWED)
    elif not title[:1].isspace():
        draft.log.fault(number, f"no blank stands after '##' in '{line.strip()}'", f"write '## {title}'")


def _check_underline(draft: Draft, number: int, lines: list[str]) -> None:
    """Find headings that are marked by a line of signs below them."""
    if len(lines) == 2 and lines[0].strip() and "|" not in lines[0] and _UNDERLINE.fullmatch(lines[1]):
        draft.log.fault(number, f"unexpected heading '{lines[0].strip()}'", _ALLOWED)


def _keep(draft: Draft, sections: dict[str, Section], section: Section) -> None:
    if not section.title:
        if section.text.strip():
            draft.log.fault(section.line, "text before the first heading", f"begin with '## {REQUIREMENT}'")
        return
    if section.title in sections:
        draft.log.fault(section.line - 1, f"'## {section.title}' stands here twice", "join the two")
    elif not section.text.strip():
        draft.log.fault(section.line - 1, f"'## {section.title}' is empty", "write its text or delete it")
    sections.setdefault(section.title, section)
