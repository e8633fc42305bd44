"""The commands that read the library: search and show."""

import json
from collections.abc import Iterator
from contextlib import closing

import msgspec

from procura_desktop.cli.arguments import Arguments, UsageError
from procura_desktop.cli.libraries import open_books
from procura_desktop.cli.output import write
from procura_desktop.domain.addresses import SCHEME, parse_address
from procura_desktop.domain.records import Record
from procura_desktop.library.books import Books
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.library.query import parse_query
from procura_desktop.library.read import Brief
from procura_desktop.library.search import Hit, Results
from procura_desktop.settings.folders import folders


def search(arguments: Arguments) -> int:
    """Print the records that were found; give the exit code."""
    with closing(open_books(folders(arguments.data_dir, policy=arguments.policy))) as library:
        groups = tuple(_known_group(library, group) for group in arguments.groups)
        query = parse_query(" ".join(arguments.operands), kinds=arguments.kinds, groups=groups)
        results = library.search(query, limit=arguments.limit)
        briefs = [library.brief(hit.id) for hit in results.hits]
        snippet_of = library.snippets(query, results.marked)
        snippets = [snippet_of(hit.number).text for hit in results.hits]
        infos = [library.info_of(hit.id) for hit in results.hits]
    if arguments.json:
        hits = list(map(_hit_fields, results.hits, snippets, infos))
        found = {"total": results.total, "corrected": results.corrected, "nearest": results.nearest}
        write(json.dumps({**found, "results": hits}, indent=2))
    elif results.hits:
        write("\n\n".join((_introduction(results), *map(_hit_text, results.hits, briefs, snippets, infos))))
    else:
        write("Nothing found; try fewer or other words.")
    return 0


def _introduction(results: Results) -> str:
    """Say what was looked for, how much was found, and whether that is only near."""
    instead = f"Results for: {results.corrected}\n" if results.corrected else ""
    if not results.nearest:
        return f"{instead}{len(results.hits)} of {results.total} results"
    missing = {
        "words": "Nothing has all of these words. Nearest:",
        "filters": "Nothing has these words and passes the filters. Nearest, without the filters:",
        "spelling": "Nothing has these words. Nearest, with words that look alike:",
    }
    return instead + missing[results.nearest]


def _known_group(library: Books, name: str) -> str:
    """Give the id of a product group by its id or by what follows ``groups/``."""
    groups = [brief.id for brief in library.briefs(kind="group")]
    group = name if name.startswith("groups/") else f"groups/{name}"
    if group not in groups:
        names = ", ".join(group.removeprefix("groups/") for group in groups)
        raise UsageError(f"there is no product group {name!r}; there are {names or 'none'}")
    return group


def _hit_fields(hit: Hit, snippet: str, info: LibraryInfo) -> dict[str, str | float]:
    return {
        "id": hit.id,
        "kind": hit.kind,
        "title": hit.title,
        "group": hit.group,
        **_origin_fields(info),
        "snippet": snippet,
        "score": round(hit.score, 4),
    }


def _origin_fields(info: LibraryInfo) -> dict[str, str]:
    """Give whose a record is; a publisher of "" is not named."""
    return {"library": info.name, "edition": info.version, "publisher": info.publisher}


def _origin_text(info: LibraryInfo) -> str:
    whose = f"published by {info.publisher}" if info.publisher else "publisher not named"
    return f"library {info.name}, edition {info.version}, {whose}"


def _hit_text(hit: Hit, brief: Brief | None, snippet: str, info: LibraryInfo) -> str:
    confidence = f"confidence: {brief.confidence}" if brief else ""
    facts = ", ".join(filter(None, (hit.kind, hit.detail, hit.group_title, confidence)))
    return f"{hit.title} ({facts})\n  {hit.id} ({_origin_text(info)})\n  {snippet}"


def show(arguments: Arguments) -> int:
    """Print one record; give the exit code."""
    with closing(open_books(folders(arguments.data_dir, policy=arguments.policy))) as library:
        record = library.record(_record_id(library, arguments.operands[0]))
        info = library.info_of(record.id)
    if arguments.json:
        fields = msgspec.to_builtins(record) | _origin_fields(info)
        write(json.dumps(fields, indent=2, sort_keys=True))
    else:
        write("\n".join(_record_lines(record, info)))
    return 0


def _record_id(library: Books, text: str) -> str:
    if not text.startswith(SCHEME):
        return text.strip().partition("#")[0]
    address = parse_address(text)
    if address.library == library.info.name:
        return address.record_id
    record_id = f"{address.library}/{address.record_id}"
    if library.info_of(record_id).name != address.library:
        raise UsageError(f"the library here is {library.info.name!r}, not {address.library!r}")
    return record_id


def _record_lines(record: Record, info: LibraryInfo) -> Iterator[str]:
    yield record.title
    yield "=" * len(record.title)
    yield f"{record.id} ({record.kind}), updated {record.updated}"
    yield f"From the {_origin_text(info)}"
    yield f"Confidence: {record.confidence}. {record.confidence_note}".strip()
    yield f"\n{record.summary}"
    if record.text:
        yield f"\n{record.text}"
    for source in record.sources:
        seen = f"read on {source.seen}" if source.seen else "to be checked"
        yield f"\nSource: {source.title}, {source.publisher} ({seen})\n  {source.url}"
