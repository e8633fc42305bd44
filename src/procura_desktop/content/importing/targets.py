"""Which file a row becomes: its id is stable, so a criterion that is there already keeps its file."""

import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from procura_desktop.content.faults import FaultLog
from procura_desktop.content.fields import Fields
from procura_desktop.content.frontmatter import decode, read_front_matter
from procura_desktop.content.importing.criterion_page import Dates
from procura_desktop.content.importing.rows import Row
from procura_desktop.content.references import say_elsewhere
from procura_desktop.domain.kinds import RecordKind

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]+)?")
_OTHER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Existing:
    """The file of a criterion as it is, with what a row may leave open."""

    file: Path
    text: str
    dates: Dates


@dataclass(frozen=True, slots=True)
class Target:
    """The file that a row becomes, below the folder of the content; `existing` is what it would replace."""

    path: Path
    existing: Existing | None


def find_target(
    row: Row, root: Path, beside: Mapping[str, RecordKind] = MappingProxyType({})
) -> Target | None:
    """Find the file of a row; None when the row does not say where it belongs, which is noted.

    `beside` are the records, by id, of the library that the content is read beside: its groups count too.
    """
    folder = _folder(row, root, beside)
    code = row.line("code")
    start = slug(code)
    if folder is None or not start:
        if code and not start:
            row.fault("code", f'"{code}" is not a code', "write capital letters and a number, such as TS6")
        return None
    name = row.line("name")
    if name and not _NAME.fullmatch(name):
        row.fault("name", f'"{name}" cannot be part of an id', "use small letters, digits and hyphens")
        return None
    existing = _find_existing(root / folder, code, start)
    wanted = f"{start}-{name or _short(slug(row.line('title')))}".rstrip("-")
    if existing is not None and name and existing.file.stem != wanted:
        what = f"{code} is there already, as {existing.file.as_posix()}, and ids never change"
        row.fault("name", what, "empty the cell, or choose another code")
    stem = existing.file.stem if existing is not None else wanted
    return Target(folder / f"{stem}.md", existing)


def slug(text: str) -> str:
    """Give a text as part of an id: small letters without accents, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _OTHER.sub("-", kept).strip("-")


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rpartition("-")[0]


def _folder(row: Row, root: Path, beside: Mapping[str, RecordKind]) -> Path | None:
    group = row.line("group").lower().removeprefix("groups/")
    part = row.line("part").lower()
    language = row.line("language").lower() or "en"
    sound = bool(group)
    if not _LANGUAGE.fullmatch(language):
        row.fault("language", f'"{language}" is not a language', "write its two letters, such as en")
        sound = False
    elif group and group not in (known := _groups(root / language / "groups", beside)):
        near = difflib.get_close_matches(group, sorted(known), n=1)
        instead = (
            f"did you mean '{near[0]}'?"
            if near
            else f"write its file in {root.as_posix()}/{language}/groups{say_elsewhere(beside)}"
        )
        row.fault("group", f'there is no product group "{group}"', instead)
        sound = False
    if part and not _NAME.fullmatch(part):
        row.fault("part", f'"{part}" cannot be part of an id', "use small letters, digits and hyphens")
        sound = False
    return Path(language, "criteria", group, part) if sound else None


def _groups(folder: Path, beside: Mapping[str, RecordKind]) -> set[str]:
    """Name the product groups that there are: files, and those of the library that is read beside."""
    named = {file.stem for file in folder.glob("*.md") if _NAME.fullmatch(file.stem)}
    return named | {name.partition("/")[2] for name, kind in beside.items() if kind == "group"}


def _find_existing(folder: Path, code: str, start: str) -> Existing | None:
    files = sorted(folder.glob(f"{start}*.md")) if folder.is_dir() else []
    for file in files:
        existing = _read(file, code)
        if existing is not None:
            return existing
    return None


def _read(file: Path, code: str) -> Existing | None:
    """Read a file that may be the one of a code; None when it is another's, or cannot be read."""
    log = FaultLog(file.as_posix())
    try:
        text = decode(file.read_bytes(), log)
    except OSError:
        return None  # the check of the content, which follows, names what cannot be read
    parts = read_front_matter(text, log) if text is not None else None
    if text is None or parts is None:
        return None
    fields = Fields(parts.fields, log)
    if fields.text("code").casefold() != code.casefold():
        return None
    version = fields.whole("version", least=1)
    updated, review_by = fields.day("updated"), fields.day("review_by")
    if not updated or not review_by:
        return Existing(file, text, Dates.from_today(date.min, version=version))
    return Existing(file, text, Dates(version, date.fromisoformat(updated), date.fromisoformat(review_by)))
