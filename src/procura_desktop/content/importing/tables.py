"""Reading a table, whichever form it has."""

from pathlib import Path

from procura_desktop.content.importing.cells import CellLog, Table
from procura_desktop.content.importing.csv_file import read_csv
from procura_desktop.content.importing.workbook import read_workbook
from procura_desktop.content.importing.workbook_file import read_bytes

WORKBOOK, CSV = ".xlsx", ".csv"
_OLD = (".xls", ".ods", ".xlsm", ".xlsb", ".numbers")


def read_table(path: Path, log: CellLog) -> Table | None:
    """Read a workbook or a CSV file; None when it is neither or cannot be read, which is noted."""
    ending = path.suffix.lower()
    if ending not in {WORKBOOK, CSV}:
        what = f"'{ending}' is no form of table that can be read" if ending else "the name has no ending"
        log.fault(what, "save it as .xlsx" if ending in _OLD else "bring a file that ends in .xlsx or .csv")
        return None
    data = read_bytes(path, log)
    if data is None:
        return None
    return read_workbook(data, log) if ending == WORKBOOK else read_csv(data, log)
