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
from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress

OtherKind = Literal["answer-form", "matrix", "calendar", "eforms-table", "eforms-csv", "eforms-xml", "ocds"]
OutputKind = DocumentKind | OtherKind
OutputForm = DocumentForm | Literal["pdf"]
OTHER_KINDS: tuple[OtherKind, ...] = get_args(OtherKind)
ALL_OUTPUTS: tuple[OutputKind, ...] = (*ALL_KINDS, *OTHER_KINDS)
PdfWriter = Callable[[Paper], bytes]


# What each is called in the documents' language, and how its file name ends.
TITLES: dict[OtherKind, tuple[str, str]] = {
    "answer-form": ("Answer form of the tenderer", "xlsx"),
    "matrix": ("Evaluation matrix", "xlsx"),
    "calendar": ("Dates", "ics"),
    "eforms-table": ("eForms fields", "xlsx"),
    "eforms-csv": ("eForms fields", "csv"),
    "eforms-xml": ("eForms fields", "xml"),
    "ocds": ("Open contracting data", "json"),
}


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
        OcidPrefixError: open contracting data is asked for, and the facts have no prefix for it.
        ForeignFileError: the organisation's template is refused.
        Cancelled: nothing was written.
    """
    if form == "pdf" and pdf is None:
        raise ExportError(
            path=to, detail=phrase("details", "PDF is written by the window; take docx or odt here")
        )
    made: list[tuple[str, bytes]] = []
    for done, kind in enumerate(kinds):
        progress.advance(done, len(kinds))
        made.append(_made(procurement, kind, form, facts, pdf))
    progress.advance(len(kinds), len(kinds))
    return write_made(made, to, existing)


def _made(
    procurement: Procurement, kind: OutputKind, form: OutputForm, facts: Facts, pdf: PdfWriter | None
) -> tuple[str, bytes]:
    if (  # written out, since a type checker does not follow a look into a tuple
        kind == "answer-form"
        or kind == "matrix"
        or kind == "calendar"
        or kind == "eforms-table"
        or kind == "eforms-csv"
        or kind == "eforms-xml"
        or kind == "ocds"
    ):
        title, ending = TITLES[kind]
        desk = Desk(procurement, facts)
        return file_name(procurement.head.title, desk.say(title), ending=ending), _other(desk, kind)
    paper = paper_of(procurement, kind, facts)
    name = file_name(paper.subject, paper.title, ending=form)
    if form == "pdf":
        return name, pdf(paper) if pdf else b""
    return name, document_bytes(paper, form, facts)


def _other(desk: Desk, kind: OtherKind) -> bytes:
    """Make a table or a data file; the libraries for it are only loaded here."""
    if kind == "answer-form":
        from procura_desktop.export.answer_form import answer_form

        return answer_form(desk)
    if kind == "matrix":
        from procura_desktop.export.matrix import matrix

        return matrix(desk)
    if kind == "calendar":
        from procura_desktop.export.calendar import calendar

        return calendar(desk)
    if kind == "eforms-table":
        from procura_desktop.export.eforms_table import eforms_xlsx

        return eforms_xlsx(desk)
    if kind == "eforms-csv":
        from procura_desktop.export.eforms_table import eforms_csv

        return eforms_csv(desk)
    if kind == "eforms-xml":
        from procura_desktop.export.eforms_xml import eforms_xml

        return eforms_xml(desk)
    from procura_desktop.export.ocds import ocds

    return ocds(desk, prefix=desk.facts.ocid_prefix)
