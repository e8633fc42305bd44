"""Reading a policy: the file, and what the system itself manages; every fault with its line and key.

Python's TOML reader forgets where a key stood, so the line is looked for afterwards, and only where something
is wrong: it is the first at which the beginning of the file, read alone, holds the key.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from procura_desktop.phrases import Phrase, phrase
from procura_desktop.settings.policy import Level, Policy
from procura_desktop.settings.policy_checks import conflicts, doubts, faults_of
from procura_desktop.settings.policy_parts import PolicyFault
from procura_desktop.settings.policy_schema import BY_NAME

LARGEST_FILE = 1_000_000
LEVELS: tuple[Level, ...] = ("defaults", "locked")
_MOST_LINES_OF_A_VALUE = 400
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_YES_OR_NO = re.compile(r"=\s*((?i:yes|no|on|off)|True|False|TRUE|FALSE)\s*(?:#.*)?$")
_OTHERS_MAY_WRITE = 0o002
Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One place that a policy was read from.

    Attributes:
        place: the path of the file, or what people call the place.
        text: of a file, to find lines in; "" has none.
        fault: why nothing could be read; None means that it could.
    """

    place: str
    raw: bytes
    text: str
    values: Mapping[str, object]
    fault: PolicyFault | None = None


def read_policy(path: Path, *, managed: bool = False) -> Policy:
    """Read the file, and with `managed` what the system manages, which counts before the file."""
    documents = [document] if (document := read_document(path)) is not None else []
    if managed:
        from procura_desktop.settings.policy_managed import managed_document

        documents += [found] if (found := managed_document()) is not None else []
    tables: dict[Level, dict[str, object]] = {"defaults": {}, "locked": {}}
    faults: list[PolicyFault] = []
    warnings: list[PolicyFault] = []
    for document in documents:
        faults += [document.fault] if document.fault is not None else []
        own: dict[Level, dict[str, object]] = {"defaults": {}, "locked": {}}
        for level, key, value in _sound_values(document, faults, warnings):
            own[level][key] = tables[level][key] = value
        faults += _found_in(conflicts, document, tables)
        warnings += _found_in(doubts, document, own)
    return Policy(
        path=path,
        read=tuple(document.place for document in documents),
        defaults=tables["defaults"],
        locked=tables["locked"],
        faults=tuple(faults),
        warnings=(*warnings, *_warn_of_rights(path)),
        raw=b"".join(document.raw for document in documents),
    )


