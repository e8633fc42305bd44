"""The headings that each kind of record must have, so that readers find the same in the same place."""

import re
from collections.abc import Mapping, Sequence

from procura_desktop.content.draft import Draft

_HEADING = re.compile(r"^##[^\S\n]+(?P<title>.*?)[^\S\n]*#*[^\S\n]*$", re.MULTILINE)
# By folder: the beginning of each heading, and what stands below it.
_REQUIRED: Mapping[str, Sequence[tuple[str, str]]] = {
    "guidance": (
        ("Worked example", "work it out with numbers that add up"),
        ("Checklist", "list what the buyer ticks off"),
    ),
    "law": (
        ("What it says", "tell the law in our words"),
        ("What you do", "say what the buyer does with it, with an example"),
    ),
    "groups": (
        ("Scope", "say below it what belongs here"),
        ("What to check on the market", "list what the buyer asks suppliers first"),
    ),
    "cases": (
        ("What they did", "tell it"),
        ("What came of it", "tell it, and how it is known"),
        ("What you can use", "list what another buyer can do"),
    ),
    "labels": (("How to ask for it lawfully", "say so, with 'or equivalent'"),),
}


def check_structure(draft: Draft) -> None:
    """Note every heading that is missing."""
    found = [match["title"] for match in _HEADING.finditer(draft.body)]
    for title, below in _REQUIRED.get(draft.place.names[0], ()):
        if not any(one.startswith(title) for one in found):
            draft.log.fault(draft.body_line, f"the heading '## {title}' is missing", below)
