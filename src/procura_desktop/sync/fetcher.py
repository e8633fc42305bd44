"""Lets python-tuf's client read metadata through our transports."""

from collections.abc import Iterator

from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import FetcherInterface

from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress
from procura_desktop.sync.transport import NotThereError, Transport

MOST_METADATA = 5_000_000  # bytes of one file; the client holds each to its own, smaller limit


class Fetcher(FetcherInterface):
    """Reads the files that the client names; a person may stop it between two pieces."""

    def __init__(self, transport: Transport, progress: Progress) -> None:
        self._transport = transport
        self._progress = progress

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            for piece in self._transport.read(url, most=MOST_METADATA):
                self._progress.advance(0)
                yield piece
        except NotThereError as error:
            missing = phrase("details", "{url} is not there").of(url=url)
            raise DownloadHTTPError(missing, 404) from error  # type: ignore[arg-type] # says it with `str`
