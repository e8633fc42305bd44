"""Which languages the words of the program are in, and which of them a window shows.

English stands in the code; every other language is a compiled file beside it. A language that the program
does not have counts as none, so that a policy never keeps a window from opening.
"""

from pathlib import Path

from procura_desktop.resources import resources_root

ENGLISH = "en"
_BEGINNING = "procura_"


def carried_languages(folder: Path | None = None) -> tuple[str, ...]:
    """Give the languages that this version has words in, such as "en" or "pt-BR", in their order."""
    folder = folder or resources_root() / "translations"
    names = (path.stem.removeprefix(_BEGINNING) for path in folder.glob(f"{_BEGINNING}*.qm"))
    return tuple(sorted({ENGLISH, *(name.replace("_", "-") for name in names)}))


def shown_language(wanted: str, carried: tuple[str, ...]) -> str:
    """Give the carried language for a tag: itself, or without its region; "": there is none."""
    by_name = {name.lower(): name for name in carried}
    exact, plain = wanted.lower(), wanted.partition("-")[0].lower()
    return by_name.get(exact) or by_name.get(plain, "")
