"""The grammar of the command line: of the commands without a window and of the window's own.

What follows ``--`` is never an option nor a command. Options may stand before or after the command.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn, get_args

from procura_desktop.domain.addresses import MAIN_LIBRARY, parse_address
from procura_desktop.domain.kinds import RecordKind
from procura_desktop.domain.openable import file_ending, openable
from procura_desktop.errors import AddressError, ProcuraError

COMMANDS = (
    "check", "search", "show", "shot", "review",
    "update", "mirror", "library", "source", "policy", "provision",
)  # fmt: skip
NAMED = ", ".join((*COMMANDS, "procurement"))  # with the one that reads its own arguments
ACTIONS = {
    "library": ("list", "rollback", "verify"),
    "source": ("list", "add", "remove"),
    "policy": ("show", "check"),
}
MAX_LIMIT = 1000
Theme = Literal["light", "dark", "contrast"]
Programs = Literal["all", "linux", "windows", "macos"]

_HELP = """\
Sustainable procurement guidance, criteria and cases, offline.

  procura-desktop [ADDRESS]        open the window, at an address such as procura:main/guidance/labels,
                                   or with a file that ends in .procura (an update) or .procurement
  procura-desktop search TEXT...   find records; "two words", -word, kind:case and group:furniture work
  procura-desktop show ID          print a record, by its id or address
  procura-desktop procurement ...  procurements from the shell; see procurement --help
  procura-desktop review FILE      say what is wrong in a tender document: .docx, .odt, .txt, .md, or - for
                                   standard input; 0 nothing, 1 findings, 2 it cannot be read
  procura-desktop check            check program, library, folders and window; 0 when all is sound
  procura-desktop shot FILE.png    save a picture of the window

  procura-desktop update           bring the library up to date; --dry-run says what it would cost
  procura-desktop mirror --to DIR  copy the newest release to a share, a stick or one FILE.procura
  procura-desktop library list     the editions here; also: rollback, verify [--repair]
  procura-desktop source list      where updates come from; also: add ADDRESS --root FILE, remove
  procura-desktop policy show      what holds on this computer, and why; also: check FILE
  procura-desktop provision        make a set for an office: --policy FILE --to DIR, or --to FILE.zip
"""
_MEANT = {
    "json": (
        "check",
        "search",
        "show",
        "review",
        "update",
        "mirror",
        "library",
        "source",
        "policy",
        "provision",
    ),
    "source": ("update", "mirror", "library", "provision"),
    "library": ("update", "mirror", "library", "source"),
    "to": ("mirror", "provision"),
    "program": ("mirror", "provision"),
    "installer": ("provision",),
    "dry_run": ("update",),
    "yes": ("update",),
    "repair": ("library",),
    "root": ("source",),
    "fingerprint": ("source",),
    "kind": ("search",),
    "group": ("search",),
    "limit": ("search",),
    "width": ("shot",),
    "height": ("shot",),
    "theme": ("shot",),
    "at": ("shot",),
}


class UsageError(ProcuraError):
    """The command line cannot be understood; the message says what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """A command line, understood; `command` "" opens the window.

    Attributes:
        policy: obeyed for a trial.
        handout: the policy that `provision` hands out, and that is not obeyed here.
    """

    command: str
    operands: tuple[str, ...]
    data_dir: Path | None
    policy: Path | None
    handout: Path | None
    json: bool
    kinds: tuple[RecordKind, ...]
    groups: tuple[str, ...]
    limit: int
    width: int
    height: int
    theme: Theme
    at: str
    source: str
    library: str
    to: Path | None
    installers: tuple[Path, ...]
    program: Programs | None
    dry_run: bool
    yes: bool
    repair: bool
    root: Path | None
    fingerprint: str
    self_test: bool
    wants: str


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """Understand a command line; what follows ``--`` is never an option nor a command.

    Raises:
        UsageError: it makes no sense.
    """
    end = list(argv).index("--") if "--" in argv else len(argv)
    found = _parser().parse_intermixed_args(argv[:end])
    command = found.operands.pop(0) if found.operands[:1] and found.operands[0] in COMMANDS else ""
    for option, commands in _MEANT.items():
        if getattr(found, option) is not None and command not in commands:
            raise UsageError(f"--{option.replace('_', '-')} belongs to: {', '.join(commands)}")
    operands = (*found.operands, *argv[end + 1 :])
    if not command:
        operands = tuple(map(openable, operands))
    if found.wants is None and not found.self_test:
        _check_operands(command, operands)
    return Arguments(
        command=command,
        operands=operands,
        data_dir=found.data_dir,
        policy=None if command == "provision" else _trial(found.policy),
        handout=found.policy if command == "provision" else None,
        json=bool(found.json),
        kinds=tuple(found.kind or ()),
        groups=tuple(found.group or ()),
        limit=found.limit or 20,
        width=found.width or 1280,
        height=found.height or 800,
        theme=found.theme or "light",
        at=found.at or "home",
        source=found.source or "",
        library=found.library or MAIN_LIBRARY,
        to=found.to,
        installers=tuple(found.installer or ()),
        program=found.program,
        dry_run=bool(found.dry_run),
        yes=bool(found.yes),
        repair=bool(found.repair),
        root=found.root,
        fingerprint=found.fingerprint or "",
        self_test=found.self_test,
        wants=found.wants or "",
    )


