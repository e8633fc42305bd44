"""Exchanging a key, and renewing the root before it expires.

The next root is signed by enough keys of the old root and enough of its own: whoever trusts the old one is
led to the new one. Nothing is overwritten; the next release or refresh publishes the new root.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root

from procura_desktop.publish.disk import put
from procura_desktop.publish.errors import KeysError
from procura_desktop.publish.keys import (
    Keys,
    Unlock,
    check_passphrase,
    check_place,
    new_signer,
    open_signer,
    write_secret,
)
from procura_desktop.publish.roles import BROKEN, expiry, to_bytes


def rotate(keys: Keys, role: str, *, on: date, unlock: Unlock, passphrase: str, key_id: str = "") -> Keys:
    """Put a new key in the place of an old one; `key_id` says which, where a role has several.

    Raises:
        KeysError: too few keys of root are at hand, a passphrase is wrong, or it is not clear which key goes.
        OSError: the folder cannot be written.
    """
    check_place(keys.folder)
    check_passphrase(passphrase)
    signer = new_signer()
    root = _next_root(keys, on=on)
    root.revoke_key(_which(root, role, key_id), role)
    root.add_key(signer.public_key, role)
    metadata = _signed(keys, root, new=[signer] if role == "root" else [], unlock=unlock)
    write_secret(keys.folder, role, signer, passphrase=passphrase)
    return _put(keys, metadata)


def renew(keys: Keys, *, on: date, unlock: Unlock) -> Keys:
    """Make the next root with the same keys and a later end.

    Raises:
        KeysError: too few keys of root are at hand, or a passphrase is wrong.
        OSError: the folder cannot be written.
    """
    return _put(keys, _signed(keys, _next_root(keys, on=on), new=(), unlock=unlock))


def _next_root(keys: Keys, *, on: date) -> Root:
    root = keys.newest
    root.version += 1
    root.expires = max(root.expires, expiry("root", on))
    return root


def _which(root: Root, role: str, key_id: str) -> str:
    known = root.roles[role].keyids
    if not key_id and len(known) == 1:
        return known[0]
    if key_id not in known:
        raise KeysError(f"say which key of {role} goes: --key with one of {', '.join(known)}")
    return key_id


def _signed(keys: Keys, root: Root, *, new: Iterable[CryptoSigner], unlock: Unlock) -> Metadata[Root]:
    """Sign until both roots are content; the new key first, so that it proves itself."""
    old, metadata = keys.newest, Metadata(root)
    for signer in (*new, *_root_signers(keys, old, root, unlock=unlock)):
        metadata.sign(signer, append=True)
        if _content(old, metadata) and _content(root, metadata):
            return metadata
    role = old.roles["root"]
    raise KeysError(
        f"{keys.folder}: too few keys of root are here: {role.threshold} of {', '.join(role.keyids)} "
        "must sign; bring their files, or name their folders with --also; docs/publishing.md says what to do "
        "when they are lost"
    )


def _root_signers(keys: Keys, old: Root, new: Root, *, unlock: Unlock) -> Iterator[CryptoSigner]:
    """Open keys one after the other, those that both roots name first."""
    known = sorted(old.roles["root"].keyids, key=lambda key_id: key_id not in new.roles["root"].keyids)
    for key_id in known:
        path = keys.file_of("root", key_id)
        if path is not None:
            yield open_signer(path, old.keys[key_id], unlock=unlock)


def _content(root: Root, metadata: Metadata[Root]) -> bool:
    try:
        root.verify_delegate("root", metadata.signed_bytes, metadata.signatures)
    except BROKEN:
        return False
    return True


def _put(keys: Keys, metadata: Metadata[Root]) -> Keys:
    data = to_bytes(metadata)
    put(keys.folder / f"{metadata.signed.version}.root.json", data)
    return replace(keys, roots=(*keys.roots, data))
