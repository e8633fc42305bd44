"""The style sheet of a document, for one table of colours and one size of text."""

from procura_desktop.gui.theme import Colours
from procura_desktop.markup.clean import CALLOUTS

LINE_HEIGHT = 110  # per cent of Noto Sans's own 1.36 em: lines stand 1.5 em apart
LINE_EM = 1.5
_SHEET = """
body {{ color: {c.text}; }}
p, li, td, th, div, pre, blockquote, dt, dd {{ line-height: {line_height}%; }}
p {{ margin-top: 0; margin-bottom: {gap}px; }}
ul, ol {{ margin-top: 0; margin-bottom: {gap}px; }}
li {{ margin-bottom: {tiny}px; }}
h1 {{ font-size: {h1}px; font-weight: 700; margin-top: 0; margin-bottom: {half}px; }}
h2 {{ font-size: {h2}px; font-weight: 700; margin-top: {wide}px; margin-bottom: {half}px; }}
h3 {{ font-size: {h3}px; font-weight: 700; margin-top: {room}px; margin-bottom: {tiny}px; }}
h4 {{ font-size: {size}px; font-weight: 700; margin-top: {gap}px; margin-bottom: {tiny}px; }}
a {{ color: {c.link}; text-decoration: underline; }}
a.term {{ color: {c.text}; text-decoration: underline; }}
p.crumbs {{ color: {c.muted}; font-size: {small}px; margin-bottom: {half}px; }}
p.crumbs a {{ color: {c.muted}; text-decoration: underline; }}
p.meta {{ color: {c.muted}; font-size: {small}px; margin-bottom: {tiny}px; }}
table.trust {{ margin-top: {half}px; margin-bottom: {room}px; }}
td.trust {{ padding: {half}px {gap}px {half}px {gap}px; }}
p.confidence {{ font-size: {small}px; margin-bottom: 0; }}
td.on-verified {{ background-color: {c.tip_soft}; }}
td.bar-verified {{ background-color: {c.good}; }}
td.on-listed {{ background-color: {c.example_soft}; }}
td.bar-listed {{ background-color: {c.control}; }}
td.on-check {{ background-color: {c.warning_soft}; }}
td.bar-check {{ background-color: {c.warning}; }}
p.lead {{ font-size: {lead}px; margin-bottom: {room}px; }}
p.muted, .muted {{ color: {c.muted}; }}
p.small {{ color: {c.muted}; font-size: {small}px; }}
.caption {{ color: {c.muted}; font-size: {small}px; }}
.verified {{ color: {c.good}; font-weight: 700; }}
.listed {{ color: {c.text}; font-weight: 700; }}
.check {{ color: {c.warning}; font-weight: 700; }}
.slot {{ background-color: {c.accent_soft}; font-weight: 700; }}
.unchecked {{ background-color: {c.warning_soft}; font-weight: 700; }}
.flag {{ color: {c.warning}; font-size: {small}px; font-weight: 700; }}
hr {{ background-color: {c.line}; }}
.new {{ background-color: {c.tip_soft}; text-decoration: underline; }}
.gone {{ background-color: {c.warning_soft}; text-decoration: line-through; }}
mark {{ background-color: {c.mark}; }}
code, kbd {{ background-color: {c.example_soft}; }}
pre {{ background-color: {c.example_soft}; margin-top: 0; margin-bottom: {gap}px; }}
blockquote {{ color: {c.muted}; margin-left: {room}px; margin-right: 0; margin-top: 0; }}
table.callout {{ margin-top: {gap}px; margin-bottom: {gap}px; }}
table.callout p, table.callout ul, table.callout ol {{ margin-bottom: {half}px; }}
td.soft {{ padding: {half}px {gap}px {tiny}px {gap}px; }}
p.callout-title {{ font-weight: 700; }}
table.grid, table.levels {{ border-collapse: collapse; margin-top: {half}px; margin-bottom: {gap}px; }}
table.grid td, table.levels td {{ border-bottom: 1px solid {c.line}; padding: {half}px {half}px; }}
table.grid th {{ border-bottom: 1px solid {c.control}; padding: {half}px {half}px; color: {c.muted}; }}
table.grid p {{ margin-bottom: 0; }}
td.fact {{ color: {c.muted}; }}
table.levels th {{ background-color: {c.accent_soft}; border-bottom: 1px solid {c.accent};
    padding: {half}px {gap}px; }}
table.levels td {{ padding: {half}px {gap}px; }}
table.levels p, table.levels ul {{ margin-bottom: {half}px; }}
p.legal {{ color: {c.muted}; font-size: {small}px; margin-top: {room}px; }}
"""


def style_sheet(colours: Colours, *, pixels: float) -> str:
    """Give the style sheet; `pixels` is the height of the running text, all else follows from it."""
    sizes = {
        "size": pixels, "small": pixels * 0.87, "lead": pixels * 1.1, "h1": pixels * 1.75, "h2": pixels * 1.3,
        "h3": pixels * 1.1, "tiny": pixels * 0.27, "half": pixels * 0.53, "gap": pixels * 0.8,
        "room": pixels * 1.2, "wide": pixels * 1.8,
    }  # fmt: skip
    whole = {name: round(value) for name, value in sizes.items()}
    return _SHEET.format(c=colours, line_height=LINE_HEIGHT, **whole) + "".join(
        _callout(name, colours) for name in CALLOUTS
    )


def _callout(name: str, colours: Colours) -> str:
    soft, line = getattr(colours, f"{name}_soft"), getattr(colours, f"{name}_line")
    return (
        f"td.{name} {{ background-color: {soft}; }}\n"
        f"td.bar-{name} {{ background-color: {line}; }}\n"
        f"td.{name} p.callout-title {{ color: {line}; }}\n"
    )
