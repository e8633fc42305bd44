"""How versions, of editions and of the program, are compared."""


def version_numbers(version: str) -> tuple[int, ...]:
    """Give what versions are compared by; what is no version is older than any."""
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() and part.isascii() for part in parts) else ()
