"""What can be wrong with a new role in a body, whether it is given on the person's page or on the body's."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from raadslag.models import Body, Membership, Person
from raadslag.rules.roles import Role


def role_faults(
    values: Mapping[str, Any], *, person: Person | None, body: Body | None, asked: str
) -> Iterator[tuple[str, str]]:
    """The field and the sentence of each fault. `asked` is the field to change where the role is held: what
    the page does not know without it."""
    first, last = values.get("starts_on"), values.get("ends_on")
    if first and last and last < first:
        yield "ends_on", _("Sidste dag ligger før den første.")
    if values.get("role") == Role.SUBSTITUTE:
        if not last:
            yield "ends_on", _("Skriv, hvor længe stedfortræderen er indkaldt.")
        if not values.get("stands_in_for"):
            yield "stands_in_for", _("Vælg, hvem stedfortræderen sidder i stedet for.")
    if person and body and first and is_held(person, body, values.get("role"), first, last):
        yield asked, _("Personen har allerede den rolle i de dage.")


def is_held(person: Person, body: Body, role: str | None, first: date, last: date | None) -> bool:
    """Whether the person has that role in the body on any of the days."""
    same = Membership.objects.filter(person=person, body=body, role=role)
    if last:
        same = same.filter(starts_on__lte=last)
    return same.exclude(ends_on__lt=first).exists()
