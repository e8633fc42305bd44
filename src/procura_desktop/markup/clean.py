"""The allow-list that every piece of HTML passes before anybody sees it.

Nothing that runs, loads or leads off the machine unasked survives: no script, style, event handler or frame,
no picture but those of the library, no link but to records, sections, web pages and mail.
Signed records are cleaned as well as authors' text: trust in a publisher is not trust in their HTML.
"""

import re

import nh3

CALLOUTS = ("note", "tip", "legal", "warning", "example")
CLASSES = frozenset(
    {
        "callout",
        "callout-title",
        *CALLOUTS,
        "slot",
        "unchecked",
        "footnote",
        "footnote-ref",
        "footnote-backref",
    }
)
INLINE_TAGS = ("br", "sub", "sup", "kbd", "abbr", "mark")
_HEADINGS = ("h1", "h2", "h3", "h4")
_TAGS = {
    *INLINE_TAGS,
    *_HEADINGS,
    *("p", "div", "span", "blockquote", "pre", "code", "em", "strong", "hr", "a", "img"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    **{heading: {"id"} for heading in _HEADINGS},
    "a": {"href", "title", "class"},
    "abbr": {"title"},
    "div": {"class"},
    "img": {"src", "alt", "title"},
    "li": {"id"},
    "ol": {"start"},
    "p": {"class"},
    "span": {"class", "data-slot"},
    "sup": {"id"},
    "td": {"align"},
    "th": {"align"},
}
_VALUES = {
    "align": re.compile(r"left|center|right"),
    "data-slot": re.compile(r"[a-z][a-z0-9_]*"),
    "href": re.compile(r"(?:procura:[a-z0-9]|https?://[^/\s]|mailto:[^\s]|#)[^\s]*", re.IGNORECASE),
    "id": re.compile(r"[^\s\"'<>]{1,200}"),
    "src": re.compile(r"pictures/(?:[A-Za-z0-9][A-Za-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*"),
    "start": re.compile(r"[0-9]{1,6}"),
}


def clean_html(html: str) -> str:
    """Give the same HTML without anything that is not allowed; never fails."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_allowed_value,
        url_schemes={"procura", "https", "http", "mailto"},
        link_rel=None,
        strip_comments=True,
    )


def _allowed_value(_tag: str, attribute: str, value: str) -> str | None:
    if attribute == "class":
        return " ".join(name for name in value.split() if name in CLASSES) or None
    pattern = _VALUES.get(attribute)
    return value if pattern is None or pattern.fullmatch(value) else None
