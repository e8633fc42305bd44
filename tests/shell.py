"""The command `procurement` as a script calls it, over folders with a small library in use."""

import json
from pathlib import Path
from typing import Any

import pytest

from procura_desktop import cli
from procura_desktop.domain.procurement import Procurement
from procura_desktop.domain.records import Record
from procura_desktop.settings.folders import folders
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace
from tests.factories import build_sample


class Shell:
    """Runs commands in one home and reads what they print."""

    def __init__(
        self, home: Path, capsys: pytest.CaptureFixture[str], *, records: tuple[Record, ...] | None = None
    ) -> None:
        self.home = home
        self._capsys = capsys
        places = folders(home)
        places.library_dir.mkdir(parents=True)
        built = build_sample(home / "sample.sqlite", records=records)
        (places.library_dir / "main.sqlite").write_bytes(built.read_bytes())

    def run(self, *words: str) -> tuple[int, str, str]:
        """Give exit code, standard output and standard error."""
        code = cli.main(["--data-dir", str(self.home), "procurement", *words])
        said = self._capsys.readouterr()
        return code, said.out.strip(), said.err.strip()

    def says(self, *words: str) -> str:
        """Give what a command that goes well prints, and that it complains of nothing."""
        code, out, err = self.run(*words)
        assert (code, err) == (0, ""), (words, err)
        return out

    def tells(self, *words: str) -> Any:  # noqa: ANN401 - a document of any form
        """Give the one document that a command prints."""
        return json.loads(self.says(*words, "--json"))

    def refuses(self, *words: str, code: int = 1) -> str:
        """Give why a command is refused."""
        found, out, err = self.run(*words)
        assert (found, out) == (code, ""), (words, out, err)
        return err

    def stored(self, name: str) -> Procurement:
        """Give a procurement as it is kept."""
        with open_workspace(folders(self.home).workspace) as workspace:
            return Procurements(workspace).read(name).procurement

    def keeps(self, procurement: Procurement) -> None:
        """Put a procurement there."""
        with open_workspace(folders(self.home).workspace) as workspace:
            Procurements(workspace).add(procurement)
