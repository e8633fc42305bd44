"""`procura-desktop review`: what it prints, and how it ends."""

import io
import json
import sys
from pathlib import Path

import pytest

from procura_desktop.cli import main
from tests.factories import build_sample
from tests.unit.export.documents import docx, odt_parts, pack, word


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Where a library is."""
    folder = tmp_path_factory.mktemp("data")
    build_sample(folder / "library" / "main.sqlite")
    return ["--data-dir", str(folder)]


def test_a_finding_has_its_sentence_rule_reason_and_remedy(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    body = word("Technical specifications") + word("Desks are new. They shall meet EN 527-2.")
    path = docx(tmp_path / "desks.docx", body)

    assert main(["review", str(path), *data]) == 1

    assert capsys.readouterr().out == (
        f"{path}: 2 paragraphs read, 1 finding. This is no legal advice.\n\n"
        "Paragraph 2: They shall meet EN 527-2.\n"
        "  must, equivalent: “EN 527-2” stands without “or equivalent”.\n"
        "    Why: Equal standards, labels and certificates must be accepted; a document that hides this "
        "misleads. (Directive 2014/24/EU, Articles 42(3)(b), 43(1), 44(1) and 62)\n"
        "    Do: Add “or equivalent” behind the name. For example: “EN 527-2 or equivalent”.\n"
    )


def test_a_sound_document_ends_with_0(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = pack(tmp_path / "a.odt", odt_parts("<text:p>The desks shall weigh at most 40 kg.</text:p>"))

    assert main(["review", str(path), *data]) == 0
    assert "1 paragraph read, nothing found" in capsys.readouterr().out


def test_labels_of_the_library_are_known(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Monitors shall carry the TCO Certified label.\n", encoding="utf-8")

    assert main(["review", "--json", str(path), *data]) == 1

    told = json.loads(capsys.readouterr().out)
    assert (told["file"], told["paragraphs"]) == (str(path), 1)
    assert [finding["rule"] for finding in told["findings"]] == ["equivalent", "whole-label"]
    assert told["findings"][0]["paragraph"] == 1


def test_text_is_taken_from_standard_input(
    data: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Desks should be new.")))

    assert main(["review", "-", *data]) == 1
    assert "should, may: “should” does not bind." in capsys.readouterr().out


def test_what_concerns_the_whole_document_is_said_last(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The contractor shall clean each of the rooms on each day of the week.\n" * 40)

    assert main(["review", str(path), *data]) == 1
    assert "\n\nThe whole document\n  think, lots:" in capsys.readouterr().out


@pytest.mark.parametrize("as_json", [False, True])
def test_a_refused_file_ends_with_2(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str], as_json: bool
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"%PDF-1.7")

    assert main(["review", str(path), *data, *(["--json"] if as_json else [])]) == 2

    said = capsys.readouterr()
    told = json.loads(said.out)["error"] if as_json else said.err
    assert "not what its ending says; open it in the program that made it" in told


def test_without_a_document_the_command_says_how_to_name_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review"]) == 2
    assert "procura-desktop review specification.docx" in capsys.readouterr().err


def test_a_text_in_another_language_is_said_to_be_read_in_part(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Die Tische sind aus Holz und tragen das Zeichen FSC.\n", encoding="utf-8")

    assert main(["review", str(path), *data]) == 1

    told = capsys.readouterr().out
    assert told.startswith(
        f"{path}: 1 paragraph read, not in English: the rules know names and “or equivalent”"
    )
    assert "For example: “FSC oder gleichwertig”." in told


@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_a_document_without_text_is_not_called_sound(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str], json_too: tuple[str, ...]
) -> None:
    path = docx(tmp_path / "scan.docx", word(""))

    assert main(["review", str(path), *json_too, *data]) == 2

    assert "has no text; a scanned page has to be turned into text first" in "".join(capsys.readouterr())


def test_nothing_from_standard_input_is_not_called_sound(
    data: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" \n"), encoding="utf-8"))

    assert main(["review", "-", *data]) == 2
    assert "has no text" in capsys.readouterr().err
