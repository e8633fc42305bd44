"""The file of translatable texts is current, and every English plural has its forms."""

import ast
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

ROOT = Path(__file__).resolve().parents[2]
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
    rooms = (ROOT / "src" / "procura_desktop" / name for name in ("app", "gui"))
    sources = sorted(str(file) for room in rooms for file in room.rglob("*.py"))
    command = [str(LUPDATE), "-silent", "-no-obsolete", "-locations", "none"]
    subprocess.run([*command, *sources, "-ts", str(fresh)], check=True)

    assert messages(fresh) == messages(known), "run './run translations'"


def translated_texts(file: Path) -> set[tuple[str, str]]:
    """Every (context, text) that a call of `translate` names, as Python reads it."""
    calls = (node for node in ast.walk(ast.parse(file.read_bytes())) if isinstance(node, ast.Call))
    found = set()
    for call in calls:
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        first = [one.value for one in call.args[:2] if isinstance(one, ast.Constant)]
        if name == "translate" and len(first) == 2:
            found.add((str(first[0]), str(first[1])))
    return found


def test_no_text_escapes_the_tool_that_collects_them() -> None:
    """It passes over a call of `translate` with brackets in it, such as a count."""
    known = messages(resource("translations", "procura_en.ts"))
    files = sorted((ROOT / "src" / "procura_desktop" / "gui").rglob("*.py"))

    assert {text for file in files for text in translated_texts(file)} - known == set()


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
