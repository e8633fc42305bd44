"""What can go wrong when a release is made. Each message says what to do next."""

from procura_desktop.errors import ProcuraError


class KeysError(ProcuraError):
    """Keys cannot be made, found, opened or exchanged."""


class ReleaseError(ProcuraError):
    """A release cannot be made, renewed, bundled or trusted; what was there is whole."""
