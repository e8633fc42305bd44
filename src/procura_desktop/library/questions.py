"""The words of questions: which say nothing of what is wanted, and what kind of answer they ask for."""

from collections.abc import Sequence

from procura_desktop.library.rank import Question

# Words of questions and between words; they are left out while others say what is wanted.
STOP_WORDS = frozenset(
    " ".join(
        (
            "a about am an and any anyone are as ask asking at be best between by can could",
            "difference do does doing for from get give has have how i if in into is it its like",
            "make may me mean means must my need needs no not of on or our ours please shall",
            "should so some tell than that the their them then there these they this those to us",
            "use want was we were what when where which who whom whose why will with would you",
            "your",
        )
    ).split()
)
# Words that fill sentences; in a set expression, such as "take back", they mean something.
_FILLERS = frozenset(
    " ".join(
        (
            "actually after again all allowed also always because been before being both did done during",
            "each enough even ever every exactly find getting gets got had happen happens having help here",
            "just keep know let look makes making many might more most much never now often only other over",
            "possible put really right say see show somebody someone something still such sure take thing",
            "things too very wanted wants way ways well while whether without worth",
        )
    ).split()
)
_HOW = (
    "are", "can", "could", "do", "does", "how", "is", "may", "must", "shall", "should", "when", "where",
    "which", "whose", "why", "will", "would",
)  # fmt: skip
_BEGINNINGS: dict[str, Question] = {**dict.fromkeys(_HOW, "how"), "what": "what", "who": "who", "whom": "who"}
_SHORTEST = 3  # words


def question_of(words: Sequence[str]) -> Question:
    """Say what kind of question folded words are; "" is none."""
    return _BEGINNINGS.get(words[0], "") if len(words) >= _SHORTEST else ""


def says_something(word: str) -> bool:
    """Say whether a folded word tells what is wanted, where it stands alone."""
    return word not in STOP_WORDS and word not in _FILLERS
