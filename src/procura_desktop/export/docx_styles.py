"""The styles of a DOCX document: ours where there are none, a template's where it has them."""

from itertools import count

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from procura_desktop.export.look import ACCENT, DOCX_FONT, LINE, SHADE, Look, locale_of

TABLE = "Procura Table"
_TABLE_ID = "ProcuraTable"
_UNUSED = (WD_STYLE_TYPE.TABLE, WD_STYLE_TYPE.LIST)


def put_styles(document: Document, looks: dict[str, Look], *, ours: bool) -> dict[str, str]:
    """Add the styles that are missing and give the ids of all by their names.

    Args:
        document: which may come of a template.
        looks: of the paragraph styles.
        ours: whether the styles that are there get our look, too.
    """
    if ours:
        _take_out_unused(document)
    # Word takes no notice of capitals in the names of its own styles.
    taken = {_folded(style.name) for style in document.styles if not isinstance(style, ParagraphStyle)}
    there = {_folded(style.name): style for style in document.styles if isinstance(style, ParagraphStyle)}
    for name, look in looks.items():
        key = _folded(name)
        if key in taken:  # by a style of characters or tables, which cannot be put on a paragraph
            there[key] = there["normal"]
        elif key not in there or ours:
            style = there[key] = there.get(key) or _added(document, name)
            _dress(style, look, base=None if name == "Normal" else there["normal"], font=ours)
    if not any(style.name == TABLE for style in document.styles):
        document.styles.element.append(parse_xml(_table_style(_free_id(document, _TABLE_ID))))
    return {**{name: str(there[_folded(name)].style_id) for name in looks}, TABLE: _table_id(document)}


def _folded(name: str | None) -> str:
    return (name or "").casefold()


def _free_id(document: Document, wanted: str) -> str:
    """Give an id that no style of the document has: in another language other styles may have ours."""
    there = {style.style_id for style in document.styles}
    numbered = (f"{wanted}{number}" for number in count(2))
    return wanted if wanted not in there else next(one for one in numbered if one not in there)


def _added(document: Document, name: str) -> ParagraphStyle:
    free = _free_id(document, name.replace(" ", ""))
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), free)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no paragraph style")
    return style


def _table_id(document: Document) -> str:
    return next(str(style.style_id) for style in document.styles if style.name == TABLE)


def _take_out_unused(document: Document) -> None:
    """Take the coloured tables and the rest of python-docx's own template out; nothing here uses them."""
    for style in list(document.styles):
        if style.type in _UNUSED and style.name not in {"Normal Table", "No List"}:
            style.delete()


def _dress(style: ParagraphStyle, look: Look, *, base: ParagraphStyle | None, font: bool) -> None:
    """Give a style its look; without `font` it has that of the template."""
    if base is not None:
        style.base_style = base
    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    letters, form = style.font, style.paragraph_format
    letters.size, letters.bold, letters.italic = Pt(look.size), look.bold, look.italic
    letters.color.rgb = RGBColor.from_string(look.colour)
    if font:
        letters.name = DOCX_FONT
        for script in ("w:cs", "w:eastAsia"):
            properties.rFonts.set(qn(script), DOCX_FONT)
    old = style.element.get_or_add_pPr()
    for child in list(old):
        if child.tag not in {qn("w:outlineLvl"), qn("w:tabs")}:
            old.remove(child)
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = look.line / 100
    form.keep_with_next = look.keep or None
    form.widow_control = True
    form.alignment = WD_ALIGN_PARAGRAPH.RIGHT if look.right else None
    form.keep_together = True if look.level else None
    style.hidden, style.quick_style = False, True


def set_compatibility(document: Document) -> None:
    """Say that the document is of Word 2013 or later, or Word opens it in its compatibility mode."""
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    made = parse_xml(
        f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    # The schema wants an order; these are the elements that follow.
    later = [
        qn(f"w:{name}")
        for name in (
            "docVars",
            "rsids",
            "attachedSchema",
            "themeFontLang",
            "clrSchemeMapping",
            "shapeDefaults",
            "decimalSymbol",
            "listSeparator",
        )
    ]
    after = [child for child in settings if child.tag in later or "math" in str(child.tag)]
    if after:
        after[0].addprevious(made)
    else:
        settings.append(made)


def set_language(document: Document, language: str) -> None:
    """Set the language of the text, for spelling and for screen readers."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is None:
        made = parse_xml(
            f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
        )
        document.styles.element.insert(0, made)
        defaults = made[0][0]
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    tag = "-".join(filter(None, locale_of(language)))
    defaults.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>'))


def _table_style(style_id: str) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 40), ("left", 100), ("bottom", 40), ("right", 100))
    )
    return (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{TABLE}"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{ACCENT}"/></w:rPr>'
        f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr></w:tblStylePr></w:style>'
    )
