"""The setup and the MSI of Windows: compiled over a stand-in for the program, read back, run in Wine.

Wine shows what the installers do, not what Windows makes of it; see docs/platforms.md.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import app_icon
import windows_msi
import windows_setup

# Debian puts the 64-bit parts beside the path.
WINE = shutil.which("wine64", path=f"{os.environ['PATH']}:/usr/lib/wine")
WINE_SERVER = shutil.which("wineserver64", path=f"{os.environ['PATH']}:/usr/lib/wine") or shutil.which(
    "wineserver"
)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30"/></svg>'
FILES = {
    "procura-desktop.exe": b"MZ window",
    "procura-desktop.com": b"MZ shell",
    "_internal/PySide6/Qt6Core.dll": bytes(3000),
    "_internal/resources/library/main.sqlite": b"library",
    "_internal/Größe und Maß.txt": b"a name with spaces and umlauts",
}
SIGN = windows_setup.SCRIPT.with_name("sign.sh")

needs_nsis = pytest.mark.skipif(shutil.which("makensis") is None, reason="nsis is not installed")
needs_wixl = pytest.mark.skipif(
    not (shutil.which("wixl") and shutil.which("msiinfo")), reason="wixl and msitools are not installed"
)
needs_wine = pytest.mark.skipif(not (WINE and WINE_SERVER), reason="wine64 is not installed")


@pytest.fixture(scope="module")
def icon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icon")
    (folder / "app.svg").write_text(DRAWING)
    return app_icon.make(folder / "app.svg", folder)[0]


def bundle_in(folder: Path, **more: bytes) -> Path:
    for name, data in {**FILES, **more}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return bundle_in(tmp_path / "bundle")


def test_what_is_no_bundle_of_windows_is_refused(tmp_path: Path, icon: Path) -> None:
    (tmp_path / "procura-desktop").write_bytes(b"\x7fELF")
    for make in (windows_setup.make, windows_msi.make):
        with pytest.raises(SystemExit, match=r"there is no procura-desktop\.exe"):
            make(tmp_path, icon, tmp_path / "out")


# The setup, with NSIS.


@pytest.mark.external("makensis")
@needs_nsis
def test_the_setup_holds_every_file_of_the_bundle(bundle: Path, icon: Path, tmp_path: Path) -> None:
    made = windows_setup.make(bundle, icon, tmp_path / "procura-desktop-1.2.0-setup.exe", version="1.2.0")

    data = made.read_bytes()
    assert data[:2] == b"MZ"
    assert "1.2.0\0".encode("utf-16-le") in data
    assert b'level="highestAvailable"' in data
    if shutil.which("7z"):
        told = subprocess.run(["7z", "l", "-ba", made], capture_output=True, text=True, check=True).stdout
        assert all(name in told for name in FILES)
        assert "uninstall.exe" in told


@pytest.mark.external("makensis")
@needs_nsis
def test_a_signing_command_signs_setup_and_uninstaller(bundle: Path, icon: Path, tmp_path: Path) -> None:
    signed = tmp_path / "signed"
    windows_setup.make(
        bundle, icon, tmp_path / "procura-desktop-1-setup.exe", version="1", sign=f"echo >>{signed} signed"
    )

    assert signed.read_text().count("signed") == 2


@pytest.mark.external("makensis")
@needs_nsis
def test_a_signature_that_fails_stops_the_setup(bundle: Path, icon: Path, tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        windows_setup.make(bundle, icon, tmp_path / "procura-desktop-1-setup.exe", sign="false")


def test_the_script_names_each_silent_switch_and_exit_code() -> None:
    """Documents and script tell of the same."""
    script = windows_setup.SCRIPT.read_text(encoding="utf-8")
    documents = (windows_setup.SCRIPT.parents[2] / "docs" / "platforms.md").read_text(encoding="utf-8")
    for switch in ("/AllUsers", "/CurrentUser", "/S", "/D="):
        assert switch in documents
        assert switch in script
    for code in "345":
        assert f"Fail {code}" in script or f"SetErrorLevel {code}" in script
        assert f"| {code} |" in documents
    questions = [line for line in script.splitlines() if line.strip().startswith("MessageBox")]
    assert questions
    assert all("/SD " in line for line in questions), "a silent run would wait for an answer"


# The MSI, with wixl.


@pytest.fixture
def table(bundle: Path, icon: Path, tmp_path: Path) -> Callable[[str], list[list[str]]]:
    """Rows of a table of the MSI."""
    made = windows_msi.make(bundle, icon, tmp_path / "procura-desktop-1.2.0.msi", version="1.2.0")

    def rows(name: str) -> list[list[str]]:
        told = subprocess.run(["msiinfo", "export", made, name], capture_output=True, text=True, check=True)
        return [line.split("\t") for line in told.stdout.replace("\r", "").splitlines()[3:]]

    return rows


@pytest.mark.external("wixl")
@needs_wixl
def test_the_msi_holds_every_file_of_the_bundle(table: Callable[[str], list[list[str]]]) -> None:
    assert {row[2] for row in table("File")} == {Path(name).name for name in FILES}


@pytest.mark.external("wixl")
@needs_wixl
def test_the_msi_takes_the_place_of_every_earlier_version_and_of_no_later(
    table: Callable[[str], list[list[str]]],
) -> None:
    told = dict(row[:2] for row in table("Property"))
    code = f"{{{str(windows_msi.UPGRADE_CODE).upper()}}}"
    assert (told["ProductVersion"], told["UpgradeCode"], told["ALLUSERS"]) == ("1.2.0", code, "1")
    assert {(row[0], row[1], row[2], row[6]) for row in table("Upgrade")} == {
        (code, "", "1.2.0", "WIX_UPGRADE_DETECTED"),
        (code, "1.2.0", "", "WIX_DOWNGRADE_DETECTED"),
    }
    assert ["NOT WIX_DOWNGRADE_DETECTED"] in [row[:1] for row in table("LaunchCondition")]
    sequence = {row[0]: int(row[2]) for row in table("InstallExecuteSequence")}
    assert sequence["RemoveExistingProducts"] < sequence["InstallFiles"]


@pytest.mark.external("wixl")
@needs_wixl
def test_the_msi_opens_our_files_and_addresses_and_has_a_menu_entry(
    table: Callable[[str], list[list[str]]],
) -> None:
    values = {(row[2], row[3]): row[4] for row in table("Registry")}
    assert values["Software\\Classes\\.procura", ""] == "ProcuraDesktop.Update"
    assert values["Software\\Classes\\procura", "URL Protocol"] == ""
    for kind in ("ProcuraDesktop.Update", "ProcuraDesktop.Procurement", "procura"):
        command = values[f"Software\\Classes\\{kind}\\shell\\open\\command", ""]
        assert command == '"[INSTALLFOLDER]procura-desktop.exe" -- "%1"'
    (shortcut,) = table("Shortcut")
    assert shortcut[2:5] == ["Procura Desktop", "menu", "[INSTALLFOLDER]procura-desktop.exe"]


@pytest.mark.external("wixl")
@needs_wixl
def test_an_update_goes_to_the_folder_of_the_version_before(table: Callable[[str], list[list[str]]]) -> None:
    assert table("AppSearch") == [["INSTALLFOLDER", "folder_before"]]
    sequence = {row[0]: int(row[2]) for row in table("InstallExecuteSequence")}
    assert sequence["AppSearch"] < sequence["CostInitialize"]


def test_a_file_has_the_same_component_in_every_version(bundle: Path) -> None:
    first, second = (windows_msi.described(bundle, version=version) for version in ("1.0.0", "1.1.0"))

    def components(text: bytes) -> list[str]:
        return [line for line in text.decode().splitlines() if "<Component " in line]

    assert components(first) == components(second)
    assert first != second


@pytest.mark.parametrize("version", ["256.0.0", "dev"])
def test_a_version_that_windows_installer_cannot_compare_is_told(version: str) -> None:
    with pytest.raises(SystemExit, match="no version that Windows"):
        windows_msi.msi_version(version)


# Both in Wine.


class Windows:
    """A Windows of Wine with a user's own data in it."""

    def __init__(self, folder: Path) -> None:
        self.drive = folder / "drive_c"
        self._folder = folder
        self._run("wineboot", "-i")
        self._run("winecfg", "-v", "win10")
        (users,) = [path for path in (self.drive / "users").iterdir() if path.name != "Public"]
        self.home = users
        self.workspace = users / "AppData" / "Local" / "procura-desktop" / "workspace.sqlite"
        self.workspace.parent.mkdir(parents=True)
        self.workspace.write_bytes(b"what a user made")

    def _run(self, *command: str | Path) -> int:
        assert WINE is not None
        done = subprocess.run([WINE, *map(str, command)], env=self._surroundings(), check=False, timeout=120)
        return done.returncode

    def _run_server(self, option: str) -> None:
        assert WINE_SERVER is not None
        subprocess.run([WINE_SERVER, option], env=self._surroundings(), check=True, timeout=120)

    def _surroundings(self) -> dict[str, str]:
        surroundings = {
            **os.environ,
            "WINEPREFIX": str(self._folder),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",  # it would ask to fetch them
        }
        surroundings.pop("DISPLAY", None)
        return surroundings

    def run(self, *command: str | Path) -> int:
        return self._run(*command)

    def registry(self) -> str:
        self._run_server("-w")  # it writes the registry when it ends
        return "".join(
            (self._folder / name).read_text("utf-8", "replace") for name in ("system.reg", "user.reg")
        )


