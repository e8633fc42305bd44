"""Every fault is named with its file, its line, what is wrong and what would be right."""

import pytest

from procura_desktop.content.compile import compile_content
from tests.unit.content.site import (
    ARTICLE,
    CASE,
    CRITERION,
    EVENT,
    GROUP,
    LABEL,
    TERM,
    TODAY,
    WOOD,
    Site,
)

FIELDS = [
    (ARTICLE, "title: Ask", "title: [Ask", ":3: broken YAML: "),
    (ARTICLE, "title: Ask", "title: Ask: now", ":2: broken YAML: a text holds ': '; put the text in double"),
    (ARTICLE, "order: 10", "ordr: 10", ":9: unknown field 'ordr'; did you mean 'order'?"),
    (ARTICLE, "step: market\n", "", ":1: 'step' is missing; add 'step: ...'"),
    (ARTICLE, "step: market", "step: later", ":8: 'step' is 'later'; use one of policy, need, market"),
    (ARTICLE, "version: 1", "version: one", ":4: 'version' is 'one'; write a whole number"),
    (ARTICLE, "version: 1", "version: 0", ":4: 'version' is 0; write a number of 1 or more"),
    (ARTICLE, "title: Ask", "title: 12 #", ":2: 'title' is a number, not a text; put it in quotes"),
    (ARTICLE, "[market engagement, market consultation]", "market", ":10: 'keywords' is not a list; "),
    (ARTICLE, "order: 10", "order: 10\norder: 11", ":10: 'order' stands here twice; keep one"),
    (ARTICLE, "updated: 2026-11-23", "updated: 2026-11-24", ":5: 'updated' is in the future: 2026-11-24"),
    (
        ARTICLE,
        "updated: 2026-11-23",
        "updated: 2026-02-30",
        ":5: 'updated' is '2026-02-30', which is no date",
    ),
    (ARTICLE, "review_by: 2027-11-23", "review_by: 2025-01-01", ":6: 'review_by' (2025-01-01) is before"),
    (ARTICLE, "    seen: 2026-11-23", "    seen: 2027-01-01", ":16: 'seen' in 'sources' 1 is in the future"),
    (ARTICLE, "    seen: 2026-11-23", "    seen: never", ":7: 'confidence' is verified, but no source has"),
    (ARTICLE, "    publisher: European Union\n", "", ":12: 'publisher' in 'sources' 1 is missing; "),
    (ARTICLE, "url: http://data", "url: data", ":14: 'url' in 'sources' 1 is 'data.europa.eu"),
    (ARTICLE, "order: 10", "order: 10\nid: guidance/other", ":10: 'id' is 'guidance/other', but the path"),
    (ARTICLE, "order: 10", "order: 10\nlanguage: fr", ":10: 'language' is 'fr', but the path says 'en'"),
    (ARTICLE, "summary: Ten", f"summary: {'x' * 400} Ten", ":3: 'summary' has 5"),
    (TERM, "seen: never", "seen: 2026-11-23", ":12: 'confidence' is check, but no source has 'seen: never'"),
    (TERM, "  de: Lebens", "  xx: Lebens", ":8: unknown field 'xx' in 'translations'"),
    (
        GROUP,
        '"39100000-3"',
        '"39100000-4"',
        ":14: CPV code '39100000-4' has not its right check digit; write 39",
    ),
    (GROUP, '"39100000-3"', '"99999999-4"', ":14: CPV code '99999999-4' is not in the list; look it up"),
    (GROUP, '"39100000-3"', "39100000", ":14: CPV code '39100000' has not its right check digit; write 3910"),
    (GROUP, '"39100000-3"', "desks", ":14: 'desks' is not a CPV code; write eight digits"),
    (GROUP, "level: high", "level: huge", ":17: 'level' in 'hotspots' 1 is 'huge'; use one of high"),
    (GROUP, "hotspots_basis: judgement\n", "", ":1: 'hotspots_basis' is missing"),
    (GROUP, "## Scope", "## What", ":29: the heading '## Scope' is missing"),
    (CASE, "country: BE", "country: Belgium", ":9: 'country' is 'Belgium'; write two capital letters"),
    (CASE, "years: 2018-2019", "years: 2019-2018", ":11: 'years' is '2019-2018'; write 2018 or"),
    (CASE, "amount: 1200000", "amount: many", ":14: 'amount' in 'contract_value' is 'many'; write a number"),
    (LABEL, "type: type-i", "type: gold", ":8: 'type' is 'gold'; use one of type-i"),
    (
        EVENT,
        "when: every one to two years",
        "start: 2027-05-02\nend: 2027-05-01",
        ":12: 'end' (2027-05-01) is",
    ),
]
CRITERIA = [
    ("code: TS6", "code: TS7", ":11: 'code' is 'TS7', but the file is 'ts6-"),
    ("code: TS6", "code: TS6\nlevel_codes: {core: TS5}", ":12: 'comprehensive' in 'level_codes' is missing"),
    (
        "code: TS6",
        "code: TS6\nlevel_codes: {core: 5a, comprehensive: TS6}",
        ":12: 'core' in 'level_codes' is '5a'",
    ),
    ("code: TS6", "code: six", ":11: 'code' is 'six'; write capital letters"),
    ("kind: TS", "kind: XX", ":10: 'kind' is 'XX'; use one of SM, SC, TS, AC, CPC"),
    ("level: 1, why", "level: 4, why", ":28: 'level' in 'burden' is 4; write a number from 1 to 3"),
    (
        "comprehensive: 800",
        "comprehensive: 9000",
        ":16: 'values' in 'battery_cycles' in 'slots' holds 9000, out",
    ),
    (
        "core: 500",
        "core: some",
        ":16: 'values' in 'battery_cycles' in 'slots' holds 'some', which is no number",
    ),
    ("comprehensive: 800", "advanced: 800", ":16: unknown field 'advanced' in 'values'"),
    ("min: 100", "min: 4000", ":18: 'min' in 'battery_cycles' in 'slots' (4000) is above 'max' (3000)"),
    (
        "levels: [core, ",
        "levels: [core, best, ",
        ":16: 'best' in 'values' in 'battery_cycles' in 'slots' is mis",
    ),
    (
        "confidence: listed",
        "confidence: verified",
        ":14: 'battery_cycles' in 'slots' has 'checked: false', but",
    ),
    ("clim-mitig", "climate", ":25: 'environmental_impact' holds 'climate'; use one of biodiv-eco"),
    ("burden:", "weight: {min: 5, max: 10}\nburden:", ":28: 'weight' stands in a criterion of kind TS"),
    ("[[battery_cycles]]", "[[battery]]", ":40: slot 'battery' is not declared; add 'battery'"),
    ("[[battery_cycles]]", "[[Battery!]]", ":40: 'Battery!' is no name for a slot"),
    ("[[battery_cycles]]", "[[battery_cycles", ":40: '[[' begins a slot that does not end"),
    (
        "[[battery_cycles]]",
        "[[other: 5 | cycles]]",
        ":40: slot 'other' has 1 values for 2 levels; write [[other:",
    ),
    ("[[battery_cycles]]", "[[battery_cycles: 5 | 6 | x]]", ":40: slot 'battery_cycles' is declared twice"),
    ("## Rationale", "##Rationale", ":46: no blank stands after '##' in '##Rationale'; write '## Rationale'"),
    ("## Rationale", "## Why", ":46: unexpected heading '## Why'; use ## Requirement"),
    ("## Rationale", "### Rationale", ":46: unexpected heading '### Rationale'; use ## Requirement"),
    ("## Rationale", "Rationale\n---", ":47: unexpected heading 'Rationale'; use ## Requirement"),
    ("## Rationale", "## Note", ":38: the rationale is missing; add '## Rationale'"),
    ("## Proof at tender", "## Note", ":38: there is no proof; add '## Proof at tender'"),
    ("## Requirement", "## Requirement: core", ":38: level 'comprehensive' has no requirement; add"),
    ("## Proof at tender", "## Points", ":42: points in a criterion of kind TS"),
    ("## Requirement", "Before.\n## Requirement", ":38: text before the first heading"),
    ("kind: TS", "kind: AC", ":38: an award criterion without points; add '## Points'"),
]
LINKS = [
    (
        ARTICLE,
        "Talk to",
        "[Talk](guidance/nothing) to",
        ":18: the link leads to 'guidance/nothing', which does",
    ),
    (ARTICLE, "Talk to", "[Talk](terms/life-cycle-costings) to", "did you mean 'terms/life-cycle-costing'?"),
    (ARTICLE, "Talk to", "[Talk](../x.md) to", ":18: the link '../x.md' leads nowhere; write an id"),
    (
        ARTICLE,
        "Talk to",
        "[Talk](javascript:alert(1)) to",
        ":18: the link 'javascript:alert(1)' leads nowhere",
    ),
    (ARTICLE, "Talk to", "[Talk](file:///etc/passwd) to", ":18: the link 'file:///etc/passwd' leads nowhere"),
    (ARTICLE, "Talk to", "[Talk](#no-such) to", ":18: the link leads to '#no-such', which 'guidance/ask-the"),
    (
        ARTICLE,
        "Talk to",
        "[Talk](groups/furniture#x) to",
        "which 'groups/furniture' does not have; it has #scope",
    ),
    (ARTICLE, "Talk to", "[Talk](terms/life-cycle-costing#x) to", "does not have; it has no headings"),
    (ARTICLE, "Talk to", "![A](pictures/no.svg)", ":18: picture 'pictures/no.svg' is missing; put the file"),
    (
        ARTICLE,
        "Talk to",
        "![A](https://x.org/a.png)",
        ":18: picture 'https://x.org/a.png' is not one of the lib",
    ),
    (ARTICLE, "Talk to", "![](pictures/no.svg)", ":18: picture 'pictures/no.svg' has no description; write"),
    (ARTICLE, "Talk to", "<b>Talk</b> to", ":18: HTML that is not accepted: <b>; write Markdown"),
    (ARTICLE, "!!! legal", "!!! danger", ":20: unknown callout 'danger'; use one of note, tip, legal"),
    (ARTICLE, "## Worked", "# Worked", ":23: a heading of level 1 in the text; 'title' is the only one"),
    (ARTICLE, "Talk to", "[[talk]] to", ":18: '[[' marks a slot, which only a criterion has"),
    (
        ARTICLE,
        "order: 10",
        "order: 10\nsee_also: [law/x]",
        ":10: 'see_also' leads to 'law/x', which does not",
    ),
    (
        ARTICLE,
        "order: 10",
        "product_groups: [labels/eu-ecolabel]",
        ":9: 'product_groups' names 'labels/eu-ecolabel', ",
    ),
    (ARTICLE, "order: 10", f"see_also: [{ARTICLE}]", ":9: 'see_also' names the record itself"),
    (
        CRITERION,
        "labels/tco",
        "labels/tc0",
        "'labels' leads to 'labels/tc0-certified', which does not exist; did",
    ),
    (CRITERION, "labels/tco-certified", "groups/furniture", "which is a product group; name a label"),
    (
        CRITERION,
        "market_mat",
        "conflicts_with: [criteria/a/b]\nmarket_mat",
        "'conflicts_with' leads to 'criteria/a/b'",
    ),
    (
        CRITERION,
        "market_mat",
        "superseded_by: [criteria/a/b]\nmarket_mat",
        "'superseded_by' leads to 'criteria/a/b'",
    ),
    (
        CASE,
        "[Social",
        "[criteria/a/b, Social",
        ":13: 'criteria_used' leads to 'criteria/a/b', which does not",
    ),
    (GROUP, WOOD, CRITERION, f":20: 'top_criteria' names '{CRITERION}' of another group"),
    (GROUP, "  new: New", "  old: New", "part 'new' is not declared in groups/furniture; declare it under"),
]


