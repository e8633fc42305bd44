"""``procura-publish``: the authors' commands. The only module that reaches both `content` and `publish`.

What signs is loaded when it is wanted; nothing of this is in the bundle.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import NoReturn

from procura_desktop.content.compile import Compiled, compile_content
from procura_desktop.content.importing.arguments import add_import_arguments
from procura_desktop.content.status import replace_status, status_tables
from procura_desktop.domain.kinds import RecordKind
from procura_desktop.errors import ProcuraError
from procura_desktop.progress import Silent
from procura_desktop.publish import arguments

COMMANDS = ("check", "build", "status", "import", *arguments.COMMANDS)
SOUND, FAULTY, USAGE = 0, 1, 2
_NO_FOLDER = "there is no such folder"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def main() -> None:
    """Run the command that the shell was given, and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


class _UsageError(Exception):
    """The command line cannot be understood; `usage` says what can be."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would end the program with.

        Raises:
            _UsageError: always.
        """
        raise _UsageError(message, self.format_usage())


def run(argv: Sequence[str]) -> int:
    """Run one command: 0 when all is well, 1 when content has faults, 2 when it cannot be understood."""
    given = list(argv)
    try:
        options = _understood(given)
    except _UsageError as error:
        as_json = "--json" in given[: given.index("--") if "--" in given else len(given)]
        if not as_json:
            sys.stderr.write(error.usage)
        _refuse(str(error), as_json=as_json)
        return USAGE
    if options.command in arguments.COMMANDS and options.command != "release":
        return _publish(options)
    if options.command == "import":
        return _import(options)
    content: Path = options.content
    if not content.is_dir():
        what = "this is a file; name the folder that holds en/" if content.exists() else _NO_FOLDER
        return _refuse(f"{content}: {what}", as_json=options.json)
    try:
        compiled = compile_content(content, today=options.date or _today(), beside=_beside(options.beside))
    except ProcuraError as error:
        return _refuse(str(error), as_json=options.json)
    if options.command == "build" and compiled.sound:
        return _build(options, compiled)
    if options.command == "status" and compiled.sound:
        return _status(options, compiled)
    if options.command == "release" and compiled.sound:
        return _publish(options, compiled)
    _report(compiled, content, as_json=options.json)
    return SOUND if compiled.sound else FAULTY


def _understood(given: list[str]) -> argparse.Namespace:
    # argparse gives a subcommand's own "--" to it, but takes one before the subcommand for its name.
    first = next((place for place, word in enumerate(given) if word in {"--", *COMMANDS}), None)
    if first is not None and given[first] == "--":
        given = [*given[:first], *given[first + 1 :]]
    return _parser().parse_args(given, argparse.Namespace(json=False, data_dir=None, date=None, beside=None))


def _beside(path: Path | None) -> dict[str, RecordKind]:
    """Give the records, by id, of the library that the content is read beside."""
    if path is None:
        return {}
    from procura_desktop.library.open import open_library  # most content stands alone

    with open_library(path) as library:
        return {brief.id: brief.kind for brief in library.briefs()}


def _build(options: argparse.Namespace, compiled: Compiled) -> int:
    from procura_desktop.library.build import build_library  # checking needs no library

    try:
        build_library(
            options.out,
            name=options.name,
            version=options.version,
            records=compiled.records,
            assets=compiled.assets,
            synonyms=compiled.synonyms,
            progress=Silent(),
        )
    except (ProcuraError, OSError) as error:
        return _refuse(f"{options.out}: the library was not built: {error}", as_json=options.json)
    _report(compiled, options.content, as_json=options.json, out=options.out)
    return SOUND


def _publish(options: argparse.Namespace, compiled: Compiled | None = None) -> int:
    """Run a command that makes, signs or hands on a release."""
    from procura_desktop.publish.commands import run_command, run_release  # checking signs nothing

    try:
        if compiled is None:
            told = run_command(options, today=_today())
        else:
            told = run_release(
                options,
                records=compiled.records,
                assets=compiled.assets,
                synonyms=compiled.synonyms,
                today=_today(),
            )
    except ProcuraError as error:
        return _refuse(str(error), as_json=options.json)
    document = {"sound": True, **told.document}
    _say(json.dumps(document, ensure_ascii=False, indent=2) if options.json else "\n".join(told.lines))
    return SOUND


