"""A paper as HTML, within what Qt's rich text understands: the window prints it to PDF.

QTextDocument knows neither borders of single sides nor a caption, takes widths of columns from the first row
and repeats a ``thead``. The page's own head and foot are painted by whoever prints. The HTML is whole and
self-contained: browsers show it as well.
"""

from collections.abc import Iterator
from html import escape

from procura_desktop.export.characters import all_printable
from procura_desktop.export.look import GONE, GREY, LINE, NEW, SHADE, STYLES, Look, looks_of
from procura_desktop.export.paper import (
    Block,
    Cell,
    Column,
    Field,
    Heading,
    How,
    ListBlock,
    Paper,
    Paragraph,
    Run,
    Table,
    field_text,
)
from procura_desktop.export.points import Points, lists_of

FONT = "Noto Sans"  # the program brings it along
_HOW: dict[How, str] = {
    "": "",
    "strong": "font-weight: 600",
    "weak": f"color: #{GREY}",
    "gone": f"color: #{GONE}; text-decoration: line-through",
    "new": f"color: #{NEW}; text-decoration: underline",
}
_TAGS = {"Title": "h1", "Heading 1": "h2", "Heading 2": "h3", "Heading 3": "h4"}


def html_text(paper: Paper) -> str:
    """Give a whole page of HTML."""
    paper = all_printable(paper)
    looks = looks_of(dense=paper.dense)
    body = "\n".join(_Html(looks).blocks(paper.blocks))
    normal = looks["Normal"]
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(paper.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(f'{paper.title}: {paper.subject}')}</title>\n"
        f'<meta name="author" content="{escape(paper.author)}">\n</head>\n'
        f"<body style=\"font-family: '{FONT}', sans-serif; font-size: {_size(normal)}pt; "
        f'color: #{normal.colour}">\n{body}\n</body>\n</html>\n'
    )


def _size(look: Look) -> float:
    return round(look.size * 0.92 * 2) / 2  # Noto Sans is large for its size


def _pixels(points: float) -> int:
    """Give a length in pixels, the only unit of margins that Qt understands."""
    return round(points * 96 / 72)


class _Html:
    """Writes blocks in the looks of one paper."""

    def __init__(self, looks: dict[str, Look]) -> None:
        self._looks = looks

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        broken = False
        for block in blocks:
            if isinstance(block, Heading):
                yield self._text(f"Heading {block.level}", (Run(block.text),), broken=broken)
            elif isinstance(block, Paragraph):
                yield self._text(STYLES[block.style], block.runs, broken=broken)
            elif isinstance(block, ListBlock):
                yield self._list(block)
            elif isinstance(block, Table):
                yield self._table(block)
            broken = not isinstance(block, Heading | Paragraph | ListBlock | Table)

    def _text(
        self, style: str, runs: tuple[Run | Field, ...], *, broken: bool = False, align: str = ""
    ) -> str:
        look, tag = self._looks[style], _TAGS.get(style, "p")
        told = [
            f"margin-top: {_pixels(look.before)}px",
            f"margin-bottom: {_pixels(look.after)}px",
            f"font-size: {_size(look)}pt",
            f"color: #{look.colour}",
            f"line-height: {look.line - 8}%",
            f"font-weight: {600 if look.bold else 400}",
        ]
        told += ["page-break-before: always"] if broken else []
        told += [f"text-align: {align}"] if align else []
        return f'<{tag} style="{"; ".join(told)}">{_runs(runs)}</{tag}>'

    def _list(self, block: ListBlock) -> str:
        """Write a list; one that is deeper is a list of its own, set in."""
        return "".join(map(_points, lists_of(block.items)))

    def _table(self, table: Table) -> str:
        head = self._row(table.header, table.columns, head=True) if table.header else ""
        head = f"<thead>{head}</thead>" if head else ""
        rows = "".join(self._row(row, table.columns) for row in table.rows)
        return (
            f'<table width="100%" border="1" cellspacing="0" cellpadding="4" title="{escape(table.title)}" '
            f'style="border-collapse: collapse; border-style: solid; border-color: #{LINE}; '
            'margin-top: 4px; margin-bottom: 12px">'
            f"{head}{rows}</table>"
        )

    def _row(self, row: tuple[Cell, ...], columns: tuple[Column, ...], *, head: bool = False) -> str:
        tag, shade = ("th", f' bgcolor="#{SHADE}"') if head else ("td", "")
        cells = "".join(
            f'<{tag} width="{column.share}%" valign="top"{shade} style="border: 1px solid #{LINE}">'
            + "".join(
                self._text(STYLES[one.style], _strong(one.runs) if head else one.runs, align=column.align)
                for one in cell.paragraphs
            )
            + f"</{tag}>"
            for cell, column in zip(row, columns, strict=True)
        )
        return f"<tr>{cells}</tr>"


def _points(points: Points) -> str:
    tag, start = ("ul", "") if points.start is None else ("ol", f' start="{points.start}"')
    items = "".join(
        f"<li>{_runs(point.item.runs)}{''.join(map(_points, point.below))}</li>" for point in points.points
    )
    return f"<{tag}{start}>{items}</{tag}>"


def _strong(runs: tuple[Run | Field, ...]) -> tuple[Run | Field, ...]:
    return tuple(Run(run.text, "strong", run.language) if isinstance(run, Run) else run for run in runs)


def _runs(runs: tuple[Run | Field, ...]) -> str:
    return "".join(_run(run) if isinstance(run, Run) else escape(field_text(run)) for run in runs)


def _run(run: Run) -> str:
    words = escape(run.text).replace("  ", "\u00a0 ").replace("\n", "<br>")  # HTML would join blanks
    told = f' lang="{escape(run.language)}"' if run.language else ""
    told += f' style="{_HOW[run.how]}"' if run.how else ""
    return f"<span{told}>{words}</span>" if told else words
