"""Which languages the program has words in, and which one is shown."""

from pathlib import Path

import pytest

from procura_desktop.settings.languages import carried_languages, shown_language


def test_english_is_always_there_and_files_add_to_it(tmp_path: Path) -> None:
    assert carried_languages(tmp_path) == ("en",)
    for name in ("procura_pt_BR.qm", "procura_fr.qm", "procura_de.ts", "qtbase_nl.qm"):
        (tmp_path / name).touch()
    assert carried_languages(tmp_path) == ("en", "fr", "pt-BR")


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [("fr", "fr"), ("fr-CA", "fr"), ("pt-br", "pt-BR"), ("pt", ""), ("de", ""), ("", ""), ("en-GB", "en")],
)
def test_a_region_that_is_not_there_gives_way_to_its_language(wanted: str, shown: str) -> None:
    assert shown_language(wanted, ("en", "fr", "pt-BR")) == shown
