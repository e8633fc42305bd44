"""What the policy says of an organisation stands on its documents."""

from pathlib import Path

from procura_desktop.export.letterhead import Letterhead, letterhead_of
from procura_desktop.settings.policy import load_policy


def test_the_letterhead_is_that_of_the_policy(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    assert letterhead_of(load_policy(file)) == Letterhead()

    file.write_text(
        "[locked]\norganisation = 'Ghent'\nlogo = '/l.png'\n"
        "docx_template = '/t.docx'\nodt_template = '/t.odt'\n"
    )

    assert letterhead_of(load_policy(file)) == Letterhead(
        organisation="Ghent",
        logo=Path("/l.png"),
        docx_template=Path("/t.docx"),
        odt_template=Path("/t.odt"),
    )
