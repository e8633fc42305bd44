"""The body of a DOCX document, as WordprocessingML.

It is written as text, since a document of 300 criteria has tens of thousands of elements: made one by one
through an object model they take as many seconds as this takes tenths. ECMA-376, part 1, is the reference.
"""

from collections.abc import Iterator, Mapping
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from procura_desktop.export.look import GONE, GREY, NEW, STYLES, locale_of
from procura_desktop.export.paper import (
    Block,
    Cell,
    Field,
    Heading,
    How,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Run,
    Table,
    field_text,
)
from procura_desktop.export.points import Points, lists_of
from procura_desktop.export.row_length import is_short_row, is_short_table

TWIPS = 20  # to a point
_HOW: dict[How, str] = {
    "": "",
    "strong": "<w:b/>",
    "weak": f'<w:color w:val="{GREY}"/>',
    "gone": f'<w:strike/><w:color w:val="{GONE}"/>',
    "new": f'<w:color w:val="{NEW}"/><w:u w:val="single"/>',
}


class DocxBody:
    """Writes blocks; it counts fields and lists, whose numbers must not recur."""

    def __init__(self, styles: Mapping[str, str], *, width: float, numberings: Iterator[int]) -> None:
        """Take the ids of styles by their names, the width of the text in points, and free ids for lists."""
        self._styles = styles
        self._width = round(width * TWIPS)
        self._field = count(1)
        self._free = numberings
        self.list_starts: list[tuple[int, int]] = []  # (depth, first number) of each numbered list, in order
        self.numberings = [next(numberings)]  # the id of all bullets, then that of each list with numbers

    def xml(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """Give the elements of the blocks."""
        for block in blocks:
            if isinstance(block, Heading):
                yield self._paragraph(f"Heading {block.level}", (Run(block.text),))
            elif isinstance(block, Paragraph):
                yield self._paragraph(STYLES[block.style], block.runs, keep=block.keep)
            elif isinstance(block, ListBlock):
                yield from self._list(block)
            elif isinstance(block, Table):
                yield self._table(block)
            elif isinstance(block, PageBreak):
                yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _paragraph(
        self, style: str, runs: tuple[Run | Field, ...], *, keep: bool = False, more: str = ""
    ) -> str:
        kept = "<w:keepNext/>" if keep else ""
        inside = "".join(self._run(run) if isinstance(run, Run) else self._form_field(run) for run in runs)
        return f'<w:p><w:pPr><w:pStyle w:val="{self._styles[style]}"/>{kept}{more}</w:pPr>{inside}</w:p>'

    def _run(self, run: Run) -> str:
        look = _HOW[run.how]
        if run.language:
            look += f'<w:lang w:val="{"-".join(filter(None, locale_of(run.language)))}"/>'
        return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{_words(run.text)}</w:r>"

    def _form_field(self, field: Field) -> str:
        if field.kind == "yes-no":
            return "".join(self._box(field.label, choice) for choice in field.choices)
        look = f'<w:rPr><w:color w:val="{GREY}"/></w:rPr>'
        return (
            f"<w:sdt><w:sdtPr>{self._name(field.label)}<w:showingPlcHdr/>"
            '<w:text w:multiLine="1"/></w:sdtPr>'
            f"<w:sdtContent><w:r>{look}{_words(field_text(field))}</w:r></w:sdtContent></w:sdt>"
        )

    def _box(self, label: str, choice: str) -> str:
        return (
            f"<w:sdt><w:sdtPr>{self._name(f'{label}: {choice}')}<w14:checkbox>"
            '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>'
            '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"'
            f' w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
            f"<w:r>{_words(f' {choice}    ')}</w:r>"
        )

    def _name(self, label: str) -> str:
        return f'<w:alias w:val={quoteattr(label[:64])}/><w:id w:val="{next(self._field)}"/>'

    def _list(self, block: ListBlock) -> Iterator[str]:
        first = block.items[0] if len(block.items) > 1 else None  # it stays on the page of the next
        for points in lists_of(block.items):
            yield from self._points(points, 0, first)

    def _points(self, points: Points, depth: int, first: ListItem | None) -> Iterator[str]:
        number = 0
        if points.start is not None:
            self.list_starts.append((depth, points.start))
            self.numberings.append(next(self._free))
            number = len(self.list_starts)
        for point in points.points:
            yield self._item(point.item, depth, number, keep=point.item is first)
            for below in point.below:
                yield from self._points(below, depth + 1, first)

    def _item(self, item: ListItem, depth: int, number: int, *, keep: bool) -> str:
        style = "List Bullet" if item.number is None else "List Number"
        more = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{self.numberings[number]}"/></w:numPr>'
        return self._paragraph(style, item.runs, keep=keep, more=more)

    def _table(self, table: Table) -> str:
        widths = [self._width * column.share // 100 for column in table.columns]
        whole = not table.header and is_short_table(table)
        rows = [self._row(table, table.header, widths, head=True, keep=True)] if table.header else []
        last = len(table.rows) - 1
        rows += [
            self._row(table, row, widths, keep=(whole and at < last) or (at == 0 and at < last))
            for at, row in enumerate(table.rows)
        ]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = int(bool(table.header))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles["Procura Table"]}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{0x600 + 0x20 * head:04X}" w:firstRow="{head}" w:lastRow="0" '
            f'w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(table.title)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"{''.join(rows)}</w:tbl>{self._after_table()}"
        )

    def _after_table(self) -> str:
        """Two tables in a row would become one, and a table may not end a document."""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._styles["Small Print"]}"/>'
            '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
        )

    def _row(
        self, table: Table, row: tuple[Cell, ...], widths: list[int], *, head: bool = False, keep: bool
    ) -> str:
        cells = "".join(
            self._cell(cell, width, right=column.align == "right", head=head, keep=keep)
            for cell, width, column in zip(row, widths, table.columns, strict=True)
        )
        rules = ("<w:cantSplit/>" if is_short_row(row) else "") + ("<w:tblHeader/>" if head else "")
        return f"<w:tr>{f'<w:trPr>{rules}</w:trPr>' if rules else ''}{cells}</w:tr>"

    def _cell(self, cell: Cell, width: int, *, right: bool, head: bool, keep: bool) -> str:
        aligned = '<w:jc w:val="right"/>' if right else ""
        inside = "".join(
            self._paragraph(
                STYLES[one.style],
                tuple(
                    Run(run.text, "strong", run.language) if head and isinstance(run, Run) else run
                    for run in one.runs
                ),
                keep=keep,
                more=aligned,
            )
            for one in cell.paragraphs
        )
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def _words(text: str) -> str:
    """Give text with its blanks, its tabs and its line ends."""
    made = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    made = made.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{made}</w:t>'
