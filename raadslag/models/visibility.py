"""The secrecy tables of `raadslag.rules.secrecy` as conditions on the desk's tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from raadslag.record import Part
from raadslag.rules.roles import IN_A_BODY, Role
from raadslag.rules.secrecy import Cell

if TYPE_CHECKING:
    from raadslag.models.person import Person

NOTHING = Q(pk__in=[])
# a part as a condition; given to `seen`, which asks for the rows of either part
Reach = Callable[[Role], Q]
PartIs = Callable[[Part], Q]


def bodies_by_role(person: Person, on: date) -> Mapping[Role, list[int]]:
    """The bodies, by their row numbers, in which the person holds each role that day."""
    held: dict[Role, list[int]] = {role: [] for role in IN_A_BODY}
    for role, body in person.memberships.held(on).values_list("role", "body_id"):
        held[Role(role)].append(body)
    return held


def seen(table: Mapping[str, Cell], state: str, part_is: PartIs, reach: Reach) -> Q:
    """The rows that a person sees by one of the secrecy tables.

    `state` names the column that says which cell a row is in, `part_is` gives the condition that a row
    is open or closed, `reach` the rows for which the person has a role.
    """
    condition = NOTHING
    for role in Role:
        reached = reach(role)
        if reached is NOTHING:  # most people hold few roles, and a condition costs time to build
            continue
        opened, closed = ([each for each, cell in table.items() if role in cell[part]] for part in Part)
        if opened == closed:  # whatever the part
            condition |= reached & Q(**{f"{state}__in": closed})
            continue
        for part, states in zip(Part, (opened, closed), strict=True):
            which = part_is(part)
            if states and which is not NOTHING:
                condition |= reached & which & Q(**{f"{state}__in": states})
    return condition


def all_closed(part: Part) -> Q:
    """For what is closed on top of whatever it belongs to."""
    return Q() if part == Part.CLOSED else NOTHING