@pytest.fixture
def windows(tmp_path: Path) -> Windows:
    return Windows(tmp_path / "wine")


@pytest.mark.prove
@pytest.mark.only_prove
@pytest.mark.external("wine64")
@needs_nsis
@needs_wine
def test_the_setup_installs_updates_and_removes_silently(
    windows: Windows, icon: Path, tmp_path: Path
) -> None:
    home = windows.drive / "Program Files" / "Procura Desktop"
    menu = windows.drive / "ProgramData/Microsoft/Windows/Start Menu/Programs/Procura Desktop.lnk"
    old = bundle_in(tmp_path / "old", **{"_internal/only-in-old.txt": b"x"})
    first = windows_setup.make(old, icon, tmp_path / "procura-desktop-1.0.0-setup.exe", version="1.0.0")
    new = bundle_in(tmp_path / "new", **{"procura-desktop.exe": b"MZ second"})
    second = windows_setup.make(new, icon, tmp_path / "procura-desktop-1.1.0-setup.exe", version="1.1.0")

    assert windows.run(first, "/S") == 0
    assert {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()} == {
        *FILES,
        "_internal/only-in-old.txt",
        "uninstall.exe",
    }
    assert menu.is_file()
    registry = windows.registry()
    assert '"DisplayVersion"="1.0.0"' in registry
    assert '"EstimatedSize"=dword:00000002' in registry
    assert r'@="\"C:\\Program Files\\Procura Desktop\\procura-desktop.exe\" -- \"%1\""' in registry
    assert r"[Software\\Classes\\.procura]" in registry
    assert r"[Software\\Classes\\procura]" in registry

    (home / "portable.toml").write_text("mine")
    assert windows.run(second, "/S") == 0
    assert (home / "procura-desktop.exe").read_bytes() == b"MZ second"
    assert not (home / "_internal" / "only-in-old.txt").exists()
    assert '"DisplayVersion"="1.1.0"' in windows.registry()

    assert windows.run(home / "uninstall.exe", "/AllUsers", "/S") == 0
    assert "rocuraDesktop" not in windows.registry()  # which waits for the copy of itself that removes it
    assert {path.name for path in home.rglob("*")} == {"portable.toml"}
    assert (home / "portable.toml").read_text() == "mine"
    assert not menu.exists()
    assert windows.workspace.read_bytes() == b"what a user made"


