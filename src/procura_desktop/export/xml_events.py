"""XML of a document that was looked at before, handed on element by element, so that no tree is built."""

from collections.abc import Callable
from xml.parsers import expat

Attributes = dict[str, str]


def read_xml(
    part: bytes,
    *,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Hand each element and text of a part to the callbacks; names are "NAMESPACE NAME".

    The part comes from `markup.office_file`, which refuses document types, entities and unsound XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.Parse(part, True)
