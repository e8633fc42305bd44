"""Where pages end: not in the middle of a callout, and not between a heading and what follows it."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextFrame, QTextTable

MOST_BREAKS = 500


def mend_breaks(document: QTextDocument) -> None:
    """Move to the next page what the end of one would tear; the page size must have been set.

    Each break moves all that follows, so the next tear is looked for after it. What is higher than a page,
    and a table of several rows, may be torn.
    """
    for _ in range(MOST_BREAKS):
        torn = next(_torn(document), None)
        if torn is None:
            return
        _break_before(_with_headings(torn))


def _torn(document: QTextDocument) -> Iterator[QTextBlock | QTextTable]:
    height, layout = document.pageSize().height(), document.documentLayout()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable) and frame.rows() == 1 and not _breaks(frame):
            box = layout.frameBoundingRect(frame)
            if _crosses(box.top(), box.bottom(), height):
                yield frame
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() and not _breaks(block):
            top, bottom = layout.blockBoundingRect(block).top(), _first_line(block.next())
            if _crosses(top, bottom, height):
                yield block
        block = block.next()


def _with_headings(piece: QTextBlock | QTextTable) -> QTextBlock | QTextTable:
    """Give the first of the headings right above, for they move along."""
    block = piece if isinstance(piece, QTextBlock) else piece.firstCursorPosition().block()
    found = piece
    while (block := block.previous()).blockFormat().headingLevel() and not _breaks(block):
        found = block
    return found


def _first_line(block: QTextBlock) -> float:
    """Say how far down the first line after a heading reaches."""
    if not block.isValid():
        return 0.0
    box = block.document().documentLayout().blockBoundingRect(block)
    lines = block.layout()
    return box.top() + (lines.lineAt(0).height() if lines.lineCount() else box.height())


def _crosses(top: float, bottom: float, height: float) -> bool:
    return bottom - top < height and int(top // height) != int((bottom - 1) // height)


def _breaks(piece: QTextBlock | QTextFrame) -> bool:
    made = piece.blockFormat() if isinstance(piece, QTextBlock) else piece.frameFormat()
    return bool(made.pageBreakPolicy().value & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore.value)


def _break_before(piece: QTextBlock | QTextTable) -> None:
    before = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
    if isinstance(piece, QTextBlock):
        made = piece.blockFormat()
        made.setPageBreakPolicy(before)
        QTextCursor(piece).setBlockFormat(made)
    else:
        table = piece.format()
        table.setPageBreakPolicy(before)
        piece.setFormat(table.toTableFormat())
