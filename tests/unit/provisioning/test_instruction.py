"""The instruction names exactly what is in its set, and the documents say the same lines."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from procura_desktop.cli.arguments import help_text
from procura_desktop.cli.provisioning.silent import KINDS, PLACES, Kind, kind_of
from procura_desktop.settings import policy_place
from procura_desktop.settings.policy_file import read_policy
from procura_desktop.sync.lan import PORT
from tests.unit.provisioning.conftest import INSTALLERS, SHARE, Office, Run

ROOT = Path(__file__).resolve().parents[3]
ADMIN = (ROOT / "docs" / "admin.md").read_text(encoding="utf-8")
PLATFORMS = (ROOT / "docs" / "platforms.md").read_text(encoding="utf-8")


class Text(HTMLParser):
    """What a browser shows of a page, and the tags that it is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.shown += data.splitlines()


@pytest.fixture
def page(run: Run, office: Office) -> str:
    office.write_policy("logo = '/etc/<b>logo&.png'")
    assert run()[0] == 0
    return (office.to / "README.txt").read_text(encoding="utf-8")


def test_it_has_the_lines_for_each_file_and_no_other_installer(page: str) -> None:
    lines = [line.strip() for line in page.splitlines()]
    for name in INSTALLERS:
        kind = kind_of(name)
        for line in () if kind is None else (*kind.lines(kind.install, name), *kind.lines(kind.remove, name)):
            assert line in lines
    named = set(re.findall(r"procura-desktop[-_][0-9][\w.-]*?\.(?:deb|tar\.xz|msi|exe|dmg|json)", page))
    assert named == set(INSTALLERS)
    for place in PLACES.values():
        assert {place.check, place.sums, place.rollback, *place.put_policy, *place.update("main")} <= set(
            lines
        )
        assert place.policy in page


def test_it_quotes_addresses_from_the_policy_and_makes_none_up(page: str, office: Office) -> None:
    assert f"- {SHARE}" in page
    assert "roots/main.json as /etc/procura-desktop/root.json" in page
    assert "- /etc/<b>logo&.png (logo)" in page
    assert not re.search(r"https?://|\\\\", page)
    assert str(office.publisher.folder) not in page


def test_the_html_says_the_same_and_needs_nothing_else(page: str, office: Office) -> None:
    html = (office.to / "README.html").read_text(encoding="utf-8")
    found = Text()
    found.feed(html)

    shown = {line.strip() for line in found.shown if line.strip()}
    said = {line.strip().removeprefix("- ") for line in page.splitlines() if line.strip(" -=")}
    assert said <= shown
    assert not {"script", "link", "img", "a", "b"} & found.tags


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.endings[0])
def test_the_documents_say_the_same_lines(kind: Kind) -> None:
    (name,) = (name for name in INSTALLERS if kind_of(name) is kind)
    for lines in (kind.install, kind.remove):
        block = "".join(f"    {line}\n" for line in kind.lines(lines, name))
        assert f":\n\n{block}\n" in ADMIN
    earlier = "".join(f"    {line}\n" for line in kind.lines(kind.back, name.replace("1.4", "1.3")))
    assert earlier in ADMIN
    assert f"\n### {kind.title}\n" in ADMIN


def test_the_lines_are_those_that_were_tried() -> None:
    """docs/platforms.md tells what was seen to work; its lines have other folders besides."""
    for name in INSTALLERS:
        kind = kind_of(name)
        if kind is not None and kind.system != "linux":
            for line in kind.lines(kind.install, name):
                assert "rm -rf" in line or line.removesuffix(" &&") in PLATFORMS


def test_the_document_names_places_sums_and_checks() -> None:
    for place in PLACES.values():
        assert f"`{place.policy}`" in ADMIN
        assert f"    {place.sums}\n" in ADMIN
    assert f"TCP {PORT}" in ADMIN


@pytest.mark.parametrize(("system", "platform"), [("linux", "linux"), ("macos", "darwin")])
def test_the_place_of_the_policy_is_where_the_program_reads_it(
    system: str, platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("procura_desktop.settings.policy_place.sys.platform", platform)

    (place,) = (place for name, place in PLACES.items() if name == system)
    assert policy_place.machine_policy().as_posix() == place.policy
    assert place.policy in place.put_policy[-1]


def test_the_policy_to_begin_with_is_sound_and_leads_to_the_share(tmp_path: Path) -> None:
    (text,) = re.findall(r"\n\n((?:        .*\n|\n)*?        fingerprint = .*\n)", ADMIN)
    file = tmp_path / "policy.toml"
    file.write_text(text.replace("…", "ab" * 32), encoding="utf-8")

    found = read_policy(file)

    assert (found.faults, found.warnings) == ((), ())
    (source,) = found.sources
    assert f"--to {source.addresses[0]}\n" in ADMIN


def test_on_windows_it_is_below_the_folder_of_all_users() -> None:
    folder = f"{policy_place.COMPANY_FOLDER}\\{policy_place.FILE}"

    assert PLACES["windows"].policy == f"%ProgramData%\\{folder}"
    assert PLACES["windows"].policy in PLACES["windows"].put_policy[-1]


def test_the_document_has_every_option_and_every_field(run: Run) -> None:
    _, said = run()
    section = ADMIN.partition("\n## What is in a set\n")[2].partition("\n## ")[0]

    meant = {"--policy", "--json"} | {
        line.split()[0]
        for line in re.split(r"\n(?=  -)", help_text())
        if "provision)" in " ".join(line.split())
    }
    assert set(re.findall(r"^\| `(--[a-z]+)", section, re.MULTILINE)) == meant | {"--source", "--to"}
    fields = {*said, *said["installers"][0], *said["libraries"][0]}
    (row,) = re.findall(r"^\| `--json` \| (.*) \|$", section, re.MULTILINE)
    assert set(re.findall(r"`([a-z0-9]+)`", row)) - {"signed", "listed"} == fields
