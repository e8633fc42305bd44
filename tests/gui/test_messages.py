"""Every error we raise on purpose has words of its own."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from procura_desktop import errors
from procura_desktop.gui.messages import WORDS, explain
from procura_desktop.phrases import joined, phrase

PATH = Path("library.sqlite")
# Whoever reads these reads English: what they say never reaches the window.
ENGLISH = ("cli/", "content/", "publish/", "publisher.py", "sync/conformance.py")
TELLS = {
    "_refused", "refused", "damaged", "forbid", "PartError", "PartRefusedError", "HTTPError", "PackError",
    "PolicyFault", "_fault", "_unread", "BadZipFile", "DownloadHTTPError", "WorkspaceError", "LibraryError",
}  # fmt: skip
EXAMPLES: list[errors.ProcuraError] = [
    errors.LibraryError("x", path=PATH),
    errors.LibraryMissingError(path=PATH),
    errors.LibraryDamagedError(path=PATH, detail="torn {page}"),
    errors.LibraryTooNewError(path=PATH, found=9, supported=1, needs="2.0"),
    errors.LibraryTooOldError(path=PATH, found=1, supported=2),
    errors.RecordNotFoundError(record_id="terms/none"),
    errors.AddressError(text="{nonsense}"),
    errors.SettingsError(path=PATH, detail="theme: 'pink' is not a theme"),
    errors.SettingsNotKeptError(path=PATH, detail="cannot be written (read-only)"),
    errors.PortableError(path=PATH, detail="there is no key 'folder'"),
    errors.PolicyError(path=PATH, faults=("policy.toml:3: locked.theme: 'pink'", "policy.toml:4: x")),
    errors.PolicyForbidsError(path=PATH, key="user_sources", detail="nobody can add a source"),
    errors.WorkspaceError("x", path=PATH),
    errors.WorkspaceNotKeptError("x", path=PATH),
    errors.WorkspaceReadOnlyError(path=PATH, detail="the disk can only be read"),
    errors.WorkspaceFullError(path=PATH),
    errors.WorkspaceInUseError(
        path=PATH, user="Anna", computer="PC-12", since="2026-11-29 10:02+00:00", lock=Path("w.lock")
    ),
    errors.WorkspaceTooNewError(path=PATH, found=9, supported=1),
    errors.WorkspaceDamagedError(path=PATH, detail="not a database"),
    errors.ProcurementDamagedError(path=PATH, detail="procurement x: {"),
    errors.WorkspaceOpenError(path=PATH),
    errors.BackupError(path=PATH, detail="the disk is full"),
    errors.UpdateError("x"),
    errors.SourceUnreachableError(source="https://updates.example/", detail="no answer"),
    errors.SourceTooSlowError(source="https://updates.example/", detail="the server sends too slowly"),
    errors.ClockBehindError(
        source="https://updates.example/", detail="not yet valid", clock="2015-01-01", newest="2026-11-20"
    ),
    errors.LocalNetworkError(detail="it is connected to no local network"),
    errors.NoReleaseError(source="stick"),
    errors.NoTrustError(library="main"),
    errors.ReleaseRejectedError(source="stick", reason="a {file} is not the one that was signed"),
    errors.ReleaseExpiredError(
        source="stick", version="2026.3.1", published="2026-03-02", expired="2026-06-10", clock="2026-11-25"
    ),
    errors.OlderReleaseError(source="stick", offered="2026.3.1", installed="2026.11.1"),
    errors.ReleaseTooNewError(source="stick", version="2027.1.1", needs="2.0"),
    errors.UpdateStorageError(path=PATH, detail="no space left"),
    errors.UpdateBusyError(path=PATH),
    errors.NoPreviousError(library="main"),
    errors.ContentError(("a.md:1: x; y",)),
    errors.NoDisplayError(),
    errors.ProcurementError("x"),
    errors.ChoiceError(level="gold", levels=("core",)),
    errors.ProcurementMissingError(procurement="laptops"),
    errors.ProcurementClosedError(title="Laptops {2026}"),
    errors.ProcurementElsewhereError(title="Laptops {2026}"),
    errors.BroughtInChangedError(title="Laptops"),
    errors.ForeignFileError(path=PATH, detail="it holds {macros}"),
    errors.OcidPrefixError(prefix="a1b2c3"),
    errors.ExportError(path=PATH, detail="the disk is full"),
    errors.ResourceMissingError(path=PATH),
    errors.ProgramIncompleteError(detail="No module named 'nh3'"),
]


def families(kind: type[errors.ProcuraError]) -> set[type[errors.ProcuraError]]:
    return {kind}.union(*(families(child) for child in kind.__subclasses__()))


def test_every_error_has_words() -> None:
    ours = {kind for kind in families(errors.ProcuraError) if kind.__module__ == "procura_desktop.errors"}
    assert ours - {errors.ProcuraError} <= set(WORDS)


def test_every_error_has_an_example_here() -> None:
    ours = {kind for kind in families(errors.ProcuraError) if kind.__module__ == "procura_desktop.errors"}
    assert {type(error) for error in EXAMPLES} == ours - {errors.ProcuraError}


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.usefixtures("qtbot")
def test_the_facts_are_filled_in(error: errors.ProcuraError) -> None:
    message = explain(error)

    assert message.title
    assert "{path}" not in message.text
    for name, value in vars(error).items():
        if "{" + name + "}" in WORDS[type(error)][1]:
            assert str(value) in message.text


def told_by(call: ast.Call) -> list[ast.expr]:
    """Give what a call tells a person of an error."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name in TELLS:
        return [*call.args, *(one.value for one in call.keywords if one.arg == "detail")]
    kinds = {one for one in vars(errors) if one.endswith("Error")}
    return [one.value for one in call.keywords if name in kinds and one.arg in ("detail", "reason")]


