"""Makes the disk image of macOS out of a finished application: signed and notarised where keys are given.

    python packaging/mac_dmg.py "dist/Procura Desktop.app" --out dist/….dmg

Only a Mac has the tools. The application and each library in it are signed while it is built (build.spec), if
PROCURA_CODESIGN_IDENTITY names a "Developer ID Application" in the keychain. With that, and with a key of App
Store Connect, application and image are sent to Apple's notary, and the answers are fastened to both: a Mac
without a network then still sees them.

    PROCURA_CODESIGN_IDENTITY   the identity
    PROCURA_NOTARY_KEY          path of the key file (.p8)
    PROCURA_NOTARY_KEY_ID       its id
    PROCURA_NOTARY_ISSUER       who issued it

Without an identity the image is whole, but macOS asks whoever opens it for consent in its settings.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

VARIABLES = (
    "PROCURA_CODESIGN_IDENTITY",
    "PROCURA_NOTARY_KEY",
    "PROCURA_NOTARY_KEY_ID",
    "PROCURA_NOTARY_ISSUER",
)
VOLUME = "Procura Desktop"
Command = list[str]


def main() -> None:
    """Make the image, step by step, each shown before it is done."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("app", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    wanted = parser.parse_args()
    if sys.platform != "darwin":
        raise SystemExit("Only a Mac can make and sign a disk image.")
    make(wanted.app.resolve(), wanted.out.resolve())


def make(app: Path, out: Path) -> None:
    """Put the application beside a link to the folder of applications, and make the image of both."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder) / "stage"
        stage.mkdir()
        (stage / "Applications").symlink_to("/Applications")
        for command in commands(app, stage, out, os.environ):
            sys.stdout.write(f"{shlex.join(command)}\n")
            sys.stdout.flush()
            subprocess.run(command, check=True)  # noqa: S603 - made below


def commands(app: Path, stage: Path, out: Path, given: Mapping[str, str]) -> Iterator[Command]:
    """Give what is to be run, in this order; what nobody gave a key for is left out.

    Raises:
        SystemExit: a part of what the notary needs is missing.
    """
    identity = given.get("PROCURA_CODESIGN_IDENTITY", "")
    notary = _notary(given) if identity else []
    inside, packed = stage / app.name, stage.with_name("application.zip")
    yield ["ditto", str(app), str(inside)]
    yield ["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(inside)]
    if notary:
        yield ["ditto", "-c", "-k", "--keepParent", str(inside), str(packed)]
        yield ["xcrun", "notarytool", "submit", str(packed), *notary]
        yield ["xcrun", "stapler", "staple", str(inside)]
    image = ["hdiutil", "create", "-ov", "-volname", VOLUME, "-srcfolder", str(stage)]
    yield [*image, "-fs", "HFS+", "-format", "UDZO", str(out)]
    if identity:
        yield ["codesign", "--sign", identity, "--timestamp", str(out)]
    if notary:
        yield ["xcrun", "notarytool", "submit", str(out), *notary]
        yield ["xcrun", "stapler", "staple", str(out)]
        yield ["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", str(out)]


def _notary(given: Mapping[str, str]) -> list[str]:
    """Give the options that name the key of the notary; none where nobody gave one."""
    values = {name: given.get(name, "") for name in VARIABLES[1:]}
    if not any(values.values()):
        return []
    missing = [name for name, value in values.items() if not value]
    if missing:
        raise SystemExit(f"The notary needs {', '.join(missing)} too.")
    key, key_id, issuer = values.values()
    return ["--key", key, "--key-id", key_id, "--issuer", issuer, "--wait"]


if __name__ == "__main__":
    main()
