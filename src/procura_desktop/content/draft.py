"""One file while it is being read: what it says, what it points at, and what is wrong with it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from procura_desktop.content.cpv import cpv_fault
from procura_desktop.content.faults import FaultLog
from procura_desktop.content.fields import Fields, Said
from procura_desktop.content.place import Place
from procura_desktop.domain.kinds import RecordKind
from procura_desktop.domain.records import Record

PassageKind = Literal["text", "table", "footnote"]
ID = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)+")


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that points at a record.

    Attributes:
        target: the id; "" means the record that it stands in.
        section: the anchor of a heading; "" means the beginning.
        kinds: what the target may be; empty means any record.
        said: what points there, for the message: "'labels'" or "the link".
    """

    line: int
    target: str
    said: str
    section: str = ""
    kinds: tuple[RecordKind, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureUse:
    """A picture that the text shows; `path` is as assets name it."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of text as readers meet it: a paragraph, an entry of a list, a row of a table.

    `line` is where it begins in the file, `heading` that of its section.
    """

    heading: str
    line: int
    text: str
    kind: PassageKind = "text"


@dataclass(slots=True)
class Draft:
    """What is known of one file; `record` stays None when the file has faults.

    `body_line` is the line of the file on which the body begins; `code` is that of a criterion.
    """

    place: Place
    log: FaultLog
    fields: Fields
    body: str
    body_line: int
    today: date
    record: Record | None = None
    code: str = ""
    references: list[Reference] = field(default_factory=list)
    pictures: list[PictureUse] = field(default_factory=list)
    passages: tuple[Passage, ...] | None = None
    anchors: set[str] = field(default_factory=set)

    def ids(self, name: str, *kinds: RecordKind) -> tuple[str, ...]:
        """Read a list of ids and remember to check where they lead."""
        said = self.fields.texts(name)
        self.refer(name, said, *kinds)
        return tuple(one.text for one in said)

    def refer(self, name: str, said: Iterable[Said], *kinds: RecordKind) -> None:
        """Remember to check where the ids of a field lead."""
        self.references.extend(Reference(one.line, one.text, f"'{name}'", kinds=kinds) for one in said)

    def cpv(self) -> tuple[str, ...]:
        """Read the list of CPV codes and check each."""
        said = self.fields.texts("cpv")
        for one in said:
            fault = cpv_fault(one.text)
            if fault is not None:
                self.log.fault(one.line, *fault)
        return tuple(one.text for one in said)


def plain(said: Iterable[Said]) -> tuple[str, ...]:
    """Give the texts without their lines."""
    return tuple(one.text for one in said)
