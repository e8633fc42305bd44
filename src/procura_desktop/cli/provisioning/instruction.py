"""The page of instructions in a set, as text and as HTML, for exactly the files that are in it.

Lines to be typed come from `silent`. No address is made up: where the library is to be found stands in the
policy, and is quoted from there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Literal

from procura_desktop.cli.provisioning.installers import Installer
from procura_desktop.cli.provisioning.office_set import OfficeSet, library_folder, root_file
from procura_desktop.cli.provisioning.silent import INSTALLERS, PLACES, System
from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.settings.sources import fingerprint

TITLE = "Procura Desktop for an office"
_STYLE = (
    "body{font:1rem/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "pre{background:#f0f0f0;color:#111;padding:.5rem .75rem;white-space:pre-wrap;overflow-wrap:anywhere}"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page: a heading, a paragraph, points, or lines to be typed."""

    kind: Literal["heading", "text", "points", "lines"]
    parts: tuple[str, ...]


def as_text(made: OfficeSet) -> str:
    """Write the page as plain text."""
    shown = [f"{TITLE}\n{'=' * len(TITLE)}"]
    for block in _page(made):
        if block.kind == "heading":
            shown.append(f"\n{block.parts[0]}\n{'-' * len(block.parts[0])}")
        elif block.kind == "points":
            shown.append("\n".join(f"- {part}" for part in block.parts))
        else:
            before = "    " if block.kind == "lines" else ""
            shown.append("\n".join(f"{before}{part}" for part in block.parts))
    return "\n\n".join(shown).replace("\n\n\n", "\n\n") + "\n"


def as_html(made: OfficeSet) -> str:
    """Write the page as HTML that needs nothing else."""
    shown = "\n".join(map(_html, _page(made)))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{TITLE}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{TITLE}</h1>\n{shown}\n</body>\n</html>\n"
    )


def _html(block: Block) -> str:
    parts = [escape(part) for part in block.parts]
    if block.kind == "heading":
        return f"<h2>{parts[0]}</h2>"
    if block.kind == "points":
        return "<ul>" + "".join(f"<li>{part}</li>" for part in parts) + "</ul>"
    if block.kind == "lines":
        return "<pre>" + "\n".join(parts) + "</pre>"
    return "".join(f"<p>{part}</p>" for part in parts)


def _page(made: OfficeSet) -> Iterator[Block]:
    yield from _contents(made)
    yield from _download(made)
    yield from _library(made)
    yield from _policy(made)
    yield from _install(made)
    yield from _look(made)
    yield from _back(made)


def _contents(made: OfficeSet) -> Iterator[Block]:
    yield _text("Work through this page from top to bottom. Type the lines as an administrator.")
    for_what = [f"{INSTALLERS}/{one.name}: {_said_of(one)}" for one in made.installers]
    policy = f"policy.toml: the policy, SHA-256 {made.handout.policy.digest}"
    libraries = [
        f"{library_folder(one.facts.name)}: edition {one.facts.version} of the library {one.facts.name}, "
        f"published by {one.facts.publisher or 'nobody named'}"
        for one in made.libraries
    ]
    roots = [
        f"{root_file(one.facts.name)}: whose signature counts for it, fingerprint {fingerprint(one.root)}"
        for one in made.libraries
    ]
    yield Block("points", (*for_what, policy, *libraries, *roots))


def _said_of(one: Installer) -> str:
    kind = one.kind.title if one.kind is not None else "not to be installed"
    if one.proof == "signed":
        return f"{kind}, version {one.version}, signed by the publisher"
    return f"{kind}, compared with the checksums that came with it"


def _download(made: OfficeSet) -> Iterator[Block]:
    yield _heading("1. Is it whole?")
    for system in made.systems:
        yield _text(f"{PLACES[system].title}, in this folder{_by_hand(system)}:")
        yield _lines(PLACES[system].sums)


def _by_hand(system: System) -> str:
    return ", for each file; compare with its line in SHA256SUMS" if system == "windows" else ""


