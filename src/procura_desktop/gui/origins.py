"""Whose a record is: the words that name library and publisher wherever records are listed.

The facts are read once, when a library is opened: a list of any length asks for nothing.
"""

from functools import cached_property

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.library.books import Books
from procura_desktop.library.facts import LibraryInfo

translate = QCoreApplication.translate


class Origins:
    """The libraries that are read, by the names that stand before the ids of their records."""

    def __init__(self, library: Books) -> None:
        self._main, *others = library.infos
        self._others = {info.name: info for info in others}
        self._mentions: dict[str, str] = {}
        self._sentences: dict[str, str] = {}

    @property
    def several(self) -> bool:
        """Whether each record has to say whose it is: no one line stands for all."""
        return bool(self._others)

    @cached_property
    def line(self) -> str:
        """Say it for a whole list; "" where several libraries are there, and each entry says it."""
        return "" if self.several else self.sentence("")

    @cached_property
    def short(self) -> str:
        """Say the same in a few words, for a narrow list."""
        return "" if self.several else mention_of(self._main, edition=True)

    def line_for(self, library: str) -> str:
        """Say it for a page on which only what is of another library than this one says so."""
        if not self.several:
            return self.sentence(library)
        others = translate("origins", "What is of another library says so.")
        return f"{self.sentence(library)} {others}"

    def mention(self, library: str, *, on: str | None = None) -> str:
        """Give the short words for an entry, by the name of its library ("" is the main one).

        "" where only one library is there, for `line` says it for the whole list, and on the page of the same
        library: `on` names it, None is a list.
        """
        if not self.several or library == on:
            return ""
        if library not in self._mentions:
            self._mentions[library] = mention_of(self._info(library))
        return self._mentions[library]

    def sentence(self, library: str) -> str:
        """Say in a sentence from which library and edition an entry is, and who published it."""
        if library not in self._sentences:
            self._sentences[library] = sentence_of(self._info(library))
        return self._sentences[library]

    def name_of(self, record_id: str) -> str:
        """Give the library of a record by its id; "" is the main one."""
        name, slash, _ = record_id.partition("/")
        return name if slash and name in self._others else ""

    def mention_at(self, library: str) -> str:
        """Give the short words by the name in an address; of a library that is not here, its name."""
        if self._is_here(library):
            return self.mention(self._named(library))
        return f"“{library}”"

    def sentence_at(self, library: str) -> str:
        """Say it by the name in an address; of a library that is not here, that it is not."""
        if self._is_here(library):
            return self.sentence(self._named(library))
        return translate("origins", "From the library “{library}”, which is not here.").format(
            library=library
        )

    def _is_here(self, library: str) -> bool:
        return library == self._main.name or library in self._others

    def _named(self, library: str) -> str:
        """Give the name that stands before ids for the one in an address."""
        return "" if library == self._main.name else library

    def _info(self, library: str) -> LibraryInfo:
        return self._others.get(library, self._main)


def mention_of(info: LibraryInfo, *, edition: bool = False) -> str:
    """Name library and publisher in a few words, and the edition where it is wanted."""
    main = translate("origins", "Main library")
    name = main if info.name == MAIN_LIBRARY else f"“{info.name}”"
    return f"{name} {info.version if edition else ''}".strip() + f" · {publisher_words(info)}"


def sentence_of(info: LibraryInfo) -> str:
    """Name library, edition and publisher in a sentence."""
    library = (
        translate("origins", "the main library")
        if info.name == MAIN_LIBRARY
        else translate("origins", "the library “{library}”").format(library=info.name)
    )
    if not info.publisher:
        words = translate("origins", "From {library}, edition {version}, publisher not named.")
        return words.format(library=library, version=info.version)
    words = translate("origins", "From {library}, edition {version}, published by {publisher}.")
    return words.format(library=library, version=info.version, publisher=info.publisher)


def publisher_words(info: LibraryInfo) -> str:
    """Name the publisher, or say that nobody is named."""
    return info.publisher or translate("origins", "publisher not named")
