"""Markdown becomes clean HTML and plain text, and says what it links to."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from procura_desktop.markup.clean import clean_html
from procura_desktop.markup.render import Heading, Link, Picture, SlotFill, faults, render
from procura_desktop.markup.text import plain_text

TAGS = {
    *("p", "div", "span", "blockquote", "pre", "code", "em", "strong", "hr", "a", "img", "ul", "ol", "li"),
    *("dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4"),
    *("br", "sub", "sup", "kbd", "abbr", "mark"),
}
ATTRIBUTES = {"href", "title", "class", "src", "alt", "id", "data-slot", "start", "align"}
LINK = re.compile(r"procura:|https?://|mailto:|#", re.IGNORECASE)
PICTURE = re.compile(r"pictures/[A-Za-z0-9._/-]+")
HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT\n>alert(1)</SCRIPT >",
    "<img src=x onerror=alert(1)>",
    "![x](https://evil.example/a.png)",
    "![x](file:///etc/passwd)",
    "![x](data:image/svg+xml;base64,AAAA)",
    "![x](pictures/../../secret.png)",
    '![x](pictures/a.png" onerror="alert(1))',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](vbscript:x) [y](data:text/html,x) [z](file:///etc/passwd)",
    "[x](//evil.example/a)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    '<abbr title="x" onclick="y">a</abbr>',
    '<abbr title="&quot; onclick=&quot;y">a</abbr>',
    "<iframe src=https://x></iframe><style>@import 'x'</style><svg/onload=x>",
    "<!--><script>x</script>--><![CDATA[<script>]]><?php x ?>",
    '!!! tip "<script>x</script>"\n    <b onclick=x>',
    "[^1]\n\n[^1]: <script>x</script> [a](javascript:x)",
    "| a |\n| --- |\n| <img src=x onerror=y> |",
    "## <script>x</script> {: onclick=x}",
    '![a <abbr title="x">](pictures/a.svg)',
    "\x02wzxhzdk:0\x03 <br>\x02klzzwxh:0001\x03",
    "<x@y.example> <mailto:a@b.example?subject=x>",
]


class Inspector(HTMLParser):
    """Reads HTML as a browser does and names what should not be there."""

    def __init__(self) -> None:
        super().__init__()
        self.forbidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.forbidden.append(tag)
        for name, value in attrs:
            wrong_link = name == "href" and not LINK.match(value or "")
            wrong_picture = name == "src" and (".." in (value or "") or not PICTURE.fullmatch(value or ""))
            if name not in ATTRIBUTES or wrong_link or wrong_picture:
                self.forbidden.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.forbidden.append(data)

    def unknown_decl(self, data: str) -> None:
        self.forbidden.append(data)


def assert_harmless(html: str) -> None:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    assert inspector.forbidden == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_becomes_harmless(text: str) -> None:
    assert_harmless(render(text).html)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_html_becomes_harmless(text: str) -> None:
    assert_harmless(clean_html(text))


PIECES = (
    *HOSTILE,
    *(
        "# ",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\n",
        "\n\n",
        "`",
        "*",
        "_",
        "[",
        "](",
        ")",
        "![",
        "<",
        ">",
        "|",
        "\\",
        "a",
    ),
    *("[^1]", "[^1]: ", "!!! tip", "&", "&lt;", "[[a]]", "<br>", "</sub>", '<abbr title="', '"'),
)
MARKDOWN = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map("".join)


@given(MARKDOWN)
@example("[^a]: [^a]")
@example("<![foo")
@example("[" * 500 + "](a)")
@example("> " * 400 + "x")
def test_any_text_becomes_harmless_html(text: str) -> None:
    rendered = render(text, slots={"a": SlotFill('<b onclick="x">"&', checked=False)})

    assert_harmless(rendered.html)
    lines = [link.line for link in rendered.links] + [picture.line for picture in rendered.pictures]
    lines += [fault.line for fault in faults(text)]
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)


@given(st.text() | MARKDOWN)
def test_any_html_becomes_harmless(html: str) -> None:
    cleaned = clean_html(html)

    assert_harmless(cleaned)
    plain_text(cleaned)


def test_links_and_pictures_keep_their_lines() -> None:
    rendered = render(
        "[a](guidance/x#y)\n\n[^1] ![Wheel](pictures/w.svg)\n"
        "[b](#z) <https://a.example>\n\n[^1]: [a](guidance/x#y)\n"
    )

    assert sorted(rendered.links, key=lambda link: link.line) == [
        Link("guidance/x#y", 1),
        Link("#z", 4),
        Link("https://a.example", 4),
        Link("guidance/x#y", 6),
    ]
    assert rendered.pictures == (Picture("pictures/w.svg", "Wheel", 3),)
    assert '<a href="procura:guidance/x#y">a</a>' in rendered.html
    assert '<img alt="Wheel" src="pictures/w.svg">' in rendered.html


def test_rendering_keeps_nothing_of_the_text_before() -> None:
    text = "## A\n\n[^1] [b][r] [[x]]\n\n[^1]: Foot.\n\n[r]: https://a.example\n"
    first = render(text, slots={"x": SlotFill("5")})

    assert render("## A\n\n[^1] [b][r] [[x]]").html == '<h2 id="a">A</h2>\n<p>[^1] [b][r] [[x]]</p>'
    assert render(text, slots={"x": SlotFill("5")}) == first


def test_headings_carry_anchors() -> None:
    rendered = render("## Worked *example*\n\n### CO<sub>2</sub>\n\n## Worked example\n")

    assert rendered.headings == (
        Heading(2, "worked-example", "Worked example"),
        Heading(3, "co2", "CO2"),
        Heading(2, "worked-example_1", "Worked example"),
    )
    assert '<h2 id="worked-example">Worked <em>example</em></h2>' in rendered.html


@pytest.mark.parametrize("kind", ["note", "tip", "legal", "warning", "example"])
def test_callout_is_a_div_with_a_title(kind: str) -> None:
    assert render(f'!!! {kind} "Before"\n    Text.').html == (
        f'<div class="callout {kind}">\n<p class="callout-title">Before</p>\n<p>Text.</p>\n</div>'
    )


def test_allowed_tags_stay() -> None:
    text = 'CO<sub>2</sub> m<sup>2</sup> <kbd>F1</kbd> <mark>x</mark> <abbr title="Life">L</abbr><br>'

    assert render(text).html == f"<p>{text}</p>"
    assert faults(text) == ()


def test_slot_shows_its_value() -> None:
    html = render("A [[cycles]] [[other]]", slots={"cycles": SlotFill("500 <x>", checked=False)}).html

    assert html == ('<p>A <span class="slot unchecked" data-slot="cycles">500 &lt;x&gt;</span> [[other]]</p>')


def test_table_cells_keep_their_alignment() -> None:
    assert '<td align="right">1</td>' in render("| a |\n| --: |\n| 1 |\n").html


def test_plain_text_has_a_line_for_each_block() -> None:
    rendered = render(
        "## Head\n\nOne *two*[^1]\nthree<br>four\n\n- a\n- b\n\n"
        "| c | d |\n| - | - |\n| e | f |\n\n[^1]: Foot."
    )

    assert rendered.text.split("\n") == ["Head", "One two three", "four", "a", "b", "c d", "e f", "Foot."]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a\n<b>x", 2, "HTML that is not accepted: <b>"),
        ("a\n\n<!-- x -->", 3, "HTML that is not accepted: <!--"),
        ('<abbr class="x">', 1, 'HTML that is not accepted: <abbr class="x">'),
        ("!!! danger\n    x", 1, "unknown callout 'danger'"),
        ("!!! tip before\n    x", 1, "a callout that cannot be read"),
        ('!!! tip "Before"\nx', 1, "a callout without text"),
        ("a\n[^1]", 2, "footnote [^1] has no text"),
        ("a\n\n[^1]: x", 3, "footnote [^1] is never used"),
    ],
)
def test_fault_names_its_line(text: str, line: int, what: str) -> None:
    [fault] = faults(text)

    assert (fault.line, fault.what) == (line, what)


@pytest.mark.parametrize(
    "text", ["`<b>`", "a < b > c", "1 <2", "<https://a.example>", "<a@b.example>", "\\`x <br>"]
)
def test_sound_text_has_no_faults(text: str) -> None:
    assert faults(text) == ()
