"""The model of the lists."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from procura_desktop.gui.card import Card
from procura_desktop.gui.card_list import CardList, CardView
from procura_desktop.gui.cards import CARD_ROLE, CardModel

CARDS = (
    Card("terms/lot", "Term", "Lot", "A part of a contract that is awarded by itself.", detail="3 links"),
    Card("cases/ghent", "Case", "Ghent", "Workwear", marks=((0, 8),)),
)


@pytest.mark.usefixtures("qtbot")
def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model: QAbstractItemModel = CardModel()
    assert isinstance(model, CardModel)
    model.set_cards(CARDS)
    qtmodeltester.check(model)


@pytest.mark.usefixtures("qtbot")
def test_a_screen_reader_hears_kind_and_title() -> None:
    model = CardModel()
    model.set_cards(CARDS)
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Lot, Term")


def test_enter_opens_the_current_card(qtbot: QtBot) -> None:
    page = CardList("Terms")
    qtbot.addWidget(page)
    page.set_cards(CARDS)
    page.resize(300, 400)
    page.show()
    page.view.setFocus()
    page.view.select(1)

    with qtbot.waitSignal(page.record_chosen) as chosen:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)

    assert chosen.args == ["cases/ghent"]


def test_a_click_opens_a_card(qtbot: QtBot) -> None:
    page = CardList("Terms")
    qtbot.addWidget(page)
    page.set_cards(CARDS)
    page.resize(300, 400)
    page.show()

    with qtbot.waitSignal(page.record_chosen) as chosen:
        place = page.view.visualRect(page.view.model().index(0, 0)).center()
        qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == ["terms/lot"]


def test_selecting_does_not_open(qtbot: QtBot) -> None:
    page = CardList("Terms")
    qtbot.addWidget(page)
    page.set_cards(CARDS)
    with qtbot.assertNotEmitted(page.record_chosen):
        page.select("cases/ghent")
    assert page.view.currentIndex().data(CARD_ROLE).id == "cases/ghent"


def test_a_card_with_room_for_one_line_paints_no_second(qtbot: QtBot) -> None:
    model = CardModel()
    view = CardView(model, "Changed")
    qtbot.addWidget(view)
    text = "One of the three that matter most for this group. A growing share of suppliers can meet it."
    view.resize(420, 400)
    pictures = []
    for words in (text, text.partition(". ")[0]):
        model.set_cards((Card("items/1", "Changed", "Design for reparability", words, lines=1),))
        with qtbot.waitExposed(view):
            view.show()
        box = view.visualRect(model.index(0, 0))
        image = view.viewport().grab(box).toImage()
        last = [image.pixelColor(x, image.height() - 12).name() for x in range(20, image.width() - 20)]
        pictures.append(last)

    assert pictures[0] == pictures[1]  # just the edge and the ground: no letter reaches down to them


@pytest.fixture
def long_list(qtbot: QtBot) -> CardView:
    model = CardModel()
    view = CardView(model, "Findings")
    qtbot.addWidget(view)
    model.set_cards(
        [Card(str(at), "Finding", "A title of some length " * (1 + at % 3), "") for at in range(80)]
    )
    view.resize(900, 400)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: not overlapping(view))
    return view


def overlapping(view: CardView) -> list[int]:
    """Give the rows whose place is not as high as their card, or not below the one before."""
    model, end, wrong = view.model(), view.visualRect(view.model().index(0, 0)).top(), []
    for row in range(model.rowCount()):
        place = view.visualRect(model.index(row, 0))
        if (place.top(), place.height()) != (end, view.sizeHintForIndex(model.index(row, 0)).height()):
            wrong.append(row)
        end = place.top() + place.height()
    return wrong


def test_cards_are_laid_out_anew_where_the_list_grows_narrower(qtbot: QtBot, long_list: CardView) -> None:
    long_list.resize(300, 400)
    assert overlapping(long_list)  # they need more lines now

    qtbot.waitUntil(lambda: not overlapping(long_list))


def test_the_card_at_the_top_stays_there_in_another_width(qtbot: QtBot, long_list: CardView) -> None:
    long_list.scrollTo(long_list.model().index(50, 0), CardView.ScrollHint.PositionAtTop)
    long_list.resize(300, 400)
    qtbot.waitUntil(lambda: not overlapping(long_list))

    assert long_list.indexAt(QPoint(10, 1)).row() == 50


def test_the_current_card_stays_in_sight_in_another_width(qtbot: QtBot, long_list: CardView) -> None:
    long_list.select(50)
    last = long_list.visualRect(long_list.currentIndex())
    assert long_list.viewport().rect().contains(last)
    assert last.bottom() > long_list.viewport().height() - last.height()
    long_list.resize(300, 400)
    qtbot.waitUntil(lambda: not overlapping(long_list))

    assert long_list.currentIndex().row() == 50
    assert long_list.viewport().rect().contains(long_list.visualRect(long_list.currentIndex()))


def test_a_current_card_out_of_sight_does_not_move_the_list(qtbot: QtBot, long_list: CardView) -> None:
    long_list.select(50)
    long_list.scrollToTop()
    long_list.resize(300, 400)
    qtbot.waitUntil(lambda: not overlapping(long_list))

    assert long_list.indexAt(QPoint(10, 1)).row() == 0
