"""The fields of eForms as a table to type from: as rows, as a spreadsheet, and as CSV for programs."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from procura_desktop.domain.award_words import plain
from procura_desktop.export.about_sheet import add_about
from procura_desktop.export.eforms_codes import codes_of, field_info, label_of, shortened
from procura_desktop.export.eforms_lot import AwardEntry, LotNotice, lot_notices
from procura_desktop.export.green_criteria import NOT_CONFIRMED
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.papers.opening import about
from procura_desktop.export.papers.origin import origin_text
from procura_desktop.export.workbook import new_book

HEADS = ("Lot", "Field", "Name", "Where", "Code", "Value", "Note")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One field to fill in.

    Attributes:
        lot: such as "LOT-0001"; "" where the row is about the whole file.
        where: which of several, such as an award criterion's name; "" where there is one.
        code: to choose, of the field's code list; "" where the field takes text, or it is open.
        value: the text to type, or the code's official label.
        note: what to know or to decide.
        open: whether the buyer has to decide it still.
    """

    lot: str
    field: str
    name: str
    where: str = ""
    code: str = ""
    value: str = ""
    note: str = ""
    open: bool = False


def field_rows(desk: Desk) -> tuple[FieldRow, ...]:
    """Give the fields of every lot, in the order of the notice."""
    return tuple(row for notice in lot_notices(desk) for row in _Rows(desk, notice).all())


