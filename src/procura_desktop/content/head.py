"""The fields that every record has, and the rules that hold between them.

The rules of confidence are the promise to the buyer that docs/content.md makes.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import get_args

from procura_desktop.content.draft import Draft, plain
from procura_desktop.content.fields import Fields, Said, is_day
from procura_desktop.domain.kinds import Confidence
from procura_desktop.domain.records import Source

CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
_NEVER = "never"
_LONGEST_TITLE = 120
_LONGEST_SUMMARY = 400
_PUBLISHED = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Head:
    """What all kinds of record share; the names are those of `Record`."""

    title: str
    summary: str
    version: int
    updated: str
    review_by: str
    confidence: Confidence
    confidence_note: str
    keywords: tuple[str, ...]
    product_groups: tuple[str, ...]
    sources: tuple[Source, ...]
    see_also: tuple[str, ...]


def read_head(draft: Draft) -> Head:
    """Read the shared fields and check them against each other."""
    fields = draft.fields
    _check_declared(draft)
    is_term = draft.place.kind == "term"
    head = Head(
        title=fields.text("title", must=True, longest=_LONGEST_TITLE),
        summary=fields.text("summary", must=not is_term, longest=_LONGEST_SUMMARY),
        version=fields.whole("version", must=True, least=1),
        updated=fields.day("updated", must=True),
        review_by=fields.day("review_by", must=True),
        confidence=fields.choice("confidence", CONFIDENCES, "check", must=True),
        confidence_note=fields.text("confidence_note"),
        keywords=plain(fields.texts("keywords")),
        product_groups=_product_groups(draft),
        sources=tuple(_source(one, draft.today) for one in fields.parts("sources")),
        see_also=draft.ids("see_also"),
    )
    _check_dates(head, draft)
    _check_confidence(head, draft)
    return head


def _check_declared(draft: Draft) -> None:
    """Check an id or a language that is stated although the path states it."""
    for name, right in (("id", draft.place.id), ("language", draft.place.language)):
        said = draft.fields.text(name, any_scalar=True)
        if said and said != right:
            draft.fields.fault(name, f"is '{said}', but the path says '{right}'", "delete the line")


def _product_groups(draft: Draft) -> tuple[str, ...]:
    said = draft.fields.texts("product_groups")
    draft.refer("product_groups", said, "group")
    if draft.place.kind != "criterion":
        return plain(said)
    own = Said(f"groups/{draft.place.names[1]}", 1)
    return tuple(dict.fromkeys((own.text, *plain(said))))


def _source(fields: Fields, today: date) -> Source:
    seen = fields.text("seen", must=True, any_scalar=True)
    if seen and seen != _NEVER and not is_day(seen):
        fields.fault("seen", f"is '{seen}'", "write the date on which it was read, or never")
    elif seen and seen != _NEVER and seen > today.isoformat():
        fields.fault("seen", f"is in the future: {seen}", "write the date on which it was read")
    published = fields.text("date", any_scalar=True)
    if published and (
        not _PUBLISHED.fullmatch(published) or (len(published) == 10 and not is_day(published))
    ):
        fields.fault("date", f"is '{published}'", "write 2021, 2021-03 or 2021-03-05, or leave it out")
    source = Source(
        title=fields.text("title", must=True),
        publisher=fields.text("publisher", must=True),
        url=fields.web("url", must=True),
        date=published,
        seen="" if seen == _NEVER else seen,
    )
    fields.finish()
    return source


def _check_dates(head: Head, draft: Draft) -> None:
    today = draft.today.isoformat()
    if head.updated > today:
        draft.fields.fault(
            "updated", f"is in the future: {head.updated}", f"write {today} or an earlier date"
        )
    if not head.review_by:
        return
    if head.updated and head.review_by < head.updated:
        draft.fields.fault(
            "review_by", f"({head.review_by}) is before 'updated' ({head.updated})", "write a later date"
        )
    elif head.review_by < today:
        line = draft.fields.line("review_by")
        draft.log.warn(line, f"'review_by' has passed: {head.review_by}", "read it again and set both dates")


def _check_confidence(head: Head, draft: Draft) -> None:
    """Check what a degree of confidence promises about the sources."""
    if draft.place.kind == "criterion" and not draft.fields.has("sources"):
        draft.fields.fault(
            "sources", "is missing: a criterion without source", "add where its official text is"
        )
        return
    if not draft.fields.has("confidence"):
        return
    if head.confidence == "verified" and not any(source.seen for source in head.sources):
        draft.fields.fault(
            "confidence",
            "is verified, but no source has a date in 'seen'",
            "name the source that was read and the date, or write listed or check",
        )
    if head.confidence == "check" and all(source.seen for source in head.sources):
        draft.fields.fault(
            "confidence",
            "is check, but no source has 'seen: never'",
            "add the address of the official text with 'seen: never', or write listed or verified",
        )
