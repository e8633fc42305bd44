"""Bookmarks and notes as a file of Markdown, each with the address of its source."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QWidget

from procura_desktop.domain.addresses import SCHEME, library_of
from procura_desktop.errors import ExportError
from procura_desktop.gui.notes.kept_cards import DAY, colour_name
from procura_desktop.gui.save_dialog import ask_where_to_save
from procura_desktop.gui.words import date_text
from procura_desktop.library.disk import write_whole
from procura_desktop.workspace.bookmarks import Bookmark
from procura_desktop.workspace.notes import Note

translate = QCoreApplication.translate
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_LISTED = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)", re.MULTILINE)


def ask_for_path(parent: QWidget, save: Callable[[Path], object]) -> None:
    """Ask for a path, and hand it to `save`."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = translate("notes", "Bookmarks and notes") + ".md"
    title, kinds = translate("notes", "Save as a file"), translate("notes", "Markdown files (*.md)")
    ask_where_to_save(parent, Path(folder) / name, title=title, kinds=kinds, save=save)


def write(
    path: Path, bookmarks: Sequence[Bookmark], notes: Sequence[Note], origin_of: Callable[[str], str]
) -> None:
    """Write all of it; `origin_of` says in a sentence what is known of a library, by its name.

    Raises:
        ExportError: it cannot be written; what stood there is unchanged.
    """
    try:
        write_whole(path, markdown(bookmarks, notes, origin_of).encode())
    except OSError as error:
        raise ExportError(path=path, detail=error.strerror or str(error)) from error


def markdown(bookmarks: Sequence[Bookmark], notes: Sequence[Note], origin_of: Callable[[str], str]) -> str:
    """Write bookmarks folder by folder, then notes record by record, then whose the texts are."""
    title = translate("notes", "Bookmarks and notes")
    first, second = translate("notes", "Bookmarks"), translate("notes", "Notes")
    lines = [f"# {title}", ""]
    if bookmarks:
        lines += [f"## {first}", ""]
    for folder, held in groupby(bookmarks, key=lambda one: one.folder):
        lines += [f"### {_plain(folder)}", ""] if folder else []
        lines += [f"- {_plain(one.title)} – <{one.address}>" for one in held]
        lines.append("")
    by_record = sorted(notes, key=lambda note: (note.title.casefold(), note.address, _place(note)))
    if by_record:
        lines += [f"## {second}", ""]
    for address, held_notes in groupby(by_record, key=lambda note: note.address):
        lines += _record(address, tuple(held_notes))
    lines += _libraries([*(one.address for one in bookmarks), *(note.address for note in notes)], origin_of)
    return "\n".join(lines).rstrip() + "\n"


def _libraries(addresses: Iterable[str], origin_of: Callable[[str], str]) -> Iterator[str]:
    """Name each library that an address leads to, its edition here and its publisher."""
    names = dict.fromkeys(map(library_of, addresses))
    if names:
        title = translate("notes", "Libraries")
        yield f"## {title}"
        yield ""
    for name in names:
        yield f"- {SCHEME}{name}: {_plain(origin_of(name))}"


def _record(address: str, notes: tuple[Note, ...]) -> Iterator[str]:
    yield f"### {_plain(notes[0].title)}"
    yield ""
    yield f"<{address}>"
    yield ""
    for note in notes:
        if note.anchor:
            yield f"> {_plain(note.anchor.quote)}"
            yield ""
        if note.words.strip():
            yield _plain(note.words.strip())
            yield ""
        about = date_text(note.changed[:DAY])
        if note.colour:
            colour = colour_name(note.colour)
            about = translate("notes", "highlighted {colour}, {date}").format(colour=colour, date=about)
        yield f"*{about}*"
        yield ""


def _place(note: Note) -> int:
    return note.anchor.start if note.anchor else -1


def _plain(text: str) -> str:
    """Write text so that nothing in it is read as Markdown."""
    return _LISTED.sub(r"\1\\\2\3", _SIGNS.sub(r"\\\1", text)).replace("\n", "  \n")
