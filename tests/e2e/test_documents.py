"""LibreOffice opens what we write, without repairing it, and finds all words in it."""

import re
import subprocess
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import pytest

from procura_desktop.export.export import FORMS, DocumentForm, document_bytes
from procura_desktop.export.papers.kinds import ALL_KINDS, paper_of
from procura_desktop.export.prose import prose
from tests.unit.export.papers import FACTS, LISTS, every_block, rich_procurement, texts
from tests.unit.export.templates import LETTER, template

pytestmark = pytest.mark.external("soffice")
OTHER: dict[DocumentForm, str] = {"docx": "odt", "odt": "docx"}


def convert(folder: Path, files: list[Path], to: str) -> list[Path]:
    """Convert files with LibreOffice, which says nothing but writes nothing either where one is broken."""
    out = folder / to.partition(":")[0]
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            to,
            "--outdir",
            str(out),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    made = [out / f"{file.stem}.{to.partition(':')[0]}" for file in files]
    assert all(file.is_file() for file in made)
    return made


def words(text: str) -> list[str]:
    return text.replace("\ufeff", "").split()


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_all_words_come_through_libreoffice(tmp_path: Path, form: DocumentForm) -> None:
    papers = {kind: paper_of(rich_procurement(), kind, FACTS) for kind in ALL_KINDS}
    files = [tmp_path / f"{kind}.{form}" for kind in papers]
    for file, paper in zip(files, papers.values(), strict=True):
        file.write_bytes(document_bytes(paper, form, FACTS))

    (folder := tmp_path / "again").mkdir()
    again = convert(folder, files, OTHER[form])
    read = convert(tmp_path, again, "txt:Text (encoded):UTF8")

    for file, paper in zip(read, papers.values(), strict=True):
        expected = words(" ".join(line for line in texts(paper) if line))
        # A list shows its signs, which are no words of ours; an empty field may show its own.
        assert len(expected) > 100
        found = [word for word in words(file.read_text(encoding="utf-8")) if word != "•"]
        assert [word for word in found if word.strip("<>….")] == [
            word for word in expected if word.strip("….")
        ]


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_libreoffice_keeps_headings_header_rows_and_language(tmp_path: Path, form: DocumentForm) -> None:
    file = tmp_path / f"paper.{form}"
    file.write_bytes(document_bytes(every_block(language="de"), form, FACTS))

    (made,) = convert(tmp_path, [file], "fodt")

    xml = made.read_text(encoding="utf-8")
    assert xml.count("<text:h ") == 3
    assert xml.count("<table:table-header-rows>") == 1
    assert 'fo:language="de"' in xml
    assert "<dc:title>Title Words</dc:title>" in xml
    assert "<text:page-count" in xml
    assert '<text:list-item text:start-value="3"' in xml or 'text:start-value="3"' in xml


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_short_specification_fits_one_page(tmp_path: Path, form: DocumentForm) -> None:
    """With a least score for each award criterion and a proof during the contract for each other demand."""
    procurement = rich_procurement()
    items = tuple(
        replace(item, share=replace(item.share, minimum=Decimal(40)))
        if item.kind == "AC"
        else replace(item, wording=replace(item.wording, proof_contract="A report every year."))
        for item in procurement.items
    )
    head = replace(procurement.head, procedure="below-threshold")
    procurement = replace(procurement, head=head, items=items)
    file = tmp_path / f"short.{form}"
    file.write_bytes(document_bytes(paper_of(procurement, "specification", FACTS), form, FACTS))

    (made,) = convert(tmp_path, [file], "pdf")

    assert made.read_bytes().count(b"/Type/Page\n") + made.read_bytes().count(b"/Type/Page/") == 1


def test_libreoffice_has_no_part_to_repair(tmp_path: Path) -> None:
    """A package whose list of parts does not fit is what LibreOffice asks to repair."""
    file = tmp_path / "paper.odt"
    file.write_bytes(document_bytes(every_block(), "odt", FACTS))

    with zipfile.ZipFile(file) as package:
        listed = package.read("META-INF/manifest.xml").decode()
        for name in package.namelist():
            if name not in {"mimetype", "META-INF/manifest.xml"}:
                assert f'manifest:full-path="{name}"' in listed


