"""Sentences for people, what is put into them kept apart, so that a window can say them in any language.

The rooms below the window know nothing of Qt, but much of what they say is shown. They say it with `phrase`,
which `./run translations` collects like Qt's own `translate`; the window says it with `gui.said`. Where
nobody translates, as in a shell, `str` gives the English.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, Union

if TYPE_CHECKING:
    from decimal import Decimal

    from typing_extensions import TypeIs


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, or a part of one.

    Attributes:
        context: under which translators find it, such as "checks".
        text: English, with a `{name}` for each value. `%n` in it is the value "n", by which other languages
            choose a form of their own; the English is worded so that it fits every number.
        values: by name. A phrase among them is translated too; numbers are written as the reader writes them.
    """

    context: str
    text: str
    values: tuple[tuple[str, "Value"], ...] = ()

    def of(self, **values: object) -> "Phrase":
        """Give it with these values too.

        An error that says nothing but a phrase is that phrase; what is no value, such as a path, is kept as
        text.
        """
        kept = tuple((name, _value(value)) for name, value in values.items())
        return Phrase(self.context, self.text, (*self.values, *kept))

    @property
    def number(self) -> int | None:
        """What `%n` stands for; None: the text has none."""
        return int(str(dict(self.values)["n"])) if "%n" in self.text else None

    def __str__(self) -> str:
        """Say it in English."""
        number = self.number
        text = self.text if number is None else self.text.replace("%n", str(number))
        return text.format(**{name: _written(value) for name, value in self.values})


Value: TypeAlias = Union[str, int, float, "Decimal", Phrase]
Words: TypeAlias = str | Phrase  # of somebody else, such as the system, or ours


def phrase(context: str, text: str, _note: str = "", _number: int = 0, /) -> Phrase:
    """Mark a text for translation; both are literals, else no tool finds them.

    Any literal number at the end tells the tool that the text has forms for numbers: `phrase("checks", "%n of
    them", "", 1).of(n=3)`.
    """
    return Phrase(context, text)


def joined(phrases: Iterable[Words]) -> Phrase:
    """Put phrases behind each other, with semicolons between them."""
    named = {f"part{number}": one for number, one in enumerate(phrases)}
    return Phrase("", "; ".join(f"{{{name}}}" for name in named)).of(**named)


def is_decimal(value: object) -> "TypeIs[Decimal]":
    """Say whether a value is a `Decimal`, without its module, which would cost every start a millisecond."""
    return type(value).__name__ == "Decimal"


def words_of(error: BaseException) -> Words:
    """Give what an error says: its phrase where it says nothing else, or its text.

    Where another library took up an error of ours and added where it was, the phrase stays one.
    """
    said = error.args[0] if len(error.args) == 1 else None
    if isinstance(said, Phrase):
        return said
    text, cause = str(error), error.__cause__
    ours = words_of(cause) if isinstance(cause, ValueError) else ""
    if isinstance(ours, Phrase) and text.startswith(str(ours)):
        return Phrase("", "{what}{where}").of(what=ours, where=text[len(str(ours)) :])
    return text


def _value(value: object) -> Value:
    if isinstance(value, BaseException):
        return words_of(value)
    return value if isinstance(value, str | int | float | Phrase) or is_decimal(value) else str(value)


def _written(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.10g}"
    return f"{value:,}" if isinstance(value, int) or is_decimal(value) else str(value)
