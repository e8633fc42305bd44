"""What the document of a record needs to know of its library."""

import re

from procura_desktop.domain.records import Record
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.reader.document import DocumentContext
from procura_desktop.library.books import Books

_LINKED = re.compile(r'href="procura:([^"#]+)')


def context_of(record: Record, library: Books, origins: Origins) -> DocumentContext:
    """Read the titles of what a record names, what links to it, the glossary, and whose it is."""
    wanted = {*record.see_also, *record.product_groups, *_LINKED.findall(record.html)}
    if record.criterion:
        wanted |= {record.criterion.group, *record.criterion.labels, *record.criterion.conflicts_with}
    if record.case:
        wanted |= {used for used in record.case.criteria_used if used.startswith("criteria/")}
    if record.group:
        wanted |= set(record.group.top_criteria)
    info = library.info_of(record.id)
    return DocumentContext(
        library=info.name,
        title_of=library.titles(wanted),
        linking_to=library.linking_to(record.id),
        glossary=library.glossary(),
        release=info.version,
        publisher=info.publisher,
        origin_of=lambda name: origins.sentence(origins.name_of(name)),
    )
