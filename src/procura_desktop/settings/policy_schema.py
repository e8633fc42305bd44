"""Every key that a policy may have: its type, its range, what it means and what it changes.

From this list come the checks, `procura-desktop policy show`, the reference for administrators, and the
templates for Windows and macOS. Keys of the user's settings have the same name and meaning here as there.
"""

from dataclasses import dataclass
from typing import Literal

from procura_desktop.phrases import Phrase, phrase
from procura_desktop.settings.settings import (
    LARGEST_KILOBYTES,
    LARGEST_TEXT,
    PROXY,
    SMALLEST_TEXT,
    THEMES,
)

Kind = Literal["switch", "number", "text", "path", "choice", "words", "sources"]
FEATURES = (
    "guidance", "criteria", "cases", "glossary", "procurements", "updates", "sharing", "settings",
)  # fmt: skip
LIBRARY = r"[a-z0-9][a-z0-9-]*"
_HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a policy.

    Attributes:
        usual: what holds where nobody says anything.
        personal: whether users have a setting of this name, which a default leaves to them.
        title: a few words, for the templates.
        example: as it is written in the file.
        affects: the part of the program that obeys it.
        least, most: range of a number.
        choices: what is allowed, of a choice or a list.
        pattern: of a text, or of each word of a list; "" allows any.
        form: says in words what the pattern wants.
    """

    name: str
    kind: Kind
    usual: object
    title: str
    meaning: str
    example: str
    affects: str
    personal: bool = False
    least: int = 0
    most: int = 0
    choices: tuple[str, ...] = ()
    pattern: str = ""
    form: Phrase | None = None

    @property
    def values(self) -> Phrase:
        """Say what may be written, in a few words."""
        if self.kind == "number":
            numbers = phrase("policy", "a whole number from {least} to {most}")
            return numbers.of(least=str(self.least), most=str(self.most))
        choices = ", ".join(self.choices)
        if self.kind == "choice":
            return phrase("policy", "one of {choices}").of(choices=choices)
        if self.kind == "words" and choices:
            return phrase("policy", "a list of {choices}").of(choices=choices)
        return _VALUES.get(self.kind) or self.form or phrase("policy", "a text")


_VALUES: dict[Kind, Phrase] = {
    "switch": phrase("policy", "true or false"),
    "path": phrase("policy", "a full path, or empty"),
    "sources": phrase("policy", "tables, see below"),
}
_LIBRARIES = phrase("policy", "a list of names of libraries")
_LANGUAGES = phrase("policy", 'a language such as "fr" or "pt-BR", or empty')

KEYS: tuple[Key, ...] = (
    Key(
        name="sources",
        kind="sources",
        usual=(),
        title="Sources of updates",
        meaning="Where each library is updated from, in this order, and under which root. A locked source "
        "stands instead of a user's own; a default one instead of the one that came with the program.",
        example='[[locked.sources]]\nlibrary = "main"\naddresses = ["https://updates.example/"]\n'
        'root = "/etc/procura-desktop/root.json"',
        affects="update, mirror, the page Updates",
    ),
    Key(
        name="user_sources",
        kind="switch",
        usual=True,
        title="Users may have sources of their own",
        meaning="false: nobody can add a source, and those that users added are passed over.",
        example="user_sources = false",
        affects="source, the page Updates",
    ),
    Key(
        name="network",
        kind="switch",
        usual=True,
        title="Use the network",
        meaning="false: never use the network. Sticks, files and mounted shares still work.",
        example="network = false",
        affects="everything that would open a connection",
        personal=True,
    ),
    Key(
        name="background",
        kind="switch",
        usual=False,
        title="Look for updates without being asked",
        meaning="true: look for updates, and fetch those that need no question; false: never.",
        example="background = true",
        affects="the window while it is open",
        personal=True,
    ),
    Key(
        name="look_every",
        kind="number",
        usual=6,
        least=1,
        most=720,
        title="Hours between two looks",
        meaning="Hours between two looks for updates that nobody asked for.",
        example="look_every = 24",
        affects="background",
    ),
    Key(
        name="look_between",
        kind="text",
        usual="",
        pattern=f"|{_HOUR}-{_HOUR}",
        form=phrase("policy", 'a time of day such as "20:00-06:00", or empty for always'),
        title="Time of day of looks",
        meaning="Between which local times such looks happen; the second may be on the next day.",
        example='look_between = "20:00-06:00"',
        affects="background",
    ),
    Key(
        name="ask_above",
        kind="number",
        usual=1000,
        most=LARGEST_KILOBYTES,
        title="Ask above (kB)",
        meaning="Kilobytes above which an update is only fetched when somebody agrees.",
        example="ask_above = 200",
        affects="update, background, sharing",
        personal=True,
    ),
    Key(
        name="most_rate",
        kind="number",
        usual=0,
        most=LARGEST_KILOBYTES,
        title="Use of the line at most (kB/s)",
        meaning="Kilobytes a second that an update may take; 0 is as many as there are.",
        example="most_rate = 16",
        affects="everything that is fetched from a web address",
        personal=True,
    ),
    Key(
        name="proxy",
        kind="text",
        usual="",
        pattern=PROXY,
        form=phrase("policy", '"", "none" or an address such as "http://proxy.example:3128"'),
        title="Proxy",
        meaning='Proxy for web addresses; "" takes that of the system, "none" uses none.',
        example='proxy = "http://proxy.example:3128"',
        affects="everything that is fetched from a web address",
        personal=True,
    ),
    Key(
        name="ca_file",
        kind="path",
        usual="",
        title="Additional certificates",
        meaning="File with certificates to trust beside those of the system.",
        example='ca_file = "/etc/ssl/office.pem"',
        affects="everything that is fetched from a web address",
        personal=True,
    ),
    Key(
        name="expiry_waiver",
        kind="switch",
        usual=True,
        title="Old editions may be accepted",
        meaning="false: an edition that was to be renewed by now is refused, and nobody is asked.",
        example="expiry_waiver = false",
        affects="update, mirror, the page Updates",
    ),
    Key(
        name="sharing_allowed",
        kind="switch",
        usual=True,
        title="Sharing on the local network is allowed",
        meaning="false: no library is offered on the local network, and none is looked for there.",
        example="sharing_allowed = false",
        affects="the page Updates",
    ),
    Key(
        name="sharing",
        kind="switch",
        usual=False,
        title="Offer the library on the local network",
        meaning="true: offer the libraries to others on the local network.",
        example="sharing = true",
        affects="the page Updates",
        personal=True,
    ),
    Key(
        name="libraries_required",
        kind="words",
        usual=(),
        pattern=LIBRARY,
        form=_LIBRARIES,
        title="Libraries that must be here",
        meaning="`check` fails where one of these is missing, and nobody can switch one off.",
        example='libraries_required = ["ghent"]',
        affects="check, the page Updates",
    ),
    Key(
        name="libraries_forbidden",
        kind="words",
        usual=(),
        pattern=LIBRARY,
        form=_LIBRARIES,
        title="Libraries that are forbidden",
        meaning="These are neither opened nor updated nor offered, even where their files are here.",
        example='libraries_forbidden = ["old-office"]',
        affects="everything that reads or updates libraries",
    ),
    Key(
        name="hidden",
        kind="words",
        usual=(),
        pattern=LIBRARY,
        form=_LIBRARIES,
        title="Libraries that are switched off",
        meaning="Libraries beside the main one that are not read and searched.",
        example='hidden = ["ghent"]',
        affects="reading and searching",
        personal=True,
    ),
    Key(
        name="data_folder",
        kind="path",
        usual="",
        title="Folder of the user's data",
        meaning="Where each user's workspace and installed libraries lie; ~ is the home folder, {user} the "
        "account. A folder given with --data-dir counts before it.",
        example='data_folder = "D:/Procura/{user}"',
        affects="where files are",
    ),
    Key(
        name="backup_folder",
        kind="path",
        usual="",
        title="Folder of backups",
        meaning="Where the daily backup of each user's data goes, in a folder of its own for each computer; "
        "{user} is the account. Where it cannot be reached, the backup is made beside the data. With "
        "--data-dir, or on a stick, backups always stay beside the data.",
        example='backup_folder = "//server/backup/{user}"',
        affects="backups",
    ),
    Key(
        name="language",
        kind="text",
        usual="",
        pattern=r"|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*",
        form=_LANGUAGES,
        title="Language of the program",
        meaning='Language of the program\'s words; "" follows the system, and so does one that this version '
        "has no words in. Dates and numbers stay as the system writes them.",
        example='language = "fr"',
        affects="the window",
    ),
    Key(
        name="content_language",
        kind="text",
        usual="",
        pattern=r"|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*",
        form=_LANGUAGES,
        title="Language of the content",
        meaning="Language of the content: where the libraries have texts in several, those of this one come "
        "first in lists and searches. The documents of a new procurement begin in it, if the program knows "
        'their words in it; each procurement can have another. "" prefers none: such documents are English.',
        example='content_language = "fr"',
        affects="lists, searches, new procurements",
    ),
    Key(
        name="docx_template",
        kind="path",
        usual="",
        title="Template of DOCX documents",
        meaning="The organisation's own template, a .docx or .dotx file; exported documents take its styles, "
        "page, header and footer.",
        example='docx_template = "/etc/procura-desktop/letter.docx"',
        affects="the documents of procurements",
    ),
    Key(
        name="odt_template",
        kind="path",
        usual="",
        title="Template of ODT documents",
        meaning="The same for documents in the OpenDocument format, an .odt or .ott file.",
        example='odt_template = "/etc/procura-desktop/letter.odt"',
        affects="the documents of procurements",
    ),
    Key(
        name="organisation",
        kind="text",
        usual="",
        form=phrase("policy", "a text of one line"),
        title="Name of the organisation",
        meaning="Stands at the head of exported documents.",
        example='organisation = "City of Ghent"',
        affects="the documents of procurements",
    ),
    Key(
        name="logo",
        kind="path",
        usual="",
        title="Logo",
        meaning="Picture (PNG, JPEG or GIF) for the head of exported documents.",
        example='logo = "/etc/procura-desktop/logo.png"',
        affects="the documents of procurements",
    ),
    Key(
        name="web_links",
        kind="switch",
        usual=True,
        title="Links may open the browser",
        meaning="false: links to the web and to mail are shown and can be copied, and open nothing.",
        example="web_links = false",
        affects="every link that leads out of the program",
    ),
    Key(
        name="theme",
        kind="choice",
        usual="system",
        choices=THEMES,
        title="Colours",
        meaning="The look of the window; system follows the desktop.",
        example='theme = "contrast"',
        affects="the window",
        personal=True,
    ),
    Key(
        name="text_scale",
        kind="number",
        usual=100,
        least=SMALLEST_TEXT,
        most=LARGEST_TEXT,
        title="Size of the text (per cent)",
        meaning="Size of the text in per cent. Lock it only with good reason: people need different sizes.",
        example="text_scale = 120",
        affects="the window",
        personal=True,
    ),
    Key(
        name="features_hidden",
        kind="words",
        usual=(),
        choices=FEATURES,
        title="Parts of the window that are hidden",
        meaning="These places are not in the navigation and cannot be gone to.",
        example='features_hidden = ["updates", "sharing"]',
        affects="the window",
    ),
)
BY_NAME = {key.name: key for key in KEYS}
