"""The file of the policy: what it gives, and what is said of one that is wrong."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.errors import PolicyError
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.policy import Policy, load_policy, policy_state
from procura_desktop.settings.policy_schema import KEYS
from tests.unit.settings.conftest import WritePolicy

ROOT_JSON = '{"signed": {}, "signatures": []}'


def faults(policy: Policy) -> list[str]:
    return [str(fault).removeprefix(f"{fault.place}:") for fault in policy.faults]


def test_a_computer_without_a_file_has_no_policy(places: Folders) -> None:
    policy = load_policy(places.policy)

    assert policy == Policy(path=places.policy)
    assert policy.sound
    assert policy.digest == ""


def test_without_a_policy_every_key_has_its_usual_value(places: Folders) -> None:
    policy = load_policy(places.policy)

    for key in KEYS:
        if not key.personal:
            found = getattr(policy, key.name)
            assert found == key.usual or (found is None and key.usual == ""), key.name


def test_both_tables_give_what_they_say(write_policy: WritePolicy) -> None:
    places = write_policy('[defaults]\ntheme = "dark"\n[locked]\nweb_links = false\norganisation = "Ghent"\n')

    policy = load_policy(places.policy)

    assert policy.defaults == {"theme": "dark"}
    assert not policy.web_links
    assert policy.organisation == "Ghent"
    assert policy.sound
    assert not policy.warnings


def test_a_locked_value_counts_before_a_default(write_policy: WritePolicy) -> None:
    places = write_policy("[defaults]\nlook_every = 12\n[locked]\nlook_every = 24\n")

    assert load_policy(places.policy).look_every == 24


def test_the_digest_is_that_of_the_file(write_policy: WritePolicy) -> None:
    places = write_policy("[locked]\nnetwork = false\n")

    digest = hashlib.sha256(places.policy.read_bytes()).hexdigest()
    assert load_policy(places.policy).digest == digest
    assert policy_state(places.policy)["digest"] == digest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[locked]\nnetwork = 1\n", ["2: locked.network: this is true or false, not 1"]),
        (
            "# size\n[defaults]\n\ntext_scale = 500",
            ["4: defaults.text_scale: this is a whole number from 80 to 200, not 500"],
        ),
        (
            "[locked]\ntheme='pink'",
            ["2: locked.theme: this is one of system, light, dark, contrast, not 'pink'"],
        ),
        ("[locked]\nca_file='a.pem'", ["2: locked.ca_file: this is a full path, or empty, not 'a.pem'"]),
        (
            "[locked]\nlibraries_forbidden=['main']",
            ["2: locked.libraries_forbidden[1]: the main library cannot be forbidden"],
        ),
        (
            "[defaults]\nlibraries_required=['a']\n[locked]\nlibraries_forbidden=['a']",
            ["4: locked.libraries_forbidden: 'a' is required too"],
        ),
        ("network = false", ["1: network: move this key below [defaults] or [locked]"]),
        ("locked = 3", ["1: locked: this is a table: write [locked], and keys below it"]),
        ("[locked]\nnetwork = ", ["2: this is not TOML (Invalid value (at end of document))"]),
        (
            "[locked]\nnetwork = yes  # for all\n",
            ["2: write true or false, in small letters and without quotes, not yes"],
        ),
        (
            "[locked]\nnetwork = False",
            ["2: write true or false, in small letters and without quotes, not False"],
        ),
        (
            "[locked]\nnetwork false\ntheme='dark'",
            ["2: this is not TOML (Expected '=' after a key in a key/value pair (at line 2, column 9))"],
        ),
        (
            "[[locked.sources]]\nlibrary='a'\nroot='/x'\n[[locked.sources]]\nlibrary='b'\nroot='x'",
            ["6: locked.sources[2].root: this is the full path of the publisher's root file, not 'x'"],
        ),
        (
            "[[locked.sources]]\nlibrary='a'\n",
            [
                "1: locked.sources[1]: give either root, the path of the publisher's root file, "
                "or root_json, its text"
            ],
        ),
        (
            "[[defaults.sources]]\nlibrary='a'\nroot='/x'\nadresses=[]",
            [
                "4: defaults.sources[1].adresses: this is no key of a source; there are library, addresses, "
                "root, root_json, fingerprint"
            ],
        ),
    ],
)
def test_a_fault_names_line_and_key(write_policy: WritePolicy, text: str, said: list[str]) -> None:
    assert faults(load_policy(write_policy(text).policy)) == said


def test_a_fault_names_the_file(write_policy: WritePolicy) -> None:
    places = write_policy("[locked]\nnetwork = 1\n")

    with pytest.raises(PolicyError) as caught:
        load_policy(places.policy).refuse_if_unsound()

    assert f"{places.policy}:2: locked.network: " in str(caught.value)


def test_a_key_that_stands_twice_is_found_in_its_own_table(write_policy: WritePolicy) -> None:
    text = '[defaults]\nproxy = "none"\n# proxy = "x"\nca_file = """"""\n[locked]\nproxy = "x"\n'

    (fault,) = load_policy(write_policy(text).policy).faults
    assert (fault.line, fault.key) == (6, "locked.proxy")


def test_a_key_named_within_a_long_text_is_not_taken_for_the_key(write_policy: WritePolicy) -> None:
    root = '{"theme": 1,\n"theme = 3": 2}'
    text = f"[[locked.sources]]\nlibrary = 'a'\nroot_json = '''{root}'''\n[defaults]\ntheme = 3\n"

    (fault,) = load_policy(write_policy(text).policy).faults
    assert (fault.line, fault.key) == (6, "defaults.theme")


def test_what_is_sound_beside_a_fault_still_holds(write_policy: WritePolicy) -> None:
    policy = load_policy(write_policy("[locked]\nnetwork = 1\nweb_links = false\n").policy)

    assert not policy.web_links
    assert "network" not in policy.locked


def test_unknown_keys_warn_and_are_no_fault(write_policy: WritePolicy) -> None:
    policy = load_policy(write_policy("[locked]\nnetwrok = false\n[lockd]\nx = 1\n").policy)

    assert policy.sound
    assert [(one.line, one.key) for one in policy.warnings] == [(3, "lockd"), (2, "locked.netwrok")]
    assert "did you mean network?" in str(policy.warnings[1])


@pytest.mark.skipif("sys.platform == 'win32'", reason="rights are other there")
def test_a_file_that_everybody_may_write_is_warned_of(write_policy: WritePolicy) -> None:
    places = write_policy("[locked]\nnetwork = false\n")
    places.policy.chmod(0o666)

    policy = load_policy(places.policy)
    assert policy.sound
    assert "everybody may write" in str(policy.warnings[0])


def test_a_folder_in_its_place_is_a_fault(places: Folders) -> None:
    places.policy.mkdir(parents=True)

    assert "cannot be read" in str(load_policy(places.policy).faults[0])


def test_a_file_in_another_encoding_names_the_line(places: Folders) -> None:
    places.policy.parent.mkdir(parents=True)
    places.policy.write_bytes('[locked]\norganisation = "Gänt"\n'.encode("latin-1"))

    (fault,) = load_policy(places.policy).faults
    assert fault.line == 2
    assert "UTF-8" in str(fault)


def test_a_source_is_read_with_its_root_and_fingerprint(write_policy: WritePolicy) -> None:
    digits = "AB CD " * 16
    places = write_policy(
        f"[[defaults.sources]]\nlibrary = 'main'\naddresses = ['a', 'b']\nroot_json = '''{ROOT_JSON}'''\n"
        f"fingerprint = '{digits}'\n[[locked.sources]]\nlibrary = 'ghent'\nroot = '/x/root.json'\n"
    )

    ghent, main = load_policy(places.policy).sources

    assert (ghent.library, ghent.locked, ghent.root) == ("ghent", True, Path("/x/root.json"))
    assert (main.addresses, main.locked, main.root_json) == (("a", "b"), False, ROOT_JSON)
    assert main.fingerprint == "abcd" * 16


def test_a_folder_may_name_home_and_account(
    write_policy: WritePolicy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for name in ("LOGNAME", "USER", "USERNAME", "LNAME"):
        monkeypatch.setenv(name, "../ada")

    places = write_policy("[locked]\ndata_folder = '~/p'\nbackup_folder = '/b/{user}'\n")

    policy = load_policy(places.policy)
    assert policy.data_folder == tmp_path / "p"
    assert policy.backup_folder == Path("/b/ada")


numbers = st.integers() | st.floats() | st.booleans()
leaves = numbers | st.text(max_size=20) | st.datetimes() | st.sampled_from(["a", "/x"])
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
names = st.sampled_from([key.name for key in KEYS]) | st.text(max_size=8)
tables = st.dictionaries(names, values, max_size=6)
sources = st.lists(
    st.dictionaries(
        st.sampled_from(["library", "addresses", "root", "root_json", "fingerprint", "x"]), values, max_size=5
    ),
    max_size=3,
)
documents = st.dictionaries(
    st.sampled_from(["defaults", "locked", "theme", "x"]), tables | values, max_size=3
)


def read_all(policy: Policy) -> None:
    """Ask for everything that the rest of the program asks for."""
    for key in KEYS:
        if not key.personal:
            getattr(policy, key.name)
    assert policy.digest or not policy.read
    for fault in (*policy.faults, *policy.warnings):
        assert fault.place in str(fault)


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_give_a_policy(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any-policy.toml"
    file.write_bytes(data)

    read_all(load_policy(file))


@given(documents, sources)
def test_any_toml_gives_a_policy(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object], sources: list[dict[str, object]]
) -> None:
    import tomli_w

    file = tmp_path_factory.getbasetemp() / "any-policy.toml"
    locked = values.get("locked")
    if isinstance(locked, dict):
        locked["sources"] = sources
    file.write_bytes(tomli_w.dumps(values).encode("utf-8", "surrogatepass"))

    policy = load_policy(file)

    read_all(policy)
    assert all(fault.line >= 0 for fault in policy.faults)


def test_nesting_beyond_measure_is_a_fault(write_policy: WritePolicy) -> None:
    assert not load_policy(write_policy("a = " + "[" * 100_000).policy).sound


def test_a_number_too_long_to_write_is_a_fault(write_policy: WritePolicy) -> None:
    (fault,) = load_policy(write_policy(f"[locked]\nask_above = 0x{'f' * 5000}\n").policy).faults

    assert (fault.line, fault.key) == (2, "locked.ask_above")


@pytest.mark.parametrize(("wanted", "warned"), [("xx", 1), ("en-GB", 0), ("", 0)])
def test_a_language_that_the_program_has_not_is_warned_of_and_is_no_fault(
    write_policy: WritePolicy, wanted: str, warned: int
) -> None:
    policy = load_policy(write_policy(f"[locked]\nlanguage = '{wanted}'\n").policy)

    assert policy.sound
    assert [(one.line, one.key) for one in policy.warnings] == [(2, "locked.language")] * warned
    assert all("has no words in 'xx', and follows the system" in str(one) for one in policy.warnings)
