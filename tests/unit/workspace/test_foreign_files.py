"""Whatever somebody writes into a procurement file: it is refused, or the whole program can work with it."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from procura_desktop.domain import follow_up
from procura_desktop.domain.checks.checker import check_procurement
from procura_desktop.domain.checks.facts import Facts
from procura_desktop.domain.procurement import Procurement
from procura_desktop.domain.scoring import rank
from procura_desktop.domain.wording import filled_wording
from procura_desktop.errors import ForeignFileError
from procura_desktop.progress import Silent
from procura_desktop.workspace.admission import admit
from procura_desktop.workspace.differences import differences
from procura_desktop.workspace.exchange import export_procurements, read_parcel
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace
from tests.procurements import make_procurement

STRANGE: tuple[Any, ...] = (
    *(None, "", 0, -1, 1, True, 1.5, 10**12, [], {}, ["a"], [["a", "1"]]),
    *("0", "-0", "NaN", "1E+14", "0.000001", "<b>", "[[x]]", "\x00", "\u202e", "x" * 3000),
    *("2027-01-01", "9999-12-31", "0001-01-01", "9999-12-31T23:59:59+00:00"),
    *("points", "ranges", "order", "table", "relative", "cost", "closed", "SM", "works", "comprehensive"),
)
FACTS = Facts()
Way = tuple[str | int, ...]


def ways(value: object, way: Way = ()) -> Iterator[Way]:
    """Give the way to every place in a JSON value."""
    if way:
        yield way
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, held in inner:
        yield from ways(held, (*way, name))


def made_strange(chance: random.Random, value: Any, all_ways: list[Way]) -> Any:  # noqa: ANN401 - JSON
    """Change some places of a JSON value: another value, one less, one twice."""
    for _ in range(chance.randint(1, 4)):
        *before, last = chance.choice(all_ways)
        place = value
        try:
            for name in before:
                place = place[name]
            how = chance.random()
            if how < 0.8:
                place[last] = chance.choice(STRANGE)
            elif how < 0.9 and isinstance(place, list) and isinstance(last, int):
                place.append(place[last])
            else:
                del place[last]
        except (KeyError, IndexError, TypeError):  # an earlier change took the place away
            continue
    return value


def work_with(made: Procurement) -> None:
    """Do what the program does with a procurement of its own; whatever is raised fails the test."""
    check_procurement(made, facts=FACTS)
    for lot in ("", *(lot.id for lot in made.lots)):
        rank(made, made.offers, lot)
    follow_up.overdue([made], date(2030, 1, 1))
    for item in made.items:
        filled_wording(item)
        for check in item.follow_up:
            list(follow_up.dates_of(check, start=date(2027, 1, 1), end=date(2030, 1, 1)))
    differences(make_procurement(), made)


@pytest.mark.prove
def test_what_is_let_in_can_be_worked_with(tmp_path: Path, prove: bool) -> None:
    chance = random.Random(53)
    base = msgspec.json.encode(make_procurement())
    all_ways = list(ways(msgspec.json.decode(base)))
    let_in = 0
    with open_workspace(tmp_path / "workspace.sqlite") as workspace:
        workspace.connection.execute("PRAGMA synchronous = OFF")  # no power is cut here
        store = Procurements(workspace)
        for _ in range(10_000 if prove else 150):
            strange = made_strange(chance, msgspec.json.decode(base), all_ways)
            try:
                read = msgspec.json.decode(msgspec.json.encode(strange), type=Procurement)
                made, _ = admit(read, tmp_path)
            except (msgspec.ValidationError, ForeignFileError):
                continue
            let_in += 1
            assert admit(made, tmp_path) == (made, ())
            store.add(made)
            assert store.delete(made.id) == made
            work_with(made)
    assert let_in > 0


@pytest.mark.prove
def test_a_file_with_any_bytes_changed_is_read_or_refused(tmp_path: Path, prove: bool) -> None:
    chance = random.Random(59)
    file = tmp_path / "laptops.procurement"
    export_procurements((make_procurement(),), file, now=datetime(2026, 11, 29, tzinfo=UTC))
    data = file.read_bytes()
    refused = 0
    for _ in range(5_000 if prove else 150):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 3)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        file.write_bytes(broken[: chance.choice((len(broken), chance.randrange(len(broken))))])
        try:
            parcel = read_parcel(file, Silent())
        except ForeignFileError:
            refused += 1
        else:
            assert len(parcel.procurements) == 1
    assert refused > 0
