"""Carrying everything along: a file beside the program keeps the user's files on the same stick.

Only a path from the file to a folder is written there, never a drive letter or another absolute path: the
stick has another one on every computer.
"""

import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

from procura_desktop.errors import PortableError
from procura_desktop.phrases import phrase

FILE = "portable.toml"
USUAL_FOLDER = "data"
_EXAMPLE = f'data = "{USUAL_FOLDER}"'


def portable_file() -> Path | None:
    """Give where the file would be that makes this program portable; None where it runs from source."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).resolve().parent
    if folder.parent.name == "Contents" and folder.parent.parent.suffix == ".app":
        folder = folder.parent.parent.parent  # macOS: beside the .app, which is signed as a whole
    return folder / FILE


def portable_folder(file: Path) -> Path | None:
    """Give the folder for the user's files that the file names; None where there is no such file.

    Raises:
        PortableError: the file cannot be read, or says something that cannot be followed.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        detail = getattr(error, "strerror", None) or phrase("details", "it is not a text in UTF-8")
        raise PortableError(
            path=file, detail=phrase("details", "it cannot be read: {detail}").of(detail=detail)
        ) from error
    return (file.parent / _named_folder(file, text)).resolve()


def _named_folder(file: Path, text: str) -> str:
    import tomllib  # few programs are portable

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PortableError(
            path=file, detail=phrase("details", "this is not TOML: {error}").of(error=error)
        ) from error
    unknown = sorted(set(values) - {"data"})
    if unknown:
        raise PortableError(
            path=file,
            detail=phrase("details", "there is no key {unknown}, only: {example}").of(
                unknown=repr(unknown[0]), example=_EXAMPLE
            ),
        )
    return _checked(file, values.get("data", USUAL_FOLDER))


def _checked(file: Path, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PortableError(
            path=file,
            detail=phrase("details", "data names a folder, such as: {example}").of(example=_EXAMPLE),
        )
    windows = PureWindowsPath(value)
    if windows.drive or windows.root or PurePosixPath(value).is_absolute() or value.startswith("~"):
        detail = phrase(
            "details",
            "data is a folder beside this file, such as: {example}; {value} is another on each computer",
        ).of(example=_EXAMPLE, value=repr(value))
        raise PortableError(path=file, detail=detail)
    return value.replace("\\", "/")
