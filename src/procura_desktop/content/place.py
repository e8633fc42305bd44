"""From the place of a file to its id and kind, and what is wrong with a place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from procura_desktop.content.faults import Fault
from procura_desktop.domain.kinds import RecordKind

FOLDERS: dict[str, RecordKind] = {
    "guidance": "article",
    "law": "article",
    "checklists": "article",
    "groups": "group",
    "criteria": "criterion",
    "cases": "case",
    "terms": "term",
    "labels": "label",
    "organisations": "organisation",
    "events": "event",
}
PICTURES = "pictures"
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]+)?")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_CRITERION_DEPTHS = (3, 4)
_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its file, and what the path says about it."""

    file: Path
    shown: str
    language: str
    id: str
    kind: RecordKind

    @property
    def names(self) -> tuple[str, ...]:
        """The parts of the id: folder, for criteria group and perhaps part, and name."""
        return tuple(self.id.split("/"))


def find_places(root: Path) -> tuple[tuple[Place, ...], tuple[Fault, ...]]:
    """List every record file below `root`, and every file that stands in a wrong place."""
    folders = [path for path in _entries(root) if path.is_dir()]
    languages = [path for path in folders if _LANGUAGE.fullmatch(path.name)]
    faults = list(_no_languages(folders))
    if not languages and not faults:
        return (), (_without_language(root),)
    places: list[Place] = []
    files = [file for language in languages for file in _files(language)]
    for file in files:
        place = _place(file, root)
        if isinstance(place, Fault):
            faults.append(place)
        else:
            places.append(place)
    return tuple(places), (*faults, *_doubles(places), *_look_alikes(files))


def _place(file: Path, root: Path) -> Place | Fault:
    shown = file.as_posix()
    language, *folders, name = file.relative_to(root).parts
    if file.suffix != ".md":
        return Fault(shown, 1, f"'{name}' is not a record", "records end in .md; pictures go to pictures/")
    if not folders or folders[0] not in FOLDERS:
        where = folders[0] if folders else language
        return Fault(shown, 1, f"folder '{where}' holds no records", f"use one of {', '.join(FOLDERS)}")
    names = (*folders, file.stem)
    bad = next((part for part in names if not _NAME.fullmatch(part)), None)
    if bad is not None:
        return Fault(shown, 1, f"'{bad}' cannot be part of an id", "use small letters, digits and hyphens")
    kind = FOLDERS[folders[0]]
    depths = _CRITERION_DEPTHS if kind == "criterion" else (_DEPTH,)
    if len(names) not in depths:
        right = "criteria/<group>/[<part>/]<name>.md" if kind == "criterion" else f"{folders[0]}/<name>.md"
        return Fault(shown, 1, "the file stands at the wrong depth", f"move it to {right}")
    return Place(file, shown, language, PurePosixPath(*names).as_posix(), kind)


def _without_language(root: Path) -> Fault:
    """Say what to do where no folder of a language was found; often that folder itself was named."""
    shown = root.as_posix()
    if is_of_language(root):
        above = root.absolute().parent.as_posix()
        return Fault(shown, 1, "this is the folder of a language", f"name the one that holds it: {above}")
    return Fault(shown, 1, "there is no folder of a language here", f"put records into {shown}/en")


def _no_languages(folders: Iterable[Path]) -> Iterator[Fault]:
    """Name folders that hold records as that of a language does, and would be passed over."""
    for folder in folders:
        if not _LANGUAGE.fullmatch(folder.name) and _holds_records(folder):
            what = f"'{folder.name}' is not a language, so nothing in it is read"
            yield Fault(folder.as_posix(), 1, what, "name the folder with two small letters, such as en")


def is_of_language(folder: Path) -> bool:
    """Say whether this is the folder of a language, with records in it, and not that of the content."""
    return _LANGUAGE.fullmatch(folder.absolute().name) is not None and _holds_records(folder)


def _holds_records(folder: Path) -> bool:
    return any(path.name in FOLDERS and path.is_dir() for path in _entries(folder))


def _doubles(places: Iterable[Place]) -> Iterator[Fault]:
    """Name records with one id, which can only stand in folders of two languages."""
    first: dict[str, Place] = {}
    for place in places:
        other = first.setdefault(place.id, place)
        if other is not place:
            yield Fault(
                place.shown, 1, f"duplicate id '{place.id}'", f"{other.shown} has it; rename one file"
            )


def _look_alikes(files: Iterable[Path]) -> Iterator[Fault]:
    """Name paths equal but for case: on some systems they are one file."""
    first: dict[str, Path] = {}
    for file in files:
        other = first.setdefault(file.as_posix().casefold(), file)
        if other is not file:
            what = f"the path differs from {other.as_posix()} in case alone"
            yield Fault(file.as_posix(), 1, what, "rename one file")


def _files(folder: Path) -> Iterator[Path]:
    for path in _entries(folder):
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


def _entries(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
