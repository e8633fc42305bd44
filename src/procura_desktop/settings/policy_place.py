"""Where the administrator's policy lies on each system.

No variable of the environment and no file of the user takes part in finding it: whoever is bound by a policy
can set variables, and would step round every lock. So the place is a constant on Linux and macOS, and on
Windows is asked of the system, which keeps ``%ProgramData%`` apart from the variable of that name. Tests and
trials name another file to `folders`; the command line takes one with ``--policy`` only where the machine has
none, so that it can add rules and never take one away.
"""

import sys
from pathlib import Path

COMPANY_FOLDER = "Procura Desktop"
FILE = "policy.toml"
REGISTRY_KEY = r"Software\Policies\Procura Desktop"
PREFERENCES_DOMAIN = "org.procura.desktop"
MANAGED_PREFERENCES = Path("/Library/Managed Preferences") / f"{PREFERENCES_DOMAIN}.plist"


def machine_policy() -> Path:
    """Give the file of this computer's policy; it may not be there."""
    if sys.platform == "win32":
        return _program_data() / COMPANY_FOLDER / FILE
    if sys.platform == "darwin":
        return Path("/Library/Application Support") / COMPANY_FOLDER / FILE
    return Path("/etc/procura-desktop") / FILE


if sys.platform == "win32":

    def _program_data() -> Path:
        """Ask Windows for the folder of all users' data, by the number that its headers give it."""
        import ctypes

        common_app_data, longest_path = 0x23, 260
        found = ctypes.create_unicode_buffer(longest_path)
        failed = ctypes.windll.shell32.SHGetFolderPathW(None, common_app_data, None, 0, found)
        return Path(r"C:\ProgramData" if failed else found.value)
