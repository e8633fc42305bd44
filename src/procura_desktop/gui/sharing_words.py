"""What the page Updates says of libraries that are offered on the local network."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.gui.update_words import spent_text
from procura_desktop.gui.words import library_name
from procura_desktop.library.facts import LibraryInfo

if TYPE_CHECKING:
    from procura_desktop.sync.offering import Offered, OfferedEdition
    from procura_desktop.sync.shelf import Gatherings

translate = QCoreApplication.translate


def stale_editions(offered: "Offered", used: Mapping[str, LibraryInfo]) -> "tuple[OfferedEdition, ...]":
    """Give the editions on offer that are not the ones in use; `used` has these by library."""
    return tuple(
        one
        for one in offered.editions
        if (info := used.get(one.library)) and info.published and info.version != one.version
    )


def offered_text(offered: "Offered", used: Mapping[str, LibraryInfo]) -> str:
    """Say what is offered, a line for each library, then what of it is not as it should be."""
    lines = [_edition_text(one) for one in offered.editions]
    for one in stale_editions(offered, used):
        version = used[one.library].version
        if one.library == MAIN_LIBRARY:
            lines.append(translate("sharing", "You use edition {version}.").format(version=version))
        else:
            words = translate("sharing", "You use edition {version} of {library}.")
            lines.append(words.format(version=version, library=library_name(one.library)))
    if offered.missing:
        words = translate("sharing", "Not offered, since their files are not here yet: {libraries}")
        lines.append(words.format(libraries=_listed(offered.missing)))
    return "\n".join(lines)


def _edition_text(one: "OfferedEdition") -> str:
    main = one.library == MAIN_LIBRARY
    if one.name:
        text = (
            translate("sharing", "Edition {version} is offered. Others find it as “{name}”, or at {address}")
            if main
            else translate(
                "sharing",
                "Edition {version} of {library} is offered. Others find it as “{name}”, or at {address}",
            )
        )
    else:
        text = (
            translate(
                "sharing",
                "Edition {version} is offered. Others cannot find it by themselves on this network: tell "
                "them the address {address}",
            )
            if main
            else translate(
                "sharing",
                "Edition {version} of {library} is offered. Others cannot find it by themselves on this "
                "network: tell them the address {address}",
            )
        )
    return text.format(
        version=one.version,
        library=library_name(one.library),
        name=one.name,
        address=", ".join(one.addresses),
    )


def cost_text(gatherings: "Gatherings") -> str:
    """Say what has to be fetched, for which editions, and what that costs."""
    cost = spent_text(gatherings.size, gatherings.seconds)
    found = [
        (part.found.place.library, part.found.plan.offer.facts.version)
        for part in gatherings.parts
        if part.size
    ]
    if len(found) == 1 and found[0][0] == MAIN_LIBRARY:
        text = translate(
            "sharing", "To offer edition {version}, its signed files have to be here. It takes {cost}."
        )
        return text.format(version=found[0][1], cost=cost)
    words = translate("sharing", "{library}, edition {version}")
    editions = "; ".join(
        words.format(library=library_name(library), version=version) for library, version in found
    )
    text = translate("sharing", "To offer them, signed files have to be here: {editions}. It takes {cost}.")
    return text.format(editions=editions, cost=cost)


def _listed(libraries: Iterable[str]) -> str:
    return ", ".join(map(library_name, libraries))
