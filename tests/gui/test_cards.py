"""The model of the lists."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
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