# What authors do who write YAML for the first time, or copy from a word processor.
SLIPS = [
    (
        "    publisher",
        "\tpublisher",
        ":13: broken YAML: a tab stands at the beginning of the line; indent with",
    ),
    (
        "  - title",
        "\t- title",
        ":12: broken YAML: a tab stands at the beginning of the line; indent with",
    ),
    (
        "    publisher",
        "      publisher",
        ":13: broken YAML: the field is indented more than the one above it",
    ),
    (
        "    publisher",
        "  publisher",
        ":13: broken YAML: the field is indented less than the one above it; begin",
    ),
    ("step: market", "  step: market", "begin it after 0 blanks instead of 2, as the one above"),
    ("step: market", "step:market", ":8: broken YAML: no blank stands after ':'; write 'step: market'"),
    ("  - title", "  -title", ":12: broken YAML: no blank stands after '-'; write '- title: Directive"),
    ("title: Ask", 'title: "Ask', ":2: broken YAML: a quotation mark opens here and does not close; close"),
    (
        "title: Ask",
        "title: 'The buyer's",
        ":2: broken YAML: an apostrophe ends the text that stands in single",
    ),
    (
        "title: Ask",
        "title: [Ask] now",
        ":2: broken YAML: a text begins with '['; put the text in double quotes",
    ),
    ("title: Ask", "title: *Ask", ":2: broken YAML: a text begins with '*'; put the text in double quotes"),
    ("title: Ask", "title: %Ask", ":2: broken YAML: a text begins with '%'; put the text in double quotes"),
    (
        "title: Ask",
        "title: Ärger\x0b",
        ":2: a character that cannot be seen stands here after 'Ärger' (U+000B",
    ),
    (
        "step: market",
        "step: mar\u200bket",
        ":8: a character that cannot be seen stands here after 'mar' (U+200B",
    ),
    ("step: market", "step: “market”", ":8: 'step' is '“market”'; use one of policy, need, market"),
    ("2026-11-23", "23.11.2026", ":5: 'updated' is '23.11.2026', which is no date; write year-month-day"),
    ("---\nTalk", "Talk", ":1: the front matter does not end; put a line '---' between"),
    ("---\nTalk", "----\nTalk", ":17: '----' does not end the front matter; write three hyphens: '---'"),
    ("---\nTalk", "—\nTalk", ":17: '—' does not end the front matter; write three hyphens: '---'"),
    ("---\ntitle", "\n---\ntitle", ":1: something stands before the front matter; delete it: '---' must be"),
]


