"""Every error we raise on purpose, in words a person can act on."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from procura_desktop import errors

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
            facts = {name: str(value) for name, value in vars(error).items()}
            return Message(translate("messages", title), translate("messages", text).format(**facts))
    return Message(translate("messages", "Something is wrong"), str(error))


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
    errors.SettingsError: (
        QT_TRANSLATE_NOOP("messages", "The settings cannot be used"),
        QT_TRANSLATE_NOOP(
            "messages", "The file {path} has a fault: {detail}. The built-in settings are used."
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
    errors.WorkspaceError: (
        QT_TRANSLATE_NOOP("messages", "Your workspace cannot be used"),
        QT_TRANSLATE_NOOP("messages", "The file {path} cannot be used. It was left as it is."),
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
}
