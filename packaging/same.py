"""Compares two folders file by file: kind, mode, where a link leads, content. Names the first that differs.

python packaging/same.py ONE OTHER
"""

import stat
import sys
from pathlib import Path

import files


def difference(one: Path, other: Path) -> str:
    """Say in a sentence where two folders first differ, in the order of names; "" where they are the same."""
    left, right = (
        {path.relative_to(top).as_posix(): path for path in files.walk(top)} for top in (one, other)
    )
    for name in sorted(left.keys() | right.keys()):
        if name not in left or name not in right:
            return f"{name} is only in {one if name in left else other}"
        for what, first, second in zip(
            ("kind and mode", "link", "content"), _facts(left[name]), _facts(right[name]), strict=True
        ):
            if first != second:
                return f"{name}: {what} differ, {first} and {second}"
    return ""


def _facts(path: Path) -> tuple[str, str, str]:
    """Give the mode, the aim of a link and the digest of a file; "" for what it has not."""
    mode = stat.filemode(path.lstat().st_mode)
    if path.is_symlink():
        return mode, str(path.readlink()), ""
    return mode, "", files.digest(path) if path.is_file() else ""


def _main(one: Path, other: Path) -> None:
    found = difference(one, other)
    if found:
        raise SystemExit(f"The two builds are not alike: {found}")
    count = sum(path.is_file() for path in files.walk(one))
    sys.stdout.write(f"{count} files are the same in both builds, bit by bit\n")


if __name__ == "__main__":
    _main(Path(sys.argv[1]), Path(sys.argv[2]))