def assert_named(site: Site, record_id: str, expected: str) -> None:
    faults = site.faults()
    assert any(expected in fault for fault in faults), faults
    file = {fault.partition(".md:")[0] for fault in faults}
    assert file <= {record_id, WOOD}


@pytest.mark.parametrize(("record_id", "old", "new", "expected"), FIELDS + LINKS)
def test_fault_is_named(site: Site, record_id: str, old: str, new: str, expected: str) -> None:
    site.change(record_id, old, new)

    assert_named(site, record_id, expected)


@pytest.mark.parametrize(("old", "new", "expected"), CRITERIA)
def test_fault_of_a_criterion_is_named(site: Site, old: str, new: str, expected: str) -> None:
    site.change(CRITERION, old, new)

    assert_named(site, CRITERION, expected)


@pytest.mark.parametrize(("old", "new", "expected"), SLIPS)
def test_slip_is_named_with_its_cure(site: Site, old: str, new: str, expected: str) -> None:
    site.change(ARTICLE, old, new)

    [fault] = site.faults()
    assert expected in fault


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("step: market", "step:\u00a0market"),
        ("step: market", "step\u202f: market\u00a0"),
        ("    publisher", "\u00a0\u00a0\u00a0\u00a0publisher"),
        ("step: market", "step:\tmarket\t"),
        ("## Worked", "##\u00a0Worked"),
    ],
)
def test_blanks_of_a_word_processor_are_blanks(site: Site, old: str, new: str) -> None:
    site.change(ARTICLE, old, new)

    assert site.faults() == []


