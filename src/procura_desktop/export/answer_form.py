"""The form that a bidder fills in: every demand with cells for the answer, and everything else locked.

The lock has no password: it keeps from slips, not from will. Each lot has its own sheet, so that a bidder for
one lot need not look at the others.
"""

from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.procurement import Item, Lot
from procura_desktop.domain.wording import SlotState, in_unit, slot_states
from procura_desktop.export.about_sheet import add_about
from procura_desktop.export.papers.answers import is_asked
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.workbook import Book, Page, letters, new_book, pieces

COLUMNS = (9, 62, 36, 14, 24, 12, 28, 30)
NUMBER, DEMAND, PROOF, ANSWER, VALUE, UNIT, PAGE, REMARK = range(8)
# What is asked of each kind: a heading for the answer, and whether yes or no will do.
ASKED: dict[CriterionKind, str] = {
    "SM": "Subject matter",
    "SC": "Selection criteria",
    "TS": "Technical specifications",
    "AC": "Award criteria",
    "CPC": "Contract performance clauses",
}
HEADS = (
    "No.",
    "What is demanded",
    "Proof",
    "Yes or no",
    "Value or text",
    "Unit",
    "Proof: document and page",
    "Remarks",
)
FAR = 1e15  # beyond what anybody offers
TENDERER = ("Name of the tenderer", "Registration number", "Contact person", "E-mail")


def answer_form(desk: Desk) -> bytes:
    """Make the form as an XLSX file: one sheet a lot, or one for all."""
    title = desk.say("Answer form of the tenderer")
    book = new_book(desk, title)
    _tenderer(book, title)
    for lot in desk.procurement.lots:
        _questions(book, desk.lot_name(lot), lot)
    if not desk.procurement.lots:
        _questions(book, desk.say("Answers"), None)
    add_about(book)
    return book.finished()


def _tenderer(book: Book, title: str) -> None:
    say, head = book.desk.say, book.desk.procurement.head
    page = book.page(say("The tenderer"), (36, 70))
    page.title(title)
    page.row += 1
    for line in (
        say("Fill in the yellow cells; the others are locked. What you state becomes part of the contract."),
        say("One sheet belongs to each lot. Fill in the sheets of the lots that you tender for.")
        if book.desk.procurement.lots
        else "",
        say("Deadline for tenders") + ": " + book.desk.write.date(head.dates.deadline)
        if head.dates.deadline
        else "",
    ):
        if line:
            page.across(line, 1)
    page.row += 1
    names = (*TENDERER, *(("Lots tendered for",) if book.desk.procurement.lots else ()), "Place and date")
    for name in names:
        page.text(0, say(name), "label")
        page.blank(1, "answer", num_format="@")
        page.row += 1


def _questions(book: Book, name: str, lot: Lot | None) -> None:
    desk = book.desk
    page = book.page(name, COLUMNS)
    page.title(name)
    if lot is not None and lot.description.strip():
        page.across(lot.description, REMARK)
    page.row += 1
    page.line((desk.say(head) for head in HEADS), "head")
    page.sheet.repeat_rows(page.row - 1)
    page.sheet.freeze_panes(page.row, 2)
    for kind, title in ASKED.items():
        found = desk.procurement.of_kind(kind, lot.id if lot else "")
        items = tuple(item for item in found if is_asked(item))
        if items:
            page.section(page.row, desk.say(title))
        for item in items:
            _question(page, desk, item)


def _question(page: Page, desk: Desk, item: Item) -> None:
    """Write a criterion: a band with its name and the answers, its text, and a row for each value asked."""
    page.text(NUMBER, desk.numbers[item.id], "band")
    page.text(DEMAND, item.title, "band")
    page.blank(PROOF, "band")
    if item.kind == "AC":
        page.blank(ANSWER, "band")
        _free(page, VALUE)
    else:
        _yes_or_no(page, desk)
        page.blank(VALUE, "band")
    page.blank(UNIT, "band")
    for column in (PAGE, REMARK):
        _free(page, column)
    page.row += 1
    _texts(page, desk, item)
    for state in slot_states(item):
        if state.used and item.kind != "AC":  # what earns points is not demanded
            _value(page, desk, item, state)


