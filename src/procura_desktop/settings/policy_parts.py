"""What a policy is made of beside plain values: faults, sources, paths. Loaded only where one is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from procura_desktop.phrases import Phrase, phrase
from procura_desktop.settings.home import at_home


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFault:
    """One thing in a policy that is wrong, or that nobody knows.

    Attributes:
        place: the file, or the name of another place of the system.
        line: counted from 1; 0 means that there are no lines, or that it is not known.
        key: with its table, such as "locked.theme"; "" is the whole.
    """

    place: str
    line: int
    key: str
    detail: Phrase

    def __str__(self) -> str:
        """Write it as compilers do, so that an editor can jump there."""
        return str(self.words)

    @property
    def words(self) -> Phrase:
        """The same for the window: place and key as they are in the policy, the rest to be translated."""
        line = f":{self.line}" if self.line else ""
        where = f"{self.place}{line}{f': {self.key}' if self.key else ''}"
        return phrase("policy", "{where}: {detail}").of(where=where, detail=self.detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySource:
    """A source of updates that the administrator set.

    Attributes:
        addresses: web addresses or folders in their order; empty: sticks and files only.
        root: the file that says whose signatures count; None where it stands in the policy itself.
        root_json: its text, where it stands there; else "".
        fingerprint: SHA-256 that the root must have, 64 hexadecimal digits; "" means any.
        locked: whether a user's own source for this library is passed over.
    """

    library: str
    addresses: tuple[str, ...]
    root: Path | None
    root_json: str
    fingerprint: str
    locked: bool


def expanded(text: str) -> Path:
    """Read a path of a policy: ``~`` is the home of the user, ``{user}`` the name of the account."""
    if "{user}" in text:
        text = text.replace("{user}", _account())
    return at_home(Path(text))


def own_part(folder: Path) -> Path:
    """Give the part of a folder that is this user's on this computer.

    Others may keep theirs in the same folder, and what one workspace leaves there must not push out or hide
    what another does.
    """
    import platform

    computer = Path(platform.node()).name or "computer"
    user = _account()
    return folder / (computer if user in folder.parts else f"{user}-{computer}")


def _account() -> str:
    """Give the name of the account, as one part of a path."""
    import getpass

    try:
        return Path(getpass.getuser()).name or "user"
    except (OSError, KeyError):  # an account without a name
        return "user"


def source_of(values: Mapping[str, object], *, locked: bool) -> PolicySource:
    """Make the record of one source from its table in a policy, which is sound."""
    addresses = values.get("addresses", [])
    root = str(values.get("root", ""))
    return PolicySource(
        library=str(values.get("library", "main")),
        addresses=tuple(map(str, addresses)) if isinstance(addresses, list) else (),
        root=expanded(root) if root else None,
        root_json=str(values.get("root_json", "")),
        fingerprint="".join(str(values.get("fingerprint", "")).replace(":", "").split()).lower(),
        locked=locked,
    )
