"""What is wrong with a value of a policy, and what would be right."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath

from procura_desktop.phrases import Phrase, phrase
from procura_desktop.settings.languages import carried_languages, shown_language
from procura_desktop.settings.policy_schema import LIBRARY, Key
from procura_desktop.settings.settings import shown

_HEX = re.compile(r"[0-9a-fA-F]{64}")
_SOURCE_KEYS = ("library", "addresses", "root", "root_json", "fingerprint")
_LONGEST_TEXT = 1000
_FORBIDDEN_MAIN = phrase("policy", "the main library cannot be forbidden")
Fault = tuple[tuple[str | int, ...], Phrase]  # where within the value, and what would be right


def faults_of(key: Key, value: object) -> Iterator[Fault]:
    """Say of a value what is wrong with it and what would be right, and where within it."""
    if key.kind == "sources":
        yield from _source_faults(value)
    elif key.kind == "words":
        yield from _word_faults(key, value)
    elif not _is_right(key, value):
        yield (), _is_other(key, value)


def conflicts(values: dict[str, object]) -> Iterator[tuple[str, Phrase]]:
    """Say which keys, each sound by itself, contradict others: the key, and why."""
    required, forbidden = (
        {str(name) for name in found} if isinstance(found := values.get(key), list) else set()
        for key in ("libraries_required", "libraries_forbidden")
    )
    for name in sorted(required & forbidden):
        yield "libraries_forbidden", phrase("policy", "{name} is required too").of(name=repr(name))


def doubts(values: dict[str, object]) -> Iterator[tuple[str, Phrase]]:
    """Say which keys, each sound by itself, have no effect in this version: the key, and why."""
    wanted = values.get("language")
    if isinstance(wanted, str) and wanted and not shown_language(wanted, carried := carried_languages()):
        yield (
            "language",
            phrase(
                "policy", "this version has no words in {language}, and follows the system; it has {carried}"
            ).of(language=repr(wanted), carried=", ".join(carried)),
        )


def _is_other(key: Key, value: object) -> Phrase:
    return phrase("policy", "this is {values}, not {value}").of(values=key.values, value=shown(value))


def _is_right(key: Key, value: object) -> bool:
    if key.kind == "switch":
        return type(value) is bool
    if key.kind == "number":
        return type(value) is int and key.least <= value <= key.most
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT or not _is_one_line(value):
        return False
    if key.kind == "choice":
        return value in key.choices
    if key.kind == "path":
        return not value or _is_full_path(value)
    return not key.pattern or re.fullmatch(key.pattern, value) is not None


def _word_faults(key: Key, value: object) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield (), _is_other(key, value)
        return
    for at, word in enumerate(value):
        if not isinstance(word, str) or (key.choices and word not in key.choices):
            yield (at,), _is_other(key, word)
        elif key.pattern and not re.fullmatch(key.pattern, word):
            yield (
                (at,),
                phrase("policy", "a library's name has small letters, digits and hyphens, not {value}").of(
                    value=shown(word)
                ),
            )
        elif key.name == "libraries_forbidden" and word == "main":
            yield (at,), _FORBIDDEN_MAIN


def _source_faults(value: object) -> Iterator[Fault]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        yield (
            (),
            phrase("policy", "write each source as a table of its own, {table}").of(
                table="[[locked.sources]]"
            ),
        )
        return
    seen: set[str] = set()
    for at, one in enumerate(value):
        yield from ((((at, *where)), detail) for where, detail in _faults_in(one))
        name = one.get("library")
        if isinstance(name, str):
            if name in seen:
                yield (
                    (at, "library"),
                    phrase("policy", "the library {name} has two sources; name all addresses in one").of(
                        name=repr(name)
                    ),
                )
            seen.add(name)


def _faults_in(one: dict[str, object]) -> Iterator[Fault]:
    for key in one:
        if key not in _SOURCE_KEYS:
            yield (
                (key,),
                phrase("policy", "this is no key of a source; there are {names}").of(
                    names=", ".join(_SOURCE_KEYS)
                ),
            )
    library, addresses = one.get("library"), one.get("addresses", [])
    if not isinstance(library, str) or not re.fullmatch(LIBRARY, library):
        yield (
            ("library",),
            phrase("policy", "name the library, such as {example}").of(example='library = "main"'),
        )
    if not isinstance(addresses, list) or not all(_is_address(address) for address in addresses):
        yield (
            ("addresses",),
            phrase("policy", "this is a list of addresses, such as {example}").of(
                example='["https://updates.example/"]'
            ),
        )
    yield from _root_faults(one)


def _root_faults(one: dict[str, object]) -> Iterator[Fault]:
    if ("root" in one) == ("root_json" in one):
        yield (
            (),
            phrase(
                "policy", "give either root, the path of the publisher's root file, or root_json, its text"
            ),
        )
    root, text = one.get("root", "/"), one.get("root_json", "{}")
    if not isinstance(root, str) or not _is_one_line(root) or not _is_full_path(root):
        yield (
            ("root",),
            phrase("policy", "this is the full path of the publisher's root file, not {value}").of(
                value=shown(root)
            ),
        )
    if not isinstance(text, str) or not _is_json(text):
        yield (
            ("root_json",),
            phrase("policy", "this is the text of the publisher's root file, between {marks} and {marks}").of(
                marks="'''"
            ),
        )
    digits = one.get("fingerprint", "")
    if not isinstance(digits, str) or (
        digits and not _HEX.fullmatch("".join(digits.replace(":", "").split()))
    ):
        yield (
            ("fingerprint",),
            phrase("policy", "this is the SHA-256 of the root file, 64 hexadecimal digits"),
        )


def _is_address(address: object) -> bool:
    return isinstance(address, str) and bool(address.strip()) and _is_one_line(address)


def _is_json(text: str) -> bool:
    import json

    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _is_one_line(text: str) -> bool:
    return all(letter.isprintable() for letter in text)


def _is_full_path(text: str) -> bool:
    at_home = text == "~" or text.startswith(("~/", "~\\"))
    return at_home or PurePosixPath(text).is_absolute() or PureWindowsPath(text).is_absolute()
