"""What the user chose, in a small TOML file that a person can read and mend.

A fault in the file is named with its key and never passed over: a misspelt key would otherwise look as
if it worked. The file is never lost either: writing over one that cannot be read keeps it beside the new.
"""

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from procura_desktop.errors import SettingsError, SettingsNotKeptError
from procura_desktop.phrases import Phrase, Words, joined, phrase

Theme = Literal["system", "light", "dark", "contrast"]
THEMES: tuple[Theme, ...] = get_args(Theme)
SMALLEST_TEXT = 80
LARGEST_TEXT = 200
LARGEST_KILOBYTES = 10_000_000
_SWITCHES = ("network", "background", "sharing")
_KILOBYTES = ("ask_above", "most_rate")
PROXY = r"|none|https?://[^\s/]+/?"  # what a proxy may be; "" is the system's


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices.

    Attributes:
        theme: the look; "system" follows the desktop.
        text_scale: size of text in per cent, 80 to 200.
        network: whether the program may use the network at all.
        background: whether it looks for updates, and fetches small ones, of its own accord.
        ask_above: kilobytes above which an update is only fetched when somebody agrees.
        most_rate: kilobytes a second that an update may take; 0 is as many as there are.
        proxy: address of a proxy for http; "" takes that of the system, "none" uses none.
        ca_file: file with certificates to trust beside those of the system; "" means none.
        hidden: names of libraries that are switched off.
        sharing: whether the library is offered to others on the local network.
    """

    theme: Theme = "system"
    text_scale: int = 100
    network: bool = True
    background: bool = False
    ask_above: int = 1000
    most_rate: int = 0
    proxy: str = ""
    ca_file: str = ""
    sharing: bool = False
    hidden: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no part of the program could obey."""
        for fault in _faults(asdict(self)):
            raise ValueError(fault)

    @property
    def offers(self) -> bool:
        """Whether the library is offered on the local network: wanted, and the network may be used."""
        return self.sharing and self.network


def load_settings(path: Path) -> Settings:
    """Read the settings; where there is no file, the defaults hold.

    Raises:
        SettingsError: the file cannot be read, or a key or value in it is not one of ours.
    """
    return Settings(**load_choices(path))


def load_choices(path: Path) -> dict[str, Any]:
    """Read only what the file says, by key, and nothing where it says nothing.

    Raises:
        SettingsError: as `load_settings`.
    """
    try:
        values = _parsed(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(
            path=path, detail=phrase("details", "cannot be read ({error})").of(error=error.strerror)
        ) from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(
            path=path, detail=phrase("details", "this is not TOML ({error})").of(error=error)
        ) from error
    faults = tuple(_faults(values))
    if faults:
        raise SettingsError(path=path, detail=joined(faults))
    if "hidden" in values:
        values["hidden"] = tuple(values["hidden"])  # TOML has lists
    return values


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(text)


def change_settings(path: Path, changes: Mapping[str, object]) -> None:
    """Write what was chosen beside what the file says already, whole or not at all.

    A file that cannot be read is kept beside the new one.

    Raises:
        SettingsNotKeptError: the file cannot be written.
    """
    import tomli_w

    try:
        kept = load_choices(path)
    except SettingsError:
        kept = {}
    target = path.resolve()  # a link to a file kept elsewhere stays a link
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _keep_unreadable(target)
        replace_file(target, tomli_w.dumps({**kept, **changes}).encode())
    except OSError as error:
        raise SettingsNotKeptError(
            path=path, detail=phrase("details", "cannot be written ({error})").of(error=error.strerror)
        ) from error


def _faults(values: dict[str, Any]) -> Iterator[Phrase]:
    """Say of every key and value what is wrong and what would be right."""
    known = [field.name for field in fields(Settings)]
    for key, value in values.items():
        if key not in known:
            yield phrase("details", "{key} is not a setting; there are {names}").of(
                key=repr(key), names=", ".join(known)
            )
        elif key == "theme" and value not in THEMES:
            yield phrase("details", "theme is one of {names}, not {value}").of(
                names=", ".join(THEMES), value=shown(value)
            )
        elif key == "text_scale" and not (type(value) is int and SMALLEST_TEXT <= value <= LARGEST_TEXT):
            yield phrase(
                "details", "text_scale is a whole number from {smallest_text} to {largest_text}, not {value}"
            ).of(smallest_text=SMALLEST_TEXT, largest_text=LARGEST_TEXT, value=shown(value))
        elif key in _SWITCHES and type(value) is not bool:
            yield phrase("details", "{key} is true or false, not {value}").of(key=key, value=shown(value))
        elif key in _KILOBYTES and not (type(value) is int and 0 <= value <= LARGEST_KILOBYTES):
            yield phrase(
                "details", "{key} is a whole number of kilobytes from 0 to {largest_kilobytes}, not {value}"
            ).of(key=key, largest_kilobytes=LARGEST_KILOBYTES, value=shown(value))
        elif key == "proxy" and not (isinstance(value, str) and re.fullmatch(PROXY, value)):
            yield phrase(
                "details", 'proxy is "", "none" or an address such as http://proxy.example:3128, not {value}'
            ).of(value=shown(value))
        elif key == "hidden" and not _is_names(value):
            yield phrase(
                "details", 'hidden is a list of names of libraries, such as ["ghent"], not {value}'
            ).of(value=shown(value))
        elif key == "ca_file" and not isinstance(value, str):
            yield phrase("details", "ca_file is the path of a file between quotation marks, not {value}").of(
                value=shown(value)
            )


def shown(value: object) -> Words:
    """Write a value for an error; one that is too long for that is cut off or named by its type."""
    try:
        return f"{value!r:.200}"
    except (ValueError, RecursionError):  # a number of thousands of digits, lists within lists
        return phrase("details", "a {type} of that size").of(type=type(value).__name__)


def _is_names(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(name, str) and name for name in value)


def _keep_unreadable(path: Path) -> None:
    """Rename a file that `load_settings` refuses, so that what someone wrote can still be mended."""
    try:
        load_settings(path)
    except SettingsError:
        number = 1
        while (kept := path.with_name(f"{path.stem}.kept-{number}{path.suffix}")).exists():
            number += 1
        path.rename(kept)


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file, so that a crash leaves either the old file or the new."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
