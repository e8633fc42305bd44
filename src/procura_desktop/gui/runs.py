"""Words that are the same, gone or new, as HTML: what is new is underlined, what is gone is struck."""

from collections.abc import Sequence
from html import escape

from procura_desktop.library.difference import Run

CONTEXT = 14  # words that stay the same, kept around what does not


def runs_html(runs: Sequence[Run]) -> str:
    """Give the paragraphs of one text, shortened where nothing differs."""
    last = len(runs) - 1
    text = "".join(_run_html(run, first=at == 0, last=at == last) for at, run in enumerate(runs))
    return "".join(f"<p>{line}</p>" for line in text.split("\n") if line.strip())


def _run_html(run: Run, *, first: bool, last: bool) -> str:
    if run.how == "same":
        return escape(_shortened(run.text, first=first, last=last)) + " "
    tag = "u" if run.how == "new" else "s"
    marked = "\n".join(f'<{tag} class="{run.how}">{escape(line)}</{tag}>' for line in run.text.split("\n"))
    return f"{marked} "


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Leave out the middle of what is the same."""
    words = text.split(" ")
    if len(words) <= 2 * CONTEXT:
        return text
    begin = "" if first else " ".join(words[:CONTEXT])
    end = "" if last else " ".join(words[-CONTEXT:])
    return f"{begin} … {end}".strip()
