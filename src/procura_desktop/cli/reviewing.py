"""The command that reviews a tender document from elsewhere."""

import json
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from procura_desktop.cli.arguments import Arguments
from procura_desktop.cli.libraries import open_books
from procura_desktop.cli.output import report, sentence, write
from procura_desktop.domain.checks.document import Paragraph, check_paragraphs, paragraphs_of
from procura_desktop.domain.checks.facts import Facts, facts_of
from procura_desktop.domain.checks.finding import Finding
from procura_desktop.domain.checks.languages import ENGLISH, language_of_text
from procura_desktop.errors import ForeignFileError, LibraryError
from procura_desktop.export.opened import MAX_TEXT, open_document, text_of
from procura_desktop.settings.folders import folders

STANDARD_INPUT = "-"
UNREADABLE = 2


def review(arguments: Arguments) -> int:
    """Print what is wrong in a document; give 0 for nothing, 1 for findings, 2 where it cannot be read."""
    name = arguments.operands[0]
    try:
        paragraphs = _with_text(name, _read(name))
    except ForeignFileError as error:
        report(error, as_json=arguments.json)
        return UNREADABLE
    found = check_paragraphs(paragraphs, facts=_facts(arguments))
    if arguments.json:
        listed = [finding.as_plain() for finding in found]
        write(json.dumps({"file": name, "paragraphs": len(paragraphs), "findings": listed}, indent=2))
    else:
        write("\n\n".join((_introduction(name, paragraphs, found), *_by_sentence(found))))
    return 1 if found else 0


def _read(name: str) -> tuple[Paragraph, ...]:
    if name != STANDARD_INPUT:
        return open_document(Path(name))
    raw = sys.stdin.buffer.read(MAX_TEXT + 1)
    if len(raw) > MAX_TEXT:
        detail = f"is larger than {MAX_TEXT // 1_000_000} MB; review it in parts"
        raise ForeignFileError(path=Path(name), detail=detail)
    return paragraphs_of(text_of(Path(name), raw))


def _with_text(name: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a document; one without any is not sound, but was not read.

    Raises:
        ForeignFileError: there are none.
    """
    if not paragraphs:
        detail = "has no text; a scanned page has to be turned into text first"
        raise ForeignFileError(path=Path(name), detail=detail)
    return paragraphs


def _facts(arguments: Arguments) -> Facts:
    """Take the labels of the library; without one the labels that the program knows by itself do."""
    today = datetime.now(UTC).date().isoformat()
    try:
        with closing(open_books(folders(arguments.data_dir, policy=arguments.policy))) as library:
            records = [library.record(brief.id) for brief in library.briefs(kind="label")]
    except LibraryError as error:
        sys.stderr.write(f"procura-desktop: labels of the library are not known: {sentence(error)}\n")
        return Facts(today=today)
    return facts_of(records, today=today)


def _introduction(name: str, paragraphs: Sequence[Paragraph], found: Sequence[Finding]) -> str:
    read = f"{len(paragraphs)} paragraph{'' if len(paragraphs) == 1 else 's'} read"
    if _language(paragraphs) not in ("", ENGLISH):
        read += ", not in English: the rules know names and “or equivalent”, all else in English only"
    if not found:
        return f"{name}: {read}, nothing found. The rules do not see everything; ask your lawyer."
    return f"{name}: {read}, {len(found)} finding{'' if len(found) == 1 else 's'}. This is no legal advice."


def _language(paragraphs: Sequence[Paragraph]) -> str:
    return language_of_text("\n".join(paragraph.text for paragraph in paragraphs))


def _by_sentence(found: Sequence[Finding]) -> list[str]:
    """Give a block for each sentence: where and what it is, then each rule, its reason and the remedy."""
    return [
        "\n".join((_place(*key), *map(_told, findings)))
        for key, findings in groupby(found, key=lambda one: (one.paragraph, one.sentence))
    ]


def _place(paragraph: int, text: str) -> str:
    if not paragraph:
        return "The whole document"
    return f"Paragraph {paragraph}: {text}".rstrip(": ") if text else f"Paragraph {paragraph}"


def _told(finding: Finding) -> str:
    return (
        f"  {finding.severity}, {finding.rule}: {finding.what}\n    Why: {finding.why}\n    Do: {finding.do}"
    )
