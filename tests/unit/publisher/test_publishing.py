"""The commands that make, sign and hand on releases, as a shell calls them."""

import json
from datetime import date
from pathlib import Path

import pytest

from procura_desktop.publish import passphrase
from procura_desktop.publish.passphrase import VARIABLE, new_passphrase, unlocking
from procura_desktop.publisher import run
from procura_desktop.settings.sources import fingerprint
from tests.unit.content.site import ARTICLE, Site

PASSPHRASE = "correct horse battery"  # noqa: S105 - of keys that sign nothing but tests
TODAY = date.today().isoformat()  # noqa: DTZ011 - as the command itself sees it
RELEASE = ["release", "content", "--to", "site", "--keys", "keys"]


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The passphrase stands in the environment."""
    monkeypatch.setenv(VARIABLE, PASSPHRASE)


@pytest.fixture
def keys(site: Site) -> Path:  # noqa: ARG001 - its folder is where the command is started
    """A folder of keys beside the content."""
    assert run(["keys", "--dir", "keys"]) == 0
    return Path("keys")


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    """Run a command that succeeds and give its document."""
    capsys.readouterr()
    assert run([*words, "--json"]) == 0
    document: dict[str, object] = json.loads(capsys.readouterr().out)
    assert document["sound"] is True
    return document


def test_keys_are_made_and_shown(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = told(capsys, "keys", "show", "--dir", str(keys))

    assert document["root_version"] == 1
    assert document["fingerprint"] == fingerprint((keys / "root.json").read_bytes())
    assert run(["keys", "show", "--dir", str(keys)]) == 0
    assert "fingerprint of the first root: " in capsys.readouterr().out


def test_rotating_and_renewing_make_the_next_roots(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = told(capsys, "keys", "show", "--dir", str(keys))

    assert told(capsys, "keys", "rotate", "--dir", str(keys), "--role", "timestamp")["root_version"] == 2
    renewed = told(capsys, "keys", "renew", "--dir", str(keys))

    assert renewed["root_version"] == 3
    assert renewed["fingerprint"] == first["fingerprint"]


@pytest.mark.usefixtures("keys")
def test_a_release_is_made_once(capsys: pytest.CaptureFixture[str]) -> None:
    words = [*RELEASE, "--publisher", "City of Ghent", "--note", "First", "--date", TODAY]

    first, again = told(capsys, *words), told(capsys, *words)

    assert first["new"] is True
    assert again["new"] is False
    assert again["facts"] == first["facts"]
    assert run(words) == 0
    assert "nothing has changed since" in capsys.readouterr().out


@pytest.mark.usefixtures("keys")
def test_a_release_is_not_made_where_the_content_lies(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*RELEASE, "--to", "content"]) == 1

    assert "content: the content lies inside the release; name another" in capsys.readouterr().err
    assert not Path("content/metadata").exists()


def test_a_changed_article_is_named(keys: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, *RELEASE)
    site.change(ARTICLE, "Talk to suppliers", "Speak with suppliers")

    document = told(capsys, *RELEASE)

    assert document["changed"] == [ARTICLE]
    assert document["added"] == document["removed"] == []
    assert keys.is_dir()


@pytest.mark.usefixtures("keys")
def test_faults_stop_a_release(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.change(ARTICLE, "version: 1", "version: x")

    assert run(RELEASE) == 1
    assert f"content/en/{ARTICLE}.md:4: 'version' is 'x'" in capsys.readouterr().out
    assert not Path("site").exists()


def test_an_unchanged_release_says_that_a_root_waits(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, *RELEASE)
    told(capsys, "keys", "rotate", "--dir", str(keys), "--role", "timestamp")

    assert run(RELEASE) == 0
    assert "'procura-publish refresh' does it" in capsys.readouterr().out
    told(capsys, "refresh", "--to", "site", "--keys", str(keys))
    assert told(capsys, *RELEASE)["root_waits"] is False


def test_trust_and_bundle_prepare_the_program(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = told(capsys, *RELEASE)["facts"]
    root = str(keys / "root.json")

    told(capsys, "trust", "--root", root, "--address", "https://library.example/main")
    bundled = told(capsys, "bundle", "site", "--root", root, "--out", "resources/library/main.sqlite")

    assert bundled["facts"] == facts
    assert {path.name for path in Path("resources/trust/main").iterdir()} == {
        "source.toml",
        "root.json",
        "metadata",
    }
    assert Path("resources/library/main.sqlite").is_file()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["keys", "--dir", "keys"], "never overwritten"),
        (["keys", "--dir", "content/keys"], "secret keys go elsewhere"),
        (["keys", "rotate", "--dir", "keys"], "say whose key"),
        (["keys", "show", "--dir", "nowhere"], "there is no root.json here"),
        (["refresh", "--to", "nowhere", "--keys", "keys"], "there is no release yet"),
        (["bundle", "nowhere", "--root", "keys/root.json", "--out", "a.sqlite"], "no sound release"),
        (["trust", "--root", "nowhere", "--address", "https://a.example"], "the root cannot be read"),
        ([*RELEASE, "--date", "2999-01-01"], "is still to come"),
        ([*RELEASE, "--version", "1.0"], "'1.0' is no version"),
        ([*RELEASE, "--passphrase-file", "nowhere"], "the passphrase cannot be read from here (No such"),
    ],
)
@pytest.mark.usefixtures("keys")
def test_refusals_are_one_sentence_or_one_document(
    capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    capsys.readouterr()

    assert run(words) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err
    assert run([*words, "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["sound"] is False
    assert message in document["error"]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    "words", [["keys"], ["keys", "burn", "--dir", "keys"], [*RELEASE, "--date", "tomorrow"], ["trust"]]
)
def test_what_makes_no_sense_is_usage(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert run(words) == 2
    assert "usage: " in capsys.readouterr().err


def test_a_wrong_passphrase_writes_nothing(
    keys: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "incorrect horse battery")

    assert run(RELEASE) == 1
    assert "the passphrase is wrong" in capsys.readouterr().err
    assert keys.is_dir()
    assert list(Path("site").iterdir()) == []


def test_nothing_secret_is_printed(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secrets = [path.read_text().splitlines()[1] for path in keys.glob("*.pem")]
    for words in (
        RELEASE,
        ["keys", "show", "--dir", "keys"],
        ["keys", "rotate", "--dir", "keys", "--role", "root"],
        ["refresh", "--to", "site", "--keys", "keys"],
        ["release", "content", "--to", "site", "--keys", "nowhere"],
    ):
        run(words)
        run([*words, "--json"])

    printed = capsys.readouterr()
    for secret in (PASSPHRASE, "PRIVATE", *secrets):
        assert secret not in printed.out + printed.err


def test_a_passphrase_file_may_end_its_line(tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_text(" four words and blanks \r\n", encoding="utf-8")

    assert new_passphrase(file) == " four words and blanks "
    assert unlocking(file)(tmp_path) == " four words and blanks "


def test_without_anybody_to_ask_it_says_where_a_passphrase_may_stand(
    site: Site,  # noqa: ARG001 - its folder is where the command is started
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(VARIABLE)

    assert run(["keys", "--dir", "keys"]) == 1
    assert f"set {VARIABLE}, or give --passphrase-file" in capsys.readouterr().err


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Let somebody sit at the keyboard."""
    left = iter(answers)
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr(passphrase, "getpass", lambda _prompt: next(left))


