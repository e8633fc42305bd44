"""Lists in the documents are those of the code."""

import re
import subprocess
from argparse import ArgumentParser
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

import procura_desktop
from procura_desktop.cli.arguments import COMMANDS, help_text
from procura_desktop.domain.kinds import RecordKind
from procura_desktop.publish import arguments
from procura_desktop.publish.roles import LIFETIME
from procura_desktop.settings.settings import LARGEST_TEXT, SMALLEST_TEXT, THEMES, Settings

ROOT = Path(__file__).resolve().parents[3]
MANUAL = ROOT / "docs" / "manual"


def text(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", sorted(MANUAL.glob("*.md")), ids=lambda page: page.stem)
def test_a_page_of_the_manual_begins_with_its_title(page: Path) -> None:
    assert page.read_text(encoding="utf-8").startswith("# ")


def test_the_manual_names_every_setting() -> None:
    page = text("docs", "manual", "administrator.md")

    for field in fields(Settings):
        assert f"| `{field.name}` |" in page
    assert ", ".join(f"`{theme}`" for theme in THEMES) in page
    assert f"{SMALLEST_TEXT} to {LARGEST_TEXT} (per cent)" in page


def test_the_manual_names_every_command_and_option() -> None:
    page = text("docs", "manual", "administrator.md")

    for command in COMMANDS:
        assert f"`procura-desktop {command}" in page
    for option in set(re.findall(r"--[a-z-]+", help_text())) - {"--help", "--version"}:
        assert f"`{option}" in page, option


def test_publishers_read_of_every_command_and_option() -> None:
    page = text("docs", "publishing.md")
    parsers: dict[str, ArgumentParser] = {}

    def add(name: str, **_told: str) -> ArgumentParser:
        parsers[name] = ArgumentParser(prog=name, add_help=False)
        return parsers[name]

    arguments.add_commands(add, name=str)

    assert set(parsers) == set(arguments.COMMANDS)
    for name, parser in parsers.items():
        assert f"procura-publish {name} " in page
        for option in re.findall(r"--[a-z-]+", parser.format_help()):
            assert option in page, f"{name} {option}"
    for action in set(arguments.ACTIONS) - {"make"}:
        assert f"keys {action} " in page


def test_publishers_read_how_long_signatures_hold() -> None:
    page = text("docs", "publishing.md")

    for role, days in {"root": "2 years", "targets": "1 year", "snapshot": "1 year"}.items():
        (row,) = (line for line in page.splitlines() if line.startswith(f"| `{role}` | w"))
        assert row.endswith(f"| {days} |")
        assert LIFETIME[role].days == 365 * int(days[0])
    assert f"{LIFETIME['timestamp'].days} days" in page


def test_the_glossary_has_every_kind_of_record() -> None:
    words = re.findall(r"^\| \*\*([a-z ]+)\*\*", text("docs", "glossary.md"), re.MULTILINE)

    assert set(get_args(RecordKind)) <= set(words)


def test_the_architecture_names_every_room() -> None:
    package = Path(procura_desktop.__file__).parent
    rooms = {
        path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    named = set(re.findall(r"`(\w+)`", text("docs", "architecture.md")))

    assert rooms - {"__init__"} <= named


def test_links_between_documents_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            if page.name != "content.md":  # its examples link records
                assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.skipif("sys.platform == 'win32'", reason="run is a script for a POSIX shell")
def test_every_command_of_run_is_in_its_help() -> None:
    script = text("run")
    cases = script.rpartition("case $command in")[2]
    commands = set(re.findall(r"^([a-z]+)\)", cases, re.MULTILINE)) - {"open"}
    told = subprocess.run([ROOT / "run", "help"], capture_output=True, text=True, check=True).stdout

    assert commands
    for command in commands:
        assert f"./run {command}" in told


def test_the_changelog_has_a_place_for_what_is_new() -> None:
    assert "\n## [Unreleased]\n" in text("CHANGELOG.md")
