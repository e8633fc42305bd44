"""What the administrator set for everybody on this computer.

A policy gives defaults, which a user may change, and locks, which nobody may. One that is wrong is never
guessed at: its sound keys hold, nothing goes out over the network, and every update stops until it is mended.
Whoever later needs one of its values asks the record here; the keys themselves are in `policy_schema`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeGuard, TypeVar

from procura_desktop.errors import PolicyError, PolicyForbidsError
from procura_desktop.phrases import Words

if TYPE_CHECKING:
    from procura_desktop.settings.policy_parts import PolicyFault, PolicySource

Level = Literal["defaults", "locked"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One computer's policy; without a file it says nothing.

    Attributes:
        path: where the file is, or would be.
        read: what was found and read, as people call it; empty: this computer has no policy.
        defaults: values by key that hold until a user chooses another.
        locked: values by key that hold whatever a user chooses.
        faults: what is wrong; a value that is wrong is in neither mapping.
        warnings: what is not known and has no effect.
        raw: the bytes that were read, for the digest.
    """

    path: Path
    read: tuple[str, ...] = ()
    defaults: Mapping[str, object] = field(default_factory=dict)
    locked: Mapping[str, object] = field(default_factory=dict)
    faults: "tuple[PolicyFault, ...]" = ()
    warnings: "tuple[PolicyFault, ...]" = ()
    raw: bytes = b""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong; no policy is sound."""
        return not self.faults

    @property
    def digest(self) -> str:
        """The SHA-256 of the file, in hexadecimal, as `sha256sum` says it; "" where there is no policy."""
        import hashlib

        return hashlib.sha256(self.raw).hexdigest() if self.read else ""

    def refuse_if_unsound(self) -> None:
        """Stop what may only be done under rules that are known.

        Raises:
            PolicyError: something in the policy is wrong.
        """
        if self.faults:
            raise PolicyError(path=self.path, faults=tuple(fault.words for fault in self.faults))

    def forbid(self, key: str, detail: Words) -> PolicyForbidsError:
        """Make the error that says what is not allowed, and by which key."""
        place = next(iter(self.read), str(self.path))
        return PolicyForbidsError(path=Path(place), key=key, detail=detail)

    # Keys that are no settings of the user's: in either table they hold.

    def _value(self, key: str, usual: T) -> T:
        found = self.locked.get(key, self.defaults.get(key, usual))
        return found if _is_like(found, usual) else usual

    def _words(self, key: str) -> tuple[str, ...]:
        found = self.locked.get(key, self.defaults.get(key, ()))
        return tuple(map(str, found)) if isinstance(found, list | tuple) else ()

    def _path(self, key: str) -> Path | None:
        text = self._value(key, "")
        if not text:
            return None
        from procura_desktop.settings.policy_parts import expanded

        return expanded(text)

    @property
    def user_sources(self) -> bool:
        """Whether users may have sources of their own."""
        return self._value("user_sources", usual=True)

    @property
    def expiry_waiver(self) -> bool:
        """Whether a person may use an edition that was to be renewed by now."""
        return self._value("expiry_waiver", usual=True)

    @property
    def sharing_allowed(self) -> bool:
        """Whether libraries may be offered, and looked for, on the local network."""
        return self._value("sharing_allowed", usual=True)

    @property
    def look_every(self) -> int:
        """Hours between two looks for updates that nobody asked for."""
        return self._value("look_every", 6)

    @property
    def look_between(self) -> str:
        """The time of day of such looks, as "20:00-06:00"; "" means always."""
        return self._value("look_between", "")

    @property
    def libraries_required(self) -> tuple[str, ...]:
        """Names of libraries that must be here."""
        return self._words("libraries_required")

    @property
    def libraries_forbidden(self) -> tuple[str, ...]:
        """Names of libraries that are neither opened nor offered."""
        return self._words("libraries_forbidden")

    @property
    def data_folder(self) -> Path | None:
        """Where a user's data lie; None leaves it to the system."""
        return self._path("data_folder")

    @property
    def backup_folder(self) -> Path | None:
        """Where backups of the user's data go; None is beside the data."""
        return self._path("backup_folder")

    @property
    def language(self) -> str:
        """Language of the program's words, such as "fr"; "", or one that it has not, follows the system."""
        return self._value("language", "")

    @property
    def content_language(self) -> str:
        """Language whose texts come first, and in which new documents begin; "" prefers none."""
        return self._value("content_language", "")

    @property
    def docx_template(self) -> Path | None:
        """The organisation's own template for exported DOCX documents."""
        return self._path("docx_template")

    @property
    def odt_template(self) -> Path | None:
        """The organisation's own template for exported ODT documents."""
        return self._path("odt_template")

    @property
    def organisation(self) -> str:
        """Name of the organisation, for the head of documents; "" means none."""
        return self._value("organisation", "")

    @property
    def logo(self) -> Path | None:
        """Picture for the head of documents."""
        return self._path("logo")

    @property
    def web_links(self) -> bool:
        """Whether links may open the browser or the mail program."""
        return self._value("web_links", usual=True)

    @property
    def features_hidden(self) -> tuple[str, ...]:
        """Names of parts of the window that are not shown."""
        return self._words("features_hidden")

    @property
    def sources(self) -> "tuple[PolicySource, ...]":
        """Sources of updates, one a library; a locked one counts before a default."""
        if "sources" not in self.locked and "sources" not in self.defaults:
            return ()
        from procura_desktop.settings.policy_parts import source_of

        found: dict[str, PolicySource] = {}
        for level, table in (("locked", self.locked), ("defaults", self.defaults)):
            listed = table.get("sources", ())
            for one in listed if isinstance(listed, list) else ():
                source = source_of(one, locked=level == "locked")
                found.setdefault(source.library, source)
        return tuple(found[name] for name in sorted(found))


def load_policy(path: Path) -> Policy:
    """Read this computer's policy; where there is none this costs one look for a file.

    Nothing is raised: what is wrong is in `faults`, since the window opens all the same.
    """
    from procura_desktop.settings.policy_place import machine_policy

    managed = _has_managed() and path == machine_policy()
    if not managed and not _may_be_there(path):
        return Policy(path=path)
    from procura_desktop.settings.policy_file import read_policy

    return read_policy(path, managed=managed)


def policy_state(path: Path) -> dict[str, object]:
    """Give what inventories want to know of the policy, as plain values."""
    policy = load_policy(path)
    return {
        "path": str(policy.path),
        "read": list(policy.read),
        "digest": policy.digest,
        "sound": policy.sound,
        "faults": list(map(str, policy.faults)),
        "warnings": list(map(str, policy.warnings)),
    }


def _is_like(found: object, usual: T) -> TypeGuard[T]:
    return type(found) is type(usual)


def _has_managed() -> bool:
    import sys

    return sys.platform in ("win32", "darwin")


def _may_be_there(path: Path) -> bool:
    """Say whether there is something to read; what may not even be looked at is there for all we know."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True
