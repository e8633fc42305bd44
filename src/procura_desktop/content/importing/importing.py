"""From a table of criteria to files of content: all of it, or, with any fault, nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from procura_desktop.content.faults import Fault
from procura_desktop.content.importing.cells import CellFault, CellLog
from procura_desktop.content.importing.criterion_page import Dates, write_criterion
from procura_desktop.content.importing.files import write_all
from procura_desktop.content.importing.headings import read_rows
from procura_desktop.content.importing.names import family
from procura_desktop.content.importing.page import Page
from procura_desktop.content.importing.rows import Row
from procura_desktop.content.importing.staged_check import check_staged
from procura_desktop.content.importing.tables import read_table
from procura_desktop.content.importing.targets import Existing, Target, find_target
from procura_desktop.domain.kinds import RecordKind

# What the check says of a file as a whole, and the column that it is about.
_OF_WHOLE_FILE = (("part '", "part"), ("the product group ", "group"))


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a table.

    Attributes:
        criteria: how many rows it has.
        elsewhere: faults that other files would have with the new ones.
        added, replaced: the files that were written, or that would be.
        unchanged: the files that say the same already.
    """

    criteria: int
    faults: tuple[CellFault, ...]
    elsewhere: tuple[Fault, ...] = ()
    added: tuple[Path, ...] = ()
    replaced: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the files may be written: warnings do not count."""
        return not self.elsewhere and all(fault.warning for fault in self.faults)


@dataclass(slots=True)
class _Plan:
    """The files that rows become, by their paths below the content."""

    root: Path
    replace: bool
    rows: dict[Path, Row] = field(default_factory=dict)
    pages: dict[Path, Page] = field(default_factory=dict)
    existing: dict[Path, Existing | None] = field(default_factory=dict)
    codes: dict[tuple[Path, str], Row] = field(default_factory=dict)


def import_criteria(
    table: Path,
    root: Path,
    *,
    today: date,
    replace: bool = False,
    write: bool = True,
    beside: Mapping[str, RecordKind] = MappingProxyType({}),
) -> Imported:
    """Read a table, check it with the content it joins, and write a file for each row.

    Args:
        table: a workbook (.xlsx) or a CSV file.
        root: the folder of the content, which holds a folder for each language.
        today: the date of files that do not say one.
        replace: whether a file that says something else is written anew.
        write: False to find out only what would be written.
        beside: records, by id, of the library that the content is read beside.

    Raises:
        OSError: the files could not be written; none is changed.
    """
    log = CellLog(table.as_posix())
    read = read_table(table, log)
    rows = read_rows(read, log) if read is not None else ()
    in_order = not log.failed  # otherwise half of the columns would be missing in every file
    plan = _Plan(root, replace)
    for row in rows:
        _plan_row(row, plan, today, beside)
    elsewhere = _check(plan, today, beside) if in_order and plan.pages else ()
    imported = _imported(plan, len(rows), log.faults, elsewhere)
    if imported.sound and write:
        changed = [path for path in plan.pages if not _is_unchanged(plan, path)]
        write_all({root / path: plan.pages[path].text.encode() for path in changed})
    return imported


def _imported(
    plan: _Plan, criteria: int, faults: tuple[CellFault, ...], elsewhere: tuple[Fault, ...]
) -> Imported:
    paths = sorted(plan.pages)
    known = [path for path in paths if plan.existing[path] is not None]
    return Imported(
        criteria=criteria,
        faults=faults,
        elsewhere=elsewhere,
        added=tuple(plan.root / path for path in paths if plan.existing[path] is None),
        replaced=tuple(plan.root / path for path in known if not _is_unchanged(plan, path)),
        unchanged=tuple(plan.root / path for path in known if _is_unchanged(plan, path)),
    )


def _plan_row(row: Row, plan: _Plan, today: date, beside: Mapping[str, RecordKind]) -> None:
    target = find_target(row, plan.root, beside)
    page = _write_page(row, target, today)
    if target is None or not _is_alone(row, target, plan):
        return
    plan.rows[target.path] = row
    plan.pages[target.path] = page
    plan.existing[target.path] = target.existing
    if target.existing is not None and not plan.replace and not _is_unchanged(plan, target.path):
        what = f"{target.existing.file.as_posix()} is there and says something else"
        row.fault("code", what, "delete the row to keep it, or import with --replace to write it anew")


def _write_page(row: Row, target: Target | None, today: date) -> Page:
    """Write the file of a row; dates that it leaves open stay as they are while nothing else changes."""
    existing = target.existing if target is not None else None
    if existing is None:
        return write_criterion(row, Dates.from_today(today))
    same = write_criterion(row, existing.dates)
    if same.text == existing.text:
        return same
    return write_criterion(row, Dates.from_today(today, version=existing.dates.version + 1))


def _is_alone(row: Row, target: Target, plan: _Plan) -> bool:
    """Check that no row above has the same code or the same file."""
    code = row.line("code")
    other = plan.codes.setdefault((target.path.parent, code.casefold()), row)
    if other is not row:
        where = "/".join(target.path.parent.parts[2:])
        row.fault("code", f'"{code}" stands in row {other.at} too, for {where}', "choose another")
        return False
    if target.path in plan.rows:
        above = plan.rows[target.path].at
        row.fault("title", f"with its code it makes the same file as row {above}", "fill the column 'name'")
        return False
    return True


def _is_unchanged(plan: _Plan, path: Path) -> bool:
    existing = plan.existing[path]
    return existing is not None and existing.text == plan.pages[path].text


def _check(plan: _Plan, today: date, beside: Mapping[str, RecordKind]) -> tuple[Fault, ...]:
    """Run the check of the content, and note what it says of a line at the cell that the line comes from."""
    files = {path: page.text for path, page in plan.pages.items()}
    by_path = {(plan.root / path).as_posix(): path for path in files}
    wrong = {path: row.wrong_families for path, row in plan.rows.items()}
    elsewhere = []
    for fault in check_staged(plan.root, files, today, beside):
        path = by_path.get(fault.path)
        if path is None:
            elsewhere.append(fault)
            continue
        row, key = plan.rows[path], _key(fault, plan.pages[path])
        if family(key) in wrong[path]:
            continue  # what is wrong there was said in the words of the table
        note = row.warn if fault.warning else row.fault
        note(key, fault.what, fault.instead)
    return tuple(elsewhere)


def _key(fault: Fault, page: Page) -> str:
    about = next((key for start, key in _OF_WHOLE_FILE if fault.what.startswith(start)), "")
    return about or page.key(fault.line)
