"""Words about the version of the program itself; looked for late, since the start needs none of it."""

from PySide6.QtCore import QCoreApplication

from procura_desktop.sync.program_seen import is_newer

translate = QCoreApplication.translate


def program_text(offered: str, installed: str) -> str:
    """Say that the source offers a newer version of the program; "" where it does not."""
    if not is_newer(offered, installed):
        return ""
    return translate(
        "updates",
        "Version {offered} of the program is there too; you use {installed}. "
        "Whoever looks after your computer installs it.",
    ).format(offered=offered, installed=installed)
