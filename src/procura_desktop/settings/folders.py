"""Where the files of one user live.

The places are those of each system. One given folder isolates all of them below itself, so that a test,
a stick or a second copy of the program touches nothing else. Nothing is created here.
"""

from dataclasses import dataclass, field
from pathlib import Path

from procura_desktop.settings.home import at_home
from procura_desktop.settings.policy import load_policy
from procura_desktop.settings.policy_place import machine_policy
from procura_desktop.settings.portable import portable_file, portable_folder

NAME = "procura-desktop"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one user.

    Attributes:
        data: what must be kept: the workspace and installed libraries.
        config: what the user chose.
        cache: what may be deleted at any time.
        policy: the file of the administrator's policy, which is the machine's own unless a test or a trial
            names another; see `policy_place`.
        portable: the file beside the program that puts all of them on its stick; None where there is none.
        backup_folder: where the administrator wants backups of this user on this computer; None is nowhere
            but beside the data.
    """

    data: Path
    config: Path
    cache: Path
    portable: Path | None = None
    policy: Path = field(default_factory=machine_policy)
    backup_folder: Path | None = None

    @property
    def backup_folders(self) -> tuple[Path, ...]:
        """Where backups go, the wanted place first; the last is always within reach, beside the data."""
        wanted = (self.backup_folder,) if self.backup_folder is not None else ()
        return (*wanted, self.data / "backups")

    @property
    def library_dir(self) -> Path:
        """Where installed libraries are."""
        return self.data / "library"

    @property
    def sources(self) -> Path:
        """The sources of updates that the user added."""
        return self.config / "sources"

    @property
    def trust(self) -> Path:
        """What signed metadata was seen last, so that nobody can bring an older one."""
        return self.data / "trust"

    @property
    def workspace(self) -> Path:
        """The user's own database."""
        return self.data / "workspace.sqlite"

    @property
    def log(self) -> Path:
        """Where the program notes starts, steps of updating and faults."""
        return self.data / "log"

    @property
    def settings(self) -> Path:
        """The file of the user's settings."""
        return self.config / "settings.toml"


def folders(data_dir: Path | None = None, *, policy: Path | None = None) -> Folders:
    """Give the folders of this user: below `data_dir`, on the program's stick, or where the system has them.

    `policy` stands in for the machine's.

    Raises:
        PortableError: the file that makes the program portable is at fault.
    """
    rules = at_home(policy).absolute() if policy is not None else machine_policy()
    if data_dir is not None:
        return _below(at_home(data_dir).absolute(), rules)
    file = portable_file()
    on_stick = portable_folder(file) if file is not None else None
    if on_stick is not None:
        return _below(on_stick, rules, portable=file)
    import platformdirs

    policy_here = load_policy(rules)
    return Folders(
        data=policy_here.data_folder or platformdirs.user_data_path(NAME, appauthor=False),
        config=platformdirs.user_config_path(NAME, appauthor=False),
        cache=platformdirs.user_cache_path(NAME, appauthor=False),
        policy=rules,
        backup_folder=_own_part(policy_here.backup_folder),
    )


def _own_part(folder: Path | None) -> Path | None:
    if folder is None:
        return None
    from procura_desktop.settings.policy_parts import own_part

    return own_part(folder)


def _below(base: Path, rules: Path, *, portable: Path | None = None) -> Folders:
    return Folders(data=base, config=base, cache=base / "cache", portable=portable, policy=rules)
