"""The document that an organisation's ODT template gives: its styles, headers and pages, and no words.

Documents go to tenderers. So pictures and objects that only the body of the template had, where the template
lies, a signature that no longer holds, the printer of whoever made it and the like stay behind.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

from odfdo import Document, XmlPart
from odfdo.security import SecurityError

from procura_desktop.errors import ForeignFileError
from procura_desktop.export.odt_masters import master_of_first_page
from procura_desktop.export.odt_styles import MIMETYPE, automatic_styles
from procura_desktop.markup.office_file import read_office_file
from procura_desktop.phrases import phrase

_PARTS = frozenset(
    {"mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml"}
)
# What a field in a header shows may be declared in the body (ODF 1.3, part 3, 7.4).
_DECLARED = frozenset({"text:variable-decls", "text:sequence-decls", "text:user-field-decls"})
_META = (
    "meta:template",
    "meta:auto-reload",
    "meta:hyperlink-behaviour",
    "meta:document-statistic",
    "meta:editing-duration",
    "meta:print-date",
    "meta:printed-by",
    "meta:keyword",
)
# What LibreOffice keeps of a file beside its look: a lock against changes, a printer, a database.
_SETTINGS = frozenset(
    {
        "LoadReadonly",
        "RedlineProtectionKey",
        "PrinterName",
        "PrinterSetup",
        "PrintFaxName",
        "CurrentDatabaseDataSource",
        "CurrentDatabaseCommand",
        "CurrentDatabaseCommandType",
    }
)


@contextmanager
def faults_told(template: Path | None) -> Iterator[None]:
    """Say of a template that it is unsound where odfdo stumbles over what is in it.

    Raises:
        ForeignFileError: it stumbled. Without a template that is our own fault, and stays what it is.
    """
    try:
        yield
    except (SecurityError, SyntaxError, ValueError, LookupError, TypeError, AttributeError) as error:
        if template is None:
            raise
        raise ForeignFileError(
            path=template, detail=phrase("details", "it is no sound ODT file ({error})").of(error=error)
        ) from error


def of_odt_template(path: Path) -> tuple[Document, str]:
    """Give an empty document in the look of a template, and the master page that it begins on.

    Raises:
        ForeignFileError: it is refused.
    """
    data = read_office_file(path, form="odt", template=True)
    with faults_told(path):
        document = Document(io.BytesIO(data))
        document.mimetype = MIMETYPE  # also of what was saved as a template (.ott)
        document.manifest.set_media_type("/", MIMETYPE)
        master = master_of_first_page(document)
        _clear(document)
        _leave_behind(document)
    return document, master


def _clear(document: Document) -> None:
    body = document.body
    declared = [child for child in body.children if child.tag in _DECLARED]
    body.clear()
    for child in declared:
        body.append(child)
    automatic_styles(document).clear()  # of the words that went; ours have names of their own


def _leave_behind(document: Document) -> None:
    for name in _META:
        for element in document.meta.get_elements(f"//{name}"):
            element.delete()
    settings = document.get_part("settings.xml") if "settings.xml" in document.get_parts() else None
    if isinstance(settings, XmlPart):
        for element in settings.get_elements("//config:config-item"):
            if element.get_attribute("config:name") in _SETTINGS:
                element.delete()
    named = {
        unquote(str(address)).removeprefix("./")
        for part in (document.content, document.styles)
        for address in part.root.xpath("//@xlink:href")
    }
    for name in document.get_parts():
        if not _stays(name, named):
            document.del_part(name)
    for name in document.manifest.get_paths():
        if name != "/" and not _stays(name, named):
            document.manifest.del_full_path(name)


def _stays(name: str, named: set[str]) -> bool:
    """Say whether a part is one that every document has, or is named in what is left, or in such a one."""
    return name in _PARTS or name in named or any(name.startswith(f"{one}/") for one in named if one)