def test_heading_of_a_criterion_takes_the_blank_of_a_word_processor(site: Site) -> None:
    site.change(CRITERION, "## Requirement", "##\u00a0Requirement")

    assert site.faults() == []


def test_criterion_without_source_is_named(site: Site) -> None:
    text = site.text(CRITERION)
    site.write(CRITERION, text[: text.index("sources:")] + text[text.index("---\n## Req") :])

    assert_named(site, CRITERION, ":1: 'sources' is missing: a criterion without source")


def test_unmarked_figure_of_a_criterion_to_check_is_named(site: Site) -> None:
    site.change(CRITERION, "confidence: listed", "confidence: check")
    site.change(CRITERION, "    checked: false\n", "")

    assert_named(site, CRITERION, ":14: 'battery_cycles' in 'slots' is not marked, but confidence is check")


def test_weights_are_a_share_in_per_cent(site: Site) -> None:
    site.change(CRITERION, "kind: TS", "kind: AC\nweight: {min: 50, max: 101}")
    site.change(CRITERION, "## Rationale", "## Points\n\nTen.\n\n## Rationale")

    assert_named(site, CRITERION, ":11: 'max' in 'weight' is 101; write a share in per cent, 0 to 100")


def test_every_fault_of_a_file_is_named(site: Site) -> None:
    site.change(ARTICLE, "version: 1", "version: x")
    site.change(ARTICLE, "step: market", "step: x")
    site.change(ARTICLE, "Talk to", "[Talk](law/x) to")

    assert [fault.split(":")[1] for fault in site.faults()] == ["4", "8", "18"]


