"""Lists as lines of plain text and of Markdown (CommonMark 0.31, section 5.3).

In Markdown numbers beside each other are one list, which counts on whatever is written, empty lines or not:
a list that begins anew gets the other sign, "4)" after "2.".
"""

from collections.abc import Callable, Iterator

from procura_desktop.export.paper import ListBlock, ListItem
from procura_desktop.export.points import Points, lists_of

_SIGNS = (".", ")")


class ListLines:
    """Writes lists; it keeps in mind which sign the numbers before had."""

    def __init__(self, words: Callable[[ListItem], str], *, markdown: bool) -> None:
        """Take what gives the words of a point."""
        self._words = words
        self._markdown = markdown
        self._sign = ""  # of the outermost list that was just written; "" is none with numbers

    def text(self, block: ListBlock) -> str:
        """Give the lines of a list."""
        lines: list[str] = []
        for points in lists_of(block.items):
            self._sign = self._next(points, self._sign)
            lines += self._lines(points, "", self._sign)
        return "\n".join(lines)

    def break_off(self) -> None:
        """Say that something else was written: the next list is no neighbour."""
        self._sign = ""

    def _next(self, points: Points, before: str) -> str:
        if points.start is None:
            return ""
        return _SIGNS[1] if self._markdown and before == _SIGNS[0] else _SIGNS[0]

    def _lines(self, points: Points, deep: str, sign: str) -> Iterator[str]:
        for at, point in enumerate(points.points):
            mark = "- " if points.start is None else f"{points.start + at}{sign} "
            inner = deep + " " * len(mark)
            # Four blanks are enough for readers of Markdown of any age.
            lower = deep + " " * max(len(mark), 4) if self._markdown else inner
            first, *rest = self._words(point.item).split("\n")
            yield f"{deep}{mark}{first}"
            yield from (inner + line for line in rest)
            below = ""
            for one in point.below:
                # Directly below a paragraph only a list that begins at 1 is one.
                if self._markdown and one.start not in {None, 1}:
                    yield ""
                below = self._next(one, below)
                yield from self._lines(one, lower, below)
