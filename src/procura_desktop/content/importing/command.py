"""What `procura-publish import` does and tells."""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from procura_desktop.content.importing.importing import Imported, import_criteria
from procura_desktop.content.importing.template import write_template
from procura_desktop.content.place import is_of_language
from procura_desktop.domain.kinds import RecordKind


def run_import(
    options: argparse.Namespace, *, today: date, beside: Mapping[str, RecordKind]
) -> tuple[bool, str]:
    """Import a table, or write an empty one; give whether all is well, and what to tell.

    Raises:
        ValueError: a name that was given cannot be used.
        OSError: something could not be written; no file is changed.
    """
    if options.template is not None:
        return True, _make_template(options.template, as_json=options.json)
    _check_folder(options.into)
    imported = import_criteria(
        options.table,
        options.into,
        today=today,
        replace=options.replace,
        write=not options.dry_run,
        beside=beside,
    )
    if options.json:
        return imported.sound, _json(_document(imported, dry_run=options.dry_run))
    return imported.sound, "\n".join(_lines(options.table, imported, dry_run=options.dry_run))


def _make_template(file: Path, *, as_json: bool) -> str:
    write_template(file)
    if as_json:
        return _json({"sound": True, "out": str(file)})
    return f"{file}: written; fill a row for each criterion, then import it"


def _check_folder(into: Path) -> None:
    if not into.is_dir():
        raise ValueError(f"{into}: there is no such folder")
    whole = into.absolute()
    if is_of_language(whole):
        above: Path | None = whole.parent
    else:
        above = next((one for one in whole.parents if (one / "en" / "groups").is_dir()), None)
    if above is not None:
        raise ValueError(f"{into}: this is a folder within the content; write --into {above}")


def _json(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def _document(imported: Imported, *, dry_run: bool) -> dict[str, object]:
    return {
        "sound": imported.sound,
        "dry_run": dry_run,
        "criteria": imported.criteria,
        "faults": [asdict(fault) for fault in imported.faults],
        "elsewhere": [asdict(fault) for fault in imported.elsewhere],
        "added": [path.as_posix() for path in imported.added],
        "replaced": [path.as_posix() for path in imported.replaced],
        "unchanged": [path.as_posix() for path in imported.unchanged],
    }


def _lines(table: Path, imported: Imported, *, dry_run: bool) -> Iterator[str]:
    yield from map(str, imported.faults)
    yield from map(str, imported.elsewhere)
    warnings = sum(fault.warning for fault in imported.faults)
    faults = len(imported.faults) - warnings + len(imported.elsewhere)
    counted = f"{table}: {imported.criteria} criteria, {faults} faults, {warnings} warnings; "
    if not imported.sound:
        yield f"{counted}nothing was written"
        return
    would = "would be " if dry_run else ""
    yield from (f"{path.as_posix()}: {would}added" for path in imported.added)
    yield from (f"{path.as_posix()}: {would}replaced" for path in imported.replaced)
    yield (
        f"{counted}{len(imported.added)} files {would}added, {len(imported.replaced)} {would}replaced, "
        f"{len(imported.unchanged)} unchanged"
    )
