"""The commands that keep a library current: update, mirror, library, source.

They do what the window's page Updates does, with the same functions. What would be asked of a person is asked
where somebody can answer, and refused where nobody can.
"""

from contextlib import closing
from dataclasses import asdict

from procura_desktop import __version__
from procura_desktop.cli.arguments import Arguments
from procura_desktop.cli.asking import agreed, kilobytes, progress, tell
from procura_desktop.cli.editions import library
from procura_desktop.cli.marking import mark_changes
from procura_desktop.cli.programs import chosen_programs, program_fields, program_line
from procura_desktop.cli.sourcing import source
from procura_desktop.domain.addresses import UPDATE_FILE
from procura_desktop.errors import ReleaseExpiredError, UpdateError
from procura_desktop.library.installed import read_pointer
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.logbook import LOG, open_log
from procura_desktop.settings.policy import load_policy
from procura_desktop.settings.rules import settings_in_force
from procura_desktop.settings.settings import Settings
from procura_desktop.sync.mirror import mirror, program_target
from procura_desktop.sync.places import source_of, trust_of
from procura_desktop.sync.session import Found, find, follow


def run(arguments: Arguments) -> int:
    """Run one of the commands; give the exit code."""
    places = folders(arguments.data_dir, policy=arguments.policy)
    open_log(places)
    LOG.info("command %s, version %s", arguments.command, __version__)
    commands = {"update": _update, "mirror": _mirror, "library": library, "source": source}
    return commands[arguments.command](arguments, places, settings_in_force(places))


def _update(arguments: Arguments, places: Folders, settings: Settings) -> int:
    with closing(_find(arguments, places, settings)) as found:
        plan, facts = found.plan, found.plan.offer.facts
        now = found.installed.info
        said: dict[str, object] = {
            "library": facts.name,
            "installed": now.version if now is not None else None,
            "offered": facts.version,
            "publisher": facts.publisher,
            "published": facts.published,
            "source": plan.offer.source,
            "way": plan.way,
            "bytes": plan.size,
            "seconds": round(found.seconds, 1),
            "program": program_fields(plan.offer.program),
        }
        if plan.way != "nothing" and _is_held(found) and not arguments.dry_run and not arguments.yes:
            tell(arguments, {**said, "held": True}, f"{_cost(found)} You went back; say --yes to go forward.")
            return 0
        if plan.way == "nothing" or arguments.dry_run:
            tell(arguments, said, _cost(found) + program_line(plan.offer.program))
            return 0
        if (
            plan.size > settings.ask_above * 1000
            and not arguments.yes
            and not agreed(arguments, _cost(found))
        ):
            raise UpdateError(
                f"this update takes {plan.size} bytes, more than the {settings.ask_above} kB "
                "that need no question; say --yes"
            )
        done = follow(found, progress=progress(arguments))
        changes = done.differences
        mark_changes(places, facts.name, facts.version, changes)
        said |= {"bytes": done.traffic.total, "changes": asdict(changes), "path": done.path}
        counts = f"{len(changes.added)} added, {len(changes.changed)} changed, {len(changes.removed)} removed"
        line = f"{kilobytes(done.traffic.total)} went over the line"
        program = program_line(plan.offer.program)
        tell(arguments, said, f"{facts.name} is edition {facts.version} now: {counts}; {line}.{program}")
    return 0


def _is_held(found: Found) -> bool:
    """Say whether a person went back: only a person goes forward again."""
    pointer = read_pointer(found.place.folder, found.place.library)
    return pointer is not None and pointer.held


def _find(arguments: Arguments, places: Folders, settings: Settings, *, accepted: str = "") -> Found:
    try:
        return find(
            places,
            settings,
            library=arguments.library,
            address=arguments.source,
            accept_expired=accepted,
            progress=Silent(),
        )
    except ReleaseExpiredError as error:
        allowed = load_policy(places.policy).expiry_waiver
        if (
            accepted
            or not allowed
            or not agreed(arguments, f"{error}. Use it all the same, if it is newer than yours?")
        ):
            raise
        return _find(arguments, places, settings, accepted=error.version)


def _cost(found: Found) -> str:
    plan = found.plan
    if plan.way == "nothing":
        return f"{plan.offer.facts.name} is current: edition {plan.offer.facts.version}."
    seconds = f", about {found.seconds:.0f} s on this line" if found.seconds >= 1 else ""
    return f"Edition {plan.offer.facts.version} takes {kilobytes(plan.size)}{seconds} ({plan.way})."


def _mirror(arguments: Arguments, places: Folders, settings: Settings) -> int:
    if arguments.to is None:
        raise UpdateError("say where to: --to FOLDER, or --to FILE.procura")
    if arguments.to.suffix.lower() == ".zip":
        raise UpdateError(f"{arguments.to}: an edition in one file ends in {UPDATE_FILE}; call it so")
    with closing(_find(arguments, places, settings)) as found:
        trust = trust_of(places, source_of(places, arguments.library))
        offer = found.plan.offer
        files = chosen_programs(arguments, offer.program, source=offer.source)
        size = mirror(
            offer, found.transport, trust, arguments.to, programs=files, progress=progress(arguments)
        )
        version = offer.facts.version
        said: dict[str, object] = {"library": arguments.library, "version": version}
        said |= {"to": str(arguments.to), "bytes": size}
        too = ""
        if files is not None and offer.program.release is not None:
            number = offer.program.release.version
            said["program"] = {"version": number, "files": [program_target(file).path for file in files]}
            too = f" and version {number} of the program"
        tell(arguments, said, f"{arguments.to} holds edition {version}{too}, {kilobytes(size)}.")
    return 0
