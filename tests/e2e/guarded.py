"""The whole desktop in one process, with somebody at every door to the network: run as a program by a test.

It prints, as JSON, what wanted to go out. Sockets that stay on the computer (AF_UNIX) are let be.
"""

import json
import os
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from procura_desktop.app.desktop import Desktop

MET: list[str] = []
ASKING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
GOING = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")
LOOPBACK = ("127.0.0.1", "::1")
SECONDS = 3.0


def guard(event: str, arguments: tuple[Any, ...]) -> None:
    """Note whatever reaches for another computer, or lets one in, and every name that is looked up.

    A library sees whether there is IPv6 by binding to the loopback; nobody else can notice that.
    """
    if event in ASKING:
        MET.append(f"{event} {arguments!r}")
    elif event in GOING and arguments[0].family != socket.AF_UNIX:
        looks = event == "socket.bind" and arguments[1][0] in LOOPBACK
        MET.extend([] if looks else [f"{event} {arguments[1]!r}"])


def open_sockets() -> list[str]:
    """Give what the kernel lists of this process for IP, whoever opened it: Qt is no Python."""
    mine = set()
    for handle in Path("/proc/self/fd").iterdir():
        try:
            mine.add(os.readlink(handle))  # noqa: PTH115 - what it leads to is no path
        except OSError:  # the handle of this listing
            continue
    found = []
    for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        rows = Path(f"/proc/self/net/{table}").read_text(encoding="ascii").splitlines()[1:]
        found += [f"{table} {row.split()[2]}" for row in rows if f"socket:[{row.split()[9]}]" in mine]
    return found


def procure(desktop: "Desktop", folder: Path) -> None:
    """Make a procurement, look at every step of it, and let everything leave that can."""
    from datetime import UTC, datetime

    from procura_desktop.domain.drafting import with_items
    from procura_desktop.export.facts import Facts
    from procura_desktop.export.outputs import ALL_OUTPUTS, write_outputs
    from procura_desktop.gui.procurements.paper_pdf import paper_pdf
    from procura_desktop.progress import Silent
    from procura_desktop.workspace.beginning import begin
    from procura_desktop.workspace.choosing import item_of

    now = datetime.now(UTC)
    criteria = [
        record for name in desktop.library.group_titles() for record in desktop.library.criteria_of(name)
    ]
    items = [
        item_of(one, level=one.criterion.levels[0].name, library="main", edition="1")
        for one in criteria[:5]
        if one.criterion
    ]
    one = with_items(begin("Guarded", now=now), items)
    procuring = desktop.router.procuring
    assert procuring.desk.start(one)
    for step in ("about", "criteria", "news", "award", "checks", "documents", "follow-up"):
        procuring.go(one.id, step)
    facts = Facts(made=now, program="guarded", ocid_prefix="ocds-a1b2c3")
    for form in ("docx", "odt", "pdf"):
        write_outputs(
            one,
            kinds=ALL_OUTPUTS,
            form=form,
            to=folder / form,
            facts=facts,
            progress=Silent(),
            pdf=paper_pdf,
        )


def journey(data: Path) -> None:
    """Go everywhere in the window, and let it do what it does by itself."""
    from PySide6.QtWidgets import QApplication

    from procura_desktop.app import desktop as the_desktop
    from procura_desktop.app.making import make_desktop
    from procura_desktop.gui import schedule, updates
    from procura_desktop.gui.application import make_application
    from procura_desktop.gui.places import PLACE_NAMES, parse_place
    from procura_desktop.library.installed import paths_of
    from procura_desktop.settings.folders import folders

    def settle(seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.005)

    for module, name in (
        (the_desktop, "UPDATES_AFTER_MS"),
        (schedule, "FIRST_AFTER_MS"),
        (updates, "FIRST_AFTER_MS"),
    ):
        assert hasattr(module, name)
        setattr(module, name, 0)  # what comes later comes now
    make_application()
    places = folders(data)
    desktop = make_desktop(places, paths_of(places))
    desktop.start("")
    for name in PLACE_NAMES:
        desktop.fill_settings(name)
        if name != "record":
            desktop.router.go(parse_place(name))
        settle(0.05)
    for kind in ("article", "group", "criterion", "case", "term", "label", "organisation", "event"):
        for brief in desktop.library.briefs(kind=kind)[:2]:
            desktop.router.open_record(brief.id)
            settle(0.02)
    for typed in ("laptop battery", "зелений", "http://example.org", "30213000"):
        desktop.router.type_search(typed)
        settle(0.1)
    procure(desktop, data / "documents")
    desktop.router.go(parse_place("settings"))
    desktop.router.pages.settings.about.copy_details()
    settle(SECONDS)
    desktop.window.close()
    MET.extend(open_sockets())
    desktop.close()


if __name__ == "__main__":
    sys.addaudithook(guard)
    journey(Path(sys.argv[1]))
    sys.stdout.write(json.dumps(MET))
