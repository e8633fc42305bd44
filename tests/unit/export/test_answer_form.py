from dataclasses import replace

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from procura_desktop.domain.drafting import with_items
from procura_desktop.domain.procurement import Lot, Procurement, Wording
from procura_desktop.export.answer_form import ANSWER, DEMAND, PAGE, VALUE, answer_form
from procura_desktop.export.workbook import letters, lines_of, pieces, sheet_name
from tests.factories import make_criterion
from tests.procurements import make_item, make_own_item, make_procurement
from tests.sheets import desk_of, opened, row_of, sheet_of

SIGNS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://example.org")',
    "http://example.org",
]


def form(procurement: Procurement, at: int = 1) -> Worksheet:
    return sheet_of(opened(answer_form(desk_of(procurement))), at)


def texts(sheet: Worksheet, column: int) -> list[str]:
    return [str(cell.value) for cell in sheet[chr(ord("A") + column)] if cell.value is not None]


def validations(sheet: Worksheet, row: int) -> list[tuple[str, str, str]]:
    return [
        (str(rule.type), str(rule.formula1), str(rule.formula2))
        for rule in sheet.data_validations.dataValidation
        if f"{chr(ord('A') + ANSWER)}{row}" in str(rule.sqref)
        or f"{chr(ord('A') + VALUE)}{row}" in str(rule.sqref)
    ]


def test_each_lot_has_a_sheet_with_what_holds_for_it() -> None:
    book = opened(answer_form(desk_of(make_procurement())))

    assert book.sheetnames == ["The tenderer", "Lot 1 Light laptops", "Lot 2 Workstations", "Sources"]
    assert "Quiet workstations" not in texts(sheet_of(book, 1), DEMAND)
    assert "Quiet workstations" in texts(sheet_of(book, 2), DEMAND)


def test_without_lots_there_is_one_sheet() -> None:
    book = opened(answer_form(desk_of(replace(make_procurement(), lots=()))))

    assert book.sheetnames == ["The tenderer", "Answers", "Sources"]


def test_only_the_cells_for_answers_are_free() -> None:
    sheet = form(make_procurement())
    free = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    row = row_of(sheet, "Rechargeable battery endurance")

    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert {f"D{row}", f"G{row}", f"H{row}", f"E{row + 2}"} <= free
    assert all(sheet[place].value is None for place in free)
    assert not any(place.startswith(("A", "B", "C", "F")) for place in free)


def test_what_must_be_met_is_answered_by_yes_or_no() -> None:
    sheet = form(make_procurement())
    row = row_of(sheet, "Rechargeable battery endurance")

    assert validations(sheet, row) == [("list", '"yes,no"', "None")]
    assert validations(sheet, row_of(sheet, "Longer warranty")) == []


def test_a_number_is_asked_within_the_range_of_its_slot() -> None:
    sheet = form(make_procurement())
    row = row_of(sheet, "Full charge cycles, demanded: 500 cycles")

    assert validations(sheet, row) == [("decimal", "100.0", "1000000000000000.0")]
    assert sheet.cell(row, 6).value == "cycles"


