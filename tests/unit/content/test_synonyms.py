"""Words that mean the same, and every fault in their file with its line."""

from pathlib import Path

import pytest

from procura_desktop.content.synonyms import read_synonyms


def test_each_list_is_a_meaning(tmp_path: Path) -> None:
    (tmp_path / "synonyms.yaml").write_text("# our own first\n- [battery,  accumulator]\n- [tyre, tire]\n")

    found, log = read_synonyms(tmp_path)

    assert found == (("battery", "accumulator"), ("tyre", "tire"))
    assert not log.faults


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    found, log = read_synonyms(tmp_path)

    assert (found, list(log.faults)) == ((), [])


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("- [battery, accumulator]\n- [tyre]\n", 2, "two different words"),
        ("- [battery, battery]\n", 1, "two different words"),
        ("- [battery, accumulator]\n- tyre\n", 2, "no list of words"),
        (f"- [battery, {'a' * 61}]\n", 1, "longer than"),
        ("- [battery, cell]\n\n- [Battery, accumulator]\n", 3, "begins the list of line 1 too"),
        ("battery: accumulator\n", 1, "the file is no list"),
        ("- [battery, cell]\n- [tyre\n", 3, "broken YAML"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    (tmp_path / "synonyms.yaml").write_text(text)

    _, log = read_synonyms(tmp_path)

    (fault,) = log.faults
    assert fault.line == line
    assert what in fault.what
