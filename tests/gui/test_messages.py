"""Every error we raise on purpose has words of its own."""

from pathlib import Path

import pytest

from procura_desktop import errors
from procura_desktop.gui.messages import WORDS, explain

PATH = Path("library.sqlite")
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
    errors.WorkspaceOpenError(path=PATH),
    errors.BackupError(path=PATH, detail="the disk is full"),
    errors.UpdateError("x"),
    errors.SourceUnreachableError(source="https://updates.example/", detail="no answer"),
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
