"""What the last update changed: a list of records, and for each the words that are gone and new."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.kinds import Confidence
from procura_desktop.domain.records import Record
from procura_desktop.errors import LibraryError, RecordNotFoundError
from procura_desktop.gui.card import Card
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.runs import runs_html
from procura_desktop.gui.words import confidence_name, kind_name
from procura_desktop.library.books import Books
from procura_desktop.library.compare import Differences
from procura_desktop.library.difference import Part, Passage, Run, record_difference
from procura_desktop.library.namespace import namespaced
from procura_desktop.library.open import open_library

translate = QCoreApplication.translate
What = Literal["added", "changed", "removed"]
_NONE = Differences(added=(), changed=(), removed=())


class Changes:
    """The editions in use against those before; of a library that has none before, nothing changed."""

    def __init__(self, library: Books, previous: Mapping[str, Path]) -> None:
        """Take the editions before, by the names of their libraries."""
        self._library = library
        self._origins = Origins(library)
        self._previous = previous

    @cached_property
    def by_library(self) -> Mapping[str, Differences]:
        """The records that differ, by the names of the libraries; read once."""
        names = (info.name for info in self._library.infos)
        return {name: self._read(self._previous[name]) for name in names if name in self._previous}

    @cached_property
    def found(self) -> Differences:
        """The records of all libraries that differ, those of the main one first."""
        found = tuple(self.by_library.values())
        return Differences(
            added=tuple(record for one in found for record in one.added),
            changed=tuple(record for one in found for record in one.changed),
            removed=tuple(record for one in found for record in one.removed),
        )

    def counts(self) -> dict[str, int]:
        """Give how many records of each library differ."""
        return {name: len(found) for name, found in self.by_library.items()}

    def _read(self, previous: Path) -> Differences:
        try:
            with open_library(previous) as older:
                return self._library.differences_to(older)
        except LibraryError:
            return _NONE  # the edition before is gone or damaged: nothing can be said of it

    def cards(self, what: What | Literal[""]) -> tuple[Card, ...]:
        """Give the cards of added, changed or removed records, or of all."""
        lists: dict[What, tuple[tuple[str, str], ...]] = {
            "changed": self.found.changed,
            "added": self.found.added,
            "removed": self.found.removed,
        }
        return tuple(
            self._card(record_id, title, one)
            for one, records in lists.items()
            if what in ("", one)
            for record_id, title in records
        )

    def _card(self, record_id: str, title: str, what: What) -> Card:
        brief = self._library.brief(record_id)
        kicker = change_name(what) + (f" · {kind_name(brief.kind)}" if brief else "")
        library = self._origins.name_of(record_id)
        whose, origin = self._origins.mention(library), self._origins.sentence(library)
        return Card(record_id, kicker, title, brief.summary if brief else "", whose=whose, origin=origin)

    def chips(self) -> tuple[tuple[str, str], ...]:
        """Give a chip for each list that holds something."""
        lists: tuple[tuple[What, int], ...] = (
            ("changed", len(self.found.changed)),
            ("added", len(self.found.added)),
            ("removed", len(self.found.removed)),
        )
        some = tuple((what, f"{change_name(what)} {count}") for what, count in lists if count)
        return (("", translate("changes", "All")), *some) if len(some) > 1 else some

    def document(self, record_id: str) -> tuple[str, str]:
        """Give title and HTML that show what is different in a record.

        Raises:
            RecordNotFoundError: neither edition has it.
            LibraryError: an edition cannot be read.
        """
        old, new = self._record_before(record_id), self._record_now(record_id)
        known = new or old
        if known is None:
            raise RecordNotFoundError(record_id=record_id)
        if new is None:
            words = translate("changes", "This text is no longer in the library. It said:")
            return known.title, f"<p>{escape(words)}</p>{known.html or f'<p>{escape(known.text)}</p>'}"
        invitation = translate("changes", "Open the text")
        opening = f'<p><a href="procura:{new.id}">{escape(invitation)}</a></p>'
        if old is None:
            words = translate("changes", "This text is new in the library.")
            return new.title, f"<p>{escape(words)}</p>{opening}"
        legend = translate("changes", "Underlined words are new, struck words are gone.")
        passages = "".join(map(_passage_html, record_difference(old, new)))
        return new.title, f"<p>{escape(legend)}</p>{opening}{passages}"

    def _record_before(self, record_id: str) -> Record | None:
        library = self._origins.name_of(record_id)
        path = self._previous.get(library or self._library.info.name)
        if path is None:
            return None
        with open_library(path) as older:
            local = record_id.removeprefix(f"{library}/") if library else record_id
            found = _record(older, local)
            if found is None or not library:
                return found
            return namespaced(found, library, is_own=lambda name: older.brief(name) is not None)

    def _record_now(self, record_id: str) -> Record | None:
        return _record(self._library, record_id)


def change_name(what: What) -> str:
    """Say what happened to a record."""
    return {
        "added": translate("changes", "New"),
        "changed": translate("changes", "Changed"),
        "removed": translate("changes", "Removed"),
    }[what]


def _record(library: Books, record_id: str) -> Record | None:
    try:
        return library.record(record_id)
    except RecordNotFoundError:
        return None


def _passage_html(passage: Passage) -> str:
    if not passage.runs:
        words = translate("changes", "Only details such as dates, links or keywords differ.")
        return f"<p>{escape(words)}</p>"
    title = _part_name(passage.part)
    runs = named(passage.runs) if passage.part == "confidence" else passage.runs
    return f"<h2>{escape(title)}</h2>{runs_html(runs)}"


def named(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Put the words for how sure it is in the place of the code that both texts begin with."""
    first = 1 if runs[0].how == "same" else 2
    return tuple(replace(run, text=_begun(run.text)) for run in runs[:first]) + runs[first:]


def _begun(text: str) -> str:
    code, _, rest = text.partition(" ")
    confidence = next((one for one in get_args(Confidence) if one == code), None)
    return text if confidence is None else f"{confidence_name(confidence)} {rest}".rstrip()


def _part_name(part: Part) -> str:
    return {
        "title": translate("changes", "Title"),
        "summary": translate("changes", "Summary"),
        "text": translate("changes", "Text"),
        "results": translate("changes", "Results"),
        "confidence": translate("changes", "How sure it is"),
        "sources": translate("changes", "Sources"),
        "other": translate("changes", "Details"),
    }[part]
