"""What a claim of the municipality's identity provider gives: roles in bodies, and the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from raadslag.rules.roles import IN_A_BODY, Role

PREFIX = "raadslag:"
# a substitute is one until a day, which no claim says
CLAIMABLE = tuple(role for role in IN_A_BODY if role != Role.SUBSTITUTE)


@dataclass(frozen=True, slots=True)
class Claimed:
    """The roles that a claim gives. `held` is pairs of a role and a body's short name as it was written;
    `not_understood` are values that were meant for us and say nothing that we know."""

    administrator: bool = False
    held: frozenset[tuple[Role, str]] = frozenset()
    not_understood: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether it gives anything."""
        return self.administrator or bool(self.held)


def claim_values(data: Mapping[str, Any], name: str) -> list[str]:
    """The values of a claim, none where it is not there. A name with dots is a claim of that name, else a
    way into nested ones: "realm_access.roles"."""
    found: Any = data.get(name)
    if found is None:
        found = data
        for step in name.split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return [found]
    return [each for each in found if isinstance(each, str)] if isinstance(found, (list, tuple)) else []


def claimed(values: Iterable[str], meanings: Mapping[str, str]) -> Claimed:
    """What the values give: "raadslag:secretary:HKU", "raadslag:administrator", and the provider's own
    values by the meaning they are given, "secretary:HKU". Values meant for others are passed over."""
    administrator = False
    held: set[tuple[Role, str]] = set()
    not_understood: list[str] = []
    for value in values:
        meaning = meanings.get(value) or (value.removeprefix(PREFIX) if value.startswith(PREFIX) else None)
        if meaning is None:
            continue
        role, _, body = meaning.partition(":")
        if role == Role.ADMINISTRATOR and not body:
            administrator = True
        elif role in CLAIMABLE and body:
            held.add((Role(role), body))
        else:
            not_understood.append(value)
    return Claimed(administrator, frozenset(held), tuple(not_understood))
