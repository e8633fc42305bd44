"""A person weighs criteria, and tries offers."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QSlider, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.drafting import with_offer
from procura_desktop.domain.procurement import Procurement, Share
from procura_desktop.domain.scoring import rank
from procura_desktop.export.words import words_of
from procura_desktop.gui.procurements import trying
from procura_desktop.gui.procurements.award_panel import AwardPanel
from procura_desktop.gui.procurements.award_words import criterion_titles, influence_words
from procura_desktop.gui.procurements.fields import ChoiceField, LineField
from procura_desktop.gui.procurements.offers_form import OffersForm
from procura_desktop.gui.procurements.trying import Tried, Trying, tried_so_far
from procura_desktop.gui.procurements.words import amount_text
from procura_desktop.gui.words import figure_text
from tests.gui.procurements.screens import kept, named, press
from tests.procurements import make_procurement


@pytest.fixture
def award(qtbot: QtBot, opened: Desktop) -> AwardPanel:
    opened.router.procuring.go("laptops-2026", "award")
    panel = opened.router.procuring.page.panel("award")
    assert isinstance(panel, AwardPanel)
    qtbot.waitUntil(lambda: bool(ranking(panel)))  # the offers come once the page is painted
    return panel


def ranking(award: AwardPanel) -> list[list[str]]:
    table = award.findChild(QTableWidget)
    assert table is not None
    rows = range(table.rowCount())
    return [
        [item.text() for column in range(4) if (item := table.item(row, column)) is not None] for row in rows
    ]


def tried(procurement: Procurement, lot: str) -> Tried:
    """Give what is known once all was tried."""
    *_, found = tried_so_far(procurement, lot)
    return found


def said(part: QWidget, words: str) -> bool:
    from PySide6.QtWidgets import QLabel

    return any(words in label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part))


def test_what_the_documents_will_say_is_in_their_language(opened: Desktop, award: AwardPanel) -> None:
    assert said(award, "The tender with the highest total comes first.")

    opened.router.procuring.desk.change_head("", lambda head: replace(head, language="de"))

    assert said(award, words_of("de")("The tender with the highest total comes first."))
    assert not said(award, "The tender with the highest total comes first.")


def test_the_sum_says_what_is_left(qtbot: QtBot, opened: Desktop, award: AwardPanel) -> None:
    assert said(award, "100 % in all: it adds up")
    weight = named(award, LineField, "Longer warranty, weight")
    weight.selectAll()
    qtbot.keyClicks(weight, "12.5")

    assert kept(opened).item("award-1").share.weight == Decimal("12.5")
    assert said(award, "12.5 % still to give")


def test_the_weight_of_the_price_holds_for_every_lot(
    qtbot: QtBot, opened: Desktop, award: AwardPanel
) -> None:
    assert said(award, "The weight of the price and how offers are compared hold for every lot.")
    opened.router.procuring.desk.change_item(
        "", "award-2", lambda item: replace(item, lots=("lot-2",), share=Share(weight=Decimal(5)))
    )
    lot, price = named(award, ChoiceField, "Lot"), named(award, LineField, "Price, weight")
    lot.setCurrentIndex(1)
    lot.activated.emit(1)
    price.selectAll()
    qtbot.keyClicks(price, "70")

    assert said(award, "100 % in all: it adds up")
    assert said(award, "It does not add up in: Lot 1: Light laptops")
    price.selectAll()
    qtbot.keyClicks(price, "75")
    assert said(award, "5 % too much")
    assert not said(award, "It does not add up in:")


def test_three_figures_behind_a_point_are_no_thousands(
    qtbot: QtBot, opened: Desktop, award: AwardPanel
) -> None:
    opened.router.procuring.desk.apply(
        "", lambda one: replace(one, award=replace(one.award, formula="linear"))
    )
    for name, typed in (
        ("Longer warranty, weight", "33.333"),
        ("Longer warranty, minimum score", "12,500"),
        ("Score 0 from how many times the lowest price", "1.500"),
    ):
        named(award, LineField, name).selectAll()
        qtbot.keyClicks(named(award, LineField, name), typed)
    share = kept(opened).item("award-1").share

    assert (share.weight, share.minimum) == (Decimal("33.333"), Decimal("12.5"))
    assert kept(opened).award.zero_at == Decimal("1.5")


def test_a_minimum_that_no_score_reaches_is_told_and_not_kept(
    qtbot: QtBot, opened: Desktop, award: AwardPanel
) -> None:
    minimum = named(award, LineField, "Longer warranty, minimum score")
    minimum.selectAll()
    qtbot.keyClicks(minimum, "101")

    assert kept(opened).item("award-1").share.minimum == Decimal(10)
    assert said(award, "Scores run from 0 to 100.")
    qtbot.keyClick(minimum, Qt.Key.Key_Backspace)
    assert not said(award, "Scores run from 0 to 100.")


def test_the_offers_are_ranked_as_the_rules_say(award: AwardPanel) -> None:
    one = make_procurement()
    expected = rank(one, one.offers, "lot-1").placings

    assert [(row[0], row[3]) for row in ranking(award)] == [(p.offer.name, str(p.rank)) for p in expected]
    assert [Decimal(row[2]) for row in ranking(award)] == [p.total for p in expected]


@pytest.mark.parametrize("decimals", [0, 2, 3])
def test_totals_have_the_decimals_to_which_they_are_rounded(
    opened: Desktop, award: AwardPanel, decimals: int
) -> None:
    opened.router.procuring.desk.apply(
        "Rounded", lambda one: replace(one, award=replace(one.award, decimals=decimals))
    )
    totals = [total for _, _, total, _ in ranking(award)]
    assert totals
    assert {len(total.partition(".")[2]) for total in totals} == {decimals}


def test_a_score_that_is_slid_is_kept_and_ranks_anew(opened: Desktop, award: AwardPanel) -> None:
    before = ranking(award)
    named(award, QSlider, "Score for Longer warranty").setValue(0)

    offer = kept(opened).offers[0]
    assert dict(offer.scores)["award-1"] == Decimal(0)
    assert ranking(award) != before


def test_where_the_price_stands_alone_nothing_else_is_asked(opened: Desktop, award: AwardPanel) -> None:
    for item_id in ("award-1", "award-2"):
        opened.router.procuring.desk.change_item("", item_id, lambda item: replace(item, lots=("lot-1",)))
    lot = named(award, ChoiceField, "Lot")

    def asked() -> set[bool]:
        names = ("Price, weight", "Price, minimum score", "How criteria are weighed", "Rounded to decimals")
        fields = award.findChildren(QWidget)
        return {
            any(one.isVisibleTo(award) for one in fields if one.accessibleName() == name) for name in names
        }

    assert asked() == {True}

    lot.setCurrentIndex(1)
    lot.activated.emit(1)

    assert asked() == {False}
    assert named(award, ChoiceField, "What is compared").isVisibleTo(award)
    assert said(award, "the lowest price wins")
    lot.setCurrentIndex(0)
    lot.activated.emit(0)
    assert asked() == {True}


def test_an_order_of_importance_asks_why(opened: Desktop, award: AwardPanel) -> None:
    weighting = named(award, ChoiceField, "How criteria are weighed")
    weighting.picked.emit("order")

    assert kept(opened).award.weighting == "order"
    assert said(award, "Article 67(5)")


def test_a_table_that_does_not_fall_is_not_kept(qtbot: QtBot, opened: Desktop, award: AwardPanel) -> None:
    named(award, ChoiceField, "How a price becomes a score").picked.emit("table")
    table = named(award, LineField, "Table of scores")
    qtbot.keyClicks(table, "100: 100; 120.000: 60,000")
    assert kept(opened).award.table == ((Decimal(100), Decimal(100)), (Decimal(120), Decimal(60)))

    qtbot.keyClicks(table, "; 110: 80")
    assert len(kept(opened).award.table) == 2


def test_example_offers_come_and_go(opened: Desktop, award: AwardPanel) -> None:
    press(award, "Add an example offer")
    assert [offer.name for offer in kept(opened).offers] == ["A", "B", "C", "D"]
    press(award, "Take this one out")
    assert [offer.name for offer in kept(opened).offers] == ["A", "B", "C"]


def test_what_decides_is_told_a_moment_after_a_score_is_slid(
    qtbot: QtBot, opened: Desktop, award: AwardPanel
) -> None:
    qtbot.waitUntil(lambda: said(award, "Longer warranty"))
    for offer in kept(opened).offers:
        changed = replace(offer, scores=(("award-1", Decimal(50)), ("award-2", Decimal(50))))
        opened.router.procuring.desk.apply("Score", partial(with_offer, offer=changed))
    one = kept(opened)

    expected = "\n".join(
        influence_words(found, criterion_titles(one)) for found in tried(one, "lot-1").influences
    )
    qtbot.waitUntil(lambda: said(award, expected))


def test_trying_in_the_smallest_turns_finds_the_same(
    qtbot: QtBot, opened: Desktop, award: AwardPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trying, "TURN", 0)
    one, work = kept(opened), Trying(award)
    with qtbot.waitSignal(work.found) as found:
        work.start(one, "lot-1")

    assert found.args == [tried(one, "lot-1")]
    assert found.args[0].influences
    assert found.args[0].third.depends


def test_what_changes_while_it_is_tried_is_tried_instead(
    qtbot: QtBot, opened: Desktop, award: AwardPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trying, "TURN", 0)
    one, work = kept(opened), Trying(award)
    other = replace(one, offers=one.offers[:1])
    found: list[Tried] = []
    work.found.connect(found.append)

    def changing(procurement: Procurement, lot: str) -> Iterator[Tried]:
        for known in tried_so_far(procurement, lot):
            if procurement is one:  # and in the next turn it is no more
                QTimer.singleShot(0, partial(work.start, other, lot))
            yield known

    monkeypatch.setattr(trying, "tried_so_far", changing)
    work.start(one, "lot-1")
    qtbot.waitUntil(lambda: bool(found))

    assert found == [tried(other, "lot-1")]


def test_offers_of_the_procurement_before_are_not_shown_for_another(
    qtbot: QtBot, opened: Desktop, award: AwardPanel
) -> None:
    procuring = opened.router.procuring
    (form,) = award.findChildren(OffersForm)
    qtbot.waitUntil(lambda: said(form, "decide"))
    only = replace(kept(opened).offers[0], name="The only one")
    assert procuring.desk.start(replace(kept(opened), id="another", offers=(only,)))
    procuring.go("another", "award")

    assert not form.isVisibleTo(award)
    qtbot.waitUntil(lambda: form.isVisibleTo(award))
    assert [row[0] for row in ranking(award)] == ["The only one"]
    assert not said(form, "decide")


def test_money_is_read_in_groups_and_typed_without(opened: Desktop, award: AwardPanel) -> None:
    offer = replace(kept(opened).offers[0], price=Decimal(1250000))
    opened.router.procuring.desk.apply("Price", partial(with_offer, offer=offer))

    assert "1,250,000 EUR" in [row[1] for row in ranking(award)]
    assert named(award, LineField, "Price or cost of the offer").text() == "1250000"


def test_amounts_follow_the_language_of_the_desktop() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        said = (
            amount_text(Decimal("1250000.5"), "EUR"),
            figure_text(Decimal("12.50")),
            figure_text(Decimal(1000)),
        )
    finally:
        QLocale.setDefault(before)
    assert said == ("1.250.000,50 EUR", "12,5", "1.000")
