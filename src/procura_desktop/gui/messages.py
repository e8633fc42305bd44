"""Every error we raise on purpose, in words a person can act on."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from procura_desktop import errors
from procura_desktop.gui.said import said
from procura_desktop.phrases import Phrase, words_of

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, and what to do."""

    title: str
    text: str


def explain(error: errors.ProcuraError) -> Message:
    """Put an error into words."""
    for kind in type(error).__mro__:
        if kind in WORDS:
            title, text = WORDS[kind]
            facts = {name: _said(value) for name, value in vars(error).items()}
            return Message(translate("messages", title), translate("messages", text).format(**facts))
    return Message(translate("messages", "Something is wrong"), said(words_of(error)))


def _said(fact: object) -> str:
    return said(fact) if isinstance(fact, Phrase) else str(fact)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for translation."""
    return text


WORDS: dict[type[BaseException], tuple[str, str]] = {
    errors.LibraryMissingError: (
        QT_TRANSLATE_NOOP("messages", "The library is missing"),
        QT_TRANSLATE_NOOP(
            "messages", "There is no library at {path}. Install the program again, or ask your administrator."
        ),
    ),
    errors.LibraryDamagedError: (
        QT_TRANSLATE_NOOP("messages", "The library is damaged"),
        QT_TRANSLATE_NOOP(
            "messages", "The file {path} cannot be read ({detail}). Your own notes are not touched."
        ),
    ),
    errors.LibraryTooNewError: (
        QT_TRANSLATE_NOOP("messages", "The library is newer than this program"),
        QT_TRANSLATE_NOOP("messages", "The file {path} needs Procura Desktop {needs} or later."),
    ),
    errors.LibraryTooOldError: (
        QT_TRANSLATE_NOOP("messages", "The library is older than this program"),
        QT_TRANSLATE_NOOP(
            "messages",
            "The file {path} was made for an earlier version of the program. The next update brings it "
            "again.",
        ),
    ),
    errors.LibraryError: (
        QT_TRANSLATE_NOOP("messages", "The library cannot be used"),
        QT_TRANSLATE_NOOP("messages", "The file {path} cannot be used. Install the program again."),
    ),
    errors.RecordNotFoundError: (
        QT_TRANSLATE_NOOP("messages", "Not in this library"),
        QT_TRANSLATE_NOOP(
            "messages",
            "No record has the address {record_id}. It may have been renamed: try the search field.",
        ),
    ),
    errors.AddressError: (
        QT_TRANSLATE_NOOP("messages", "This is not an address"),
        QT_TRANSLATE_NOOP(
            "messages", "“{text}” is not an address. One looks like procura:main/guidance/labels."
        ),
    ),
    errors.ChoiceError: (
        QT_TRANSLATE_NOOP("messages", "This level does not exist"),
        QT_TRANSLATE_NOOP("messages", "“{level}” is no level of this criterion: {there}."),
    ),
    errors.ProcurementMissingError: (
        QT_TRANSLATE_NOOP("messages", "This procurement is not here"),
        QT_TRANSLATE_NOOP(
            "messages", "Your workspace has no procurement {procurement}. It may have been deleted."
        ),
    ),
    errors.ProcurementClosedError: (
        QT_TRANSLATE_NOOP("messages", "This procurement is closed"),
        QT_TRANSLATE_NOOP("messages", "“{title}” is closed. Open it again before you change it."),
    ),
    errors.ProcurementElsewhereError: (
        QT_TRANSLATE_NOOP("messages", "This procurement was changed elsewhere"),
        QT_TRANSLATE_NOOP(
            "messages",
            "“{title}” was saved by another program since you opened it. It is opened anew; your last change"
            " was not kept.",
        ),
    ),
    errors.BroughtInChangedError: (
        QT_TRANSLATE_NOOP("messages", "This cannot be undone any more"),
        QT_TRANSLATE_NOOP(
            "messages",
            "“{title}” was changed or deleted since it was taken in. Everything is left as it is now.",
        ),
    ),
    errors.ForeignFileError: (
        QT_TRANSLATE_NOOP("messages", "This file was not taken"),
        QT_TRANSLATE_NOOP("messages", "{path}: {detail}. Nothing of yours was changed."),
    ),
    errors.ExportError: (
        QT_TRANSLATE_NOOP("messages", "The document could not be written"),
        QT_TRANSLATE_NOOP("messages", "{path}: {detail}. What was there before is unchanged."),
    ),
    errors.OcidPrefixError: (
        QT_TRANSLATE_NOOP("messages", "Open contracting data needs your prefix"),
        QT_TRANSLATE_NOOP(
            "messages",
            "No file was written. Write the prefix of your identifiers (OCID), such as ocds-a1b2c3: the Open "
            "Contracting Partnership registers one for your organisation. Or take the tick away.",
        ),
    ),
    errors.ProcurementError: (
        QT_TRANSLATE_NOOP("messages", "Something is wrong with this procurement"),
        QT_TRANSLATE_NOOP("messages", "It cannot be used as it is."),
    ),
    errors.SettingsError: (
        QT_TRANSLATE_NOOP("messages", "The settings cannot be used"),
        QT_TRANSLATE_NOOP(
            "messages", "The file {path} has a fault: {detail}. The built-in settings are used."
        ),
    ),
    errors.SettingsNotKeptError: (
        QT_TRANSLATE_NOOP("messages", "Your choice is not kept"),
        QT_TRANSLATE_NOOP("messages", "{path} {detail}. Your choice holds until you close the program."),
    ),
    errors.PortableError: (
        QT_TRANSLATE_NOOP("messages", "The portable program cannot find your files"),
        QT_TRANSLATE_NOOP(
            "messages",
            "The file {path} has a fault: {detail}. Correct it, or delete it to use the folders of this "
            "computer.",
        ),
    ),
    errors.WorkspaceReadOnlyError: (
        QT_TRANSLATE_NOOP("messages", "Nothing new is kept"),
        QT_TRANSLATE_NOOP(
            "messages",
            "{path} is at a place that can only be read ({detail}). You can read and search everything; "
            "what you do now is lost when you close the program.",
        ),
    ),
    errors.WorkspaceFullError: (
        QT_TRANSLATE_NOOP("messages", "The disk is full"),
        QT_TRANSLATE_NOOP(
            "messages",
            "There is no room for {path}. You can read and search everything, but nothing new is kept. "
            "Make room on this disk, then start the program again.",
        ),
    ),
    errors.WorkspaceInUseError: (
        QT_TRANSLATE_NOOP("messages", "Your workspace is open elsewhere"),
        QT_TRANSLATE_NOOP(
            "messages",
            "{user} has {path} open on the computer {computer} since {since}. You can read and search "
            "everything, but nothing new is kept. Close the program there, then start it here again. If it "
            "no longer runs there, delete the file {lock}.",
        ),
    ),
    errors.WorkspaceNotKeptError: (
        QT_TRANSLATE_NOOP("messages", "Nothing new is kept"),
        QT_TRANSLATE_NOOP(
            "messages", "Nothing can be written to {path}. You can read and search everything."
        ),
    ),
    errors.PolicyError: (
        QT_TRANSLATE_NOOP("messages", "The policy of your organisation has a fault"),
        QT_TRANSLATE_NOOP(
            "messages",
            "Nothing is updated, and the network is not used, until it is mended. Tell your administrator: "
            "{detail}",
        ),
    ),
    errors.PolicyForbidsError: (
        QT_TRANSLATE_NOOP("messages", "Set by your organisation"),
        QT_TRANSLATE_NOOP(
            "messages", "{detail}. The policy of your organisation says so ({key}); ask your administrator."
        ),
    ),
    errors.WorkspaceTooNewError: (
        QT_TRANSLATE_NOOP("messages", "Your workspace is newer than this program"),
        QT_TRANSLATE_NOOP("messages", "A later version of the program wrote {path}. Use that version."),
    ),
    errors.WorkspaceDamagedError: (
        QT_TRANSLATE_NOOP("messages", "Your workspace cannot be opened"),
        QT_TRANSLATE_NOOP("messages", "The file {path} cannot be opened ({detail}). It was left as it is."),
    ),
    errors.ProcurementDamagedError: (
        QT_TRANSLATE_NOOP("messages", "A procurement cannot be read"),
        QT_TRANSLATE_NOOP(
            "messages",
            "What {path} holds of it makes no sense ({detail}); the others can be opened. You can go back to "
            "a backup: Settings, Your data.",
        ),
    ),
    errors.WorkspaceOpenError: (
        QT_TRANSLATE_NOOP("messages", "Your workspace is open"),
        QT_TRANSLATE_NOOP("messages", "A program has {path} open. Close every window and try again."),
    ),
    errors.BackupError: (
        QT_TRANSLATE_NOOP("messages", "No backup could be made"),
        QT_TRANSLATE_NOOP(
            "messages",
            "{path} could not be written ({detail}). Your work and the earlier backups are kept. Make room "
            "there, or see that this folder can be reached.",
        ),
    ),
    errors.WorkspaceError: (
        QT_TRANSLATE_NOOP("messages", "Your workspace cannot be used"),
        QT_TRANSLATE_NOOP("messages", "The file {path} cannot be used. It was left as it is."),
    ),
    errors.SourceUnreachableError: (
        QT_TRANSLATE_NOOP("messages", "The source of updates cannot be reached"),
        QT_TRANSLATE_NOOP(
            "messages",
            "{source} cannot be read just now ({detail}). Your library works as before; try later.",
        ),
    ),
    errors.SourceTooSlowError: (
        QT_TRANSLATE_NOOP("messages", "The source of updates is too slow"),
        QT_TRANSLATE_NOOP(
            "messages",
            "{source} answers, but sends next to nothing ({detail}). What has arrived is kept, and your "
            "library works as before; try later, or on another line.",
        ),
    ),
    errors.ClockBehindError: (
        QT_TRANSLATE_NOOP("messages", "The clock of this computer is wrong"),
        QT_TRANSLATE_NOOP(
            "messages",
            "The clock says {clock}, but your library is of {newest}, so no secure connection to {source} "
            "can be made. Set the clock of the computer and try again. Your library works as before.",
        ),
    ),
    errors.LocalNetworkError: (
        QT_TRANSLATE_NOOP("messages", "The local network cannot be used"),
        QT_TRANSLATE_NOOP(
            "messages", "This computer cannot use it just now ({detail}). Your library works as before."
        ),
    ),
    errors.NoReleaseError: (
        QT_TRANSLATE_NOOP("messages", "There is no update here"),
        QT_TRANSLATE_NOOP(
            "messages", "{source} holds no release. Choose the folder with “metadata” and “targets” in it."
        ),
    ),
    errors.NoTrustError: (
        QT_TRANSLATE_NOOP("messages", "No publisher is trusted yet"),
        QT_TRANSLATE_NOOP(
            "messages", "Add a source for the library “{library}” first, with the root file of its publisher."
        ),
    ),
    errors.ReleaseRejectedError: (
        QT_TRANSLATE_NOOP("messages", "The update is refused"),
        QT_TRANSLATE_NOOP(
            "messages",
            "What {source} gave is not what the publisher signed: {reason}. Your library is as it was. "
            "Tell your administrator.",
        ),
    ),
    errors.ReleaseExpiredError: (
        QT_TRANSLATE_NOOP("messages", "This edition is old"),
        QT_TRANSLATE_NOOP(
            "messages",
            "Edition {version} of {published} was to be renewed by {expired}; your clock says {clock}. "
            "Check the clock, or get a newer edition.",
        ),
    ),
    errors.OlderReleaseError: (
        QT_TRANSLATE_NOOP("messages", "You have a newer edition"),
        QT_TRANSLATE_NOOP(
            "messages", "{source} has edition {offered}; edition {installed} is installed and stays."
        ),
    ),
    errors.ReleaseTooNewError: (
        QT_TRANSLATE_NOOP("messages", "The update is newer than this program"),
        QT_TRANSLATE_NOOP(
            "messages",
            "Edition {version} needs Procura Desktop {needs} or later. Ask for the program's update.",
        ),
    ),
    errors.UpdateStorageError: (
        QT_TRANSLATE_NOOP("messages", "The update cannot be stored"),
        QT_TRANSLATE_NOOP(
            "messages",
            "Nothing can be written to {path} ({detail}). Make room, or choose a place where you may write; "
            "what was fetched is kept.",
        ),
    ),
    errors.UpdateBusyError: (
        QT_TRANSLATE_NOOP("messages", "Another update is running"),
        QT_TRANSLATE_NOOP("messages", "Wait until it has ended, then try again."),
    ),
    errors.NoPreviousError: (
        QT_TRANSLATE_NOOP("messages", "There is no other edition"),
        QT_TRANSLATE_NOOP("messages", "No other edition of the library “{library}” is kept here."),
    ),
    errors.UpdateError: (
        QT_TRANSLATE_NOOP("messages", "The update did not work"),
        QT_TRANSLATE_NOOP("messages", "Your library is as it was. Try again later."),
    ),
    errors.ContentError: (
        QT_TRANSLATE_NOOP("messages", "The content has faults"),
        QT_TRANSLATE_NOOP("messages", "Correct these faults: {faults}"),
    ),
    errors.NoDisplayError: (
        QT_TRANSLATE_NOOP("messages", "There is no display"),
        QT_TRANSLATE_NOOP("messages", "Log in to a desktop to open the window."),
    ),
    errors.ResourceMissingError: (
        QT_TRANSLATE_NOOP("messages", "A part of the program is missing"),
        QT_TRANSLATE_NOOP("messages", "The file {path} is missing. Install the program again."),
    ),
    errors.ProgramIncompleteError: (
        QT_TRANSLATE_NOOP("messages", "A part of the program is missing"),
        QT_TRANSLATE_NOOP(
            "messages",
            "The program cannot go on without it ({detail}). Install it again, or copy it as a whole.",
        ),
    ),
}
