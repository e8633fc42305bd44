"""The master pages of a template: on which one its first page stands, and which follow it.

In OpenDocument 1.3, part 3, a paragraph or table begins on a master page that its style names
(style:master-page-name, 19.501), and what follows stands on the master page that this one names as the next
(style:next-style-name, 19.513), as a letter has its letterhead on the first page only.
"""

from odfdo import Document, Element

from procura_desktop.export.odt_styles import automatic_styles, element_of, office_styles
from procura_desktop.phrases import phrase

STANDARD = "Standard"  # on which word processors begin where nothing is said
_FIRST_STYLE = "first_block"
_BLOCKS = {"text:p": "paragraph", "text:h": "paragraph", "table:table": "table"}
# In these a text begins; what else may stand in front, such as declarations, is none.
_AROUND = frozenset(
    f"text:{name}"
    for name in (
        "list",
        "list-header",
        "list-item",
        "numbered-paragraph",
        "section",
        "index-body",
        "index-title",
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    )
)


def master_of_first_page(document: Document) -> str:
    """Give the name of the master page on which a document begins.

    Raises:
        ValueError: it has no master page, or no styles.
    """
    names = [_name(master) for master in document.styles.root.get_elements("//style:master-page")]
    if not names:
        raise ValueError(phrase("details", "it has no page style"))
    told = _told(document, _first_block(document.body))
    if told in names:
        return told
    return STANDARD if STANDARD in names else names[0]


def begin_on(document: Document, master: str) -> None:
    """Let the first block of a document stand on a master page.

    Args:
        document: its automatic styles have none of the name "first_block".
        master: may be that of a style which the block has anyway.
    """
    block = _first_block(document.body)
    if block is None or (_told(document, block) or STANDARD) == master:
        return
    family, attribute = _BLOCKS[block.tag], _style_attribute(block)
    name = str(block.get_attribute(attribute))
    automatic = automatic_styles(document)
    old = _style(automatic, family, name)
    if old is not None:
        style = old.clone
    else:
        style = element_of(f'<style:style style:family="{family}"/>')
        style.set_attribute("style:parent-style-name", name)
    style.set_attribute("style:name", _FIRST_STYLE)
    style.set_attribute("style:master-page-name", master)
    automatic.append(style)
    block.set_attribute(attribute, _FIRST_STYLE)


def masters_from(document: Document, first: str) -> list[Element]:
    """Give the master pages of a document in the order of its pages: the first, and each next one once."""
    there = {_name(master): master for master in document.styles.root.get_elements("//style:master-page")}
    found: dict[str, Element] = {}
    name = first
    while name in there and name not in found:
        found[name] = there[name]
        name = str(there[name].get_attribute("style:next-style-name") or name)
    return list(found.values())


def layout_of(document: Document, master: Element) -> Element | None:
    """Give the layout of a master page, if it is there."""
    name = master.get_attribute("style:page-layout-name")
    for layout in document.styles.root.get_elements("//style:page-layout"):
        if _name(layout) == name:
            return layout
    return None


def straighten(document: Document, masters: list[Element]) -> None:
    """Take out of the layouts of master pages what would not fit what we write.

    Our tables are made for the width of the page, so columns go, and so does a number that pages count from.
    """
    for master in masters:
        layout = layout_of(document, master)
        for properties in layout.get_elements("style:page-layout-properties") if layout is not None else ():
            if properties.get_attribute("style:first-page-number") is not None:
                properties.del_attribute("style:first-page-number")
            for columns in properties.get_elements("style:columns"):
                columns.delete()


def _name(element: Element) -> str:
    return str(element.get_attribute("style:name"))


def _first_block(around: Element) -> Element | None:
    """Give the paragraph, heading or table that an element begins with."""
    for child in around.children:
        if child.tag in _BLOCKS:
            return child
        if child.tag in _AROUND and (found := _first_block(child)) is not None:
            return found
    return None


def _style_attribute(block: Element) -> str:
    return f"{block.tag.partition(':')[0]}:style-name"


def _told(document: Document, block: Element | None) -> str:
    """Give the master page that the style of a block names, or one that this style comes of; "" is none."""
    if block is None:
        return ""
    places = (automatic_styles(document), office_styles(document))
    family, seen = _BLOCKS[block.tag], set[str]()
    name = block.get_attribute(_style_attribute(block))
    while name and str(name) not in seen:
        seen.add(str(name))
        found = (_style(place, family, str(name)) for place in places)
        style = next((one for one in found if one is not None), None)
        if style is None:
            return ""
        master = style.get_attribute("style:master-page-name")
        if master is not None:
            return str(master)
        name = style.get_attribute("style:parent-style-name")
    return ""


def _style(place: Element, family: str, name: str) -> Element | None:
    for style in place.children:
        if _name(style) == name and style.get_attribute("style:family") == family:
            return style
    return None
