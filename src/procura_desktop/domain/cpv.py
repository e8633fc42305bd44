"""CPV codes: those that the program carries, around its product groups, and how any is kept."""

import re
from functools import lru_cache

from procura_desktop.resources import resource

_CODE = re.compile(r"(?P<figures>[0-9]{8})(-[0-9])?")


@lru_cache(maxsize=1)
def cpv_codes() -> tuple[tuple[str, str], ...]:
    """Give (code with check digit, English label), in the order of the codes."""
    lines = resource("codes", "cpv.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t", 1) for line in lines if line and not line.startswith("#"))
    return tuple((code, label) for code, label in pairs)


def whole_code(text: str) -> str:
    """Give a code with the check digit that our list has for it; "" where it is none.

    One that the list does not have has to bring its check digit along: nothing else shows a slip in it, and
    the digits of some branches follow no rule by which they could be computed.
    """
    found = _CODE.fullmatch(text)
    if found is None:
        return ""
    listed = (code for code, _ in cpv_codes() if code.startswith(found["figures"]))
    return next(listed, text if "-" in text else "")
