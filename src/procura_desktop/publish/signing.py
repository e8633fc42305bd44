"""Signing with as many keys as a role asks for, and no more.

While a new root waits to be published, metadata is signed with the keys of the old root too, where they are
at hand: whoever reads between the two writes can trust what is there, whichever root they hold.
"""

from datetime import UTC, date, datetime, time
from pathlib import Path

from securesystemslib.signer import CryptoSigner, Key
from tuf.api.metadata import Metadata, Root

from procura_desktop.publish.errors import KeysError
from procura_desktop.publish.keys import Keys, Unlock, key_file_name, open_signer
from procura_desktop.publish.roles import Signed, expiry, to_bytes
from procura_desktop.sync.program_role import PROGRAM, signing_role


class Signing:
    """Signs for the roles of the newest root; each secret key is opened once at most."""

    def __init__(self, keys: Keys, *, unlock: Unlock, on: date, published: Root | None = None) -> None:
        self._keys = keys
        self._root = keys.newest
        self._published = published
        self._unlock = unlock
        self._on = on
        self._opened: dict[Path, CryptoSigner] = {}

    def check(self, *roles: str) -> None:
        """Open the keys of these roles before anything is written.

        Raises:
            KeysError: a key is missing, a passphrase is wrong, or the root has expired.
        """
        if self._root.is_expired(datetime.combine(self._on, time(), tzinfo=UTC)):
            raise KeysError(
                f"{self._keys.folder}: the root expired on {self._root.expires:%Y-%m-%d}, and clients would "
                "refuse what it signs; renew it with 'procura-publish keys renew'"
            )
        for role in roles:
            self._signers(role, self._root)

    def sign(self, signed: Signed, *, role: str = "") -> bytes:
        """Set the day on which it expires, sign it and write it; `role` "" is that of its kind.

        Raises:
            KeysError: a key is missing, or the passphrase is wrong.
        """
        role = role or signed.type
        signed.expires = expiry(role, self._on)
        metadata = Metadata(signed)
        for signer in self._signers(role, self._root):
            metadata.sign(signer, append=True)
        for signer in self._former_signers(role):
            metadata.sign(signer, append=True)
        return to_bytes(metadata)

    def _signers(self, role: str, root: Root) -> list[CryptoSigner]:
        who = signing_role(root, role)
        if who is None:
            raise KeysError(
                f"{self._keys.folder}: the root names no keys of {role}; "
                f"'procura-publish keys {role}' makes them"
            )
        wanted = who.role
        found = [
            self._open(path, who.keys[key_id])
            for key_id, path in self._files(role, wanted.keyids)[: wanted.threshold]
        ]
        if len(found) < wanted.threshold:
            names = " or ".join(key_file_name(role, key_id) for key_id in wanted.keyids)
            raise KeysError(
                f"{self._keys.folder}: {names} is missing, without which {role} cannot be signed; "
                "put it there, or name its folder with --also"
            )
        return found

    def _former_signers(self, role: str) -> list[CryptoSigner]:
        """Give the keys of the root that clients still have, where they are at hand and no longer count."""
        if self._published is None or self._published.version == self._root.version:
            return []
        if role == PROGRAM:  # between two files of a release a client sees no program, and that is all
            return []
        former = [key_id for key_id in self._published.roles[role].keyids if key_id not in self._root.keys]
        return [self._open(path, self._published.keys[key_id]) for key_id, path in self._files(role, former)]

    def _files(self, role: str, key_ids: list[str]) -> list[tuple[str, Path]]:
        files = ((key_id, self._keys.file_of(role, key_id)) for key_id in key_ids)
        return [(key_id, path) for key_id, path in files if path is not None]

    def _open(self, path: Path, key: Key) -> CryptoSigner:
        if path not in self._opened:
            self._opened[path] = open_signer(path, key, unlock=self._unlock)
        return self._opened[path]
