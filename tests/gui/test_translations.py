"""The file of translatable texts is current, and every English plural has its forms."""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from procura_desktop.gui.application import load_words
from procura_desktop.gui.organisation import set_by_organisation
from procura_desktop.resources import resource

SOURCE = Path(__file__).resolve().parents[2] / "src" / "procura_desktop"
SOURCES = tuple(SOURCE.rglob("*.py"))
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")


def messages(file: Path) -> set[tuple[str, str]]:
    root = ET.parse(file).getroot()  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in root.iter("context")
        for message in context.iter("message")
        if message.find("translation[@type='vanished']") is None
    }


def test_the_texts_are_current(tmp_path: Path) -> None:
    known = resource("translations", "procura_en.ts")
    fresh = tmp_path / "procura_en.ts"
    shutil.copy(known, fresh)
    sources = sorted(map(str, SOURCES))
    command = [str(LUPDATE), "-silent", "-no-obsolete", "-locations", "none"]
    alias = ["-tr-function-alias", "translate+=phrase"]
    subprocess.run([*command, *alias, *sources, "-ts", str(fresh)], check=True)

    assert messages(fresh) == messages(known), "run './run translations'"


def calls(file: Path, *names: str) -> list[ast.Call]:
    """Every call of functions and methods with these names."""
    nodes = (node for node in ast.walk(ast.parse(file.read_bytes())) if isinstance(node, ast.Call))
    return [node for node in nodes if getattr(node.func, "id", getattr(node.func, "attr", "")) in names]


def translated_texts(file: Path) -> set[tuple[str, str]]:
    """Every (context, text) that a call of `translate` or `phrase` names, as Python reads it."""
    found = set()
    for call in calls(file, "translate", "phrase", "QT_TRANSLATE_NOOP"):
        first = [one.value for one in call.args[:2] if isinstance(one, ast.Constant)]
        if len(first) == 2:
            found.add((str(first[0]), str(first[1])))
    return found


def test_no_text_escapes_the_tool_that_collects_them() -> None:
    """It passes over a call of `translate` with brackets in it, and over what stands in an f-string."""
    known = messages(resource("translations", "procura_en.ts"))

    assert {text for file in SOURCES for text in translated_texts(file)} - known == set()


def test_no_text_of_a_widget_escapes_it_either() -> None:
    known = {text for _, text in messages(resource("translations", "procura_en.ts"))}
    for file in SOURCES:
        for call in calls(file, "tr"):
            assert isinstance(call.args[0], ast.Constant), f"{file.name}:{call.lineno}"
            assert call.args[0].value in known, f"{file.name}:{call.lineno}"


def test_a_phrase_is_always_written_out() -> None:
    """What the tool cannot read it does not collect, so no phrase is made of anything else than words."""
    ours = [file for file in SOURCES if "phrases import" in file.read_text("utf-8")]
    phrases = {
        file: [call for call in calls(file, "phrase") if isinstance(call.func, ast.Name)] for file in ours
    }
    made = {file.name for file in SOURCES if calls(file, "Phrase")}

    assert sum(map(len, phrases.values())) > 100
    assert made == {"phrases.py"}
    for file, found in phrases.items():
        for call in found:
            constants = [one.value for one in call.args if isinstance(one, ast.Constant)]
            assert len(constants) == len(call.args) >= 2, f"{file.name}:{call.lineno}"
            assert not call.keywords, f"{file.name}:{call.lineno}"
            assert ("%n" in str(constants[1])) == (len(constants) == 4), f"{file.name}:{call.lineno}"


def test_a_phrase_is_given_the_values_that_it_has_places_for() -> None:
    for file in SOURCES:
        for call in calls(file, "of"):
            of = call.func
            if isinstance(of, ast.Attribute) and isinstance(of.value, ast.Call):
                if getattr(of.value.func, "id", "") != "phrase":
                    continue
                text = str(getattr(of.value.args[1], "value", ""))
                names = set(re.findall(r"{(\w+)}", text)) | ({"n"} if "%n" in text else set())
                given = {keyword.arg for keyword in call.keywords}
                late = {"one", "other"} if file.name == "clashes.py" else set()  # put in by the caller
                assert given <= names <= given | late, f"{file.name}:{call.lineno}"


def test_a_translation_has_the_places_of_the_text() -> None:
    root = ET.parse(resource("translations", "procura_en.ts")).getroot()  # noqa: S314 - our own file
    for message in root.iter("message"):
        source = message.findtext("source", "")
        forms = message.findall(".//numerusform") or message.findall("translation")
        for form in forms:
            if form.text:
                assert set(re.findall(r"{\w*}", form.text)) == set(re.findall(r"{\w*}", source)), source


def test_every_english_plural_has_its_forms() -> None:
    root = ET.parse(resource("translations", "procura_en.ts")).getroot()  # noqa: S314 - our own file
    plurals = [message for message in root.iter("message") if message.get("numerus") == "yes"]

    assert plurals
    for message in plurals:
        forms = [form.text or "" for form in message.iter("numerusform")]
        assert len(forms) == 2, message.findtext("source")
        assert all(forms), message.findtext("source")


def test_the_window_takes_the_language_of_the_policy_where_it_has_words_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    ours = tmp_path / "translations"
    shutil.copytree(resource("translations"), ours)
    french = ours / "procura_fr.ts"
    french.write_text(
        '<TS version="2.1" language="fr"><context><name>organisation</name><message>'
        "<source>Set by your organisation</source>"
        "<translation>Réglé par votre organisation</translation></message></context></TS>"
    )
    subprocess.run(
        [
            str(LUPDATE.with_name("pyside6-lrelease")),
            "-silent",
            str(french),
            "-qm",
            str(ours / "procura_fr.qm"),
        ],
        check=True,
    )
    monkeypatch.setattr("procura_desktop.gui.application.resources_root", lambda: tmp_path)
    monkeypatch.setattr("procura_desktop.settings.languages.resources_root", lambda: tmp_path)

    shown = {}
    for language in ("", "xx", "en", "fr-BE"):
        translators = load_words(qapp, language)
        shown[language] = set_by_organisation()
        for translator in translators:
            qapp.removeTranslator(translator)

    assert shown.pop("fr-BE") == "Réglé par votre organisation"
    assert set(shown.values()) == {"Set by your organisation"}
