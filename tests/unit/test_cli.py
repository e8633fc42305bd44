"""The commands without a window, and what the command line does with the window's own."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import procura_desktop
from procura_desktop import __main__
from procura_desktop.__main__ import start
from procura_desktop.cli import main
from procura_desktop.cli.arguments import COMMANDS, UsageError, parse_arguments
from procura_desktop.library.build import build_library
from procura_desktop.progress import Silent
from procura_desktop.workspace.migrations import MIGRATIONS, migrate
from procura_desktop.workspace.workspace import open_workspace
from tests.factories import build_sample, make_article

TS6 = "criteria/computers/ts6-battery-endurance"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an installed library."""
    folder = tmp_path_factory.mktemp("data")
    build_sample(folder / "library" / "main.sqlite")
    return folder


@pytest.fixture
def run(data_dir: Path) -> Run:
    """The program as a process of its own, without a display."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        return subprocess.run(
            [sys.executable, "-m", "procura_desktop", "--data-dir", str(data_dir), *arguments],
            env={name: value for name, value in os.environ.items() if name not in hidden},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    return run


def answer(capsys: pytest.CaptureFixture[str]) -> object:
    """Give the one JSON document on standard output; nothing is on standard error."""
    said = capsys.readouterr()
    assert said.err == ""
    return json.loads(said.out)


@pytest.mark.parametrize("command", [["check"], ["search", "TS6"], ["show", TS6]], ids=lambda words: words[0])
@pytest.mark.parametrize("before", [True, False])
def test_every_command_takes_the_folder_and_json_before_or_after_itself(
    data_dir: Path,
    capsys: pytest.CaptureFixture[str],
    windows: "Callable[[Windows], Windows]",
    command: list[str],
    before: bool,
) -> None:
    windows(Windows())
    shared = ["--json", "--data-dir", str(data_dir)]

    assert main([*shared, *command] if before else [*command, *shared]) == 0
    assert isinstance(answer(capsys), dict)


@pytest.mark.parametrize("place", ["before", "after", "joined"])
def test_the_data_folder_is_named_before_or_after_the_command(
    data_dir: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    given_so = {
        "before": ["--data-dir", str(data_dir), "search", "TS6"],
        "after": ["search", "--data-dir", str(data_dir), "TS6"],
        "joined": ["search", "TS6", f"--data-dir={data_dir}"],
    }

    assert main(given_so[place]) == 0
    assert TS6 in capsys.readouterr().out


def test_search_prints_readable_text(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", '"capacity after"', "--data-dir", str(data_dir)]) == 0

    assert capsys.readouterr().out == (
        "1 of 1 results\n\n"
        "Rechargeable battery endurance "
        "(criterion, TS6 · core, comprehensive, Computers, confidence: listed)\n"
        f"  {TS6} (library main, edition 2026.11, publisher not named)\n"
        "  The battery keeps at least 80 % of its capacity after 500 cycles.\n"
    )


@pytest.mark.parametrize(
    ("typed", "introduced"),
    [
        (["capacity", "zeppelin"], "Nothing has all of these words. Nearest:"),
        (['"after capacity"'], "Nothing has all of these words. Nearest:"),
        (["wood", "--kind", "case"], "Nothing has these words and passes the filters. Nearest,"),
        (["capapapacity"], "Nothing has these words. Nearest, with words that look alike:"),
    ],
)
def test_what_is_only_near_is_introduced(
    data_dir: Path, capsys: pytest.CaptureFixture[str], typed: list[str], introduced: str
) -> None:
    assert main(["search", *typed, "--data-dir", str(data_dir)]) == 0

    assert introduced in capsys.readouterr().out


def test_search_as_json(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "500", "--json", "--limit", "1", "--data-dir", str(data_dir)]) == 0

    found = answer(capsys)
    assert isinstance(found, dict)
    score = found["results"][0].pop("score")
    assert isinstance(score, float)
    assert found == {
        "total": 1,
        "corrected": "",
        "nearest": "",
        "results": [
            {
                "id": TS6,
                "kind": "criterion",
                "title": "Rechargeable battery endurance",
                "group": "groups/computers",
                "library": "main",
                "edition": "2026.11",
                "publisher": "",
                "snippet": "The battery keeps at least 80 % of its capacity after 500 cycles.",
            }
        ],
    }


def test_hits_of_two_libraries_name_each_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "library"
    build_sample(library / "main.sqlite")
    build_library(
        library / "ghent-7.sqlite",
        name="ghent",
        version="7",
        publisher="City of Ghent",
        records=(make_article("guidance/labels", title="Labels in Ghent"),),
        assets=(),
        progress=Silent(),
    )
    (library / "ghent.json").write_text('{"current": "ghent-7.sqlite"}')
    shared = ["--data-dir", str(tmp_path)]

    assert main(["search", "labels", "--json", *shared]) == 0
    found = answer(capsys)
    assert isinstance(found, dict)
    whose = {one["id"]: (one["library"], one["edition"], one["publisher"]) for one in found["results"]}
    assert whose["ghent/guidance/labels"] == ("ghent", "7", "City of Ghent")
    assert whose["guidance/labels"] == ("main", "2026.11", "")

    assert main(["search", "labels", *shared]) == 0
    said = capsys.readouterr().out
    assert "ghent/guidance/labels (library ghent, edition 7, published by City of Ghent)" in said
    assert "\n  guidance/labels (library main, edition 2026.11, publisher not named)" in said

    assert main(["show", "ghent/guidance/labels", *shared]) == 0
    assert "From the library ghent, edition 7, published by City of Ghent" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "total"),
    [
        (["wood"], 2),
        (["wood", "--kind", "case"], 0),
        (["wood", "--kind", "case", "--kind", "criterion"], 2),
        (["battery", "--group", "furniture"], 2),
        (["battery", "--group", "groups/computers"], 3),
        (["wood", "--", "-forests"], 1),
        (["--", "wood", "-forests"], 1),
        (["--", "--json"], 0),
        (["nothingofthekind"], 0),
        ([""], 0),
    ],
)
def test_search_obeys_its_options(
    data_dir: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], total: int
) -> None:
    assert main(["--data-dir", str(data_dir), "search", "--json", *arguments]) == 0

    found = answer(capsys)
    assert isinstance(found, dict)
    assert found["total"] == total


def test_search_without_hits_says_so(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "nothingofthekind", "--data-dir", str(data_dir)]) == 0
    assert capsys.readouterr().out == "Nothing found; try fewer or other words.\n"


@pytest.mark.parametrize(
    "name", ["guidance/labels", "procura:main/guidance/labels", "procura:main/guidance/labels#x"]
)
def test_show_takes_an_id_or_an_address(
    data_dir: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["show", name, "--data-dir", str(data_dir)]) == 0

    said = capsys.readouterr().out
    assert said.startswith("Labels as proof\n===============\nguidance/labels (article)")
    assert "From the library main, edition 2026.11, publisher not named" in said
    assert "Confidence: verified." in said
    assert "A label proves a criterion only as far as it covers it." in said
    assert "read on 2026-11-23" in said


def test_show_as_json_is_the_whole_record(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", TS6, "--json", "--data-dir", str(data_dir)]) == 0

    record = answer(capsys)
    assert isinstance(record, dict)
    assert record["criterion"]["levels"][1]["name"] == "comprehensive"
    assert (record["library"], record["edition"], record["publisher"]) == ("main", "2026.11", "")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["search"], 2, "say what to find"),
        (["search", "x", "--limit", "0"], 2, "from 1 to 1000"),
        (["search", "x", "--limit", "many"], 2, "from 1 to 1000"),
        (["search", "x", "--limit", "²"], 2, "from 1 to 1000"),
        (["search", "x", "--kind", "cases"], 2, "'article'"),
        (["search", "x", "--group", "none"], 2, "computers, furniture"),
        (["search", "x", "-y"], 2, "write -- before"),
        (["search", "x", "--lim", "3"], 2, "--lim"),
        (["show"], 2, "name one record"),
        (["show", "a/b", "c/d"], 2, "name one record"),
        (["show", "a/b", "--kind", "case"], 2, "--kind belongs to: search"),
        (["show", "none"], 1, "find one with"),
        (["show", ""], 1, "find one with"),
        (["show", "\udcff"], 1, "find one with"),
        (["show", "procura:"], 1, "procura:main/guidance/labels"),
        (["show", "procura:other/a/b"], 2, "'main'"),
        (["check", "now"], 2, "write only"),
        (["shot"], 2, "name one file"),
        (["serach", "wood"], 2, "no command"),
        (["serach"], 2, "the commands are"),
        (["serach"], 2, "procurement"),
        (["serach", "laptops"], 2, "provision, procurement"),
        (["--data-dir"], 2, "--data-dir"),
        (["--data-dir", "", "search", "x"], 2, "name a folder"),
        ([], 2, "name one of the commands"),
    ],
)
def test_what_is_wrong_is_said_once_with_what_to_do(
    data_dir: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, says: str
) -> None:
    where = [] if "--data-dir" in arguments else ["--data-dir", str(data_dir)]
    assert main([*where, *arguments]) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert says in said.err
    assert said.err.count("\n") == 1

    if arguments[:1] in (["search"], ["show"], ["check"]):
        assert main([*where, "--json", *arguments]) == code
        error = answer(capsys)
        assert isinstance(error, dict)
        assert list(error) == ["error"]
        assert says in error["error"]


def test_a_hidden_json_option_is_no_option(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--data-dir", str(data_dir), "--", "--json"]) == 1
    assert capsys.readouterr().out == ""


def test_a_damaged_library_gives_way_to_the_bundled_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled = tmp_path / "resources"
    build_sample(bundled / "library" / "main.sqlite")
    monkeypatch.setattr("procura_desktop.library.installed.resources_root", lambda: bundled)
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "main.sqlite").write_bytes(b"damaged")

    assert main(["search", "TS6", "--data-dir", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert TS6 in said.out
    assert "the library that came with the program is used" in said.err.lower()


def test_without_any_library_the_error_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("procura_desktop.library.installed.resources_root", lambda: tmp_path / "none")

    assert main(["search", "TS6", "--data-dir", str(tmp_path)]) == 1
    assert "install" in capsys.readouterr().err


class Windows:
    """Stands in for the second process that opens the window."""

    def __init__(self, *, code: int = 0, says: bytes = b"", fails: Exception | None = None) -> None:
        self.command: list[str] = []
        self.platform = ""
        self._done = subprocess.CompletedProcess([], code, b"", says)
        self._fails = fails

    def __call__(
        self, command: list[str], *, env: dict[str, str], **_: object
    ) -> subprocess.CompletedProcess[bytes]:
        self.command, self.platform = command, env["QT_QPA_PLATFORM"]
        if self._fails is not None:
            raise self._fails
        return self._done


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Callable[[Windows], Windows]:
    """Put a stand-in in place."""

    def put(stand_in: Windows) -> Windows:
        monkeypatch.setattr("procura_desktop.cli.checking.subprocess.run", stand_in)
        return stand_in

    return put


def test_check_of_what_is_sound(
    data_dir: Path, capsys: pytest.CaptureFixture[str], windows: Callable[[Windows], Windows]
) -> None:
    window = windows(Windows())

    assert main(["check", "--json", "--data-dir", str(data_dir)]) == 0
    found = answer(capsys)
    assert isinstance(found, dict)
    assert found["sound"] is True
    assert [(check["name"], check["sound"]) for check in found["checks"]] == [
        ("library", True),
        ("clock", True),
        ("folders", True),
        ("settings", True),
        ("policy", True),
        ("workspace", True),
        ("window", True),
    ]
    assert window.command == [
        *(sys.executable, "-m", "procura_desktop", "--self-test", "--data-dir", str(data_dir))
    ]
    assert window.platform == "offscreen"


def test_check_in_a_bundle_starts_the_bundle(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, windows: Callable[[Windows], Windows]
) -> None:
    window = windows(Windows())
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert main(["check", "--data-dir", str(data_dir)]) == 1  # it has no list of its files

    (tmp_path / "files.sha256").touch()
    assert main(["check", "--data-dir", str(data_dir)]) == 0
    assert window.command[:2] == [sys.executable, "--self-test"]


@pytest.mark.parametrize(
    ("window", "says"),
    [
        (Windows(code=1, says=b"Traceback\nImportError: libGL.so.1\n"), "ImportError: libGL.so.1"),
        (Windows(code=-6), "no reason given"),
        (Windows(fails=subprocess.TimeoutExpired("x", 60)), "within 60 seconds"),
        (Windows(fails=FileNotFoundError("x")), "cannot start itself"),
    ],
    ids=["error", "signal", "timeout", "no program"],
)
def test_check_names_a_window_that_fails(
    data_dir: Path,
    capsys: pytest.CaptureFixture[str],
    windows: Callable[[Windows], Windows],
    window: Windows,
    says: str,
) -> None:
    windows(window)

    assert main(["check", "--data-dir", str(data_dir)]) == 1
    said = capsys.readouterr().out
    assert "FAILED  window" in said
    assert says in said


@pytest.mark.parametrize(
    ("damage", "name"),
    [
        (lambda folder: (folder / "library" / "main.sqlite").write_bytes(b"damaged"), "library"),
        (lambda folder: (folder / "settings.toml").write_text("theme = 3"), "settings"),
        (lambda folder: (folder / "cache").write_text("in the way"), "folders"),
        (lambda folder: (folder / "workspace.sqlite").write_text("no database"), "workspace"),
    ],
    ids=["library", "settings", "folders", "workspace"],
)
def test_check_names_what_is_not_sound(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    windows: Callable[[Windows], Windows],
    damage: Callable[[Path], object],
    name: str,
) -> None:
    build_sample(tmp_path / "library" / "main.sqlite")
    damage(tmp_path)
    windows(Windows())

    assert main(["check", "--json", "--data-dir", str(tmp_path)]) == 1
    found = answer(capsys)
    assert isinstance(found, dict)
    assert [check["name"] for check in found["checks"] if not check["sound"]] == [name]


def test_check_opens_a_workspace_in_use_and_changes_nothing(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], windows: Callable[[Windows], Windows]
) -> None:
    shutil.copytree(data_dir / "library", tmp_path / "library")
    windows(Windows())

    with open_workspace(tmp_path / "workspace.sqlite") as workspace:
        workspace.set_window_state("main", b"state")
        before = files_of_workspace(tmp_path)
        assert len(before) == 3  # what was written last stands in the log beside the file
        assert main(["check", "--data-dir", str(tmp_path)]) == 0
        assert files_of_workspace(tmp_path) == before

    assert f"ok      workspace  {tmp_path / 'workspace.sqlite'}" in capsys.readouterr().out


def test_check_brings_an_older_workspace_up_to_date_in_a_copy_only(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], windows: Callable[[Windows], Windows]
) -> None:
    shutil.copytree(data_dir / "library", tmp_path / "library")
    windows(Windows())
    with closing(sqlite3.connect(tmp_path / "workspace.sqlite", isolation_level=None)) as connection:
        migrate(connection, MIGRATIONS[:1])
    before = files_of_workspace(tmp_path)

    assert main(["check", "--data-dir", str(tmp_path)]) == 0
    assert files_of_workspace(tmp_path) == before
    assert capsys.readouterr().err == ""


def test_check_says_that_there_is_no_workspace_yet(
    data_dir: Path, capsys: pytest.CaptureFixture[str], windows: Callable[[Windows], Windows]
) -> None:
    windows(Windows())

    assert main(["check", "--data-dir", str(data_dir)]) == 0
    assert "workspace  none yet; the first start makes" in capsys.readouterr().out
    assert files_of_workspace(data_dir) == {}


def files_of_workspace(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Give every file of the workspace with its bytes and when it was written."""
    found = folder.glob("workspace.sqlite*")
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in found}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.sampled_from(["--json", "--", "--limit", "3", "-x", "show", "search", "é", "--group=furniture"])
    )
)
def test_any_arguments_are_understood_or_refused(
    data_dir: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    code = main(["search", "wood", "--data-dir", str(data_dir), *arguments])
    said = capsys.readouterr()

    assert code in {0, 1, 2}
    if "--json" in arguments[: arguments.index("--") if "--" in arguments else len(arguments)]:
        json.loads(said.out)


def test_an_address_or_nothing_opens_the_window() -> None:
    assert parse_arguments([]).command == ""
    assert parse_arguments(["procura:main/terms/lcc"]).operands == ("procura:main/terms/lcc",)
    assert parse_arguments(["--", "procura:main/terms/lcc"]).operands == ("procura:main/terms/lcc",)
    with pytest.raises(UsageError):
        parse_arguments(["--", "search"])


def test_a_file_may_be_named_by_its_address_as_file_managers_do(tmp_path: Path) -> None:
    file = tmp_path / "Učebna 3.procura"
    file.touch()
    assert parse_arguments([file.as_uri()]).operands == (str(file),)
    with pytest.raises(UsageError, match="there is no such file"):
        parse_arguments([file.with_name("other.procura").as_uri()])


def test_a_program_that_is_not_whole_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def lacking(_: list[str]) -> int:
        raise ImportError("libQt6Svg.so.6: cannot open shared object file")

    monkeypatch.setattr(__main__, "_begin", lacking)
    assert start([]) == 1
    assert "libQt6Svg.so.6: cannot open" in capsys.readouterr().err

    inside = tmp_path / "_internal"
    inside.mkdir()
    (inside / "files.sha256").write_text(f"{'0' * 64}  _internal/libQt6Svg.so.6\n", encoding="ascii")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(inside), raising=False)
    assert start([]) == 1
    said = capsys.readouterr().err
    assert "libQt6Svg.so.6: missing" in said
    assert "Install the program again" in said


