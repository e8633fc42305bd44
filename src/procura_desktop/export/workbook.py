"""A spreadsheet in the making: its styles, its pages, and text that stays text.

Whatever a buyer or a library wrote goes in as a string: never as a formula, a link or a number, also where it
begins with = + - @ or a control character. Formulas are only those that the program writes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Literal

from procura_desktop.export.characters import one_line, printable
from procura_desktop.export.papers.desk import Desk

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Style = Literal[
    "title", "head", "section", "band", "label", "text", "note", "answer", "number", "result", "faint"
]

_EDGE = {"border": 1, "border_color": "#A6A6A6"}
_CELL = {**_EDGE, "text_wrap": True, "valign": "top"}
STYLES: dict[Style, dict[str, object]] = {
    "title": {"bold": True, "font_size": 16},
    "head": {**_CELL, "bold": True, "bg_color": "#1F4E5F", "font_color": "#FFFFFF"},
    "section": {"bold": True, "bg_color": "#DCE8EC", "font_size": 12},
    "band": {**_CELL, "bold": True, "bg_color": "#EEF4F6"},
    "label": {**_CELL, "bold": True},
    "text": _CELL,
    "note": {"valign": "top", "text_wrap": True},
    "answer": {**_CELL, "bg_color": "#FFF8D6", "locked": False},
    "number": {**_CELL, "bg_color": "#FFF8D6", "locked": False, "num_format": "#,##0.######"},
    "result": {**_EDGE, "valign": "top", "align": "right", "bold": True},
    "faint": {**_EDGE, "valign": "top", "align": "right", "font_color": "#595959"},
}
LONGEST_NAME = 31  # characters of a sheet's name, by Excel's limit
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
# A row is at most 409 points high: of longer text a spreadsheet shows no more than the beginning. Heights are
# set, since programs differ in whether they find them out when they open a file.
POINTS = 15  # a line
HIGHEST = 27  # lines
LINES = 22
NARROW = 34  # letters


@dataclass(slots=True)
class Book:
    """One workbook. Close it by `finished`."""

    desk: Desk
    made: "Workbook"
    stream: BytesIO
    formats: dict[str, Any] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    def style(self, name: Style, **more: object) -> Any:  # noqa: ANN401 - xlsxwriter carries no types
        """Give a format, with other properties on top."""
        key = f"{name} {sorted(more.items())}"
        if key not in self.formats:
            self.formats[key] = self.made.add_format({**STYLES[name], **more})
        return self.formats[key]

    def page(self, name: str, columns: tuple[float, ...]) -> "Page":
        """Add a sheet; columns are widths in characters."""
        sheet = self.made.add_worksheet(sheet_name(name, self.names))
        self.names.append(sheet.get_name())
        for at, width in enumerate(columns):
            sheet.set_column(at, at, width)
        sheet.set_paper(9)  # A4
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        head = self.desk.procurement.head
        sheet.set_footer(f"&L&8 {_in_footer(f'{head.reference}  {head.title}')}&R&8&A  &P / &N")
        sheet.protect("", {"format_rows": True, "format_columns": True})
        return Page(book=self, sheet=sheet, widths=columns)

    def finished(self) -> bytes:
        """Close the workbook and give it."""
        self.made.close()
        return self.stream.getvalue()


@dataclass(slots=True)
class Page:
    """One sheet, written from top to bottom; rows and columns count from 0, widths are in characters."""

    book: Book
    sheet: Any  # an xlsxwriter Worksheet
    widths: tuple[float, ...]
    row: int = 0
    heights: dict[int, int] = field(default_factory=dict)  # in lines, of rows with more than one

    def text(self, column: int, text: str, style: Style = "text", **more: object) -> None:
        """Write text into the current row, whatever it begins with."""
        self.sheet.write_string(self.row, column, printable(text), self.book.style(style, **more))
        lines = lines_of(text, letters(self.widths[column], bold="bold" in STYLES[style]))
        if lines > self.heights.get(self.row, 1) and style != "section":
            self.heights[self.row] = lines
            self.sheet.set_row(self.row, POINTS * min(lines, HIGHEST))

    def blank(self, column: int, style: Style, **more: object) -> None:
        """Write an empty cell, such as one to fill in, into the current row."""
        self.sheet.write_blank(self.row, column, None, self.book.style(style, **more))

    def number(self, column: int, number: Decimal, style: Style, **more: object) -> None:
        """Write a number into the current row; spreadsheets keep 15 digits of it."""
        self.sheet.write_number(self.row, column, float(number), self.book.style(style, **more))

    def formula(
        self, column: int, formula: str, value: Decimal | int | str | None, style: Style, **more: object
    ) -> None:
        """Write a formula and what it gives now, for programs that do not calculate."""
        now = float(value) if isinstance(value, Decimal) else "" if value is None else value
        self.sheet.write_formula(self.row, column, formula, self.book.style(style, **more), now)

    def section(self, row: int, text: str) -> None:
        """Write the heading of a section over all columns, and go to the row below."""
        self.row = row
        self.text(0, text, "section")
        for column in range(1, len(self.widths)):
            self.blank(column, "section")
        self.row += 1

    def line(self, texts: Iterable[str], style: Style) -> None:
        """Write a row of texts and go to the next."""
        for column, text in enumerate(texts):
            self.text(column, text, style)
        self.row += 1

    def across(self, text: str, last: int, style: Style = "note") -> None:
        """Write a text over the columns from the first to the `last`, in rows high enough, and go on."""
        wide = letters(sum(self.widths[: last + 1]))
        for piece in pieces(text, width=wide):
            self.sheet.merge_range(self.row, 0, self.row, last, "", self.book.style(style))
            self.sheet.write_string(self.row, 0, piece, self.book.style(style))
            self.sheet.set_row(self.row, POINTS * lines_of(piece, wide))
            self.row += 1

    def title(self, text: str) -> None:
        """Write the title, and below it what the procurement is."""
        head = self.book.desk.procurement.head
        self.sheet.write_string(self.row, 0, one_line(text), self.book.style("title"))
        self.sheet.set_row(self.row, 24)
        told = " · ".join(
            filter(None, (one_line(head.buyer), one_line(head.title), one_line(head.reference)))
        )
        self.sheet.write_string(self.row + 1, 0, told)
        self.row += 2


def new_book(desk: Desk, title: str) -> Book:
    """Begin a workbook with its document properties."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    made, head = Workbook(stream, options), desk.procurement.head
    made.set_properties(
        {
            "title": one_line(title),
            "subject": one_line(head.title),
            "author": one_line(desk.facts.organisation or head.buyer),
            "comments": desk.facts.program,
            "created": naive(desk.facts.made),
        }
    )
    made.set_custom_property("Language", desk.language)
    return Book(desk=desk, made=made, stream=stream)


