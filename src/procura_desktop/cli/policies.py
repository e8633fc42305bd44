"""The command `policy`: what holds on this computer and why, and whether a file is sound."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from procura_desktop.cli.arguments import Arguments
from procura_desktop.cli.output import write
from procura_desktop.cli.sourcing import places_of_root, refuse_unsound_root
from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import LibraryError, PolicyError, ProcuraError, SettingsError, UpdateError
from procura_desktop.export.words import document_language
from procura_desktop.library.installed import other_libraries, paths_of
from procura_desktop.library.open import open_first
from procura_desktop.library.read import language_of
from procura_desktop.resources import resources_root
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.policy import Policy, load_policy, policy_state
from procura_desktop.settings.policy_parts import PolicySource
from procura_desktop.settings.rules import Rules, load_rules
from procura_desktop.settings.sources import fingerprint, load_sources, same_fingerprint

FAULTY = 1


class RequiredMissingError(ProcuraError):
    """A library that the policy requires is not on this computer."""


def policy(arguments: Arguments) -> int:
    """Do what the command names; give the exit code."""
    if arguments.operands[0] == "check":
        return _check(arguments, Path(arguments.operands[1]))
    return _show(arguments, folders(arguments.data_dir, policy=arguments.policy))


def look_at_policy(places: Folders) -> str:
    """Check this computer's policy, and that what it asks for is here; say in a line what was found.

    Raises:
        PolicyError: it has faults.
        SettingsError: a root that it names is not to be had, or is another.
        RequiredMissingError: a library is not here.
    """
    found = load_policy(places.policy)
    found.refuse_if_unsound()
    if not found.read:
        return "this computer has none"
    load_sources(places, resources_root() / "trust")
    missing = _missing(places, found.libraries_required)
    if missing:
        raise RequiredMissingError(
            f"the policy requires the library {', '.join(missing)}, which is not here; "
            f"fetch it with: procura-desktop update --library {missing[0]}"
        )
    warned = (*map(str, found.warnings), *doubts_of_content(found, places))
    warnings = "".join(f"; {warning}" for warning in warned)
    return f"{', '.join(found.read)}, SHA-256 {found.digest}{warnings}"


def _missing(places: Folders, required: tuple[str, ...]) -> list[str]:
    here = {path.stem for paths in other_libraries(places) for path in paths[-1:]}
    if any(path.exists() for path in paths_of(places)):
        here.add(MAIN_LIBRARY)
    return [name for name in required if name not in here]


def _check(arguments: Arguments, path: Path) -> int:
    if not path.exists():
        raise SettingsError(path=path, detail="there is no such file")
    found = load_policy(path)
    doubts = list(doubts_of_content(found, folders(arguments.data_dir, policy=arguments.policy)))
    roots = list(_faults_of_roots(found)) if found.sound else []
    if arguments.json:
        state = policy_state(path)
        state |= {"sound": found.sound and not roots, "roots": roots}
        state["warnings"] = [*map(str, found.warnings), *doubts]
        write(json.dumps(state, indent=2, ensure_ascii=False))
        return 0 if state["sound"] else FAULTY
    for fault in (*found.faults, *roots):
        write(str(fault))
    for warning in (*found.warnings, *doubts):
        write(f"{warning} (warning)")
    for source in found.sources:
        if source.root is not None and not any(map(_is_here, places_of_root(source.root, path))):
            write(
                f"{source.root}: this root file is neither beside the policy nor on this computer (warning)"
            )
    if found.sound and not roots:
        write(f"{path} is sound: {len(found.defaults)} defaults, {len(found.locked)} locked.")
    return 0 if found.sound and not roots else FAULTY


def doubts_of_content(found: Policy, places: Folders) -> Iterator[str]:
    """Say where the language of the content is one that no library here has a text in."""
    wanted = language_of(found.content_language)
    if not wanted:
        return
    here: set[str] = set()
    for paths in (paths_of(places), *other_libraries(places)):
        try:
            library, _ = open_first(paths)
        except LibraryError:  # `check` names it
            continue
        with library:
            here.update(map(language_of, library.languages()))
    if wanted not in here:
        documents, there = document_language(wanted), ", ".join(sorted(here))
        yield (
            f"content_language: no library on this computer has a text in {wanted!r} "
            f"(there are {there or 'none'}); documents of new procurements begin in {documents!r}"
        )


def _is_here(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # it may not even be looked at
        return False


def _faults_of_roots(found: Policy) -> Iterator[str]:
    """Say which root that can be read here is none, or has another fingerprint than it should."""
    for source in found.sources:
        try:
            path, root = _root(source, found.path)
            refuse_unsound_root(path, root)
        except FileNotFoundError:
            continue  # the computers that the policy is for may have it
        except UpdateError as error:
            yield str(error)
            continue
        if source.fingerprint and not same_fingerprint(source.fingerprint, root):
            yield f"{path}: the fingerprint of this root is {fingerprint(root)}, not the one in the policy"


def _root(source: PolicySource, policy: Path) -> tuple[Path, bytes]:
    """Read the root of a source: as it stands in the policy, beside that, or at its path.

    Raises:
        FileNotFoundError: none of them can be read.
    """
    if source.root is None:
        return policy, source.root_json.encode()
    for path in places_of_root(source.root, policy):
        with suppress(OSError):
            return path, path.read_bytes()
    raise FileNotFoundError(source.root)


def _show(arguments: Arguments, places: Folders) -> int:
    from procura_desktop.settings.policy_schema import KEYS

    rules = load_rules(places)
    values = {key.name: (_value(rules, key.name, key.usual), rules.origin(key.name)) for key in KEYS}
    if arguments.json:
        listed = {name: {"value": value, "from": origin} for name, (value, origin) in values.items()}
        write(json.dumps({**policy_state(places.policy), "values": listed}, indent=2, ensure_ascii=False))
    else:
        write(f"Policy: {', '.join(rules.policy.read) or f'none ({places.policy})'}")
        for name, (value, origin) in values.items():
            write(f"{name:20} {json.dumps(value, ensure_ascii=False):24} {origin}")
    for problem in rules.problems if not arguments.json else ():
        write(str(problem))
    return FAULTY if isinstance(next(iter(rules.problems), None), PolicyError) else 0


def _value(rules: Rules, name: str, usual: object) -> object:
    """Give the value in force, as JSON has it."""
    if hasattr(rules.settings, name):
        found = getattr(rules.settings, name)
    else:
        found = rules.policy.locked.get(name, rules.policy.defaults.get(name, usual))
    return list(found) if isinstance(found, tuple) else found