@pytest.mark.prove
@pytest.mark.only_prove
@pytest.mark.external("wine64")
@needs_nsis
@needs_wine
@pytest.mark.parametrize(
    ("switches", "folder"),
    [
        (["/S", "/CurrentUser"], "AppData/Local/Programs/Procura Desktop"),
        (["/S", "/CurrentUser", "/D=C:\\Own\\Procura"], "../../Own/Procura"),
    ],
)
def test_a_user_installs_without_rights_and_where_they_want(
    windows: Windows, bundle: Path, icon: Path, tmp_path: Path, switches: list[str], folder: str
) -> None:
    setup = windows_setup.make(bundle, icon, tmp_path / "procura-desktop-1.0.0-setup.exe", version="1.0.0")

    assert windows.run(setup, *switches) == 0

    assert (windows.home / folder / "procura-desktop.exe").read_bytes() == FILES["procura-desktop.exe"]
    assert not (windows.drive / "Program Files" / "Procura Desktop").exists()
    assert (
        windows.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Procura Desktop.lnk"
    ).is_file()


@pytest.mark.prove
@pytest.mark.only_prove
@pytest.mark.external("wine64")
@needs_wixl
@needs_wine
def test_the_msi_installs_updates_and_removes_silently(windows: Windows, icon: Path, tmp_path: Path) -> None:
    old = bundle_in(tmp_path / "old", **{"_internal/only-in-old.txt": b"x"})
    first = windows_msi.make(old, icon, tmp_path / "procura-desktop-1.0.0.msi", version="1.0.0")
    new = bundle_in(tmp_path / "new", **{"procura-desktop.exe": b"MZ second"})
    second = windows_msi.make(new, icon, tmp_path / "procura-desktop-1.1.0.msi", version="1.1.0")
    home = windows.drive / "Own programs" / "Procura"

    assert windows.run("msiexec", "/i", first, "/qn", "INSTALLFOLDER=C:\\Own programs\\Procura") == 0
    assert (home / "procura-desktop.exe").read_bytes() == b"MZ window"
    assert (home / "_internal" / "only-in-old.txt").is_file()

    assert windows.run("msiexec", "/i", second, "/qn") == 0
    assert (home / "procura-desktop.exe").read_bytes() == b"MZ second"
    assert not (home / "_internal" / "only-in-old.txt").exists()

    assert windows.run("msiexec", "/i", first, "/qn") != 0  # a later version is there
    assert (home / "procura-desktop.exe").read_bytes() == b"MZ second"

    assert windows.run("msiexec", "/x", second, "/qn") == 0
    assert not (home / "procura-desktop.exe").exists()
    assert windows.workspace.read_bytes() == b"what a user made"


