"""Small pieces of the HTML that a document is made of.

Only what QTextDocument draws well: it knows no rounded corners, no side borders and no maximum width, so
boxes are tables. Whatever comes in as plain text is escaped here.
"""

from collections.abc import Iterable
from html import escape

from procura_desktop.domain.addresses import SCHEME


def paragraph(inner: str, name: str = "") -> str:
    """Wrap HTML into a paragraph of a class; nothing in gives nothing."""
    return f'<p class="{name}">{inner}</p>' if inner else ""


def section(title: str, anchor: str, inner: str, *, level: int = 2) -> str:
    """Give a heading, which the outline lists, with what stands under it; nothing if there is nothing."""
    tag = f"h{level}"
    return f'<{tag}><a name="{escape(anchor)}"></a>{escape(title)}</{tag}>{inner}' if inner else ""


def record_link(record_id: str, title: str) -> str:
    """Link to a record of the library."""
    return f'<a href="{SCHEME}{escape(record_id)}">{escape(title)}</a>'


def web_link(address: str, title: str = "") -> str:
    """Link to the web; an address of another kind is shown as text only."""
    words = escape(title or address)
    if not address.startswith(("https://", "http://", "mailto:")):
        return words
    return f'<a href="{escape(address)}">{words}</a>'


def bullets(items: Iterable[str]) -> str:
    """Give a list of HTML items; no items give nothing."""
    inner = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{inner}</ul>" if inner else ""


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """Give a table of name (plain) and value (HTML); rows without a value are left out."""
    inner = "".join(
        f'<tr><td class="fact" width="34%">{escape(name)}</td><td>{value}</td></tr>'
        for name, value in rows
        if value
    )
    return (
        f'<table class="grid" width="100%" cellspacing="0" cellpadding="0">{inner}</table>' if inner else ""
    )


def grid(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Give a table with thin rules; `head` is plain text, cells are HTML. No rows give nothing."""
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    top = "".join(f'<th align="left">{escape(name)}</th>' for name in head)
    if not body:
        return ""
    return (
        '<table class="grid" width="100%" cellspacing="0" cellpadding="0">'
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    )
