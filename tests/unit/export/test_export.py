from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.errors import ExportError
from procura_desktop.export.export import FORMS, DocumentForm, Existing
from procura_desktop.export.file_name import file_name
from procura_desktop.export.outputs import write_outputs
from procura_desktop.export.papers.kinds import ALL_KINDS, DocumentKind
from procura_desktop.progress import Cancelled, Silent
from tests.unit.export.papers import FACTS, rich_procurement


def export(
    to: Path,
    *,
    kinds: tuple[DocumentKind, ...] = ("specification", "criteria"),
    form: DocumentForm = "txt",
    existing: Existing = "refuse",
) -> tuple[Path, ...]:
    return write_outputs(
        rich_procurement(), kinds=kinds, form=form, to=to, facts=FACTS, progress=Silent(), existing=existing
    )


@pytest.mark.parametrize("form", FORMS)
def test_all_documents_are_written(tmp_path: Path, form: DocumentForm) -> None:
    paths = export(tmp_path / "new" / "folder", kinds=ALL_KINDS, form=form)

    assert [path.name for path in paths][:2] == [
        f"Laptops for the town hall - Specification.{form}",
        f"Laptops for the town hall - Selection and award criteria.{form}",
    ]
    assert sorted((tmp_path / "new" / "folder").iterdir()) == sorted(paths)
    assert all(path.stat().st_size > 1000 for path in paths)


def test_file_that_is_there_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    taken = tmp_path / "Laptops for the town hall - Selection and award criteria.txt"
    taken.write_text("mine")

    with pytest.raises(ExportError, match="there already"):
        export(tmp_path)

    assert list(tmp_path.iterdir()) == [taken]
    assert taken.read_text() == "mine"


def test_file_that_is_there_is_replaced_where_that_was_said(tmp_path: Path) -> None:
    first = export(tmp_path)
    first[0].write_text("old")

    assert export(tmp_path, existing="replace") == first
    assert first[0].read_text(encoding="utf-8").startswith("Specification")


def test_free_number_is_taken_where_that_was_said(tmp_path: Path) -> None:
    export(tmp_path, kinds=("criteria",))
    export(tmp_path, kinds=("criteria",), existing="number")

    (third,) = export(tmp_path, kinds=("criteria",), existing="number")

    assert third.name == "Laptops for the town hall - Selection and award criteria (3).txt"


def test_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "Laptops for the town hall - Specification.txt").mkdir()

    with pytest.raises(ExportError, match="folder of this name"):
        export(tmp_path, existing="replace")


def test_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(ExportError) as caught:
        export(tmp_path / "file" / "below")

    assert caught.value.detail


def test_stopping_writes_nothing(tmp_path: Path) -> None:
    class Stopped:
        def advance(self, done: int, total: int | None = None) -> None:
            assert total == len(ALL_KINDS)
            if done == 3:
                raise Cancelled

    with pytest.raises(Cancelled):
        write_outputs(
            rich_procurement(), kinds=ALL_KINDS, form="docx", to=tmp_path, facts=FACTS, progress=Stopped()
        )

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Laptops: 2027/28?", "Specification"), "Laptops 2027 28 - Specification.docx"),
        (("  ... ", "Specification"), "Specification.docx"),
        (("", ""), "procurement.docx"),
        (("..", ".."), "procurement.docx"),
        (("con",), "_con.docx"),
        (("Größe\u202ecod.exe", "Annexe"), "Größe cod.exe - Annexe.docx"),
        (("x" * 300, "Annex"), f"{'x' * 115} - Annex.docx"),
        (("a\x00b\nc", "d"), "a b c - d.docx"),
    ],
)
def test_file_names_hold_on_every_system(parts: tuple[str, ...], name: str) -> None:
    assert file_name(*parts, ending="docx") == name


@given(title=st.text(), kind=st.text())
def test_any_title_gives_a_name_that_every_system_takes(title: str, kind: str) -> None:
    name = file_name(title, kind, ending="docx")

    assert len(name.encode()) <= 130
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable() or "\u3000" in name or "\xa0" in name
    assert name == name.strip(". ")
