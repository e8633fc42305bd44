"""A process that updates, and can be killed at any instant of it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from procura_desktop.settings.folders import Folders

# It loads everything once and forks a child for each update, so that a kill costs no start of Python.
NURSERY = """
import os, sys
from contextlib import closing
from pathlib import Path
from procura_desktop.library import build, change, cpv
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import folders
from procura_desktop.settings.settings import Settings
from procura_desktop.sync import places, session
import tuf.api.serialization.json, securesystemslib.signer

bundled = Path(sys.argv[2])
places.bundled_path = lambda library: bundled
cpv.cpv_labels()
for line in sys.stdin:
    address = line.rstrip("\\n")
    child = os.fork()
    if child == 0:
        sys.stdin.close()
        found = session.find(
            folders(Path(sys.argv[1])), Settings(proxy="none"), library="main", address=address,
            progress=Silent(),
        )
        with closing(found):
            if found.plan.way != "nothing":
                session.follow(found, progress=Silent())
        os._exit(0)
    print(child, flush=True)
    sys.stdin.readline()  # until then the child has not gone for good, and its number is nobody else's
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@dataclass(slots=True)
class Nursery:
    """Starts updates in processes of their own."""

    process: "subprocess.Popen[str]"

    def start(self, address: str) -> int:
        """Start an update from an address; give the process id, which holds until `wait`."""
        return self._answer(address)

    def wait(self) -> int:
        """Wait for the end of the update; give its exit code, below zero for a signal."""
        return self._answer("wait")

    def _answer(self, line: str) -> int:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@contextmanager
def nursery(places: Folders, bundled: Path) -> Iterator[Nursery]:
    """Have one until the end of the block."""
    with subprocess.Popen(
        [sys.executable, "-c", NURSERY, str(places.data), str(bundled)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Nursery(process)
        assert process.stdin is not None
        process.stdin.close()
