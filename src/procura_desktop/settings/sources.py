"""Where updates come from, and whose: a folder for each library, with its addresses and its root.

A root says whose signature counts. It is put there by the publisher who builds the program, or by a person
who compared its fingerprint; nothing that is fetched ever brings one.
"""

import hashlib
import json
import re
import shutil
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from procura_desktop.errors import SettingsError
from procura_desktop.phrases import phrase
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.local_addresses import kept_address, meant_address
from procura_desktop.settings.policy import Policy, load_policy
from procura_desktop.settings.policy_parts import PolicySource
from procura_desktop.settings.settings import replace_file

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where one library is updated from.

    Attributes:
        addresses: web addresses or folders, the first that answers is used; empty: sticks and files only.
        root: the file that says whose signatures count.
        preset: whether it came with the program, or from the administrator: a person cannot remove it.
        embedded: the root itself, where it stands in the policy and `root` is only where that lies.
        locked: whether the administrator allows no other for this library.
    """

    library: str
    addresses: tuple[str, ...]
    root: Path
    preset: bool
    embedded: bytes = b""
    locked: bool = False

    def read_root(self) -> bytes:
        """Give the root.

        Raises:
            OSError: its file cannot be read.
        """
        return self.embedded or self.root.read_bytes()

    @property
    def metadata(self) -> Path:
        """Metadata that came with the program, from which rollback is known; it may not be there."""
        return self.root.parent / "metadata"


def load_sources(places: Folders, preset: Path) -> tuple[Source, ...]:
    """Read by library the sources that count.

    What came with the program gives way to the policy's defaults, these to a person's own, that to what the
    policy locks.

    Raises:
        PolicyError: the policy has faults; nothing is known to be allowed then.
        SettingsError: a file of a source cannot be read or makes no sense.
    """
    policy = load_policy(places.policy)
    policy.refuse_if_unsound()
    set_by_policy = [_policy_source(one, policy) for one in policy.sources]
    found = {source.library: source for source in _sources_in(preset, preset=True)}
    found |= {source.library: source for source in set_by_policy}
    if policy.user_sources:
        found |= {source.library: source for source in _own_sources(places)}
    found |= {source.library: source for source in set_by_policy if source.locked}
    return tuple(found[name] for name in sorted(set(found) - set(policy.libraries_forbidden)))


def add_source(places: Folders, library: str, *, addresses: tuple[str, ...], root: bytes) -> Source:
    """Keep a source; what stood there for this library is replaced.

    Raises:
        PolicyForbidsError: the administrator does not allow it.
        SettingsError: the name is none, or the files cannot be written.
    """
    folder = places.sources / library
    if not _NAME.fullmatch(library):
        raise SettingsError(
            path=folder, detail=phrase("details", "a library's name has small letters, digits and hyphens")
        )
    _refuse_where_forbidden(load_policy(places.policy), library)
    kept = [json.dumps(kept_address(address, places), ensure_ascii=False) for address in addresses]
    text = f"addresses = [{', '.join(kept)}]\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / "root.json", root)
        replace_file(folder / "source.toml", text.encode())
    except OSError as error:
        raise SettingsError(
            path=folder, detail=phrase("details", "cannot be written ({error})").of(error=error.strerror)
        ) from error
    return Source(library=library, addresses=addresses, root=folder / "root.json", preset=False)


def _refuse_where_forbidden(policy: Policy, library: str) -> None:
    policy.refuse_if_unsound()
    if not policy.user_sources:
        raise policy.forbid("user_sources", phrase("details", "nobody can add a source of updates"))
    if library in policy.libraries_forbidden:
        raise policy.forbid(
            "libraries_forbidden",
            phrase("details", "the library {library} cannot be used").of(library=repr(library)),
        )
    if any(one.locked and one.library == library for one in policy.sources):
        raise policy.forbid(
            "sources",
            phrase("details", "the source of the library {library} cannot be changed").of(
                library=repr(library)
            ),
        )


def remove_source(places: Folders, library: str) -> bool:
    """Forget a person's own source; False means that there was none.

    Raises:
        SettingsError: the files cannot be deleted.
    """
    folder = places.sources / library
    if not _NAME.fullmatch(library) or not folder.is_dir():
        return False
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise SettingsError(
            path=folder, detail=phrase("details", "cannot be deleted ({error})").of(error=error.strerror)
        ) from error
    return True


def fingerprint(root: bytes) -> str:
    """Give the SHA-256 of a root file in groups of four digits, as people compare it."""
    digits = hashlib.sha256(root).hexdigest()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def same_fingerprint(typed: str, root: bytes) -> bool:
    """Say whether a typed fingerprint is that of a root file; blanks and case do not matter."""
    return "".join(typed.split()).replace(":", "").lower() == fingerprint(root).replace(" ", "")


def _own_sources(places: Folders) -> list[Source]:
    return [
        replace(source, addresses=tuple(meant_address(address, places) for address in source.addresses))
        for source in _sources_in(places.sources, preset=False)
    ]


def _policy_source(one: PolicySource, policy: Policy) -> Source:
    """Take a source from the policy, and prove that its root is the one that was meant.

    Raises:
        SettingsError: the root cannot be read, or has another fingerprint than the policy says.
    """
    path = one.root or policy.path
    source = Source(
        library=one.library,
        addresses=one.addresses,
        root=path,
        preset=True,
        embedded=one.root_json.encode(),
        locked=one.locked,
    )
    try:
        root = source.read_root()
    except OSError as error:
        detail = phrase("details", "the policy names this root file, and it cannot be read ({error})").of(
            error=error.strerror or error
        )
        raise SettingsError(path=path, detail=detail) from error
    if one.fingerprint and not same_fingerprint(one.fingerprint, root):
        detail = phrase(
            "details", "the root of {library} has another fingerprint than the policy says: {value}"
        ).of(library=repr(one.library), value=fingerprint(root))
        raise SettingsError(path=path, detail=detail)
    return source


def _sources_in(folder: Path, *, preset: bool) -> list[Source]:
    if not folder.is_dir():
        return []
    names = sorted(path.name for path in folder.iterdir() if (path / "root.json").is_file())
    return [_source(folder / name, preset=preset) for name in names if _NAME.fullmatch(name)]


def _source(folder: Path, *, preset: bool) -> Source:
    path = folder / "source.toml"
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else {}
    except OSError as error:
        raise SettingsError(
            path=path, detail=phrase("details", "cannot be read ({error})").of(error=error.strerror)
        ) from error
    except ValueError as error:
        raise SettingsError(
            path=path, detail=phrase("details", "this is not TOML ({error})").of(error=error)
        ) from error
    addresses = values.get("addresses", [])
    if set(values) - {"addresses"} or not isinstance(addresses, list):
        raise SettingsError(path=path, detail=phrase("details", 'write only: addresses = ["https://…"]'))
    if not all(isinstance(address, str) and address.strip() for address in addresses):
        raise SettingsError(
            path=path, detail=phrase("details", "every address is a text between quotation marks")
        )
    return Source(library=folder.name, addresses=tuple(addresses), root=folder / "root.json", preset=preset)
