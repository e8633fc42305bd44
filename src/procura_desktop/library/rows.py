"""What a record becomes in the tables of a library file."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict

from procura_desktop.domain.records import Asset, Record
from procura_desktop.library.entries import asset_line
from procura_desktop.library.pack import record_hash
from procura_desktop.library.stems import stem
from procura_desktop.library.words import folded_words

Row = dict[str, str | int | bytes]

_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_RECORD_LINK = re.compile(r"""href=["']procura:([a-z0-9/-]+)""")


def record_row(record: Record, *, line: bytes, number: int, group_titles: Mapping[str, str]) -> Row:
    """Give the row of ``record``; `line` is its canonical form.

    A record is also found by the titles of its product groups, so `group_titles` gives them by id.
    """
    return {
        "number": number,
        "id": record.id,
        "kind": record.kind,
        "language": record.language,
        "title": record.title,
        "summary": record.summary,
        "version": record.version,
        "updated": record.updated,
        "review_by": record.review_by,
        "confidence": record.confidence,
        "confidence_note": record.confidence_note,
        "section": _section(record),
        "step": record.article.step if record.article else "",
        "detail": _detail(record),
        "product_groups": " ".join(groups_of(record)),
        "keywords": "\n".join(dict.fromkeys(_keywords(record, group_titles))),
        "hash": record_hash(line),
        "details": "\n".join(_details(record)),
        "json": line.decode(),
    }


def body(text: str, details: str) -> str:
    """Give the text of a record as it is searched, of its plain text and the column ``details``."""
    return "\n".join(filter(None, (text, details)))


def groups_of(record: Record) -> tuple[str, ...]:
    """Give the product groups a record belongs to; a criterion's own comes first."""
    own = (record.criterion.group,) if record.criterion else ()
    return tuple(dict.fromkeys((*own, *record.product_groups)))


# The tables with some rows for a record, with the key by which each is found.
DETAILS = {
    "record_group": ("group_id", "record_id"),
    "record_source": ("record_id", "position"),
    "record_name": ("name", "record_id"),
    "link": ("to_id", "from_id", "reason"),
    "cpv": ("code", "record_id"),
}


def detail_rows(record: Record, *, stem_of: Callable[[str], str] = stem) -> Iterator[tuple[str, Row]]:
    """Give all rows of the tables of `DETAILS`, with the table of each."""
    yield from (("record_group", row) for row in group_rows(record))
    yield from (("record_source", row) for row in source_rows(record))
    yield from (("record_name", row) for row in name_rows(record, stem_of=stem_of))
    yield from (("link", row) for row in link_rows(record))
    yield from (("cpv", row) for row in cpv_rows(record))


def group_rows(record: Record) -> Iterator[Row]:
    """Give the rows of ``record_group``."""
    for position, group in enumerate(groups_of(record)):
        yield {"record_id": record.id, "group_id": group, "position": position}


def facet_row(record: Record, *, number: int, title: str) -> Row:
    """Give the row of ``facet``; `title` is in stems."""
    own = (record.id,) if record.group else ()
    groups = " ".join(dict.fromkeys((*own, *groups_of(record))))
    return {
        "number": number,
        "kind": record.kind,
        "updated": record.updated,
        "product_groups": groups,
        "title": title,
    }


def asset_row(asset: Asset) -> Row:
    """Give the row of ``asset``."""
    return {
        "path": asset.path,
        "media_type": asset.media_type,
        "hash": record_hash(asset_line(asset)),
        "data": asset.data,
    }


def synonym_row(words: Sequence[str], position: int) -> Row:
    """Give the row of ``synonym``."""
    return {"position": position, "words": json.dumps(words, ensure_ascii=False)}


def words_of(text: str) -> tuple[str, ...]:
    """Read the words of a row of ``synonym``."""
    return tuple(map(str, json.loads(text)))


def source_rows(record: Record) -> Iterator[Row]:
    """Give the rows of ``record_source``."""
    for position, source in enumerate(record.sources):
        yield {"record_id": record.id, "position": position, **asdict(source)}


def name_rows(record: Record, *, stem_of: Callable[[str], str] = stem) -> Iterator[Row]:
    """Give the rows of ``record_name``; `stem_of` gives the stem of a folded word."""
    names: tuple[str, ...] = ()
    if record.group:
        translated = (form for translation in record.group.translations for form in translation.forms)
        names = (record.title, *translated)
    elif record.term:
        translated = (form for translation in record.term.translations for form in translation.forms)
        names = (record.title, record.term.abbreviation, *record.term.also, *translated)
    elif record.criterion:
        names = (record.criterion.code, *(level.code for level in record.criterion.levels))
    elif record.label or record.organisation or record.event:
        names = (record.title, _IN_BRACKETS.sub("", record.title))
    keys = {" ".join(map(stem_of, folded_words(name))) for name in names}
    for name in sorted(keys - {""}):
        yield {"name": name, "record_id": record.id}


