"""The roles that the identity provider's claims give a person, kept in step at every log-in."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from raadslag.models.body import Body
from raadslag.models.event import Event
from raadslag.models.membership import Membership
from raadslag.rules.claims import Claimed
from raadslag.rules.roles import Role

if TYPE_CHECKING:
    from raadslag.models.person import Person


def take_claims(person: Person, roles: Claimed, *, on: date, at: datetime) -> None:
    """Begins what is claimed and not held, and ends what an earlier claim began and this one does not
    give. Roles that an administrator gave are left alone."""
    with transaction.atomic():
        row = type(person).objects.select_for_update().get(pk=person.pk)
        wanted, unknown = _bodies(roles)
        if unknown or roles.not_understood:
            Event.objects.record(
                "claim_not_understood", by=None, at=at, about=row, values=[*roles.not_understood, *unknown]
            )
        held = {(Role(each.role), each.body_id): each for each in row.memberships.held(on)}
        for key in wanted.keys() - held.keys():
            _begin(row, key[0], wanted[key], on, at)
        for key, membership in held.items():
            if membership.from_claim and key not in wanted:
                _end(membership, on, at)
        _administrator(row, roles.administrator, at)
    person.refresh_from_db()


def _bodies(roles: Claimed) -> tuple[dict[tuple[Role, int], Body], list[str]]:
    """The bodies that are claimed, by role and row; and the values that name no body of ours."""
    bodies = {body.short_name.casefold(): body for body in Body.objects.exclude(short_name="")}
    wanted: dict[tuple[Role, int], Body] = {}
    unknown = []
    for role, name in sorted(roles.held):
        if body := bodies.get(name.casefold()):
            wanted[role, body.pk] = body
        else:
            unknown.append(f"{role}:{name}")
    return wanted, unknown


def _begin(person: Person, role: Role, body: Body, on: date, at: datetime) -> None:
    coming = person.memberships.filter(body=body, role=role, ends_on=None, starts_on__gt=on).first()
    until = coming.starts_on - timedelta(days=1) if coming else None
    Membership.objects.begin(
        by=None, at=at, person=person, body=body, role=role, starts_on=on, ends_on=until, from_claim=True
    )


def _end(membership: Membership, on: date, at: datetime) -> None:
    """The role is lost today, so yesterday was its last day. One that began today has had none: its row
    goes, and what was stands in the log."""
    if membership.starts_on < on:
        membership.end(on - timedelta(days=1), by=None, at=at)
    else:
        Event.objects.record("membership_ended", by=None, at=at, about=membership, ends_on=None)
        membership.delete()


def _administrator(person: Person, claimed: bool, at: datetime) -> None:
    """As the claim has it, but that the last one stays one: somebody must be able to let others in."""
    if claimed and not person.is_administrator:
        person.is_administrator = person.administrator_from_claim = True
        verb = "administrator_begun"
    elif person.administrator_from_claim and not claimed:
        if person.is_last_administrator:
            Event.objects.record("administrator_kept", by=None, at=at, about=person)
            return
        person.is_administrator = person.administrator_from_claim = False
        verb = "administrator_ended"
    else:
        return
    person.save(update_fields=["is_administrator", "administrator_from_claim"])
    Event.objects.record(verb, by=None, at=at, about=person)
