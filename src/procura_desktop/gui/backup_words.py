"""Words for backups: when one was made, why, and what it holds."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from procura_desktop.gui.update_words import size_text
from procura_desktop.gui.words import date_text
from procura_desktop.workspace.backup import Backup, Reason
from procura_desktop.workspace.rescue import Rescue

translate = QCoreApplication.translate
KEPT_BY_HAND = ("bookmark_folders", "bookmarks", "notes", "searches")
LEFT_BY_READING = ("recent_records", "reading_positions", "unread_changes", "window_states")


class BackupWords(QObject):
    """Says how many there are of something in a backup or a rescue."""

    def procurements(self, number: int) -> str:
        """Say how many procurements."""
        return self.tr("%n procurement(s)", "", number)

    def whole(self, number: int) -> str:
        """Say how many were saved whole."""
        return self.tr("%n procurement(s) was/were saved whole.", "", number)

    def lost_criteria(self, number: int) -> str:
        """Say how many criteria a procurement lost."""
        return self.tr("%n criterion/criteria lost", "", number)

    def notes(self, number: int) -> str:
        """Say how many bookmarks, notes and saved searches were lost."""
        return self.tr("%n bookmark(s), note(s) or saved search(es) lost.", "", number)

    def pages(self, number: int) -> str:
        """Say how many pages of the file could not be read."""
        return self.tr("%n page(s) of the file could not be read at all.", "", number)


def reason_name(reason: Reason) -> str:
    """Say why a backup was made."""
    return {
        "daily": translate("backups", "Daily"),
        "by-hand": translate("backups", "By hand"),
        "before-migration": translate("backups", "Before a newer version of the program changed it"),
        "before-restore": translate("backups", "Before you went back to another"),
    }[reason]


def moment_text(moment: datetime) -> str:
    """Write a moment by the user's clock."""
    here = moment.astimezone()
    return translate("backups", "{date}, {time}").format(
        date=date_text(here.date().isoformat()), time=f"{here:%H:%M}"
    )


def holds_text(backup: Backup) -> str:
    """Say what a backup holds, or that it cannot be used."""
    size = size_text(backup.size)
    if backup.procurements is None:
        return translate("backups", "It cannot be used · {size}").format(size=size)
    return f"{BackupWords().procurements(backup.procurements)} · {size}"


def rescue_lines(rescue: Rescue) -> list[str]:
    """Say what was saved of a damaged workspace, and what was not."""
    words = BackupWords()
    lines = [words.whole(len(rescue.procurements))]
    lines += [
        translate("backups", "“{title}” was saved in part: {lost}.").format(
            title=title, lost=words.lost_criteria(lost)
        )
        for title, lost in rescue.mended
    ]
    lines += [
        translate("backups", "“{title}” was made anew around its criteria; the rest of it is lost.").format(
            title=title
        )
        for title in rescue.begun
    ]
    lines += [translate("backups", "“{title}” is lost.").format(title=title) for title in rescue.missing]
    kept = sum(rescue.lost.get(table, 0) for table in KEPT_BY_HAND)
    if kept:
        lines.append(words.notes(kept))
    if any(count for table, count in rescue.lost.items() if table in LEFT_BY_READING):
        lines.append(translate("backups", "Some of what you read or searched last is no longer known."))
    if rescue.pages:
        lines.append(words.pages(rescue.pages))
    return lines
