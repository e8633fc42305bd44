import csv
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from procura_desktop.domain.drafting import with_items
from procura_desktop.domain.procurement import Award, Confirmation, Item, Procurement, Share
from procura_desktop.domain.records import Property
from procura_desktop.errors import OcidPrefixError
from procura_desktop.export.ocds import EXTENSIONS, ocds
from procura_desktop.export.ocds_goals import GOALS, GREEN, STRATEGIES
from tests.factories import make_criterion
from tests.procurements import make_item, make_own_item, make_procurement
from tests.sheets import desk_of

DATA = Path(__file__).parents[2] / "data" / "ocds"
PREFIX = "ocds-a1b2c3"


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return found


def merged(into: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Merge as RFC 7386 does, which is how OCDS applies an extension."""
    for key, value in more.items():
        into[key] = merged(into.get(key, {}), value) if isinstance(value, dict) else value
    return into


def validators() -> tuple[Draft4Validator, Draft4Validator]:
    release = read("release-schema.json")
    for name in ("sustainability-extension.json", "requirements-extension.json"):
        merged(release, read(name))
    # Of the lots extension, as far as it is used here.
    lot = {"type": "object", "required": ["id"], "properties": {"value": {"$ref": "#/definitions/Value"}}}
    merged(release["definitions"], {"Lot": lot})
    merged(
        release["definitions"],
        {"Tender": {"properties": {"lots": {"type": "array", "items": {"$ref": "#/definitions/Lot"}}}}},
    )
    package = read("release-package-schema.json")
    package["properties"]["releases"]["items"] = {"type": "object"}
    checker = Draft4Validator.FORMAT_CHECKER
    return Draft4Validator(package, format_checker=checker), Draft4Validator(release, format_checker=checker)


PACKAGE, RELEASE = validators()


def made(procurement: Procurement) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ocds(desk_of(procurement), prefix=PREFIX))
    return found


def faults(procurement: Procurement) -> list[str]:
    package = made(procurement)
    wrong = [*PACKAGE.iter_errors(package), *RELEASE.iter_errors(package["releases"][0])]
    return [f"{list(error.absolute_path)}: {error.message}" for error in wrong]


def tender(procurement: Procurement) -> dict[str, Any]:
    found: dict[str, Any] = made(procurement)["releases"][0]["tender"]
    return found


def make_coded(*, confirmed: bool = False, **changes: Any) -> Item:  # noqa: ANN401 - fields of the details
    record = make_criterion()
    assert record.criterion is not None
    coded = {
        "environmental_impact": ("clim-mitig", "circ-econ"),
        "social_objective": ("hum-right",),
        **changes,
    }
    item = make_item("coded", record=replace(record, criterion=replace(record.criterion, **coded)))
    read_in = Confirmation(
        by="A", on="2026-11-29", document="D", page="1", record_id=record.id, record_version=record.version
    )
    return replace(item, confirmed=read_in if confirmed else None)


def codes(name: str) -> set[str]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return {row["Code"] for row in csv.DictReader(file)}


def test_the_schemas_can_refuse() -> None:
    package = made(make_procurement())
    package["releases"][0]["tender"]["mainProcurementCategory"] = "supplies"
    package["releases"][0]["tender"]["criteria"][0].pop("id")
    package["releases"][0]["tender"]["lots"][0]["sustainability"] = []
    package["releases"][0]["date"] = "yesterday"

    assert len(list(RELEASE.iter_errors(package["releases"][0]))) >= 3


@pytest.mark.parametrize(
    "procurement",
    [
        make_procurement(),
        replace(make_procurement(), lots=()),
        with_items(make_procurement(), (make_coded(),)),
        with_items(make_procurement(), (make_own_item("sm", kind="SM"), make_own_item("sc", kind="SC"))),
        replace(make_procurement(), items=(), offers=(), lots=(), award=Award()),
        replace(make_procurement(), head=replace(make_procurement().head, buyer="", cpv=(), value=None)),
    ],
)
def test_a_release_is_valid(procurement: Procurement) -> None:
    assert faults(procurement) == []


@settings(max_examples=40)
@given(
    st.text(),
    st.text(),
    st.decimals(0, 10**12, places=2),
    st.sampled_from(["", "2027", "2027-01-15", "soon"]),
)
def test_any_text_gives_a_valid_release(title: str, text: str, value: Decimal, day: str) -> None:
    start = make_procurement()
    dates = replace(start.head.dates, publication=day, deadline=day)
    head = replace(start.head, title=title, need=text, reference=text, buyer=title, value=value, dates=dates)
    item = make_own_item("text", kind="TS", title=title, requirement=text)

    assert faults(with_items(replace(start, head=head), (item,))) == []


def test_the_goals_and_strategies_are_of_the_lists() -> None:
    assert {goal for goals in GOALS.values() for goal in goals.values()} <= codes("sustainabilityGoal.csv")
    assert {*STRATEGIES.values(), *GREEN.values()} <= codes("sustainabilityStrategy.csv")


def test_a_goal_names_its_criteria_and_means() -> None:
    found = tender(with_items(make_procurement(), (make_coded(),)))

    assert found["hasSustainability"]
    assert found["sustainability"][0] == {
        "goal": "environmental.climateChangeMitigation",
        "strategies": ["technicalSpecifications", "otherGPPCriteria"],
        "description": "TS 3 Rechargeable battery endurance",
    }
    assert [entry["goal"] for entry in found["sustainability"]][1:] == [
        "environmental.circularEconomy",
        "social.humanRightsInSupplyChains",
    ]
    assert found["sustainability"][2]["strategies"] == ["technicalSpecifications"]


def test_criteria_of_the_eu_are_claimed_only_where_confirmed() -> None:
    procurement = replace(make_procurement(), items=(make_coded(confirmed=True),))

    assert "euGPPCriteria" in tender(procurement)["sustainability"][0]["strategies"]


def test_a_lot_has_only_its_own_goals() -> None:
    item = replace(make_coded(), lots=("lot-2",))
    found = tender(with_items(make_procurement(), (item,)))["lots"]

    assert [lot["hasSustainability"] for lot in found] == [False, True]
    assert "sustainability" not in found[0]


def test_requirements_say_what_is_asked() -> None:
    limited = make_coded(property=Property(name="battery", direction="at-least", unit="cycles"))
    found = {one["id"]: one for one in tender(with_items(make_procurement(), (limited,)))["criteria"]}
    met, figure = found["coded"]["requirementGroups"][0]["requirements"]
    (offered,) = found["award-1"]["requirementGroups"][0]["requirements"]

    assert (met["dataType"], met["expectedValue"]) == ("boolean", True)
    assert (figure["title"], figure["minValue"]) == ("Full charge cycles", 500)
    assert offered["dataType"] == "string"
    assert found["spec-2"]["relatedLots"] == ["lot-2"]
    assert not found["spec-2"]["relatesToTenderer"]


def test_a_figure_that_earns_points_is_no_requirement() -> None:
    limited = make_coded(property=Property(name="battery", direction="at-least", unit="cycles"))
    scored = replace(limited, kind="AC")
    found = {one["id"]: one for one in tender(with_items(make_procurement(), (scored,)))["criteria"]}
    (offered,) = found["coded"]["requirementGroups"][0]["requirements"]

    assert offered["dataType"] == "string"


def test_the_rules_of_scoring_are_told_for_each_lot_where_they_differ() -> None:
    made = make_procurement()
    first = tuple(replace(item, lots=("lot-1",)) if item.kind == "AC" else item for item in made.items)
    alike, apart = (
        tender(one)["awardCriteriaDetails"].splitlines() for one in (made, replace(made, items=first))
    )

    assert not any(line.endswith(":") for line in alike)
    at = next(number for number, line in enumerate(apart) if line.endswith("Workstations:"))
    assert apart[at + 1].startswith("The tender with the lowest price")


def test_a_figure_has_no_bound_that_the_source_does_not_state() -> None:
    found = {one["id"]: one for one in tender(with_items(make_procurement(), (make_coded(),)))["criteria"]}

    assert not {"minValue", "maxValue"} & set(found["coded"]["requirementGroups"][0]["requirements"][1])


@pytest.mark.parametrize(
    ("award", "items", "code"),
    [
        (Award(), False, "priceOnly"),
        (Award(price_kind="cost"), False, "costOnly"),
        (Award(price=Share(weight=Decimal(60))), True, "ratedCriteria"),
        (Award(price=Share(weight=Decimal(0))), True, "qualityOnly"),
    ],
)
def test_award_criteria_come_with_their_code(award: Award, items: bool, code: str) -> None:
    start = make_procurement()

    assert tender(replace(start, award=award, items=start.items if items else ()))["awardCriteria"] == code


def test_the_head_is_carried_over() -> None:
    found = tender(make_procurement())

    assert found["value"] == {"amount": 270000, "currency": "EUR"}
    assert found["tenderPeriod"] == {"startDate": "2026-12-01T00:00:00Z", "endDate": "2027-01-15T23:59:59Z"}
    assert found["items"][1] == {
        "id": "2",
        "description": "Workstations",
        "classification": {"scheme": "CPV", "id": "30213100"},
        "relatedLot": "lot-2",
    }
    assert found["mainProcurementCategory"] == "goods"


def test_the_process_has_the_prefix_of_the_buyer() -> None:
    release = made(make_procurement())["releases"][0]

    assert release["ocid"] == "ocds-a1b2c3-laptops-2026"
    assert release["id"] == "ocds-a1b2c3-laptops-2026-20261129T120000Z"


@pytest.mark.parametrize("prefix", ["", "a1b2c3", "ocds-a1b2c", "OCDS-A1B2C3", "ocds-a1b2c3-x"])
def test_without_a_registered_prefix_there_is_no_package(prefix: str) -> None:
    with pytest.raises(OcidPrefixError, match="give the one that the buyer registered"):
        ocds(desk_of(make_procurement()), prefix=prefix)


def test_the_same_procurement_gives_the_same_bytes() -> None:
    assert ocds(desk_of(make_procurement()), prefix=PREFIX) == ocds(
        desk_of(make_procurement()), prefix=PREFIX
    )


def test_the_extensions_are_named() -> None:
    assert made(make_procurement())["extensions"] == list(EXTENSIONS)


def test_the_weights_of_the_documents_are_in_the_details_of_the_award() -> None:
    made = make_procurement()
    items = tuple(
        replace(item, share=replace(item.share, minimum=Decimal(45))) if item.id == "award-1" else item
        for item in made.items
    )
    alone = replace(made, items=tuple(item for item in made.items if item.kind != "AC"))

    def details(procurement: Procurement) -> list[str]:
        package = json.loads(ocds(desk_of(procurement), prefix="ocds-a1b2c3"))
        return str(package["releases"][0]["tender"]["awardCriteriaDetails"]).splitlines()

    assert details(replace(made, items=items))[:3] == [
        "Price – Counts: 60\u00a0%",
        "AC 1  Longer warranty – Counts: 25\u00a0%; least score: 45",
        "AC 2  Exchange of defect devices – Counts: 15\u00a0%",
    ]
    assert details(alone)[0].startswith("The tender with the lowest price comes first.")
