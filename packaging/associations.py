"""What opens with the program: endings of files, and addresses. Every system's installer says the same."""

from dataclasses import dataclass

SCHEME = "procura"
SCHEME_TITLE = "Address in a Procura library"


@dataclass(frozen=True, slots=True)
class Association:
    """One kind of file.

    Attributes:
        ending: without a dot.
        title: what a file manager calls such a file.
        mime: its media type.
        name: of the kind, for systems that name kinds.
        edits: whether the program changes such files; it only reads the others.
    """

    ending: str
    title: str
    mime: str
    name: str
    edits: bool


ASSOCIATIONS = (
    Association("procura", "Procura update", "application/vnd.procura.update", "Update", edits=False),
    Association(
        "procurement",
        "Procura procurement",
        "application/vnd.procura.procurement",
        "Procurement",
        edits=True,
    ),
)