def test_a_new_passphrase_is_typed_twice(
    site: Site,  # noqa: ARG001 - its folder is where the command is started
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typing(monkeypatch, PASSPHRASE, "another horse battery", PASSPHRASE, PASSPHRASE)

    assert run(["keys", "--dir", "keys"]) == 1
    assert "not alike" in capsys.readouterr().err
    assert not Path("keys").exists()
    assert run(["keys", "--dir", "keys"]) == 0


def test_each_key_may_have_a_passphrase_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    typing(monkeypatch, "first", "", "third")
    unlock = unlocking(None)

    assert [unlock(tmp_path), unlock(tmp_path), unlock(tmp_path)] == ["first", "first", "third"]


def test_installers_are_published_under_keys_of_their_own(
    keys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, *RELEASE)
    made = told(
        capsys, "keys", "program", "--dir", str(keys), "--program-keys", "2", "--program-threshold", "2"
    )
    roles = made["roles"]
    assert isinstance(roles, dict)
    assert (roles["program"]["threshold"], len(roles["program"]["keys"])) == (2, 2)
    Path("desktop-1.2.0.msi").write_bytes(b"installer")

    document = told(
        capsys, "program", "desktop-1.2.0.msi", "--version", "1.2.0", "--to", "site", "--keys", str(keys)
    )

    assert document["version"] == "1.2.0"
    assert document["sizes"] == {"program/desktop-1.2.0.msi": 9}
    assert document["systems"] == {"program/desktop-1.2.0.msi": "windows"}
    again = ["program", "desktop-1.2.0.msi", "--version", "1.2.0", "--to", "site", "--keys", str(keys)]
    assert run(again) == 0
    assert "program/desktop-1.2.0.msi: 9 bytes, windows" in capsys.readouterr().out
    expires = told(capsys, "refresh", "--program", "--to", "site", "--keys", str(keys))["expires"]
    assert isinstance(expires, dict)
    assert "program" in expires


def test_keys_may_be_made_with_those_of_the_program(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    del site
    roles = told(capsys, "keys", "--dir", "all", "--program-keys", "1")["roles"]
    assert isinstance(roles, dict)
    assert set(roles) == {"root", "targets", "snapshot", "timestamp", "program"}
