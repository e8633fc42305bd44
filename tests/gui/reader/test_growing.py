"""A long text is begun with what fits on the screen, and is the same in the end.

Nobody can tell that it was begun: each of these acts before the rest has come.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from procura_desktop.domain.records import Record
from procura_desktop.gui.reader.document import record_document
from procura_desktop.gui.reader.headings import headings_in, headings_of
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.reader.pieces import cut
from procura_desktop.gui.reader.reader import Reader
from procura_desktop.gui.theme import DARK, LIGHT
from tests.gui.reader.reader_samples import ALL, ARTICLE, ARTICLE_HTML, CRITERION, context, find_asset

CHAPTERS = 8
END = "This is not legal advice."
LAST = f"Checklist {CHAPTERS}"


def chapter(number: int) -> str:
    return (
        ARTICLE_HTML.replace('id="', f'id="c{number}-')
        .replace('href="#', f'href="#c{number}-')
        .replace("Worked example", f"Worked example {number}")
        .replace("Checklist", f"Checklist {number}")
    )


LONG = replace(ARTICLE, id="guidance/long", html="".join(map(chapter, range(1, CHAPTERS + 1))))
HTML = record_document(LONG, LIGHT, context=context(LONG))


def written(html: str, letters: int | None = None) -> Paper:
    paper = Paper(find_asset, LIGHT)
    paper.write(html, QFont("Noto Sans"), pixels=15, letters=letters)
    return paper


def look(document: QTextDocument) -> list[tuple[object, ...]]:
    """Give every run of text with what HTML does not tell: lists, dots under terms, heights of lines."""
    seen: list[tuple[object, ...]] = []
    block = document.begin()
    while block.isValid():
        pieces, listed = block.begin(), block.textList()
        made = block.blockFormat()
        seen.append((made.lineHeight(), made.topMargin(), made.headingLevel(), listed and listed.count()))
        while not pieces.atEnd():
            run = pieces.fragment()
            form = run.charFormat()
            seen.append((run.text(), form.underlineStyle(), form.anchorHref(), form.anchorNames()))
            pieces += 1
        block = block.next()
    return seen


@pytest.fixture
def begun(qtbot: QtBot) -> Callable[..., Reader]:
    """Give what shows a long text in a reader on the screen, and hands it over before the rest has come."""
    reader = Reader(LIGHT, asset=find_asset)
    qtbot.addWidget(reader)
    reader.resize(1000, 500)
    with qtbot.waitExposed(reader):
        reader.show()

    def begin(record: Record = LONG, **where: object) -> Reader:
        reader.show_record(record, context=context(record), **where)  # type: ignore[arg-type] # a section or a position
        reader.page.setFocus()
        return reader

    return begin


def is_whole(reader: Reader) -> bool:
    return END in reader.page.toPlainText()


def top(reader: Reader) -> str:
    return reader.page.cursorForPosition(QPoint(40, 24)).block().text()


@pytest.mark.parametrize("letters", [0, 700, 3000])
@pytest.mark.parametrize("record", [*ALL, LONG], ids=lambda record: record.id)
@pytest.mark.usefixtures("qapp")
def test_a_text_in_pieces_is_the_same_as_in_one(record: Record, letters: int) -> None:
    html = record_document(record, LIGHT, context=context(record))
    whole, paper = written(html), written(html, letters)
    while paper.rest:
        paper.write_on()

    assert paper.toRawText() == whole.toRawText()
    assert paper.toHtml() == whole.toHtml()
    assert look(paper) == look(whole)
    for document in (paper, whole):
        document.setTextWidth(600)
    assert paper.size() == whole.size()


@pytest.mark.usefixtures("qapp")
def test_headings_are_known_before_they_are_written() -> None:
    paper = written(HTML, 500)
    expected = [(heading.level, heading.title) for heading in headings_of(written(HTML))]

    found = headings_of(paper) + headings_in(paper.rest)

    assert paper.rest
    assert [(heading.level, heading.title) for heading in found] == expected


def test_a_heading_in_html_loses_its_markup_and_not_its_signs() -> None:
    (found,) = headings_in('<h2><a name="x"></a>Costs &amp;\n <em>prices</em></h2><h4>No</h4><h3> </h3>')

    assert (found.level, found.title, found.position) == (2, "Costs & prices", None)


def test_a_short_text_is_not_cut() -> None:
    html = "<html><body><p>One.</p><p>Two.</p></body></html>"

    assert cut(html, 100) == (html, "")


@pytest.mark.parametrize("inside", ["<ul><li><p>{}</p></li></ul>", "<table><tr><td>{}</td></tr></table>"])
def test_lists_and_tables_are_not_torn(inside: str) -> None:
    html = f"<html><body>{inside.format('<p>a</p><p>b</p>')}</body></html>"

    assert cut(html, 0) == (html, "")


@given(st.lists(st.sampled_from(["<p>", "</p>", "<ul>", "</ul>", "<h2>", "</h2>", "<br>", "words", "a < b"])))
def test_a_cut_loses_nothing(parts: list[str]) -> None:
    inner = "".join(parts)
    first, rest = cut(f"<html><body>{inner}</body></html>", 6)
    bodies = [one.removeprefix("<html><body>").removesuffix("</body></html>") for one in (first, rest)]

    assert "".join(bodies) == inner


def test_what_fills_the_screen_comes_first_and_the_rest_by_itself(
    qtbot: QtBot, begun: Callable[..., Reader]
) -> None:
    reader = begun()
    assert not is_whole(reader)
    assert reader.page.document().size().height() >= reader.page.viewport().height()

    qtbot.waitUntil(lambda: is_whole(reader))

    assert reader.page.toPlainText() == written(HTML).toPlainText()
    assert reader.page.position == 0


def test_the_rest_moves_nothing_and_reports_no_position(qtbot: QtBot, begun: Callable[..., Reader]) -> None:
    reader = begun()
    before = top(reader)

    with qtbot.assertNotEmitted(reader.position_changed), qtbot.waitSignal(reader.page.completed):
        pass

    assert top(reader) == before


def test_even_lines_of_narrow_letters_fill_the_screen(qtbot: QtBot, begun: Callable[..., Reader]) -> None:
    narrow = replace(LONG, html="<p>" + "</p><p>".join(["il" * 40 + " il" * 60] * 90) + "</p>")
    reader = begun(narrow)

    assert reader.page.document().size().height() >= reader.page.viewport().height()
    qtbot.waitSignal(reader.page.completed)


def test_the_outline_lists_every_heading_at_once_and_leads_there(begun: Callable[..., Reader]) -> None:
    reader = begun()
    model = reader.outline.model()
    assert not is_whole(reader)
    assert LAST in [model.index(row, 0).data() for row in range(model.rowCount())]

    row = next(
        row for row in range(model.rowCount()) if model.index(row, 0).data() == f"Checklist {CHAPTERS - 2}"
    )
    reader.outline.activated.emit(model.index(row, 0))

    assert top(reader) == f"Checklist {CHAPTERS - 2}"
    assert reader.outline.currentIndex().data() == f"Checklist {CHAPTERS - 2}"


def test_the_outline_follows_into_the_rest(qtbot: QtBot, begun: Callable[..., Reader]) -> None:
    reader = begun()
    qtbot.waitUntil(lambda: is_whole(reader))

    reader.page.verticalScrollBar().setValue(reader.page.verticalScrollBar().maximum())

    assert reader.outline.currentIndex().data() == headings_of(written(HTML))[-1].title


def test_the_menu_of_contents_leads_into_the_rest(begun: Callable[..., Reader]) -> None:
    reader = begun()
    menu = reader.what_to_do.contents.menu()
    assert menu is not None

    next(action for action in menu.actions() if action.text() == f"Checklist {CHAPTERS - 2}").trigger()  # type: ignore[attr-defined]  # the stubs give QObject

    assert top(reader) == f"Checklist {CHAPTERS - 2}"


def test_a_section_far_down_is_shown_at_once(begun: Callable[..., Reader]) -> None:
    assert top(begun(section="c6-checklist")) == "Checklist 6"


def test_a_link_to_a_section_leads_into_the_rest(begun: Callable[..., Reader]) -> None:
    reader = begun()

    assert reader.page.go_to_section("c6-checklist")
    assert top(reader) == "Checklist 6"


@pytest.mark.parametrize("fraction", [0.3, 1.0])
def test_a_position_is_one_of_the_whole_text(
    qtbot: QtBot, begun: Callable[..., Reader], fraction: float
) -> None:
    reader = begun(position=fraction)
    assert is_whole(reader)
    before = top(reader)
    qtbot.wait(20)

    assert reader.page.position == pytest.approx(fraction, abs=0.01)
    assert top(reader) == before


def test_scrolling_at_once_reports_a_share_of_the_whole(qtbot: QtBot, begun: Callable[..., Reader]) -> None:
    reader = begun()
    assert not is_whole(reader)

    with qtbot.waitSignal(reader.position_changed) as told:
        reader.page.verticalScrollBar().setValue(120)

    assert told.args == [120 / reader.page.verticalScrollBar().maximum()]
    assert is_whole(reader)


def test_end_goes_to_the_end_of_the_whole(begun: Callable[..., Reader]) -> None:
    reader = begun()
    QTest.keyClick(reader.page, Qt.Key.Key_End)

    assert is_whole(reader)
    assert reader.page.at_end()


def test_find_looks_through_the_whole(begun: Callable[..., Reader]) -> None:
    reader = begun()
    reader.find_bar.field.setText(LAST)
    reader.find_bar.open_bar()

    assert reader.find_bar.count.text() == "1 of 1"


def test_another_text_is_searched_to_its_end_while_the_find_bar_is_open(begun: Callable[..., Reader]) -> None:
    reader = begun(CRITERION)
    reader.find_bar.field.setText(LAST)
    reader.find_bar.open_bar()
    begun()

    assert reader.find_bar.count.text() == "1 of 1"


def test_copying_takes_the_whole(begun: Callable[..., Reader]) -> None:
    begun().take_along.copy_with_source()

    assert LAST in QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    "change", [lambda reader: reader.set_text_scale(150), lambda reader: reader.set_colours(DARK)]
)
def test_a_larger_text_or_another_look_shows_the_whole(
    begun: Callable[..., Reader], change: Callable[[Reader], None]
) -> None:
    reader = begun()
    change(reader)

    assert is_whole(reader)
    assert reader.page.position == 0


def test_becoming_narrow_before_the_rest_has_come_keeps_the_beginning(
    qtbot: QtBot, begun: Callable[..., Reader]
) -> None:
    reader = begun()
    reader.resize(520, 400)
    qtbot.waitUntil(lambda: is_whole(reader))

    assert reader.page.position == 0
    assert reader.page.document().size().width() <= reader.page.viewport().width() + 3


def test_the_rest_of_a_text_that_was_left_does_not_come(qtbot: QtBot, begun: Callable[..., Reader]) -> None:
    assert not is_whole(begun())
    reader = begun(CRITERION)
    expected = reader.page.whole().toPlainText()

    qtbot.wait(20)

    assert reader.page.toPlainText() == expected
    assert CRITERION.title in expected
    assert LAST not in expected
