"""The document that an organisation's DOCX template gives: its styles, headers and page, and no words."""

import io
from pathlib import Path

import docx
from docx.document import Document

from procura_desktop.errors import ForeignFileError
from procura_desktop.export.docx_sections import clear_to_one_section
from procura_desktop.markup.office_file import read_office_file
from procura_desktop.phrases import phrase


def of_docx_template(path: Path) -> Document:
    """Give an empty document in the look of a template.

    Raises:
        ForeignFileError: it is refused.
    """
    data = read_office_file(path, form="docx")
    try:
        document = docx.Document(io.BytesIO(data))
        clear_to_one_section(document)
        _ = document.styles, document.settings
    except (LookupError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        raise ForeignFileError(
            path=path, detail=phrase("details", "it is no sound DOCX file ({error})").of(error=error)
        ) from error
    return document
