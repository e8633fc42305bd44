"""What an office's DOCX template gives the documents, and what of it stays behind."""

import io
from dataclasses import replace
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn

from procura_desktop.export.docx import docx_bytes
from procura_desktop.export.paper import Paper
from tests.unit.export.papers import FACTS, every_block


def written(template: Path, paper: Paper | None = None) -> Document:
    """Give the paper in the template, opened again."""
    facts = replace(FACTS, docx_template=template)
    return docx.Document(io.BytesIO(docx_bytes(paper or every_block(), facts)))


# Lists


def test_lists_count_from_their_own_number_in_a_document_of_ours_as_template(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(docx_bytes(every_block(), FACTS))

    document = written(path)

    numbering = document.part.numbering_part.element
    defined = [one.get(qn("w:numId")) for one in numbering.findall(qn("w:num"))]
    kinds = [one.get(qn("w:abstractNumId")) for one in numbering.findall(qn("w:abstractNum"))]
    assert len(set(defined)) == len(defined)
    assert len(set(kinds)) == len(kinds)
    used = [str(one.get(qn("w:val"))) for one in document.element.body.iter(qn("w:numId"))]
    assert used == ["9003"] * 4 + ["9004", "9003", "9004", "9005"]
    starts = {
        num.get(qn("w:numId")): [one.get(qn("w:val")) for one in num.iter(qn("w:startOverride"))]
        for num in numbering.findall(qn("w:num"))
    }
    assert starts["9004"] == ["1"]
    assert starts["9005"] == ["3"]


def test_lists_take_no_number_that_a_style_of_the_template_names(tmp_path: Path) -> None:
    template = docx.Document()
    number = template.styles["List Number"].element.pPr.find(f"{qn('w:numPr')}/{qn('w:numId')}")
    number.set(qn("w:val"), "9001")
    template.save(str(tmp_path / "own.docx"))

    document = written(tmp_path / "own.docx")

    used = {str(one.get(qn("w:val"))) for one in document.element.body.iter(qn("w:numId"))}
    assert used == {"9000", "9002", "9003"}
