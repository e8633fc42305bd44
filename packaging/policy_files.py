"""What administrators are given about the policy, made from the list of its keys.

`./run policy` writes the reference in docs/admin.md and, in packaging/policy, an example of the file, the
template of Windows' group policies (ADMX, with its English words in ADML) and a profile for macOS. A test
says when one is stale.
"""

import plistlib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_DNS, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from procura_desktop.settings.policy import Level
from procura_desktop.settings.policy_place import PREFERENCES_DOMAIN, REGISTRY_KEY
from procura_desktop.settings.policy_schema import BY_NAME, KEYS, Key

ROOT = Path(__file__).resolve().parents[1]
PAGE = Path("docs/admin.md")
FOLDER = Path("packaging/policy")
BEGIN = "<!-- The reference of policy keys begins here; ./run policy makes it. -->"
END = "<!-- The reference of policy keys ends here. -->"
LEVELS: dict[Level, str] = {"defaults": "Defaults", "locked": "Locked"}
_ADMX = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_MEANINGS: dict[Level, str] = {
    "defaults": "Holds until a user chooses another value.",
    "locked": "Holds whatever a user chooses; the settings show it greyed.",
}
_IN_PROFILE: dict[Level, tuple[str, ...]] = {
    "defaults": ("background", "theme"),
    "locked": ("sources", "user_sources", "ask_above", "organisation"),
}


def reference() -> str:
    """Give the table of every key, in Markdown."""
    lines = [
        "| key | values | usual | what it means | what obeys it |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| `{key.name}` | {key.values} | `{_plain(key)}` | {key.meaning} | {key.affects} |"
            for key in KEYS
        ),
    ]
    personal = ", ".join(f"`{key.name}`" for key in KEYS if key.personal)
    return "\n".join(
        [
            *lines,
            "",
            f"Users have settings of these names: {personal}.",
            "A default of one of them gives way to what the user chose, a lock does not.",
            "The other keys hold in either table.",
            "",
            "Every key, as it is written:",
            "",
            "```toml",
            example().rstrip("\n"),
            "```",
        ]
    )


def example() -> str:
    """Give a file that shows every key, each switched off by a `#`."""
    lines = [
        "# Policy of Procura Desktop. Take the # away from what you want. Below [defaults] a key holds until",
        "# a user chooses another value, below [locked] it holds for everybody.",
        "# Then: procura-desktop policy check FILE",
        "",
        "[defaults]",
        *(f"# {key.example}" for key in KEYS if key.personal),
        "",
        "[locked]",
        *(f"# {key.example}" for key in KEYS if not key.personal and key.kind != "sources"),
        "",
        "# A source for each library. Instead of root, root_json = '''…''' holds the root file itself;",
        '# fingerprint = "…" pins its SHA-256. The tables of sources come last.',
        *(f"# {line}" for line in BY_NAME["sources"].example.splitlines()),
    ]
    return "\n".join(lines) + "\n"


def admx() -> bytes:
    """Give the template of Windows' group policies; its words are in `adml`."""
    root = Element("policyDefinitions", xmlns=_ADMX, revision="1.0", schemaVersion="1.0")
    namespaces = SubElement(root, "policyNamespaces")
    SubElement(namespaces, "target", prefix="procura", namespace="Procura.Policies.Desktop")
    SubElement(root, "resources", minRequiredRevision="1.0")
    definitions = SubElement(SubElement(root, "supportedOn"), "definitions")
    SubElement(definitions, "definition", name="Supported", displayName="$(string.Supported)")
    categories = SubElement(root, "categories")
    SubElement(categories, "category", name="Procura", displayName="$(string.Procura)")
    for level in LEVELS:
        category = SubElement(categories, "category", name=level, displayName=f"$(string.{level})")
        SubElement(category, "parentCategory", ref="Procura")
    policies = SubElement(root, "policies")
    for level, part in LEVELS.items():
        for key in KEYS:
            _admx_policy(policies, key, level, f"{REGISTRY_KEY}\\{part}")
    return _xml(root)


def _admx_policy(policies: Element, key: Key, level: Level, place: str) -> None:
    name = f"{level}_{key.name}"
    policy = SubElement(
        policies,
        "policy",
        {
            "name": name,
            "class": "Machine",
            "displayName": f"$(string.{key.name})",
            "explainText": f"$(string.{name}_help)",
            "key": f"{place}\\sources\\main" if key.kind == "sources" else place,
        },
    )
    SubElement(policy, "parentCategory", ref=level)
    SubElement(policy, "supportedOn", ref="Supported")
    if key.kind == "switch":
        policy.set("valueName", key.name)
        for word, number in (("enabledValue", "1"), ("disabledValue", "0")):
            SubElement(SubElement(policy, word), "decimal", value=number)
        return
    policy.set("presentation", f"$(presentation.{name})")
    elements = SubElement(policy, "elements")
    if key.kind == "sources":
        SubElement(elements, "multiText", id=f"{name}_addresses", valueName="addresses")
        SubElement(elements, "text", id=f"{name}_root", valueName="root", required="true")
        SubElement(elements, "text", id=f"{name}_fingerprint", valueName="fingerprint")
    elif key.kind == "number":
        limits = {"minValue": str(key.least), "maxValue": str(key.most)}
        SubElement(elements, "decimal", {"id": name, "valueName": key.name, **limits})
    elif key.kind == "choice":
        _admx_choice(SubElement(elements, "enum", id=name, valueName=key.name, required="true"), key)
    else:
        SubElement(elements, "multiText" if key.kind == "words" else "text", id=name, valueName=key.name)


