"""Start here: understand the command line and hand over to the window or to a command.

Qt is imported only when a window is wanted and can be shown.
"""

import gc
import os
import sys
from pathlib import Path

from procura_desktop import cli
from procura_desktop.cli.arguments import Arguments, UsageError, parse_arguments
from procura_desktop.cli.leading import is_procurement
from procura_desktop.domain.addresses import UPDATE_FILE
from procura_desktop.errors import NoDisplayError
from procura_desktop.settings.folders import folders

NO_DISPLAY = 3
INTERRUPTED = 130  # what a shell reports of a program that Ctrl+C ended


def main() -> None:
    """Run the program and end the process with its exit code."""
    try:
        code = start(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def start(argv: list[str]) -> int:
    """Run the program; give the exit code."""
    if is_procurement(argv):
        return cli.main(argv)
    try:
        arguments = parse_arguments(argv)
    except UsageError:
        return cli.main(argv)  # it reports faults of the command line, as JSON where that is wanted
    if arguments.self_test:
        return _self_test(arguments)
    if arguments.command == "shot":
        return _shot(arguments)
    if arguments.command or arguments.wants:
        return cli.main(argv)
    return _open_window(arguments)


def _open_window(arguments: Arguments) -> int:
    if _has_no_display():
        sys.stderr.write(f"{NoDisplayError()}\n")
        return NO_DISPLAY
    gc.disable()  # what a start makes is there to stay; `run` turns it on again
    from procura_desktop.app import run

    wanted = arguments.operands[0] if arguments.operands else ""
    if wanted.endswith(UPDATE_FILE):  # a program that runs already may be in another folder
        wanted = str(Path(wanted).absolute())
    return run(folders(arguments.data_dir, policy=arguments.policy), wanted)


def _shot(arguments: Arguments) -> int:
    _draw_in_memory()
    from procura_desktop.app import shot

    return shot(
        folders(arguments.data_dir, policy=arguments.policy),
        out=Path(arguments.operands[0]),
        width=arguments.width,
        height=arguments.height,
        theme=arguments.theme,
        at=arguments.at,
    )


def _self_test(arguments: Arguments) -> int:
    _draw_in_memory()
    from procura_desktop.app import self_test

    return self_test(folders(arguments.data_dir, policy=arguments.policy))


def _has_no_display() -> bool:
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in wanted)


def _draw_in_memory() -> None:
    """Let Qt draw without a screen where there is none."""
    if _has_no_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


if __name__ == "__main__":
    main()
