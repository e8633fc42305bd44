"""The grammar of `procura-desktop procurement`, which has actions and options of its own."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from procura_desktop.cli.arguments import Parser, UsageError, trial_policy
from procura_desktop.cli.procurements.help import usage
from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.openable import PROCUREMENT_FILE
from procura_desktop.domain.procurement import Ambition
from procura_desktop.workspace.exchange import Decision
from procura_desktop.workspace.plain import LONGEST_TEXT

FORMS = ("docx", "odt", "html", "md", "txt")
DOCUMENTS = (
    "specification", "criteria", "contract", "answers", "evaluation", "follow-up", "file-note", "answer-form",
    "matrix", "calendar", "eforms-table", "eforms-csv", "eforms-xml", "ocds",
)  # fmt: skip
# action: (fewest operands after it, most; None is any number), the options that it takes
ACTIONS: dict[str, tuple[int, int | None, tuple[str, ...]]] = {
    "new": (1, 1, ("group", "ambition", "small", "origin", "template")),
    "list": (0, 0, ()),
    "show": (1, 1, ()),
    "set": (2, None, ()),
    "lot": (2, None, ()),
    "add": (2, None, ("level", "reason", "lots")),
    "own": (2, 2, ("kind", "reason", "lots")),
    "confirm": (2, None, ("by", "read_in", "page", "on")),
    "move": (3, 3, ()),
    "remove": (2, None, ("with_criteria", "for_all_lots")),
    "offer": (2, 2, ("price",)),
    "follow-up": (3, 3, ()),
    "checked": (2, 2, ("on",)),
    "check": (1, 1, ()),
    "export": (1, 1, ("to", "form", "document", "replace", "ocid_prefix")),
    "save": (1, None, ("to",)),
    "take": (1, 1, ("keep",)),
}
_OF_BEGINNING = ("group", "ambition", "small")
LONGEST = LONGEST_TEXT + 100  # of a word of the command: a text and its name


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcurementArguments:
    """A command line, understood."""

    action: str
    operands: tuple[str, ...]
    data_dir: Path | None
    policy: Path | None
    json: bool
    group: str
    ambition: Ambition
    small: bool
    origin: str
    level: str
    template: bool
    reason: str
    lots: str
    kind: CriterionKind | None
    by: str
    read_in: str
    page: str
    on: str
    price: str
    with_criteria: bool
    for_all_lots: bool
    to: Path | None
    form: str
    documents: tuple[str, ...]
    replace: bool
    ocid_prefix: str
    keep: Decision | None
    help: bool


def parse_procurement(argv: Sequence[str]) -> ProcurementArguments:
    """Understand a command line; what follows ``--`` is never an option.

    Raises:
        UsageError: it makes no sense.
    """
    end = list(argv).index("--") if "--" in argv else len(argv)
    found = _parser().parse_intermixed_args(argv[:end])
    operands = [*found.operands[1:], *argv[end + 1 :]]
    action = operands.pop(0) if operands else ""
    if not found.help:
        _check(action, operands, found)
    return ProcurementArguments(
        action=action,
        operands=tuple(operands),
        data_dir=found.data_dir,
        policy=found.policy,
        json=bool(found.json),
        group=found.group or "",
        ambition=found.ambition or "core",
        small=bool(found.small),
        origin=found.origin or "",
        level=found.level or "",
        template=bool(found.template),
        reason=found.reason or "",
        lots=found.lots or "",
        kind=found.kind,
        by=found.by or "",
        read_in=found.read_in or "",
        page=found.page or "",
        on=found.on or "",
        price=found.price or "",
        with_criteria=bool(found.with_criteria),
        for_all_lots=bool(found.for_all_lots),
        to=found.to,
        form=found.form or "docx",
        documents=tuple(found.document or ()),
        replace=bool(found.replace),
        ocid_prefix=found.ocid_prefix or "",
        keep=found.keep,
        help=bool(found.help),
    )


def _check(action: str, operands: Sequence[str], found: argparse.Namespace) -> None:
    if action not in ACTIONS:
        raise UsageError(f"say what to do: procura-desktop procurement {' | '.join(ACTIONS)}")
    least, most, options = ACTIONS[action]
    if len(operands) < least or (most is not None and len(operands) > most):
        raise UsageError(f"write: {usage(action)}")
    every = {option for _, _, taken in ACTIONS.values() for option in taken}
    for option in sorted(every - set(options)):
        if getattr(found, option) is not None:
            belongs = ", ".join(name for name, (_, _, taken) in ACTIONS.items() if option in taken)
            raise UsageError(f"{_spelled(option)} belongs to: {belongs}")
    if found.origin is not None:
        for option in _OF_BEGINNING:
            if getattr(found, option) is not None:
                raise UsageError(f"{_spelled(option)} does not go with --from: the other procurement says it")
    _refuse_long(operands, found)
    if action == "save" and found.to is not None and found.to.suffix != PROCUREMENT_FILE:
        raise UsageError(f"--to names a file that ends in {PROCUREMENT_FILE}")


def _spelled(option: str) -> str:
    return "--from" if option == "origin" else f"--{option.replace('_', '-')}"


def _refuse_long(operands: Sequence[str], found: argparse.Namespace) -> None:
    """Refuse what can be neither a text nor the name of anything."""
    options = (value for value in vars(found).values() if isinstance(value, str))
    for word in (*operands, *options):
        if len(word) > LONGEST:
            raise UsageError(
                f"{word[:40]!r}… has {len(word)} characters; {LONGEST_TEXT} is the most of a text"
            )


class _Once(argparse.Action):
    """An option that says one thing: given twice, nobody knows which was meant."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Keep the value, or refuse a second one."""
        if getattr(namespace, self.dest) is not None:
            parser.error(f"{option_string} is given twice; give it once")
        setattr(namespace, self.dest, values)


def _parser() -> Parser:
    parser = Parser(prog="procura-desktop procurement", add_help=False, allow_abbrev=False)
    add = parser.add_argument
    parser.add_argument("operands", nargs="*")
    add("-h", "--help", action="store_true")
    add("--data-dir", type=Path, action=_Once)
    add("--policy", type=trial_policy, action=_Once)
    add("--document", action="append", choices=DOCUMENTS)
    for flag in ("--json", "--small", "--template", "--replace", "--with-criteria", "--for-all-lots"):
        add(flag, action="store_const", const=True)
    for option in (
        "--group", "--level", "--reason", "--lots", "--by", "--read-in", "--page", "--on", "--price",
        "--ocid-prefix",
    ):  # fmt: skip
        add(option, action=_Once)
    add("--from", dest="origin", action=_Once)
    add("--ambition", choices=get_args(Ambition), action=_Once)
    add("--kind", choices=get_args(CriterionKind), action=_Once)
    add("--form", choices=FORMS, action=_Once)
    add("--to", type=Path, action=_Once)
    add("--keep", choices=get_args(Decision), action=_Once)
    return parser
