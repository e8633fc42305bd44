"""What a start of the program can be asked to open: an address, or a file of one of our kinds."""

from pathlib import Path

from procura_desktop.domain.addresses import UPDATE_FILE

PROCUREMENT_FILE = ".procurement"  # how a file ends that procurements travel in
FILE_ENDINGS = (UPDATE_FILE, PROCUREMENT_FILE)
_FILE_ADDRESS = "file:"


def file_ending(text: str) -> str:
    """Give how a file of ours ends, in small letters; "" means that this is no such file."""
    ending = Path(text).suffix.lower()
    return ending if ending in FILE_ENDINGS else ""


def openable(text: str) -> str:
    """Write what shall be opened so that a program in another folder understands it.

    Desktops give files as paths or as ``file:`` addresses. The path of a file of ours becomes absolute;
    anything else stays as it is.
    """
    if text.lower().startswith(_FILE_ADDRESS):
        from urllib.parse import urlsplit
        from urllib.request import url2pathname  # the usual start has no such address

        text = url2pathname(urlsplit(text).path)
    return str(Path(text).absolute()) if file_ending(text) else text
