"""The labels of the Common Procurement Vocabulary, in the languages that its file has."""

from collections.abc import Iterator

from procura_desktop.resources import resource


def cpv_labels() -> Iterator[tuple[str, str, str]]:
    """Give (code with check digit, language, label) of the codes that our content names.

    The file says where the labels come from; a label that is not known in a language is empty there.
    """
    lines = resource("codes", "cpv-labels.tsv").read_text(encoding="utf-8").splitlines()
    names, *rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    for row in rows:
        for language, label in zip(names[1:], row[1:], strict=True):
            if label:
                yield row[0], language, label
