"""Finds the words of the glossary in a text, so that the program can explain them.

Only the first occurrence of each term is marked, and never inside headings, links, code, slots or the parts
of a page that are not running text. Marks are inserted into the source as it stands: nothing else changes.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple, Protocol

SKIPPED_TAGS = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "pre", "kbd", "head", "style", "script", "title", "th"}
)
SKIPPED_CLASSES = frozenset({"slot", "unchecked", "plain", "callout-title", "flag", "caption"})
VOID_TAGS = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "source"})
_WORD = re.compile(r"\w+")
_PART_OF_WORD_AFTER = re.compile(r"\w|-\w")
_OTHER_BLANK = re.compile(r"[^\S ]")  # a space is one already
_MARKUP = re.compile(
    r"""<!--.*?-->|<(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*)(?P<rest>(?:"[^"]*"|'[^']*'|[^'">])*)>|&\#?\w+;?""",
    re.DOTALL,
)
_CLASS = re.compile(r"""\bclass\s*=\s*(["'])(.*?)\1""", re.DOTALL)


class Word(Protocol):
    """One term of the glossary with all the forms by which it is found."""

    @property
    def id(self) -> str:
        """Id of the term."""

    @property
    def title(self) -> str:
        """The term itself."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Other forms; they may repeat the title."""

    @property
    def definition(self) -> str:
        """What it means, as plain text."""


def mark_terms(html: str, glossary: Sequence[Word], *, own_id: str = "") -> str:
    """Wrap the first occurrence of each term into ``<a class="term" href="term:ID">``.

    Forms match whole words without regard to case, but an abbreviation (a form with a capital after its first
    letter) as it is written. The term `own_id` is left alone.
    """
    finder = _Finder(_by_first_word(tuple(glossary)), own_id)
    finder.read(html)
    parts: list[str] = []
    done = 0
    for start, end, term in finder.marks:
        parts += [html[done:start], f'<a class="term" href="term:{escape(term)}">', html[start:end], "</a>"]
        done = end
    return "".join([*parts, html[done:]])


def is_abbreviation(form: str) -> bool:
    """Say whether upper and lower case matter in this form, as in LCC or eForms."""
    return any(letter.isupper() for letter in form[1:]) and " " not in form


class _Form(NamedTuple):
    """One way to write a term; `text` is in small letters where case does not matter."""

    text: str
    exact: bool
    term: str


_Index = dict[str, list[_Form]]


@lru_cache(maxsize=1)  # there is one glossary, and making its index takes longer than reading a text with it
def _by_first_word(words: tuple[Word, ...]) -> _Index:
    """Give the forms under the first word of each, the longest first."""
    index: _Index = {}
    for word in words:
        for form in dict.fromkeys((word.title, *word.forms)):
            if first := _WORD.match(form):
                exact = is_abbreviation(form)
                made = _Form(form if exact else form.lower(), exact, word.id)
                index.setdefault(first[0].lower(), []).append(made)
    for forms in index.values():
        forms.sort(key=lambda form: -len(form.text))
    return index


def _fits(text: str, span: tuple[int, int], form: _Form) -> bool:
    """Say whether `form` stands at the start of the span, ends with a word, and does not leave the span."""
    start, most = span
    end = start + len(form.text)
    if end > most:
        return False
    found = text[start:end]
    same = (found if form.exact else found.lower()) == form.text
    return same and _PART_OF_WORD_AFTER.match(text, end, most) is None and text[start - 1 : start] != "-"


class _Finder:
    """Notes where terms stand; `marks` are (start, end, term id) in the source, in order.

    The source is clean HTML, so an expression that finds its tags is enough, and faster than a parser.
    """

    def __init__(self, index: _Index, own_id: str) -> None:
        self.marks: list[tuple[int, int, str]] = []
        self._index = index
        self._open: list[tuple[str, bool]] = []
        self._skipping = 0
        self._seen = {own_id}

    def read(self, html: str) -> None:
        """Read a whole source."""
        text = _OTHER_BLANK.sub(" ", html)
        done = 0
        for piece in _MARKUP.finditer(html):
            self._look(text, done, piece.start())
            done = piece.end()
            if piece["tag"]:
                self._pass_tag(piece)
        self._look(text, done, len(text))

    def _pass_tag(self, piece: re.Match[str]) -> None:
        tag = piece["tag"].lower()
        if piece["end"]:
            self._leave(tag)
        elif tag not in VOID_TAGS and not piece["rest"].endswith("/"):
            named = _CLASS.search(piece["rest"])
            classes = set(named[2].split()) if named else set()
            skipped = tag in SKIPPED_TAGS or bool(classes & SKIPPED_CLASSES)
            self._open.append((tag, skipped))
            self._skipping += skipped

    def _leave(self, tag: str) -> None:
        """Leave an element, and those in it that were left open."""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] == tag:
                self._skipping -= sum(skipped for _, skipped in self._open[depth:])
                del self._open[depth:]
                return

    def _look(self, text: str, start: int, end: int) -> None:
        """Look for terms in a piece of running text."""
        done = start
        if self._skipping:
            return
        for word in _WORD.finditer(text, start, end):
            forms = self._index.get(word[0].lower())
            if forms is None or word.start() < done:
                continue
            form = self._form_at(text, (word.start(), end), forms)
            if form is not None:
                done = word.start() + len(form.text)
                self._seen.add(form.term)
                self.marks.append((word.start(), done, form.term))

    def _form_at(self, text: str, span: tuple[int, int], forms: list[_Form]) -> _Form | None:
        for form in forms:
            if form.term not in self._seen and _fits(text, span, form):
                return form
        return None