def _status(options: argparse.Namespace, compiled: Compiled) -> int:
    """Print the tables of how sure the content is, or put them into a document."""
    tables = status_tables(compiled.records)
    if options.into is None:
        _say(json.dumps({"sound": True, "status": tables}, indent=2) if options.json else tables)
        return SOUND
    try:
        document = options.into.read_text(encoding="utf-8")
        options.into.write_text(replace_status(document, tables), encoding="utf-8", newline="\n")
    except (ValueError, OSError) as error:
        return _refuse(f"{options.into}: {error}", as_json=options.json)
    _report(compiled, options.content, as_json=options.json, out=options.into)
    return SOUND


def _import(options: argparse.Namespace) -> int:
    """Make criteria of a spreadsheet's rows, or write an empty one."""
    from procura_desktop.content.importing.command import run_import  # checking needs no spreadsheets

    try:
        sound, told = run_import(options, today=_today(), beside=_beside(options.beside))
    except (ProcuraError, ValueError, OSError) as error:
        return _refuse(str(error), as_json=options.json)
    _say(told)
    return SOUND if sound else FAULTY


def _report(compiled: Compiled, content: Path, *, as_json: bool, out: Path | None = None) -> None:
    warnings = sum(fault.warning for fault in compiled.faults)
    faults = len(compiled.faults) - warnings
    records, pictures = len(compiled.records), len(compiled.assets)
    if as_json:
        document = {
            "sound": compiled.sound,
            "records": records,
            "pictures": pictures,
            "faults": [asdict(fault) for fault in compiled.faults],
            "out": None if out is None else str(out),
        }
        _say(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for fault in compiled.faults:
        if out is None or not fault.warning:  # who builds wants a library; `check` is for reading
            _say(str(fault))
    made = f"; built {out}" if out is not None else ""
    _say(
        f"{content}: {records} sound records, {pictures} pictures, {faults} faults, {warnings} warnings{made}"
    )


def _refuse(message: str, *, as_json: bool) -> int:
    if as_json:
        _say(json.dumps({"sound": False, "error": message}, ensure_ascii=False, indent=2))
    else:
        sys.stderr.write(f"procura-publish: {message}\n")
    return FAULTY


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _today() -> date:
    """Give the author's own date: theirs may be a day ahead of ours."""
    return datetime.now(tz=UTC).astimezone().date()


def _parser() -> argparse.ArgumentParser:
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--data-dir", type=Path, metavar="DIR", help="keep the program's own files here")
    shared.add_argument("--json", action="store_true", help="print one JSON document")
    shared.add_argument(
        "--beside",
        type=Path,
        metavar="FILE",
        help="library whose records may be named too",
    )
    parser = _Parser(
        prog="procura-publish",
        description="Check content, build libraries from it, and publish signed releases.",
        parents=[shared],
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", parents=[shared], allow_abbrev=False, help="name every fault with file and line"
    )
    check.add_argument("content", type=Path, metavar="DIR", help="the folder that holds en/ and pictures/")
    build = commands.add_parser(
        "build", parents=[shared], allow_abbrev=False, help="check, then build a library file"
    )
    build.add_argument("content", type=Path, metavar="DIR", help="the folder that holds en/ and pictures/")
    build.add_argument("--out", type=Path, required=True, metavar="FILE", help="the library to make")
    build.add_argument("--name", type=_library_name, default="main", help="its name in addresses")
    build.add_argument("--version", default="dev", help="its version, shown to readers")
    status = commands.add_parser(
        "status", parents=[shared], allow_abbrev=False, help="count how sure the records are, as tables"
    )
    status.add_argument("content", type=Path, metavar="DIR", help="the folder that holds en/ and pictures/")
    status.add_argument(
        "--into", type=Path, metavar="FILE", help="put the tables between the marks of this file"
    )
    add = partial(commands.add_parser, parents=[shared], allow_abbrev=False)
    arguments.add_commands(add, name=_library_name)
    add_import_arguments(add("import", help="make criteria of a spreadsheet's rows"))
    return parser


def _library_name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise argparse.ArgumentTypeError("use small letters, digits and hyphens")
    return text


if __name__ == "__main__":
    main()