def english_details(source: bytes) -> tuple[int, list[int]]:
    """Count what a module tells of errors, and give the lines of what is English alone."""
    tree = ast.parse(source)
    kept: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            kept.setdefault(node.targets[0].id, []).append(node.value)
    told = [
        one for node in ast.walk(tree) if isinstance(node, ast.Call) for one in told_by(node)
    ]  # what a name stands for is told too
    meant = [
        value for one in told for value in (kept.get(one.id, []) if isinstance(one, ast.Name) else [one])
    ]
    return len(told), [one.lineno for one in meant if is_english(one)]


def is_english(told: ast.expr) -> bool:
    """Say whether it is a text that no translation reaches; a key or a place has no blank in it."""
    return isinstance(told, ast.JoinedStr) or (isinstance(told, ast.Constant) and " " in str(told.value))


def test_details_of_errors_can_be_translated() -> None:
    source = Path(errors.__file__).parent
    seen = 0
    for file in source.rglob("*.py"):
        name = file.relative_to(source).as_posix()
        if not name.startswith(ENGLISH):
            told, english = english_details(file.read_bytes())
            seen += told
            assert not english, f"{name}:{english} is English alone: say it with a phrase"
    assert seen > 150


@pytest.mark.parametrize(
    "line",
    [
        'raise PackError("the pack is cut short")',
        'raise PackError(f"this is no pack: {error}")',
        'raise UpdateStorageError(path=path, detail="no room")',
        'PolicyFault(place=place, line=1, key="", detail="move this key")',
        'detail = f"{name} is taken"\nraise LibraryDamagedError(path=path, detail=detail)',
    ],
)
def test_a_detail_that_is_english_alone_is_found(line: str) -> None:
    assert english_details(line.encode())[1] == [1]


def test_a_detail_is_said_in_the_language_of_the_window(pseudo: QTranslator) -> None:
    assert not pseudo.isEmpty()
    detail = phrase("details", "the part {name} makes no sense ({error})").of(
        name="notes", error=phrase("details", "{text} is no time").of(text="noon")
    )

    said = explain(errors.ForeignFileError(path=PATH, detail=detail))

    assert said.text.startswith(
        "«»library.sqlite«: »«the part »notes« makes no sense (»«»noon« is no time»«)»«."
    )


def test_several_faults_are_said_one_after_the_other(pseudo: QTranslator) -> None:
    assert not pseudo.isEmpty()
    faults = [phrase("details", "{text} is no time").of(text=text) for text in ("noon", "{never}")]

    detail = joined(faults)

    assert str(detail) == "noon is no time; {never} is no time"
    assert (
        "»«»noon« is no time»; «»{never}« is no time»«."
        in explain(errors.SettingsError(path=PATH, detail=detail)).text
    )
