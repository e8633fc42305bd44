"""The built program does what needs the parts that the bundle brings, without a Python beside it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import odfdo
import openpyxl
import pytest

from procura_desktop.export.outputs import ALL_OUTPUTS
from procura_desktop.settings.sources import fingerprint
from tests.e2e.conftest import BUNDLE
from tests.releases import make_publisher
from tests.unit.sync.editions import records, today
from tests.unit.sync.lines import FakeClock
from tests.unit.sync.tls import make_certificate, served_securely

pytestmark = [pytest.mark.external("bundle"), pytest.mark.prove, pytest.mark.only_prove]
Run = Callable[..., str]


def surroundings(home: Path) -> dict[str, str]:
    """The variables of a user with an empty home, who finds no program."""
    return {"HOME": str(home), "PATH": str(home), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A command of the built program, with an empty home and nothing on its path."""

    def run(*words: str, fails: bool = False) -> str:
        done = subprocess.run(
            [str(BUNDLE), "--data-dir", str(tmp_path / "data"), *words],
            env=surroundings(tmp_path),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=180,
        )
        assert (done.returncode != 0) is fails, done.stdout + done.stderr
        return done.stdout + done.stderr if fails else done.stdout

    return run


@pytest.fixture
def procurement(run: Run) -> str:
    """The id of a procurement with criteria."""
    found: dict[str, Any] = json.loads(run("search", "laptop battery", "--json"))
    criteria = [hit["id"] for hit in found["results"] if hit["kind"] == "criterion"]
    assert len(criteria) > 2
    made = run("procurement", "new", "Laptops", "--group", "computers").strip()
    run("procurement", "set", made, "buyer=City", "value=270000", "language=fr")
    run("procurement", "add", made, *criteria, "--reason", "They last longer")
    return made


def test_documents_of_every_form_can_be_opened(run: Run, procurement: str, tmp_path: Path) -> None:
    for form in ("docx", "odt", "html", "md", "txt"):
        written = run("procurement", "export", procurement, "--to", str(tmp_path / form), "--form", form)
        files = [Path(line) for line in written.splitlines()]
        assert len(files) == len(ALL_OUTPUTS) - 1  # all but open data, which wants a prefix
        assert all(file.stat().st_size for file in files)
    for file in (tmp_path / "docx").glob("*.docx"):
        assert docx.Document(str(file)).paragraphs
    for file in (tmp_path / "odt").glob("*.odt"):
        assert odfdo.Document(file).body.paragraphs
    for file in (tmp_path / "docx").glob("*.xlsx"):
        assert openpyxl.load_workbook(file).sheetnames
    (said,) = (file for file in (tmp_path / "docx").glob("*.docx") if "Cahier des charges" in file.name)
    assert "paragraphs read" in run("review", str(said), fails=True)  # slots are still to be filled


def test_an_update_comes_over_https_under_the_certificate_that_was_named(run: Run, tmp_path: Path) -> None:
    publisher = make_publisher(tmp_path / "publisher", on=today())
    edition = publisher.release(records=records(), on=today())
    certificate = make_certificate(tmp_path / "certificate.pem")
    settings = tmp_path / "data" / "settings.toml"
    settings.parent.mkdir()
    pinned = ("--root", str(publisher.root), "--fingerprint", fingerprint(publisher.root.read_bytes()))
    with served_securely(publisher.folder, certificate, time=FakeClock()) as (_, address):
        run("source", "add", address, *pinned)
        assert "certificate" in run("update", "--yes", fails=True)
        settings.write_text(f"ca_file = '{certificate}'\nproxy = 'none'\n", encoding="utf-8")
        assert f"edition {edition.version}" in run("update", "--yes")
