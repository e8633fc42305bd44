"""Exchanging a key, and renewing the root before it expires.

The next root is signed by enough keys of the old root and enough of its own: whoever trusts the old one is
led to the new one. Nothing is overwritten; the next release or refresh publishes the new root.
"""

from collections.abc import Iterable, Iterator, Sequence
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
    check_threshold,
    new_program_keys,
    new_signer,
    open_signer,
    write_secret,
)
from procura_desktop.publish.roles import BROKEN, expiry, to_bytes
from procura_desktop.sync.program_role import PROGRAM, signing_role, state_delegation


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
    if role == PROGRAM:
        _exchange_program_key(root, key_id, signer)
    else:
        root.revoke_key(_which(root.roles[role].keyids, role, key_id), role)
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


def add_program(
    keys: Keys, *, number: int, threshold: int, on: date, unlock: Unlock, passphrase: str
) -> Keys:
    """Make keys for releases of the program, and the next root, which names them.

    Raises:
        KeysError: there are such keys, too few keys of root are at hand, or a passphrase is wrong.
        OSError: the folder cannot be written.
    """
    check_place(keys.folder)
    check_passphrase(passphrase)
    check_threshold(PROGRAM, number, threshold)
    if signing_role(keys.newest, PROGRAM) is not None:
        raise KeysError(f"{keys.folder}: there are keys of {PROGRAM}; exchange them with 'keys rotate'")
    root = _next_root(keys, on=on)
    new_program_keys(keys.folder, root, passphrase=passphrase, number=number, threshold=threshold)
    return _put(keys, _signed(keys, root, new=(), unlock=unlock))


def _exchange_program_key(root: Root, key_id: str, signer: CryptoSigner) -> None:
    who = signing_role(root, PROGRAM)
    if who is None:
        raise KeysError(f"there are no keys of {PROGRAM} yet; 'procura-publish keys {PROGRAM}' makes them")
    gone = _which(who.role.keyids, PROGRAM, key_id)
    kept = {name: who.keys[name] for name in who.role.keyids if name != gone}
    kept[signer.public_key.keyid] = signer.public_key
    state_delegation(root, kept, threshold=who.role.threshold)


def _next_root(keys: Keys, *, on: date) -> Root:
    root = keys.newest
    root.version += 1
    root.expires = max(root.expires, expiry("root", on))
    return root


def _which(known: Sequence[str], role: str, key_id: str) -> str:
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