def _library(made: OfficeSet) -> Iterator[Block]:
    yield _heading("2. Put the library where the computers look for it")
    for copied in made.libraries:
        name = copied.facts.name
        source = made.handout.source(name)
        if source is None or not source.addresses:
            yield _text(
                f"The policy names no address for the library {name}. Bring {library_folder(name)} to each "
                f"computer and say so: procura-desktop update --library {name} --source FOLDER"
            )
            continue
        yield _text(f"What is in {library_folder(name)} must be found, by its users for reading only, at:")
        yield Block("points", source.addresses)
    yield from _source_of_installers(made)


def _source_of_installers(made: OfficeSet) -> Iterator[Block]:
    """Say whether `mirror --program` and further sets can be made of this one."""
    main = library_folder(MAIN_LIBRARY)
    if any(one.served for one in made.installers):
        yield _text(
            f"{main} has the installers too: procura-desktop mirror --program, and further sets, can be made "
            "of it as of the publisher's source."
        )
    apart = [one for one in made.installers if one.place and not one.served]
    if apart:
        yield _text(
            "If mirrors with --program, or further sets, are to be made of this one, copy the installers to "
            "where the publisher has them; else leave them as they are:"
        )
        yield Block("points", tuple(f"{INSTALLERS}/{one.name} as {main}/{one.place}" for one in apart))


def _policy(made: OfficeSet) -> Iterator[Block]:
    yield _heading("3. Put the policy on each computer")
    for system in made.systems:
        yield _text(f"{PLACES[system].title}, in this folder; the policy then is {PLACES[system].policy}:")
        yield _lines(*PLACES[system].put_policy)
    paths = made.handout.root_paths
    roots = [
        f"{root_file(one.facts.name)} as {paths[one.facts.name]}"
        for one in made.libraries
        if one.facts.name in paths
    ]
    if roots:
        yield _text("The policy names files with roots. Copy to each computer:")
        yield Block("points", tuple(roots))
    others = made.handout.other_files
    if others:
        yield _text("The policy names these files too. They are not in this set:")
        yield Block("points", tuple(f"{path} ({key})" for key, path in others))
    yield _text("Let only administrators write to the policy, to these files and to their folders.")


def _install(made: OfficeSet) -> Iterator[Block]:
    yield _heading("4. Install, or update, without a screen")
    yield _text(
        f"Close the program first. Type the lines in the folder {INSTALLERS}, or in a copy of it: "
        "what is packed is unpacked there."
    )
    if sum(1 for one in made.installers if one.system == "windows") > 1:
        yield _text("On Windows use one of the installers, not both: neither knows of the other.")
    for one in made.installers:
        if one.kind is not None:
            yield _text(f"{one.kind.title}:")
            yield _lines(*one.kind.lines(one.kind.install, one.name))


def _look(made: OfficeSet) -> Iterator[Block]:
    yield _heading("5. Bring the library up to date, and look what is installed")
    yield _text(
        "As the user of the computer. With background = true in the policy the window updates by itself. An "
        "update that is larger than ask_above is refused; --yes fetches it all the same. The line with check "
        "ends with 0 when all is sound."
    )
    names = [one.facts.name for one in made.libraries]
    for system in made.systems:
        yield _text(f"{PLACES[system].title}:")
        yield _lines(*PLACES[system].update(*names), PLACES[system].check)
    yield _text("In what it prints, compare:")
    digests = [f"digest of the library {one.facts.name}: {one.facts.digest}" for one in made.libraries]
    yield Block("points", (f"digest of the policy: {made.handout.policy.digest}", *digests))


def _back(made: OfficeSet) -> Iterator[Block]:
    yield _heading("6. Go back")
    yield _text("The library, as its user; once more goes forward again:")
    yield _lines(*(PLACES[system].rollback for system in made.systems))
    yield _text("The policy: put the earlier file in its place, or delete it. It holds at once.")
    yield _text("The program: remove it, then install from the set before this one. What users keep stays.")
    for one in made.installers:
        if one.kind is None:
            continue
        yield _text(f"{one.kind.title}:")
        yield _lines(*one.kind.lines(one.kind.remove, one.name))
        if one.kind.back:
            yield _text("Or in one step, with the file of the earlier set in its folder:")
            yield _lines(*one.kind.lines(one.kind.back, f"EARLIER{one.kind.endings[0]}"))


def _heading(text: str) -> Block:
    return Block("heading", (text,))


def _text(text: str) -> Block:
    return Block("text", (text,))


def _lines(*lines: str) -> Block:
    return Block("lines", lines)
