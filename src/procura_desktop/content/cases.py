"""Cases: what one organisation bought, how, and what came of it."""

import re
from typing import get_args

from procura_desktop.content.draft import ID, Draft, plain
from procura_desktop.content.fields import Fields
from procura_desktop.domain.records import CaseDetails, ContractValue, Result, ResultBasis

_BASES: tuple[ResultBasis, ...] = get_args(ResultBasis)
_COUNTRY = re.compile(r"[A-Z]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")


def read_case(draft: Draft) -> CaseDetails:
    """Read the fields of a case."""
    fields = draft.fields
    return CaseDetails(
        organisation=fields.text("organisation", must=True),
        country=read_country(fields, must=True),
        region=fields.text("region", must=True),
        years=_years(fields),
        procedure=fields.text("procedure"),
        criteria_used=_criteria(draft),
        contract_value=_value(fields),
        results=tuple(_result(one) for one in fields.parts("results")),
        lessons=plain(fields.texts("lessons")),
        awards=plain(fields.texts("awards")),
    )


def read_country(fields: Fields, *, must: bool = False) -> str:
    """Read a country by its two letters; YAML takes NO for a word of its own, we do not."""
    text = fields.text("country", must=must, any_scalar=True)
    if text and not _COUNTRY.fullmatch(text):
        fields.fault("country", f"is '{text}'", "write two capital letters, such as BE")
    return text


def _years(fields: Fields) -> str:
    text = fields.text("years", must=True, any_scalar=True)
    match = _YEARS.fullmatch(text)
    if text and (match is None or (match[2] and match[2] < match[1])):
        fields.fault("years", f"is '{text}'", "write 2018 or 2018-2019")
    return text


def _criteria(draft: Draft) -> tuple[str, ...]:
    """Read ids and short texts; only what looks like the id of a criterion must lead somewhere."""
    said = draft.fields.texts("criteria_used")
    ids = [one for one in said if one.text.startswith("criteria/") and ID.fullmatch(one.text)]
    draft.refer("criteria_used", ids, "criterion")
    return plain(said)


def _value(case: Fields) -> ContractValue | None:
    fields = case.part("contract_value")
    if fields is None:
        return None
    amount = fields.number("amount", must=True)
    currency = fields.text("currency", must=True)
    if currency and not _CURRENCY.fullmatch(currency):
        fields.fault("currency", f"is '{currency}'", "write three capital letters, such as EUR")
    if amount is not None and amount < 0:
        fields.fault("amount", "is below zero", "write the value of the contract")
    value = ContractValue(amount=amount or 0, currency=currency, note=fields.text("note"))
    fields.finish()
    return value


def _result(fields: Fields) -> Result:
    value = fields.number("value")
    unit = fields.text("unit", any_scalar=True)
    if unit and not fields.has("value"):
        fields.fault("unit", "stands without a 'value'", "add the number, or put the words into 'what'")
    result = Result(
        what=fields.text("what", must=True),
        basis=fields.choice("basis", _BASES, "claimed", must=True),
        value=value,
        unit=unit,
    )
    fields.finish()
    return result
