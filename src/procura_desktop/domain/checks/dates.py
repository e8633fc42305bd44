"""Dates of a procurement that cannot follow each other, or leave no time between them."""

from collections.abc import Iterator, Mapping

from procura_desktop.domain.checks.finding import Finding
from procura_desktop.domain.checks.rules import finding
from procura_desktop.domain.date_order import on_one_day, out_of_order
from procura_desktop.domain.procurement import Dates
from procura_desktop.phrases import Phrase, phrase

# By (field, field after it) of `Dates`.
_BEFORE: Mapping[tuple[str, str], Phrase] = {
    ("publication", "deadline"): phrase("checks", "The deadline for offers is before the publication."),
    ("publication", "contract_start"): phrase("checks", "The contract starts before the publication."),
    ("publication", "contract_end"): phrase("checks", "The contract ends before the publication."),
    ("deadline", "contract_start"): phrase("checks", "The contract starts before the deadline for offers."),
    ("deadline", "contract_end"): phrase("checks", "The contract ends before the deadline for offers."),
    ("contract_start", "contract_end"): phrase("checks", "The contract ends before it starts."),
}
_SAME_DAY: Mapping[tuple[str, str], Phrase] = {
    ("publication", "deadline"): phrase(
        "checks", "The deadline for offers is on the day of publication: nobody has time to make an offer."
    ),
    ("deadline", "contract_start"): phrase(
        "checks", "The contract starts on the day when offers are due: there is no time to compare them."
    ),
}


def check_dates(dates: Dates) -> Iterator[Finding]:
    """Look for dates in a wrong order; a single day between publication, deadline and start is doubtful."""
    for pair in out_of_order(dates):
        yield _found(pair, _BEFORE[pair])
    for pair in on_one_day(dates):
        if pair in _SAME_DAY:
            yield _found(pair, _SAME_DAY[pair], doubtful=True)


def _found(pair: tuple[str, str], what: Phrase, *, doubtful: bool = False) -> Finding:
    field = f"head.dates.{pair[1]}"
    return finding("date-order", what, severity="should" if doubtful else None, field=field)
