"""Notices about a paper, to those whom it concerns and who may see it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from raadslag.models.membership import Membership
from raadslag.models.notice import Notice
from raadslag.models.person import Person
from raadslag.rules.mail_kinds import MailKind

if TYPE_CHECKING:
    from raadslag.models.body import Body
    from raadslag.models.paper import Paper
    from raadslag.models.route import RouteStep
    from raadslag.rules.roles import Role


def tell(
    people: Iterable[Person], paper: Paper, text: str, *, by: Person, at: datetime, kind: MailKind
) -> None:
    """A notice to each of them but the one who did it. `text` is Danish; "{}" in it is what the log calls
    the paper. Who may not see the paper is not told of it."""
    on = timezone.localdate(at)
    for person in sorted(set(people) - {by}, key=lambda each: each.pk):
        if person.is_active and paper.may_be_seen_by(person, on):
            Notice.objects.create(
                person=person,
                kind=kind,
                by=by,
                text=text.replace("{}", paper.log_name),
                path=paper.get_absolute_url(),
                at=at,
            )


def holders(body: Body, role: Role, at: datetime) -> list[Person]:
    """Those who hold the role in the body that day, the deputies last."""
    held = Membership.objects.held(timezone.localdate(at)).filter(body=body, role=role)
    rows = held.select_related("person").order_by("stands_in_for", "person__name")
    return [row.person for row in sorted(rows, key=lambda row: row.stands_in_for_id is not None)]


def those_who_owe(step: RouteStep, at: datetime) -> list[Person]:
    """Who sees to the step: its owner and their deputies that day, or all who see to the body's papers."""
    if step.owner is None:
        return holders(step.body, step.treats, at)
    held = Membership.objects.held(timezone.localdate(at))
    there = held.filter(body=step.body, role=step.treats, stands_in_for=step.owner)
    deputies = Person.objects.active().filter(pk__in=there.values("person")).exclude(pk=step.owner_id)
    return [step.owner, *deputies.order_by("name")]
