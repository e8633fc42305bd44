"""The document that an organisation's ODT template gives: its styles, headers and pages, and no words."""

import io
from pathlib import Path

from odfdo import Document
from odfdo.security import SecurityError

from procura_desktop.errors import ForeignFileError
from procura_desktop.export.odt_masters import master_of_first_page
from procura_desktop.export.odt_styles import automatic_styles
from procura_desktop.markup.office_file import read_office_file
from procura_desktop.phrases import phrase


def of_odt_template(path: Path) -> tuple[Document, str]:
    """Give an empty document in the look of a template, and the master page that it begins on.

    Raises:
        ForeignFileError: it is refused.
    """
    data = read_office_file(path, form="odt")
    try:
        document = Document(io.BytesIO(data))
        master = master_of_first_page(document)
        document.body.clear()
        automatic_styles(document).clear()  # of the words that went; ours have names of their own
    except (SecurityError, SyntaxError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ForeignFileError(
            path=path, detail=phrase("details", "it is no sound ODT file ({error})").of(error=error)
        ) from error
    return document, master