def read_document(path: Path) -> Document | None:
    """Read the file of a policy; None means that there is none."""
    place = str(path)
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return _unread(
            place, b"", 0, phrase("policy", "the policy cannot be read ({reason})").of(reason=reason)
        )
    if len(raw) > LARGEST_FILE:
        return _unread(
            place, raw, 0, phrase("policy", "a policy has at most {most} bytes").of(most=str(LARGEST_FILE))
        )
    try:
        text = raw.decode("utf-8-sig")
        values = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return _unread(
            place,
            raw,
            line,
            phrase("policy", "this is not UTF-8 ({reason}); save the file as UTF-8").of(reason=error.reason),
        )
    except (ValueError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else _lines(raw) if isinstance(error, ValueError) else 0
        return _unread(place, raw, line, _said(text, line, error))
    return Document(place=place, raw=raw, text=text, values=values)


def _unread(place: str, raw: bytes, line: int, detail: Phrase) -> Document:
    fault = PolicyFault(place=place, line=line, key="", detail=detail)
    return Document(place=place, raw=raw, text="", values={}, fault=fault)


def _said(text: str, line: int, error: Exception) -> Phrase:
    """Say what to write where somebody wrote a word for yes or no, else what the reader of TOML says."""
    rows = text.splitlines()
    word = _YES_OR_NO.search(rows[line - 1]) if 0 < line <= len(rows) else None
    if word is not None:
        told = phrase("policy", "write true or false, in small letters and without quotes, not {word}")
        return told.of(word=word[1])
    return phrase("policy", "this is not TOML ({error})").of(error=error)


def _lines(raw: bytes) -> int:
    """Give the last line, where the reader says "at end of document"."""
    return max(1, len(raw.splitlines()))


def _sound_values(
    document: Document, faults: list[PolicyFault], warnings: list[PolicyFault]
) -> Iterator[tuple[Level, str, object]]:
    """Give every value that can be obeyed; what cannot, and what nobody knows, is noted."""
    for name, table in document.values.items():
        if name not in LEVELS:
            _note_stray(document, name, faults, warnings)
        elif not isinstance(table, dict):
            detail = phrase("policy", "this is a table: write {table}, and keys below it")
            faults.append(_fault(document, (name,), detail.of(table=f"[{name}]")))
    for level in LEVELS:
        table = document.values.get(level)
        for key, value in table.items() if isinstance(table, dict) else ():
            known = BY_NAME.get(key)
            if known is None:
                warnings.append(_fault(document, (level, key), _unknown(key, tuple(BY_NAME))))
                continue
            wrong = [_fault(document, (level, key, *where), said) for where, said in faults_of(known, value)]
            faults += wrong
            if not wrong:
                yield level, key, value


def _note_stray(
    document: Document, name: str, faults: list[PolicyFault], warnings: list[PolicyFault]
) -> None:
    if name in BY_NAME:  # meant to hold, and would hold for nobody
        faults.append(
            _fault(document, (name,), phrase("policy", "move this key below [defaults] or [locked]"))
        )
    else:
        warnings.append(_fault(document, (name,), _unknown(name, LEVELS)))


def _unknown(name: str, known: tuple[str, ...]) -> Phrase:
    near = get_close_matches(name, known, n=1)
    if not near:
        return phrase("policy", "this is not known here and has no effect")
    return phrase("policy", "this is not known here and has no effect; did you mean {name}?").of(name=near[0])


def _found_in(
    look: Callable[[dict[str, object]], Iterator[tuple[str, Phrase]]],
    document: Document,
    tables: dict[Level, dict[str, object]],
) -> Iterator[PolicyFault]:
    held: dict[str, object] = {**tables["defaults"], **tables["locked"]}
    for key, detail in look(held):
        level: Level = "locked" if key in tables["locked"] else "defaults"
        yield _fault(document, (level, key), detail)


def _warn_of_rights(path: Path) -> Iterator[PolicyFault]:
    """Warn of a file that anybody may change; on Windows these bits say nothing."""
    import os

    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return
    if os.name == "posix" and mode & _OTHERS_MAY_WRITE:
        detail = phrase("policy", "everybody may write to this file; take that right away (chmod o-w)")
        yield PolicyFault(place=str(path), line=0, key="", detail=detail)


def _fault(document: Document, where: Where, detail: Phrase) -> PolicyFault:
    line = line_of(document.text, where) or line_of(document.text, where[:-1])
    return PolicyFault(place=document.place, line=line, key=_dotted(where), detail=detail)


def _dotted(where: Where) -> str:
    text = ""
    for part in where:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")


def line_of(text: str, where: Where) -> int:
    """Give the line, from 1, at which a key of a sound document begins; 0 where it is not found."""
    names = [part for part in where if isinstance(part, str)]
    if not text or not names:
        return 0
    lines = text.splitlines(keepends=True)
    for at, line in enumerate(lines):
        if names[-1] in line and not _holds("".join(lines[:at]), where):
            for end in range(at + 1, min(len(lines), at + _MOST_LINES_OF_A_VALUE) + 1):
                found = _holds("".join(lines[:end]), where)
                if found is not None:
                    break
            if found:
                return at + 1
    return 0


def _holds(text: str, where: Where) -> bool | None:
    """Say whether the beginning of a document has a key; None means that it ends within a value."""
    try:
        found: object = tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    for part in where:
        inner = dict(enumerate(found)) if isinstance(found, list) else found
        if not isinstance(inner, dict) or part not in inner:
            return False
        found = inner[part]
    return True