def test_code_must_be_unique_within_group_and_part(site: Site) -> None:
    site.write(CRITERION.replace("endurance", "life"), site.text(CRITERION))

    [fault] = site.faults()
    assert ":11: code 'TS6' stands twice in computers; " in fault


def test_criterion_needs_its_group(site: Site) -> None:
    (site.root / "en/groups/computers.md").unlink()

    [of_criterion, *of_links] = site.faults()
    assert f"{CRITERION}.md:1: the product group 'groups/computers' does not exist; write " in of_criterion
    assert all("the link leads to 'groups/computers', which does not exist" in fault for fault in of_links)


def test_file_that_is_not_utf8_is_named_by_its_line(site: Site) -> None:
    file = site.write(TERM, "")
    file.write_bytes(b"---\ntitle: caf\xe9\n---\n")

    assert site.faults() == [f"{TERM}.md:2: byte 15 is not UTF-8; save the file as UTF-8"]


@pytest.mark.parametrize("text", ["", "title: x\n", "---\ntitle: x\n", "---\n---\n", "---\n- a\n---\n"])
def test_file_without_front_matter_is_named(site: Site, text: str) -> None:
    site.write(TERM, text)

    assert len(site.faults()) == 1


@pytest.mark.parametrize("front", ["[" * 30_000, "- " * 30_000, "{a: " * 9_000, "a: &x [*x]", "? " * 9_000])
def test_hostile_yaml_is_a_fault_and_no_crash(site: Site, front: str) -> None:
    site.write(TERM, f"---\n{front}\n---\n")

    assert site.faults()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("terms/Big.md", "'Big' cannot be part of an id; use small letters"),
        ("terms/deep/x.md", "the file stands at the wrong depth; move it to terms/<name>.md"),
        ("criteria/x.md", "the file stands at the wrong depth; move it to criteria/<group>/"),
        ("words/x.md", "folder 'words' holds no records; use one of guidance"),
        ("terms/x.txt", "'x.txt' is not a record; records end in .md"),
    ],
)
def test_file_in_a_wrong_place_is_named(site: Site, path: str, expected: str) -> None:
    file = site.root / "en" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(site.text(TERM), encoding="utf-8")

    [fault] = site.faults()
    assert fault.startswith(f"{path}:1: {expected}")


def test_paths_equal_but_for_case_are_named(site: Site) -> None:
    site.write("terms/Life-Cycle-Costing", site.text(TERM))

    faults = site.faults()
    assert any("in case alone; rename one file" in fault for fault in faults)


