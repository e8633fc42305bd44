"""What a procurement is about: a form that saves as one types."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from procura_desktop.domain import history
from procura_desktop.domain.amounts import parse_amount
from procura_desktop.domain.checks.duties import energy_user, vehicle_code
from procura_desktop.domain.date_order import out_of_order
from procura_desktop.domain.procurement import Dates, Head, Procurement
from procura_desktop.export.words import known_languages
from procura_desktop.gui.boxes import boxed, row, words
from procura_desktop.gui.procurements.code_list import CodeList
from procura_desktop.gui.procurements.code_words import answer_names
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import (
    CheckedField,
    ChoiceField,
    DateField,
    Labelled,
    LineField,
    TextField,
)
from procura_desktop.gui.procurements.form_grid import FormGrid
from procura_desktop.gui.procurements.lots_form import LotsForm
from procura_desktop.gui.procurements.number_faults import number_fault
from procura_desktop.gui.procurements.words import ambition_name, nature_name, procedure_name, value_text
from procura_desktop.gui.reader.codes import language_name
from procura_desktop.gui.said import said
from procura_desktop.gui.words import date_text

WIDEST = 1040
Read = Callable[[Head], Any]


class AboutPanel(QWidget):
    """Fields in boxes; each knows which part of the head it shows and changes."""

    def __init__(
        self,
        desk: Desk,
        groups: Callable[[], tuple[tuple[str, str], ...]],
        cpv: Callable[[], tuple[tuple[str, str], ...]],
        parent: QWidget | None = None,
    ) -> None:
        """Take what lists the product groups (id, title) and the CPV codes (code, label)."""
        super().__init__(parent)
        self._desk = desk
        self._shown: list[tuple[Any, Read]] = []
        self._groups = CodeList(self.tr("Product groups"), groups, free=False)
        self._cpv = CodeList(self.tr("CPV codes"), cpv, free=True)
        self._lots = LotsForm(desk)
        self._no_lots = self._text("no_lots", self.tr("Why it is not divided into lots"))
        self._duties: dict[str, Labelled] = {}  # reasons that few procurements need
        self._order = QLabel()  # what is wrong with the order of the dates
        self._order.setProperty("role", "fault")
        self._order.setWordWrap(True)
        self._history = words()
        self._close = QPushButton()
        self._lay_out()

        self._groups.changed.connect(self._change_groups)
        self._cpv.changed.connect(self._change_cpv)
        self._close.clicked.connect(self._toggle_closed)

    def _lay_out(self) -> None:
        self.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 8, 16)
        layout.setSpacing(14)
        for title, fill in (
            (self.tr("What you buy"), self._fill_what),
            (self.tr("Who buys"), self._fill_who),
            (self.tr("How"), self._fill_how),
        ):
            grid = FormGrid()
            layout.addWidget(boxed(title, grid))
            fill(grid)  # in its place already: see `scrolled`
        without = Labelled(
            self.tr("If you do not divide it: why"),
            self._no_lots,
            why=self.tr("Article 46 of Directive 2014/24/EU asks for the main reasons. Say them here."),
        )
        layout.addWidget(boxed(self.tr("Lots"), self._lots, without))
        dates = FormGrid()
        layout.addWidget(boxed(self.tr("Dates"), dates, self._order))
        self._fill_dates(dates)
        layout.addWidget(boxed(self.tr("History of this file"), self._history, row(self._close)))
        layout.addStretch(1)

    def _fill_what(self, grid: FormGrid) -> None:
        title = self.tr("Title")
        grid.add(Labelled(title, self._line("title", title)), wide=True)
        need = self.tr("What is needed")
        hint = self.tr("For example: 300 laptops with support for five years")
        grid.add(Labelled(need, self._text("need", need, hint=hint)), wide=True)
        purpose = self.tr("What for, and why now")
        grid.add(Labelled(purpose, self._text("purpose", purpose)), wide=True)
        grid.add(Labelled(self.tr("Product groups"), self._groups), wide=True)
        why = self.tr("Type a code or a word; the main code comes first.")
        grid.add(Labelled(self.tr("CPV codes"), self._cpv, why=why), wide=True)
        nature = self.tr("Kind of contract")
        choices = tuple((key, nature_name(key)) for key in ("supplies", "services", "works"))
        grid.add(Labelled(nature, self._choice("nature", nature, choices)))

    def _fill_who(self, grid: FormGrid) -> None:
        for name, text in (
            ("buyer", self.tr("Buyer")),
            ("reference", self.tr("Your reference")),
        ):
            grid.add(Labelled(text, self._line(name, text)))
        for name, text in (
            ("name", self.tr("Contact for bidders")),
            ("email", self.tr("E-mail")),
            ("phone", self.tr("Telephone")),
        ):
            grid.add(Labelled(text, self._contact(name, text)))

    def _fill_how(self, grid: FormGrid) -> None:
        value = self.tr("Estimated value, without VAT")
        grid.add(Labelled(value, self._value(value)))
        currency = self.tr("Currency")
        grid.add(Labelled(currency, self._currency(currency)))
        procedure = self.tr("Procedure")
        names = (
            "below-threshold", "open", "restricted", "negotiated", "competitive-dialogue",
            "innovation-partnership", "other",
        )  # fmt: skip
        choices = tuple((name, procedure_name(name)) for name in names)
        grid.add(Labelled(procedure, self._choice("procedure", procedure, choices)))
        ambition = self.tr("Ambition")
        levels = tuple((name, ambition_name(name)) for name in ("core", "comprehensive"))
        grid.add(Labelled(ambition, self._choice("ambition", ambition, levels)))
        language = self.tr("Language of the documents")
        spoken = tuple((code, language_name(code)) for code in known_languages())
        why = self.tr("Their headings and fixed sentences; texts of criteria stay as they are.")
        grid.add(Labelled(language, self._choice("language", language, spoken), why=why))
        people = self.tr("Will people use what you buy?")
        answers = tuple(answer_names().items())
        why = self.tr("If so, the law asks for criteria on accessibility (Article 42).")
        grid.add(Labelled(people, self._choice("people_use", people, answers), why=why))
        reason = self.tr("If nothing is asked for accessibility: why")
        grid.add(Labelled(reason, self._text("accessibility", reason, lines=2)))
        self._fill_duties(grid)

    def _fill_duties(self, grid: FormGrid) -> None:
        for name, reason, why in (
            (
                "clean_vehicles",
                self.tr("If no clean vehicles are asked for: why"),
                self.tr("Some of these CPV codes fall under the Clean Vehicles Directive."),
            ),
            (
                "energy_efficiency",
                self.tr("If nothing is asked for energy: why"),
                self.tr("Some of these CPV codes fall under the Energy Efficiency Directive (Article 7)."),
            ),
        ):
            self._duties[name] = Labelled(reason, self._text(name, reason, lines=2), why=why)
            grid.add(self._duties[name], wide=True)

    def _fill_dates(self, grid: FormGrid) -> None:
        for name, text in self._date_names().items():
            field = DateField(text)
            field.accepted.connect(partial(self._change_date, name, text))
            field.finished.connect(self._desk.end_field)
            self._shown.append((field, attrgetter(f"dates.{name}")))
            grid.add(Labelled(text, field))

    def _date_names(self) -> dict[str, str]:
        return {
            "publication": self.tr("Publication"),
            "deadline": self.tr("Deadline for offers"),
            "contract_start": self.tr("Start of the contract"),
            "contract_end": self.tr("End of the contract"),
        }

    def _show_order(self, dates: Dates) -> None:
        names, told = self._date_names(), self.tr("“{after}” is before “{before}”.")
        faults = [told.format(before=names[one], after=names[other]) for one, other in out_of_order(dates)]
        self._order.setText("\n".join(faults))
        self._order.setVisible(bool(faults))

    # The fields, each bound to its part of the head.

    def _line(self, name: str, text: str) -> LineField:
        field = LineField(text)
        self._bind(field, name, text)
        return field

    def _text(self, name: str, text: str, *, hint: str = "", lines: int = 3) -> TextField:
        field = TextField(text, hint=hint, lines=lines)
        self._bind(field, name, text)
        return field

    def _bind(self, field: LineField | TextField, name: str, text: str) -> None:
        field.typed.connect(lambda typed: self._change(name, text, typed))
        field.finished.connect(self._desk.end_field)
        self._shown.append((field, attrgetter(name)))

    def _choice(self, name: str, text: str, choices: tuple[tuple[str, str], ...]) -> ChoiceField:
        field = ChoiceField(text, choices)
        field.picked.connect(lambda key: self._change(name, text, key, typing=False))
        self._shown.append((field, attrgetter(name)))
        return field

    def _contact(self, name: str, text: str) -> LineField:
        field = LineField(text)
        field.typed.connect(
            lambda typed: self._desk.change_head(
                text,
                lambda head: replace(head, contact=replace(head.contact, **{name: typed})),
                field=f"contact.{name}",
            )
        )
        field.finished.connect(self._desk.end_field)
        self._shown.append((field, attrgetter(f"contact.{name}")))
        return field

    def _value(self, text: str) -> CheckedField:
        field = CheckedField(text, self._value_fault, hint=self.tr("for example 270000"))
        field.accepted.connect(
            lambda typed: self._desk.change_head(
                text, lambda head: replace(head, value=parse_amount(typed)), field="value"
            )
        )
        field.finished.connect(self._desk.end_field)
        self._shown.append((field, lambda head: value_text(head.value)))
        return field

    def _value_fault(self, text: str) -> str:
        return number_fault(text, parse_amount, self.tr("Write figures, such as 270000 or 1250.50."))

    def _currency(self, text: str) -> CheckedField:
        def fault(typed: str) -> str:
            fine = len(typed) == 3 and typed.isascii() and typed.isalpha()
            return "" if fine else self.tr("Three letters, such as EUR.")

        field = CheckedField(text, fault)
        field.accepted.connect(
            lambda typed: self._desk.change_head(
                text, lambda head: replace(head, currency=typed.upper()), field="currency"
            )
        )
        field.finished.connect(self._desk.end_field)
        self._shown.append((field, lambda head: head.currency))
        return field

    def _change(self, name: str, text: str, value: str, *, typing: bool = True) -> None:
        field = name if typing else ""
        values: dict[str, Any] = {name: value}
        self._desk.change_head(text, lambda head: replace(head, **values), field=field)

    def _change_date(self, name: str, text: str, day: str) -> None:
        self._desk.change_head(
            text,
            lambda head: replace(head, dates=replace(head.dates, **{name: day.strip()})),
            field=f"dates.{name}",
        )

    def _change_groups(self, groups: tuple[str, ...]) -> None:
        self._desk.change_head(self.tr("Product groups"), lambda head: replace(head, groups=groups))

    def _change_cpv(self, codes: tuple[str, ...]) -> None:
        self._desk.change_head(self.tr("CPV codes"), lambda head: replace(head, cpv=codes))

    def _toggle_closed(self) -> None:
        from datetime import UTC, datetime

        from procura_desktop.domain.drafting import with_status

        one = self._desk.procurement
        if one is None:
            return
        closing = one.head.status == "draft"
        name = self.tr("Closed") if closing else self.tr("Opened again")
        now = datetime.now(UTC)
        self._desk.apply(name, lambda old: with_status(old, "closed" if closing else "draft", now))

    def use_library(self) -> None:
        """Go on with another edition, which may have other product groups."""
        self._groups.forget_known()

    def show_procurement(self, procurement: Procurement) -> None:
        """Show what is kept."""
        head = procurement.head
        for field, read in self._shown:
            field.show_value(read(head))
        self._show_order(head.dates)
        self._duties["clean_vehicles"].setVisible(bool(vehicle_code(head) or head.clean_vehicles))
        self._duties["energy_efficiency"].setVisible(bool(energy_user(head) or head.energy_efficiency))
        self._groups.show_codes(head.groups)
        self._cpv.show_codes(head.cpv)
        self._lots.show_procurement(procurement)
        self._close.setText(
            self.tr("Close this procurement") if head.status == "draft" else self.tr("Open it again")
        )
        self._close.setToolTip(self.tr("A closed procurement is never changed, also not by an update."))
        lines = [self.tr("Begun on {date}").format(date=date_text(head.created[:10]))] if head.created else []
        lines += [f"{date_text(event.on[:10])}: {said(history.told(event))}" for event in procurement.events]
        self._history.setText("\n".join(lines))
        editable = head.status == "draft"
        self._set_editable(editable)
        self._no_lots.setEnabled(editable and not procurement.lots)

    def _set_editable(self, editable: bool) -> None:
        for field, _ in self._shown:
            field.setEnabled(editable)
        for other in (self._groups, self._cpv, self._lots):
            other.setEnabled(editable)
