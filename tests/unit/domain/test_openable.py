from pathlib import Path

import pytest

from procura_desktop.domain.openable import file_ending, openable


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("edition.procura", ".procura"),
        ("/media/stick/EDITION.PROCURA", ".procura"),
        ("procura:main/guidance/labels", ""),
        ("guidance/labels", ""),
        ("notes.txt", ""),
        ("", ""),
    ],
)
def test_only_files_of_ours_have_an_ending(text: str, ending: str) -> None:
    assert file_ending(text) == ending


@pytest.mark.skipif("sys.platform == 'win32'", reason="paths of Linux")
def test_a_file_is_named_so_that_another_folder_finds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert openable("e.procura") == str(tmp_path / "e.procura")
    assert openable("file:///media/%D0%9A%D0%B8%D0%B9%20x/e.procura") == "/media/Кий x/e.procura"
    assert openable("procura:main/guidance/labels") == "procura:main/guidance/labels"
    assert openable("") == ""
