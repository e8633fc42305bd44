"""The command `procurement`, as a script of an office uses it."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from procura_desktop import cli
from procura_desktop.cli.procurements.arguments import ACTIONS, FORMS
from procura_desktop.domain.drafting import with_item
from procura_desktop.domain.procurement import Procurement
from procura_desktop.export import export
from procura_desktop.settings.folders import folders
from procura_desktop.workspace.backup import back_up
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import open_workspace
from tests.factories import build_sample
from tests.procurements import make_procurement

BATTERY = "criteria/computers/ts6-battery-endurance"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Folders with a small library in use."""
    places = folders(tmp_path / "data")
    places.library_dir.mkdir(parents=True)
    built = build_sample(tmp_path / "sample.sqlite")
    (places.library_dir / "main.sqlite").write_bytes(built.read_bytes())
    return tmp_path / "data"


def run(home: Path, *words: str) -> int:
    return cli.main(["--data-dir", str(home), "procurement", *words])


def stored(home: Path, name: str) -> Procurement:
    with open_workspace(folders(home).workspace) as workspace:
        return Procurements(workspace).read(name).procurement


@pytest.fixture
def made(home: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The id of a procurement."""
    assert run(home, "new", "Laptops") == 0
    return capsys.readouterr().out.strip()


def test_a_new_one_is_listed(home: Path, made: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)["procurements"]

    assert [(one["id"], one["title"], one["status"]) for one in listed] == [(made, "Laptops", "draft")]


def test_values_are_filled_in_at_once_or_not_at_all(home: Path, made: str) -> None:
    assert run(home, "set", made, "buyer=City of Example", "value=270 000", "price.weight=60") == 0
    assert run(home, "set", made, "clean_vehicles=No charger.", "energy_efficiency=Old lamps.") == 0
    one = stored(home, made)
    assert (one.head.clean_vehicles, one.head.energy_efficiency) == ("No charger.", "Old lamps.")
    assert (one.head.buyer, one.head.value, one.award.price.weight) == (
        "City of Example",
        Decimal(270000),
        Decimal(60),
    )

    assert run(home, "set", made, "buyer=Other", "publication=2027-02-30") == 1
    assert stored(home, made) == one


def test_codes_get_their_check_digits(home: Path, made: str) -> None:
    assert run(home, "set", made, "cpv=30213100, 30213199-4") == 0

    assert stored(home, made).head.cpv == ("30213100-6", "30213199-4")


def test_three_figures_behind_a_point_are_thousands_in_money_alone(home: Path, made: str) -> None:
    assert run(home, "set", made, "value=270.000", "price.weight=33.333", "zero_at=1,500") == 0
    one = stored(home, made)

    assert (one.head.value, one.award.price.weight, one.award.zero_at) == (
        Decimal(270000),
        Decimal("33.333"),
        Decimal("1.5"),
    )


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("colour=red", "is no name"),
        ("procedure=secret", "one of below-threshold"),
        ("value=much", "write figures"),
        ("currency=euro", "three letters"),
        ("item.none.reason=x", "there is no item"),
        ("decimals=9", "a whole number"),
        ("price.minimum=101", "a score from 0 to 100"),
        ("zero_at=1", "a number above 1"),
        ("value=2000000000000000", "cannot be kept"),
        ("price.weight=33.3333333333333", "cannot be kept"),
        ("cpv=30213199", "write it with its check digit"),
        ("cpv=laptops", "eight figures and a check digit"),
        ("groups=Laptops", "an id such as groups/computers"),
    ],
)
def test_what_makes_no_sense_is_told(
    home: Path, made: str, entry: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "set", made, entry) == 1
    assert said in capsys.readouterr().err


def test_it_begins_like_an_earlier_one(home: Path, made: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(home, "set", made, "buyer=City of Example", "deadline=2027-01-15")
    assert run(home, "new", "Again", "--from", made, "--json") == 0
    again = stored(home, json.loads(capsys.readouterr().out)["id"])

    assert (again.head.title, again.head.buyer, again.head.dates.deadline) == ("Again", "City of Example", "")


def test_what_was_checked_in_an_earlier_contract_is_not_checked_in_the_next(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    earlier = make_procurement()
    clause = earlier.item("clause-1")
    checked = tuple(replace(one, done=("2026-05-01",)) for one in clause.follow_up)
    with open_workspace(folders(home).workspace) as workspace:
        Procurements(workspace).add(with_item(earlier, replace(clause, follow_up=checked)))

    assert run(home, "new", "Again", "--from", earlier.id) == 0
    again = stored(home, capsys.readouterr().out.strip())

    assert checked
    assert [one.done for one in again.item("clause-1").follow_up] == [()] * len(checked)
    assert [event.code for event in again.events] == ["begun-from-earlier"]


def test_a_closed_one_is_only_opened(home: Path, made: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "set", made, "status=closed") == 0
    assert run(home, "set", made, "buyer=Other") == 1
    assert "open it again" in capsys.readouterr().err
    assert run(home, "set", made, "status=draft", "buyer=Other") == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("fly",), "say what to do"),
        (("new",), "procurement new TITLE"),
        (("set", "x"), "procurement set ID"),
        (("list", "--level", "core"), "belongs to: add"),
        (("add", "x", "y"), "--reason"),
        (("set", "x", "y"), "NAME=VALUE"),
    ],
)
def test_usage_is_explained(
    home: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, *words) == 2
    assert said in capsys.readouterr().err


def test_one_that_is_not_there_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "show", "nothing", "--json") == 1
    assert "nothing" in json.loads(capsys.readouterr().out)["error"]


def test_what_follows_the_dashes_is_a_title(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "new", "--", "--strange title") == 0
    assert stored(home, capsys.readouterr().out.strip()).head.title == "--strange title"


def test_criteria_are_added_with_a_reason_and_adapted(home: Path, made: str) -> None:
    assert run(home, "add", made, BATTERY, "--reason", "Batteries fail.", "--level", "comprehensive") == 0
    (item,) = stored(home, made).items
    assert (item.level, item.reason) == ("comprehensive", "Batteries fail.")

    figure, level = f"item.{item.id}.slot.battery_cycles=900", f"item.{item.id}.level=core"
    assert run(home, "set", made, level, figure) == 0
    (changed,) = stored(home, made).items
    assert (changed.level, [(one.name, one.value) for one in changed.slots]) == (
        "core",
        [("battery_cycles", "900")],
    )


def test_a_criterion_that_is_not_there_adds_nothing(
    home: Path, made: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "add", made, BATTERY, "criteria/none", "--reason", "Why not.") == 1
    assert "criteria/none" in capsys.readouterr().err
    assert stored(home, made).items == ()


def test_a_library_that_cannot_be_used_is_told(
    home: Path, made: str, capsys: pytest.CaptureFixture[str]
) -> None:
    places = folders(home)
    (places.library_dir / "ghent.json").write_text('{"current": "file.sqlite"}')
    (places.library_dir / "file.sqlite").write_text("no library")

    assert run(home, "add", made, BATTERY, "--reason", "Batteries fail.") == 0

    assert capsys.readouterr().err.startswith(f"Not used: {places.library_dir / 'file.sqlite'}")


def test_no_library_is_read_while_nobody_knows_which_are_switched_off(
    home: Path, made: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = folders(home).settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("hidden = 'ghent'")

    assert run(home, "add", made, BATTERY, "--reason", "Batteries fail.") == 1

    assert str(settings) in capsys.readouterr().err
    assert stored(home, made).items == ()


def test_the_checks_name_what_is_found(home: Path, made: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(home, "add", made, BATTERY, "--reason", "Batteries fail.")
    capsys.readouterr()

    assert run(home, "check", made, "--json") == 1
    rules = {one["rule"] for one in json.loads(capsys.readouterr().out)["findings"]}
    assert "lots" in rules
    assert run(home, "check", made) == 1
    assert "Article 46" in capsys.readouterr().out


def test_documents_are_written_and_not_written_over(
    home: Path, made: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(home, "add", made, BATTERY, "--reason", "Batteries fail.")
    capsys.readouterr()
    words = ("export", made, "--to", str(tmp_path / "out"), "--form", "md", "--document", "specification")

    assert run(home, *words, "--json") == 0
    (path,) = json.loads(capsys.readouterr().out)["files"]
    assert "Rechargeable battery endurance" in Path(path).read_text(encoding="utf-8")
    Path(path).write_text("mine", encoding="utf-8")
    assert run(home, *words) == 1
    assert "there already" in capsys.readouterr().err
    assert Path(path).read_text(encoding="utf-8") == "mine"
    assert run(home, *words, "--replace") == 0
    assert Path(path).read_text(encoding="utf-8") != "mine"


def test_all_documents_are_written_but_open_data(home: Path, made: str, tmp_path: Path) -> None:
    assert run(home, "export", made, "--to", str(tmp_path / "out")) == 0
    endings = sorted(path.suffix for path in (tmp_path / "out").iterdir())

    assert endings == [".csv", *[".docx"] * 7, ".ics", *[".xlsx"] * 3, ".xml"]


def test_documents_can_be_asked_for_in_every_form() -> None:
    assert FORMS == export.FORMS


def test_open_data_asks_for_the_prefix(
    home: Path, made: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("export", made, "--to", str(tmp_path / "out"), "--document", "ocds")
    assert run(home, *words) == 1
    assert "prefix" in capsys.readouterr().err
    assert run(home, *words, "--ocid-prefix", "ocds-a1b2c3") == 0


@pytest.fixture
def file(home: Path, made: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A file with the procurement as it was before its buyer changed here."""
    path = tmp_path / "laptops.procurement"
    assert run(home, "set", made, "buyer=City of Example") == 0
    assert run(home, "save", made, "--to", str(path)) == 0
    assert run(home, "set", made, "buyer=Town of Example") == 0
    capsys.readouterr()
    return path


def test_what_was_saved_is_taken_by_a_colleague(
    file: Path, made: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    colleague = tmp_path / "colleague"
    assert run(colleague, "take", str(file)) == 0
    assert capsys.readouterr().out == f"{made}  taken: Laptops\n"
    assert stored(colleague, made).head.buyer == "City of Example"


def test_what_is_here_already_stays_unless_one_says_otherwise(
    home: Path, file: Path, made: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "take", str(file)) == 0
    assert "kept yours, which differs in 1 places" in capsys.readouterr().out
    assert stored(home, made).head.buyer == "Town of Example"

    assert run(home, "take", str(file), "--keep", "theirs", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["taken"] == [{"id": made, "title": "Laptops", "replaced": True}]
    assert (told["kept"], told["same"]) == ([], [])
    assert stored(home, made).head.buyer == "City of Example"

    assert run(home, "take", str(file), "--keep", "theirs", "--json") == 0
    assert json.loads(capsys.readouterr().out)["same"] == [made]


def test_both_can_be_kept(home: Path, file: Path, made: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "take", str(file), "--keep", "both", "--json") == 0
    (second,) = json.loads(capsys.readouterr().out)["taken"]

    assert (second["title"], second["replaced"]) == ("Laptops (2)", False)
    assert stored(home, made).head.buyer == "Town of Example"
    assert stored(home, second["id"]).head.buyer == "City of Example"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("save", "x"), 2, "--to"),
        (("save", "x", "--to", "laptops.zip"), 2, "ends in .procurement"),
        (("save", "x", "--to", "x.procurement"), 1, "x"),
        (("take",), 2, "procurement take FILE"),
        (("take", "gone.procurement"), 1, "cannot be read"),
        (("list", "--keep", "both"), 2, "belongs to: take"),
        (("list", "--to", "x.procurement"), 2, "belongs to: export, save"),
    ],
)
def test_a_file_that_cannot_be_made_or_taken_is_explained(
    home: Path, words: tuple[str, ...], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, *words) == code
    assert said in capsys.readouterr().err


