"""What ``~`` stands for at the beginning of a path that a person wrote."""

from pathlib import Path


def at_home(path: Path) -> Path:
    """Give the path with the home of the account that it names; where there is none, as it was written."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path