def eforms_csv(desk: Desk) -> bytes:
    """Give the table as CSV (UTF-8 with mark, so that spreadsheets read it).

    The last rows, which have no field, say what it rests on: the spreadsheet has a sheet for it. A text that
    a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(desk.say(head) for head in HEADS)
    for row in (*field_rows(desk), *_basis(desk)):
        writer.writerow(_harmless(cell) for cell in _cells(row))
    return out.getvalue().encode("utf-8-sig")


def eforms_xlsx(desk: Desk) -> bytes:
    """Give the table as a spreadsheet."""
    title = desk.say("eForms fields")
    book = new_book(desk, title)
    page = book.page(title, (11, 20, 30, 26, 20, 70, 50))
    page.title(title)
    page.row += 1
    page.line((desk.say(head) for head in HEADS), "head")
    page.sheet.freeze_panes(page.row, 2)
    page.sheet.repeat_rows(page.row - 1)
    for row in field_rows(desk):
        page.line(_cells(row), "band" if row.open else "text")
    add_about(book)
    return book.finished()


def _basis(desk: Desk) -> Iterator[FieldRow]:
    """Give where each criterion comes from and how sure it is, then the libraries and the notices."""
    for item in desk.procurement.items:
        yield FieldRow(
            lot="",
            field="",
            name=desk.say("Sources"),
            where=desk.numbers[item.id],
            value=item.title,
            note=origin_text(desk, item),
        )
    for line in about(desk):
        yield FieldRow(lot="", field="", name=desk.say("About this document"), note=line)


def _cells(row: FieldRow) -> tuple[str, ...]:
    return row.lot, row.field, row.name, row.where, row.code, row.value, row.note


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one lot."""

    desk: Desk
    notice: LotNotice

    def all(self) -> Iterator[FieldRow]:
        yield from self.scope()
        yield from self.strategy()
        yield from self.selection()
        for entry in self.notice.award:
            yield from self.award(entry)
        if self.notice.order_reason:
            yield self.text("BT-733-Lot", self.notice.order_reason)
        if self.notice.terms:
            yield self.text("BT-70-Lot", self.notice.terms)
        yield from self.directives()

    def scope(self) -> Iterator[FieldRow]:
        notice = self.notice
        yield self.text("BT-137-Lot", notice.number)
        yield self.text("BT-22-Lot", notice.internal)
        yield self.text("BT-21-Lot", notice.title)
        yield self.text("BT-24-Lot", notice.description)
        yield self.code("BT-23-Lot", notice.nature)
        if notice.value is not None:
            yield self.text("BT-27-Lot", f"{plain(notice.value)} {notice.currency}")
        main, *others = notice.cpv or ("",)
        if main:
            yield self.text("BT-262-Lot", main, note=self.desk.say("CPV code without its check digit"))
        else:
            yield self.undecided("BT-262-Lot", self.desk.say("The procurement has no CPV code."))
        for code in others:
            yield self.text("BT-263-Lot", code)
        for field, day in (("BT-536-Lot", notice.start), ("BT-537-Lot", notice.end)):
            if day:
                yield self.text(field, day)

    def strategy(self) -> Iterator[FieldRow]:
        say, notice = self.desk.say, self.notice
        for code, description in notice.strategic:
            note = say("Own criteria name no codes: add theirs.") if self.has_own() else ""
            yield self.code("BT-06-Lot", code, note=note)
            if description:
                yield self.text("BT-777-Lot", description, where=code)
        fields = {"BT-774-Lot": "environmental-impact", "BT-775-Lot": "social-objective"}
        for field, codelist in (*fields.items(), ("BT-776-Lot", "innovative-acquisition")):
            for code in notice.codes[codelist]:
                yield self.code(field, code)
        green = notice.green
        numbers = ", ".join(self.desk.numbers[item] for item in green.unconfirmed)
        left = say(NOT_CONFIRMED, numbers=numbers) if numbers else ""
        yield self.code("BT-805-Lot", green.code, note=" ".join(filter(None, (say(green.why), left))))
        access, reason = notice.accessibility
        if access:
            yield self.code("BT-754-Lot", access)
        else:
            yield self.undecided(
                "BT-754-Lot", say("Say whether people will use it, demand accessibility, or say why not.")
            )
        if reason:
            yield self.text("BT-755-Lot", reason)

    def selection(self) -> Iterator[FieldRow]:
        say = self.desk.say
        if self.notice.selection:
            note = say("The selection criteria stand in the notice; only then it may name them.")
            yield self.text("BT-821-Lot", "epo-notice", note=note)
        for entry in self.notice.selection:
            where = entry.number
            if entry.code:
                yield self.code("BT-809-Lot", entry.code, where=where, note=say("Proposed: check it."))
            else:
                yield self.undecided("BT-809-Lot", self.choices("BT-809-Lot"), where=where)
            yield self.text("BT-750-Lot", entry.description, where=where)

    def award(self, entry: AwardEntry) -> Iterator[FieldRow]:
        where = entry.name
        yield self.code("BT-539-Lot", entry.type, where=where)
        yield self.text("BT-734-Lot", entry.name, where=where)
        yield self.text("BT-540-Lot", entry.description, where=where)
        if entry.weight is None:
            yield self.undecided("BT-541-Lot-WeightNumber", self.desk.say("The weight is open."), where=where)
        else:
            yield self.code("BT-5421-Lot", entry.code, where=where)
            yield self.text("BT-541-Lot-WeightNumber", plain(entry.weight), where=where)
        if entry.minimum is not None:
            yield self.code("BT-5423-Lot", "min-score", where=where)
            yield self.text("BT-541-Lot-ThresholdNumber", plain(entry.minimum), where=where)

    def directives(self) -> Iterator[FieldRow]:
        """Ask what only the buyer knows: whether two directives apply."""
        say = self.desk.say
        yield self.undecided("BT-717-Lot", say("true where the Clean Vehicles Directive applies, else false"))
        yield self.undecided("BT-735-Lot", self.choices("BT-735-Lot"))
        yield self.undecided(
            "BT-810-Lot", say("true where the Energy Efficiency Directive applies, else false")
        )
        yield self.undecided("BT-811(a)-Lot", self.choices("BT-811(a)-Lot"))
        yield self.undecided("BT-811(b)-Lot", self.choices("BT-811(b)-Lot"))

    def has_own(self) -> bool:
        return any(item.copied is None for item in self.desk.procurement.items)

    def choices(self, field: str) -> str:
        return self.desk.say("Choose one of: {codes}", codes=", ".join(codes_of(field_info(field).codes)))

    def text(self, field: str, value: str, *, where: str = "", note: str = "") -> FieldRow:
        info = field_info(field)
        typed = shortened(value, info.longest)
        if typed != value.strip():
            most = self.desk.say("shortened to {most} characters", most=str(info.longest))
            note = "; ".join(filter(None, (note, most)))
        return FieldRow(
            lot=self.notice.number, field=field, name=info.name, where=where, value=typed, note=note
        )

    def code(self, field: str, code: str, *, where: str = "", note: str = "") -> FieldRow:
        info = field_info(field)
        label = label_of(info.codes, code, self.desk.language)
        return FieldRow(
            lot=self.notice.number,
            field=field,
            name=info.name,
            where=where,
            code=code,
            value=label,
            note=note,
        )

    def undecided(self, field: str, note: str, *, where: str = "") -> FieldRow:
        info = field_info(field)
        return FieldRow(
            lot=self.notice.number, field=field, name=info.name, where=where, note=note, open=True
        )
