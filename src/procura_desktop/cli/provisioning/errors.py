"""What keeps a set for an office from being made."""

from procura_desktop.errors import ProcuraError


class ProvisionError(ProcuraError):
    """A set cannot be made of what was given; the message says what to give instead."""
