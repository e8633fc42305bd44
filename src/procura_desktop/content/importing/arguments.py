"""What `procura-publish import` takes. It stands apart so that other commands need not know spreadsheets."""

import argparse
from pathlib import Path


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the name of a table, or of an empty one to write, and what to do with it."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("table", type=Path, nargs="?", metavar="FILE", help="a table: .xlsx or .csv")
    what.add_argument("--template", type=Path, metavar="FILE", help="write an empty table: .xlsx or .csv")
    parser.add_argument(
        "--into",
        type=Path,
        default=Path("content"),
        metavar="DIR",
        help="the folder that holds en/ and pictures/ (default: content)",
    )
    parser.add_argument("--replace", action="store_true", help="write files anew that say something else")
    parser.add_argument("--dry-run", action="store_true", help="write nothing, say what would be written")
