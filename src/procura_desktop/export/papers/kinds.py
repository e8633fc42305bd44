"""Which documents there are, and how each is written."""

from collections.abc import Callable
from typing import Literal

from procura_desktop.domain.procurement import Procurement
from procura_desktop.export.characters import all_printable
from procura_desktop.export.facts import Facts
from procura_desktop.export.paper import Paper
from procura_desktop.export.papers.answers import answers
from procura_desktop.export.papers.contract import contract
from procura_desktop.export.papers.criteria import criteria
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.papers.evaluation import evaluation
from procura_desktop.export.papers.file_note import file_note
from procura_desktop.export.papers.follow_up import follow_up
from procura_desktop.export.papers.specification import specification

DocumentKind = Literal[
    "specification", "criteria", "contract", "answers", "evaluation", "follow-up", "file-note"
]

WRITERS: dict[DocumentKind, Callable[[Desk], Paper]] = {
    "specification": specification,
    "criteria": criteria,
    "contract": contract,
    "answers": answers,
    "evaluation": evaluation,
    "follow-up": follow_up,
    "file-note": file_note,
}
ALL_KINDS: tuple[DocumentKind, ...] = tuple(WRITERS)


def paper_of(procurement: Procurement, kind: DocumentKind, facts: Facts) -> Paper:
    """Write one document of a procurement."""
    return all_printable(WRITERS[kind](Desk(procurement, facts)))
