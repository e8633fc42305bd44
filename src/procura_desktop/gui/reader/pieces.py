"""Where a document can be written in pieces, one after the other, with the result of the whole.

It is cut only between two blocks of running text that stand in nothing else: after a table QTextDocument
sometimes adds a line of its own, and a list in two pieces would be two lists.
"""

import re
from typing import Literal

_TAG = re.compile(r"""<(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>""")
_HOLDING = frozenset({"table", "ul", "ol", "div", "blockquote", "dl", "pre"})
_BEFORE = frozenset({"/p", "/ul", "/ol"})
_AFTER = frozenset({"p", "h2", "h3", "h4"})
# The room below a block and in its last line, or of a picture, in letters that would fill it.
_WORTH = {"p": 60, "h1": 120, "h2": 180, "h3": 120, "h4": 90, "li": 40, "tr": 60, "table": 60, "img": 700}
_START, _END = re.compile(r"<body[^>]*>"), "</body></html>"
_TOP, _BOTTOM = re.compile(r"margin-top: -?[0-9]+px"), re.compile(r"margin-bottom: [0-9]+px")
BETWEEN_TABLES = 4  # pixels that Qt leaves between two of them, whatever they ask for
Tables = Literal["avoid", "below", "inside"]


def cut(html: str, letters: int, *, tables: Tables = "avoid") -> tuple[str, str]:
    """Cut a document where it can be cut first after so many letters of text, or what takes the room of them.

    Gives two documents under the same head; the second is "" where nothing is left to cut off.
    `tables` says where else it may be cut: "below" between a table and a heading too, where both are known to
    be plain; "inside" between two rows as well, where each row says how wide its cells are: the table is then
    two, one close below the other.
    """
    start = _START.search(html)
    body = start.end() if start else 0
    done, seen, depth, before = body, 0, 0, ""
    ends = _BEFORE if tables == "avoid" else _BEFORE | {"/table"}
    table: re.Match[str] | None = None
    for found in _TAG.finditer(html, body):
        seen += found.start() - done
        done = found.end()
        tag = found["end"] + found["tag"].lower()
        if seen >= letters and depth == 0 and before in ends and tag in _AFTER:
            here = found.start()
            return html[:here] + _END, html[:body] + html[here:]
        if seen >= letters and depth == 1 and tables == "inside" and (before, tag) == ("/tr", "tr") and table:
            return _cut_table(html, body, table, found.start())
        if tag == "table" and depth == 0:
            table = found
        seen += _WORTH.get(tag, 0)
        if found["tag"].lower() in _HOLDING:
            depth += -1 if found["end"] else 1
        before = tag
    return html, ""


def _cut_table(html: str, body: int, table: re.Match[str], here: int) -> tuple[str, str]:
    """Cut between two rows of a table, and leave no room between its parts."""
    above = _BOTTOM.sub("margin-bottom: 0", table[0])
    below = _TOP.sub(f"margin-top: {-BETWEEN_TABLES}px", table[0])
    first = html[: table.start()] + above + html[table.end() : here] + "</table>" + _END
    return first, html[:body] + below + html[here:]
