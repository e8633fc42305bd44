"""A small folder of content: the examples of docs/content.md, and the records that they refer to."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from procura_desktop.content.compile import Compiled, compile_content

TODAY = date(2026, 11, 23)
DOCS = Path(__file__).parents[3] / "docs" / "content.md"
ARTICLE = "guidance/ask-the-market"
GROUP = "groups/furniture"
CRITERION = "criteria/computers/ts6-rechargeable-battery-endurance"
WOOD = "criteria/furniture/new/ts1-legal-timber"
CASE = "cases/ghent-fair-workwear"
TERM = "terms/life-cycle-costing"
LABEL = "labels/eu-ecolabel"
ORGANISATION = "organisations/iclei"
EVENT = "events/ecoprocura"
EXAMPLES = (ARTICLE, GROUP, CRITERION, CASE, TERM, LABEL, ORGANISATION, EVENT)
LONG_ENOUGH = "\n" + "".join(f"\nAnswer {number} counts, so write it down." for number in range(40)) + "\n\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>'


def examples() -> dict[str, str]:
    """Give every example of the documentation, by the id it can stand at."""
    blocks: list[str] = re.findall(r"```markdown\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    return dict(zip(EXAMPLES, blocks, strict=True))


@dataclass(frozen=True)
class Site:
    """A folder with ``en`` and ``pictures``."""

    root: Path

    def write(self, record_id: str, text: str) -> Path:
        """Put a record in its place."""
        file = self.root / "en" / f"{record_id}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file

    def text(self, record_id: str) -> str:
        """Give the text of a record."""
        return (self.root / "en" / f"{record_id}.md").read_text(encoding="utf-8")

    def change(self, record_id: str, old: str, new: str) -> None:
        """Replace a piece of a record, which must be there."""
        text = self.text(record_id)
        assert old in text
        self.write(record_id, text.replace(old, new, 1))

    def picture(self, name: str, data: bytes = SVG) -> None:
        """Put a picture in its place."""
        file = self.root / "pictures" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def compile(self) -> Compiled:
        """Read it all."""
        return compile_content(self.root, today=TODAY)

    def faults(self) -> list[str]:
        """Give the faults as `check` prints them, paths counted from the folder of the language."""
        prefix = f"{(self.root / 'en').as_posix()}/"
        return [str(fault).replace(prefix, "") for fault in self.compile().faults if not fault.warning]

    def warnings(self) -> list[str]:
        """Give the warnings in the same way."""
        prefix = f"{(self.root / 'en').as_posix()}/"
        return [str(fault).replace(prefix, "") for fault in self.compile().faults if fault.warning]


def make_site(root: Path) -> Site:
    """Write the examples and what they refer to; the result has neither faults nor warnings."""
    site = Site(root)
    given = examples()
    given[ARTICLE] += LONG_ENOUGH + "See [computers](groups/computers).\n"
    for record_id, text in given.items():
        site.write(record_id, text)
    site.write("groups/computers", _computers(given[GROUP]))
    tco = given[LABEL].replace("EU Ecolabel", "TCO Certified").replace("European Union", "makers")
    site.write("labels/tco-certified", tco)
    site.write(
        WOOD, given[CRITERION].replace("TS6", "TS1").replace("laptop", "desk").replace("battery", "wood")
    )
    return site


def _computers(furniture: str) -> str:
    """Make another group of an example, one that names every record that nothing else names."""
    text = furniture.replace("title: Furniture", "title: Computers", 1)
    text = re.sub(r"^(top_criteria.*|parts:|  new: .*)\n", "", text, flags=re.MULTILINE)
    named = ", ".join((GROUP, ARTICLE, CASE, TERM, LABEL, ORGANISATION, EVENT))
    text = text.replace("Desks, chairs, cabinets", "Desktops").replace("storing, sitting", "computing")
    return text.replace("hotspots_basis:", f"see_also: [{named}]\nhotspots_basis:", 1)