def _admx_choice(element: Element, key: Key) -> None:
    for choice in key.choices:
        item = SubElement(element, "item", displayName=f"$(string.{key.name}_{choice})")
        SubElement(SubElement(item, "value"), "string").text = choice


def adml() -> bytes:
    """Give the English words of the template."""
    root = Element("policyDefinitionResources", xmlns=_ADMX, revision="1.0", schemaVersion="1.0")
    SubElement(root, "displayName").text = "Procura Desktop"
    SubElement(root, "description").text = "Policies of Procura Desktop"
    resources = SubElement(root, "resources")
    strings = SubElement(resources, "stringTable")
    for name, text in _strings():
        SubElement(strings, "string", id=name).text = text
    presentations = SubElement(resources, "presentationTable")
    for level in LEVELS:
        for key in KEYS:
            if key.kind != "switch":
                _presentation(presentations, key, f"{level}_{key.name}")
    return _xml(root)


def _strings() -> Iterator[tuple[str, str]]:
    yield "Procura", "Procura Desktop"
    yield "Supported", "Every version of Procura Desktop that reads policies"
    for level, title in (
        ("defaults", "Defaults (a user may change them)"),
        ("locked", "Locked (nobody may)"),
    ):
        yield level, title
    for key in KEYS:
        yield key.name, key.title
        for level, meaning in _MEANINGS.items():
            text = f"{key.meaning} {meaning if key.personal else ''}".strip()
            yield f"{level}_{key.name}_help", f"{text}\n\nValues: {key.values}. Usual: {_plain(key)}."
        for choice in key.choices if key.kind == "choice" else ():
            yield f"{key.name}_{choice}", choice


def _presentation(table: Element, key: Key, name: str) -> None:
    shown = SubElement(table, "presentation", id=name)
    if key.kind == "sources":
        SubElement(shown, "multiTextBox", refId=f"{name}_addresses").text = "Addresses, one a line"
        for part, words in (("root", "Root file (full path)"), ("fingerprint", "SHA-256 of the root file")):
            box = SubElement(shown, "textBox", refId=f"{name}_{part}")
            SubElement(box, "label").text = words
    elif key.kind == "number":
        usual = str(key.usual)
        SubElement(shown, "decimalTextBox", refId=name, defaultValue=usual).text = key.title
    elif key.kind == "choice":
        SubElement(shown, "dropdownList", refId=name, noSort="true").text = key.title
    elif key.kind == "words":
        SubElement(shown, "multiTextBox", refId=name).text = f"{key.title}, one a line"
    else:
        box = SubElement(shown, "textBox", refId=name)
        SubElement(box, "label").text = key.title


def profile() -> bytes:
    """Give an example of a profile for macOS, which device management brings to computers."""
    inner: dict[str, object] = {
        "PayloadType": PREFERENCES_DOMAIN,
        "PayloadVersion": 1,
        "PayloadIdentifier": f"{PREFERENCES_DOMAIN}.policy.settings",
        "PayloadUUID": str(uuid5(NAMESPACE_DNS, f"settings.policy.{PREFERENCES_DOMAIN}")).upper(),
        "PayloadDisplayName": "Procura Desktop",
    }
    inner |= {level: _examples(names) for level, names in _IN_PROFILE.items()}
    outer = {
        "PayloadType": "Configuration",
        "PayloadVersion": 1,
        "PayloadScope": "System",
        "PayloadIdentifier": f"{PREFERENCES_DOMAIN}.policy",
        "PayloadUUID": str(uuid5(NAMESPACE_DNS, f"policy.{PREFERENCES_DOMAIN}")).upper(),
        "PayloadDisplayName": "Policy of Procura Desktop (example)",
        "PayloadContent": [inner],
    }
    return plistlib.dumps(outer, sort_keys=False)


def _examples(names: tuple[str, ...]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name in names:
        values = tomllib.loads(BY_NAME[name].example)
        found[name] = values["locked"]["sources"] if name == "sources" else values[name]
    return found


def page(text: str) -> str:
    """Put the reference between the marks of a page.

    Raises:
        ValueError: the page has no such marks.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE} lacks the lines {BEGIN!r} and {END!r}")
    return f"{before}{BEGIN}\n\n{reference()}\n\n{END}{after}"


def files(root: Path = ROOT) -> dict[Path, bytes]:
    """Give what each file is to hold, by its path below `root`."""
    return {
        PAGE: page((root / PAGE).read_text(encoding="utf-8")).encode(),
        FOLDER / "policy.toml": example().encode(),
        FOLDER / "procura-desktop.admx": admx(),
        FOLDER / "en-US" / "procura-desktop.adml": adml(),
        FOLDER / "procura-desktop.mobileconfig": profile(),
    }


def _plain(key: Key) -> str:
    if isinstance(key.usual, bool):
        return str(key.usual).lower()
    return "[]" if key.usual == () else f'"{key.usual}"' if isinstance(key.usual, str) else str(key.usual)


def _xml(root: Element) -> bytes:
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def main() -> None:
    """Write every file anew."""
    for path, data in files().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_bytes(data)
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
