"""The command `source`: where updates come from, and whose signature counts."""

import re
from pathlib import Path

from procura_desktop.cli.arguments import Arguments
from procura_desktop.cli.asking import agreed, tell
from procura_desktop.errors import UpdateError
from procura_desktop.resources import resources_root
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import (
    add_source,
    fingerprint,
    load_sources,
    remove_source,
    same_fingerprint,
)

MOST_ROOT = 512_000
NO_SOURCE = "There is no source of updates yet; add one with: procura-desktop source add ADDRESS --root FILE"
WAYS = ("https", "http", "file")


def source(arguments: Arguments, places: Folders, _settings: Settings) -> int:
    """Do what the command names; give the exit code."""
    action, *addresses = arguments.operands
    if action == "add":
        return _add_source(arguments, places, tuple(addresses))
    if action == "remove" and not remove_source(places, arguments.library):
        raise UpdateError(f"no source of the library {arguments.library!r} was added here")
    sources = load_sources(places, resources_root() / "trust")
    listed = [
        {
            "library": source.library,
            "addresses": list(source.addresses),
            "fingerprint": fingerprint(source.read_root()),
            "preset": source.preset,
        }
        for source in sources
    ]
    lines = [
        f"{one['library']}: {', '.join(known.addresses) or 'no address'}\n  root {one['fingerprint']}"
        for one, known in zip(listed, sources, strict=True)
    ]
    tell(arguments, {"sources": listed}, "\n".join(lines) or NO_SOURCE)
    return 0


def _add_source(arguments: Arguments, places: Folders, addresses: tuple[str, ...]) -> int:
    _refuse_other_ways(addresses)
    if arguments.root is None:
        raise UpdateError("give the root file of the publisher: --root FILE")
    try:
        root = arguments.root.read_bytes()[: MOST_ROOT + 1]
    except OSError as error:
        raise UpdateError(f"{arguments.root}: cannot be read ({error.strerror})") from error
    refuse_unsound_root(arguments.root, root)
    found = fingerprint(root)
    if arguments.fingerprint:
        if not same_fingerprint(arguments.fingerprint, root):
            raise UpdateError(f"{arguments.root}: its fingerprint is {found}, not the one that you gave")
    elif not agreed(arguments, f"The root's fingerprint is\n  {found}\nIs that what the publisher told you?"):
        raise UpdateError(
            "compare the fingerprint with what the publisher told you, and give it: --fingerprint HEX"
        )
    added = add_source(places, arguments.library, addresses=addresses, root=root)
    said = {"library": added.library, "addresses": list(addresses), "fingerprint": found}
    text = f"The library {added.library} is updated from {', '.join(addresses) or 'files'}."
    tell(arguments, said, f"{text}{''.join(map(_doubt, addresses))}")
    return 0


def _refuse_other_ways(addresses: tuple[str, ...]) -> None:
    """Refuse addresses that nothing is ever read from."""
    for address in addresses:
        way, found, _ = address.partition("://")
        if found and way.lower() not in WAYS:
            raise UpdateError(
                f"{address}: write an address that begins with https:// or http://, or the path of a folder"
            )


def _doubt(address: str) -> str:
    """Say where a path leads to nothing: a share may come later, but often https:// was left out."""
    if "://" in address or Path(address).expanduser().exists():
        return ""
    return (
        f" {Path(address).expanduser().absolute()} is not there now; "
        "an address on the web begins with https://."
    )


def places_of_root(root: Path, policy: Path) -> tuple[Path, Path]:
    """Give where a root that a policy names may be: beside the policy, then at its path.

    The path may be one of another system, so its name is what follows the last slash of either kind.
    """
    return policy.parent / re.split(r"[\\/]", str(root))[-1], root


def refuse_unsound_root(path: Path, root: bytes) -> None:
    """Refuse what is no root file of a publisher, signed by its own keys.

    Raises:
        UpdateError: it is none.
    """
    from tuf.api.exceptions import RepositoryError
    from tuf.api.metadata import Metadata, Root

    try:
        found = Metadata[Root].from_bytes(root)
        if not isinstance(found.signed, Root):  # whatever is signed can be read so
            raise UpdateError(
                f"{path}: this is no root file of a publisher, but another file; give root.json"
            )
        found.signed.verify_delegate(Root.type, found.signed_bytes, found.signatures)
    except (RepositoryError, ValueError, AttributeError) as error:
        raise UpdateError(f"{path}: this is no root file of a publisher ({error})") from error