def sheet_name(wanted: str, taken: Iterable[str]) -> str:
    """Give a name that a spreadsheet allows and no other sheet has."""
    clean = " ".join(printable(wanted).translate(_NOT_IN_NAMES).replace("'", "’").split())
    used = {name.casefold() for name in taken} | {"history"}
    name, at = _at_most(clean or "Sheet", LONGEST_NAME), 2
    while name.casefold() in used:
        name, at = f"{_at_most(clean or 'Sheet', LONGEST_NAME - len(f' ({at})'))} ({at})", at + 1
    return name


def pieces(text: str, *, width: int, lines: int = LINES) -> tuple[str, ...]:
    """Divide a text into pieces that fit into a row, at line ends or blanks; "" gives none.

    A row is as many `lines` of `width` characters. No character is lost but blanks where it is cut.
    """
    found: list[str] = []
    rest = printable(text).strip()
    while rest:
        cut = _cut(rest, width, lines)
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return tuple(found)


def letters(width: float, *, bold: bool = False) -> int:
    """Estimate how many letters of running text a column takes; its width is that of as many digits."""
    wide = width * 1.12 if width > 20 else width
    return max(1, int(wide * 0.9 if bold else wide))


def lines_of(text: str, width: int) -> int:
    """Estimate how many lines a text takes in a column; in a narrow one, words leave room at their ends."""
    if width > NARROW:
        return sum(max(1, -(-len(line) // width)) for line in text.split("\n"))
    return sum(max(1, len(wrap(line, width))) for line in text.split("\n"))


def naive(time: datetime) -> datetime:
    """Give a time without its zone, as spreadsheets have it."""
    return time.replace(tzinfo=None, microsecond=0)


def _cut(text: str, width: int, lines: int) -> int:
    at, left = 0, lines
    for line in text.split("\n"):
        needed = max(1, -(-len(line) // width))
        if needed > left:
            break
        at, left = at + len(line) + 1, left - needed
    if at:
        return min(at, len(text))
    most = lines * width
    blank = text.rfind(" ", 1, most)
    return blank if blank > 0 else most


def _at_most(name: str, length: int) -> str:
    """Shorten a name; characters outside the basic plane count twice, as they do in the file."""
    while len(name.encode("utf-16-le")) // 2 > length:
        name = name[:-1]
    return name.strip()


def _in_footer(text: str) -> str:
    """Escape the sign that begins a code in a footer, and keep to its limit of 255.

    A space has to stand before it: figures at its beginning would be taken for the size of the letters.
    """
    doubled = one_line(text).replace("&", "&&")[:180]
    signs = len(doubled) - len(doubled.rstrip("&"))
    return doubled[:-1] if signs % 2 else doubled  # half a sign would begin a code


def address(row: int, column: int, *, fixed: bool = False) -> str:
    """Name a cell; `fixed` means that its column stays when the formula is copied."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed))


def block(first: int, column: int, count: int, *, fixed: bool = False) -> str:
    """Name the cells of a column from a row on; "" where there are none."""
    if not count:
        return ""
    last = address(first + count - 1, column, fixed=fixed)
    return f"{address(first, column, fixed=fixed)}:{last}"
