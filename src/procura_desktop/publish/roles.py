"""The roles of The Update Framework, how long each signature holds, and how metadata is written.

Metadata is compact JSON without white space: a client reads all of it before it reads a byte of content.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from securesystemslib.exceptions import UnverifiedSignatureError
from tuf.api.exceptions import DownloadError, RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.api.serialization.json import JSONSerializer

from procura_desktop.publish.errors import ReleaseError

ROLES = ("root", "targets", "snapshot", "timestamp")
ONLINE = ("targets", "snapshot", "timestamp")  # what a release needs; root stays in the cupboard

# A client without a network must not be told too soon that its library is stale; a stolen key must not be
# of use for ever. The timestamp is what stops a mirror from showing old releases as new for longer.
LIFETIME = {
    "root": timedelta(days=730),
    "targets": timedelta(days=365),
    "snapshot": timedelta(days=365),
    "timestamp": timedelta(days=100),
    "program": timedelta(days=365),  # of releases of the program: see sync/program_role.py
}
WARN_BEFORE = timedelta(days=60)

BROKEN = (RepositoryError, DownloadError, DeserializationError, UnverifiedSignatureError)
_SERIALIZER = JSONSerializer(compact=True)
Signed = TypeVar("Signed", Root, Timestamp, Snapshot, Targets)


def expiry(role: str, on: date) -> datetime:
    """Give the instant from which a signature made on this day no longer holds."""
    return datetime.combine(on, time(), tzinfo=UTC) + LIFETIME[role]


def signed_on(role: str, expires: datetime) -> date:
    """Give the day on which a signature with this end was made."""
    return (expires - LIFETIME[role]).date()


def to_bytes(metadata: Metadata[Signed]) -> bytes:
    """Write metadata as compact JSON."""
    return metadata.to_bytes(_SERIALIZER)


def from_bytes(kind: type[Signed], data: bytes, *, shown: str) -> Metadata[Signed]:
    """Read metadata of one kind; its signatures are not checked here.

    Raises:
        ReleaseError: it is none; `shown` names it in the message.
    """
    try:
        found = Metadata[Signed].from_bytes(data)
    except DeserializationError as error:
        raise ReleaseError(f"{shown}: this is no signed metadata; restore it from a copy") from error
    if not isinstance(found.signed, kind):
        raise ReleaseError(f"{shown}: this is {found.signed.type} metadata, not {kind.type}")
    return found
