"""The disk image of macOS: which tools are called, in which order. Only a Mac can run them."""

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

import mac_dmg

APP = Path("/built/Procura Desktop.app")
STAGE, OUT = Path("/tmp/made/stage"), Path("/dist/procura-desktop-1.2.0-arm64.dmg")  # noqa: S108 - of no real file
KEYS = dict(zip(mac_dmg.VARIABLES, ("Developer ID Application: A", "/k.p8", "K1", "I1"), strict=True))


def tools(given: dict[str, str]) -> list[str]:
    return [
        " ".join(command[: 3 if command[0] == "xcrun" else 2])
        for command in mac_dmg.commands(APP, STAGE, OUT, given)
    ]


def test_with_keys_it_is_signed_before_the_notary_sees_it_and_stapled_after() -> None:
    assert tools(KEYS) == [
        "ditto /built/Procura Desktop.app",
        "codesign --verify",
        "ditto -c",
        "xcrun notarytool submit",
        "xcrun stapler staple",
        "hdiutil create",
        "codesign --sign",
        "xcrun notarytool submit",
        "xcrun stapler staple",
        "spctl --assess",
    ]


def test_without_keys_an_image_is_made_all_the_same() -> None:
    assert tools({}) == ["ditto /built/Procura Desktop.app", "codesign --verify", "hdiutil create"]


def test_an_identity_alone_signs_and_notarises_nothing() -> None:
    assert tools({mac_dmg.VARIABLES[0]: "A"})[2:] == ["hdiutil create", "codesign --sign"]


def test_half_a_key_of_the_notary_is_told() -> None:
    half = {**KEYS, "PROCURA_NOTARY_ISSUER": ""}
    with pytest.raises(SystemExit, match="needs PROCURA_NOTARY_ISSUER too"):
        tools(half)


def test_the_image_holds_the_application_and_the_way_to_install_it() -> None:
    (create,) = (command for command in mac_dmg.commands(APP, STAGE, OUT, {}) if command[0] == "hdiutil")
    assert create[create.index("-srcfolder") + 1] == str(STAGE)
    assert create[-1] == str(OUT)


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac can")
def test_elsewhere_it_says_that_only_a_mac_can() -> None:
    done = subprocess.run(
        [sys.executable, mac_dmg.__file__, "x.app", "--out", "x.dmg"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "Only a Mac can make and sign a disk image.\n"


def test_a_hardened_program_may_do_no_more_than_python_needs() -> None:
    path = Path(mac_dmg.__file__).with_name("macos") / "entitlements.plist"
    assert plistlib.loads(path.read_bytes()) == {
        "com.apple.security.cs.allow-unsigned-executable-memory": True
    }
