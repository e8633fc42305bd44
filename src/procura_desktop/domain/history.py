"""The lines that the program writes into the history of a procurement, by a code that never changes.

A line is kept as its code and its values, so that a window can show it in another language later; beside them
stands the English, for whoever does not know the code. What an earlier program wrote has no code.
"""

from collections.abc import Mapping
from string import Formatter

from procura_desktop.domain.procurement import Event
from procura_desktop.phrases import Phrase, phrase

LINES: Mapping[str, Phrase] = {
    "closed": phrase("history", "Closed"),
    "opened-again": phrase("history", "Opened again"),
    "begun-from-earlier": phrase("history", "Begun from the earlier procurement “{title}” ({id})"),
    "begun-from-template": phrase("history", "Begun from the template “{title}” ({id})"),
    "wording-taken": phrase(
        "history",
        "Took the new wording of “{title}” (version {before} → {after}, library {library} {edition})",
    ),
    "older-taken": phrase(
        "history",
        "Took the older wording of “{title}” (version {before} → {after}, library {library} {edition})",
    ),
    "successor-taken": phrase(
        "history", "Took the new wording of “{title}” (now {id}, library {library} {edition})"
    ),
    "own-kept": phrase(
        "history", "Kept the wording of “{title}” over version {version} (library {library} {edition})"
    ),
    "withdrawn-kept": phrase("history", "Kept “{title}”, which the library {library} {edition} has no more"),
}


def line(on: str, code: str, **values: str) -> Event:
    """Make a line of the history; `on` is an ISO time in UTC.

    Raises:
        KeyError: there is no such code, or a value is missing.
    """
    return Event(on=on, what=str(LINES[code].of(**values)), code=code, values=tuple(values.items()))


def told(event: Event) -> Phrase | str:
    """Give what a line says, to be said in any language; English text where its code is not known."""
    known, values = LINES.get(event.code), dict(event.values)
    names = _names(known.text) if known else ()
    if known is None or not all(name in values for name in names):
        return event.what
    return known.of(**{name: values[name] for name in names})  # a file from elsewhere may hold any others


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name)
