"""The check of the content, over the content as it would be with the new files in it.

So what comes in from a table follows the same rules as what authors write, links between records included.
"""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from procura_desktop.content.compile import compile_content
from procura_desktop.content.faults import Fault
from procura_desktop.domain.kinds import RecordKind


def check_staged(
    root: Path, files: Mapping[Path, str], today: date, beside: Mapping[str, RecordKind]
) -> tuple[Fault, ...]:
    """Give the faults that the content would have with `files`, whose paths are relative to `root`.

    Of other files only those are given that they would not have without.
    """
    with tempfile.TemporaryDirectory(prefix="procura-import-") as folder:
        staged = Path(folder, "content")
        shutil.copytree(root, staged, ignore=shutil.ignore_patterns(".*"))
        for path, text in files.items():
            file = staged / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        compiled = compile_content(staged, today=today, beside=beside)
        faults = [_placed(fault, staged, root) for fault in compiled.faults]
    ours = {(root / path).as_posix() for path in files}
    about_ours = tuple(fault for fault in faults if fault.path in ours)
    others = [fault for fault in faults if fault.path not in ours and not fault.warning]
    if not others:
        return about_ours
    before = set(compile_content(root, today=today, beside=beside).faults)
    return (*about_ours, *(fault for fault in others if fault not in before))


def _placed(fault: Fault, staged: Path, root: Path) -> Fault:
    """Give a fault with the paths that the author knows."""
    shown, right = f"{staged.as_posix()}/", (root / "x").as_posix().removesuffix("x")  # "" for "."
    return replace(
        fault,
        path=fault.path.replace(shown, right),
        what=fault.what.replace(shown, right),
        instead=fault.instead.replace(shown, right),
    )
