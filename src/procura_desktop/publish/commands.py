"""What the commands do: each gives a document for ``--json`` and the same in lines for people."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from procura_desktop.domain.records import Asset, Record
from procura_desktop.progress import Silent
from procura_desktop.publish.bundle import bundle
from procura_desktop.publish.disk import explained
from procura_desktop.publish.errors import KeysError, ReleaseError
from procura_desktop.publish.keys import Keys, make_keys, open_keys
from procura_desktop.publish.passphrase import new_passphrase, unlocking
from procura_desktop.publish.program import publish_program
from procura_desktop.publish.refresh import refresh
from procura_desktop.publish.release import Edition, Released, make_release
from procura_desktop.publish.roles import ROLES
from procura_desktop.publish.rotation import add_program, renew, rotate
from procura_desktop.publish.trust import place_trust
from procura_desktop.sync.program_role import PROGRAM, signing_role


@dataclass(frozen=True, slots=True)
class Told:
    """What a command has to say."""

    document: dict[str, object]
    lines: tuple[str, ...]


def run_command(options: argparse.Namespace, *, today: date) -> Told:
    """Run a command that needs no content.

    Raises:
        KeysError: something is wrong with keys.
        ReleaseError: something is wrong with a release, a root or a folder.
    """
    if options.command == "keys":
        with explained(options.dir):
            return _ACTIONS[options.action](options, _day(options, today))
    if options.command == "refresh":
        return _refresh(options, _day(options, today))
    if options.command == "program":
        return _program(options, _day(options, today))
    return _trust(options) if options.command == "trust" else _bundle(options)


def run_release(
    options: argparse.Namespace,
    *,
    records: Sequence[Record],
    assets: Sequence[Asset],
    synonyms: Sequence[tuple[str, ...]],
    today: date,
) -> Told:
    """Publish content.

    Raises:
        KeysError: something is wrong with keys.
        ReleaseError: something is wrong with the folder of the release.
        PackError: a record cannot be written.
    """
    if options.content.resolve().is_relative_to(options.to.resolve()):
        raise ReleaseError(
            f"{options.content}: the content lies inside the release; name another folder --to"
        )
    edition = Edition(
        name=options.name,
        publisher=options.publisher,
        note=options.note,
        version=options.version,
        records=records,
        assets=assets,
        synonyms=synonyms,
    )
    released = make_release(
        edition,
        options.to,
        open_keys(options.keys, also=options.also),
        on=_day(options, today),
        unlock=unlocking(options.passphrase_file),
        progress=Silent(),
    )
    return Told(_release_document(released, options), tuple(_release_lines(released, options)))


def _day(options: argparse.Namespace, today: date) -> date:
    """Give the day to sign on. One far ahead would bind every later release, since days only go forward.

    Raises:
        ReleaseError: it is later than tomorrow.
    """
    if options.date is not None and options.date > today + timedelta(days=1):
        raise ReleaseError(f"{options.date} is still to come; today is {today}. Give another --date, or none")
    return options.date or today


def _release_document(released: Released, options: argparse.Namespace) -> dict[str, object]:
    changes = released.changes
    return {
        "new": released.new,
        "root_waits": released.root_waits,
        "to": str(options.to),
        "facts": asdict(released.facts),
        "targets": dict(released.sizes),
        "added": [record_id for record_id, _ in changes.added],
        "changed": [record_id for record_id, _ in changes.changed],
        "removed": [record_id for record_id, _ in changes.removed],
        "without_delta": list(released.without),
    }


def _release_lines(released: Released, options: argparse.Namespace) -> list[str]:
    facts, changes = released.facts, released.changes
    if not released.new:
        since = f"{facts.version} of {facts.published}"
        lines = [f"{options.to}: nothing has changed since {since}; no release was made"]
        if released.root_waits:
            lines.append("next: a new root waits to be published; 'procura-publish refresh' does it")
        return lines
    compared = (
        f"{len(changes.added)} records added, {len(changes.changed)} changed, {len(changes.removed)} removed"
    )
    lines = [
        f"{options.to}: release {facts.version} of {facts.name}, {facts.entries} lines: "
        f"{'the first edition' if released.first else compared}"
    ]
    lines += [f"  {name}: {size:,} bytes" for name, size in released.sizes.items()]
    lines += [
        f"  no delta from {version}: the pack is shorter, or that of {version} is gone"
        for version in released.without
    ]
    return lines


def _refresh(options: argparse.Namespace, on: date) -> Told:
    done = refresh(
        options.to,
        open_keys(options.keys, also=options.also),
        on=on,
        unlock=unlocking(options.passphrase_file),
        targets=options.targets,
        program=options.program,
    )
    until = ", ".join(f"{role} until {expires}" for role, expires in done.expires.items())
    return Told(
        {"to": str(options.to), **asdict(done)},
        (
            f"{options.to}: {done.version} is signed anew: {until}",
            *(f"warning: {one}" for one in done.warnings),
        ),
    )


def _make(options: argparse.Namespace, on: date) -> Told:
    keys = make_keys(
        options.dir,
        passphrase=new_passphrase(options.passphrase_file),
        on=on,
        root_keys=options.root_keys,
        root_threshold=options.root_threshold,
        program_keys=options.program_keys or 0,
        program_threshold=options.program_threshold,
    )
    told = _told_of(keys)
    return Told(
        told.document,
        (
            *told.lines,
            "next: move the files root-*.pem to a stick that lies in a safe, and keep a copy of all of it",
            *(
                ("then: move the files program-*.pem to whoever builds the program",)
                if options.program_keys
                else ()
            ),
        ),
    )


def _show(options: argparse.Namespace, _on: date) -> Told:
    return _told_of(open_keys(options.dir, also=options.also))


def _rotate(options: argparse.Namespace, on: date) -> Told:
    if options.role is None:
        raise KeysError(
            "say whose key is to be exchanged: --role timestamp, snapshot, targets, program or root"
        )
    keys = rotate(
        open_keys(options.dir, also=options.also),
        options.role,
        on=on,
        unlock=unlocking(options.passphrase_file),
        passphrase=new_passphrase(options.passphrase_file),
        key_id=options.key,
    )
    return _told_of(keys, next_step=True)


def _renew(options: argparse.Namespace, on: date) -> Told:
    keys = renew(open_keys(options.dir, also=options.also), on=on, unlock=unlocking(options.passphrase_file))
    return _told_of(keys, next_step=True)


def _make_program(options: argparse.Namespace, on: date) -> Told:
    keys = add_program(
        open_keys(options.dir, also=options.also),
        number=1 if options.program_keys is None else options.program_keys,
        threshold=options.program_threshold,
        on=on,
        unlock=unlocking(options.passphrase_file),
        passphrase=new_passphrase(options.passphrase_file),
    )
    return _told_of(keys, next_step=True)


_ACTIONS: dict[str, Callable[[argparse.Namespace, date], Told]] = {
    "make": _make,
    "show": _show,
    "rotate": _rotate,
    "renew": _renew,
    "program": _make_program,
}


def _told_of(keys: Keys, *, next_step: bool = False) -> Told:
    root = keys.newest
    asked = ((role, signing_role(root, role)) for role in (*ROLES, PROGRAM))
    known = {role: who.role for role, who in asked if who is not None}
    roles = {
        role: {
            "threshold": wanted.threshold,
            "keys": {key_id: keys.file_of(role, key_id) is not None for key_id in wanted.keyids},
        }
        for role, wanted in known.items()
    }
    document: dict[str, object] = {
        "dir": str(keys.folder),
        "fingerprint": keys.fingerprint,
        "root_version": root.version,
        "root_expires": f"{root.expires:%Y-%m-%d}",
        "roles": roles,
    }
    lines = [
        f"{keys.folder}: root {root.version}, until {root.expires:%Y-%m-%d}",
        f"fingerprint of the first root: {keys.fingerprint}",
    ]
    for role, wanted in known.items():
        shown = (
            f"{key_id} ({'here' if keys.file_of(role, key_id) else 'elsewhere'})" for key_id in wanted.keyids
        )
        lines.append(f"  {role}: {wanted.threshold} of {len(wanted.keyids)}: {', '.join(shown)}")
    if next_step:
        lines.append("next: publish the new root with 'procura-publish refresh', or with the next release")
    return Told(document, tuple(lines))


def _program(options: argparse.Namespace, on: date) -> Told:
    done = publish_program(
        options.files,
        options.to,
        open_keys(options.keys, also=options.also),
        version=options.version,
        on=on,
        unlock=unlocking(options.passphrase_file),
    )
    return Told(
        {"to": str(options.to), **asdict(done)},
        (
            f"{options.to}: version {done.version} of the program",
            *(
                f"  {name}: {size:,} bytes, {done.systems[name] or 'all systems'}"
                for name, size in done.sizes.items()
            ),
        ),
    )


def _trust(options: argparse.Namespace) -> Told:
    place = place_trust(options.root, options.address, name=options.name, into=options.into)
    return Told(
        {"place": str(place), "addresses": options.address},
        (f"{place}: the program will take {options.name} from {', '.join(options.address)}",),
    )


def _bundle(options: argparse.Namespace) -> Told:
    facts = bundle(options.release, root=options.root, out=options.out, into=options.into, progress=Silent())
    line = f"{options.out}: {facts.name} {facts.version}, signed and checked"
    return Told({"out": str(options.out), "facts": asdict(facts)}, (line,))
