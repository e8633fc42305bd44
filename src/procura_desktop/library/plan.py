"""What a query asks of the index: a term for each word or group of words, with all that it may mean.

A word that the library does not have is corrected, a word with another meaning is looked for under both, a
word of a question ("how", "what") is left out while others say what is wanted. How often the words stand in
the library is known beforehand, so that the search knows what it would cost to rank everything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import cast

from procura_desktop.library import expression as ex
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.facets import broader_cpv_words, cpv_word, group_word, kind_word
from procura_desktop.library.index import CPV, SYNONYM
from procura_desktop.library.lexicon import LETTERS_AT_ONCE, Lexicon
from procura_desktop.library.meanings import Meanings
from procura_desktop.library.query import MAX_TERMS, Query
from procura_desktop.library.questions import STOP_WORDS, question_of, says_something
from procura_desktop.library.rank import Question
from procura_desktop.library.stems import stem, stem_key
from procura_desktop.library.typos import Speller
from procura_desktop.library.wordlist import WordList
from procura_desktop.library.words import fold, split_words
from procura_desktop.phrases import phrase

LONGEST_MEANING = 6  # words
MOST_ALIKE = 4  # words of a query, for which others are looked for that look like them
LETTERS_PREPARED = 3
MANY_OF_BEGINNING = 5_000
FREQUENT_ENDINGS = 16
MOST_GROUPS_CALLED = 2  # so; a word that more product groups name is the name of none
_PLURAL = re.compile(r"(?:e?s|x|e?n)$")  # of the other languages
_KNOWN = (
    "SELECT group_concat(word, char(10)), group_concat(records, ' ') FROM "
    "(SELECT word, records FROM word WHERE english > 0 AND length(word) > 2 ORDER BY word)"
)
_CALLED = (
    "SELECT r.id FROM record_search AS s JOIN record AS r ON r.number = s.rowid "
    "WHERE s.record_search MATCH ? LIMIT ?"
)
_NAMED = "SELECT r.number FROM record_name AS n JOIN record AS r ON r.id = n.record_id WHERE n.name = ?"
_CPV = re.compile(r"\d{8}")
_CPV_BEGINNING = re.compile(r"\d{2,8}")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a record matches that does not show it: `typed` stands for `meant`.

    `why` is as in the table `meaning`: "synonym", "cpv", or the language of what was typed.
    """

    typed: str
    meant: str
    why: str


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is looked for.

    Attributes:
        typed: as it was typed, or corrected.
        expression: what the index is asked.
        narrow: what it is asked where many match: the frequent forms in place of all; "": `expression`.
        own, others: its parts where there are other meanings: the word itself, and what it means.
        known: whether the word itself stands in the library.
        records: in how many records it may stand at the most.
        stems: those of its own words, to be marked and compared; without those of other meanings.
        reasons: what other meanings there are.
        beginning: whether the word may go on.
        forms: the stems of all words that begin so, where they are few.
        run: how many terms the words make that have these other meanings together.
        groups: expressions of the product groups that are called so.
    """

    typed: str
    expression: str
    records: int
    stems: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    beginning: bool = False
    own: str = ""
    others: str = ""
    known: bool = True
    narrow: str = ""
    run: int = 1
    groups: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    @property
    def has_only_synonyms(self) -> bool:
        """Whether all its other meanings are of the same language."""
        return all(reason.why == SYNONYM for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Plan:
    """A query, understood.

    Attributes:
        terms: what is wanted; empty: nothing.
        filters: expressions that all must hold.
        excluded: expressions that must not.
        corrected: the words as they were understood; "" means as they were typed.
        names: keys of names that the whole query may be, the best first.
        asked: all words in their order, those of questions too.
        question: what kind of question they are.
        records: how many the library has.
    """

    terms: tuple[Term, ...] = ()
    filters: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    corrected: str = ""
    names: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    question: Question = ""
    records: int = 0


@dataclass(slots=True)
class Planner:
    """Makes plans for one library; reads its words when somebody first mistypes."""

    connection: ReadConnection
    _speller: Speller | None = None
    lexicon: Lexicon = field(init=False)
    _known_meanings: Meanings = field(init=False)

    def __post_init__(self) -> None:
        """Read what is known of words over the same connection."""
        self.lexicon = Lexicon(self.connection)
        self._known_meanings = Meanings(self.connection, self.lexicon)

    def plan(self, query: Query, *, filters: Sequence[str]) -> Plan:
        """Understand a query; `filters` are expressions of what was chosen."""
        words = [fold(word) for word in query.words[-MAX_TERMS:]]
        prefix = query.prefix and bool(words)
        asked, corrected = self._corrected(words, prefix=prefix) if query.correct else (words, False)
        wanted = _without_stop_words(asked, prefix=prefix)
        if prefix and len(wanted) > 1 and len(wanted[-1]) == 1:
            wanted, prefix = wanted[:-1], False  # one letter says nothing yet
        found = [*self._terms(asked, set(wanted), prefix=prefix), *map(self._phrase, query.phrases)]
        terms = tuple(term for term in found if term.expression)
        names = [" ".join(some) for some in (asked, wanted)] if not query.phrases else []
        if len(query.phrases) == 1 and not words:
            names = [" ".join(query.phrases[0])]
        names += _names_meant(terms)
        return Plan(
            terms=tuple(map(self._with_groups, terms)) if len(terms) > 1 else terms,
            filters=tuple(filters),
            excluded=tuple(filter(None, map(ex.phrase, query.excluded))),
            corrected=" ".join(asked) if corrected else "",
            names=tuple(dict.fromkeys(filter(None, map(stem_key, names)))),
            asked=tuple(asked),
            question=question_of(asked),
            records=self.lexicon.all_records(),
        )

    def completed(self, query: Query) -> Query:
        """Give a query with its last word whole, where the library has but one word that begins so.

        Whatever letters come next, it is the same query then, and need not be answered again.
        """
        if not query.prefix or not query.words:
            return query
        *before, begun = query.words
        whole = self.lexicon.only_word(fold(begun))
        return replace(query, words=(*before, whole), prefix=False) if whole else query

    def only_letters(self, query: Query) -> str:
        """Give what is all of a query, if that is the first few letters of a word that mean nothing else."""
        if len(query.words) != 1 or not query.prefix or query.phrases or query.excluded:
            return ""
        letters = fold(query.words[0])
        if len(letters) > LETTERS_PREPARED or not letters.isalpha() or self._meanings([letters]):
            return ""
        return letters

    def named(self, plan: Plan) -> set[int]:
        """Give the numbers of the records that are called what was typed."""
        return {
            number
            for name in plan.names
            for number in self.lexicon.kept("named", name, partial(self._called, name))
        }

    def _called(self, name: str) -> tuple[int, ...]:
        return tuple(cast("int", number) for (number,) in self.connection.rows(_NAMED, name))

    def spelt_out(self, term: Term) -> str:
        """Give the expression of a term with words in place of a beginning; see `Lexicon.spelt_out`."""
        words = self.lexicon.spelt_out(term.typed) if term.beginning else ""
        return term.expression.replace(ex.beginning(term.typed), f"({words})") if words else term.expression

    # Words that the library does not have.

    def _corrected(self, words: list[str], *, prefix: bool) -> tuple[list[str], bool]:
        unknown = [
            number
            for number, word in enumerate(words)
            if not self._is_known(word, beginning=prefix and number == len(words) - 1)
        ]
        if not unknown:
            return words, False
        made = list(words)
        for number in unknown:
            if made[number]:
                self._correct(made, number, beginning=prefix and number == len(words) - 1)
        result = [word for words_of in made for word in words_of.split()]
        return result, result != words

    def _correct(self, words: list[str], number: int, *, beginning: bool) -> None:
        """Correct one word in place: joined with a neighbour, or to the nearest word."""
        word, speller = words[number], self._spell()
        for other in (number - 1, number + 1):
            if 0 <= other < len(words) and words[other]:
                first, second = sorted((number, other))
                joined = speller.joined(words[first], words[second])
                if joined:
                    words[first], words[second] = joined, ""
                    return
        words[number] = self._nearest(word, beginning=beginning) or word

    def _nearest(self, word: str, *, beginning: bool) -> str:
        what = "beginning nearest" if beginning else "nearest"
        return self.lexicon.kept(what, word, lambda: self._spell().correct(word, beginning=beginning))

    def _is_known(self, word: str, *, beginning: bool) -> bool:
        what = "beginning known" if beginning else "known"
        return self.lexicon.kept(what, word, lambda: self._look_up(word, beginning=beginning))

    def _look_up(self, word: str, *, beginning: bool) -> bool:
        if len(word) < 3 or word.isdigit() or word in STOP_WORDS:
            return True
        if self.lexicon.is_english(stem(word)) or (beginning and self.lexicon.has_ending(word)):
            return True
        singular = _PLURAL.sub("", word)
        if self.connection.rows("SELECT 1 FROM word WHERE word IN (?, ?) LIMIT 1", word, singular):
            return True
        if self.connection.rows("SELECT 1 FROM meaning WHERE typed = ? LIMIT 1", stem(word)):
            return True
        return beginning and bool(self.lexicon.endings(word)) and not self._nearest(word, beginning=True)

    def alike(self, query: Query) -> tuple[str, ...]:
        """Give the words that look most like those of a query that finds nothing; () where none does."""
        words = _without_stop_words([fold(word) for word in query.words[:MOST_ALIKE]], prefix=False)
        found = tuple(filter(None, map(self._spell().alike, words)))
        return found if found != tuple(words) else ()

    def prepare(self) -> None:
        """Read the words, so that the first slip costs no more than others."""
        self._spell()

    def _spell(self) -> Speller:
        if self._speller is None:
            words, records = self.connection.row(_KNOWN)
            try:
                known = WordList(str(words or ""), map(int, str(records or "").split()))
            except ValueError as error:
                raise self.connection.damaged(phrase("details", "its words make no sense")) from error
            self._speller = Speller(known)
        return self._speller

    # Terms.

    def _terms(self, words: list[str], wanted: set[str], *, prefix: bool) -> Iterator[Term]:
        """Give a term for each wanted word; the others count where they are part of a set expression."""
        meanings = self._meanings(words)
        at = 0
        while at < len(words):
            length = next(
                (n for n in range(min(LONGEST_MEANING, len(words) - at), 0, -1) if (at, n) in meanings), 0
            )
            beginning = prefix and at + max(length, 1) == len(words)
            if _CPV.fullmatch(words[at]):
                check = at + 1 < len(words) and len(words[at + 1]) == 1 and words[at + 1].isdigit()
                yield self._cpv(words[at])
                at += 2 if check else 1
            elif length:
                yield from self._meant(words[at : at + length], meanings[at, length], beginning=beginning)
                at += length
            else:
                if words[at] in wanted:
                    yield self._word(words[at], beginning=beginning, alone=len(wanted) == 1)
                at += 1

    def _meanings(self, words: list[str]) -> dict[tuple[int, int], list[Reason]]:
        """Find what runs of words mean: by (place of the first, how many)."""
        roots = [*map(stem_key, words)]
        plain = all(roots) and " " not in "".join(roots)  # else a run may begin otherwise than its first word
        keys = {
            (at, length): " ".join(filter(None, roots[at : at + length]))
            for at, root in enumerate(roots)
            if not plain or self._known_meanings.begins_any(root)
            for length in range(1, min(LONGEST_MEANING, len(words) - at) + 1)
        }
        found = self._known_meanings.of(set(keys.values())) if keys else {}
        return {
            (at, length): [
                Reason(" ".join(words[at : at + length]), means or facet, why)
                for means, facet, why in found[key]
            ]
            for (at, length), key in keys.items()
            if key in found
        }

    def _meant(self, words: list[str], reasons: list[Reason], *, beginning: bool) -> Iterator[Term]:
        """Look for each of the words, and in place of any of them for what they mean together."""
        others = [ex.facet(one.meant) if _is_facet(one) else ex.phrase(one.meant) for one in reasons]
        more = sum(self._records_of_meaning(one) for one in reasons)
        beginning_of = words[-1] if beginning else ""
        words = [word for word in words if word not in STOP_WORDS] or words
        for word in words:
            own = self._word(word, beginning=word == beginning_of)
            yield replace(
                own,
                expression=ex.any_of((own.expression, *others)),
                own=own.expression,
                others=ex.any_of(others),
                narrow=ex.any_of((own.narrow, *others)) if own.narrow else "",
                known=own.records > 0,
                records=own.records + more,
                reasons=tuple(reasons),
                run=len(words),
            )

    def _with_groups(self, term: Term) -> Term:
        """Note the product groups that are called like a term: what belongs to them is about it too."""
        called = (term.typed, *(one.meant for one in term.reasons if one.why == SYNONYM))

        def find() -> tuple[str, ...]:
            words = ex.any_of(map(ex.phrase, called))
            if not words:
                return ()
            groups = ex.all_of((ex.facet(kind_word("group")), ex.in_titles(words)))
            rows = self.connection.rows(_CALLED, groups, MOST_GROUPS_CALLED + 1)
            found = tuple(ex.facet(group_word(str(group))) for (group,) in rows)
            return found if len(found) <= MOST_GROUPS_CALLED else ()

        groups = self.lexicon.kept("groups called", " | ".join(called), find)
        return replace(term, groups=groups) if groups else term

    def _word(self, word: str, *, beginning: bool, alone: bool = False) -> Term:
        what = f"term{' begun' if beginning else ''}{' alone' if alone else ''}"
        return self.lexicon.kept(what, word, lambda: self._make_word(word, beginning=beginning, alone=alone))

    def _make_word(self, word: str, *, beginning: bool, alone: bool) -> Term:
        root = stem(word)
        exact = ex.phrase(word)
        records = self.lexicon.records_of_stem(root)
        if alone and _CPV_BEGINNING.fullmatch(word):
            exact = ex.any_of((ex.beginning(word) if beginning else exact, ex.facet(cpv_word(word))))
            records += self.lexicon.records_of_facet(cpv_word(word))
            records += self.lexicon.records_of_beginning(word) if beginning else 0
            return Term(word, exact, records, (root,), beginning=beginning)
        if not beginning:
            return Term(word, exact, records, (root,))
        forms = self.lexicon.forms(word)
        if forms:
            forms = {root: records, **forms}
            known = tuple(sorted(form for form, number in forms.items() if number))
            expression = ex.any_of(map(ex.exactly, known))
            return Term(word, expression, sum(forms.values()), (root,), beginning=True, forms=known)
        endings = self.lexicon.endings(word) if len(word) not in LETTERS_AT_ONCE else []
        elsewhere = (ex.phrase(one) for one in endings if not stem(one).startswith(word))
        own = exact if records and not root.startswith(word) else ""
        expression = ex.any_of((ex.beginning(word), own, *elsewhere))
        records += self.lexicon.records_of_beginning(word)
        narrow = ""
        if endings and records > MANY_OF_BEGINNING:
            narrow = ex.any_of((exact, *map(ex.phrase, endings[:FREQUENT_ENDINGS])))
        return Term(word, expression, records, (root,), beginning=True, narrow=narrow)

    def _phrase(self, words: Sequence[str]) -> Term:
        text = " ".join(words)
        counts = [self.lexicon.records_of_stem(stem(word)) for word in split_words(text)]
        return Term(text, ex.phrase(text), min(counts, default=0), tuple(map(stem, split_words(text))))

    def _cpv(self, digits: str) -> Term:
        """Look for a code and those below it; where there are none, for the nearest above it."""
        short = digits.rstrip("0").ljust(2, "0")
        for facet in (cpv_word(short), *broader_cpv_words(digits)):
            records = self.lexicon.records_of_facet(facet)
            if records:
                text = ex.any_of((ex.facet(facet), ex.phrase(digits)))
                return Term(digits, text, records, reasons=(Reason(digits, facet, CPV),))
        return Term(digits, ex.phrase(digits), 0)

    def _records_of_meaning(self, reason: Reason) -> int:
        if _is_facet(reason):
            return self.lexicon.records_of_facet(reason.meant)
        return min((self.lexicon.records_of_stem(one) for one in stem_key(reason.meant).split()), default=0)


def _names_meant(terms: Sequence[Term]) -> list[str]:
    """Give the other words for all that was typed, if that is one thing."""
    if not terms or any((term.run, term.reasons) != (len(terms), terms[0].reasons) for term in terms):
        return []
    return [reason.meant for reason in terms[0].reasons if reason.why == SYNONYM]


def _is_facet(reason: Reason) -> bool:
    return "_" in reason.meant


def _without_stop_words(words: list[str], *, prefix: bool) -> list[str]:
    """Leave out the words of questions; the last one stays while it may go on to another word."""
    kept = [
        word
        for number, word in enumerate(words)
        if says_something(word) or (prefix and number == len(words) - 1 and len(word) > 1 and len(words) == 1)
    ]
    return kept or words