def test_a_figure_that_earns_points_is_not_demanded() -> None:
    made = make_procurement()
    scored = replace(made.item("item-1"), kind="AC")
    sheet = form(replace(made, items=(scored,)))

    assert not any("demanded:" in str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_the_label_of_a_figure_says_nothing_of_its_origin() -> None:
    record = make_criterion()
    assert record.criterion is not None
    (slot,) = record.criterion.slots
    suggested = replace(
        record, criterion=replace(record.criterion, slots=(replace(slot, label="Cycles (our suggestion)"),))
    )
    procurement = replace(make_procurement(), items=(make_item(record=suggested),))

    assert "Cycles, demanded: 500 cycles" in texts(form(procurement), DEMAND)


def test_rows_and_heads_are_set_for_print_and_screen() -> None:
    sheet = form(make_procurement())
    head = row_of(sheet, "What is demanded")

    assert sheet.freeze_panes == f"C{head + 1}"
    assert sheet.print_title_rows == f"${head}:${head}"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_the_file_says_what_it_is() -> None:
    properties = opened(answer_form(desk_of(make_procurement()))).properties

    assert (properties.title, properties.creator) == ("Answer form of the tenderer", "City of Example")
    assert properties.subject == "Laptops for the town hall"


@pytest.mark.parametrize("sign", SIGNS)
def test_what_looks_like_a_formula_or_a_link_stays_text(sign: str) -> None:
    item = replace(
        make_own_item("spec-9", kind="TS", title=sign, requirement=sign),
        wording=Wording(requirement=f"x\n\n{sign}", proof_tender=sign, proof_contract=sign),
    )
    lot = Lot(id="lot-1", title=sign, description=sign)
    made = make_procurement()
    head = replace(made.head, title=sign, buyer=sign, reference=sign)
    procurement = with_items(replace(made, head=head, lots=(lot,)), (item,))

    book = opened(answer_form(desk_of(procurement)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]

    assert all(cell.data_type != "f" for cell in cells)
    assert all(cell.hyperlink is None for cell in cells)
    assert any(sign.strip() in str(cell.value) for cell in cells)


def test_a_text_of_any_length_is_there_to_its_end() -> None:
    requirement = "\n\n".join(f"Sentence {at} of a long one that goes on for a while." for at in range(2000))
    item = make_own_item("spec-9", kind="TS", title="Long", requirement=requirement)
    sheet = form(with_items(make_procurement(), (item,)))

    found = " ".join(texts(sheet, DEMAND))

    assert all(f"Sentence {at} of" in found for at in range(2000))
    assert max(len(text) for text in texts(sheet, DEMAND)) < 2000
    assert all((sheet.row_dimensions[row].height or 15) <= 405 for row in range(1, sheet.max_row + 1))


def test_pieces_lose_no_word() -> None:
    text = "word " * 3000 + "x" * 5000 + "\n\nlast"

    found = pieces(text, width=40, lines=5)

    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(len(piece) <= 200 for piece in found)
    assert pieces("  ", width=40) == ()


def test_three_hundred_criteria_are_asked() -> None:
    items = tuple(make_item(f"many-{at}") for at in range(300))
    sheet = form(with_items(make_procurement(), items))

    assert texts(sheet, DEMAND).count("Rechargeable battery endurance") == 301


def test_the_same_procurement_gives_the_same_bytes() -> None:
    assert answer_form(desk_of(make_procurement())) == answer_form(desk_of(make_procurement()))


@pytest.mark.parametrize(
    ("wanted", "gives"),
    [
        ("Lot 1: Light laptops", "Lot 1 Light laptops"),
        ("'quoted'", "’quoted’"),
        ("a[b]c:d*e?f/g\\h", "a b c d e f g h"),
        ("x" * 40, "x" * 31),
        ("💻" * 40, "💻" * 15),
        ("", "Sheet"),
        ("History", "History (2)"),
        ("TAKEN", "TAKEN (2)"),
        ("control\x01\x0bs", "control� s"),
    ],
)
def test_sheets_have_names_that_spreadsheets_allow(wanted: str, gives: str) -> None:
    assert sheet_name(wanted, ["taken"]) == gives


def test_the_sources_are_named_with_their_confidence() -> None:
    sheet = form(make_procurement(), 3)
    row = row_of(sheet, "Rechargeable battery endurance")

    assert "Directive 2014/24/EU" in str(sheet.cell(row, 3).value)
    assert "2026.11.1" in str(sheet.cell(row, 3).value)
    assert str(sheet.cell(row, 4).value).startswith("Confidence: listed")
    assert sheet.cell(row, 5).value == "Not yet confirmed by the contracting authority."
    assert any("no legal advice" in text for text in texts(sheet, 0))


def test_the_page_of_the_proof_is_asked_of_every_criterion() -> None:
    sheet = form(make_procurement())
    titles = ("Rechargeable battery endurance", "Longer warranty", "Take-back")

    assert all(not sheet.cell(row_of(sheet, title), PAGE + 1).protection.locked for title in titles)


def test_rows_are_high_enough_for_words_that_do_not_divide() -> None:
    title = "External power supply: detachable cables (refurbished or remanufactured)"

    assert letters(26, bold=True) == 26
    assert lines_of(title, 26) == 4  # by letters alone, three
    assert lines_of("", 26) == 1
    assert lines_of("one\ntwo", 26) == 2


@pytest.mark.parametrize("title", ["300 laptops", "Laptops", "3 & 4"])
def test_a_title_that_begins_with_figures_is_no_size_of_letters(title: str) -> None:
    one = make_procurement()
    sheet = form(replace(one, head=replace(one.head, title=title, reference="")))

    assert sheet.oddFooter is not None
    left = sheet.oddFooter.left
    assert left is not None
    assert left.size == 8
    assert str(left.text).strip() == title.replace("&", "&&")


@pytest.mark.parametrize(
    ("title", "shown"), [("a" * 179 + "& b", "a" * 179), ("a" * 178 + "& b", "a" * 178 + "&&")]
)
def test_a_title_is_not_cut_within_a_sign(title: str, shown: str) -> None:
    """Half of a doubled "&" would begin a code, and the foot would lose what follows."""
    one = make_procurement()
    footer = form(replace(one, head=replace(one.head, title=title, reference=""))).oddFooter

    assert footer is not None
    assert footer.left is not None
    assert footer.right is not None
    assert str(footer.left.text).strip() == shown
    assert str(footer.right.text).endswith("&P / &N")


def test_a_proof_that_belongs_to_the_subject_matter_is_asked() -> None:
    subject = make_own_item("subject-1", kind="SM", title="Assess the fleet")
    proven = replace(subject, wording=replace(subject.wording, proof_tender="A sample report."))

    asked = texts(form(with_items(make_procurement(), (proven,))), DEMAND)

    assert asked.index("Assess the fleet") < asked.index("Rechargeable battery endurance")
    assert "Assess the fleet" not in texts(form(with_items(make_procurement(), (subject,))), DEMAND)