def test_every_form_shows_the_numbers_of_the_text(tmp_path: Path) -> None:
    paper = replace(every_block(), blocks=prose(LISTS, title="Lists"))
    files = [tmp_path / f"{form}.{form}" for form in ("docx", "odt", "html")]
    for file in files:
        form = next(one for one in FORMS if file.suffix == f".{one}")
        file.write_bytes(document_bytes(paper, form, FACTS))

    read = convert(tmp_path, files, "txt:Text (encoded):UTF8")

    for file in read:
        found = file.read_text(encoding="utf-8").lstrip("\ufeff").splitlines()
        assert [re.sub(r"^[•◦▪–] ", "- ", line.strip()) for line in found] == [
            line.strip() for line in LISTS.splitlines() if line
        ]


def letter_docx(path: Path) -> Path:
    """Make a letter of two sections: the letterhead on the first page, and what follows linked to it."""
    made = docx.Document()
    made.settings.odd_and_even_pages_header_footer = True
    first = made.sections[0]
    first.different_first_page_header_footer = True
    for part, words_of_it in (
        (first.first_page_header, "Letterhead"),
        (first.header, "Next pages"),
        (first.even_page_header, "Even pages"),
        (first.footer, "Town hall"),
    ):
        part.is_linked_to_previous = False
        part.paragraphs[0].text = words_of_it
    made.add_paragraph("This goes.")
    made.add_section().different_first_page_header_footer = False
    made.save(str(path))
    return path


def letter_odt(path: Path) -> Path:
    own = "<style:header><text:p>Next pages</text:p></style:header>"
    return template(path, masters=LETTER.format(next=own).replace("City of Example, the mayor", "Letterhead"))


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_letterhead_of_a_template_stands_and_no_word_is_lost(tmp_path: Path, form: DocumentForm) -> None:
    own = letter_docx(tmp_path / "own.docx") if form == "docx" else letter_odt(tmp_path / "own.odt")
    facts = replace(FACTS, docx_template=own, odt_template=own)
    paper = paper_of(rich_procurement(), "criteria", FACTS)
    plain, styled = tmp_path / f"plain.{form}", tmp_path / f"styled.{form}"
    plain.write_bytes(document_bytes(paper, form, FACTS))
    styled.write_bytes(document_bytes(paper, form, facts))

    without, with_template = convert(tmp_path, [plain, styled], "txt:Text (encoded):UTF8")
    (flat,) = convert(tmp_path, [styled], "fodt")

    text = without.read_text(encoding="utf-8")
    assert len(words(text)) > 100
    assert words(with_template.read_text(encoding="utf-8")) == words(text)
    xml = flat.read_text(encoding="utf-8")
    assert [xml.count(f">{one}<") for one in ("Letterhead", "Next pages", "This goes.")] == [1, 1, 0]


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_lists_count_right_in_a_document_of_ours_as_template(tmp_path: Path, form: DocumentForm) -> None:
    plain, styled = tmp_path / f"plain.{form}", tmp_path / f"styled.{form}"
    plain.write_bytes(document_bytes(every_block(), form, FACTS))
    facts = replace(FACTS, docx_template=plain, odt_template=plain)
    styled.write_bytes(document_bytes(every_block(), form, facts))

    texts_of_both = [
        one.read_text(encoding="utf-8")
        for one in convert(tmp_path, [plain, styled], "txt:Text (encoded):UTF8")
    ]

    assert texts_of_both[1] == texts_of_both[0]
    assert [f"{number}. Words" in texts_of_both[0] for number in (1, 2, 3)] == [True] * 3


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_template_that_libreoffice_saved_is_taken(tmp_path: Path, form: DocumentForm) -> None:
    own = letter_docx(tmp_path / "own.docx") if form == "docx" else letter_odt(tmp_path / "own.odt")
    (saved,) = convert(tmp_path, [own], "dotx" if form == "docx" else "ott")
    facts = replace(FACTS, docx_template=saved, odt_template=saved)
    (made := tmp_path / f"made.{form}").write_bytes(document_bytes(every_block(), form, facts))

    (flat,) = convert(tmp_path, [made], "fodt")

    xml = flat.read_text(encoding="utf-8")
    assert [xml.count(f">{one}<") for one in ("Letterhead", "Next pages", "This goes.")] == [1, 1, 0]
