"""A sentence of the rooms below the window is a phrase, or one of those that no window shows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import procura_desktop

SOURCE = Path(procura_desktop.__file__).parent
ROOMS = ("library", "markup", "settings", "sync", "workspace")
MARKED = {"phrase", "compile", "execute", "executemany", "row", "rows"}  # translated, or no words for people
LOGGED = {"debug", "info", "warning", "error", "exception"}
BUGS = {"TypeError", "KeyError", "AssertionError"}
ANY = 1_000
UNSEEN = {  # how many there are, and why no window shows them
    "library/change.py": (3, "RebuildNeededError is caught where the library is then built anew"),
    "library/installed.py": (1, "caught: the file is passed over"),
    "library/lexicon.py": (2, "names of counts that are kept"),
    "library/open.py": (1, "a fault of the program"),
    "library/order.py": (1, "a fault of the program"),
    "library/questions.py": (ANY, "words of questions that are typed"),
    "library/read.py": (1, "a fault of the program"),
    "library/rows.py": (1, "a fault of the program"),
    "library/shelf.py": (1, "a fault of the program"),
    "library/wordlist.py": (1, "caught: the library is damaged, which is said by a phrase"),
    "markup/source.py": (ANY, "faults of content, which its authors read in a shell"),
    "settings/policy_schema.py": (ANY, "the reference of the policy, which is English"),
    "sync/conformance.py": (ANY, "for developers"),
    "sync/program.py": (ANY, "told in a shell alone"),
    "sync/program_role.py": (3, "told in a shell alone"),
    "sync/shelf.py": (1, "caught: the copy is then not offered"),
    "workspace/admission.py": (9, "for a shell; the window has words of its own"),
    "workspace/backup.py": (1, "a fault of the program"),
    "workspace/beginning.py": (1, "a fault of the program"),
    "workspace/bookmarks.py": (1, "a fault of the program"),
    "workspace/migrations.py": (1, "names of steps, for developers"),
    "workspace/pages.py": (1, "caught in the same module"),
    "workspace/workspace.py": (1, "a fault of the program"),
}
_SENTENCE = re.compile(r"[A-Za-z{}]+( [a-z{}]+){2}|[a-z]+ [a-z]+ ?\(")
_SQL = re.compile(r"\s*(SELECT|INSERT|CREATE|UPDATE|DELETE|WITH|DROP|WHERE|AND|PRAGMA)\b")


def sentences(source: bytes) -> Iterator[int]:
    """Give the line of each English sentence that no call marks for translation."""
    tree = ast.parse(source)
    passed = {id(inner) for node in ast.walk(tree) if is_marked(node) for inner in ast.walk(node)}
    passed |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) not in passed and is_sentence(text_of(node)):
            yield getattr(node, "lineno", 0)


def is_marked(node: ast.AST) -> bool:
    """Say whether the texts in a node are translated, or are no words for people: docstrings, SQL, logs."""
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        return name in MARKED | LOGGED | BUGS
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def text_of(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    return str(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def is_sentence(text: str) -> bool:
    words = len(re.findall(r"[A-Za-z]{2,}", text))
    return words > 1 and bool(_SENTENCE.search(text)) and not _SQL.match(text)


def test_every_sentence_below_the_window_is_a_phrase() -> None:
    found = {
        file.relative_to(SOURCE).as_posix(): list(sentences(file.read_bytes()))
        for room in ROOMS
        for file in (SOURCE / room).rglob("*.py")
    }

    assert len(found) > 100
    english = {name: lines for name, lines in found.items() if len(lines) > UNSEEN.get(name, (0, ""))[0]}
    assert english == {}, "say these lines with phrases, or write above why no window shows them"
    assert {name for name in UNSEEN if not found[name]} == set(), "name no module that has none"


@pytest.mark.parametrize(
    "line",
    [
        'detail = f"the policy has {number} faults"',
        'yield (), "write each source as a table"',
        'raise ValueError(f"{name!r} is no name")',
        'return "nothing of it can be read"',
    ],
)
def test_an_english_sentence_is_found(line: str) -> None:
    assert list(sentences(line.encode())) != []


@pytest.mark.parametrize(
    "line",
    [
        '"""A docstring says what a module holds."""',
        'yield phrase("policy", "write each source as a table of its own")',
        'LOG.info("edition %s is in use now", name)',
        'ORDER = "SELECT number FROM record ORDER BY number"',
        'raise TypeError(f"{value!r} cannot be sorted by")',
    ],
)
def test_what_nobody_reads_in_the_window_is_none(line: str) -> None:
    assert list(sentences(line.encode())) == []
