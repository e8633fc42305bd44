"""Words that mean the same to a buyer, from ``synonyms.yaml`` beside the folders of the languages.

One list for each meaning; the first word is the one that our texts use.
"""

from pathlib import Path

import yaml

from procura_desktop.content.faults import FaultLog
from procura_desktop.content.frontmatter import LOADER, decode

FILE = "synonyms.yaml"
_FEWEST = 2
_LONGEST = 60
_MOST_BYTES = 1_000_000


def read_synonyms(root: Path) -> tuple[tuple[tuple[str, ...], ...], FaultLog]:
    """Read the lists; no file is no fault. A list with a fault is left out."""
    file = root / FILE
    log = FaultLog(file.as_posix())
    if not file.is_file():
        return (), log
    if file.stat().st_size > _MOST_BYTES:
        log.fault(1, "the file is too large", f"keep it below {_MOST_BYTES} bytes")
        return (), log
    text = decode(file.read_bytes(), log)
    try:
        node = None if text is None else yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        log.fault(
            mark.line + 1 if mark else 1,
            "broken YAML",
            "write a line '- [word, other word]' for each meaning",
        )
        return (), log
    if node is None:
        return (), log
    if not isinstance(node, yaml.SequenceNode):
        log.fault(1, "the file is no list", "write a line '- [word, other word]' for each meaning")
        return (), log
    first: dict[str, int] = {}
    found = [_words(one, log, first) for one in node.value]
    return tuple(words for words in found if words), log


def _words(node: yaml.Node, log: FaultLog, first: dict[str, int]) -> tuple[str, ...]:
    line = int(node.start_mark.line) + 1
    if not isinstance(node, yaml.SequenceNode) or not all(
        isinstance(one, yaml.ScalarNode) for one in node.value
    ):
        log.fault(line, "this is no list of words", "write '- [word, other word]'")
        return ()
    words = tuple(" ".join(str(one.value).split()) for one in node.value)
    if len(set(words)) < _FEWEST or len(set(words)) < len(words):
        log.fault(
            line, "the list needs two different words at least, each once", "add one, or delete the list"
        )
        return ()
    if any(not word or len(word) > _LONGEST for word in words):
        log.fault(line, f"a word is empty or longer than {_LONGEST} characters", "shorten it")
        return ()
    known = first.setdefault(words[0].lower(), line)
    if known != line:
        log.fault(line, f"'{words[0]}' begins the list of line {known} too", "join the two lists")
        return ()
    return words
