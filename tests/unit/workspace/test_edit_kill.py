"""The program is killed at any instant of an edit: at most the last keystroke is lost, the file is sound."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.domain.procurement import Procurement
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace
from tests.e2e.updating import Nursery
from tests.procurements import make_procurement

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="processes cannot fork there")

# A child types into one criterion after the other. Each keystroke writes its number into that criterion and
# into the procurement itself, so that half a save would show. What is saved is said in a file beside it.
EDITOR = """
import os, sys
from dataclasses import replace
from pathlib import Path
from procura_desktop.domain.drafting import change_item
from procura_desktop.workspace.drafts import Draft
from procura_desktop.domain.procurement import Procurement
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace
import procura_desktop.domain.records

def edit(path):
    said = os.open(path.with_name("said"), os.O_RDWR | os.O_CREAT)
    with open_workspace(path) as workspace:
        store = Procurements(workspace)
        draft = Draft(store, store.read("laptops-2026"))
        number = int(draft.procurement.head.reference)
        while True:
            number += 1
            made = draft.procurement
            made = replace(made, head=replace(made.head, reference=str(number)))
            name = made.items[number % len(made.items)].id
            typed = "k" * (number % 300) + str(number)
            made = change_item(made, name, lambda item: replace(item, reason=typed))
            draft.change("Reason", made, field=name)
            if number % 10 == 0:  # going back and forth writes as well
                draft.undo()
                draft.redo()
            os.pwrite(said, number.to_bytes(8, "big"), 0)

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        sys.stdin.close()
        edit(Path(line.rstrip("\\n")))
    print(child, flush=True)
    sys.stdin.readline()  # until then the child has not gone for good, and its number is nobody else's
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.fixture
def editor() -> Iterator[Nursery]:
    with subprocess.Popen(
        [sys.executable, "-c", EDITOR],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield Nursery(process)
        finally:  # a test that fails leaves a child typing, for which this one would wait
            os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "workspace.sqlite"
    made = make_procurement()
    with open_workspace(path) as workspace:
        store = Procurements(workspace)
        stored = store.add(made)
        store.save(_numbered(stored.procurement, 0), before=stored)
    (tmp_path / "said").write_bytes(bytes(8))
    return path


def _numbered(procurement: Procurement, number: int) -> Procurement:
    return replace(procurement, head=replace(procurement.head, reference=str(number)))


def said(file: Path) -> int:
    return int.from_bytes(file.with_name("said").read_bytes(), "big")


@pytest.mark.prove
def test_a_program_killed_while_somebody_types_loses_at_most_the_last_keystroke(
    file: Path, editor: Nursery, prove: bool
) -> None:
    chance = random.Random(47)
    typed = 0
    for run in range(500 if prove else 20):
        before = said(file)
        child = editor.start(str(file))
        time.sleep(chance.uniform(0, 0.12))  # the moment of death is the subject
        os.kill(child, signal.SIGKILL)
        assert editor.wait() == -signal.SIGKILL, run
        finished = said(file)
        typed += finished - before

        with open_workspace(file) as workspace:
            made = Procurements(workspace).read("laptops-2026").procurement
        kept = int(made.head.reference)
        assert finished <= kept <= finished + 1, run  # what was said to be saved was saved
        for back in range(min(kept, len(made.items))):  # the last keystroke of each criterion
            number = kept - back
            assert made.items[number % len(made.items)].reason.endswith(str(number)), run
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        file.with_name("said").write_bytes(kept.to_bytes(8, "big"))
    assert typed > 0
