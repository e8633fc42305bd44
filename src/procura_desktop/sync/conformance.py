"""Drives our client for the conformance suite of The Update Framework's community.

``python -m procura_desktop.sync.conformance`` speaks the protocol of theupdateframework/tuf-conformance
(``CLIENT-CLI.md``). What it drives is what updates use: the same transport, fetcher, limits and refusals;
only the addresses are the suite's. No other module imports this one, and the bundle leaves it out.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from tuf.api.exceptions import DownloadError, RepositoryError

from procura_desktop.errors import ProcuraError, SourceUnreachableError
from procura_desktop.progress import Silent
from procura_desktop.sync.client import Trust, refreshed, refusals
from procura_desktop.sync.http import HttpTransport, Line

_PINNED = "pinned-root"  # beside the metadata; the suite takes every *.json there for metadata


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; 1 means that something was refused or could not be had."""
    options = _grammar().parse_args(arguments)
    try:
        options.run(options)
    except (ProcuraError, RepositoryError, DownloadError, OSError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


def _grammar() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m procura_desktop.sync.conformance", description=__doc__)
    parser.add_argument("--metadata-dir", type=Path, required=True)
    parser.add_argument("--metadata-url", default="")
    parser.add_argument("--target-dir", type=Path)
    parser.add_argument("--target-base-url", default="")
    parser.add_argument("--target-name", action="append", default=[])
    commands = parser.add_subparsers(required=True)
    init = commands.add_parser("init", help="trust a root")
    init.add_argument("trusted_root", type=Path)
    init.set_defaults(run=_init)
    commands.add_parser("refresh", help="bring the metadata up to date").set_defaults(run=_refresh)
    commands.add_parser("download", help="fetch targets too").set_defaults(run=_download)
    return parser


def _init(options: argparse.Namespace) -> None:
    root = options.trusted_root.read_bytes()
    for name in (_PINNED, "root.json"):
        (options.metadata_dir / name).write_bytes(root)


def _refresh(options: argparse.Namespace) -> None:
    _fetch(options, targets=())


def _download(options: argparse.Namespace) -> None:
    _fetch(options, targets=options.target_name)


def _fetch(options: argparse.Namespace, *, targets: Sequence[str]) -> None:
    bases = [_folder(url) for url in (options.metadata_url, options.target_base_url) if url]
    if not bases:
        raise SourceUnreachableError(source="", detail="there is no --metadata-url")
    transport = HttpTransport(bases[0], line=Line(proxy="none"), url_of=_only_below(bases))
    trust = Trust(root=(options.metadata_dir / _PINNED).read_bytes(), folder=options.metadata_dir)
    try:
        with refusals(transport):
            updater = refreshed(transport, trust, Silent(), now=datetime.now(UTC), metadata=bases[0])
            for name in targets:
                info = updater.get_targetinfo(name)
                if info is None:
                    raise SourceUnreachableError(source=bases[-1], detail=f"{name!r} is not signed for")
                path = options.target_dir / _file_name(name)
                if updater.find_cached_target(info, str(path)) is None:
                    updater.download_target(info, str(path), bases[-1])
    finally:
        transport.close()


def _folder(url: str) -> str:
    return url if url.endswith("/") else f"{url}/"


def _file_name(name: str) -> str:
    """Give a name of one file in one folder, whatever a target is called."""
    return name.encode().hex()


def _only_below(bases: Sequence[str]) -> Callable[[str], str]:
    """Let a transport read full addresses, but none outside the given ones."""

    def checked(url: str) -> str:
        if ".." in urlsplit(url).path.split("/") or not url.startswith(tuple(bases)):
            raise SourceUnreachableError(source=bases[0], detail=f"{url!r} is outside what was named")
        return url

    return checked


if __name__ == "__main__":
    sys.exit(main())
