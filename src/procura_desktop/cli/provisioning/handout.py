"""The policy that is handed out to an office: checked before anything is fetched, and the roots it names.

It is not the policy of this computer, which goes on ruling here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from procura_desktop.cli.provisioning.errors import ProvisionError
from procura_desktop.cli.sourcing import MOST_ROOT, places_of_root, refuse_unsound_root
from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.settings.policy import Policy
from procura_desktop.settings.policy_file import read_policy
from procura_desktop.settings.policy_parts import PolicySource
from procura_desktop.settings.policy_schema import KEYS
from procura_desktop.settings.sources import fingerprint, same_fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A sound policy, and what it asks for.

    Attributes:
        roots: by library, the roots that it names and that are at hand.
        root_paths: by library, where its root is to lie on the computers, as it is written.
    """

    path: Path
    policy: Policy
    roots: Mapping[str, bytes]
    root_paths: Mapping[str, str]

    @property
    def libraries(self) -> tuple[str, ...]:
        """Names of the libraries that the computers need, the main one first."""
        return tuple(dict.fromkeys((MAIN_LIBRARY, *self.policy.libraries_required)))

    def source(self, library: str) -> PolicySource | None:
        """Give the source that the computers have for a library."""
        return next((one for one in self.policy.sources if one.library == library), None)

    @property
    def other_files(self) -> tuple[tuple[str, str], ...]:
        """Key and path of each file that the policy names besides, and that no set holds."""
        held = {**self.policy.defaults, **self.policy.locked}
        names = ("ca_file", *(key.name for key in KEYS if key.kind == "path" and "folder" not in key.name))
        return tuple((name, str(held[name])) for name in dict.fromkeys(names) if held.get(name))


def read_handout(path: Path) -> Handout:
    """Read and check the policy.

    Raises:
        ProvisionError: there is none, it has faults, or a root that it names has another fingerprint.
        UpdateError: what it names as a root is none.
    """
    if not path.is_file():
        raise ProvisionError(f"{path}: there is no such policy; name the file that the office is to obey")
    policy = read_policy(path)
    if not policy.sound:
        raise ProvisionError(
            f"the policy is wrong, and nothing was made: {'; '.join(map(str, policy.faults))}"
        )
    roots = {one.library: found for one in policy.sources if (found := _root(one, path)) is not None}
    return Handout(path=path, policy=policy, roots=roots, root_paths=_root_paths(policy))


def _root(one: PolicySource, policy: Path) -> bytes | None:
    """Give the root of a source: as it stands in the policy, beside that, or at its path."""
    if one.root is None:
        return _sound(policy, one.root_json.encode(), one)
    for path in places_of_root(one.root, policy):
        try:
            with path.open("rb") as file:
                return _sound(path, file.read(MOST_ROOT + 1), one)
        except OSError:
            continue  # it is meant for the computers of the office, and need not be here
    return None


def _sound(path: Path, root: bytes, one: PolicySource) -> bytes:
    refuse_unsound_root(path, root)
    if one.fingerprint and not same_fingerprint(one.fingerprint, root):
        raise ProvisionError(
            f"{path}: the root of the library {one.library!r} has the fingerprint {fingerprint(root)}, "
            "and the policy names another; nothing was made"
        )
    return root


def _root_paths(policy: Policy) -> dict[str, str]:
    """Read the paths as they are written: another system than this one may be meant."""
    found: dict[str, str] = {}
    for table in (policy.locked, policy.defaults):
        listed = table.get("sources", ())
        for one in listed if isinstance(listed, list) else ():
            found.setdefault(str(one["library"]), str(one.get("root", "")))
    return {library: path for library, path in found.items() if path}