def _texts(page: Page, desk: Desk, item: Item) -> None:
    wording = desk.filled(item)
    demanded = wording.requirement
    if item.kind == "AC" and wording.points:
        demanded = f"{demanded}\n\n{desk.say('Points')}:\n{wording.points}".strip()
    left = pieces(demanded, width=letters(COLUMNS[DEMAND]))
    right = pieces(
        wording.proof_contract if item.kind == "CPC" else wording.proof_tender, width=letters(COLUMNS[PROOF])
    )
    for at in range(max(len(left), len(right))):
        page.blank(NUMBER, "text")
        page.text(DEMAND, left[at] if at < len(left) else "", "text")
        page.text(PROOF, right[at] if at < len(right) else "", "text")
        for column in (ANSWER, VALUE, UNIT, PAGE, REMARK):
            page.blank(column, "text")
        page.row += 1


def _value(page: Page, desk: Desk, item: Item, state: SlotState) -> None:
    """Ask for what is offered where a figure is demanded."""
    slot = state.slot
    asked = desk.say("{what}, demanded: {value}", what=slot.asked, value=in_unit(item, slot, state.value))
    page.blank(NUMBER, "text")
    page.text(DEMAND, asked, "text", indent=1)
    for column in (PROOF, ANSWER, PAGE, REMARK):
        page.blank(column, "text")
    page.text(UNIT, slot.unit, "text")
    if is_number(state):
        page.blank(VALUE, "number")
        _range(page, desk, state)
    else:
        _free(page, VALUE)
    page.row += 1


def _free(page: Page, column: int) -> None:
    page.blank(column, "answer", num_format="@")  # what a bidder types stays text, too


def _yes_or_no(page: Page, desk: Desk) -> None:
    page.blank(ANSWER, "answer")
    page.sheet.data_validation(
        page.row,
        ANSWER,
        page.row,
        ANSWER,
        {
            "validate": "list",
            "source": [desk.say("yes"), desk.say("no")],
            "error_title": desk.say("Yes or no")[:32],
            "error_message": desk.say("Choose from the list, and explain under Remarks.")[:255],
        },
    )


def _range(page: Page, desk: Desk, state: SlotState) -> None:
    """Let only numbers in; one outside the sensible range is asked back, since it may be true."""
    low, high = state.slot.minimum, state.slot.maximum
    rule: dict[str, object] = {"validate": "decimal", "error_title": desk.say("A number")[:32]}
    rule |= {
        "criteria": "between",
        "minimum": -FAR if low is None else low,
        "maximum": FAR if high is None else high,
    }
    if low is None and high is None:
        rule |= {"error_message": desk.say("Write a number without its unit.")[:255]}
    else:
        rule |= {"error_type": "warning", "error_message": _sensible(desk, low, high)[:255]}
    page.sheet.data_validation(page.row, VALUE, page.row, VALUE, rule)


def _sensible(desk: Desk, low: float | None, high: float | None) -> str:
    if low is None:
        return desk.say(
            "Expected is a number of at most {most}. Is this right?", most=desk.write.number(high or 0)
        )
    if high is None:
        return desk.say(
            "Expected is a number of at least {least}. Is this right?", least=desk.write.number(low)
        )
    return desk.say(
        "Expected is a number from {least} to {most}. Is this right?",
        least=desk.write.number(low),
        most=desk.write.number(high),
    )


def is_number(state: SlotState) -> bool:
    """Whether a slot takes a number: it has a range, or a number stands in it."""
    if state.slot.minimum is not None or state.slot.maximum is not None:
        return True
    try:
        float(state.value.replace(",", "."))
    except ValueError:
        return False
    return True
