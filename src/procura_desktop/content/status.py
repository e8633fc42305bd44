"""How sure the content is, in numbers: the tables of docs/content-status.md, which nobody types by hand."""

from collections.abc import Iterable, Sequence
from typing import get_args

from procura_desktop.domain.kinds import Confidence, RecordKind
from procura_desktop.domain.records import Record

BEGIN, END = "<!-- status: begin -->", "<!-- status: end -->"
_MARKS: tuple[Confidence, ...] = get_args(Confidence)
_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)


def status_tables(records: Sequence[Record]) -> str:
    """Give two tables in Markdown: a row a product group, a row a kind of record."""
    groups = sorted(
        (record for record in records if record.group is not None),
        key=lambda record: (record.group.order if record.group else 0, record.title),
    )
    of_group = {
        group.id: [one for one in records if one.criterion is not None and one.criterion.group == group.id]
        for group in groups
    }
    by_group = [_row(group.title, of_group[group.id], slots=True) for group in groups]
    everything = [record for record in records if record.criterion is not None]
    elsewhere = [one for one in everything if one.criterion and one.criterion.group not in of_group]
    if elsewhere:
        by_group.append(_row("groups of another library", elsewhere, slots=True))
    by_kind = [_row(kind, [one for one in records if one.kind == kind]) for kind in _KINDS]
    return "\n".join(
        (
            _table(
                "Product group", "Criteria", [*by_group, _row("**all**", everything, slots=True)], slots=True
            ),
            "",
            _table("Kind of record", "Records", [*by_kind, _row("**all**", records)]),
        )
    )


def replace_status(document: str, tables: str) -> str:
    """Put the tables between the two marks of a document.

    Raises:
        ValueError: the document does not have the two marks, each once and in order.
    """
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or BEGIN in after or END in after:
        raise ValueError(f"the lines '{BEGIN}' and '{END}' must stand there once each")
    return f"{before}{BEGIN}\n\n{tables}\n\n{END}{after}"


def _table(first: str, counted: str, rows: Iterable[Sequence[str]], *, slots: bool = False) -> str:
    names = [first, counted, "verified", "listed", "to be checked"]
    names += ["figures to be checked"] if slots else []
    names += ["sources", "oldest review date"]
    lines = [names, ["---", *("---:" for _ in names[1:-1]), "---"], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _row(title: str, records: Sequence[Record], *, slots: bool = False) -> list[str]:
    marks = [sum(record.confidence == mark for record in records) for mark in _MARKS]
    sources = {source.url for record in records for source in record.sources if source.seen}
    figures = sum(
        not slot.checked for record in records if record.criterion for slot in record.criterion.slots
    )
    cells = [title, str(len(records)), *map(str, marks)]
    cells += [str(figures)] if slots else []
    return [*cells, str(len(sources)), min((record.review_by for record in records), default="–")]
