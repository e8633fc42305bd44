"""Which command a command line begins with, without the grammar of any."""

from collections.abc import Sequence

PROCUREMENT = "procurement"


def is_procurement(argv: Sequence[str]) -> bool:
    """Say whether this command line belongs to `procurement`, which has a grammar of its own."""
    waiting = iter(argv)
    for word in waiting:
        if word in ("--data-dir", "--policy"):
            next(waiting, None)
        elif not word.startswith("-"):
            return word == PROCUREMENT
        elif word == "--":
            return False
    return False
