"""The secret address at which a person's own calendar fetches their meetings."""

from __future__ import annotations

from datetime import datetime
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from django.db import models, transaction

from raadslag.models.event import Event

if TYPE_CHECKING:
    from raadslag.models.person import Person


class CalendarAddressManager(models.Manager["CalendarAddress"]):
    def renew(self, person: Person, *, at: datetime) -> CalendarAddress:
        """A new address for the person; the one they had no longer answers."""
        with transaction.atomic():
            self.filter(person=person, ended_at=None).update(ended_at=at)
            made = self.create(person=person, secret=token_urlsafe(32), made_at=at)
            Event.objects.record("calendar_address_renewed", by=person, at=at, about=person)
        return made


class CalendarAddress(models.Model):
    """A secret that stands for the person, since a calendar program cannot log in. It opens the times and
    places of meetings, and nothing else."""

    person = models.ForeignKey("desk.Person", models.CASCADE, related_name="calendar_addresses")
    secret = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = CalendarAddressManager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ended_at=None), name="one_calendar_address"
            ),
        )

    def __str__(self) -> str:
        return str(self.person)
