"""The desktop's commands without a window.

With ``--json`` exactly one JSON document goes to standard output, for errors too. Sentences about what
went wrong go to standard error. Nothing of Qt is loaded here, and a command only when it is wanted: the
window starts through the same grammar and needs none.
"""

import sys
from collections.abc import Sequence

from procura_desktop import __version__
from procura_desktop.cli.arguments import Arguments, UsageError, help_text, parse_arguments
from procura_desktop.cli.leading import is_procurement
from procura_desktop.cli.output import drop_output, report, write
from procura_desktop.errors import ProcuraError

USAGE = 2
BROKEN_PIPE = 141  # what a shell reports of a program that SIGPIPE ended
_COMMANDS = (
    "check", "search", "show", "review", "update", "mirror", "library", "source", "policy", "provision",
)  # fmt: skip


def main(argv: Sequence[str]) -> int:
    """Run one of the commands without a window; give the exit code."""
    try:
        return _guarded(argv)
    except BrokenPipeError:
        drop_output()
        return BROKEN_PIPE
    except OSError as error:  # nothing more can be printed
        drop_output()
        sys.stderr.write(f"The output cannot be written: {error}\n")
        return 1


def _guarded(argv: Sequence[str]) -> int:
    as_json = "--json" in list(argv)[: list(argv).index("--") if "--" in argv else len(argv)]
    try:
        if is_procurement(argv):
            from procura_desktop.cli.procurements.commands import run

            code = run(list(argv))
        else:
            code = _run(parse_arguments(argv))
    except UsageError as error:
        report(error, as_json=as_json)
        code = USAGE
    except ProcuraError as error:
        report(error, as_json=as_json)
        code = 1
    sys.stdout.flush()
    return code


def _run(arguments: Arguments) -> int:
    if arguments.wants:
        write(f"procura-desktop {__version__}" if arguments.wants == "version" else help_text())
        return 0
    if arguments.command not in _COMMANDS:
        raise UsageError(f"name one of the commands {', '.join(_COMMANDS)}")
    if arguments.command == "check":
        from procura_desktop.cli.checking import check

        return check(arguments)
    if arguments.command == "review":
        from procura_desktop.cli.reviewing import review

        return review(arguments)
    if arguments.command in ("update", "mirror", "library", "source"):
        from procura_desktop.cli import updating

        return updating.run(arguments)
    if arguments.command == "policy":
        from procura_desktop.cli.policies import policy

        return policy(arguments)
    if arguments.command == "provision":
        from procura_desktop.cli.provisioning.commands import provision

        return provision(arguments)
    from procura_desktop.cli.reading import search, show

    return search(arguments) if arguments.command == "search" else show(arguments)
