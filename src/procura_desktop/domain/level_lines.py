"""Lines of a proof or a points rule that hold at one ambition level alone.

A criterion's levels share one proof and one points rule. A line that begins with the name of a level and a
colon, "Comprehensive: also the price list.", holds at that level. Bidders of the other levels never read it,
and those of this level read it without the name, which they do not know.
"""

import re
from collections.abc import Sequence


def at_level(text: str, level: str, levels: Sequence[str]) -> str:
    """Give what of a text holds at one of its levels; paragraphs are divided by an empty line."""
    found = (_kept(paragraph, level, levels) for paragraph in text.split("\n\n"))
    return "\n\n".join(paragraph for paragraph in found if paragraph)


def line_level(line: str, levels: Sequence[str]) -> tuple[str, str, str] | None:
    """Cut a line that holds at one level alone into (mark of a list, level, words); None holds at all."""
    names = "|".join(re.escape(name) for name in levels)
    match = re.fullmatch(rf"(\s*(?:- |\d+\. )?)({names}): (.+)", line, re.IGNORECASE) if names else None
    return (match[1], match[2].lower(), match[3]) if match else None


def _kept(paragraph: str, level: str, levels: Sequence[str]) -> str:
    lines = []
    for line in paragraph.split("\n"):
        of_level = line_level(line, levels)
        if of_level is None:
            lines.append(line)
        elif of_level[1] == level.lower():
            mark, _, words = of_level
            lines.append(f"{mark}{words[:1].upper()}{words[1:]}")
    return "\n".join(lines)
