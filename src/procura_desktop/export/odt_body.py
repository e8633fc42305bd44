"""The body of an ODT document, as OpenDocument XML (ODF 1.3), and the automatic styles that it uses."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from procura_desktop.export.look import GONE, GREY, LINE, NEW, SHADE, STYLES, locale_of
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

BULLETS, NUMBERS = "Procura_20_Bullets", "Procura_20_Numbers"
# What word processors of OpenDocument call these styles.
_NAMES = {"Normal": "Text body", "Table Text": "Table Contents"}
_HOW: dict[How, str] = {
    "": "",
    "strong": 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"',
    "weak": f'fo:color="#{GREY}"',
    "gone": f'style:text-line-through-style="solid" style:text-line-through-type="single" fo:color="#{GONE}"',
    "new": 'style:text-underline-style="solid" style:text-underline-width="auto" '
    f'style:text-underline-color="font-color" fo:color="#{NEW}"',
}
_BLANKS = re.compile(r"^ +| +$|(?<= ) +")


def style_name(name: str) -> str:
    """Give the name of one of our styles as it stands in the file."""
    return _NAMES.get(name, name).replace(" ", "_20_")


def display_name(name: str) -> str:
    """Give the name of one of our styles as a person sees it."""
    return _NAMES.get(name, name)


class OdtBody:
    """Writes blocks, and collects the automatic styles that they need."""

    def __init__(self) -> None:
        """Begin with no styles."""
        self._styles: dict[str, str] = {}  # by the name, in the order of first use
        self._tables = 0

    def styles(self) -> Iterator[str]:
        """Give the automatic styles of what was written so far."""
        yield from self._styles.values()

    def xml(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """Give the elements of the blocks."""
        for block in blocks:
            if isinstance(block, Heading):
                yield (
                    f'<text:h text:style-name="{style_name(f"Heading {block.level}")}" '
                    f'text:outline-level="{block.level}">{_words(block.text)}</text:h>'
                )
            elif isinstance(block, Paragraph):
                yield self._paragraph(STYLES[block.style], block.runs, keep=block.keep)
            elif isinstance(block, ListBlock):
                yield self._list(block)
            elif isinstance(block, Table):
                yield self._table(block)
            elif isinstance(block, PageBreak):
                yield f'<text:p text:style-name="{self._page_break()}"/>'

    def _paragraph(
        self, style: str, runs: tuple[Run | Field, ...], *, keep: bool = False, right: bool = False
    ) -> str:
        inside = "".join(self._run(run) if isinstance(run, Run) else _form_field(run) for run in runs)
        name = self._paragraph_style(style, keep=keep, right=right)
        return f'<text:p text:style-name="{name}">{inside}</text:p>'

    def _paragraph_style(self, style: str, *, keep: bool, right: bool) -> str:
        known = style_name(style)
        if not keep and not right:
            return known
        name = f"{known}_keep{int(keep)}_right{int(right)}"
        told = ('fo:keep-with-next="always" ' if keep else "") + ('fo:text-align="end"' if right else "")
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{known}">'
            f"<style:paragraph-properties {told}/></style:style>"
        )
        return name

    def _page_break(self) -> str:
        self._styles["page_break"] = (
            f'<style:style style:name="page_break" style:family="paragraph" style:parent-style-name='
            f'"{style_name("Normal")}"><style:paragraph-properties fo:break-before="page"/></style:style>'
        )
        return "page_break"

    def _run(self, run: Run) -> str:
        if not run.how and not run.language:
            return _words(run.text)
        name = f"run_{run.how}_{run.language}"
        told = _HOW[run.how]
        if run.language:
            language, country = locale_of(run.language)
            told += f' fo:language="{language}" fo:country="{country or "none"}"'
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="text"><style:text-properties '
            f"{told}/></style:style>"
        )
        return f'<text:span text:style-name="{name}">{_words(run.text)}</text:span>'

    def _list(self, block: ListBlock) -> str:
        first = block.items[0] if len(block.items) > 1 else None  # it stays on the page of the next
        return "".join(self._points(points, first) for points in lists_of(block.items))

    def _points(self, points: Points, first: ListItem | None) -> str:
        name = BULLETS if points.start is None else NUMBERS
        made = f'<text:list text:style-name="{name}">'
        start = "" if points.start is None else f' text:start-value="{points.start}"'
        for point in points.points:
            below = "".join(self._points(one, first) for one in point.below)
            item = self._item(point.item, keep=point.item is first)
            made += f"<text:list-item{start}>{item}{below}</text:list-item>"
            start = ""
        return f"{made}</text:list>"

    def _item(self, item: ListItem, *, keep: bool) -> str:
        return self._paragraph("List Bullet" if item.number is None else "List Number", item.runs, keep=keep)

    def _table(self, table: Table) -> str:
        self._tables += 1
        whole = not table.header and is_short_table(table)
        columns = "".join(
            f'<table:table-column table:style-name="{self._column_style(column.share)}"/>'
            for column in table.columns
        )
        head = self._row(table, table.header, head=True) if table.header else ""
        head = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
        rows = "".join(self._row(table, row) for row in table.rows)
        return (
            f'<table:table table:name="Table{self._tables}" '
            f'table:style-name="{self._table_style(whole=whole)}">'
            f"<table:title>{escape(table.title)}</table:title>{columns}{head}{rows}</table:table>"
        )

    def _table_style(self, *, whole: bool) -> str:
        name = f"table_whole{int(whole)}"
        breaks = "false" if whole else "true"
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="table"><style:table-properties '
            f'table:align="margins" '
            f'fo:margin-top="0.1cm" fo:margin-bottom="0.25cm" style:may-break-between-rows="{breaks}" '
            'table:border-model="collapsing"/></style:style>'
        )
        return name

    def _column_style(self, share: int) -> str:
        name = f"column_{share}"
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties '
            f'style:rel-column-width="{share * 100}*"/></style:style>'
        )
        return name

    def _row(self, table: Table, row: tuple[Cell, ...], *, head: bool = False) -> str:
        together = is_short_row(row)
        name = f"row_together{int(together)}"
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="table-row"><style:table-row-properties '
            f'fo:keep-together="{"always" if together else "auto"}"/></style:style>'
        )
        cells = "".join(
            self._cell(cell, right=column.align == "right", head=head)
            for cell, column in zip(row, table.columns, strict=True)
        )
        return f'<table:table-row table:style-name="{name}">{cells}</table:table-row>'

    def _cell(self, cell: Cell, *, right: bool, head: bool) -> str:
        name = f"cell_head{int(head)}"
        shade = f' fo:background-color="#{SHADE}"' if head else ""
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
            f'fo:padding-left="0.18cm" fo:padding-right="0.18cm" fo:padding-top="0.07cm" '
            f'fo:padding-bottom="0.07cm" '
            f'fo:border="0.5pt solid #{LINE}"{shade}/></style:style>'
        )
        inside = "".join(
            self._paragraph(STYLES[one.style], _strong(one.runs) if head else one.runs, right=right)
            for one in cell.paragraphs
        )
        return (
            f'<table:table-cell table:style-name="{name}" '
            f'office:value-type="string">{inside}</table:table-cell>'
        )


def _strong(runs: tuple[Run | Field, ...]) -> tuple[Run | Field, ...]:
    return tuple(Run(run.text, "strong", run.language) if isinstance(run, Run) else run for run in runs)


def _form_field(field: Field) -> str:
    if field.kind == "yes-no":
        return _words(field_text(field))
    return (
        f'<text:placeholder text:placeholder-type="text" text:description={quoteattr(field.label)}>'
        f"{escape(field_text(field))}</text:placeholder>"
    )


def _words(text: str) -> str:
    """Give text with its tabs, line ends and blanks, of which OpenDocument keeps only one in a row."""
    parts = escape(text).split("\n")
    lines = (_BLANKS.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', part) for part in parts)
    return "<text:line-break/>".join(lines).replace("\t", "<text:tab/>")
