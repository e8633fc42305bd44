"""A document in its form, and files into a folder: each whole or not at all."""

from pathlib import Path
from typing import Literal

from procura_desktop.errors import ExportError
from procura_desktop.export.facts import Facts
from procura_desktop.export.paper import Paper
from procura_desktop.library.disk import write_whole
from procura_desktop.phrases import phrase

DocumentForm = Literal["docx", "odt", "html", "md", "txt"]
FORMS: tuple[DocumentForm, ...] = ("docx", "odt", "html", "md", "txt")
Existing = Literal["refuse", "replace", "number"]
_MOST_NUMBER = 999


def document_bytes(paper: Paper, form: DocumentForm, facts: Facts) -> bytes:
    """Write one paper in a format; the libraries for it are only loaded here.

    Raises:
        ExportError: the logo is no picture.
        ForeignFileError: the organisation's template is refused.
    """
    if form == "docx":
        from procura_desktop.export.docx import docx_bytes

        return docx_bytes(paper, facts)
    if form == "odt":
        from procura_desktop.export.odt import odt_bytes

        return odt_bytes(paper, facts)
    if form == "html":
        from procura_desktop.export.html import html_text

        return html_text(paper).encode()
    from procura_desktop.export.text import markdown_text, plain_text

    return (markdown_text if form == "md" else plain_text)(paper).encode()


def write_made(made: list[tuple[str, bytes]], to: Path, existing: Existing) -> tuple[Path, ...]:
    """Write files (name, content) into a folder; where one cannot be placed, none is written.

    Raises:
        ExportError: a file is there and `existing` refuses it, or nothing can be written there.
    """
    paths: list[Path] = []
    try:
        to.mkdir(parents=True, exist_ok=True)
        for name, _ in made:
            paths.append(_place(to / name, existing, tuple(paths)))
        for path, (_, data) in zip(paths, made, strict=True):
            write_whole(path, data)
    except OSError as error:
        failed = Path(error.filename) if isinstance(error.filename, str) else to
        raise ExportError(path=failed, detail=error.strerror or str(error)) from error
    return tuple(paths)


def _place(path: Path, existing: Existing, taken: tuple[Path, ...]) -> Path:
    """Give where a file goes.

    Raises:
        ExportError: it is there already, and that is refused.
    """
    if path not in taken and (existing == "replace" or not path.exists()):
        if path.is_dir():
            raise ExportError(
                path=path, detail=phrase("details", "a folder of this name is there; choose another place")
            )
        return path
    if existing == "refuse":
        raise ExportError(
            path=path,
            detail=phrase("details", "this file is there already; replace it, or choose another folder"),
        )
    for number in range(2, _MOST_NUMBER + 1):
        other = path.with_name(f"{path.stem} ({number}){path.suffix}")
        if other not in taken and not other.exists():
            return other
    raise ExportError(
        path=path, detail=phrase("details", "there are too many files of this name; choose another folder")
    )
