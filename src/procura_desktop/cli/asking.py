"""Asking and telling whoever runs a command that updates."""

import json
import sys
from collections.abc import Mapping

from procura_desktop.cli.arguments import Arguments
from procura_desktop.cli.output import write
from procura_desktop.progress import Progress, Silent


def agreed(arguments: Arguments, question: str) -> bool:
    """Ask a person; where nobody can answer, nobody agreed."""
    if arguments.json or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def tell(arguments: Arguments, said: Mapping[str, object], text: str) -> None:
    """Say what was done: as a document where that is wanted, else as text."""
    write(json.dumps(said, indent=2, ensure_ascii=False) if arguments.json else text)


def progress(arguments: Arguments) -> Progress:
    """Show progress where somebody watches."""
    return Silent() if arguments.json or not sys.stderr.isatty() else _Line()


class _Line:
    """Progress as one line that is written over."""

    def advance(self, done: int, total: int | None = None) -> None:
        of = f" of {kilobytes(total)}" if total is not None else ""
        sys.stderr.write(f"\r{kilobytes(done)}{of}    " + ("\n" if done == total else ""))
        sys.stderr.flush()


def kilobytes(size: int) -> str:
    """Write a size for people."""
    return f"{size} bytes" if size < 1000 else f"{size / 1000:.1f} kB"
