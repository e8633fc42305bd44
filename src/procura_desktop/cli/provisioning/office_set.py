"""What a set for an office holds, and what its administrator should be warned of."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from procura_desktop.cli.provisioning.copies import Copied
from procura_desktop.cli.provisioning.handout import Handout
from procura_desktop.cli.provisioning.installers import Installer
from procura_desktop.cli.provisioning.silent import KINDS, PLACES, System
from procura_desktop.sync.versions import version_numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSet:
    """All that was put into a set, apart from what is written about it."""

    handout: Handout
    installers: tuple[Installer, ...]
    libraries: tuple[Copied, ...]

    def __post_init__(self) -> None:
        """Keep the installers in the order in which the instruction speaks of them."""
        order = {kind.title: number for number, kind in enumerate(KINDS)}
        known = sorted(
            self.installers, key=lambda one: order.get(one.kind.title if one.kind else "", len(order))
        )
        object.__setattr__(self, "installers", tuple(known))

    @property
    def systems(self) -> tuple[System, ...]:
        """The systems that there are installers for, in the order of the instruction."""
        return tuple(name for name in PLACES if any(one.system == name for one in self.installers))

    @property
    def version(self) -> str:
        """Version of the program, where the publisher signed it; else ""."""
        return next((one.version for one in self.installers), "")


def root_file(library: str) -> str:
    """Give where a root lies in a set."""
    return f"roots/{library}.json"


def library_folder(library: str) -> str:
    """Give where a library lies in a set."""
    return f"library/{library}"


def warnings_of(made: OfficeSet) -> Iterator[str]:
    """Say what is allowed and hardly meant."""
    handout = made.handout
    yield from map(str, handout.policy.warnings)
    for copied in made.libraries:
        name = copied.facts.name
        source = handout.source(name)
        if source is None:
            yield f"the policy names no source for the library {name!r}: nothing leads to this copy"
        elif not source.addresses:
            yield f"the policy names no address for the library {name!r}: computers take it from sticks only"
        yield from _root_misfits(made, name)
        if made.version and version_numbers(copied.facts.needs) > version_numbers(made.version):
            yield (
                f"the library {name!r} needs version {copied.facts.needs} of the program, "
                f"and the installers are of {made.version}"
            )


def _root_misfits(made: OfficeSet, library: str) -> Iterator[str]:
    """Say for which systems the path of a root is none: one policy may be for several."""
    path = made.handout.root_paths.get(library, "")
    for system in made.systems if path and not path.startswith("~") else ():
        kind = PureWindowsPath if system == "windows" else PurePosixPath
        if not kind(path).is_absolute():
            yield (
                f"the root of the library {library!r} is to lie at {path}, which is no full path on "
                f"{PLACES[system].title}: put its text into the policy as root_json, or make two sets"
            )
