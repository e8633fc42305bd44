"""The text of a record: rendered, with its faults at the lines of its file."""

import re
from collections.abc import Mapping

from procura_desktop.content.draft import ID, Draft, PictureUse, Reference
from procura_desktop.markup.render import Link, Picture, Rendered, SlotFill, faults, render

_WEB = re.compile(r"https?://[^\s/]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+")
_PICTURE = re.compile(r"pictures/(?:[A-Za-z0-9][A-Za-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*\.(?:svg|png)")
_SLOT = re.compile(r"\[\[")


def read_body(draft: Draft) -> Rendered:
    """Render the whole body of a record that is not a criterion."""
    rendered = check_text(draft, draft.body, draft.body_line)
    draft.anchors.update(heading.id for heading in rendered.headings)
    for heading in rendered.headings:
        if heading.level == 1:
            line = _line_of_heading(draft)
            draft.log.fault(
                line, "a heading of level 1 in the text", "'title' is the only one; begin with '##'"
            )
            break
    for found in _SLOT.finditer(draft.body):
        line = draft.body_line + draft.body.count("\n", 0, found.start())
        draft.log.fault(line, "'[[' marks a slot, which only a criterion has", "write plain text")
    return rendered


def check_text(
    draft: Draft, text: str, first_line: int, *, slots: Mapping[str, SlotFill] | None = None
) -> Rendered:
    """Render a text that begins on `first_line` of the file, and note its faults, links and pictures."""
    for fault in faults(text):
        draft.log.fault(first_line + fault.line - 1, fault.what, fault.instead)
    rendered = render(text, slots=slots)
    for link in rendered.links:
        _take_link(draft, link, first_line + link.line - 1)
    for picture in rendered.pictures:
        _take_picture(draft, picture, first_line + picture.line - 1)
    return rendered


def _take_link(draft: Draft, link: Link, line: int) -> None:
    target, _, section = link.target.partition("#")
    if ID.fullmatch(target) or (not target and section):
        draft.references.append(Reference(line, target, "the link", section=section))
    elif not _WEB.fullmatch(link.target):
        draft.log.fault(
            line,
            f"the link '{link.target}' leads nowhere",
            "write an id such as guidance/labels, '#section', or an address that begins with https://",
        )


def _take_picture(draft: Draft, picture: Picture, line: int) -> None:
    if not picture.alt:
        draft.log.fault(
            line,
            f"picture '{picture.target}' has no description",
            f"write ![what it shows]({picture.target})",
        )
    if _PICTURE.fullmatch(picture.target):
        draft.pictures.append(PictureUse(picture.target, line))
    else:
        draft.log.fault(
            line,
            f"picture '{picture.target}' is not one of the library",
            "put an SVG or PNG into content/pictures and write pictures/name.svg",
        )


def _line_of_heading(draft: Draft) -> int:
    found = re.search(r"^# |^=+ *$", draft.body, re.MULTILINE)
    return draft.body_line + (draft.body.count("\n", 0, found.start()) if found else 0)
