"""Sentences for people, what is put into them kept apart, so that a window can say them in any language.

The rooms below the window know nothing of Qt, but much of what they say is shown. They say it with `phrase`,
which `./run translations` collects like Qt's own `translate`; the window says it with `gui.said`. Where
nobody translates, as in a shell, `str` gives the English.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Union

Value = Union[str, int, float, Decimal, "Phrase"]


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
    values: tuple[tuple[str, Value], ...] = ()

    def of(self, **values: Value) -> "Phrase":
        """Give it with these values too."""
        return replace(self, values=(*self.values, *values.items()))

    @property
    def number(self) -> int | None:
        """What `%n` stands for; None: the text has none."""
        return int(str(dict(self.values)["n"])) if "%n" in self.text else None

    def __str__(self) -> str:
        """Say it in English."""
        number = self.number
        text = self.text if number is None else self.text.replace("%n", str(number))
        return text.format(**{name: _written(value) for name, value in self.values})


def phrase(context: str, text: str, _note: str = "", _number: int = 0, /) -> Phrase:
    """Mark a text for translation; both are literals, else no tool finds them.

    Any literal number at the end tells the tool that the text has forms for numbers: `phrase("checks", "%n of
    them", "", 1).of(n=3)`.
    """
    return Phrase(context, text)


def _written(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.10g}"
    return f"{value:,}" if isinstance(value, int | Decimal) else str(value)
