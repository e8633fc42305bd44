"""Typed reading of front matter: every field is asked for by name, and what nobody asked for is a fault.

A reader that finds a value of the wrong type notes a fault and gives an empty one, so that the rest of the
file is checked too; a file with faults makes no record.
"""

import difflib
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import yaml

from procura_desktop.content.faults import FaultLog
from procura_desktop.content.frontmatter import line_of

_Word = TypeVar("_Word", bound=str)
_TAG = "tag:yaml.org,2002:"
_KINDS = {"int": "a number", "float": "a number", "bool": "yes or no", "timestamp": "a date"}
_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,8})")
_NUMBER = re.compile(r"[-+]?\d{1,15}(?:\.\d{1,15})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEB = re.compile(r"https?://[^\s/<>\"]+\.[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Said:
    """One text of a list, with its line."""

    text: str
    line: int


class Fields:
    """The fields of one mapping of the front matter; `place` says which, for messages."""

    def __init__(self, node: yaml.MappingNode, log: FaultLog, *, place: str = "", line: int = 0) -> None:
        self._log = log
        self._place = place
        self._line = line or line_of(node)
        self._asked: set[str] = set()
        self._nodes: dict[str, yaml.Node] = {}
        self._lines: dict[str, int] = {}
        for key, value in node.value:
            self._take(key, value)

    def names(self) -> tuple[str, ...]:
        """Give the names of the fields that are there, in their order, and count them as asked for."""
        self._asked.update(self._nodes)
        return tuple(self._nodes)

    def forget_values(self) -> None:
        """Keep the lines of the fields alone, once everything was asked for."""
        self._nodes.clear()

    def has(self, name: str) -> bool:
        """Say whether the field is there and not empty."""
        return self._node(name) is not None

    def line(self, name: str) -> int:
        """Give the line of the field, or of the mapping when it is not there."""
        return self._lines.get(name, self._line)

    def fault(self, name: str, what: str, instead: str) -> None:
        """Note a fault of one field."""
        self._log.fault(self.line(name), f"'{name}'{self._place} {what}", instead)

    def text(self, name: str, *, must: bool = False, longest: int = 0, any_scalar: bool = False) -> str:
        """Give a text in one line; `any_scalar` takes a number, a date or yes and no as it is written."""
        node = self._asked_for(name, must)
        text = self._scalar(name, node, any_scalar=any_scalar) if node is not None else ""
        if longest and len(text) > longest:
            self.fault(name, f"has {len(text)} characters", f"write at most {longest}")
        return text

    def choice(self, name: str, allowed: tuple[_Word, ...], default: _Word, *, must: bool = False) -> _Word:
        """Give one word of a fixed list."""
        text = self.text(name, must=must, any_scalar=True)
        if not text:
            return default
        for word in allowed:
            if word == text:
                return word
        words = ", ".join(word for word in allowed if word)
        self.fault(name, f"is '{text}'", f"use one of {words}")
        return default

    def whole(self, name: str, *, must: bool = False, least: int = 0, most: int = 999_999_999) -> int:
        """Give a whole number; `least` when there is none."""
        text = self.text(name, must=must, any_scalar=True)
        if not text:
            return least
        if not _WHOLE.fullmatch(text):
            self.fault(name, f"is '{text}'", "write a whole number, such as 1")
            return least
        if not least <= int(text) <= most:
            bound = f"from {least} to {most}" if most < 999_999_999 else f"of {least} or more"
            self.fault(name, f"is {text}", f"write a number {bound}")
            return least
        return int(text)

    def number(self, name: str, *, must: bool = False) -> float | None:
        """Give a number; None when there is none."""
        text = self.text(name, must=must, any_scalar=True)
        number = as_number(text)
        if text and number is None:
            self.fault(name, f"is '{text}'", "write a number in figures with a decimal point, such as 2.5")
        return number

    def flag(self, name: str, *, default: bool) -> bool:
        """Give true or false."""
        text = self.text(name, any_scalar=True)
        if text and text not in {"true", "false"}:
            self.fault(name, f"is '{text}'", "write true or false")
        return text == "true" if text in {"true", "false"} else default

    def day(self, name: str, *, must: bool = False) -> str:
        """Give a date as ``2026-11-23``, or ""."""
        text = self.text(name, must=must, any_scalar=True)
        if text and not is_day(text):
            self.fault(name, f"is '{text}', which is no date", "write year-month-day, such as 2026-11-23")
            return ""
        return text

    def web(self, name: str, *, must: bool = False) -> str:
        """Give an address on the web."""
        text = self.text(name, must=must)
        if text and not _WEB.fullmatch(text):
            self.fault(name, f"is '{text}'", "write the whole address, such as https://iclei.org")
        return text

    def texts(self, name: str) -> tuple[Said, ...]:
        """Give a list of texts, each once, with their lines."""
        said: dict[str, Said] = {}
        for node in self._items(name):
            text = self._scalar(name, node, item=True)
            if text in said:
                self._log.fault(line_of(node), f"'{name}'{self._place} names '{text}' twice", "delete one")
            elif text:
                said[text] = Said(text, line_of(node))
        return tuple(said.values())

    def part(self, name: str, *, must: bool = False) -> "Fields | None":
        """Give the fields of a mapping within this one."""
        node = self._asked_for(name, must)
        if node is None:
            return None
        if not isinstance(node, yaml.MappingNode):
            self.fault(name, "is not a group of fields", f"indent its fields below '{name}:'")
            return None
        return Fields(node, self._log, place=f" in '{name}'{self._place}", line=self.line(name))

    def parts(self, name: str) -> tuple["Fields", ...]:
        """Give a list of mappings."""
        found = []
        for number, node in enumerate(self._items(name), start=1):
            place = f" in '{name}' {number}{self._place}"
            if isinstance(node, yaml.MappingNode):
                found.append(Fields(node, self._log, place=place))
            else:
                self._log.fault(line_of(node), f"'{name}' {number} has no fields", "write '- name: value'")
        return tuple(found)

    def text_or_texts(self, name: str) -> tuple[str, ...]:
        """Give one text or a list of them as a tuple."""
        if isinstance(self._node(name), yaml.SequenceNode):
            return tuple(said.text for said in self.texts(name))
        text = self.text(name)
        return (text,) if text else ()

    def is_mapping(self, name: str) -> bool:
        """Say whether the field holds fields of its own."""
        return isinstance(self._node(name), yaml.MappingNode)

    def finish(self) -> None:
        """Note every field that nobody asked for."""
        for name in self._nodes:
            if name not in self._asked:
                near = difflib.get_close_matches(name, sorted(self._asked), n=1)
                instead = (
                    f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(sorted(self._asked))}"
                )
                self._log.fault(self._lines[name], f"unknown field '{name}'{self._place}", instead)

    def _take(self, key: yaml.Node, value: yaml.Node) -> None:
        if not isinstance(key, yaml.ScalarNode):
            self._log.fault(line_of(key), f"a field name{self._place} is not a text", "write 'name: value'")
            return
        name = str(key.value)
        if name in self._nodes:
            self._log.fault(line_of(key), f"'{name}'{self._place} stands here twice", "keep one of them")
            return
        self._nodes[name] = value
        self._lines[name] = line_of(key)

    def _node(self, name: str) -> yaml.Node | None:
        node = self._nodes.get(name)
        return None if node is None or node.tag == f"{_TAG}null" else node

    def _asked_for(self, name: str, must: bool) -> yaml.Node | None:
        self._asked.add(name)
        node = self._node(name)
        if node is None and must:
            what = "is empty" if name in self._nodes else "is missing"
            self.fault(name, what, f"add '{name}: ...'; docs/content.md says what it holds")
        if node is None and not must and name in self._nodes:
            self.fault(name, "is empty", "fill it or delete the line")
        return node

    def _items(self, name: str) -> Iterable[yaml.Node]:
        node = self._asked_for(name, False)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.fault(name, "is not a list", f"write {name}: [one, two] or lines that begin with '- '")
            return ()
        return tuple(node.value)

    def _scalar(self, name: str, node: yaml.Node, *, any_scalar: bool = False, item: bool = False) -> str:
        line = line_of(node) if item else self.line(name)
        where = f"an entry of '{name}'{self._place}" if item else f"'{name}'{self._place}"
        if not isinstance(node, yaml.ScalarNode):
            self._log.fault(
                line, f"{where} is not a text", "put a text that holds ': ' or brackets in quotes"
            )
            return ""
        tag = str(node.tag).removeprefix(_TAG)
        text = " ".join(str(node.value).split())
        if tag != "str" and not any_scalar and not (item and tag in {"int", "float"}):
            found = _KINDS.get(tag, "empty" if tag == "null" else f"of an unknown type '{tag}'")
            self._log.fault(line, f"{where} is {found}, not a text", f'put it in quotes: "{text}"')
            return ""
        return text


def as_number(text: str) -> float | None:
    """Read a number in figures; None when it is none."""
    number = float(text) if _NUMBER.fullmatch(text) else None
    return number if number is not None and math.isfinite(number) else None


def is_day(text: str) -> bool:
    """Say whether a text is a date of the calendar."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
