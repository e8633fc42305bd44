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
from procura_desktop.domain.openable import openable
from procura_desktop.errors import NoDisplayError, ProcuraError, ProgramIncompleteError
from procura_desktop.settings.folders import folders

FAILED = 1
NO_DISPLAY = 3
INTERRUPTED = 130  # what a shell reports of a program that Ctrl+C ended
# Whether this is the program of Windows that has no console: a double click or a shortcut started it.
_WINDOWED = sys.platform == "win32" and sys.stderr is None


def main() -> None:
    """Run the program and end the process with its exit code."""
    _give_outputs()
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
        return _begin(argv)
    except ImportError as error:
        _say(ProgramIncompleteError(detail=_missing_file() or str(error)))
    except ProcuraError as error:
        _say(error)
    return FAILED


def _begin(argv: list[str]) -> int:
    try:
        arguments = parse_arguments(argv)
    except UsageError as error:
        if _WINDOWED:
            return _refuse(error)  # a shortcut that names no address, say
        return cli.main(argv)  # it reports faults of the command line, as JSON where that is wanted
    if arguments.self_test:
        return _self_test(arguments)
    if arguments.command == "shot" and not arguments.wants:
        return _shot(arguments)
    if arguments.command or arguments.wants:
        return cli.main(argv)
    return _open_window(arguments)


def _missing_file() -> str:
    """Name what of an installed program is missing or another than it was built; "" is nothing."""
    from procura_desktop.cli.program_files import ProgramDamagedError, is_installed, look_at_program

    if not is_installed():
        return ""
    try:
        look_at_program()
    except ProgramDamagedError as fault:
        return str(fault)
    return ""


def _say(error: ProcuraError) -> None:
    """Say why the program cannot begin, also on Windows, where a window has no standard error."""
    if _WINDOWED and sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, str(error), "Procura Desktop", 0x10)
    else:
        sys.stderr.write(f"{error}\n")


def _give_outputs() -> None:
    """Give a place to print to: Windows gives none to the program without a console, and Python then None."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the end


def _open_window(arguments: Arguments) -> int:
    if _has_no_display():
        sys.stderr.write(f"{NoDisplayError()}\n")
        return NO_DISPLAY
    gc.disable()  # what a start makes is there to stay; `run` turns it on again
    wanted = openable(arguments.operands[0]) if arguments.operands else ""
    try:
        from procura_desktop.app.running import run

        return run(folders(arguments.data_dir, policy=arguments.policy), wanted)
    except ImportError as error:
        return _refuse(ProgramIncompleteError(detail=_missing_file() or str(error)))
    except ProcuraError as error:
        return _refuse(error)


def _refuse(error: ProcuraError) -> int:
    """Say in a dialog why no window opens, if there is enough of the program for one."""
    try:
        from procura_desktop.gui.refusal import refuse
    except ImportError:
        _say(error)
        return FAILED
    return refuse(error)


def _shot(arguments: Arguments) -> int:
    _draw_in_memory()
    from procura_desktop.app.unseen import shot

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
    from procura_desktop.app.unseen import self_test

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
