"""Where passphrases come from: a file, the environment, or whoever sits at the keyboard.

They are never an argument of a command: others on the same computer could read it.
"""

import os
import sys
from getpass import getpass
from pathlib import Path

from procura_desktop.publish.errors import KeysError
from procura_desktop.publish.keys import Unlock

VARIABLE = "PROCURA_KEYS_PASSPHRASE"


def unlocking(file: Path | None) -> Unlock:
    """Give what answers for each key file: always the same, or what is typed for it.

    Raises:
        KeysError: the passphrase file cannot be read.
    """
    known = _known(file)
    if known is not None:
        return lambda _path: known
    typed: list[str] = []

    def ask(path: Path) -> str:
        again = " (Enter: the one before)" if typed else ""
        typed.append(_typed(f"Passphrase of {path.name}{again}: ") or (typed[-1] if typed else ""))
        return typed[-1]

    return ask


def new_passphrase(file: Path | None) -> str:
    """Give the passphrase for new keys; typed ones are typed twice.

    Raises:
        KeysError: the file cannot be read, or the two are not alike.
    """
    known = _known(file)
    if known is not None:
        return known
    first = _typed("Passphrase for the new keys: ")
    if _typed("The same again: ") != first:
        raise KeysError("the two passphrases are not alike; nothing was made. Try again")
    return first


def _known(file: Path | None) -> str | None:
    if file is None:
        return os.environ.get(VARIABLE)
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise KeysError(f"{file}: the passphrase cannot be read from here ({reason})") from error


def _typed(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise KeysError(f"nobody is here to type a passphrase; set {VARIABLE}, or give --passphrase-file")
    return getpass(prompt)
