"""Where a document can be written in pieces, one after the other, with the result of the whole.

It is cut only between two blocks of running text that stand in nothing else: after a table QTextDocument
sometimes adds a line of its own, and a list in two pieces would be two lists.
"""

import re

_TAG = re.compile(r"""<(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>""")
_HOLDING = frozenset({"table", "ul", "ol", "div", "blockquote", "dl", "pre"})
_BEFORE = frozenset({"/p", "/ul", "/ol"})
_AFTER = frozenset({"p", "h2", "h3", "h4"})
# The room below a block and in its last line, or of a picture, in letters that would fill it.
_WORTH = {"p": 60, "h1": 120, "h2": 180, "h3": 120, "h4": 90, "li": 40, "tr": 60, "table": 60, "img": 700}
_START, _END = re.compile(r"<body[^>]*>"), "</body></html>"


def cut(html: str, letters: int, *, below_tables: bool = False) -> tuple[str, str]:
    """Cut a document where it can be cut first after so many letters of text, or what takes the room of them.

    Gives two documents under the same head; the second is "" where nothing is left to cut off.
    `below_tables` cuts between a table and a heading too, where both are known to be plain.
    """
    start = _START.search(html)
    body = start.end() if start else 0
    done, seen, depth, before = body, 0, 0, ""
    ends = _BEFORE | {"/table"} if below_tables else _BEFORE
    for found in _TAG.finditer(html, body):
        seen += found.start() - done
        done = found.end()
        tag = found["end"] + found["tag"].lower()
        if seen >= letters and depth == 0 and before in ends and tag in _AFTER:
            here = found.start()
            return html[:here] + _END, html[:body] + html[here:]
        seen += _WORTH.get(tag, 0)
        if found["tag"].lower() in _HOLDING:
            depth += -1 if found["end"] else 1
        before = tag
    return html, ""