def test_one_id_in_two_languages_is_named(site: Site) -> None:
    file = site.root / "fr" / f"{TERM}.md"
    file.parent.mkdir(parents=True)
    file.write_text(site.text(TERM), encoding="utf-8")

    [fault] = site.faults()
    assert f":1: duplicate id '{TERM}'; " in fault


@pytest.mark.parametrize(
    "data",
    [
        b"<svg><script>alert(1)</script></svg>",
        b'<svg onload="x()"></svg>',
        b'<svg><image href="https://x.org/a.png"/></svg>',
        b"<svg><style>a{background:url(http://x)}</style></svg>",
        b"GIF89a",
    ],
)
def test_picture_that_could_run_or_load_is_named(site: Site, data: bytes) -> None:
    site.picture("bad.svg", data)

    [fault] = site.compile().faults
    assert fault.what.startswith("the picture cannot be used: ")


def test_slot_declared_for_nothing_is_a_warning(site: Site) -> None:
    site.change(CRITERION, "[[battery_cycles]]", "500 charges")

    compiled = site.compile()
    assert compiled.sound
    assert [str(fault).partition(".md")[2] for fault in compiled.faults] == [
        ":13: warning: slot 'battery_cycles' is declared but not used; write [[battery_cycles]] in the text"
    ]


def test_review_that_is_due_is_a_warning(site: Site) -> None:
    site.change(
        ARTICLE, "updated: 2026-11-23\nreview_by: 2027-11-23", "updated: 2025-01-01\nreview_by: 2026-01-01"
    )

    compiled = site.compile()
    assert compiled.sound
    assert ":6: warning: 'review_by' has passed: 2026-01-01; " in str(compiled.faults[0])


def test_folder_without_language_is_named(site: Site) -> None:
    [fault] = compile_content(site.root / "pictures", today=TODAY).faults
    assert "there is no folder of a language here" in str(fault)


def test_folder_of_records_that_is_no_language_is_not_passed_over(site: Site) -> None:
    (site.root / "en").rename(site.root / "english")

    [fault] = site.faults()
    assert "english:1: 'english' is not a language, so nothing in it is read; name the folder with" in fault


def test_who_names_the_folder_of_the_language_is_led_to_the_one_above(site: Site) -> None:
    [fault] = compile_content(site.root / "en", today=TODAY).faults
    assert "en:1: this is the folder of a language; name the one that holds it: " in str(fault)
    assert str(fault).endswith(site.root.name)


def test_group_of_official_criteria_needs_its_document(site: Site) -> None:
    text = site.text(GROUP)
    start, end = text.index("official_document:"), text.index("cpv:")
    site.write(GROUP, text[:start] + text[end:])

    [fault] = site.faults()
    assert fault.startswith(f"{GROUP}.md:1: 'official_document' is missing, but criteria of this group")

    site.change(WOOD, "origin: eu", "origin: model")
    assert site.faults() == []


def test_law_names_where_it_holds(site: Site) -> None:
    text = site.text(ARTICLE).replace("## Worked example", "## What it says")
    site.write("law/article-40", text.replace("## Checklist", "## What you do"))

    [fault] = site.faults()
    assert fault.startswith("law/article-40.md:1: 'jurisdiction' is missing; ")


@pytest.mark.parametrize(
    ("record_id", "heading"),
    [
        (ARTICLE, "## Worked example"),
        (ARTICLE, "## Checklist"),
        (GROUP, "## What to check on the market"),
        (CASE, "## What came of it"),
        (LABEL, "## How to ask for it lawfully"),
    ],
)
def test_missing_heading_is_named(site: Site, record_id: str, heading: str) -> None:
    site.change(record_id, heading, "## Else")

    [fault] = site.faults()
    assert f"the heading '{heading}' is missing; " in fault


def test_codes_of_levels_stand_only_where_they_were_read(site: Site) -> None:
    site.change(CRITERION, "code: TS6", "code: TS6\nlevel_codes: {core: TS5, comprehensive: TS6}")
    assert site.faults() == []

    site.change(CRITERION, "confidence: listed", "confidence: check")
    assert_named(site, CRITERION, ":12: 'level_codes' states codes, but confidence is check; delete it")
