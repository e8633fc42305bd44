"""Paragraphs collected from a document while it is read: text boxes in paragraphs, tables in tables."""

from procura_desktop.domain.checks.document import Paragraph


class Collected:
    """What was read so far.

    A row of a table is one paragraph, its cells divided by " | "; a paragraph within another, as text boxes
    are, comes before it.
    """

    def __init__(self) -> None:
        self._done: list[Paragraph] = []
        self._open: list[list[str]] = []  # paragraphs that have begun
        self._rows: list[list[list[str]]] = []  # of tables that have begun: cells, each with its paragraphs

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Give all paragraphs that have text."""
        return tuple(self._done)

    def begin_paragraph(self) -> None:
        """Begin a paragraph, perhaps within another."""
        self._open.append([])

    def add(self, text: str) -> None:
        """Add text to the paragraph that began last; text outside of any falls away."""
        if self._open:
            self._open[-1].append(text)

    def end_paragraph(self, *, heading: bool = False, keep: bool = True) -> None:
        """End the paragraph that began last."""
        text = _tidy("".join(self._open.pop())) if self._open else ""
        if not text or not keep:
            return
        if self._rows:
            self._rows[-1][-1].append(text)
        else:
            self._done.append(Paragraph(text=text, heading=heading))

    def begin_row(self) -> None:
        """Begin a row, perhaps of a table in a cell."""
        self._rows.append([[]])

    def begin_cell(self) -> None:
        """Begin a cell of the row."""
        if self._rows:
            self._rows[-1].append([])

    def end_row(self) -> None:
        """End the row; one of an inner table becomes a paragraph of the cell around it."""
        if not self._rows:
            return
        text = " | ".join("\n".join(cell) for cell in self._rows.pop() if cell)
        if text and self._rows:
            self._rows[-1][-1].append(text)
        elif text:
            self._done.append(Paragraph(text=text))


def _tidy(text: str) -> str:
    """Make one blank of many, and take away lines without text."""
    lines = (" ".join(line.split()) for line in text.replace("\u00ad", "").split("\n"))
    return "\n".join(line for line in lines if line)
