"""How each kind of installer is run without a screen, and where a policy lies on each system.

The one place for these lines: docs/admin.md and the instruction in every set for an office say the same, and
a test compares them. What was tried of them where, stands in docs/platforms.md.
"""

from dataclasses import dataclass
from typing import Literal

from procura_desktop.domain.addresses import MAIN_LIBRARY

System = Literal["linux", "windows", "macos"]
INSTALLERS = "installers"  # the folder of a set that they are in


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of installer.

    In the lines ``{file}`` is the name of the file and ``{folder}`` that of the folder that is packed in it.
    They are run beside the file, with the rights of an administrator.

    Attributes:
        endings: of the file's name.
        starts: the bytes that such a file begins with; empty: any.
        install: also updates an earlier version.
        back: from a later version to this one, where `install` does not do that too.
    """

    title: str
    system: System
    endings: tuple[str, ...]
    starts: bytes
    install: tuple[str, ...]
    remove: tuple[str, ...]
    back: tuple[str, ...] = ()

    def lines(self, lines: tuple[str, ...], file: str) -> tuple[str, ...]:
        """Write lines for this file."""
        ending = next((ending for ending in self.endings if file.lower().endswith(ending)), "")
        return tuple(line.format(file=file, folder=file[: len(file) - len(ending)]) for line in lines)


KINDS = (
    Kind(
        title="Debian, Ubuntu and relatives (.deb)",
        system="linux",
        endings=(".deb",),
        starts=b"!<arch>\n",
        install=("apt-get install -y --no-install-recommends ./{file}",),
        remove=("apt-get remove -y procura-desktop",),
        back=("apt-get install -y --no-install-recommends --allow-downgrades ./{file}",),
    ),
    Kind(
        title="Every Linux (.tar.xz)",
        system="linux",
        endings=(".tar.xz",),
        starts=b"\xfd7zXZ\x00",
        install=("tar -xf {file}", "./{folder}/install.sh --quiet"),
        remove=("./{folder}/install.sh --quiet --uninstall",),
    ),
    Kind(
        title="Windows, by software distribution (.msi)",
        system="windows",
        endings=(".msi",),
        starts=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        install=("msiexec /i {file} /qn /norestart",),
        remove=("msiexec /x {file} /qn /norestart",),
    ),
    Kind(
        title="Windows, setup (.exe)",
        system="windows",
        endings=(".exe",),
        starts=b"MZ",
        install=("{file} /S /AllUsers",),
        remove=(r'"%ProgramFiles%\Procura Desktop\uninstall.exe" /AllUsers /S',),
    ),
    Kind(
        title="macOS (.dmg)",
        system="macos",
        endings=(".dmg",),
        starts=b"",
        install=(
            "hdiutil attach {file} -nobrowse -mountpoint /tmp/procura &&",
            'rm -rf "/Applications/Procura Desktop.app" &&',
            'ditto "/tmp/procura/Procura Desktop.app" "/Applications/Procura Desktop.app" &&',
            "hdiutil detach /tmp/procura",
        ),
        remove=('rm -rf "/Applications/Procura Desktop.app"',),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One system: where its policy lies, and lines that do not depend on the installer.

    Attributes:
        policy: as `settings/policy_place.py` finds it.
        put_policy: run in the folder of the set.
        sums: compares the files of a set with SHA256SUMS.
        program: as it is typed in a shell.
    """

    title: str
    policy: str
    put_policy: tuple[str, ...]
    sums: str
    program: str

    @property
    def check(self) -> str:
        """Tells what is installed."""
        return f"{self.program} check --json"

    def update(self, *libraries: str) -> tuple[str, ...]:
        """Bring libraries up to date; "main" needs no name."""
        named = ("" if name == MAIN_LIBRARY else f" --library {name}" for name in libraries)
        return tuple(f"{self.program} update{name}" for name in named)

    @property
    def rollback(self) -> str:
        """Go back to the edition before."""
        return f"{self.program} library rollback"


PLACES: dict[System, Place] = {
    "linux": Place(
        title="Linux",
        policy="/etc/procura-desktop/policy.toml",
        put_policy=("install -D -m 644 policy.toml /etc/procura-desktop/policy.toml",),
        sums="sha256sum --check --strict --quiet SHA256SUMS",
        program="procura-desktop",
    ),
    "windows": Place(
        title="Windows",
        policy=r"%ProgramData%\Procura Desktop\policy.toml",
        put_policy=(
            r'mkdir "%ProgramData%\Procura Desktop"',
            r'copy /Y policy.toml "%ProgramData%\Procura Desktop\policy.toml"',
        ),
        sums=r"certutil -hashfile FILE SHA256",
        program=r'"%ProgramFiles%\Procura Desktop\procura-desktop.com"',
    ),
    "macos": Place(
        title="macOS",
        policy="/Library/Application Support/Procura Desktop/policy.toml",
        put_policy=(
            'mkdir -p "/Library/Application Support/Procura Desktop"',
            'cp policy.toml "/Library/Application Support/Procura Desktop/policy.toml"',
        ),
        sums="shasum -a 256 -c SHA256SUMS",
        program='"/Applications/Procura Desktop.app/Contents/MacOS/procura-desktop"',
    ),
}


def kind_of(file: str) -> Kind | None:
    """Give the kind of an installer by its name; None: it is none, such as a list of parts."""
    return next((kind for kind in KINDS if file.lower().endswith(kind.endings)), None)
