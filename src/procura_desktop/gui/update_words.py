"""Words about editions: what is in use, how old it is, how large and slow a newer one would be."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from procura_desktop.errors import NoTrustError, ProcuraError
from procura_desktop.gui.counted import Counted
from procura_desktop.gui.words import date_text, library_name
from procura_desktop.library.facts import LibraryInfo

if TYPE_CHECKING:
    from procura_desktop.sync.session import Done, Found

translate = QCoreApplication.translate
OLD_AFTER_DAYS = 365
LONG_ENOUGH_FOR_A_RATE = 0.5  # seconds


def library_text(info: LibraryInfo) -> str:
    """Say which edition is in use and whose it is."""
    if not info.published:
        return translate("updates", "{library}, as it came with the program.").format(
            library=library_name(info.name)
        )
    text = translate("updates", "{library}, edition {version} of {date}").format(
        library=library_name(info.name), version=info.version, date=date_text(info.published)
    )
    if info.publisher:
        text += ", " + translate("updates", "published by {publisher}").format(publisher=info.publisher)
    return f"{text}."


def age_text(info: LibraryInfo, today: date) -> str:
    """Say how old the library is."""
    newest = info.dated
    if not newest:
        return translate("updates", "It holds no text.")
    days = (today - date.fromisoformat(newest)).days
    if is_old(newest, today):
        return translate(
            "updates", "It is more than a year old: check what you use in the official documents."
        )
    if days < 1:
        return translate("updates", "It is of today.")
    return Counted().days_old(days)


def is_old(newest: str, today: date) -> bool:
    """Say whether an ISO date is more than a year ago."""
    return (today - date.fromisoformat(newest)).days > OLD_AFTER_DAYS


def size_text(size: int) -> str:
    """Write a number of bytes for people."""
    if size < 1000:
        return Counted().size_in_bytes(size)
    if size < 1_000_000:
        return translate("updates", "{size} kB").format(size=round(size / 1000))
    return translate("updates", "{size} MB").format(size=f"{size / 1_000_000:.1f}")


def spent_text(size: int, seconds: float) -> str:
    """Say what an update costs: "38 kB, about 6 s on this line"."""
    if seconds < 1:
        return size_text(size)
    if seconds < 100:
        time = translate("updates", "about {seconds} s on this line").format(seconds=round(seconds))
    else:
        time = translate("updates", "about {minutes} min on this line").format(minutes=round(seconds / 60))
    return f"{size_text(size)}, {time}"


def found_text(found: "Found") -> str:
    """Say which edition is to be had and what it costs."""
    plan, facts = found.plan, found.plan.offer.facts
    words = translate("updates", "Edition {version}{by} is there.").format(
        version=facts.version, by=f" ({facts.publisher})" if facts.publisher else ""
    )
    if plan.way == "forward":
        cost = translate("updates", "It is kept on this computer: nothing has to be fetched.")
    else:
        cost = translate("updates", "It takes {cost}.").format(cost=spent_text(plan.size, found.seconds))
    return f"{words} {cost}"


def progress_text(done: int, total: int | None, seconds: float) -> str:
    """Say how much has arrived, of bytes, and how fast."""
    if total and done >= total:
        return translate("updates", "Everything is here; it is being checked and put in use…")
    text = translate("updates", "{done} of {total}").format(
        done=size_text(done), total=size_text(total or done)
    )
    if seconds > LONG_ENOUGH_FOR_A_RATE:
        rate = size_text(round(done / seconds))
        text += " · " + translate("updates", "{rate} a second").format(rate=rate)
    return text


def failure_text(error: ProcuraError) -> str:
    """Say what is not to be had; of a publisher who is not trusted yet only what to do."""
    from procura_desktop.gui.messages import explain

    message = explain(error)
    return message.text if isinstance(error, NoTrustError) else f"{message.title}. {message.text}"


def done_text(done: "Done") -> str:
    """Say what an update has changed."""
    changes = done.differences
    return translate(
        "updates", "Edition {version} is in use: {added} added, {changed} changed, {removed} removed."
    ).format(
        version=done.version,
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
    )
