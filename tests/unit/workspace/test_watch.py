"""A procurement after an update of the library."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from procura_desktop.domain.drafting import with_items, with_slot
from procura_desktop.domain.procurement import Confirmation, Head, Item, Procurement
from procura_desktop.domain.records import CriterionDetails, Record
from procura_desktop.errors import ChoiceError, ProcurementClosedError
from procura_desktop.library.books import Books
from procura_desktop.library.build import build_library
from procura_desktop.library.open import open_library
from procura_desktop.library.read import Library
from procura_desktop.library.shelf import Shelf
from procura_desktop.progress import Silent
from procura_desktop.workspace.choosing import item_of
from procura_desktop.workspace.deciding import take, with_new_wording, with_own_wording
from procura_desktop.workspace.news import changes_of
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.watch import News, news_of, successors
from procura_desktop.workspace.workspace import Workspace, open_workspace
from tests.factories import make_criterion, make_group
from tests.procurements import make_own_item

BATTERY = "criteria/computers/ts6-battery-endurance"
CHARGING = "criteria/computers/ts10-charging"
GONE = "criteria/computers/ts11-gone"
ON = datetime(2026, 12, 5, 9, tzinfo=UTC).isoformat()
TEXT = "The battery keeps at least 80 % of its capacity after 500 cycles."
Opener = Callable[..., Library]


def battery(text: str = TEXT, *, version: int = 1, **changed: Any) -> Record:  # noqa: ANN401 - fields of any type
    made = make_criterion(BATTERY, text=text)
    assert made.criterion is not None
    return replace(made, version=version, criterion=replace(made.criterion, **changed))


def others() -> tuple[Record, ...]:
    return make_group(), make_criterion(CHARGING, title="Charging", code="TS10")


GONE_RECORD = make_criterion(GONE, title="Gone soon", code="TS11")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "workspace.sqlite") as opened:
        yield opened


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Opener]:
    """Open a library of these records; the number of its edition counts up."""
    with ExitStack() as stack:
        numbers = iter(range(1, 9))

        def build(*records: Record, name: str = "main", published: str = "") -> Library:
            number = next(numbers)
            path = tmp_path / f"{name}-{number}.sqlite"
            build_library(
                path,
                name=name,
                version=f"2026.{number}",
                published=published,
                records=records,
                assets=(),
                progress=Silent(),
            )
            return stack.enter_context(open_library(path))

        yield build


def item_from(library: Library, record_id: str, **changed: Any) -> Item:  # noqa: ANN401 - as above
    made = item_of(
        library.record(record_id), level="core", library=library.info.name, edition=library.info.version
    )
    return replace(made, id=record_id.rsplit("/", 1)[1], **changed)


def procurement(*items: Item, name: str = "laptops", closed: bool = False) -> Procurement:
    head = Head(title="Laptops", status="closed" if closed else "draft")
    return with_items(Procurement(id=name, head=head), items)


def watch(workspace: Workspace, books: Books) -> tuple[News, ...]:
    """Look at every item as the workspace keeps it."""
    store = Procurements(workspace)
    kept = [store.read(entry.id).procurement for entry in store.entries()]
    found = (news_of(item, books) for one in kept for item in one.items)
    return tuple(news for news in found if news is not None)


def only(workspace: Workspace, books: Books) -> News:
    (news,) = watch(workspace, books)
    return news


def criterion(record: Record) -> CriterionDetails:
    assert record.criterion is not None
    return record.criterion


# What is told.


def test_what_is_as_it_was_is_not_told(workspace: Workspace, library: Opener) -> None:
    first = library(battery(), *others())
    made = procurement(item_from(first, BATTERY), item_from(first, CHARGING), make_own_item("own"))
    Procurements(workspace).add(made)

    assert watch(workspace, first) == ()
    assert watch(workspace, library(battery(), *others())) == ()


def test_a_changed_wording_is_told_word_by_word(workspace: Workspace, library: Opener) -> None:
    first = library(battery(), *others())
    Procurements(workspace).add(procurement(item_from(first, BATTERY), item_from(first, CHARGING)))
    now = library(battery(TEXT.replace("500", "800"), version=2), *others())

    news = only(workspace, now)

    assert (news.item.title, news.state, news.waits) == ("Rechargeable battery endurance", "changed", True)
    assert news.now is not None
    (change,) = changes_of(news.item, news.now)
    assert change.part == "requirement"
    assert [run.text for run in change.runs if run.how != "same"] == ["500", "800"]


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"slots": ()}, "slots"),
        ({"proof_tender_html": "<p>A test by an accredited body.</p>"}, "proof_tender"),
        ({"points_html": "<p>Ten points a year.</p>"}, "points"),
        ({"labels": ("labels/tco-certified",)}, "labels"),
        ({"legal_basis": ("Article 44",)}, "legal_basis"),
        ({"kind": "AC"}, "kind"),
        ({"superseded_by": (CHARGING,)}, "superseded_by"),
    ],
)
def test_every_part_that_documents_rest_on_counts(
    workspace: Workspace, library: Opener, changed: dict[str, Any], part: str
) -> None:
    first = library(battery(), *others())
    Procurements(workspace).add(procurement(item_from(first, BATTERY)))

    news = only(workspace, library(battery(**changed), *others()))

    assert news.now is not None
    assert [change.part for change in changes_of(news.item, news.now)] == [part]


def test_an_older_version_asks_nothing_and_can_still_be_taken(workspace: Workspace, library: Opener) -> None:
    older = library(battery(version=2), *others())
    newer = library(battery(TEXT.replace("500", "800"), version=3), *others())
    made = procurement(item_from(newer, BATTERY))
    Procurements(workspace).add(made)

    news = only(workspace, older)

    assert (news.state, news.waits) == ("older", False)
    assert news.now is not None
    assert news.now.version == 2
    taken = with_new_wording(made, news, older.info, on=ON)
    assert "500" in taken.item(news.item.id).wording.requirement
    assert taken.events[-1].code == "older-taken"
    assert watch(workspace, newer) == ()


def test_going_back_is_seen_by_the_day_of_the_release_too(workspace: Workspace, library: Opener) -> None:
    first = library(battery(), GONE_RECORD, *others())
    later = [item_from(first, name) for name in (BATTERY, GONE)]
    dated = [replace(one, copied=replace(one.copied, dated="2031-01-01")) for one in later if one.copied]
    Procurements(workspace).add(procurement(*dated))

    now = (battery(TEXT.replace("500", "300")), *others())

    def states(published: str) -> set[tuple[str, bool]]:
        return {(one.state, one.waits) for one in watch(workspace, library(*now, published=published))}

    assert states("2030-12-31") == {("older", False), ("not-yet", False)}
    assert states("2031-01-02") == {("changed", True), ("withdrawn", True)}
    assert states("") == {("changed", True), ("withdrawn", True)}


def test_a_new_version_counts_also_without_a_changed_word(workspace: Workspace, library: Opener) -> None:
    first = library(battery(), *others())
    Procurements(workspace).add(procurement(item_from(first, BATTERY)))

    news = only(workspace, library(battery(version=2), *others()))

    assert news.state == "changed"
    assert news.now is not None
    assert changes_of(news.item, news.now) == ()


def test_a_keyword_or_a_review_is_no_change(workspace: Workspace, library: Opener) -> None:
    first = library(battery(), *others())
    Procurements(workspace).add(procurement(item_from(first, BATTERY)))
    read_again = replace(battery(), keywords=("accumulator",), review_by="2028-01-01", updated="2026-12-01")

    assert watch(workspace, library(read_again, *others())) == ()


def test_what_the_library_has_no_more_is_withdrawn(workspace: Workspace, library: Opener) -> None:
    first = library(GONE_RECORD, *others())
    Procurements(workspace).add(procurement(item_from(first, GONE)))

    news = only(workspace, library(*others()))

    assert (news.state, news.now) == ("withdrawn", None)


def test_what_another_has_taken_the_place_of_is_superseded(workspace: Workspace, library: Opener) -> None:
    first = library(battery(), *others())
    Procurements(workspace).add(procurement(item_from(first, BATTERY)))
    now = library(battery(version=2, superseded_by=(CHARGING, "criteria/computers/none")), *others())

    news = only(workspace, now)

    assert news.state == "superseded"
    assert [record.id for record in successors(news, now)] == [CHARGING]


def test_of_a_library_that_is_not_here_nobody_knows(workspace: Workspace, library: Opener) -> None:
    own = make_criterion("criteria/computers/ts1-own", code="TS1", title="Own")
    main, office = library(battery(), *others()), library(own, name="ghent")
    shelf = Shelf(main, (office,))
    record = shelf.record("ghent/criteria/computers/ts1-own")
    item = item_of(record, level="core", library="ghent", edition="2026.2")
    Procurements(workspace).add(procurement(item))

    assert watch(workspace, shelf) == ()
    news = only(workspace, main)
    assert (news.state, news.waits) == ("elsewhere", False)


def test_an_item_of_an_earlier_program_is_compared_as_well(workspace: Workspace, library: Opener) -> None:
    first = library(battery(), *others())
    item = item_from(first, BATTERY)
    assert item.copied is not None
    Procurements(workspace).add(procurement(replace(item, copied=replace(item.copied, hash=""))))

    assert watch(workspace, first) == ()
    assert only(workspace, library(battery(version=2), *others())).state == "changed"


# What is decided.


def test_who_keeps_the_own_wording_is_not_asked_again(workspace: Workspace, library: Opener) -> None:
    first = library(battery(), *others())
    store = Procurements(workspace)
    stored = store.add(procurement(item_from(first, BATTERY)))
    now = library(battery(version=2), *others())
    made = with_own_wording(stored.procurement, only(workspace, now), now.info, on=ON)
    store.save(made, before=stored)

    news = only(workspace, now)
    assert (news.waits, news.seen) == (False, True)
    assert made.items[0].wording == stored.procurement.items[0].wording
    assert [(event.on, event.what) for event in made.events] == [
        (ON, "Kept the wording of “Rechargeable battery endurance” over version 2 (library main 2026.2)")
    ]
    assert only(workspace, library(battery(version=3), *others())).waits


def test_who_keeps_a_withdrawn_one_is_not_asked_again(workspace: Workspace, library: Opener) -> None:
    first = library(GONE_RECORD, *others())
    store = Procurements(workspace)
    stored = store.add(procurement(item_from(first, GONE)))
    now = library(*others())
    store.save(with_own_wording(stored.procurement, only(workspace, now), now.info, on=ON), before=stored)

    assert not only(workspace, now).waits


def test_the_new_wording_comes_with_the_own_edits(workspace: Workspace, library: Opener) -> None:
    first = library(battery(), *others())
    item = item_from(first, BATTERY)
    mine = replace(
        item, wording=replace(item.wording, requirement=f"For all users. {item.wording.requirement}")
    )
    store = Procurements(workspace)
    stored = store.add(procurement(mine))
    now = library(battery(TEXT.replace("500", "800"), version=2), *others())

    made = with_new_wording(stored.procurement, only(workspace, now), now.info, on=ON)
    store.save(made, before=stored)

    got = made.items[0]
    assert got.wording.requirement.startswith("For all users. The battery")
    assert "after 800 cycles" in got.wording.requirement
    assert got.original is not None
    assert got.original.requirement.startswith("The battery")
    assert got.copied is not None
    assert (got.copied.record.version, got.copied.edition) == (2, "2026.2")
    assert made.events[0].what == (
        "Took the new wording of “Rechargeable battery endurance” (version 1 → 2, library main 2026.2)"
    )
    assert watch(workspace, now) == ()


def test_where_both_changed_the_same_words_mine_stand_until_decided(library: Opener) -> None:
    first = library(battery(), *others())
    item = item_from(first, BATTERY)
    mine = replace(
        item, wording=replace(item.wording, requirement=item.wording.requirement.replace("500", "600"))
    )
    now = library(battery(TEXT.replace("500", "800"), version=2), *others())

    taken = take(mine, now.record(BATTERY), now.info)
    assert taken.collisions == 1
    assert "600 cycles" in taken.item.wording.requirement

    decided = take(mine, now.record(BATTERY), now.info, theirs={"requirement": {0}})
    assert "800 cycles" in decided.item.wording.requirement


def test_entered_values_stay_where_the_slot_is_still_there(library: Opener) -> None:
    first = library(battery(), *others())
    item = with_slot(with_slot(item_from(first, BATTERY), "battery_cycles", "650"), "gone", "1")
    now = library(battery(version=2), *others())

    taken = take(item, now.record(BATTERY), now.info)

    assert [(entry.name, entry.value) for entry in taken.item.slots] == [("battery_cycles", "650")]
    assert taken.lost_slots == ("gone",)


@pytest.mark.parametrize(
    ("now", "kept"),
    [
        (battery(version=2), False),
        (battery(TEXT.replace("500", "800")), False),  # who changed it forgot the version
        (replace(battery(), keywords=("x",)), True),
    ],
)
def test_a_confirmation_holds_for_what_was_read(library: Opener, now: Record, kept: bool) -> None:
    first = library(battery(), *others())
    confirmed = Confirmation(
        by="A", on="2026-12-01", document="D", page="7", record_id=BATTERY, record_version=1
    )
    item = item_from(first, BATTERY, confirmed=confirmed)

    assert (take(item, now, first.info).item.confirmed is not None) == kept


def test_a_title_and_a_kind_that_the_buyer_changed_stay(library: Opener) -> None:
    first = library(battery(), *others())
    item = item_from(first, BATTERY)
    now = replace(battery(version=2, kind="AC"), title="Battery life")

    plain, own = (take(one, now, first.info).item for one in (item, replace(item, title="Mine", kind="SC")))
    assert (plain.title, plain.kind) == ("Battery life", "AC")
    assert (own.title, own.kind) == ("Mine", "SC")


def test_new_follow_ups_are_added_and_own_ones_stay(library: Opener) -> None:
    first = library(battery(follow_up=("Ask for a report",)), *others())
    item = item_from(first, BATTERY)
    now = battery(version=2, follow_up=("Ask for a report", "Test ten devices"))

    assert [one.what for one in take(item, now, first.info).item.follow_up] == [
        "Ask for a report",
        "Test ten devices",
    ]


def test_a_level_that_is_gone_is_told_and_another_can_be_taken(library: Opener) -> None:
    first = library(battery(), *others())
    item = item_from(first, BATTERY)
    now = battery(version=2, levels=criterion(battery()).levels[1:])

    with pytest.raises(ChoiceError, match="comprehensive"):
        take(item, now, first.info)
    assert take(item, now, first.info, level="comprehensive").item.level == "comprehensive"


def test_a_successor_takes_the_place(workspace: Workspace, library: Opener) -> None:
    first = library(battery(), *others())
    stored = Procurements(workspace).add(procurement(item_from(first, BATTERY)))
    now = library(battery(version=2, superseded_by=(CHARGING,)), *others())
    news = only(workspace, now)
    (successor,) = successors(news, now)

    made = with_new_wording(stored.procurement, news, now.info, on=ON, successor=successor)

    assert (made.items[0].title, made.items[0].id) == ("Charging", news.item.id)
    assert f"now {CHARGING}" in made.events[0].what


def test_a_closed_procurement_is_told_and_never_changed(workspace: Workspace, library: Opener) -> None:
    first = library(battery(), *others())
    made = procurement(item_from(first, BATTERY), closed=True)
    Procurements(workspace).add(made)
    now = library(battery(version=2), *others())

    news = only(workspace, now)
    with pytest.raises(ProcurementClosedError):
        with_new_wording(made, news, now.info, on=ON)
    with pytest.raises(ProcurementClosedError):
        with_own_wording(made, news, now.info, on=ON)


def test_an_own_criterion_has_nothing_to_take(library: Opener) -> None:
    now = library(battery(), *others())
    own = make_own_item("own")

    assert news_of(own, now) is None
    with pytest.raises(ChoiceError):
        take(own, now.record(BATTERY), now.info)


def test_only_what_differs_is_read(library: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    first = library(battery(), *others())
    items = [item_from(first, BATTERY), item_from(first, CHARGING)]
    now = library(battery(version=2), *others())
    seen: list[str] = []
    read = Library.record

    def noted(self: Library, record_id: str) -> Record:
        seen.append(record_id)
        return read(self, record_id)

    monkeypatch.setattr(Library, "record", noted)

    assert [news_of(item, now) is not None for item in items] == [True, False]
    assert seen == [BATTERY]
