"""What somebody who helps wants to know, as plain text: the program, the libraries, the last update.

It is read by whoever looks after the computer, so its words are English everywhere. Nothing of the person's
work is in it, and "~" stands for the person's own folder and name.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import qVersion

from procura_desktop.settings.folders import Folders
from procura_desktop.sync.inventory import Inventory, LibraryFacts, take_inventory


def support_details(places: Folders) -> str:
    """Look and write it down."""
    text = "\n".join(_lines(take_inventory(places)))
    return without_person(text, Path.home())


def without_person(text: str, home: Path) -> str:
    """Put "~" for a person's folder, and for the name of that folder wherever it is a part of a path."""
    if not home.name:
        return text
    end = r"(?=[\\/\s]|$)"
    text = re.sub(re.escape(str(home)) + end, "~", text, flags=re.MULTILINE)
    return re.sub(rf"(?<=[\\/]){re.escape(home.name)}{end}", "~", text, flags=re.MULTILINE)


def _lines(found: Inventory) -> Iterator[str]:
    program, places, network = found.program, found.places, found.network
    how = "portable" if places.portable else "standalone" if program.standalone else "from source"
    yield f"Procura Desktop {program.version} ({how})"
    yield f"System: {program.platform}"
    yield f"Python {program.python}, Qt {qVersion()}"
    for library in found.libraries:
        yield from _library(library)
    yield f"Policy: {_policy(found)}"
    state = "read-only" if places.read_only else "can be written"
    yield f"Data: {places.data} ({places.disk} disk, {state})"
    yield f"Network: {network.used}{', library shared' if network.shared else ''}"
    yield f"Clock: {found.clock.now}{' (behind)' if found.clock.behind else ''}"


def _library(library: LibraryFacts) -> Iterator[str]:
    published = f" of {library.published}" if library.published else ""
    whose = f", {library.publisher}" if library.publisher else ""
    hidden = ", switched off" if library.hidden else ""
    yield (
        f"Library {library.name}: edition {library.version or 'none'}{published}{whose}, "
        f"{library.records} records, digest {library.digest[:16] or 'none'}{hidden}"
    )
    if library.fault:
        yield f"  Fault: {library.fault}"
    update = library.update
    yield f"  Looked for an update: {update.checked or 'never'}; updated: {update.updated or 'never'}"
    if update.error:
        yield f"  Last error: {update.error}"


def _policy(found: Inventory) -> str:
    policy = found.policy
    return f"{', '.join(policy.read)}, SHA-256 {policy.digest}" if policy.read else "none"
