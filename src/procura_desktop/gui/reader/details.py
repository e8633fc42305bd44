"""What is particular to cases, terms, labels, organisations and events, as HTML."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.records import (
    CaseDetails,
    ContractValue,
    EventDetails,
    LabelDetails,
    OrganisationDetails,
    Record,
    Result,
    TermDetails,
)
from procura_desktop.gui.countries import country_name
from procura_desktop.gui.reader.codes import label_type_name, language_name, result_basis_name
from procura_desktop.gui.reader.elements import (
    bullets,
    facts,
    grid,
    paragraph,
    record_link,
    section,
    web_link,
)
from procura_desktop.gui.words import date_text, reading_locale

translate = QCoreApplication.translate


def detail_parts(record: Record, titles: Mapping[str, str]) -> str:
    """Write the details of a record that is no criterion; articles and groups have none here."""
    groups = ", ".join(record_link(name, titles[name]) for name in record.product_groups if name in titles)
    if record.case is not None:
        return _case(record.case, groups, titles)
    if record.term is not None:
        return _term(record.term, record.summary)
    if record.label is not None:
        return _label(record.label, groups)
    if record.organisation is not None:
        return _organisation(record.organisation, groups)
    if record.event is not None:
        return _event(record.event, groups)
    return ""


def number_text(value: float) -> str:
    """Write a number as the user's country does, in groups, without decimals that say nothing."""
    locale = reading_locale()
    return locale.toString(int(value)) if value == int(value) else locale.toString(value, "g", 12)


def _case(case: CaseDetails, groups: str, titles: Mapping[str, str]) -> str:
    place = ", ".join(filter(None, (country_name(case.country), case.region)))
    rows = (
        (translate("Reader", "Organisation"), escape(case.organisation)),
        (translate("Reader", "Where"), escape(place)),
        (translate("Reader", "When"), escape(case.years.replace("-", "–"))),
        (translate("Reader", "Product groups"), groups),
        (translate("Reader", "Procedure"), escape(case.procedure)),
        (translate("Reader", "Contract value"), _contract_value(case.contract_value)),
    )
    used = bullets(
        record_link(name, titles[name]) if name in titles else escape(name) for name in case.criteria_used
    )
    return (
        facts(rows)
        + section(translate("Reader", "Results"), "results", _results(case.results))
        + section(translate("Reader", "Criteria used"), "criteria-used", used)
        + section(translate("Reader", "Lessons"), "lessons", bullets(map(escape, case.lessons)))
        + section(translate("Reader", "Awards"), "awards", bullets(map(escape, case.awards)))
    )


def _contract_value(value: ContractValue | None) -> str:
    if value is None:
        return ""
    amount = f"{number_text(value.amount)}\xa0{value.currency}"
    return escape(f"{amount} ({value.note})" if value.note else amount)


def _results(results: Sequence[Result]) -> str:
    """Give what was reached and how it is known; a column of figures only if there are any."""
    names = (
        translate("Reader", "What"),
        translate("Reader", "Result"),
        translate("Reader", "How it is known"),
    )
    rows = [
        (escape(result.what), _amount(result), escape(result_basis_name(result.basis))) for result in results
    ]
    if any(result.value is not None for result in results):
        return grid(names, rows)
    return grid((names[0], names[2]), ((what, basis) for what, _, basis in rows))


def _amount(result: Result) -> str:
    if result.value is None:
        return "–"
    amount = f"{number_text(result.value)} {result.unit}".strip().replace(" ", "\xa0")
    return f"<b>{escape(amount)}</b>"


def _term(term: TermDetails, summary: str) -> str:
    definition = "" if term.definition == summary else paragraph(escape(term.definition))
    rows = (
        (translate("Reader", "Abbreviation"), escape(term.abbreviation)),
        (translate("Reader", "Also written"), escape(", ".join(term.also))),
    )
    languages = facts(
        (language_name(translation.language), escape(", ".join(translation.forms)))
        for translation in term.translations
    )
    return (
        definition + facts(rows) + section(translate("Reader", "In other languages"), "languages", languages)
    )


def _label(label: LabelDetails, groups: str) -> str:
    return facts(
        (
            (translate("Reader", "Type"), escape(label_type_name(label.type))),
            (translate("Reader", "Owner"), escape(label.owner)),
            (translate("Reader", "What it covers"), escape(label.scope)),
            (translate("Reader", "Product groups"), groups),
            (translate("Reader", "Address"), web_link(label.address)),
        )
    )


def _offers(offers: tuple[str, ...]) -> str:
    return "<br>".join(map(escape, offers))


def _contact(contact: str) -> str:
    """Make an address of mail a link, which asks before it opens anything."""
    mail = "@" in contact and not any(sign in contact for sign in " /:<>,;")
    return web_link(f"mailto:{contact}", contact) if mail else escape(contact)


def _organisation(organisation: OrganisationDetails, groups: str) -> str:
    return facts(
        (
            (translate("Reader", "What buyers get"), _offers(organisation.offers)),
            (translate("Reader", "Run by"), escape(organisation.run_by)),
            (translate("Reader", "Country"), escape(country_name(organisation.country))),
            (translate("Reader", "Product groups"), groups),
            (translate("Reader", "Contact"), _contact(organisation.contact)),
            (translate("Reader", "Address"), web_link(organisation.address)),
        )
    )


def _event(event: EventDetails, groups: str) -> str:
    dates = " – ".join(date_text(date) for date in dict.fromkeys((event.start, event.end)) if date)
    return facts(
        (
            (translate("Reader", "When"), escape(" · ".join(filter(None, (event.when, dates))))),
            (translate("Reader", "Where"), escape(event.place)),
            (translate("Reader", "What buyers get"), _offers(event.offers)),
            (translate("Reader", "Run by"), escape(event.run_by)),
            (translate("Reader", "Product groups"), groups),
            (translate("Reader", "Address"), web_link(event.address)),
        )
    )