# Signatures.


@pytest.mark.external("osslsigncode")
@needs_wixl
@pytest.mark.skipif(
    not (shutil.which("osslsigncode") and shutil.which("openssl")), reason="osslsigncode is not installed"
)
def test_the_script_that_signs_signs(bundle: Path, icon: Path, tmp_path: Path) -> None:
    """With a certificate of our own making; `verify` compares the signature with the file."""
    key, certificate, both, password = (tmp_path / name for name in ("key", "cert", "both.pfx", "password"))
    password.write_text("correct horse")
    made_key = f"req -x509 -newkey rsa:2048 -nodes -keyout {key} -out {certificate} -days 2 -subj /CN=Test"
    packed = f"pkcs12 -export -inkey {key} -in {certificate} -out {both} -passout file:{password}"
    for words in (f"{made_key} -addext extendedKeyUsage=codeSigning", packed):
        subprocess.run(["openssl", *words.split()], check=True, capture_output=True)
    made = windows_msi.make(bundle, icon, tmp_path / "procura-desktop-1.0.0.msi", version="1.0.0")
    surroundings = {
        **os.environ,
        "PROCURA_SIGN_CERTIFICATE": str(both),
        "PROCURA_SIGN_PASSWORD": str(password),
        "PROCURA_SIGN_TIMESTAMP": "",
    }

    subprocess.run([SIGN, made], env=surroundings, check=True, capture_output=True)

    told = subprocess.run(
        ["osslsigncode", "verify", "-CAfile", certificate, "-in", made],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Signature verification: ok" in told.stdout
    assert not made.with_name(f"{made.name}.signed").exists()


@pytest.mark.parametrize("given", [[], ["gone.exe"]])
def test_the_script_that_signs_says_what_it_needs(given: list[str], tmp_path: Path) -> None:
    done = subprocess.run([SIGN, *given], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "usage: " in done.stderr
