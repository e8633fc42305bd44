"""Everything that can leave a procurement: documents in a form that one chooses, tables, dates, open data."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, get_args

from procura_desktop.domain.procurement import Procurement
from procura_desktop.errors import ExportError
from procura_desktop.export.export import DocumentForm, Existing, document_bytes, write_made
from procura_desktop.export.facts import Facts
from procura_desktop.export.file_name import file_name
from procura_desktop.export.paper import Paper
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.papers.kinds import ALL_KINDS, DocumentKind, paper_of
from procura_desktop.progress import Progress

OtherKind = Literal["answer-form", "matrix"]
OutputKind = DocumentKind | OtherKind
OutputForm = DocumentForm | Literal["pdf"]
OTHER_KINDS: tuple[OtherKind, ...] = get_args(OtherKind)
ALL_OUTPUTS: tuple[OutputKind, ...] = (*ALL_KINDS, *OTHER_KINDS)
PdfWriter = Callable[[Paper], bytes]


def output_titles(procurement: Procurement, facts: Facts) -> dict[OtherKind, str]:
    """Name the tables in the language of the documents."""
    say = Desk(procurement, facts).say
    return {"answer-form": say("Answer form of the tenderer"), "matrix": say("Evaluation matrix")}


def write_outputs(
    procurement: Procurement,
    *,
    kinds: Sequence[OutputKind],
    form: OutputForm,
    to: Path,
    facts: Facts,
    progress: Progress,
    existing: Existing = "refuse",
    pdf: PdfWriter | None = None,
) -> tuple[Path, ...]:
    """Make what is asked for, then write it all, advancing in files; `form` is that of the documents.

    Raises:
        ExportError: a file is there and `existing` refuses it, nothing can be written there, or PDF is asked
            for where nothing can write it.
        ForeignFileError: the organisation's template is refused.
        Cancelled: nothing was written.
    """
    if form == "pdf" and pdf is None:
        raise ExportError(path=to, detail="PDF is written by the window; take docx or odt here")
    made: list[tuple[str, bytes]] = []
    for done, kind in enumerate(kinds):
        progress.advance(done, len(kinds))
        made.append(_made(procurement, kind, form, facts, pdf))
    progress.advance(len(kinds), len(kinds))
    return write_made(made, to, existing)


def _made(
    procurement: Procurement, kind: OutputKind, form: OutputForm, facts: Facts, pdf: PdfWriter | None
) -> tuple[str, bytes]:
    if kind == "answer-form" or kind == "matrix":
        title = output_titles(procurement, facts)[kind]
        return file_name(procurement.head.title, title, ending="xlsx"), _table(Desk(procurement, facts), kind)
    paper = paper_of(procurement, kind, facts)
    name = file_name(paper.subject, paper.title, ending=form)
    if form == "pdf":
        return name, pdf(paper) if pdf else b""
    return name, document_bytes(paper, form, facts)


def _table(desk: Desk, kind: OtherKind) -> bytes:
    if kind == "answer-form":
        from procura_desktop.export.answer_form import answer_form

        return answer_form(desk)
    from procura_desktop.export.matrix import matrix

    return matrix(desk)
