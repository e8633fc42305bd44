"""A file of content while it is written: every line knows the column that it comes from.

So what the check of the content says of a line can be said of a cell.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import yaml

_WIDEST = 1_000_000  # a text is never broken into lines


class Page:
    """The lines of one file, and for each the key of its column; "" where it comes from none."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._keys: list[str] = []

    def put(self, line: str, key: str = "") -> None:
        """Add a line."""
        self._lines.append(line)
        self._keys.append(key)

    def field(self, name: str, value: str | int | float | bool | date, key: str, *, indent: str = "") -> None:
        """Add a field of the front matter; an empty text is left out."""
        if value != "":
            self.put(f"{indent}{name}: {scalar(value)}", key)

    def texts(self, name: str, values: Iterable[str], key: str) -> None:
        """Add a list, a line each; an empty one is left out."""
        listed = tuple(values)
        if listed:
            self.put(f"{name}:", key)
        for value in listed:
            self.put(f"- {scalar(value)}", key)

    def section(self, title: str, text: str, key: str) -> None:
        """Add a heading and the text below it; an empty one is left out.

        What the check misses in the body it notes on its first line, which therefore comes from no column.
        """
        if not text:
            return
        first = self._lines[-1] == "---"
        if not first:
            self.put("", key)
        self.put(f"## {title}", "" if first else key)
        self.put("", key)
        for line in text.split("\n"):
            self.put(line, key)

    @property
    def text(self) -> str:
        """The file so far."""
        return "".join(f"{line}\n" for line in self._lines)

    def key(self, line: int) -> str:
        """Give the column that a line, counted from 1, comes from."""
        return self._keys[line - 1] if 0 < line <= len(self._keys) else ""


@lru_cache(maxsize=4096, typed=True)
def scalar(value: str | int | float | bool | date) -> str:
    """Write a value as YAML, in quotes where it needs them."""
    written = yaml.safe_dump({"k": value}, allow_unicode=True, default_flow_style=False, width=_WIDEST)
    return written.removeprefix("k: ").rstrip("\n")
