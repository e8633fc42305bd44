"""Notes on records and on passages, and highlights: passages with a colour and perhaps a note.

What a note says is the person's own; where it stands is told by an anchor, which is never changed when the
text around it does, so that it cannot drift away over the editions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal, get_args

from procura_desktop.domain.anchors import Anchor
from procura_desktop.workspace.choosing import new_id
from procura_desktop.workspace.workspace import Workspace

Colour = Literal["", "yellow", "green", "blue", "pink"]
COLOURS: tuple[Colour, ...] = get_args(Colour)
LONGEST_NOTE = 20_000  # characters
_COLUMNS = "id, address, title, quote, before, after, start, colour, words, made, changed"
_Row = tuple[str, str, str, str, str, str, int, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note or highlight.

    Attributes:
        address: of the record, ``procura:library/id``.
        title: of the record, as it was then.
        anchor: the passage; None is the whole record.
        colour: of a highlight; "" is none.
        words: plain text; "" where a highlight says enough.
        made: ISO 8601 in UTC, as is `changed`.
    """

    id: str
    address: str
    title: str
    anchor: Anchor | None = None
    colour: Colour = ""
    words: str = ""
    made: str = ""
    changed: str = ""


class Notes:
    """The notes of a workspace. Every method raises WorkspaceError if the file cannot be used."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def all(self) -> tuple[Note, ...]:
        """Give all, the one changed last first."""
        return self._read("ORDER BY changed DESC, id", ())

    def on(self, address: str) -> tuple[Note, ...]:
        """Give those on a record, in the order of its text; those on the whole record first."""
        return self._read("WHERE address = ? ORDER BY quote <> '', start, made, id", (address,))

    def count(self, typed: str) -> int:
        """Count those that `matching` would give, but for no words none."""
        wanted = typed.casefold().split()
        if not wanted:
            return 0
        with self._workspace.reading():
            rows = self._workspace.connection.execute("SELECT words, quote, title FROM notes").fetchall()
        return sum(_has_all(row, wanted) for row in rows)

    def add(
        self,
        address: str,
        title: str,
        *,
        anchor: Anchor | None = None,
        colour: Colour = "",
        words: str = "",
        when: datetime | None = None,
    ) -> Note:
        """Keep a new one."""
        now = _time(when)
        made = Note(
            id=new_id(), address=address, title=title, anchor=anchor, colour=colour,
            words=words[:LONGEST_NOTE], made=now, changed=now,
        )  # fmt: skip
        self.put_back(made)
        return made

    def change(self, note: Note, *, words: str, colour: Colour, when: datetime | None = None) -> Note:
        """Give one other words and another colour; what is the same is not written."""
        if (words, colour) == (note.words, note.colour):
            return note
        made = replace(note, words=words[:LONGEST_NOTE], colour=colour, changed=_time(when))
        self.put_back(made)
        return made

    def delete(self, note_id: str) -> Note | None:
        """Take one out and give it; None: there was none."""
        with self._workspace.transaction():
            found = self._read("WHERE id = ?", (note_id,))
            self._workspace.connection.execute("DELETE FROM notes WHERE id = ?", (note_id,))
        return found[0] if found else None

    def put_back(self, note: Note) -> None:
        """Keep one as it is given, in place of one with its id."""
        with self._workspace.transaction():
            self._workspace.connection.execute(
                f"INSERT OR REPLACE INTO notes ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                _row(note),
            )

    def _read(self, rest: str, values: tuple[str, ...]) -> tuple[Note, ...]:
        with self._workspace.reading():
            rows = self._workspace.connection.execute(
                f"SELECT {_COLUMNS} FROM notes {rest}",  # noqa: S608 - written above
                values,
            ).fetchall()
        return tuple(map(_note, rows))


def matching(notes: Iterable[Note], typed: str) -> tuple[Note, ...]:
    """Give those that have every word of `typed` in what they say, in their passage or in their title."""
    wanted = typed.casefold().split()
    return tuple(
        note
        for note in notes
        if _has_all((note.words, note.anchor.quote if note.anchor else "", note.title), wanted)
    )


def _has_all(texts: tuple[str, str, str], wanted: list[str]) -> bool:
    text = "\n".join(texts).casefold()
    return all(word in text for word in wanted)


def _row(note: Note) -> _Row:
    anchor = note.anchor
    quote, before, after, start = (
        (anchor.quote, anchor.before, anchor.after, anchor.start) if anchor else ("", "", "", 0)
    )
    return (
        note.id, note.address, note.title, quote, before, after, start, note.colour, note.words, note.made,
        note.changed,
    )  # fmt: skip


def _note(row: _Row) -> Note:
    """Read a row; a colour that this program does not know is shown as none, and kept until it is changed."""
    name, address, title, quote, before, after, start, colour, words, made, changed = row
    return Note(
        id=name,
        address=address,
        title=title,
        anchor=_anchor(quote, before, after, start),
        colour=next((known for known in COLOURS if known == colour), ""),
        words=words,
        made=made,
        changed=changed,
    )


def _anchor(quote: str, before: str, after: str, start: int) -> Anchor | None:
    """Read a passage; of one that a damaged file spoiled the note stays, on the whole record."""
    try:
        return Anchor(quote, before, after, start) if quote else None
    except ValueError:
        return None


def _time(when: datetime | None) -> str:
    return (when or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")
