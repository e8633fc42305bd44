"""The manual inside the program: the pages of ``docs/manual``, offline."""

from dataclasses import dataclass
from pathlib import Path

from procura_desktop.errors import ResourceMissingError
from procura_desktop.resources import resources_root

ORDER = ("first-steps", "procurer", "trainer", "administrator", "publisher", "shortcuts")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the manual."""

    name: str
    title: str
    html: str


def manual_folder() -> Path:
    """Give the folder of the pages: bundled, or that of the source tree.

    Raises:
        ResourceMissingError: there is none.
    """
    candidates = (resources_root() / "manual", resources_root().parent / "docs" / "manual")
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise ResourceMissingError(path=candidates[0])


def manual_titles() -> tuple[tuple[str, str], ...]:
    """Give name and title of every page, in reading order."""
    pages = {file.stem: _title(file.read_text(encoding="utf-8")) for file in manual_folder().glob("*.md")}
    names = [name for name in ORDER if name in pages] + sorted(set(pages) - set(ORDER))
    return tuple((name, pages[name]) for name in names)


def manual_page(name: str) -> Page:
    """Render a page; an unknown name gives the first one.

    Raises:
        ResourceMissingError: there is no manual.
    """
    from procura_desktop.markup.render import render

    titles = dict(manual_titles())
    if name not in titles:
        name = next(iter(titles))
    text = (manual_folder() / f"{name}.md").read_text(encoding="utf-8")
    _, _, body = text.partition("\n")
    return Page(name, titles[name], render(body).html)


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("#").strip()
