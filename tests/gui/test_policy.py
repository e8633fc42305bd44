"""The window under a policy: what is greyed, hidden, refused, and what a wrong policy does to it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.app.making import make_desktop
from procura_desktop.errors import PolicyForbidsError, ReleaseExpiredError
from procura_desktop.gui.network_box import NetworkBox
from procura_desktop.gui.organisation import set_by_organisation
from procura_desktop.gui.places import PLACE_NAMES, parse_place
from procura_desktop.gui.schedule import Schedule
from procura_desktop.gui.settings_page import SettingsPage
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.policy_schema import FEATURES
from procura_desktop.settings.settings import Settings, change_settings, load_choices
from procura_desktop.settings.sources import add_source
from tests.factories import build_sample
from tests.releases import make_publisher

Under = Callable[..., Desktop]
WRONG = "[locked]\nfeatures_hidden = ['cases']\ntheme = 'pink'\n"


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    return replace(folders(tmp_path / "data"), policy=tmp_path / "policy.toml")


@pytest.fixture
def under(qtbot: QtBot, places: Folders, library_path: Path) -> Iterator[Under]:
    """Open the desktop under a policy; what fails is collected in its `failures`."""
    made: list[Desktop] = []

    def under(text: str, *, at: str = "home") -> Desktop:
        places.policy.write_text(text, encoding="utf-8")
        desktop = make_desktop(places, [library_path])
        qtbot.addWidget(desktop.window)
        made.append(desktop)
        desktop.router.failed.disconnect()
        desktop.start("")
        desktop.fill_settings(at)
        desktop.router.go(parse_place(at))
        return desktop

    yield under
    for desktop in made:
        desktop.window.close()
        desktop.close()


def settings_page(desktop: Desktop) -> SettingsPage:
    return desktop.router.pages.settings


def told(widget: QWidget, what: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


def marks(widget: QWidget) -> list[QLabel]:
    labels = widget.findChildren(QLabel)
    return [label for label in labels if label.text() == set_by_organisation() and label.isVisibleTo(widget)]


# What is locked.


def test_a_locked_setting_is_greyed_and_says_why(under: Under) -> None:
    page = settings_page(under("[locked]\nnetwork = false\nask_above = 5\n", at="settings"))

    never, ask = page.network.never, page.network.ask_above
    assert never.isChecked()
    assert not never.isEnabled()
    assert not ask.isEnabled()
    assert ask.value() == 5
    assert page.network.most_rate.isEnabled()
    assert len(marks(page)) == 2
    assert told(never, QAccessible.Text.Description) == "Set by your organisation"
    assert told(marks(page)[0], QAccessible.Text.Name) == "Set by your organisation"


def test_without_a_policy_nothing_is_greyed(under: Under) -> None:
    page = settings_page(under("", at="settings"))

    assert marks(page) == []
    assert page.network.never.isEnabled()
    assert told(page.network.never, QAccessible.Text.Description) == ""


def test_a_locked_look_cannot_be_changed_by_keys_either(under: Under, places: Folders) -> None:
    desktop = under("[locked]\ntheme = 'dark'\ntext_scale = 120\n", at="settings")

    desktop.look.larger()
    desktop.look.set_theme("light")

    assert (desktop.look.theme, desktop.look.text_scale) == ("dark", 120)
    assert not places.settings.exists()
    assert len(marks(settings_page(desktop))) == 2


def test_a_default_is_shown_and_can_be_changed(qtbot: QtBot, under: Under, places: Folders) -> None:
    desktop = under("[defaults]\nbackground = true\ntheme = 'dark'\n", at="settings")
    box = settings_page(desktop).network
    assert box.background.isChecked()
    assert desktop.look.theme == "dark"

    with qtbot.waitSignal(desktop.updates.settings_changed):
        box.background.click()

    assert load_choices(places.settings) == {"background": False}


def test_the_page_updates_greys_what_is_locked(under: Under) -> None:
    desktop = under("[locked]\nnetwork = false\nuser_sources = false\n", at="updates")
    page = desktop.updates.page

    assert not page._offline.isEnabled()  # noqa: SLF001
    assert page._offline.isChecked()  # noqa: SLF001
    assert not page.add_source.isEnabled()
    assert told(page.add_source, QAccessible.Text.Description) == "Set by your organisation"
    page.show_busy("x")
    page.show_idle()
    assert not page.add_source.isEnabled()


def test_both_pages_show_what_is_chosen_on_the_other(under: Under) -> None:
    desktop = under("", at="settings")
    box, page = settings_page(desktop).network, desktop.updates.page

    page._offline.click()  # noqa: SLF001
    assert box.never.isChecked()
    box.never.click()
    assert not page._offline.isChecked()  # noqa: SLF001


# What is hidden or not allowed.


def test_a_hidden_place_has_no_button_and_cannot_be_gone_to(qtbot: QtBot, under: Under) -> None:
    desktop = under("[locked]\nfeatures_hidden = ['cases', 'updates']\n")
    buttons = desktop.window.navigation._buttons  # noqa: SLF001
    assert not buttons["cases"].isVisible()
    assert buttons["glossary"].isVisible()

    with qtbot.waitSignal(desktop.router.failed) as caught:
        desktop.router.go(parse_place("cases"))

    assert isinstance(caught.args[0], PolicyForbidsError)
    assert desktop.router._history.current == parse_place("home")  # noqa: SLF001


def test_every_feature_that_can_be_hidden_is_a_place_or_the_sharing_of_one() -> None:
    assert set(FEATURES) - set(PLACE_NAMES) == {"sharing"}


def test_where_procurements_are_hidden_nothing_is_taken_into_one(qtbot: QtBot, under: Under) -> None:
    desktop = under("[locked]\nfeatures_hidden = ['procurements']\n")

    with qtbot.waitSignal(desktop.router.failed) as caught:
        desktop.router.pages.choose_wanted.emit("criteria/computers/ts6-battery-endurance")

    assert isinstance(caught.args[0], PolicyForbidsError)


def test_an_update_file_is_not_looked_into_where_updates_are_hidden(
    qtbot: QtBot, under: Under, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = under("[locked]\nfeatures_hidden = ['updates']\n")
    looked: list[str] = []
    monkeypatch.setattr(desktop.updates, "look", looked.append)

    with qtbot.waitSignal(desktop.router.failed):
        desktop.open("x.procura")

    assert looked == []


def test_hidden_sharing_is_on_no_page(under: Under) -> None:
    desktop = under("[locked]\nfeatures_hidden = ['sharing']\n", at="settings")

    assert not desktop.updates.page.sharing.isVisibleTo(desktop.updates.page)
    assert not settings_page(desktop).network.sharing.isVisibleTo(settings_page(desktop))


def test_where_sharing_is_not_allowed_nothing_is_offered_or_looked_for(
    under: Under, places: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(**_: object) -> None:
        raise AssertionError("somebody looked on the network")

    monkeypatch.setattr("procura_desktop.sync.nearby.browse", forbidden)
    change_settings(places.settings, {"sharing": True})
    sharing = under("[locked]\nsharing_allowed = false\n", at="updates").updates.page.sharing

    assert not sharing.offer.isEnabled()
    assert not sharing.offer.isChecked()
    assert not sharing.search.isEnabled()
    sharing.search_wanted.emit()
    assert told(sharing.offer, QAccessible.Text.Description) == "Set by your organisation"


@pytest.mark.parametrize("allowed", [True, False])
def test_links_open_the_browser_only_where_they_may(
    under: Under, monkeypatch: pytest.MonkeyPatch, allowed: bool
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    desktop = under(f"[locked]\nweb_links = {str(allowed).lower()}\n")

    desktop.router.web_requested.emit("https://example.org/a")

    assert opened == (["https://example.org/a"] if allowed else [])
    assert ("https://example.org/a" in desktop.window.notice.text) != allowed


def test_a_forbidden_library_is_not_read_and_not_offered(under: Under, places: Folders) -> None:
    folder = places.library_dir
    build_sample(folder / "file.sqlite", name="ghent")
    (folder / "ghent.json").write_text('{"current": "file.sqlite"}')

    desktop = under("[locked]\nlibraries_forbidden = ['ghent']\n", at="updates")

    assert desktop.library.brief("ghent/groups/computers") is None
    assert desktop.updates._here.names(["ghent"]) == ("main",)  # noqa: SLF001


def test_a_required_library_cannot_be_switched_off(under: Under, places: Folders) -> None:
    folder = places.library_dir
    build_sample(folder / "file.sqlite", name="ghent")
    (folder / "ghent.json").write_text('{"current": "file.sqlite"}')
    change_settings(places.settings, {"hidden": ("ghent",)})

    desktop = under("[locked]\nlibraries_required = ['ghent']\n", at="updates")
    desktop.updates.choose_library("ghent")

    assert desktop.library.brief("ghent/groups/computers") is not None
    assert not desktop.updates.page._shown.isVisible()  # noqa: SLF001


def test_which_libraries_are_switched_off_can_be_locked(under: Under, places: Folders) -> None:
    folder = places.library_dir
    build_sample(folder / "file.sqlite", name="ghent")
    (folder / "ghent.json").write_text('{"current": "file.sqlite"}')

    desktop = under("[locked]\nhidden = ['ghent']\n", at="updates")
    desktop.updates.choose_library("ghent")

    assert desktop.library.brief("ghent/groups/computers") is None
    assert not desktop.updates.page._shown.isEnabled()  # noqa: SLF001
    assert len(marks(desktop.updates.page)) == 1


def test_an_old_edition_is_refused_without_a_question(under: Under, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = under("[locked]\nexpiry_waiver = false\n", at="updates")

    def asked(_error: ReleaseExpiredError) -> bool:
        raise AssertionError("a person was asked")

    monkeypatch.setattr(desktop.updates, "_accepts_expired", asked)
    error = ReleaseExpiredError(
        source="s", version="1", published="", expired="2026-01-01", clock="2026-11-29"
    )
    desktop.updates._explain_look("", error)  # noqa: SLF001

    assert "This edition is old" in desktop.updates.page.status


def test_a_source_of_the_policy_is_shown_and_cannot_be_removed(under: Under, tmp_path: Path) -> None:
    publisher = make_publisher(tmp_path / "publisher")
    desktop = under(
        f"[[locked.sources]]\nlibrary = 'main'\naddresses = ['/srv/x']\nroot = '{publisher.root}'\n",
        at="updates",
    )

    assert "/srv/x" in desktop.updates.page._source.text()  # noqa: SLF001
    assert not desktop.updates.page.forget_source.isVisible()
    failures: list[Exception] = []
    desktop.updates.failed.disconnect()
    desktop.updates.failed.connect(failures.append)
    desktop.updates.take_source((), publisher.root.read_bytes())
    assert [type(one) for one in failures] == [PolicyForbidsError]


# A wrong policy.


def test_the_window_opens_under_a_wrong_policy_and_tells(under: Under, places: Folders) -> None:
    desktop = under(WRONG)

    assert "The policy of your organisation has a fault" in desktop.window.notice.text
    assert f"{places.policy}:3: locked.theme" in desktop.window.notice.text
    assert not desktop.window.navigation._buttons["cases"].isVisible()  # noqa: SLF001 - a sound key


def test_updating_stops_under_a_wrong_policy_and_the_page_says_so(
    qtbot: QtBot, under: Under, places: Folders, tmp_path: Path
) -> None:
    publisher = make_publisher(tmp_path / "publisher")
    add_source(places, "main", addresses=(str(publisher.folder),), root=publisher.root.read_bytes())
    desktop = under(WRONG, at="updates")
    page = desktop.updates.page

    assert not page.look.isEnabled()
    assert "locked.theme" in page._source.text()  # noqa: SLF001
    desktop.updates.look(str(publisher.folder))
    qtbot.waitUntil(lambda: "locked.theme" in page.status, timeout=20_000)
    assert not page.update_now.isVisible()


# The looks that nobody asked for.


def test_it_looks_as_often_as_the_policy_says(qtbot: QtBot, places: Folders) -> None:
    places.policy.write_text("[locked]\nbackground = true\nlook_every = 24\nlook_between = '20:00-06:00'\n")
    schedule = Schedule(places)
    due: list[bool] = []
    schedule.due.connect(lambda: due.append(True))
    evening = datetime(2026, 11, 29, 21, 0, tzinfo=UTC)

    for hours, expected in ((-10, 0), (0, 1), (5, 1), (23, 1), (24, 2)):
        schedule.look_at_clock(evening + timedelta(hours=hours))
        assert len(due) == expected, hours
    assert qtbot is not None


def test_it_never_looks_by_itself_where_the_policy_forbids_it(places: Folders) -> None:
    places.policy.write_text("[locked]\nbackground = false\n")
    change_settings(places.settings, {"background": True})
    schedule = Schedule(places)
    due: list[bool] = []
    schedule.due.connect(lambda: due.append(True))

    schedule.look_at_clock()

    assert due == []


def test_a_look_of_an_earlier_run_counts_where_the_policy_says_how_often(places: Folders) -> None:
    places.policy.write_text("[locked]\nbackground = true\nlook_every = 24\n")
    places.library_dir.mkdir(parents=True)
    now = datetime(2026, 11, 29, 21, 0, tzinfo=UTC)
    (places.library_dir / "main.updates.json").write_text(f'{{"checked": "{now.isoformat()}"}}')
    schedule = Schedule(places)
    due: list[bool] = []
    schedule.due.connect(lambda: due.append(True))

    schedule.look_at_clock(now + timedelta(hours=23))
    assert due == []
    schedule.look_at_clock(now + timedelta(hours=25))
    assert due == [True]


# The box of the network.


@pytest.fixture
def box(qtbot: QtBot) -> NetworkBox:
    made = NetworkBox()
    qtbot.addWidget(made)
    made.show_settings(Settings(), locked=(), hidden=())
    made.show()
    return made


def test_every_setting_is_told_by_its_name(
    qtbot: QtBot, box: NetworkBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, object]] = []
    box.chosen.connect(lambda key, value: told.append((key, value)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/x.pem", ""))

    box.never.click()
    box.background.click()
    box.sharing.click()
    box.ask_above.setValue(7)
    box.ask_above.editingFinished.emit()
    box.most_rate.setValue(8)
    box.most_rate.editingFinished.emit()
    box.proxy.setText(" none ")
    box.proxy.editingFinished.emit()
    box.choose_file.click()
    box.ca_file.setText("/y.pem")
    box.ca_file.editingFinished.emit()

    assert told == [
        ("network", False),
        ("background", True),
        ("sharing", True),
        ("ask_above", 7),
        ("most_rate", 8),
        ("proxy", "none"),
        ("ca_file", "/x.pem"),
        ("ca_file", "/y.pem"),
    ]
    assert qtbot is not None


def test_a_proxy_that_is_none_is_refused_with_a_sentence(qtbot: QtBot, box: NetworkBox) -> None:
    with qtbot.assertNotEmitted(box.chosen):
        box.proxy.setText("proxy:3128")
        qtbot.keyClick(box.proxy, Qt.Key.Key_Return)

    assert any(
        "http://proxy.example:3128" in label.text() and label.isVisible()
        for label in box.findChildren(QLabel)
    )


def test_without_a_network_nothing_looks_by_itself(box: NetworkBox) -> None:
    box.show_settings(Settings(network=False), locked=(), hidden=())

    assert box.never.isChecked()
    assert not box.background.isEnabled()
    assert not box.sharing.isEnabled()
