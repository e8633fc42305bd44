"""The CPV codes that the program carries: those around its product groups, not all of the list."""

from procura_desktop.resources import resource


def cpv_codes() -> tuple[tuple[str, str], ...]:
    """Give (code with check digit, English label), in the order of the codes."""
    lines = resource("codes", "cpv.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t", 1) for line in lines if line and not line.startswith("#"))
    return tuple((code, label) for code, label in pairs)
