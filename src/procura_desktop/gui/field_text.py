"""What stands in a field of several lines, sign by sign."""

import re

from PySide6.QtWidgets import QPlainTextEdit

_LINE_ENDS = re.compile("[\u2028\u2029]")


def text_in(field: QPlainTextEdit) -> str:
    """Give the text of a field; `toPlainText` would give an ordinary blank for one that does not break."""
    return _LINE_ENDS.sub("\n", field.document().toRawText())
