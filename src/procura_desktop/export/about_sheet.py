"""The last sheet of every workbook: where each criterion comes from, how sure it is, what the file is not."""

from procura_desktop.export.papers.opening import about
from procura_desktop.export.papers.origin import confidence_line, confirmation, source_line
from procura_desktop.export.workbook import Book


def add_about(book: Book) -> None:
    """Add the sheet."""
    desk = book.desk
    page = book.page(desk.say("Sources"), (9, 40, 60, 45, 35))
    page.title(desk.say("Sources"))
    page.row += 1
    columns = ("No.", "Criterion", "Source", "Confidence", "Confirmed by the buyer")
    page.line((desk.say(name) for name in columns), "head")
    page.sheet.repeat_rows(page.row - 1)
    page.sheet.freeze_panes(page.row, 0)
    for item in desk.procurement.items:
        said = confirmation(desk, item).text if item.copied else ""
        page.line(
            (desk.numbers[item.id], item.title, source_line(desk, item), confidence_line(desk, item), said),
            "text",
        )
    page.row += 1
    for line in about(desk):
        page.across(line, 4)