def test_every_action_stands_in_the_help_and_in_the_man_page(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "--help") == 0
    shown = capsys.readouterr().out
    page = (Path(__file__).resolve().parents[2] / "packaging/linux/procura-desktop.1").read_text("utf-8")
    entry = page.partition("\n.B procurement\n")[2].partition(".TP")[0].replace("\\-", "-")
    assert [name for name in ACTIONS if f"\n  procurement {name} " not in shown] == []
    assert [name for name in ACTIONS if not re.search(rf"\b{name}\b", entry)] == []


def test_the_documents_of_a_new_one_begin_in_the_language_of_the_policy(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[defaults]\ncontent_language = 'fr-BE'\n")
    assert run(home, "new", "Ordinateurs", "--policy", str(policy)) == 0
    new = capsys.readouterr().out.strip()
    assert stored(home, new).head.language == "fr"

    assert run(home, "set", new, "language=nl") == 0
    assert run(home, "new", "Encore", "--from", new, "--policy", str(policy)) == 0
    assert stored(home, capsys.readouterr().out.strip()).head.language == "nl"


def test_a_damaged_workspace_leads_to_the_program_which_mends_it(
    home: Path, made: str, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = folders(home).workspace
    workspace.write_bytes(b"\xa5" * 8192)
    assert run(home, "show", made) == 1

    said = capsys.readouterr().err
    assert "Open the program: it offers to rescue what can be read, keeping this file" in said
    assert workspace.read_bytes() == b"\xa5" * 8192


def test_one_procurement_that_is_damaged_leads_to_the_backups(
    home: Path, made: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_workspace(folders(home).workspace) as workspace:
        workspace.connection.execute("UPDATE procurements SET body = '{'")
    assert run(home, "show", made) == 1

    said = capsys.readouterr().err
    assert f"a procurement in it cannot be read (procurement {made}: " in said
    assert "under Settings, Your data, you can go back to a backup" in said


@pytest.mark.parametrize("words", [("procurement", "list"), ("check",)])
def test_an_emptied_workspace_is_told_and_not_written_to(
    home: Path, made: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = folders(home).workspace
    back_up(
        workspace, folders(home).backup_folders[-1], reason="daily", now=datetime(2026, 11, 28, tzinfo=UTC)
    )
    workspace.write_bytes(b"")
    assert cli.main(["--data-dir", str(home), *words]) == 1

    said = "".join(capsys.readouterr())
    assert "it is empty, and there are backups of what it held" in said
    assert "or to go back to a backup" in said
    assert workspace.read_bytes() == b""
    assert made not in said
