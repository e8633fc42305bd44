"""What holds on this computer: the user's settings under the administrator's policy.

Built-in values give way to the policy's defaults, these to what the user chose, that to what the policy
locks. Only what a user chose is ever written to the user's file, so that a default can still change later,
and a lock leaves nothing behind.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from procura_desktop.errors import PolicyError, SettingsError
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.policy import Policy, load_policy
from procura_desktop.settings.settings import Settings, change_settings, load_choices

Origin = Literal["built-in", "policy default", "user", "policy locked"]
_GOING_OUT = ("network", "background", "sharing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What holds, and why.

    Attributes:
        settings: the values in force.
        chosen: what the user's file says, by key.
        fault: why that file could not be used; None means that it could.
    """

    policy: Policy
    settings: Settings
    chosen: Mapping[str, object]
    fault: SettingsError | None

    @property
    def problems(self) -> tuple[SettingsError, ...]:
        """What a person should be told at the start."""
        policy = self.policy
        wrong = (
            PolicyError(path=policy.path, faults=tuple(fault.words for fault in policy.faults))
            if policy.faults
            else None
        )
        return tuple(error for error in (wrong, self.fault) if error is not None)

    @property
    def not_opened(self) -> tuple[str, ...]:
        """Names of the libraries that are not read: switched off, or forbidden."""
        return (*self.settings.hidden, *self.policy.libraries_forbidden)

    def is_locked(self, key: str) -> bool:
        """Say whether the user's choice of a setting has no effect."""
        closed = _GOING_OUT if not self.policy.sound else () if self.policy.sharing_allowed else ("sharing",)
        return key in self.policy.locked or key in closed

    def origin(self, key: str) -> Origin:
        """Say where the value of a key came from."""
        if self.is_locked(key):
            return "policy locked"
        if key in self.chosen:
            return "user"
        return "policy default" if key in self.policy.defaults else "built-in"


def load_rules(places: Folders) -> Rules:
    """Read policy and settings; a file that cannot be used counts as none, and says so in the record."""
    policy = load_policy(places.policy)
    fault: SettingsError | None = None
    chosen: dict[str, Any] = {}
    try:
        chosen = load_choices(places.settings)
    except SettingsError as error:
        fault = error
    return Rules(policy=policy, settings=_in_force(policy, chosen), chosen=chosen, fault=fault)


def settings_in_force(places: Folders) -> Settings:
    """Read the settings that hold, for a command that stops where the user's file is wrong.

    Raises:
        SettingsError: that file cannot be used.
    """
    rules = load_rules(places)
    if rules.fault is not None:
        raise rules.fault
    return rules.settings


def choose(places: Folders, changes: Mapping[str, object]) -> None:
    """Keep what the user chose; what the policy locks is left out.

    Raises:
        SettingsError: the file cannot be written.
    """
    rules = load_rules(places)
    free = {key: value for key, value in changes.items() if not rules.is_locked(key)}
    different = {key: value for key, value in free.items() if getattr(rules.settings, key) != value}
    if different:
        change_settings(places.settings, different)


def _in_force(policy: Policy, chosen: Mapping[str, Any]) -> Settings:
    names = {field.name for field in fields(Settings)}
    held = {**policy.defaults, **chosen, **policy.locked}
    values: dict[str, Any] = {key: value for key, value in held.items() if key in names}
    hidden = tuple(values.get("hidden", ()))
    values["hidden"] = tuple(name for name in hidden if name not in policy.libraries_required)
    if not policy.sharing_allowed:
        values["sharing"] = False
    if not policy.sound:  # what its author forbade is not known
        values |= dict.fromkeys(_GOING_OUT, False)
    return Settings(**values)