def test_options_of_a_picture() -> None:
    found = parse_arguments(
        ["shot", "a.png", "--width", "1024", "--height", "600", "--theme", "dark", "--at", "terms"]
    )

    assert (found.operands, found.width, found.height) == (("a.png",), 1024, 600)
    assert (found.theme, found.at) == ("dark", "terms")


@pytest.mark.parametrize("argument", ["--help", "-h"])
def test_help_names_every_command(capsys: pytest.CaptureFixture[str], argument: str) -> None:
    assert start([argument]) == 0
    said = capsys.readouterr().out
    assert all(f"procura-desktop {command}" in said for command in ("search", "show", "check", "shot"))


@pytest.mark.parametrize("command", [*COMMANDS])
def test_every_command_has_help(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert start([command, "--help"]) == 0
    assert "procura-desktop" in capsys.readouterr().out


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["--version"]) == 0
    assert capsys.readouterr().out == f"procura-desktop {procura_desktop.__version__}\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_one_sentence_is_said(run: Run) -> None:
    done = run()

    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith("There is no display")
    assert done.stderr.count("\n") == 1


def test_no_command_loads_qt(data_dir: Path) -> None:
    code = (
        "import sys; from procura_desktop.cli import main; "
        f"code = main(['search', 'wood', '--data-dir', {str(data_dir)!r}]); "
        "sys.exit(code or any(name.startswith(('PySide6', 'sqlite_utils')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)

    assert done.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_a_reader_that_leaves_is_no_crash(data_dir: Path) -> None:
    search = f"{sys.executable} -m procura_desktop search e --limit 1000 --data-dir {data_dir}"
    done = subprocess.run(
        ["/bin/bash", "-c", f"{search} | true; exit ${{PIPESTATUS[0]}}"], check=False, capture_output=True
    )

    assert done.returncode in {0, 141}
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_a_full_disk_is_said(data_dir: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "procura_desktop", "show", "guidance/labels", "--data-dir", str(data_dir)],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
        )

    assert done.returncode == 1
    assert done.stderr.startswith(b"The output cannot be written")


def test_output_in_a_narrow_encoding_is_no_crash(data_dir: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "procura_desktop", "search", "TS6", "--data-dir", str(data_dir)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
        capture_output=True,
    )

    assert done.returncode == 0
    assert b"TS6 ? core" in done.stdout
