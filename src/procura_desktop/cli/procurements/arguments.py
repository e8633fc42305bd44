"""The grammar of `procura-desktop procurement`, which has actions and options of its own."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from procura_desktop.cli.arguments import Parser, UsageError, trial_policy
from procura_desktop.domain.openable import PROCUREMENT_FILE
from procura_desktop.domain.procurement import Ambition
from procura_desktop.workspace.exchange import Decision

HELP = """\
Procurements from the shell: the same that the window shows, in the same workspace.

  procurement new TITLE [--group G] [--ambition A] [--small] [--from ID]   begin one; prints its id
  procurement list                                                          all of them
  procurement show ID                                                       one, with the ids of its items
  procurement add ID CRITERION... --reason WHY [--level L]                  choose criteria of the library
  procurement set ID NAME=VALUE...                                          fill in; names as below
  procurement check ID                                                      what the checks find
  procurement export ID --to DIR [--form F] [--document D...] [--replace]   write the documents
  procurement save ID... --to FILE.procurement                              a file for a colleague
  procurement take FILE [--keep mine|theirs|both]                           take such a file in

What a file has of a procurement that is here already is left out, unless --keep says otherwise: theirs takes
the place of yours, both keeps the two beside each other. docs/procurement-file.md describes the file.

Names: title, buyer, reference, need, purpose, value, currency, nature, procedure, ambition, people_use,
accessibility, clean_vehicles, energy_efficiency, no_lots, language, cpv, groups (the last two divided by
commas), publication, deadline, contract_start, contract_end, contact.name, contact.email, contact.phone,
status (draft or closed), price.weight, price.minimum, weighting, formula, zero_at, decimals, tie,
order_reason; of an item: item.ITEM.title, .reason, .level_reason, .link, .level, .requirement,
.proof_tender, .proof_contract, .points, .weight, .most, .minimum, and .slot.NAME for a figure.

Forms: docx (usual), odt, html, md, txt. Documents: specification, criteria, contract, answers, evaluation,
follow-up, file-note (these in the form), answer-form, matrix (XLSX), calendar (ICS), eforms-table (XLSX),
eforms-csv (CSV), eforms-xml (XML), ocds (JSON; wants --ocid-prefix). Without --document all are written but
ocds. --replace writes over what is there.
"""
FORMS = ("docx", "odt", "html", "md", "txt")
DOCUMENTS = (
    "specification", "criteria", "contract", "answers", "evaluation", "follow-up", "file-note", "answer-form",
    "matrix", "calendar", "eforms-table", "eforms-csv", "eforms-xml", "ocds",
)  # fmt: skip
# action: (fewest operands after it, most; None is any number), the options that it takes
ACTIONS: dict[str, tuple[int, int | None, tuple[str, ...]]] = {
    "new": (1, 1, ("group", "ambition", "small", "origin")),
    "list": (0, 0, ()),
    "show": (1, 1, ()),
    "add": (2, None, ("level", "reason")),
    "set": (2, None, ()),
    "check": (1, 1, ()),
    "export": (1, 1, ("to", "form", "document", "replace", "ocid_prefix")),
    "save": (1, None, ("to",)),
    "take": (1, 1, ("keep",)),
}
_SPELLED = {"origin": "from", "ocid_prefix": "ocid-prefix"}


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
    reason: str
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
        reason=found.reason or "",
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
        wanted = next(line for line in HELP.splitlines() if line.startswith(f"  procurement {action}"))
        raise UsageError(f"write: procura-desktop {' '.join(wanted.split('   ')[0].split())}")
    every = {option for _, _, taken in ACTIONS.values() for option in taken}
    for option in sorted(every - set(options)):
        if getattr(found, option) is not None:
            belongs = ", ".join(name for name, (_, _, taken) in ACTIONS.items() if option in taken)
            raise UsageError(f"--{_SPELLED.get(option, option)} belongs to: {belongs}")
    if action == "save" and found.to is not None and found.to.suffix != PROCUREMENT_FILE:
        raise UsageError(f"--to names a file that ends in {PROCUREMENT_FILE}")


def _parser() -> Parser:
    parser = Parser(prog="procura-desktop procurement", add_help=False, allow_abbrev=False)
    add = parser.add_argument
    parser.add_argument("operands", nargs="*")
    add("-h", "--help", action="store_true")
    add("--data-dir", type=Path)
    add("--policy", type=trial_policy)
    add("--json", action="store_const", const=True)
    add("--group")
    add("--ambition", choices=get_args(Ambition))
    add("--small", action="store_const", const=True)
    add("--from", dest="origin")
    add("--level")
    add("--reason")
    add("--form", choices=FORMS)
    add("--document", action="append", choices=DOCUMENTS)
    add("--replace", action="store_const", const=True)
    add("--ocid-prefix")
    add("--to", type=Path)
    add("--keep", choices=get_args(Decision))
    return parser
