"""The order in which lists show records.

Articles follow the steps of the work, product groups their own order, criteria their kind and code, all
others their title. It is found once, when a library is built, and kept as numbers. Kinds stand in the order
in which a search prefers them where nothing else tells, so that a search may stop early.
"""

import re
from collections.abc import Iterable

from procura_desktop.domain.kinds import RecordKind
from procura_desktop.domain.records import CriterionDetails, Record
from procura_desktop.library.words import name_key

STEPS = ("policy", "need", "market", "specification", "selection", "award", "contract", "monitoring", "")
KINDS: tuple[RecordKind, ...] = (
    "group", "term", "article", "label", "criterion", "case", "organisation", "event",
)  # fmt: skip
CRITERION_KINDS = ("SM", "SC", "TS", "AC", "CPC")

_Code = tuple[int | str, ...]
_Key = tuple[int | str | _Code, ...]
ListKey = tuple[int, _Key, str]
SetKey = tuple[int, str, _Key, str]


def list_key(record: Record) -> ListKey:
    """Give what lists of all kinds are sorted by."""
    return (KINDS.index(record.kind), _key(record), record.id)


def in_set_order(criteria: Iterable[Record], *, parts: tuple[str, ...]) -> list[Record]:
    """Sort the criteria of one group by part, kind and code; `parts` are in the order of the set."""
    return sorted(criteria, key=lambda record: set_key(record, parts=parts))


def set_key(record: Record, *, parts: tuple[str, ...]) -> SetKey:
    """Give what `in_set_order` sorts a criterion by."""
    criterion = _criterion(record)
    known = criterion.part in parts
    return (
        parts.index(criterion.part) if known else len(parts) if criterion.part else -1,
        "" if known else criterion.part,
        _criterion_key(criterion),
        record.id,
    )


def natural(code: str) -> _Code:
    """Give the key that sorts TS2 before TS10 and TS1.2 before TS1.10."""
    pieces = re.split(r"([0-9]+)", code)
    return tuple(int(piece) if index % 2 else piece.casefold() for index, piece in enumerate(pieces))


def _key(record: Record) -> _Key:
    title = name_key(record.title)
    if record.article is not None:
        return (STEPS.index(record.article.step), record.article.order, title)
    if record.group is not None:
        return (record.group.order, title)
    if record.criterion is not None:
        return (*_criterion_key(record.criterion), title)
    return (title,)


def _criterion_key(criterion: CriterionDetails) -> _Key:
    return (CRITERION_KINDS.index(criterion.kind), natural(criterion.code))


def _criterion(record: Record) -> CriterionDetails:
    if record.criterion is None:
        raise ValueError(f"{record.id} is no criterion")
    return record.criterion