def help_text() -> str:
    """Give what ``--help`` prints."""
    return _parser().format_help()


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would end the program with.

        Raises:
            UsageError: always.
        """
        unknown = message.removeprefix("unrecognized arguments: ")
        if unknown != message:
            message = f"unknown option {unknown}; see --help, and write -- before words that begin with -"
        raise UsageError(message)


def _parser() -> Parser:
    parser = Parser(
        prog="procura-desktop",
        usage="procura-desktop [--data-dir DIR] [COMMAND] ...",
        description=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument("operands", nargs="*", help=argparse.SUPPRESS)
    add = parser.add_argument
    add("-h", "--help", dest="wants", action="store_const", const="help", help="print this")
    add("--version", dest="wants", action="store_const", const="version", help="print the version")
    add("--data-dir", metavar="DIR", type=_folder, help="keep all data, settings and cache in this folder")
    add(
        "--policy",
        metavar="FILE",
        type=_folder,
        help="obey this policy, where the computer has none; the one to hand out (provision)",
    )
    add("--json", action="store_const", const=True, help="print one JSON document (not shot)")
    add("--kind", action="append", choices=get_args(RecordKind), help="only this kind (search)")
    add("--group", action="append", metavar="G", help="only this product group, such as furniture (search)")
    add("--limit", type=_number_up_to(MAX_LIMIT), metavar="N", help="at most N results; 20 (search)")
    add("--width", type=_number_up_to(10_000), metavar="PIXELS", help="of the picture; 1280 (shot)")
    add("--height", type=_number_up_to(10_000), metavar="PIXELS", help="of the picture; 800 (shot)")
    add("--theme", choices=get_args(Theme), help="of the picture; light (shot)")
    add("--at", metavar="PLACE", help="place or address to show; home (shot)")
    add(
        "--source",
        metavar="S",
        help="address, folder, stick or .procura file to update from (update, mirror, provision)",
    )
    add(
        "--library", type=_library, metavar="NAME", help="another library than main (update, mirror, library)"
    )
    add(
        "--to",
        metavar="PLACE",
        type=_folder,
        help="folder, or file that ends in .procura (mirror) or .zip (provision)",
    )
    add(
        "--installer",
        action="append",
        metavar="FILE",
        type=_folder,
        help="an installer with its SHA256SUMS beside it, instead of those of the source (provision)",
    )
    add(
        "--program",
        nargs="?",
        const="all",
        choices=get_args(Programs),
        help="copy the installers of the program too, of all systems or of one (mirror, provision)",
    )
    add("--dry-run", action="store_const", const=True, help="only say what it would cost (update)")
    add("--yes", action="store_const", const=True, help="fetch also what is larger than the limit (update)")
    add("--repair", action="store_const", const=True, help="mend what is damaged (library verify)")
    add("--root", metavar="FILE", type=_folder, help="root file of the publisher (source add)")
    add("--fingerprint", metavar="HEX", help="of the root file, as the publisher gave it out (source add)")
    add("--self-test", action="store_true", help=argparse.SUPPRESS)
    return parser


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("name a folder")
    return Path(text)


def _trial(path: Path | None) -> Path | None:
    try:
        return path if path is None else trial_policy(str(path))
    except argparse.ArgumentTypeError as error:
        raise UsageError(f"argument --policy: {error}") from error


def trial_policy(text: str) -> Path:
    """Take a policy for a trial; a computer's own could be stepped round otherwise.

    Raises:
        argparse.ArgumentTypeError: there is no such file, or the computer has a policy.
    """
    from procura_desktop.settings.policy import load_policy
    from procura_desktop.settings.policy_place import machine_policy

    path, own = Path(text), load_policy(machine_policy())
    if own.read or own.faults:
        raise argparse.ArgumentTypeError(f"this computer has a policy already ({', '.join(own.read)})")
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"{text}: there is no such file")
    return path


def _library(text: str) -> str:
    if not re.fullmatch("[a-z0-9][a-z0-9-]*", text):
        raise argparse.ArgumentTypeError("a library's name has small letters, digits and hyphens")
    return text


def _number_up_to(most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not re.fullmatch("[0-9]{1,9}", text) or not 1 <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"write a whole number from 1 to {most}")
        return int(text)

    return number


def _check_operands(command: str, operands: Sequence[str]) -> None:
    if command == "search" and not operands:
        raise UsageError("say what to find, such as: procura-desktop search laptop battery")
    if command == "show" and len(operands) != 1:
        raise UsageError("name one record, such as: procura-desktop show guidance/labels")
    if command == "review" and len(operands) != 1:
        raise UsageError("name one document, such as: procura-desktop review specification.docx")
    if command == "shot" and len(operands) != 1:
        raise UsageError("name one file, such as: procura-desktop shot window.png")
    if command == "provision" and operands:
        raise UsageError(f"provision takes no {operands[0]!r}; write --installer before each installer")
    if command in ("check", "update", "mirror") and operands:
        raise UsageError(f"{command} takes no {operands[0]!r}; write only: procura-desktop {command}")
    if command in ACTIONS and operands[:1] not in tuple((action,) for action in ACTIONS[command]):
        raise UsageError(f"say what to do: procura-desktop {command} {' | '.join(ACTIONS[command])}")
    if operands[:1] == ("check",) and command == "policy" and len(operands) != 2:
        raise UsageError("name one file, such as: procura-desktop policy check policy.toml")
    if command in ACTIONS and operands[0] not in ("add", "check") and len(operands) > 1:
        raise UsageError(f"{command} {operands[0]} takes no {operands[1]!r}")
    if not command and len(operands) > 1:
        raise UsageError(f"{operands[0]!r} is no command; there are {NAMED}")
    if not command and operands:
        _check_address(operands[0])


def _check_address(text: str) -> None:
    if file_ending(text):
        if not Path(text).is_file():
            raise UsageError(f"{text}: there is no such file")
        return
    try:
        parse_address(text)
    except AddressError as error:
        raise UsageError(f"{error}; the commands are {NAMED}") from error
