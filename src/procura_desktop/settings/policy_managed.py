"""Policies that the system itself manages: group policies in the registry of Windows, profiles on macOS.

Both give the same keys as the file. The modules that read them are loaded only on their own system; what is
read is turned into plain values first, so that everything after that is the same everywhere, and is tested
everywhere.
"""

import json
import plistlib
import sys
from collections.abc import Mapping
from pathlib import Path

from procura_desktop.phrases import Phrase, phrase
from procura_desktop.settings.policy_file import LEVELS, Document
from procura_desktop.settings.policy_parts import PolicyFault
from procura_desktop.settings.policy_place import MANAGED_PREFERENCES, REGISTRY_KEY
from procura_desktop.settings.policy_schema import BY_NAME


def managed_document() -> Document | None:
    """Read what the system manages; None means that nobody set anything."""
    if sys.platform == "win32":
        return registry_document(_registry_tree(REGISTRY_KEY))
    if sys.platform == "darwin":
        return preferences_document(MANAGED_PREFERENCES)
    return None


def preferences_document(path: Path) -> Document | None:
    """Read managed preferences, which a profile put there."""
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return _unread(
            str(path), phrase("policy", "the policy cannot be read ({reason})").of(reason=error.strerror)
        )
    try:
        values = plistlib.loads(raw)
    except (ValueError, plistlib.InvalidFileException, RecursionError) as error:
        return _unread(str(path), phrase("policy", "this is no property list ({error})").of(error=error))
    except Exception as error:  # its reader of XML raises whatever expat does
        text = f"{type(error).__name__}: {error}"
        return _unread(str(path), phrase("policy", "this is no property list ({error})").of(error=text))
    if not isinstance(values, dict):
        return _unread(str(path), phrase("policy", "this is a dictionary with defaults and locked in it"))
    wanted = {name: value for name, value in values.items() if not name.startswith("Payload")}
    return Document(place=str(path), raw=raw, text="", values=wanted)


def registry_document(tree: Mapping[str, object] | None) -> Document | None:
    """Make a document of the values below our key of the registry; None means that there is no such key.

    `tree` has the names of values and of keys below, whose values are mappings again. Names of the registry
    have no case; numbers stand for switches there, and keys below `sources` for tables.
    """
    if tree is None:
        return None
    values: dict[str, object] = {}
    for name, table in tree.items():
        level = name.lower()
        known = level in LEVELS and isinstance(table, Mapping)
        values[level if known else name] = _table(table) if isinstance(table, Mapping) and known else table
    raw = json.dumps(values, sort_keys=True, default=repr).encode()
    return Document(place=f"HKEY_LOCAL_MACHINE\\{REGISTRY_KEY}", raw=raw, text="", values=values)


def _table(tree: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in tree.items():
        key = BY_NAME.get(name.lower())
        if key is None:
            found[name] = value
        elif key.kind == "switch" and value in (0, 1):
            found[key.name] = value == 1
        elif key.kind == "sources" and isinstance(value, Mapping):
            found[key.name] = [
                {"library": library, **{part.lower(): _filled(said) for part, said in one.items()}}
                for library, one in sorted(value.items())
                if isinstance(one, Mapping)
            ]
        else:
            found[key.name] = _filled(value)
    return found


def _filled(value: object) -> object:
    """Leave out the empty lines that the editor of group policies keeps in a list."""
    return [one for one in value if one != ""] if isinstance(value, list) else value


def _unread(place: str, detail: Phrase) -> Document:
    fault = PolicyFault(place=place, line=0, key="", detail=detail)
    return Document(place=place, raw=b"", text="", values={}, fault=fault)


if sys.platform == "win32":

    def _registry_tree(path: str) -> dict[str, object] | None:
        """Read a key of the registry with all below it; users cannot write there."""
        import winreg

        try:
            key = winreg.OpenKey(
                winreg.HKEY_LOCAL_MACHINE, path, access=winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            )
        except FileNotFoundError:
            return None
        with key:
            keys, values, _ = winreg.QueryInfoKey(key)
            names = [winreg.EnumKey(key, at) for at in range(keys)]
            tree: dict[str, object] = {
                name: value for name, value, _kind in (winreg.EnumValue(key, at) for at in range(values))
            }
        return tree | {name: _registry_tree(f"{path}\\{name}") for name in names}
