"""Lindevad's bodies, and the people who use the desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from raadslag.models import Body, Membership, Municipality, Person, Term
from raadslag.models.words import ROLES
from raadslag.rules.roles import Role

SUBSTITUTE_DAYS = 60


@dataclass(frozen=True)
class Cast:
    """Those who are there: bodies by key, people by e-mail address, and the moment it all happens at."""

    bodies: Mapping[str, Body]
    people: Mapping[str, Person]
    at: datetime

    @property
    def anna(self) -> Person:
        """The secretary."""
        return self.people["anna@lindevad.example"]

    def approver_of(self, department: Body) -> Person:
        """The head of the department, not a deputy."""
        head = department.memberships.get(role=Role.APPROVER, stands_in_for=None)
        return self.people[head.person.email]


def somebody_is_there() -> bool:
    return Person.objects.exists()


@transaction.atomic
def load(source: Mapping[str, Any], password: str) -> Cast:
    """The municipality, its bodies, the council's term, and everybody with their roles."""
    at = timezone.now()
    Municipality.objects.create(name=source["authority"], closed_days=source["closed_days"])
    term = Term.objects.create(**source["term"])
    bodies = {data["key"]: body(data, order) for order, data in enumerate(source["bodies"], 1)}
    hashed = make_password(password)
    people = {data["email"]: person(data, bodies, hashed) for data in source["people"]}
    cast = Cast(bodies, people, at)
    for data in source["people"]:
        for role in data["roles"]:
            give(role, data, cast, term)
    return cast


def body(data: Mapping[str, Any], order: int) -> Body:
    starts, ends = (time.fromisoformat(each) for each in data["time"]) if "time" in data else (None, None)
    return Body.objects.create(
        name=data["name"],
        short_name=data["short_name"],
        kind=data["kind"],
        place=data.get("place", ""),
        starts=starts,
        ends=ends,
        order=order,
    )


def person(data: Mapping[str, Any], bodies: Mapping[str, Body], hashed: str) -> Person:
    return Person.objects.create(
        email=data["email"],
        name=data["name"],
        title=data.get("title", ""),
        phone=data.get("phone", ""),
        department=bodies.get(data.get("department", "")),
        is_administrator=data.get("administrator", False),
        password=hashed,
    )


def give(role: list[str], data: Mapping[str, Any], cast: Cast, term: Term) -> None:
    """One role: its name, the body, and for whom the person stands in."""
    name, where, *for_whom = role
    on = timezone.localdate(cast.at)
    substitute = name == Role.SUBSTITUTE
    Membership.objects.begin(
        by=None,
        at=cast.at,
        person=cast.people[data["email"]],
        body=cast.bodies[where],
        role=name,
        party=data.get("party", ""),
        post=data.get("post", "") if name == Role.MEMBER else "",
        term=term,
        stands_in_for=cast.people[for_whom[0]] if for_whom else None,
        starts_on=on if substitute else term.starts_on,
        ends_on=on + timedelta(days=SUBSTITUTE_DAYS) if substitute else None,
    )


def who_can_log_in() -> Iterator[str]:
    """ "karen@lindevad.example   Karen Fuglsang, sagsbehandler i Klima og Havn" """
    on = timezone.localdate()
    for each in Person.objects.active():
        held = each.memberships.held(on).select_related("body")
        roles = [f"{ROLES[Role(row.role)]} i {row.body}" for row in held]
        roles += ["administrator"] if each.is_administrator else []
        yield f"{each.email:<26} {each.name}, {', '.join(roles)}"
