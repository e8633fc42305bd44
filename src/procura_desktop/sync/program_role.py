"""The role `program`: releases of the program itself, in the source of a library, under keys of their own.

In The Update Framework it is the role `targets` that hands paths on to another role, so the keys that sign
content could hand them to anybody. So the root, which only its own keys sign, states the delegation too:
one in `targets` counts when it is the same to the letter.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from securesystemslib.signer import Key
from tuf.api.metadata import DelegatedRole, Delegations, Role, Root

PROGRAM = "program"
PATHS = f"{PROGRAM}/*"


class ProgramRoleError(ValueError):
    """The root states a role `program` that makes no sense."""


@dataclass(frozen=True, slots=True)
class SigningRole:
    """Which keys sign for a role, by id, and how many of them must."""

    role: Role
    keys: Mapping[str, Key]


def stated_delegation(root: Root) -> Delegations | None:
    """Give the delegation to `program` as the root states it; None: it states none.

    Raises:
        ProgramRoleError: it is not one delegation of the paths of programs to that role.
    """
    stated = root.unrecognized_fields.get(PROGRAM)
    if stated is None:
        return None
    try:
        found = Delegations.from_dict(deepcopy(stated))
        roles = list((found.roles or {}).values())
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ProgramRoleError(f"the root states no sound role {PROGRAM} ({error})") from error
    if len(roles) != 1 or roles[0].name != PROGRAM or roles[0].paths != [PATHS] or not roles[0].terminating:
        raise ProgramRoleError(f"the root states no sound role {PROGRAM} (it is for something else)")
    return found


def state_delegation(root: Root, keys: Mapping[str, Key], *, threshold: int) -> None:
    """Let the root state that these keys, and no others, sign releases of the program.

    Raises:
        ValueError: so many keys cannot sign.
    """
    role = DelegatedRole(PROGRAM, list(keys), threshold, terminating=True, paths=[PATHS])
    if threshold > len(keys):
        raise ValueError(f"{threshold} of {len(keys)} keys cannot sign")
    root.unrecognized_fields[PROGRAM] = Delegations(dict(keys), {PROGRAM: role}).to_dict()


def signing_role(root: Root, role: str) -> SigningRole | None:
    """Give who signs for a role, one of the four or `program`; None: the root names nobody.

    Raises:
        ProgramRoleError: it states a role `program` that makes no sense.
    """
    if role != PROGRAM:
        return SigningRole(root.roles[role], root.keys)
    found = stated_delegation(root)
    return None if found is None else SigningRole((found.roles or {})[PROGRAM], found.keys)
