"""A folder of keys: the secret ones, each encrypted in a file of its own, and every root they were named in.

```
root.json                 the first root: what clients pin, and whose fingerprint people compare
2.root.json …             the roots that followed it
<role>-<key id>.pem       a secret key; those of root belong into a cupboard, on a stick
```

Nothing here is ever overwritten. A secret key is opened only when it is about to sign.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner, Key, SSlibKey
from tuf.api.metadata import Metadata, Root

from procura_desktop.library.disk import sync_folder
from procura_desktop.publish.disk import put
from procura_desktop.publish.errors import KeysError, ReleaseError
from procura_desktop.publish.roles import BROKEN, ROLES, expiry, from_bytes, to_bytes
from procura_desktop.settings.sources import fingerprint
from procura_desktop.sync.program_role import PROGRAM, state_delegation

KEY_ID_DIGITS = 8  # of the SHA-256 of the key: short, since ids stand in all metadata; unique in a root
SHORTEST_PASSPHRASE = 12

_OF_CONTENT = ("en/guidance", "en/criteria", "en/groups", "en/cases", "en/terms")

Unlock = Callable[[Path], str]  # gives the passphrase of a key file


@dataclass(frozen=True, slots=True)
class Keys:
    """A folder of keys, read and checked.

    Attributes:
        folder: where new roots and keys go.
        roots: all of them, the first one first, each signed by the one before.
        also: other folders in which key files may lie, such as sticks.
    """

    folder: Path
    roots: tuple[bytes, ...]
    also: tuple[Path, ...] = ()

    @property
    def newest(self) -> Root:
        """The root that counts now."""
        return Metadata[Root].from_bytes(self.roots[-1]).signed

    @property
    def fingerprint(self) -> str:
        """That of the first root file: what people compare."""
        return fingerprint(self.roots[0])

    def file_of(self, role: str, key_id: str) -> Path | None:
        """Give the file of a secret key; None means that it is not here."""
        places = (folder / key_file_name(role, key_id) for folder in (self.folder, *self.also))
        return next((place for place in places if place.is_file()), None)


def key_file_name(role: str, key_id: str) -> str:
    """Give the name of the file that holds a secret key."""
    return f"{role}-{key_id}.pem"


def make_keys(
    folder: Path,
    *,
    passphrase: str,
    on: date,
    root_keys: int = 1,
    root_threshold: int = 1,
    program_keys: int = 0,
    program_threshold: int = 1,
) -> Keys:
    """Make keys for all roles and the first root; for releases of the program where `program_keys` says so.

    Raises:
        KeysError: there are keys already, the folder is one that others read, or the numbers make no sense.
        OSError: the folder cannot be written.
    """
    check_place(folder)
    check_passphrase(passphrase)
    check_threshold("root", root_keys, root_threshold)
    if program_keys:
        check_threshold(PROGRAM, program_keys, program_threshold)
    if folder.is_dir() and any(folder.iterdir()):
        raise KeysError(f"{folder}: this folder is not empty, and keys are never overwritten; name a new one")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    root = Root(version=1, expires=expiry("root", on), consistent_snapshot=True)
    signers = []
    for role in ROLES:
        for _ in range(root_keys if role == "root" else 1):
            signer = new_signer()
            root.add_key(signer.public_key, role)
            write_secret(folder, role, signer, passphrase=passphrase)
            signers += [signer] if role == "root" else []
    root.roles["root"].threshold = root_threshold
    if program_keys:
        new_program_keys(
            folder, root, passphrase=passphrase, number=program_keys, threshold=program_threshold
        )
    metadata = Metadata(root)
    for signer in signers[:root_threshold]:
        metadata.sign(signer, append=True)
    put(folder / "root.json", to_bytes(metadata))
    return open_keys(folder)


def check_threshold(role: str, number: int, threshold: int) -> None:
    """Refuse numbers of keys that make no sense.

    Raises:
        KeysError: so many of them cannot sign.
    """
    if not 1 <= threshold <= number:
        raise KeysError(f"{threshold} of {number} {role} keys cannot sign; ask for 1 to {number}")


def new_program_keys(folder: Path, root: Root, *, passphrase: str, number: int, threshold: int) -> None:
    """Make keys for releases of the program, and let a root name them that is not signed yet.

    Raises:
        OSError: the folder cannot be written.
    """
    signers = [new_signer() for _ in range(number)]
    for signer in signers:
        write_secret(folder, PROGRAM, signer, passphrase=passphrase)
    keys = {signer.public_key.keyid: signer.public_key for signer in signers}
    state_delegation(root, keys, threshold=threshold)


def open_keys(folder: Path, *, also: Sequence[Path] = ()) -> Keys:
    """Read the roots of a folder of keys and check that each was signed by the one before.

    Raises:
        KeysError: it is no such folder, or a root is not sound.
    """
    try:
        roots = tuple(path.read_bytes() for path in _root_files(folder))
        _check_chain(roots)
    except (OSError, ReleaseError, *BROKEN) as error:
        raise KeysError(f"{folder}: a root is not sound ({error}); restore it from a copy") from error
    if not roots:
        raise KeysError(
            f"{folder}: there is no root.json here; 'procura-publish keys --dir {folder}' makes keys"
        )
    return Keys(folder, roots, tuple(also))


def open_signer(path: Path, key: Key, *, unlock: Unlock) -> CryptoSigner:
    """Open a secret key.

    Raises:
        KeysError: the passphrase is wrong, or the file holds another key.
    """
    try:
        secret = load_pem_private_key(path.read_bytes(), unlock(path).encode())
        if not isinstance(secret, Ed25519PrivateKey) or not isinstance(key, SSlibKey):
            raise KeysError(f"{path}: this is no Ed25519 key; restore the file from a copy")
        return CryptoSigner(secret, key)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeysError(
            f"{path}: the passphrase is wrong, or the file is damaged; nothing was signed"
        ) from error
    except OSError as error:
        raise KeysError(
            f"{path}: the key cannot be read ({error.strerror}); check who owns the file"
        ) from error


def new_signer() -> CryptoSigner:
    """Make a new key."""
    secret = Ed25519PrivateKey.generate()
    key = SSlibKey.from_crypto(secret.public_key())
    key.keyid = key.keyid[:KEY_ID_DIGITS]
    return CryptoSigner(secret, key)


def write_secret(folder: Path, role: str, signer: CryptoSigner, *, passphrase: str) -> Path:
    """Write a secret key, encrypted, into a new file that only its owner can read."""
    secret = load_pem_private_key(signer.private_bytes, None)
    data = secret.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode())
    )
    path = folder / key_file_name(role, signer.public_key.keyid)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(folder)
    return path


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is quickly guessed.

    Raises:
        KeysError: it is too short.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KeysError(
            f"a passphrase has at least {SHORTEST_PASSPHRASE} characters; four words are a good one"
        )


def check_place(folder: Path) -> None:
    """Refuse a place for secret keys that others read.

    Raises:
        KeysError: it is inside a git work tree, content or a release.
    """
    real = folder.resolve()
    for place in (real, *real.parents):
        if (place / ".git").exists():
            raise KeysError(f"{folder}: this is inside the git work tree {place}; secret keys go elsewhere")
        if any((place / part).is_dir() for part in _OF_CONTENT):
            raise KeysError(f"{folder}: this is inside the content {place}; secret keys go elsewhere")
        if (place / "metadata").is_dir() and (place / "targets").is_dir():
            raise KeysError(f"{folder}: this is inside the release {place}; secret keys go elsewhere")


def _root_files(folder: Path) -> Iterator[Path]:
    path, number = folder / "root.json", 1
    while path.is_file():
        yield path
        number += 1
        path = folder / f"{number}.root.json"


def _check_chain(roots: Sequence[bytes]) -> None:
    before = None
    for number, data in enumerate(roots, start=1):
        root = from_bytes(Root, data, shown=f"root {number}")
        if root.signed.version != number:
            raise ReleaseError(f"root {number} says that it is {root.signed.version}")
        root.signed.verify_delegate("root", root.signed_bytes, root.signatures)
        if before is not None:
            before.verify_delegate("root", root.signed_bytes, root.signatures)
        before = root.signed
