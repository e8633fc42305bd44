"""The document that an organisation's DOCX template gives: its styles, headers and page, and no words."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document

from procura_desktop.errors import ForeignFileError
from procura_desktop.export.docx_remains import leave_behind
from procura_desktop.export.docx_sections import clear_to_one_section
from procura_desktop.markup.office_file import TEMPLATE_TYPES, TYPES, read_office_file
from procura_desktop.markup.office_relations import is_strict
from procura_desktop.phrases import phrase

_CONTENT_TYPES = "[Content_Types].xml"


@contextmanager
def faults_told(template: Path | None) -> Iterator[None]:
    """Say of a template that it is unsound where python-docx stumbles over what is in it.

    It reads values only when they are asked for: so that may be long after a template was opened.

    Raises:
        ForeignFileError: it stumbled. Without a template that is our own fault, and stays what it is.
    """
    try:
        yield
    except (LookupError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        if template is None:
            raise
        raise ForeignFileError(
            path=template, detail=phrase("details", "it is no sound DOCX file ({error})").of(error=error)
        ) from error


def of_docx_template(path: Path) -> Document:
    """Give an empty document in the look of a template.

    Raises:
        ForeignFileError: it is refused.
    """
    data = read_office_file(path, form="docx", template=True)
    with faults_told(path):
        document = docx.Document(io.BytesIO(_as_document(path, data)))
        clear_to_one_section(document)
        leave_behind(document)
    return document


def _as_document(path: Path, data: bytes) -> bytes:
    """Give a file whose main part is that of a document, also of what was saved as a template (.dotx).

    Raises:
        ForeignFileError: it is of the strict kind, which python-docx does not know.
    """
    with ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if is_strict(parts):
        detail = phrase("details", "it is a Strict Open XML document; save it as an ordinary Word document")
        raise ForeignFileError(path=path, detail=detail)
    file = io.BytesIO()
    with ZipFile(file, "w") as package:
        for name, part in parts.items():
            told = part.replace(TEMPLATE_TYPES["docx"], TYPES["docx"]) if name == _CONTENT_TYPES else part
            package.writestr(name, told)
    return file.getvalue()
