"""Opening library files, and telling apart what can be wrong with one.

The head of the file is read before SQLite sees it, so that an unsuitable file is named for what it is.
"""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from procura_desktop.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryMissingError,
    LibraryTooNewError,
    LibraryTooOldError,
)
from procura_desktop.library import schema
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.facts import LibraryInfo, read_facts, read_info
from procura_desktop.library.read import Library
from procura_desktop.phrases import phrase

if TYPE_CHECKING:
    from procura_desktop.library.books import Books

# https://www.sqlite.org/fileformat2.html#the_database_header
_HEAD_SIZE = 100
# Folders of records: a library of such a name could not be told from the main one's records.
RESERVED = frozenset(
    (
        *("guidance", "law", "checklists", "groups", "criteria", "cases", "terms", "labels"),
        *("organisations", "events", "courses", "pictures"),
    )
)
_MAGIC = b"SQLite format 3\x00"


def open_library(path: Path) -> Library:
    """Open one library file for reading.

    Raises:
        LibraryMissingError: there is no such file.
        LibraryTooNewError: a later version of the program is needed.
        LibraryTooOldError: it was made for an earlier one.
        LibraryDamagedError: it cannot be read as a library.
    """
    found = _check_head(path)
    connection = ReadConnection(path)
    try:
        return Library(connection, _check_content(connection, found=found))
    except BaseException:
        connection.close()
        raise


def open_first(paths: Sequence[Path]) -> tuple[Library, tuple[LibraryError, ...]]:
    """Open the first library that is sound, and say what was wrong with those before it.

    Raises:
        LibraryError: none is sound; this is what is wrong with the first, with the others as notes.
    """
    if not paths:
        raise ValueError("no paths to open a library from")
    wrong: list[LibraryError] = []
    for path in paths:
        try:
            return open_library(path), tuple(wrong)
        except LibraryError as error:
            wrong.append(error)
    for other in wrong[1:]:
        wrong[0].add_note(str(other))
    raise wrong[0]


def open_shelf(
    main: Library, others: Sequence[Sequence[Path]], *, without: Collection[str] = (), prefer: str = ""
) -> "tuple[Books, tuple[LibraryError, ...]]":
    """Put other libraries beside the main one; each is given by where it may be, the best first.

    One that cannot be opened is left out, and so is one of a name that is taken; what was wrong is said.
    Those named in `without` are left out too, whatever their files are called. Texts of the language
    `prefer` come first.
    """
    opened: list[Library] = []
    wrong: list[LibraryError] = []
    names = {main.info.name}
    for paths in others:
        try:
            library, faults = open_first(paths)
        except LibraryError as error:
            wrong.append(error)
            continue
        wrong += faults
        if library.info.name in without:
            library.close()
            continue
        if library.info.name in names or library.info.name in RESERVED:
            detail = phrase("details", "its name {name} is taken").of(name=repr(library.info.name))
            wrong.append(LibraryDamagedError(path=library.path, detail=detail))
            library.close()
            continue
        names.add(library.info.name)
        opened.append(library)
    for library in (main, *opened):
        library.prefer(prefer)
    if not opened:
        return main, tuple(wrong)
    from procura_desktop.library.shelf import Shelf  # most people have one library

    return Shelf(main, opened), tuple(wrong)


def _check_head(path: Path) -> int:
    """Check the head of the file and give the schema version that it names."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_SIZE)
            size = file.seek(0, 2)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise LibraryMissingError(path=path) from error
    except (OSError, ValueError) as error:
        if _is_folder(path):  # Windows refuses to open a folder
            raise LibraryMissingError(path=path) from error
        raise LibraryDamagedError(
            path=path, detail=phrase("details", "it cannot be read: {error}").of(error=error)
        ) from error
    if not head:
        raise LibraryDamagedError(path=path, detail=phrase("details", "the file is empty"))
    if len(head) < _HEAD_SIZE or not head.startswith(_MAGIC):
        raise LibraryDamagedError(path=path, detail=phrase("details", "it is not an SQLite file"))
    if _number(head, 68) != schema.APPLICATION_ID:
        raise LibraryDamagedError(path=path, detail=phrase("details", "it is another program's SQLite file"))
    page_size, pages, version = int.from_bytes(head[16:18], "big"), _number(head, 28), _number(head, 60)
    if page_size * pages != size and page_size == schema.PAGE_SIZE:
        raise LibraryDamagedError(
            path=path,
            detail=phrase("details", "{size} bytes instead of {most}").of(size=size, most=page_size * pages),
        )
    if version < 1:
        raise LibraryDamagedError(path=path, detail=phrase("details", "it names no schema version"))
    return version


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it may not even be looked at
        return False


def _number(head: bytes, offset: int) -> int:
    return int.from_bytes(head[offset : offset + 4], "big", signed=True)


def _check_content(connection: ReadConnection, *, found: int) -> LibraryInfo:
    if found > schema.SCHEMA_VERSION:
        raise _too_new(connection, found=found)
    if found < schema.SCHEMA_VERSION:
        raise LibraryTooOldError(path=connection.path, found=found, supported=schema.SCHEMA_VERSION)
    _check_tables(connection)
    info = read_info(connection)
    if info.schema != found:
        raise connection.damaged(
            phrase("details", "it says schema {schema}, its head says {found}").of(
                schema=info.schema, found=found
            )
        )
    return info


def _too_new(connection: ReadConnection, *, found: int) -> LibraryTooNewError:
    needs = read_facts(connection).get("needs_program", "")
    if not needs:
        raise connection.damaged(phrase("details", "it does not say which program it needs"))
    return LibraryTooNewError(path=connection.path, found=found, supported=schema.SCHEMA_VERSION, needs=needs)


def _check_tables(connection: ReadConnection) -> None:
    tables = {name for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    missing = [name for name in schema.TABLE_NAMES if name not in tables]
    if missing:
        raise connection.damaged(phrase("details", "the table {missing} is missing").of(missing=missing[0]))
