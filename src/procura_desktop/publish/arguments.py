"""The grammar of the commands that make, sign and hand on releases. Nothing that signs is loaded for it."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

COMMANDS = ("keys", "release", "refresh", "program", "trust", "bundle")
ACTIONS = ("make", "show", "rotate", "renew", "program")
TRUST = Path("resources/trust")

Adder: TypeAlias = Callable[..., argparse.ArgumentParser]


def add_commands(add: Adder, *, name: Callable[[str], str]) -> None:
    """Add the commands to a grammar: `add` makes a parser, `name` understands the name of a library."""
    _add_keys(add)
    _add_release(add, name)
    _add_refresh(add)
    _add_program(add)
    _add_trust(add, name)
    _add_bundle(add)


def _add_keys(add: Adder) -> None:
    keys = add("keys", help="make, show or exchange the keys that sign releases")
    keys.add_argument("action", nargs="?", choices=ACTIONS, default="make", help="what to do; make")
    keys.add_argument("--dir", type=Path, required=True, metavar="KEYS", help="the folder of the keys")
    keys.add_argument("--root-keys", type=int, default=1, metavar="N", help="make N keys of root; 1 (make)")
    keys.add_argument(
        "--root-threshold", type=int, default=1, metavar="M", help="of which M must sign; 1 (make)"
    )
    keys.add_argument(
        "--program-keys",
        type=int,
        metavar="N",
        help="make N keys for releases of the program; none (make), 1 (program)",
    )
    keys.add_argument("--program-threshold", type=int, default=1, metavar="M", help="of which M must sign; 1")
    keys.add_argument(
        "--role", choices=("timestamp", "snapshot", "targets", "program", "root"), help="whose key (rotate)"
    )
    keys.add_argument("--key", default="", metavar="ID", help="which of several keys goes (rotate)")
    _add_signing(keys)


def _add_release(add: Adder, name: Callable[[str], str]) -> None:
    release = add("release", help="check content, then publish a signed release of it")
    release.add_argument("content", type=Path, metavar="DIR", help="the folder that holds en/ and pictures/")
    _add_places(release)
    release.add_argument("--name", type=name, default="main", help="name of the library in addresses; main")
    release.add_argument(
        "--publisher", default="", metavar="WHO", help="who answers for it, shown to readers"
    )
    release.add_argument("--note", default="", metavar="TEXT", help="what changed, shown to readers")
    release.add_argument("--version", default="", help="such as 2026.11.1; numbered by the date")
    _add_signing(release)


def _add_refresh(add: Adder) -> None:
    refresh = add("refresh", help="renew the signatures of a release before they expire")
    _add_places(refresh)
    refresh.add_argument("--targets", action="store_true", help="sign the list of targets anew too")
    refresh.add_argument("--program", action="store_true", help="sign the list of the program anew too")
    _add_signing(refresh)


def _add_program(add: Adder) -> None:
    program = add(
        "program", help="publish installers of the program beside the content, under keys of their own"
    )
    program.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="an installer, or what goes with it"
    )
    program.add_argument("--version", required=True, help="of the program, such as 1.4.0")
    _add_places(program)
    _add_signing(program)


def _add_trust(add: Adder, name: Callable[[str], str]) -> None:
    trust = add("trust", help="put address and root where the program finds its source")
    _add_root(trust)
    trust.add_argument(
        "--address", action="append", required=True, metavar="URL", help="where releases are; may be repeated"
    )
    trust.add_argument("--name", type=name, default="main", help="name of the library; main")


def _add_bundle(add: Adder) -> None:
    bundle = add("bundle", help="check a signed release and build the library file from it")
    bundle.add_argument("release", type=Path, metavar="DIR", help="the folder of the release")
    _add_root(bundle)
    bundle.add_argument("--out", type=Path, required=True, metavar="FILE", help="the library to make")


def _add_places(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder of the release")
    parser.add_argument("--keys", type=Path, required=True, metavar="KEYS", help="the folder of the keys")


def _add_root(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--root", type=Path, required=True, metavar="FILE", help="the first root, root.json of the keys"
    )
    parser.add_argument(
        "--into", type=Path, default=TRUST, metavar="DIR", help=f"{TRUST}, unless told otherwise"
    )


def _add_signing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", type=_date, metavar="DAY", help="instead of today, such as 2026-11-25")
    parser.add_argument(
        "--also", type=Path, action="append", default=[], metavar="DIR", help="look for key files here too"
    )
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="holds the passphrase of the keys"
    )


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("write year, month and day, such as 2026-11-25") from error
