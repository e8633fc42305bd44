"""The data of ICU in the bundle is small, and gives the answers that Qt needs."""

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "packaging"))
import icu_data  # noqa: E402 - found by the line above

TOOLS = ("icupkg", "objcopy", "ld", "readelf")


@pytest.mark.parametrize(
    ("name", "size", "kept"),
    [
        ("coll/de.res", 5_000, True),
        ("zoneinfo64.res", 150_000, True),
        ("ibm-5348_P100-1997.cnv", 500, True),
        ("euc-tw-2014.cnv", 548_000, False),
        ("curr/de.res", 5_000, False),
        ("brkitr/thaidict.dict", 200_000, False),
        ("de.res", 9_000, False),
    ],
)
def test_sorting_time_zones_and_small_codecs_stay(name: str, size: int, kept: bool) -> None:
    assert icu_data.is_kept(name, size) is kept


@pytest.mark.external("icupkg")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the data of ICU is the system's")
@pytest.mark.skipif(
    any(shutil.which(tool, path="/usr/sbin:/usr/bin:/bin") is None for tool in TOOLS),
    reason="icupkg (Debian icu-devtools) or binutils are missing",
)
def test_the_cut_data_gives_the_same_answers(tmp_path: Path) -> None:
    (library,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob(f"{icu_data.PREFIX}*")
    made = icu_data.cut(library, tmp_path / "bundle")
    assert made is not None
    assert made.stat().st_size < library.stat().st_size / 4
    icu_data.compare(tmp_path / "bundle")


def test_a_bundle_without_the_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no data of ICU"):
        icu_data.compare(tmp_path)


def test_other_data_would_be_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / f"{icu_data.PREFIX}73").write_bytes(b"x")
    answers = iter(({"de_DE": ["a", "ä"]}, {"de_DE": ["ä", "a"]}))
    monkeypatch.setattr(icu_data, "_answers_over", lambda _: next(answers))
    with pytest.raises(SystemExit, match="other answers: de_DE"):
        icu_data.compare(tmp_path)


def test_the_script_tells_what_it_asks() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "icu_data.py"), "answers"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert '"Europe/Brussels"' in done.stdout