def link_rows(record: Record) -> Iterator[Row]:
    """Give the rows of ``link``."""
    for to_id, reason in sorted(set(_links(record))):
        if to_id != record.id:
            yield {"to_id": to_id, "from_id": record.id, "reason": reason}


def criterion_row(record: Record, *, position: int) -> Row:
    """Give the row of ``criterion`` of a record of that kind."""
    criterion = record.criterion
    if criterion is None:
        raise ValueError(f"{record.id} is no criterion")
    return {
        "record_id": record.id,
        "group_id": criterion.group,
        "part": criterion.part,
        "position": position,
        "code": criterion.code,
        "kind": criterion.kind,
        "origin": criterion.origin,
        "levels": ", ".join(level.name for level in criterion.levels),
        "market_maturity": criterion.market_maturity,
        "burden": criterion.burden.level,
        "hotspot_stage": criterion.hotspot_stage,
        "hotspot_impact": criterion.hotspot_impact,
    }


def cpv_rows(record: Record) -> Iterator[Row]:
    """Give the rows of ``cpv``."""
    for code in dict.fromkeys(cpv_of(record)):
        yield {"code": code, "record_id": record.id}


def _section(record: Record) -> str:
    if record.article:
        return record.article.section
    return record.criterion.part if record.criterion else ""


def _detail(record: Record) -> str:
    if record.criterion:
        levels = ", ".join(level.name for level in record.criterion.levels)
        code = record.criterion.code if record.criterion.code_checked else ""
        return " · ".join(filter(None, (code, levels)))
    if record.case:
        return " · ".join(filter(None, (record.case.country, record.case.years)))
    if record.label:
        return record.label.type
    return record.term.abbreviation if record.term else ""


def cpv_of(record: Record) -> tuple[str, ...]:
    """Give the CPV codes that a record names."""
    if record.group:
        return record.group.cpv
    return record.criterion.cpv if record.criterion else ()


def _keywords(record: Record, group_titles: Mapping[str, str]) -> Iterator[str]:
    yield from record.keywords
    yield from (group_titles[group] for group in groups_of(record) if group in group_titles)
    yield from cpv_of(record)
    if record.criterion:
        yield record.criterion.code
        yield from (level.code for level in record.criterion.levels if level.code)
    if record.term:
        yield from filter(None, (record.term.abbreviation, *record.term.also))
        for translation in record.term.translations:
            yield from translation.forms
    if record.group:
        for translation in record.group.translations:
            yield from translation.forms


def _details(record: Record) -> Iterator[str]:
    """Give what a person reads in the details of the kind and the text may not say."""
    for line in filter(None, _detail_lines(record)):
        if line not in record.text and line != record.summary:
            yield line


def _detail_lines(record: Record) -> Iterator[str]:
    if record.group:
        if record.group.official_document is not None:
            yield record.group.official_document.title
            yield record.group.official_document.number
        yield from (hotspot.note for hotspot in record.group.hotspots)
        yield from record.group.cost_drivers
    elif record.article and record.article.section == "law":
        yield from (source.title for source in record.sources)  # a law is looked for by its number
    elif record.case:
        yield from (record.case.organisation, record.case.region, record.case.procedure)
        yield from (result.what for result in record.case.results)
        yield from (*record.case.lessons, *record.case.awards)
    elif record.term:
        yield record.term.definition
    elif record.label:
        yield from (record.label.scope, record.label.owner)
    elif record.organisation:
        yield from (record.organisation.run_by, *record.organisation.offers)
    elif record.event:
        yield from (record.event.run_by, record.event.place, record.event.when, *record.event.offers)


def _links(record: Record) -> Iterator[tuple[str, str]]:
    yield from ((to_id, "see_also") for to_id in record.see_also)
    for html in _html_fields(record):
        yield from ((to_id, "text") for to_id in _RECORD_LINK.findall(html))
    if record.criterion:
        yield from ((to_id, "label") for to_id in record.criterion.labels)
        yield from ((to_id, "conflict") for to_id in record.criterion.conflicts_with)
    if record.group:
        yield from ((to_id, "criterion") for to_id in record.group.top_criteria)
    if record.case:
        used = (used for used in record.case.criteria_used if used.startswith("criteria/"))
        yield from ((to_id, "criterion") for to_id in used)


def _html_fields(record: Record) -> Iterator[str]:
    yield record.html
    if record.criterion:
        criterion = record.criterion
        yield from (level.requirement_html for level in criterion.levels)
        yield from (criterion.proof_tender_html, criterion.proof_contract_html, criterion.rationale_html)
        yield from (criterion.points_html, criterion.note_html)
