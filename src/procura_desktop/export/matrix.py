"""The evaluation matrix: one sheet a lot, in which filling in the tenders ranks them.

Its formulas are those of `export.matrix_formulas`; tests hold them against `domain.scoring`, recalculated by
LibreOffice. In an order of importance nothing is counted: the buyer writes the ranks and the reasons.
"""

from procura_desktop.domain.award_words import award_sentences
from procura_desktop.domain.procurement import Lot, Offer
from procura_desktop.export.about_sheet import add_about
from procura_desktop.export.matrix_input import write_inputs
from procura_desktop.export.matrix_plan import FIRST, MINIMUM, Plan, plan_of
from procura_desktop.export.matrix_results import write_results
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.workbook import Book, new_book


def matrix(desk: Desk, offers: tuple[Offer, ...] = ()) -> bytes:
    """Make the matrix as an XLSX file, with offers filled in or empty."""
    title = desk.say("Evaluation matrix")
    book = new_book(desk, title)
    for lot in desk.procurement.lots:
        _sheet(book, desk.lot_name(lot), lot, offers)
    if not desk.procurement.lots:
        _sheet(book, title, None, offers)
    add_about(book)
    return book.finished()


def _sheet(book: Book, name: str, lot: Lot | None, offers: tuple[Offer, ...]) -> None:
    desk, plan = book.desk, plan_of(book.desk.procurement, lot.id if lot else "", len(offers))
    page = book.page(name, (9, 46, 11, 11, 13, *[15] * plan.places))
    page.title(name)
    page.across(_to_do(desk, plan), MINIMUM)
    page.row = plan.head
    columns = ("No.", "Criterion", "Weight", "Counted with", "Minimum")
    tenders = (desk.say("Tender {number}", number=str(at + 1)) for at in range(plan.places))
    page.line((*(desk.say(column) for column in columns), *tenders), "head")
    page.sheet.freeze_panes(plan.price, FIRST)
    page.sheet.repeat_rows(plan.head, plan.names)
    page.sheet.repeat_columns(0, 1)
    write_inputs(page, desk, plan, offers)
    write_results(page, desk, plan, offers)
    page.row = plan.end
    for sentence in award_sentences(desk.procurement, plan.lot, say=desk.say, number=desk.write.number):
        page.across(sentence, FIRST + 4)


def _to_do(desk: Desk, plan: Plan) -> str:
    """Say what to fill in, and where the ranks come from."""
    if not plan.score_items:
        return desk.say("Fill in the yellow cells: name, price, and what is met. The ranks follow.")
    if plan.award.weighting == "order":
        return desk.say("Fill in the yellow cells: name, price, what is met, scores, and then the ranks.")
    return desk.say("Fill in the yellow cells: name, price, what is met, and scores. The ranks follow.")
